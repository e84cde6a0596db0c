"""What differs between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.ordforskjell import ordforskjell

TEKST = st.text(st.sampled_from("ab \n"), max_size=60)


@pytest.mark.parametrize(
    ("fra", "til", "deler"),
    [
        ("", "", []),
        ("Du bor her.", "Du bor her.", [("likt", "Du bor her.")]),
        ("Du bor her.", "Du bor der.", [("likt", "Du bor "), ("borte", "her."), ("nytt", "der.")]),
        ("", "Ny.", [("nytt", "Ny.")]),
        ("Gammel.", "", [("borte", "Gammel.")]),
        ("a b", "a x b", [("likt", "a "), ("nytt", "x "), ("likt", "b")]),
    ],
)
def test_forskjellen_staar_ord_for_ord(fra: str, til: str, deler: list[tuple[str, str]]) -> None:
    assert [(d.slag, d.tekst) for d in ordforskjell(fra, til)] == deler


@given(TEKST, TEKST)
def test_begge_tekstene_kan_leses_ut_av_forskjellen(fra: str, til: str) -> None:
    deler = ordforskjell(fra, til)
    assert "".join(d.tekst for d in deler if d.slag != "nytt") == fra
    assert "".join(d.tekst for d in deler if d.slag != "borte") == til
