"""Shows every screen of the window once, and looks at each: for the installed program that tries itself."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from boligtildeling.feilspor import spor
from boligtildeling.selvtest import Avvik
from ui import theme
from ui.change_bus import ChangeBus
from ui.help import show_about
from ui.main_window import MainWindow
from ui.navigation import Place, PlaceName
from ui.runner import Runner
from ui.session import Session
from ui.widgets.message_panel import MessagePanel

TICK_MS, QUIET_TICKS = 15, 3
ICON = 32
LONGEST_MS = 120_000
MARKS = 40
"""How many points across and down are looked at, to see that something is painted."""
FEWEST_COLOURS = 3
NOT_CASES = tuple(name for name in get_args(PlaceName) if name not in {"venter", "sak"})
Visit = tuple[str, Callable[[], QWidget | None]]
"""What is shown, and how to get there: gives the dialog, or nothing when it is in the window."""


def show_every_screen(mappe: Path, user: str, saksnummer: str) -> int:
    """Shows them all on the folder, offscreen unless Qt is told otherwise; tells how many.

    Raises `Avvik` for the first that fails, is blank, or does not get its answer.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import make_application

    app = make_application(sys.argv[:1])
    if QFontInfo(app.font()).family() != theme.FAMILY:
        raise Avvik("Skriften i vinduet er ikke vår egen.")
    if app.windowIcon().pixmap(ICON).isNull():
        raise Avvik("Qt kan ikke tegne ikonet (SVG).")
    session = Session(Runner(), ChangeBus())
    window = MainWindow(session, mappe, user, None)
    try:
        with _nothing_goes_wrong() as faults:
            return _visit_all(window, session, saksnummer, faults)
    finally:
        session.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _visit_all(window: MainWindow, session: Session, saksnummer: str, faults: list[str]) -> int:
    window.show()
    window.begin()
    _settle(lambda: session.er_aapen and session.runner.is_idle, "saksliste")
    shown = 0
    for name, go in _visits(window, saksnummer):
        dialog = _go(go, faults)
        _settle(lambda: session.runner.is_idle, name)
        _look_at(name, window, dialog or window, faults)
        if dialog is not None:
            dialog.close()
        shown += 1
    return shown


def _go(go: Callable[[], QWidget | None], faults: list[str]) -> QWidget | None:
    try:
        return go()
    except Exception as error:
        faults.append(spor(error))
        return None


def _visits(window: MainWindow, saksnummer: str) -> Iterator[Visit]:
    """Every place, every page of a case, the dialogs of the help menu, and the lock at last."""
    from ui.step_makers import makers

    def to(place: Place) -> Callable[[], None]:
        return lambda: window.go(place)

    for name in NOT_CASES:
        yield name, to(Place(name))
    for step in makers():
        yield step, to(Place("sak", saksnummer, step))
    yield "tastatur", lambda: window.assistance.show_page("tastatur")
    yield "finn", window.assistance.find
    yield "hjelp til feltet", window.assistance.toggle_help
    yield "om", lambda: show_about(window)
    yield "laas", window.locking.lock


def _settle(is_ready: Callable[[], bool], name: str) -> None:
    """Lets everything that was asked for come back and be painted. Raises `Avvik` when it does not."""
    loop, quiet = QEventLoop(), [0]

    def tick() -> None:
        quiet[0] = quiet[0] + 1 if is_ready() else 0
        if quiet[0] == QUIET_TICKS:
            loop.quit()

    ticking = QTimer()
    ticking.setInterval(TICK_MS)
    ticking.timeout.connect(tick)
    ticking.start()
    QTimer.singleShot(LONGEST_MS, loop, lambda: loop.exit(1))
    if loop.exec() != 0:
        raise Avvik(f"Skjermen «{name}» ble ikke ferdig.")


def _look_at(name: str, window: QWidget, shown: QWidget, faults: list[str]) -> None:
    if faults:
        raise Avvik(f"Skjermen «{name}» feilet: {faults[0]}")
    for panel in window.findChildren(MessagePanel):
        if panel.isVisible() and panel.message is not None and panel.message.kind == "drift":
            raise Avvik(f"Skjermen «{name}» sier: {panel.message.as_text}")
    image = shown.grab().toImage()
    across, down = max(1, image.width() // MARKS), max(1, image.height() // MARKS)
    colours = {image.pixel(x, y) for x in range(0, image.width(), across) for y in range(0, image.height(), down)}
    if len(colours) < FEWEST_COLOURS:
        raise Avvik(f"Skjermen «{name}» er tom.")


class _Listener(logging.Handler):
    """Hears what the window writes in the log when something unexpected goes wrong."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        self._faults.append(record.getMessage())


@contextmanager
def _nothing_goes_wrong() -> Iterator[list[str]]:
    """What goes wrong while the block runs: in a signal's slot, where Qt would swallow it, and in the log."""
    faults: list[str] = []
    listener, before = _Listener(faults), sys.excepthook
    log = logging.getLogger("boligtildeling")
    sys.excepthook = lambda _, error, __: faults.append(spor(error))
    log.addHandler(listener)
    try:
        yield faults
    finally:
        log.removeHandler(listener)
        sys.excepthook = before
