"""Starts the window: paints it first, then imports and opens the database away from it."""

import ui.heavy_imports  # noqa: F401, I001 - first: it keeps Python's import from before PySide6 puts in its own
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.policy import les_policy
from ui import theme
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.one_window import OneWindow
from ui.runner import Runner
from ui.session import Session

# How long the database thread may keep Python when the window wants it: a paint asks for it many times.
TURN_S = 0.001
# By this name a Wayland desktop finds the icon; the AppImage has a file of the same name.
DESKTOP_FILE = "no.kommune.trondheim.Boligtildeling"


def main(argv: Sequence[str], *, mappe: Path | None, som: str | None, klokke: datetime | None) -> int:
    """Runs the window on a data folder (the user's own when none is given); returns the exit code."""
    app = make_application(list(argv))
    folder = mappe or _own_folder()
    holder = OneWindow(folder)
    if not holder.take():
        holder.ask_the_other()
        return 0
    session = Session(Runner(), ChangeBus(), klokke)
    window = MainWindow(session, folder, som, klokke)
    holder.asked_for.connect(window.come_to_front)
    app.styleHints().colorSchemeChanged.connect(lambda _: theme.THEME.apply(app))
    window.show()
    window.begin()
    QTimer.singleShot(0, holder.listen)
    code = app.exec()
    session.close()
    holder.let_go()
    return code


def make_application(argv: list[str]) -> QApplication:
    """The one application of the process, dressed and named."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(argv or sys.argv[:1])
    app.setApplicationName("Boligtildeling")
    app.setApplicationDisplayName("Boligtildeling")
    app.setDesktopFileName(DESKTOP_FILE)
    app.setWindowIcon(QIcon(str(files("resources").joinpath("icons/boligtildeling.svg"))))
    theme.set_up(app)
    sys.setswitchinterval(TURN_S)
    return app


def _own_folder() -> Path:
    """The same folder as the command line uses, without the heavy import that knows it.

    A policy that cannot be followed is told when the folder is opened, in the window.
    """
    from platformdirs import user_data_path

    with suppress(Driftsfeil):
        if (settled := les_policy().datamappe) is not None:
            return settled
    return user_data_path("Boligtildeling", appauthor=False)
