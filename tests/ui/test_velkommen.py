"""The first start: a new folder, the demo, and a folder that cannot be opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boligtildeling.app import er_opprettet
from tests.ui.conftest import settle, show
from tests.ui.keyboard import Keyboard
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.runner import Runner
from ui.session import Session
from ui.widgets.recovery_sheet import CONFIRM


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on a folder that does not exist yet."""
    session = Session(Runner(), ChangeBus())
    made = show(qtbot, MainWindow(session, tmp_path / "ny", None, None))
    yield made
    session.close()


def begin(window: MainWindow, qtbot: QtBot) -> Keyboard:
    window.begin()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is not window.screens.list, timeout=60_000)
    return Keyboard(qtbot, window)


def test_en_tom_proevemappe_lages_og_aapnes(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    hand = begin(window, qtbot)
    assert window.screens.currentWidget() is window.screens.welcome
    hand.push("Bare for å prøve")
    hand.push("Lag tom database")
    hand.push(CONFIRM)
    hand.push("Gå videre")
    qtbot.waitUntil(lambda: window.session.er_aapen, timeout=60_000)
    settle(qtbot, window.session)
    assert er_opprettet(tmp_path / "ny")
    assert window.session.er_proeve
    assert window.session.rolle == "teamleder"
    assert "Ingen saker her ennå" in window.screens.list.empty.text()


def test_uten_brukere_faar_du_vite_hva_som_mangler(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    hand = begin(window, qtbot)
    hand.push("Slett bruker 1")
    hand.push("Lag tom database")
    assert window.screens.welcome.form.fields["brukere"].error.text() == "Listen kan ikke være tom."
    assert not er_opprettet(tmp_path / "ny")


def test_demoen_lages_i_en_egen_mappe_ved_siden_av(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    hand = begin(window, qtbot)
    hand.push("Åpne demoen")
    qtbot.waitUntil(lambda: window.session.er_aapen, timeout=60_000)
    settle(qtbot, window.session)
    assert not (tmp_path / "ny").exists()
    assert er_opprettet(tmp_path / "ny-demo")
    assert window.screens.list.model.rowCount() >= 10
    assert window.windowTitle() == "Boligtildeling – PRØVE"


def test_en_mappe_som_ikke_kan_aapnes_blir_ikke_overskrevet(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "ny").mkdir()
    fil = tmp_path / "ny" / "boligtildeling.db"
    fil.write_bytes(b"dette er ingen database" * 200)
    begin(window, qtbot)
    welcome = window.screens.welcome
    assert welcome.problem.message is not None
    assert welcome.problem.message.kind == "drift"
    assert welcome.new_card.isHidden()
    assert fil.read_bytes().startswith(b"dette er ingen")
