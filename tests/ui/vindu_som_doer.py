"""A window process for the tests: opens a folder and does acts without end, until it is killed."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from boligtildeling.casework.soeknad import Noter
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.one_window import OneWindow
from ui.runner import Runner
from ui.session import Session
from ui.theme import set_up


def main(mappe: Path) -> None:
    app = QApplication([])
    set_up(app)
    holder = OneWindow(mappe)
    assert holder.take()
    session = Session(Runner(), ChangeBus())
    window = MainWindow(session, mappe, "kari", None)
    window.show()
    window.begin()

    def shown(sak: object) -> None:
        command = Noter(**window.screens.case.case_fields(), tekst="Et notat som kanskje ikke rekker fram.")
        print("sendt", flush=True)  # noqa: T201 - the test counts the lines
        session.act(command, lambda _: None, lambda _: app.exit(1), owner=window)

    window.screens.case.loaded.connect(shown)
    session.user_changed.connect(lambda: window.go(Place("sak", "2026-0001")))
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
