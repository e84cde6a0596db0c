"""Fills the views of the checklists: empty, or with what the case holds."""

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.dokumentformer import Brevhode, Sjekklisterad, Sjekklistevisning
from boligtildeling.casework.views.dokumenthode import brevhode
from boligtildeling.domain.dokumentasjon import TYPENAVN, Svarinnhold
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.porter import gjelder, mangel
from boligtildeling.domain.sjekkliste import Liste, Sjekkliste, Sjekkpunkt


def sjekkliste(arbeid: Arbeid, g: Grunnlag, navn: str) -> Sjekklistevisning:
    """The list of this name with what the case has answered."""
    liste, maalform = _finn_liste(g.liste, navn), arbeid.sak.soeknad.maalform
    rader = tuple(_rad(g, p, maalform) for p in liste.punkter)
    return _sjekklistevisning(brevhode(arbeid), liste, maalform, False, rader)


def tom_sjekkliste(arbeid: Arbeid, gjeldende: Sjekkliste, navn: str, maalform: str) -> Sjekklistevisning:
    """The list of this name, to be filled in by hand."""
    liste = _finn_liste(gjeldende, navn)
    hjemler = arbeid.rammer.lov_naa(arbeid.session).vis(arbeid.i_dag)
    rader = tuple(_tom_rad(p, maalform, ", ".join(hjemler.get(h, h) for h in p.hjemmel)) for p in liste.punkter)
    return _sjekklistevisning(brevhode(arbeid, maalform), liste, maalform, True, rader)


def _finn_liste(sjekkliste: Sjekkliste, navn: str) -> Liste:
    return next(ls for ls in sjekkliste.lister if ls.navn == navn)


def _sjekklistevisning(
    hode: Brevhode, liste: Liste, maalform: str, er_tom: bool, rader: tuple[Sjekklisterad, ...]
) -> Sjekklistevisning:
    tittel = liste.tittel_nn if maalform == "nn" else liste.tittel
    return Sjekklistevisning(
        hode=hode, navn=liste.navn, tittel=tittel, versjon=liste.versjon, er_tom=er_tom, rader=rader
    )


def _tom_rad(p: Sjekkpunkt, maalform: str, hjemmel: str) -> Sjekklisterad:
    return Sjekklisterad(
        kode=p.kode,
        tekst=p.tekst_nn if maalform == "nn" else p.tekst,
        dokumentasjon=p.dokumentasjon,
        bevis=None,
        hjemmel=hjemmel,
        porter=p.porter,
        status="tom",
        svar=None,
        dato=None,
        av=None,
        merknad=None,
        frist=None,
        ansvarlig=None,
    )


def _rad(g: Grunnlag, p: Sjekkpunkt, maalform: str) -> Sjekklisterad:
    """One row; free text, which may tell where someone lives, is left out of a protected case."""
    svar = g.sak.svar.get(p.kode)
    innhold = svar.innhold if svar else None
    unntak = g.sak.unntak.get(p.kode)
    merknad = (innhold.merknad if innhold else None) or (unntak.grunn if unntak else None)
    skjult = g.sak.soeknad.uten_adresse_paa_papir
    return Sjekklisterad(
        kode=p.kode,
        tekst=p.tekst_nn if maalform == "nn" else p.tekst,
        dokumentasjon=p.dokumentasjon,
        bevis=None if skjult else _vis_dokumentasjon(innhold),
        hjemmel=g.hjemmel(*p.hjemmel),
        porter=p.porter,
        status=_status(g, p, innhold),
        svar=innhold.svar if innhold else None,
        dato=innhold.dato if innhold else unntak.gitt_dato if unntak else None,
        av=innhold.av if innhold else unntak.gitt_av if unntak else None,
        merknad="" if skjult and merknad is not None else merknad,
        frist=innhold.frist if innhold else None,
        ansvarlig=innhold.ansvarlig if innhold else None,
    )


def _status(g: Grunnlag, p: Sjekkpunkt, innhold: Svarinnhold | None) -> str:
    if p.kode in g.sak.unntak:
        return "unntak"
    if not gjelder(g, p):
        return "gjelder_ikke"
    if innhold is not None and innhold.svar == "utsatt":
        return "utsatt"
    return "mangler" if mangel(g, p) is not None else "oppfylt"


def _vis_dokumentasjon(innhold: Svarinnhold | None) -> str | None:
    if innhold is None or innhold.dokumentasjon is None:
        return None
    d = innhold.dokumentasjon
    biter = [TYPENAVN[d.type], ", ".join(d.deltakere or ()), str(d.beloep) if d.beloep is not None else "", d.til or ""]
    return " – ".join(b for b in biter if b)
