"""The window for tests: offscreen, on a trial folder of its own, by a clock that the test sets."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from tests.bygg import Vei
from ui import theme
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.opening import Opened
from ui.runner import Runner
from ui.session import Session
from ui.widgets.act_form import ActForm

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says so of every window; it says nothing about ours."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True, scope="session")
def _dressed(qapp: QApplication) -> None:
    theme.set_up(qapp, "lys")


@pytest.fixture
def session() -> Iterator[Session]:
    """A session with no folder open."""
    made = Session(Runner(), ChangeBus())
    yield made
    made.close()


@pytest.fixture
def window_on(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """`window_on(vei)` is the window on that case's folder, with the case open; `som` acts."""
    sessions: list[Session] = []

    def open_window(vei: Vei, som: str = "kari", step: str = "") -> MainWindow:
        program, ur = vei.kontor.program, vei.kontor.ur
        session = Session(Runner(), ChangeBus(), ur.naa().replace(tzinfo=None))
        sessions.append(session)
        window = show(qtbot, MainWindow(session, program.mappe, som, None))
        window._opened(opened(program, som))
        window.go(Place("sak", vei.saksnummer, step))
        settle(qtbot, session)
        return window

    yield open_window
    for session in sessions:
        session.runner.close()


def opened(program: Program, som: str) -> Opened:
    navn, rolle = program.innlogget(som)
    return Opened(program.mappe, program, navn, rolle, program.brukere())


def show(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.addWidget(window, before_close_func=_forget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _forget(window: QWidget) -> None:
    """A test that ends has nothing to lose."""
    screens = window.screens if isinstance(window, MainWindow) else window  # a locked window has them out of sight
    for form in screens.findChildren(ActForm):
        form.form.is_touched = False


def settle(qtbot: QtBot, session: Session) -> None:
    """Lets everything that was asked for come back."""
    qtbot.waitUntil(lambda: session.runner.is_idle, timeout=60_000)
