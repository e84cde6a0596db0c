"""A window process for the tests: a case is looked at, searched for, printed to a file and left. Nothing is asked."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.settling import settle
from ui.change_bus import ChangeBus
from ui.file_dialogs import forget
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.opening import open_folder
from ui.runner import Runner
from ui.session import Session
from ui.theme import set_up


def main(mappe: Path, ut: Path, navn: str) -> None:
    app = QApplication([])
    set_up(app)
    session = Session(Runner(), ChangeBus())
    window = MainWindow(session, mappe, "kari", None)
    window.show()
    window._opened(open_folder(mappe, "kari", None))
    settle(lambda: session.runner.is_idle)
    window.search.setText(navn)
    window.search.textEdited.emit(navn)
    settle(lambda: session.runner.is_idle)
    for step in ("soeknad", "kartlegging", "vedtak", "historikk", "innsynslogg", "innsyn", "skjerming"):
        window.go(Place("sak", "2026-0001", step))
        settle(lambda: session.runner.is_idle)
    window.go(Place("sak", "2026-0001", "dokumenter", "vedtak"))
    settle(lambda: session.runner.is_idle)
    window.screens.case_screen.pages["dokumenter"].preview.save(ut / "2026-0001-vedtak.pdf")  # type: ignore[attr-defined]
    _choose_in_qts_own_dialog(ut / navn)
    print(app.clipboard().text())  # noqa: T201 - the test reads it
    window.close()
    session.close()


def _choose_in_qts_own_dialog(folder: Path) -> None:
    """Qt's own dialog remembers the folder it was in, and forgets it again when we have had our answer."""
    folder.mkdir()
    dialog = QFileDialog(None, "Velg", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    QTimer.singleShot(200, dialog.accept)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.exec()
    del dialog
    forget()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
