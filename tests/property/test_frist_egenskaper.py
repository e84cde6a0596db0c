"""Invariants of working days and time limits that hold for every day."""

import sys
from datetime import date, timedelta
from subprocess import run

from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.frist import (
    bostoettekalender,
    er_virkedag,
    flytteoppfordring,
    kommunens_frist,
    legg_til_virkedager,
    partens_frist,
    virkedag_paa_eller_etter,
    virkedag_paa_eller_foer,
)

dager = st.dates(date(1990, 1, 1), date(2095, 12, 31))


@given(dager)
def test_virkedagene_omkranser_dagen(dag: date) -> None:
    foer, etter = virkedag_paa_eller_foer(dag), virkedag_paa_eller_etter(dag)
    assert foer <= dag <= etter
    assert er_virkedag(foer)
    assert er_virkedag(etter)
    assert (foer == etter) == er_virkedag(dag)
    assert etter - foer <= timedelta(days=6)


@given(dager, st.integers(1, 3), st.integers(0, 6), st.integers(0, 60))
def test_partens_frist_er_aldri_kortere_enn_kommunens(dag: date, maaneder: int, uker: int, antall: int) -> None:
    partens = partens_frist(dag, maaneder=maaneder, uker=uker, dager=antall)
    kommunens = kommunens_frist(dag, maaneder=maaneder, dager=7 * uker + antall)
    assert dag < kommunens <= partens
    assert er_virkedag(partens)
    assert er_virkedag(kommunens)


@given(dager, dager, st.integers(1, 8))
def test_senere_start_gir_aldri_tidligere_frist(en: date, annen: date, uker: int) -> None:
    tidlig, sen = sorted((en, annen))
    assert partens_frist(tidlig, uker=uker) <= partens_frist(sen, uker=uker)


@given(dager, st.integers(1, 40))
def test_virkedager_fram_og_tilbake_er_samme_virkedag(dag: date, antall: int) -> None:
    start = virkedag_paa_eller_etter(dag)
    assert legg_til_virkedager(legg_til_virkedager(start, antall), -antall) == start


@given(dager)
def test_flytteoppfordringen_er_trygg_foer_avtalen_blir_tidsubestemt(utloep: date) -> None:
    svar = flytteoppfordring(utloep)
    assert utloep < svar.siste_trygge_dag < svar.tidsubestemt_fra
    assert er_virkedag(svar.siste_trygge_dag)


@given(dager)
def test_bostoette_dekker_aldri_dager_foer_situasjonsdato(innflytting: date) -> None:
    svar = bostoettekalender(innflytting)
    assert innflytting <= svar.situasjonsdato < svar.soeknadsfrist < svar.utbetaling <= svar.utbetaling_nominell
    assert svar.situasjonsdato.day == 1
    assert (svar.situasjonsdato - innflytting).days < 31
    assert er_virkedag(svar.utbetaling)
    assert innflytting + timedelta(days=svar.dager_uten_bostoette) == svar.utbetaling


def test_helligdagene_lastes_foerst_naar_de_trengs() -> None:
    program = "import sys, boligtildeling.domain.frist; sys.exit('holidays' in sys.modules)"
    assert run([sys.executable, "-c", program], check=False).returncode == 0
