"""Nothing but windows, dialogs and menus is ever a window: a label that is shown before it has its place flashes."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.bygg import Paa
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.veien import STEPS


class Watch(QObject):
    """Notes every widget that is shown as a window of its own without being one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_window and not isinstance(watched, QMainWindow | QDialog | QMenu):
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("stand", ["registrert", "godkjent", "utlevert"])
def test_ingenting_blinker_som_et_eget_vindu(
    paa: Paa, window_on: Callable[..., MainWindow], qtbot: QtBot, stand: str
) -> None:
    app: Any = QApplication.instance()
    watch = Watch()
    app.installEventFilter(watch)
    try:
        vei = paa(stand)
        window = window_on(vei)
        for step in (*(code for code, _ in STEPS), "dokumenter", "historikk"):
            window.go(Place("sak", vei.saksnummer, step))
            settle(qtbot, window.session)
            Keyboard(qtbot, window).wait()
    finally:
        app.removeEventFilter(watch)
    assert watch.seen == []
