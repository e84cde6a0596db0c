"""How long the window's thread is held on the way through the main job, by a timer that beats every millisecond.

Measured by the clock, which other programs on the machine lengthen too; by the clock less the wait for a processor,
where the system tells it; and by the thread's own work. Changing the theme is told by itself and not counted: it
dresses everything in the window anew, on a choice in a menu, and nobody types meanwhile.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from boligtildeling.demo import lag_demo
from tests.cli.linje import ROT

GRENSE_MS = 50
SAKER = 8
_VENTET = Path("/proc/thread-self/schedstat")
Steg = tuple[str, Callable[[], object]]


def tider() -> tuple[float, float, float]:
    """Now, in seconds: by the clock, by the clock less the wait for a processor, and the thread's own work."""
    naa = time.perf_counter()
    ventet = int(_VENTET.read_text(encoding="ascii").split()[1]) / 1e9 if _VENTET.exists() else 0.0
    return naa, naa - ventet, time.thread_time()


class Slag:
    """The longest time between two beats in each place, in milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.hvor, self.lengst = "start", dict[str, tuple[float, ...]]()
        self._sist = tider()
        self._ur = QTimer()
        self._ur.timeout.connect(self._slaa)
        self._ur.start(1)

    def _slaa(self) -> None:
        naa = tider()
        foer = self.lengst.get(self.hvor, (0.0, 0.0, 0.0))
        self.lengst[self.hvor] = tuple(
            max(lengst, (b - a) * 1000) for lengst, a, b in zip(foer, self._sist, naa, strict=True)
        )
        self._sist = naa


def reisen(vindu: Any) -> Iterator[Steg]:
    """Everything a caseworker does with cases, each with the kind it is told under."""
    from ui.navigation import Place
    from ui.step_makers import PAGES

    for tast in ("f", "fj", "fjo", "fjor", ""):
        yield f"søk: {tast}", partial(vindu._searched, tast)
        yield f"søk, pausen etter: {tast}", lambda: None
    saker = vindu.screens.list.model
    numre = sorted(saker.number_at(rad) for rad in range(saker.rowCount()))[:SAKER]
    assert len(numre) == SAKER, f"the list is to be whole again, and shows {len(numre)}"
    for sak in numre:
        yield f"åpne sak: {sak}", partial(vindu.go, Place("sak", sak))
        for steg in PAGES:
            yield f"steg første gang: {steg} {sak}", partial(vindu._to_step, steg)
            yield from skjemaene(vindu.screens.case_screen.pages[steg], f"{steg} {sak}")
        yield from lagre(vindu, sak)
        for steg in PAGES:
            yield f"steg igjen: {steg} {sak}", partial(vindu._to_step, steg)
    for sted in ("soeknad", "boliger", "innstillinger", "skjemaer", "saksliste"):
        yield f"skjerm: {sted}", partial(vindu.go, Place(sted))
    for valg in ("moerk", "lys"):
        yield f"tema: {valg}", partial(vindu._choose_theme, valg)


def skjemaene(side: Any, hvor: str) -> Iterator[Steg]:
    """Opens and closes what can be opened on a page: answers, forms under buttons, the parts to be approved."""
    from ui.widgets.fold import Fold

    for rad in list(side.checkpoints.rows.values())[:4]:
        if rad.answer.isVisible():
            yield f"svarskjema: {rad.punkt.kode} {hvor}", rad.toggle
            yield f"lukke: {rad.punkt.kode} {hvor}", rad.toggle
    for fold in side.findChildren(Fold):
        if fold.isVisible():
            yield f"skjema under knapp: {fold.button.text()} {hvor}", fold.toggle
            yield f"lukke: {fold.button.text()} {hvor}", fold.toggle
    godkjenning = getattr(side, "approval", None)
    if godkjenning is not None and godkjenning.isVisible():
        for kode, del_ in godkjenning.rows.items():
            yield f"godkjenning: {kode} {hvor}", del_.toggle


def lagre(vindu: Any, sak: str) -> Iterator[Steg]:
    """Answers the first checkpoint that is open, saves, and goes on."""
    steg = "kartlegging"
    yield f"steg igjen: {steg} {sak}", partial(vindu._to_step, steg)
    rader = vindu.screens.case_screen.pages[steg].checkpoints.rows.values()
    rad = next((r for r in rader if r.answer.isVisible()), None)
    if rad is not None:
        yield f"svarskjema: {rad.punkt.kode} {steg} {sak}", rad.toggle
        rad.form.form.fields["svar"].fill("nei")
        rad.form.form.fields["merknad"].fill("Ikke avklart ennå.")
        yield f"lagre: {rad.punkt.kode} {sak}", rad.form.submit
        yield f"neste steg: {sak}", vindu.screens.case_screen.go_to_next


def programmet() -> Any:
    """The application, made as the program makes it: nothing of Qt is imported before."""
    import ui.app

    return ui.app.make_application(["boligtildeling"])


def maal(mappe: Path) -> None:
    """Goes through the job in a window on this folder, and prints each place with its three times."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = programmet()
    from PySide6.QtCore import QTimer

    from tests.ui.settling import settle
    from ui.change_bus import ChangeBus
    from ui.main_window import MainWindow
    from ui.runner import Runner
    from ui.session import Session

    session = Session(Runner(), ChangeBus())
    vindu = MainWindow(session, mappe, None, None)
    vindu.show()
    app.processEvents()
    slag = Slag()
    vindu.begin()
    settle(lambda: session.runner.is_idle)
    for slag.hvor, gjoer in reisen(vindu):
        QTimer.singleShot(0, gjoer)
        settle(lambda: session.runner.is_idle)
    for hvor, lengst in slag.lengst.items():
        print(*(f"{tid:.1f}" for tid in lengst), hvor, sep="\t")
    session.close()


def test_vinduet_holdes_ikke_lenge(tmp_path: Path) -> None:
    lag_demo(tmp_path / "demo", datetime(2026, 11, 25, 10).astimezone())
    kommando = [sys.executable, "-m", "tests.bench.test_flyt", str(tmp_path / "demo")]
    ferdig = subprocess.run(kommando, capture_output=True, text=True, cwd=ROT, timeout=600, check=True)
    rader = [(hvor, [float(t) for t in tid]) for *tid, hvor in (r.split("\t") for r in ferdig.stdout.splitlines())]
    print(
        f"\n{'ms':<18}{'antall':>8}  {'på klokka':>16}  {'uten ventetid':>16}  {'eget arbeid':>16}   (midten, lengst)"
    )
    slag = sorted((hvor.partition(":")[0], tider) for hvor, tider in rader)
    for navn, gruppe in groupby(slag, key=lambda rad: rad[0]):
        kolonner = list(zip(*(tider for _, tider in gruppe), strict=True))
        tall = "  ".join(f"{median(k):>8.0f}{max(k):>8.0f}" for k in kolonner)
        print(f"{navn:<18}{len(kolonner[0]):>8}  {tall}")
    over = [(hvor, tider) for hvor, tider in rader if tider[1] > GRENSE_MS and not hvor.startswith("tema")]
    print(f"Over {GRENSE_MS} ms uten ventetid: {len(over)} av {len(rader)}")
    for hvor, tider in sorted(over, key=lambda rad: -rad[1][1]):
        print("  ", *(f"{tid:.0f}" for tid in tider), hvor)
    assert len(rader) > 10 * SAKER


if __name__ == "__main__":
    maal(Path(sys.argv[1]))
