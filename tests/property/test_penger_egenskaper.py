"""Invariants of money that hold for every amount."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from boligtildeling.domain.penger import Kroner, summer, tolk_kroner

GRENSE = 99_999_999_999
beloep = st.integers(-GRENSE, GRENSE).map(Kroner)
JSON = TypeAdapter(Kroner)


@given(beloep)
def test_det_som_vises_kan_leses_tilbake(ett: Kroner) -> None:
    assert tolk_kroner(str(ett)) == ett


@given(beloep)
def test_json_frem_og_tilbake_mister_ikke_et_oere(ett: Kroner) -> None:
    assert JSON.validate_json(JSON.dump_json(ett)) == ett
    assert JSON.validate_json(str(ett.desimal)) == ett


@given(beloep)
def test_desimal_frem_og_tilbake(ett: Kroner) -> None:
    assert Kroner.fra(ett.desimal) == ett == Kroner.fra(str(ett.desimal))


@given(st.lists(beloep))
def test_summen_er_uavhengig_av_rekkefoelgen(alle: list[Kroner]) -> None:
    assert summer(alle) == summer(reversed(alle))
    assert summer(alle).desimal == sum((ett.desimal for ett in alle), Decimal(0))


@given(beloep, st.integers(0, 400), st.integers(1, 400))
def test_andelen_ligger_hoeyst_et_halvt_oere_fra_det_noeyaktige(ett: Kroner, teller: int, nevner: int) -> None:
    assert abs(2 * (ett.andel(teller, nevner).oere * nevner - ett.oere * teller)) <= nevner


@given(beloep, st.integers(1, 400))
def test_hele_andelen_er_hele_beloepet(ett: Kroner, deler: int) -> None:
    assert ett.andel(deler, deler) == ett


@given(st.text())
def test_vilkaarlig_tekst_gir_et_beloep_eller_en_setning(tekst: str) -> None:
    try:
        ett = tolk_kroner(tekst)
    except ValueError as feil:
        setning = str(feil)
    else:
        setning = "Beløpet er lest."
        assert -GRENSE <= ett.oere <= GRENSE
    assert setning.startswith(("Skriv beløpet", "Beløpet"))
