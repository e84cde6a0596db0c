"""One case as a screen, a robot or a printout may read it."""

from sqlalchemy import select

from boligtildeling.casework.act import tittel_paa
from boligtildeling.casework.angrbarhet import hindre
from boligtildeling.casework.angring import ANGRBARE
from boligtildeling.casework.boforhold.inndrivelsesfakta import bygg_inndrivelse
from boligtildeling.casework.boforhold.tomgang import tomgang_etter
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.historikk import linjene
from boligtildeling.casework.kopi import som
from boligtildeling.casework.views.boforhold.klage import Klagevisning, klagevisning
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning, leieforholdsvisning
from boligtildeling.casework.views.boforhold.restanse import port_i, restansevisning
from boligtildeling.casework.views.kontraktsraad import kontraktsraad
from boligtildeling.casework.views.konvolutt import konvoluttvisning
from boligtildeling.casework.views.saksformer import (
    Avviksrad,
    Betalingsvisning,
    Boligvisning,
    Dokumentrad,
    FoersteHusleie,
    Historikkrad,
    Kontraktsvisning,
    Notatrad,
    Oppgaverad,
    Punktvisning,
    Saksvisning,
    TidligereLeie,
    Tilbudsvisning,
    Tilknytningsrad,
    Unntaksvisning,
    Utleveringsvisning,
    Vedleggsrad,
    Vedtaksvisning,
)
from boligtildeling.domain.budsjett import Budsjett, betalingskalender, sett_opp
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.porter import alle_porter, gjelder, mangel, utsatt_i_hasteloep
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.saksgang import frister
from boligtildeling.domain.satser import gjeldende_utgave
from boligtildeling.domain.sjekkliste import Sjekkpunkt
from boligtildeling.domain.tilgang import Tilknytning


def saksvisning(arbeid: Arbeid) -> Saksvisning:
    """Fills the view of the case that `arbeid` holds; of a dwelling that an envelope hides, only what stands for it."""
    sak = arbeid.sak
    g = bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag)
    inndrivelse = bygg_inndrivelse(arbeid) if sak.leieforhold is not None else None
    return Saksvisning(
        saksnummer=sak.saksnummer,
        versjon=sak.versjon,
        steg=sak.steg,
        er_proeve=arbeid.rammer.er_proeve,
        er_skjermet=sak.er_skjermet,
        ansvarlig=sak.ansvarlig,
        opprettet_av=sak.opprettet_av,
        opprettet_tidspunkt=sak.opprettet_tidspunkt,
        soeker=sak.soeker_navn,
        soeknad=sak.soeknad,
        kjennetegn=tuple(sorted(sak.kjennetegn)),
        restanse=g.restanse,
        frister=frister(g),
        sjekkliste_versjon=sak.sjekkliste_versjon,
        sjekkpunkter=tuple(_punkt(g, p) for p in g.liste.punkter),
        porter=alle_porter(g),
        oekonomiplan=sak.oekonomiplan,
        budsjett=_budsjett(arbeid, g),
        betalingskalender=betalingskalender(sak, arbeid.tall("forfallsdag")),
        oppfoelgingsplan=sak.oppfoelgingsplan,
        kontraktsvalg=sak.kontraktsvalg,
        kontraktsraad=kontraktsraad(g),
        vedtak=_vedtak(sak),
        bolig=som(Boligvisning, g.bolig, holder_du_tilbake=False) if g.bolig is not None else None,
        tilbud=tuple(som(Tilbudsvisning, t, gjelder=t.gjelder(arbeid.i_dag)) for t in sak.tilbud),
        kontrakt=_kontrakt(sak.kontrakt) if sak.kontrakt else None,
        tidligere_leie=_tidligere_leie(g),
        utlevering=som(Utleveringsvisning, sak.utleveringer[-1]) if sak.utleveringer else None,
        leieforhold=_leieforhold(arbeid),
        utsettelser=dict(sak.utsettelser),
        klager=_klager(arbeid),
        oppfoelging_av_leie=restansevisning(arbeid, inndrivelse) if inndrivelse is not None else None,
        port_i=port_i(inndrivelse) if inndrivelse is not None else {},
        boforhold_restanse=_boforhold_restanse(sak),
        paa_vent=sak.paa_vent,
        hasteloep=sak.hasteloep,
        avslutning=sak.avslutning,
        midlertidige_botilbud=sak.midlertidige_botilbud,
        oppgaver=_oppgaver(g),
        avvik=tuple(som(Avviksrad, a) for a in sak.avvik),
        notater=tuple(som(Notatrad, n) for n in sak.notater),
        vedlegg=tuple(som(Vedleggsrad, v, har_fil=v.sha256 is not None) for v in sak.vedlegg),
        dokumenter=tuple(som(Dokumentrad, d) for d in sak.dokumenter),
        historikk=_historikk(arbeid),
        tilganger=tuple(sorted(t.bruker for t in sak.tilganger)),
        tilknytninger=_tilknytninger(arbeid),
        konvolutt=konvoluttvisning(arbeid),
    )


