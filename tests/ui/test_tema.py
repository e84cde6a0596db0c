"""Colours can be read in both themes, by the real tokens."""

import pytest

from ui.theme import DARK, LIGHT, TEXT_ON, Tokens, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["lys", "moerk"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_tekst_kan_leses_paa_bunnen_den_staar_paa(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["lys", "moerk"])
@pytest.mark.parametrize("edge", ["muted", "accent", "wrong_text"])
def test_kanten_paa_et_felt_og_fokus_er_synlig(tokens: Tokens, edge: str) -> None:
    assert min(contrast(getattr(tokens, edge), ground) for ground in (tokens.card, tokens.background)) >= 3


def test_kontrasten_er_regnet_som_wcag_gjoer() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
