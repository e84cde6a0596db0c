"""Fills the plan for paying the rent: what falls due when, and when bostøtte can come at the earliest."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.avtaleformer import Betalingsplan, Forfall
from boligtildeling.casework.views.dokumenthode import brevhode
from boligtildeling.domain.budsjett import betalingskalender, sett_opp
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.husleie import neste_forfall
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Betalingsvalg, Oekonomiplan
from boligtildeling.domain.satser import gjeldende_utgave
from boligtildeling.domain.soeknad import Soeknad

MAANEDER = 3


def betalingsplan(arbeid: Arbeid, g: Grunnlag) -> Betalingsplan:
    """From the economy plan and the lease; without a lease yet, from the dwelling, and with no dates.

    Hjemmel: bostøtteforskriften §§ 10 og 13, husleieloven § 3-2.
    """
    sak, plan, forfallsdag = g.sak, g.sak.oekonomiplan, arbeid.tall("forfallsdag")
    if plan is None:
        nekt("OEK-1", "Økonomiplanen er ikke laget.")
    if g.bolig is None:
        nekt("BOLIG", "Saken har ingen bolig ennå, så husleien er ikke kjent.")
    husleie = sak.kontrakt.husleie if sak.kontrakt else g.bolig.husleie
    kalender = betalingskalender(sak, forfallsdag)
    sats = gjeldende_utgave(arbeid.rammer.livsoppholdssatser, arbeid.i_dag)
    budsjett = sett_opp(plan, sak.soeknad, sats, arbeid.i_dag, husleie)
    return Betalingsplan(
        hode=brevhode(arbeid),
        er_tom=False,
        navn=tuple(p.navn for p in sak.soeknad.soekere),
        forfallsdag=forfallsdag,
        kontonummer=arbeid.innstillinger()["kontonummer"],
        husleie=husleie,
        kid=sak.kontrakt.kid if sak.kontrakt else None,
        forfall=_forfall(sak.kontrakt, plan, forfallsdag, sak.gir_ny_innflytting) if sak.kontrakt else (),
        valg=_valg(plan.betaling),
        overtakelse_dato=sak.kontrakt.overtakelse_dato if sak.kontrakt else None,
        bostoette_soekes_innen=kalender.bostoette.soeknadsfrist if kalender else None,
        bostoette_kommer=kalender.bostoette.utbetaling if kalender else None,
        dager_uten_bostoette=kalender.bostoette.dager_uten_bostoette if kalender else None,
        bostoettetak=_bostoettetak(arbeid, sak.soeknad),
        igjen=budsjett.igjen_til_husleie - husleie if sats else None,
        purring=_purring(arbeid),
    )


def tom_betalingsplan(arbeid: Arbeid, maalform: str) -> Betalingsplan:
    return Betalingsplan(
        hode=brevhode(arbeid, maalform),
        er_tom=True,
        navn=(),
        forfallsdag=arbeid.tall("forfallsdag"),
        kontonummer=arbeid.innstillinger()["kontonummer"],
        purring=_purring(arbeid),
    )


def _purring(arbeid: Arbeid) -> Kroner | None:
    """The most that a reminder may cost today; None while no rate is in force (inkassoloven § 9)."""
    sats = gjeldende_utgave(arbeid.rammer.gebyrsatser, arbeid.i_dag)
    return sats.purring if sats else None


def _forfall(kontrakt: Kontrakt, plan: Oekonomiplan, forfallsdag: int, flytter_inn: bool) -> tuple[Forfall, ...]:
    """The first rent before the key, and then rent and instalment on each fixed day, for some months."""
    foerste = (Forfall(dato=kontrakt.foerste_forfall, hva="foerste_husleie", beloep=kontrakt.foerste_husleie),)
    faste: list[Forfall] = []
    avdrag = _avdrag(plan)
    for dag in islice(_faste_dager(kontrakt, forfallsdag), MAANEDER):
        faste.append(Forfall(dato=dag, hva="husleie", beloep=kontrakt.husleie))
        if avdrag:
            faste.append(Forfall(dato=dag, hva="avdrag", beloep=avdrag))
    return (*(foerste if flytter_inn else ()), *faste)


def _faste_dager(kontrakt: Kontrakt, forfallsdag: int) -> Iterator[date]:
    dag = kontrakt.fra_dato
    while True:
        dag = neste_forfall(dag, forfallsdag)
        yield dag
        dag += timedelta(days=1)


def _avdrag(plan: Oekonomiplan) -> Kroner | None:
    restanse = plan.restanse
    return restanse.per_maaned if restanse and restanse.haandtering == "nedbetalingsavtale" else None


def _valg(betaling: Betalingsvalg) -> tuple[tuple[str, str], ...]:
    return (
        ("avtalegiro", betaling.avtalegiro),
        ("direkte_overfoering", betaling.direkte_overfoering),
        ("bostoette", betaling.bostoette),
        ("overfoering_av_bostoette", betaling.overfoering_av_bostoette),
    )


def _bostoettetak(arbeid: Arbeid, soeknad: Soeknad) -> Kroner | None:
    sats = gjeldende_utgave(arbeid.rammer.bostoettesatser, arbeid.i_dag)
    bor_der = len(soeknad.soekere) + sum(m.bor != "samvaer" for m in soeknad.husstand)
    return sats.tak_per_maaned(bor_der, arbeid.innstillinger()["kommune"] or "") if sats else None