def _klager(arbeid: Arbeid) -> tuple[Klagevisning, ...]:
    innstilling = arbeid.innstillinger() if arbeid.sak.klager else {}
    return tuple(klagevisning(k, innstilling[f"klageinstans_{k.del_.lower()}"]) for k in arbeid.sak.klager)


def _leieforhold(arbeid: Arbeid) -> Leieforholdsvisning | None:
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is None:
        return None
    tomgang = tomgang_etter(arbeid.session, leieforhold, arbeid.i_dag)
    return leieforholdsvisning(leieforhold, arbeid.sak.oppfoelgingsplan, arbeid.i_dag, tomgang)


def _budsjett(arbeid: Arbeid, g: Grunnlag) -> Budsjett | None:
    plan = g.sak.oekonomiplan
    if plan is None:
        return None
    husleie = g.sak.kontrakt.husleie if g.sak.kontrakt else g.bolig.husleie if g.bolig else None
    sats = gjeldende_utgave(arbeid.rammer.livsoppholdssatser, arbeid.i_dag)
    return sett_opp(plan, g.sak.soeknad, sats, arbeid.i_dag, husleie)


def _punkt(g: Grunnlag, p: Sjekkpunkt) -> Punktvisning:
    svar, unntak, hva_mangler = g.sak.svar.get(p.kode), g.sak.unntak.get(p.kode), mangel(g, p)
    return som(
        Punktvisning,
        p,
        gjelder=gjelder(g, p),
        er_oppfylt=hva_mangler is None,
        kan_ha_unntak=p.unntak,
        hjemmel=g.hjemmel(*p.hjemmel),
        mangler=hva_mangler,
        svar=svar.innhold if svar else None,
        unntak=som(Unntaksvisning, unntak) if unntak else None,
    )


def _vedtak(sak: Sak) -> Vedtaksvisning | None:
    v = sak.gjeldende_vedtak
    return (
        som(
            Vedtaksvisning, v, utfall=v.innhold.utfall, deler=v.innhold.deler, vilkaarskontroll=dict(v.vilkaarskontroll)
        )
        if v
        else None
    )


def _kontrakt(k: Kontrakt) -> Kontraktsvisning:
    reversert = {b.reverserer for b in k.betalinger}
    betalinger = tuple(som(Betalingsvisning, b, er_reversert=b.id in reversert) for b in k.betalinger)
    foerste = FoersteHusleie(beloep=k.foerste_husleie, forfall=k.foerste_forfall)
    return som(Kontraktsvisning, k, foerste_husleie=foerste, signert=dict(k.signert), betalinger=betalinger)


def _tidligere_leie(g: Grunnlag) -> tuple[TidligereLeie, ...]:
    """Never of a protected case: from a protected one, none at all, since who may see the other is not known here."""
    kjente = () if g.sak.er_skjermet else g.tidligere
    return tuple(som(TidligereLeie, k) for k in kjente if not k.er_skjult)


def _boforhold_restanse(sak: Sak) -> Kroner:
    """First rent that was paid before the key and taken back after it."""
    ingen = Kroner.null()
    return sak.kontrakt.gjenstaar if sak.noekkel_er_utlevert and sak.kontrakt else ingen


def _oppgaver(g: Grunnlag) -> tuple[Oppgaverad, ...]:
    faste = [som(Oppgaverad, o) for o in g.sak.oppgaver]
    hast, alle_frister = g.sak.hasteloep, frister(g)
    if hast is None:
        return tuple(faste)
    sluppet = [
        Oppgaverad(
            id=None,
            kode=p.kode,
            tekst=p.kort,
            frist=alle_frister.get("kontroll_av_vedtak", hast.frist) if p.kode == "VED-6" else hast.frist,
            ansvarlig=g.sak.ansvarlig,
            er_ferdig=False,
        )
        for p, _ in utsatt_i_hasteloep(g)
    ]
    return tuple(sorted([*faste, *sluppet], key=lambda o: (o.er_ferdig, o.frist, o.kode or "")))


def _tilknytninger(arbeid: Arbeid) -> tuple[Tilknytningsrad, ...]:
    staar = select(Tilknytning).where(
        Tilknytning.saksnummer == arbeid.sak.saksnummer, Tilknytning.opphoert_dato.is_(None)
    )
    return tuple(som(Tilknytningsrad, t) for t in arbeid.session.scalars(staar.order_by(Tilknytning.id)))


def _historikk(arbeid: Arbeid) -> tuple[Historikkrad, ...]:
    linjer = linjene(arbeid.session, arbeid.sak.saksnummer)
    rader = [
        som(
            Historikkrad,
            h,
            id=nummer,
            tittel=_historikktittel(h),
            kan_angres=hinder is None,
            hvorfor_ikke=hinder.grunn if hinder is not None else None,
            innlogget=h.data.get("innlogget"),
        )
        for nummer, (h, hinder) in enumerate(zip(linjer, hindre(linjer, ANGRBARE), strict=True), 1)
    ]
    return tuple(reversed(rader))


def _historikktittel(h: Hendelse) -> str:
    tittel = tittel_paa(h.handling)
    punkt = h.data.get("kommando", {}).get("sjekkpunkt")
    return f"{tittel}: {punkt}" if punkt else tittel
