"""Invariants of rent and tenancy that hold for every start and every amount."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.frist import er_virkedag
from boligtildeling.domain.husleie import foerste_husleie, neste_forfall, til_dato
from boligtildeling.domain.penger import Kroner

dager = st.dates(date(1990, 1, 1), date(2080, 12, 31))
husleier = st.integers(0, 10_000_000).map(Kroner)


@given(husleier, dager)
def test_foerste_husleie_er_aldri_over_en_maaned(husleie: Kroner, fra: date) -> None:
    assert Kroner.null() <= foerste_husleie(husleie, fra) <= husleie
    assert foerste_husleie(husleie, fra.replace(day=1)) == husleie


@given(husleier, dager)
def test_en_dag_senere_koster_aldri_mer(husleie: Kroner, fra: date) -> None:
    neste = fra + timedelta(days=1)
    if neste.month == fra.month:
        assert foerste_husleie(husleie, neste) <= foerste_husleie(husleie, fra)


@given(dager, st.integers(1, 31))
def test_neste_forfall_er_en_virkedag_innen_en_maaned_og_en_helg(fra: date, dag: int) -> None:
    forfall = neste_forfall(fra, dag)
    assert fra <= forfall <= fra + timedelta(days=38)
    assert er_virkedag(forfall)
    assert neste_forfall(forfall, dag) == forfall


@given(dager, st.integers(1, 120))
def test_leietiden_er_aldri_kortere_enn_avtalt(fra: date, maaneder: int) -> None:
    slutt = til_dato(fra, maaneder)
    foerste_dag_etter = slutt + timedelta(days=1)
    assert foerste_dag_etter >= fra + relativedelta(months=maaneder)
    assert foerste_dag_etter <= fra + relativedelta(months=maaneder) + timedelta(days=1)
    assert til_dato(fra, maaneder + 1) > slutt
