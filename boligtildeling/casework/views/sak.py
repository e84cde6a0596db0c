"""One case as a screen, a robot or a printout may read it."""

from datetime import date

from sqlalchemy import select

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.saksgang import kan_angres
from boligtildeling.casework.views.saksformer import (
    Avviksrad,
    Betalingsvisning,
    Boligvisning,
    Dokumentrad,
    Historikkrad,
    Kontraktsvisning,
    Notatrad,
    Oppgaverad,
    Punktvisning,
    Raadsvisning,
    Saksvisning,
    Tilbudsvisning,
    Unntaksvisning,
    Utleveringsvisning,
    Vedleggsrad,
    Vedtaksvisning,
)
from boligtildeling.domain import kontraktskontroll
from boligtildeling.domain.budsjett import Budsjett, betalingskalender, gjeldende_sats, sett_opp
from boligtildeling.domain.drift import Hendelse
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.porter import alle_porter, gjelder, mangel, utsatt_i_hasteloep
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.saksgang import frister
from boligtildeling.domain.sjekkliste import Sjekkpunkt


def saksvisning(arbeid: Arbeid) -> Saksvisning:
    """Fills the view of the case that `arbeid` holds."""
    sak = arbeid.sak
    g = bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag)
    raad = kontraktskontroll.foreslaa(g)
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
        kontraktsraad=Raadsvisning(
            type=raad.type, maaneder=raad.maaneder, grunner=raad.grunner, advarsler=kontraktskontroll.advarsler(g)
        ),
        vedtak=_vedtak(sak),
        bolig=boligvisning(g) if g.bolig is not None else None,
        tilbud=tuple(_tilbud(sak, arbeid.i_dag)),
        kontrakt=_kontrakt(sak.kontrakt) if sak.kontrakt else None,
        utlevering=_utlevering(sak),
        boforhold_restanse=_boforhold_restanse(sak),
        paa_vent=sak.paa_vent,
        hasteloep=sak.hasteloep,
        avslutning=sak.avslutning,
        midlertidige_botilbud=sak.midlertidige_botilbud,
        oppgaver=_oppgaver(g),
        avvik=tuple(Avviksrad(hva=a.hva, dato=a.dato, grunn=a.grunn, registrert_av=a.registrert_av) for a in sak.avvik),
        notater=tuple(
            Notatrad(tekst=n.tekst, skrevet_av=n.skrevet_av, skrevet_tidspunkt=n.skrevet_tidspunkt) for n in sak.notater
        ),
        vedlegg=_vedlegg(sak),
        dokumenter=_dokumenter(sak),
        historikk=_historikk(arbeid),
        tilganger=tuple(sorted(t.bruker for t in sak.tilganger)),
    )


def _budsjett(arbeid: Arbeid, g: Grunnlag) -> Budsjett | None:
    plan = g.sak.oekonomiplan
    if plan is None:
        return None
    husleie = g.sak.kontrakt.husleie if g.sak.kontrakt else g.bolig.husleie if g.bolig else None
    sats = gjeldende_sats(arbeid.rammer.livsoppholdssatser, arbeid.i_dag)
    return sett_opp(plan, g.sak.soeknad, sats, arbeid.i_dag, husleie)


def _punkt(g: Grunnlag, p: Sjekkpunkt) -> Punktvisning:
    svar, unntak, hva_mangler = g.sak.svar.get(p.kode), g.sak.unntak.get(p.kode), mangel(g, p)
    return Punktvisning(
        kode=p.kode,
        steg=p.steg,
        tekst=p.tekst,
        kort=p.kort,
        hjelp=p.hjelp,
        gjelder=gjelder(g, p),
        er_oppfylt=hva_mangler is None,
        beregnet=p.beregnet,
        kan_utsettes=p.kan_utsettes,
        kan_ha_unntak=p.unntak,
        nei_oppfyller=p.nei_oppfyller,
        dokumentasjon=p.dokumentasjon,
        porter=p.porter,
        hjemmel=g.hjemmel(*p.hjemmel),
        mangler=hva_mangler,
        svar=svar.innhold if svar else None,
        unntak=Unntaksvisning(grunn=unntak.grunn, gitt_av=unntak.gitt_av, gitt_dato=unntak.gitt_dato)
        if unntak
        else None,
    )


def _vedtak(sak: Sak) -> Vedtaksvisning | None:
    v = sak.gjeldende_vedtak
    if v is None:
        return None
    return Vedtaksvisning(
        nummer=v.nummer,
        status=v.status,
        innhold=v.innhold,
        forfattere=v.forfattere,
        returgrunner=v.returgrunner,
        kontrollert=v.kontrollert,
        deler=v.innhold.deler,
        godkjent_av=v.godkjent_av,
        godkjent_tidspunkt=v.godkjent_tidspunkt,
        sendt_dato=v.sendt_dato,
        maate=v.maate,
        vilkaarskontroll=dict(v.vilkaarskontroll),
    )


