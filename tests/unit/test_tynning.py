"""Which copies are kept: a table of what is left, and what holds whatever days copies were taken on."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.storage.tynning import DAGER, GAMMEL_ETTER_DAGER, MAANEDER, UKER, beholdes, er_gammel

I_DAG = date(2026, 11, 25)
"""A Wednesday."""


def kl_8(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 8).astimezone()


@pytest.mark.parametrize(
    ("dager_siden", "beholdt"),
    [
        ([0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6]),
        ([0, 7, 8, 9], [0, 7]),  # 18, 17 and 16 November are one week; the last of it is kept
        ([0, 10, 17, 24, 31, 38, 45, 52], [0, 10, 17, 24, 31, 38, 45]),  # Sundays; 4 October is the ninth week back
        ([0, 3, 10, 59, 60], [0, 3, 10, 59]),  # 27 and 26 September: past the weeks, the last of its month
        ([0, 60, 90, 91, 700, 760], [0, 60, 90, 700]),  # two years back are the months of 24, and no more
        ([800], [800]),  # the very last one, however old
        ([800, 900, 1000], [800]),
        ([-3, -1, 0, 900], [-3, -1, 0]),  # from a day that has not come: a clock was wrong, and nobody knows which
        ([], []),
    ],
)
def test_disse_kopiene_blir_igjen(dager_siden: list[int], beholdt: list[int]) -> None:
    def tid(dager: int) -> datetime:
        return kl_8(I_DAG - timedelta(days=dager))

    assert beholdes([tid(d) for d in dager_siden], I_DAG) == {tid(d) for d in beholdt}


def test_flere_kopier_samme_dag_blir_til_den_siste() -> None:
    timer = [kl_8(I_DAG).replace(hour=time) for time in (7, 12, 16)]
    assert beholdes(timer, I_DAG) == {timer[-1]}


DAGER_SIDEN = st.lists(st.integers(min_value=-5, max_value=900), max_size=60)


@given(DAGER_SIDEN)
def test_den_siste_beholdes_alltid_og_ingen_blir_til(dager: list[int]) -> None:
    tider = {kl_8(I_DAG - timedelta(days=d)) for d in dager}
    igjen = beholdes(tider, I_DAG)
    assert igjen <= tider
    assert not tider or max(tider) in igjen
    assert {t for t in tider if t.date() > I_DAG} <= igjen
    assert len([t for t in igjen if t.date() <= I_DAG]) <= DAGER + UKER + MAANEDER + 1


@given(DAGER_SIDEN)
def test_aa_tynne_to_ganger_er_som_en_gang(dager: list[int]) -> None:
    igjen = beholdes({kl_8(I_DAG - timedelta(days=d)) for d in dager}, I_DAG)
    assert beholdes(igjen, I_DAG) == igjen


@given(st.sets(st.integers(min_value=0, max_value=800), max_size=120))
def test_tynning_dag_for_dag_mister_aldri_den_siste_i_en_maaned_eller_uke(dager: set[int]) -> None:
    """As it is done: a copy on some days, thinned on each; nothing is thinned away that a later day should have had."""
    alle = {I_DAG - timedelta(days=d) for d in dager}
    igjen: set[datetime] = set()
    for dag in sorted(alle):
        igjen = beholdes(igjen | {kl_8(dag)}, dag)
    assert igjen == (beholdes({kl_8(d) for d in alle}, max(alle)) if alle else set())


@pytest.mark.parametrize(
    ("dager_siden", "gammel"), [(0, False), (GAMMEL_ETTER_DAGER, False), (GAMMEL_ETTER_DAGER + 1, True), (400, True)]
)
def test_en_kopi_er_gammel_etter_tre_dager(dager_siden: int, gammel: bool) -> None:
    assert er_gammel(kl_8(I_DAG - timedelta(days=dager_siden)), I_DAG) is gammel


def test_ingen_kopi_er_en_gammel_kopi() -> None:
    assert er_gammel(None, I_DAG) is True
