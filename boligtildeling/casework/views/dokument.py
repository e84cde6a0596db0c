"""Fills the views that documents are made of."""

from collections.abc import Callable
from typing import Any

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.views.dokumentformer import (
    Boligsjekkliste,
    Brevhode,
    Leieavtale,
    Mottaker,
    Noekkelkvittering,
    Sjekklisterad,
    Sjekklistevisning,
    Vedtaksbrev,
)
from boligtildeling.casework.views.sak import boligvisning
from boligtildeling.domain.dokumentasjon import TYPENAVN, Svarinnhold
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kjennetegn import barn, faerre_soverom, restanse
from boligtildeling.domain.kontrakt import LEGITIMASJON
from boligtildeling.domain.porter import gjelder, mangel
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.sjekkliste import Liste, Sjekkliste, Sjekkpunkt
from boligtildeling.domain.soeknad import Soeknad


def dokumentvisning(arbeid: Arbeid, navn: str) -> Any:
    """The view that document `navn` is made of; refused when the case has nothing to print it from."""
    g = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
    if navn.startswith("sjekkliste-"):
        return _sjekkliste(arbeid, g, navn.removeprefix("sjekkliste-"))
    bygger: dict[str, Callable[[Arbeid, Grunnlag], Any]] = {
        "vedtak": _vedtaksbrev,
        "leieavtale": _leieavtale,
        "noekkelkvittering": _noekkelkvittering,
        "boligsjekkliste": _boligsjekkliste,
    }
    return bygger[navn](arbeid, g)


def tom_visning(arbeid: Arbeid, navn: str, liste: Sjekkliste, maalform: str = "nb") -> Any:
    """The empty form of a checklist."""
    hode = _hode(arbeid, maalform=maalform)
    if navn == "boligsjekkliste":
        return Boligsjekkliste(hode=hode, er_tom=True, bolig=None, leiere=(), overtakelse_dato=None, noekler=())
    valgt = _finn_liste(liste, navn.removeprefix("sjekkliste-"))
    hjemler = arbeid.rammer.lov_naa(arbeid.session).vis(arbeid.i_dag)
    rader = tuple(_tom_rad(p, maalform, ", ".join(hjemler.get(h, h) for h in p.hjemmel)) for p in valgt.punkter)
    return _sjekklistevisning(hode, valgt, maalform, True, rader)


def _hode(arbeid: Arbeid, maalform: str | None = None) -> Brevhode:
    sak, innstilling = arbeid.sak_eller_ingen, arbeid.innstillinger()
    return Brevhode(
        kommune=innstilling["kommune"] or "",
        enhet=innstilling["enhet"] or "",
        enhet_adresse=innstilling["enhet_adresse"],
        enhet_telefon=innstilling["enhet_telefon"],
        maalform=maalform or (sak.soeknad.maalform if sak else "nb"),
        er_proeve=arbeid.rammer.er_proeve,
        er_skjermet=sak.er_skjermet if sak else False,
        saksnummer=sak.saksnummer if sak else None,
        soeker=sak.soeker_navn if sak else None,
        dato=arbeid.i_dag,
        saksbehandler=sak.ansvarlig if sak else None,
    )


def _mottaker(soeknad: Soeknad, er_skjermet: bool) -> Mottaker:
    """The fullmektig gets the letter; a protected applicant's own address never stands on paper."""
    if soeknad.fullmektige:
        f = soeknad.fullmektige[0]
        linjer = (f.adresse.linje, f"{f.adresse.postnummer} {f.adresse.poststed}")
        return Mottaker(navn=f.navn, adresselinjer=linjer, paa_vegne_av=soeknad.soeker.navn, rolle=f.rolle)
    navn = " og ".join(p.navn for p in soeknad.soekere)
    adresse = soeknad.soeker.adresse
    if adresse is None or er_skjermet:
        return Mottaker(navn=navn, adresselinjer=(), paa_vegne_av=None, rolle=None)
    linjer = (adresse.linje, f"{adresse.postnummer} {adresse.poststed}")
    return Mottaker(navn=navn, adresselinjer=linjer, paa_vegne_av=None, rolle=None)


def _vedtaksbrev(arbeid: Arbeid, g: Grunnlag) -> Vedtaksbrev:
    sak, innstilling = arbeid.sak, arbeid.innstillinger()
    vedtak = sak.gjeldende_vedtak
    if vedtak is None:
        nekt("VEDTAK", "Vedtaket er ikke skrevet, så det er ingenting å skrive ut.")
    return Vedtaksbrev(
        hode=_hode(arbeid),
        mottaker=_mottaker(sak.soeknad, sak.er_skjermet),
        er_utkast=not vedtak.er_sendt,
        soeknad_dato=sak.mottatt_dato,
        soeknadstype=sak.soeknad.soeknadstype,
        innhold=vedtak.innhold,
        kontraktsvalg=vedtak.kontraktsvalg_ved_sending or sak.kontraktsvalg,
        oppfoelgingsplan=sak.oppfoelgingsplan,
        restanse=g.restanse,
        restanseplan=sak.oekonomiplan.restanse if sak.oekonomiplan and restanse(g) else None,
        har_barn=barn(g),
        faerre_soverom=faerre_soverom(g),
        alternativer_vurdert=_svarte_ja(sak, "KAR-4"),
        godkjent_av=vedtak.godkjent_av,
        klageinstans_a=innstilling["klageinstans_a"],
        klageinstans_b=innstilling["klageinstans_b"],
        retningslinjer=innstilling["retningslinjer"] or "",
    )


