"""Invariants of numbers: one wrong digit is caught, references are distinct, arbitrary text never fails."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.identitet import (
    advarsel_nummer,
    er_kid,
    er_kontonummer,
    lag_kid,
    skjult,
    tolk_nummer,
)

DATA = json.loads((Path(__file__).parents[1] / "data" / "syntetiske_identer.json").read_text(encoding="utf-8"))
NUMRE = [person["nummer"] for person in DATA["personnumre"]]
loepenumre, sekvenser = st.integers(1, 9_999_999), st.integers(0, 999)


@given(st.sampled_from(NUMRE), st.integers(0, 10), st.integers(1, 9))
def test_ett_galt_siffer_godtas_aldri_stille(nummer: str, plass: int, tillegg: int) -> None:
    galt = nummer[:plass] + str((int(nummer[plass]) + tillegg) % 10) + nummer[plass + 1 :]
    advarsel = advarsel_nummer(galt, date(2026, 11, 2))
    assert not tolk_nummer(galt).gyldig or advarsel is not None


@given(st.sampled_from(DATA["kontonumre"]), st.integers(0, 10), st.integers(1, 9))
def test_ett_galt_siffer_i_kontonummeret_avvises(konto: str, plass: int, tillegg: int) -> None:
    assert not er_kontonummer(konto[:plass] + str((int(konto[plass]) + tillegg) % 10) + konto[plass + 1 :])


@given(loepenumre, sekvenser, loepenumre, sekvenser)
def test_to_krav_faar_aldri_samme_kid(en: int, forste: int, annen: int, neste: int) -> None:
    kid, annen_kid = lag_kid(en, forste), lag_kid(annen, neste)
    assert er_kid(kid)
    assert (kid == annen_kid) == ((en, forste) == (annen, neste))


@given(st.text() | st.text("0123456789 -.", max_size=30))
def test_vilkaarlig_tekst_gir_alltid_et_svar(tekst: str) -> None:
    funn = tolk_nummer(tekst)
    assert funn.gyldig == (funn.slag is not None) == (funn.dag_maaned_aar is not None)
    assert skjult(tekst).endswith("*****")
    assert er_kid(tekst) in (True, False)
    assert er_kontonummer(tekst) in (True, False)
