"""A protected case in the window: no screen, title, menu, status line or search tells it to one who is not named."""

from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.domain.soeknad import Adresse
from tests.bygg import MILD, Paa, Vei, person, soeknad
from tests.ui.conftest import settle
from ui.main_window import MainWindow
from ui.navigation import Place, PlaceName

WindowOn = Callable[..., MainWindow]
MERKER = ("Åsgard", MILD, "Skjulvegen", "90817263", "Hemmelig notat")
STEDER = tuple(navn for navn in get_args(PlaceName) if navn not in {"venter", "velkommen", "sak"})


@pytest.fixture
def skjult(paa: Paa) -> Vei:
    """An open case for everyone, and beside it a protected one that only ola is named on; he has read it and sent."""
    vei = paa("registrert")
    soeker = person("Mild", "Åsgard", MILD, "fortrolig", adresse=Adresse("Skjulvegen 1", "7030", "TRONDHEIM"))
    soeker_med = soeknad(soeker=soeker, ekstern_referanse="SKJULT-1")
    annen = vei.kontor.ny_sak(soeker_med, "ola")
    annen.gjoer("noter", "ola", tekst="Hemmelig notat om 90817263.")
    annen.gjoer("sett_paa_vent", "ola", grunn="Åsgard er bortreist.", til_dato=vei.kontor.ur.i_dag.replace(month=12))
    annen.vis("ola")
    vei.kontor.program.skriv_ut("sjekkliste-soeknadsbehandling", annen.saksnummer, "ola")
    return annen


def tekster(window: MainWindow) -> Iterator[str]:
    """Everything in the window that can be read, by eye or by a screen reader, shown or not."""
    yield window.windowTitle()
    yield window.statusBar().currentMessage()
    for widget in window.findChildren(QWidget):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QComboBox) or (isinstance(widget, QAbstractItemView) and widget.model() is not None):
            yield from _modellens(widget.model())
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _modellens(modell: QAbstractItemModel) -> Iterator[str]:
    for rad in range(modell.rowCount()):
        for kolonne in range(1 if isinstance(modell, QAbstractListModel) else modell.columnCount()):
            for rolle in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.UserRole):
                yield str(modell.index(rad, kolonne).data(rolle))


def funn(window: MainWindow, saksnummer: str) -> set[str]:
    alt = "\n".join(tekster(window)).casefold()
    return {merke for merke in (*MERKER, saksnummer) if merke.casefold() in alt}


@pytest.mark.parametrize("som", ["kari", "tove"])
def test_ingen_skjerm_viser_den_for_en_som_ikke_er_navngitt(
    skjult: Vei, window_on: WindowOn, qtbot: QtBot, som: str
) -> None:
    window = window_on(skjult.kontor.vei("2026-0001"), som)
    for sted in STEDER:
        window.go(Place(sted))
        settle(qtbot, window.session)
        assert (sted, funn(window, skjult.saksnummer)) == (sted, set())
    window.go(Place("saksliste"))
    for soek in ("åsgard", MILD, skjult.saksnummer, "SKJULT-1"):
        _soek(window, soek, qtbot)
        assert window.screens.list.model.rowCount() == 0, soek
    window.go(Place("sak", skjult.saksnummer))
    settle(qtbot, window.session)
    assert funn(window, skjult.saksnummer) - {skjult.saksnummer, MILD} == set()
    assert "Åsgard" not in window.windowTitle()


@pytest.mark.parametrize("sted", ["vedtak", "historikk", "dokumenter", "innsynslogg"])
def test_vindustittelen_har_aldri_navn_eller_nummer_heller_ikke_for_den_som_er_navngitt(
    skjult: Vei, window_on: WindowOn, qtbot: QtBot, sted: str
) -> None:
    window = window_on(skjult, "ola", sted)
    settle(qtbot, window.session)
    titler = [w.windowTitle() for w in (window, *window.findChildren(QWidget))]
    assert [t for t in titler if any(m.casefold() in t.casefold() for m in MERKER)] == []
    assert "Åsgard" in "\n".join(tekster(window)), "the search for marks finds what is there"


def _soek(window: MainWindow, soek: str, qtbot: QtBot) -> None:
    window.search.setText(soek)
    window.search.textEdited.emit(soek)
    qtbot.waitUntil(lambda: not window.screens.list.state._pause.isActive())
    settle(qtbot, window.session)
