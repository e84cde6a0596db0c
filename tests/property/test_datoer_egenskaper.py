"""Invariants of days: what is shown can be typed, and any text gives a day or a sentence."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.datoer import tolk_dato, vis_dato, vis_kort, vis_tall

dager = st.dates(date(1900, 1, 1), date(2199, 12, 31))
i_dag_dager = st.dates(date(2020, 1, 1), date(2100, 12, 31))


@given(dager, i_dag_dager)
def test_det_som_vises_kan_skrives_tilbake(dag: date, i_dag: date) -> None:
    for vist in (vis_dato(dag), vis_tall(dag), dag.isoformat()):
        assert tolk_dato(vist, i_dag) == dag
    assert tolk_dato(vis_kort(dag), dag) == dag


@given(i_dag_dager, st.integers(-3650, 3650))
def test_forskyvning_er_dager_fra_i_dag(i_dag: date, antall: int) -> None:
    assert tolk_dato(f"{antall:+d}", i_dag) == i_dag + timedelta(days=antall)


@given(i_dag_dager, st.sampled_from(["man", "tir", "ons", "tor", "fre", "lør", "søn"]))
def test_ukedagen_kommer_innen_en_uke(i_dag: date, ukedag: str) -> None:
    dag = tolk_dato(ukedag, i_dag)
    assert timedelta(days=1) <= dag - i_dag <= timedelta(days=7)
    assert ["man", "tir", "ons", "tor", "fre", "lør", "søn"][dag.weekday()] == ukedag


@given(st.text() | st.text("0123456789.-/+ idagmorn", max_size=12), i_dag_dager)
def test_vilkaarlig_tekst_gir_en_dag_eller_en_setning(tekst: str, i_dag: date) -> None:
    try:
        aar = tolk_dato(tekst, i_dag).year
    except ValueError as feil:
        setning = str(feil)
    else:
        setning = "Skriv datoen"
        assert 1900 <= aar <= 2199
    assert setning.startswith(("Skriv datoen", "Datoen finnes ikke"))
