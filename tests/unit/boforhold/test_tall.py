"""Shares, medians, and small numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.boforhold.tall import MINSTE_TALL, andel, median, skjul_smaa


@pytest.mark.parametrize(
    ("del_", "hele", "per", "svar"),
    [
        (1511, 5929, 100, "25.5"),
        (1536, 6281, 100, "24.5"),
        (207, 1373, 100, "15.1"),
        (70, 153, 100, "45.8"),
        (1, 8, 100, "12.5"),
        (55, 62558, 1000, "0.9"),
        (0, 4, 100, "0.0"),
    ],
)
def test_andeler_regnes_riktig_og_avrundes_opp_fra_halv(del_: int, hele: int, per: int, svar: str) -> None:
    assert andel(del_, hele, per=per) == Decimal(svar)


def test_av_ingenting_er_det_ingen_andel_og_ingen_median() -> None:
    assert andel(3, 0) is None
    assert median([]) is None


@pytest.mark.parametrize(("verdier", "svar"), [([3], "3"), ([9, 1, 5], "5"), ([1, 2], "1.5"), ([4, 4, 10, 2], "4")])
def test_medianen_er_den_midterste(verdier: list[int], svar: str) -> None:
    assert median(verdier) == Decimal(svar)


@pytest.mark.parametrize(
    ("antall", "skjult"),
    [
        ((10, 20), (False, False)),
        ((0, 20), (False, False)),
        ((3, 20, 8), (True, False, True)),
        ((3, 2, 8), (True, True, False)),
        ((4,), (True,)),
        ((3, 0), (True, False)),
    ],
)
def test_smaa_tall_skjules_og_kan_ikke_regnes_ut_av_summen(antall: tuple[int, ...], skjult: tuple[bool, ...]) -> None:
    assert skjul_smaa(antall) == skjult


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_ingen_smaa_tall_staar_igjen_og_aldri_bare_ett_er_borte_naar_andre_kan_dekke_det(antall: list[int]) -> None:
    skjult = skjul_smaa(antall)
    assert all(skjult[i] for i, n in enumerate(antall) if 0 < n < MINSTE_TALL)
    if sum(skjult) == 1:
        assert all(n == 0 or 0 < n < MINSTE_TALL for n in antall)
