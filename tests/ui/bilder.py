"""Takes a picture of every screen: `python -m tests.ui.bilder MAPPE [lys|moerk] [BREDDE HOEYDE]`, on a fresh demo."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.runner import Runner
from ui.session import Session
from ui.veien import STEPS

SETTLE_MS, TICKS = 40, 3


def settle(session: Session) -> None:
    """Lets everything that is asked for come back and be painted."""
    loop, idle = QEventLoop(), [0]

    def tick() -> None:
        idle[0] = idle[0] + 1 if session.runner.is_idle else 0
        if idle[0] == TICKS:
            loop.quit()

    quiet = QTimer()
    quiet.setInterval(SETTLE_MS)
    quiet.timeout.connect(tick)
    quiet.start()
    loop.exec()


def scenes(window: MainWindow, numbers: list[str]) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each picture's name, and how to get there."""
    yield "saksliste", lambda: window.go(Place("saksliste"))
    steps = [code for code, _ in STEPS]
    late = ["vedtak", "tildeling", "kontrakt", "foerste_husleie"]
    for number, case in enumerate(numbers):
        for code in steps if number in {0, len(numbers) - 1} else late:
            yield f"sak{number}-{code}", lambda c=case, s=code: window.go(Place("sak", c, s))
    yield "svar", lambda: window.go(Place("sak", numbers[-1], "kartlegging", "KAR-1"))
    yield "kvittering", lambda: window.go(Place("sak", numbers[0], "dokumenter", "noekkelkvittering"))
    yield "historikk", lambda: window.go(Place("sak", numbers[-1], "historikk"))
    yield "dokumenter", lambda: window.go(Place("sak", numbers[-1], "dokumenter", "vedtak"))
    yield "handling", lambda: window.go(Place("sak", numbers[0], "handling:sett_paa_vent"))
    for name in ("soeknad", "boliger", "begjaeringer", "innstillinger", "sikkerhetskopier", "velkommen"):
        yield name, lambda n=name: window.go(Place(n))
    yield "hjelp", lambda: window.go(Place("hjelp", step="vedtak"))
    yield "svar-igjen", lambda: window.go(Place("sak", numbers[-1], "kartlegging", "KAR-1"))
    yield "svar-med-hjelp", window.assistance.toggle_help
    yield "finn", window.assistance.find
    yield "omvisning", window.assistance.begin_tour


def main(target: Path, choice: str, width: int, height: int) -> None:
    app = QApplication([])
    theme.set_up(app, choice)
    target.mkdir(parents=True, exist_ok=True)
    from boligtildeling.casework.views.saker import Saksutvalg
    from boligtildeling.clock import Klokke
    from boligtildeling.demo import lag_demo
    from ui.opening import open_folder

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "demo"
        lag_demo(folder, Klokke().naa())
        session = Session(Runner(), ChangeBus())
        window = MainWindow(session, folder, "kari", None)
        window.resize(width, height)
        window.show()
        opened = open_folder(folder, "kari", None)
        window._opened(opened)
        theme.THEME.apply(app, choice)
        window.resize(width, height)
        assert opened.program is not None
        cases = sorted(opened.program.vis_saker("kari", Saksutvalg()).saker, key=lambda s: s.saksnummer)
        settle(session)
        for picture, go in scenes(window, [s.saksnummer for s in cases]):
            go()
            settle(session)
            window.grab().save(str(target / f"{picture}.png"))
        session.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(
        Path(arguments[0]),
        arguments[1] if len(arguments) > 1 else "lys",
        *(int(a) for a in (arguments[2:4] or ("1440", "930"))),
    )