def boligvisning(g: Grunnlag) -> Boligvisning:
    """The dwelling of the facts; `LookupError` when there is none."""
    if g.bolig is None:
        raise LookupError("bolig")
    return Boligvisning(**{navn: getattr(g.bolig, navn) for navn in Boligvisning.__dataclass_fields__})


def _tilbud(sak: Sak, i_dag: date) -> list[Tilbudsvisning]:
    return [
        Tilbudsvisning(
            id=t.id,
            boligid=t.boligid,
            frist=t.frist,
            status=t.status,
            gjelder=t.gjelder(i_dag),
            avvik=t.avvik,
            svar_dato=t.svar_dato,
            grunn=t.grunn,
        )
        for t in sak.tilbud
    ]


def _kontrakt(k: Kontrakt) -> Kontraktsvisning:
    reversert = {b.reverserer for b in k.betalinger}
    return Kontraktsvisning(
        boligid=k.boligid,
        type=k.type,
        maaneder=k.maaneder,
        fra_dato=k.fra_dato,
        til_dato=k.til_dato,
        overtakelse_dato=k.overtakelse_dato,
        husleie=k.husleie,
        foerste_husleie=k.foerste_husleie,
        foerste_forfall=k.foerste_forfall,
        betalt=k.betalt,
        gjenstaar=k.gjenstaar,
        kid=k.kid,
        parter=k.parter,
        signert=dict(k.signert),
        mangler_signatur=k.mangler_signatur,
        betalinger=tuple(
            Betalingsvisning(
                id=b.id,
                beloep=b.beloep,
                dato=b.dato,
                kilde=b.kilde,
                kid=b.kid,
                reverserer=b.reverserer,
                er_reversert=b.id in reversert,
            )
            for b in k.betalinger
        ),
    )


def _utlevering(sak: Sak) -> Utleveringsvisning | None:
    if not sak.utleveringer:
        return None
    u = sak.utleveringer[-1]
    return Utleveringsvisning(
        tidspunkt=u.tidspunkt,
        mottaker=u.mottaker,
        noekler=u.noekler,
        legitimasjon=u.legitimasjon,
        utlevert_av=u.utlevert_av,
        er_avvik=u.er_avvik,
    )


def _boforhold_restanse(sak: Sak) -> Kroner:
    """First rent that was paid before the key and taken back after it."""
    ingen = Kroner.null()
    return sak.kontrakt.gjenstaar if sak.noekkel_er_utlevert and sak.kontrakt else ingen


def _oppgaver(g: Grunnlag) -> tuple[Oppgaverad, ...]:
    faste = [
        Oppgaverad(kode=o.kode, tekst=o.tekst, frist=o.frist, ansvarlig=o.ansvarlig, er_ferdig=o.er_ferdig)
        for o in g.sak.oppgaver
    ]
    hast = g.sak.hasteloep
    if hast is None:
        return tuple(faste)
    sluppet = [
        Oppgaverad(
            kode=p.kode,
            tekst=p.kort,
            frist=hast.kontroll_frist if p.kode == "VED-6" else hast.frist,
            ansvarlig=g.sak.ansvarlig,
            er_ferdig=False,
        )
        for p, _ in utsatt_i_hasteloep(g)
    ]
    return tuple(sorted([*faste, *sluppet], key=lambda o: (o.er_ferdig, o.frist, o.kode or "")))


def _vedlegg(sak: Sak) -> tuple[Vedleggsrad, ...]:
    return tuple(
        Vedleggsrad(
            id=v.id,
            tittel=v.tittel,
            har_fil=v.sha256 is not None,
            lagt_ved_av=v.lagt_ved_av,
            lagt_ved_tidspunkt=v.lagt_ved_tidspunkt,
        )
        for v in sak.vedlegg
    )


def _dokumenter(sak: Sak) -> tuple[Dokumentrad, ...]:
    return tuple(
        Dokumentrad(
            id=d.id,
            navn=d.navn,
            tittel=d.tittel,
            laget_av=d.laget_av,
            laget_tidspunkt=d.laget_tidspunkt,
            sha256=d.sha256,
        )
        for d in sak.dokumenter
    )


def _historikk(arbeid: Arbeid) -> tuple[Historikkrad, ...]:
    linjer = arbeid.session.scalars(
        select(Hendelse).where(Hendelse.saksnummer == arbeid.sak.saksnummer).order_by(Hendelse.id.desc())
    )
    return tuple(
        Historikkrad(
            id=h.id,
            tidspunkt=h.tidspunkt,
            bruker=h.bruker,
            handling=h.handling,
            hendelse=h.hendelse,
            tittel=_historikktittel(h),
            kan_angres=kan_angres(h),
        )
        for h in linjer
    )


def _historikktittel(h: Hendelse) -> str:
    tittel = HANDLINGER[h.handling].tittel if h.handling in HANDLINGER else h.handling
    punkt = h.data.get("kommando", {}).get("sjekkpunkt")
    return f"{tittel}: {punkt}" if punkt else tittel
