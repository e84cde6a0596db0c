"""Colours can be read in both themes, by the real tokens."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import DARK, LIGHT, TEXT_ON, Tokens, contrast

Role = QPalette.ColorRole
PAIRS = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.PlaceholderText, Role.Base),
)
UI = Path(__file__).parents[2] / "ui"


@pytest.fixture(params=["lys", "moerk"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QApplication]:
    """The program in one theme, and in the light one again afterwards."""
    theme.THEME.apply(qapp, request.param)
    yield qapp
    theme.THEME.apply(qapp, "lys")


def of_palette(palette: QPalette, text: Role, ground: Role) -> float:
    shown = palette.color(text)
    assert shown.alpha() == 255, "a colour that is seen through has another contrast than its name says"
    return contrast(shown.name(), palette.color(ground).name())


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_den_virkelige_paletten_kan_leses_i_begge_temaer(dressed: QApplication, text: Role, ground: Role) -> None:
    assert of_palette(dressed.palette(), text, ground) >= 4.5


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_ledeteksten_i_et_felt_kan_ogsaa_leses(dressed: QApplication, qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    qtbot.addWidget(field)
    theme.THEME.dress(field)
    field.ensurePolished()
    for role in (Role.Text, Role.PlaceholderText):
        assert of_palette(field.palette(), role, Role.Base) >= 4.5


def test_ingenting_beveger_seg_av_seg_selv() -> None:
    """Nothing has to be turned off for those who ask for reduced motion."""
    moving = re.compile(r"Q\w*Animation|QMovie|QTimeLine|QScroller|setEffectEnabled")
    sources = {path: path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    assert [path.name for path, source in sources.items() if moving.search(source)] == []


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
