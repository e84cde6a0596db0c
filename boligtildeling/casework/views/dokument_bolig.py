"""Fills the views of the papers about a dwelling: offer, lease, its address page, receipt for keys, protocol."""

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import krev_virkelig_bolig
from boligtildeling.casework.views.avtaleformer import Adressevedlegg
from boligtildeling.casework.views.brevformer import Tilbudsbrev
from boligtildeling.casework.views.dokumentformer import Boligsjekkliste, Leieavtale, Noekkelkvittering
from boligtildeling.casework.views.dokumenthode import boligpapir, brevhode, lovsitater, mottaker, representanter
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kontrakt import LEGITIMASJON, Kontrakt


def tilbudsbrev(arbeid: Arbeid, g: Grunnlag) -> Tilbudsbrev:
    """The offer that stands: the dwelling, what it costs, and by when to answer."""
    sak, innstilling = arbeid.sak, arbeid.innstillinger()
    tilbud = sak.aktivt_tilbud(arbeid.i_dag)
    if tilbud is None:
        nekt("STEG", "Søker har ikke et tilbud, så det er ingenting å skrive ut.")
    return Tilbudsbrev(
        hode=brevhode(arbeid),
        mottaker=mottaker(sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("husll-3-2", "husll-3-3", "husll-3-7")),
        bolig=boligpapir(sak, tilbud.bolig),
        husleie=tilbud.bolig.husleie,
        inkludert=innstilling["inkludert_i_husleien"] or "",
        forfallsdag=arbeid.tall("forfallsdag"),
        ledig_fra=tilbud.bolig.ledig_fra,
        frist=tilbud.frist,
        er_bytte=sak.soeknad.soeknadstype == "bytte",
    )


def leieavtale(arbeid: Arbeid, g: Grunnlag) -> Leieavtale:
    """The lease that stands; with address protection without the dwelling's address and who lives there."""
    sak, innstilling, k = arbeid.sak, arbeid.innstillinger(), _kontrakt(arbeid)
    if sak.kontraktsvalg is None:
        raise LookupError("kontraktsvalg")
    attest = sak.svar.get("KTR-3")
    return Leieavtale(
        hode=brevhode(arbeid),
        utleier=innstilling["utleier"] or "",
        leiere=tuple((p.navn, p.foedselsdato) for p in sak.soeknad.soekere),
        verger=tuple((f.navn, f.mandat or "") for f in representanter(sak) if f.rolle == "verge"),
        bolig=boligpapir(sak, k.bolig),
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
        husstand=() if sak.soeknad.uten_adresse_paa_papir else tuple(m.navn for m in sak.soeknad.husstand),
        energiattest_dato=attest.innhold.dato if attest and attest.innhold.svar == "ja" else None,
        signert=tuple((part, k.signert.get(part)) for part in k.parter),
    )


def adressevedlegg(arbeid: Arbeid, g: Grunnlag) -> Adressevedlegg:
    """The address that the lease leaves out: only for a protected case, and only whoever is named on it gets this far.

    Hjemmel: folkeregisterloven § 10-4.
    """
    sak, k = arbeid.sak, _kontrakt(arbeid)
    if not sak.soeknad.uten_adresse_paa_papir:
        nekt("STEG", "Adressen står i leieavtalen. Vedlegget er bare for saker med adressebeskyttelse.")
    bolig = krev_virkelig_bolig(arbeid, k.bolig)
    return Adressevedlegg(
        hode=brevhode(arbeid),
        leiere=tuple(p.navn for p in sak.soeknad.soekere),
        adresse=bolig.adresse.paa_en_linje,
        bruksenhetsnummer=bolig.bruksenhetsnummer,
        kontrakt_dato=k.skrevet_tidspunkt.date(),
    )


def noekkelkvittering(arbeid: Arbeid, g: Grunnlag) -> Noekkelkvittering:
    """The receipt for the keys that were handed over last."""
    sak = arbeid.sak
    if not sak.utleveringer:
        nekt("STEG", "Nøkkelen er ikke utlevert, så det er ingen kvittering å skrive ut.")
    u, k = sak.utleveringer[-1], sak.kontrakt
    skjult = sak.soeknad.uten_adresse_paa_papir
    utsatte = [(kode, s.innhold) for kode, s in sak.svar.items() if s.innhold.svar == "utsatt"]
    return Noekkelkvittering(
        hode=brevhode(arbeid),
        bolig=boligpapir(sak, g.bolig) if g.bolig is not None and not skjult else None,
        tidspunkt=u.tidspunkt,
        mottaker=u.mottaker,
        fullmakt="" if skjult and u.fullmakt else u.fullmakt,
        legitimasjon=LEGITIMASJON.get(u.legitimasjon, u.legitimasjon),
        noekler=u.noekler,
        utlevert_av=u.utlevert_av,
        foerste_husleie=k.foerste_husleie if k else None,
        betalt=k.betalt if k else None,
        kontrakt_signert_dato=max(k.signert.values()) if k and k.er_signert else None,
        vilkaar_kontrollert=sak.gjeldende_vedtak is not None and not sak.gjeldende_vedtak.uinnfridde_vilkaar,
        unntak=tuple((x.kode, "" if skjult else x.grunn, x.gitt_av) for x in sak.unntak.values()),
        utsatt=tuple(
            (kode, p.kort, i.frist, i.ansvarlig)
            for kode, i in utsatte
            if (p := g.liste.finn(kode)) is not None and i.frist and i.ansvarlig
        ),
    )


def boligsjekkliste(arbeid: Arbeid, g: Grunnlag) -> Boligsjekkliste:
    """The protocol of the dwelling that the case has, to be filled in there."""
    sak = arbeid.sak
    if g.bolig is None:
        nekt("BOLIG", "Saken har ingen bolig ennå. Skriv ut listen tom, eller tilby en bolig først.")
    return Boligsjekkliste(
        hode=brevhode(arbeid),
        er_tom=False,
        bolig=boligpapir(sak, g.bolig),
        leiere=tuple(p.navn for p in sak.soeknad.soekere),
        overtakelse_dato=sak.kontrakt.overtakelse_dato if sak.kontrakt else None,
        noekler=sak.utleveringer[-1].noekler if sak.utleveringer else (),
    )


def tom_boligsjekkliste(arbeid: Arbeid, maalform: str) -> Boligsjekkliste:
    hode = brevhode(arbeid, maalform)
    return Boligsjekkliste(hode=hode, er_tom=True, bolig=None, leiere=(), overtakelse_dato=None, noekler=())


def _kontrakt(arbeid: Arbeid) -> Kontrakt:
    if arbeid.sak.kontrakt is None:
        nekt("STEG", "Kontrakten er ikke skrevet, så det er ingenting å skrive ut.")
    return arbeid.sak.kontrakt
