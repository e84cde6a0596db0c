"""A window process for the tests: opens a case, types in it by keys without saving, and waits to be killed."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.runner import Runner
from ui.session import Session
from ui.theme import set_up


def main(mappe: Path, saksnummer: str, text: str) -> None:
    app = QApplication([])
    set_up(app)
    session = Session(Runner(), ChangeBus())
    window = MainWindow(session, mappe, "kari", None)
    window.show()
    window.begin()

    def type_in_it() -> None:
        page = window.screens.case_screen.pages["oppfoelgingsplan"]
        field = page.form.form.fields["begrunnelse"]  # type: ignore[attr-defined]
        QTest.keyClicks(field.controls()[0], text)
        session.drafts.written.connect(lambda: print("skrevet", flush=True))  # noqa: T201 - the test waits for it

    session.user_changed.connect(lambda: window.go(Place("sak", saksnummer, "oppfoelgingsplan")))
    window.screens.case.loaded.connect(
        lambda _: QTimer.singleShot(0, lambda: session.runner.in_turns([type_in_it], owner=window))
    )
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