def _leieavtale(arbeid: Arbeid, g: Grunnlag) -> Leieavtale:
    sak, innstilling = arbeid.sak, arbeid.innstillinger()
    k = sak.kontrakt
    if k is None or sak.kontraktsvalg is None:
        nekt("STEG", "Kontrakten er ikke skrevet, så det er ingenting å skrive ut.")
    attest = sak.svar.get("KTR-3")
    return Leieavtale(
        hode=_hode(arbeid),
        utleier=innstilling["utleier"] or "",
        boligforvalter=innstilling["boligforvalter"] or "",
        boligforvalter_telefon=innstilling["boligforvalter_telefon"] or "",
        leiere=tuple((p.navn, p.foedselsdato) for p in sak.soeknad.soekere),
        verger=tuple((f.navn, f.mandat or "") for f in sak.soeknad.fullmektige if f.rolle == "verge"),
        bolig=boligvisning(g),
        type=k.type,
        maaneder=k.maaneder,
        fra_dato=k.fra_dato,
        til_dato=k.til_dato,
        overtakelse_dato=k.overtakelse_dato,
        husleie=k.husleie,
        foerste_husleie=k.foerste_husleie,
        foerste_forfall=k.foerste_forfall,
        forfallsdag=arbeid.tall("forfallsdag"),
        er_forlengelse=not sak.gir_ny_innflytting,
        kid=k.kid,
        kontonummer=innstilling["kontonummer"],
        inkludert=innstilling["inkludert_i_husleien"] or "",
        kontraktsvalg=sak.kontraktsvalg,
        husstand=sak.soeknad.husstand,
        energiattest_dato=attest.innhold.dato if attest and attest.innhold.svar == "ja" else None,
        signert=tuple((part, k.signert.get(part)) for part in k.parter),
    )


def _noekkelkvittering(arbeid: Arbeid, g: Grunnlag) -> Noekkelkvittering:
    sak, innstilling = arbeid.sak, arbeid.innstillinger()
    if not sak.utleveringer:
        nekt("STEG", "Nøkkelen er ikke utlevert, så det er ingen kvittering å skrive ut.")
    u, k = sak.utleveringer[-1], sak.kontrakt
    utsatte = [(kode, s.innhold) for kode, s in sak.svar.items() if s.innhold.svar == "utsatt"]
    return Noekkelkvittering(
        hode=_hode(arbeid),
        bolig=boligvisning(g) if g.bolig is not None and not sak.er_skjermet else None,
        tidspunkt=u.tidspunkt,
        mottaker=u.mottaker,
        fullmakt=u.fullmakt,
        legitimasjon=LEGITIMASJON.get(u.legitimasjon, u.legitimasjon),
        noekler=u.noekler,
        utlevert_av=u.utlevert_av,
        foerste_husleie=k.foerste_husleie if k else None,
        betalt=k.betalt if k else None,
        kontrakt_signert_dato=max(k.signert.values()) if k and k.er_signert else None,
        vilkaar_kontrollert=sak.gjeldende_vedtak is not None and not sak.gjeldende_vedtak.uinnfridde_vilkaar,
        unntak=tuple((x.kode, x.grunn, x.gitt_av) for x in sak.unntak.values()),
        utsatt=tuple(
            (kode, p.kort, i.frist, i.ansvarlig)
            for kode, i in utsatte
            if (p := g.liste.finn(kode)) is not None and i.frist and i.ansvarlig
        ),
        boligforvalter=innstilling["boligforvalter"] or "",
        boligforvalter_telefon=innstilling["boligforvalter_telefon"] or "",
    )


def _boligsjekkliste(arbeid: Arbeid, g: Grunnlag) -> Boligsjekkliste:
    sak = arbeid.sak
    if g.bolig is None:
        nekt("BOLIG", "Saken har ingen bolig ennå. Skriv ut listen tom, eller tilby en bolig først.")
    return Boligsjekkliste(
        hode=_hode(arbeid),
        er_tom=False,
        bolig=boligvisning(g),
        leiere=tuple(p.navn for p in sak.soeknad.soekere),
        overtakelse_dato=sak.kontrakt.overtakelse_dato if sak.kontrakt else None,
        noekler=sak.utleveringer[-1].noekler if sak.utleveringer else (),
    )


def _sjekkliste(arbeid: Arbeid, g: Grunnlag, navn: str) -> Sjekklistevisning:
    liste, maalform = _finn_liste(g.liste, navn), arbeid.sak.soeknad.maalform
    rader = tuple(_rad(g, p, maalform) for p in liste.punkter)
    return _sjekklistevisning(_hode(arbeid), liste, maalform, False, rader)


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
    svar = g.sak.svar.get(p.kode)
    innhold = svar.innhold if svar else None
    unntak = g.sak.unntak.get(p.kode)
    return Sjekklisterad(
        kode=p.kode,
        tekst=p.tekst_nn if maalform == "nn" else p.tekst,
        dokumentasjon=p.dokumentasjon,
        bevis=_vis_dokumentasjon(innhold),
        hjemmel=g.hjemmel(*p.hjemmel),
        porter=p.porter,
        status=_status(g, p, innhold),
        svar=innhold.svar if innhold else None,
        dato=innhold.dato if innhold else unntak.gitt_dato if unntak else None,
        av=innhold.av if innhold else unntak.gitt_av if unntak else None,
        merknad=(innhold.merknad if innhold else None) or (unntak.grunn if unntak else None),
        frist=innhold.frist if innhold else None,
        ansvarlig=innhold.ansvarlig if innhold else None,
    )


def _svarte_ja(sak: Sak, kode: str) -> bool:
    svar = sak.svar.get(kode)
    return svar is not None and svar.innhold.svar == "ja"


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
