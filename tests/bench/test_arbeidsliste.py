"""The work list with very many cases: from the last key to the rows, how the window is held meanwhile, and memory.

The pause that the list waits after a key is taken off. The gaps are between the beats of a timer of a millisecond.
"""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.bench.stor_mappe import bygg
from tests.bench.test_flyt import programmet
from tests.cli.linje import ROT

SOEK = ("f", "fj", "fjern1", "fjern42", "ås4711", "fjern1 ås", "2026", "finnes ikke")
GANGER = 5
ANTALL = [100_000, 1_000_000]


def maal(mappe: Path) -> None:
    """Searches again and again in a window on this folder, and prints each time in milliseconds."""
    start = time.perf_counter()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = programmet()
    from PySide6.QtCore import QEventLoop, QTimer

    from ui.change_bus import ChangeBus
    from ui.main_window import MainWindow
    from ui.runner import Runner
    from ui.screens.saksliste.view_model import DEBOUNCE_MS
    from ui.session import Session

    session = Session(Runner(), ChangeBus())
    vindu = MainWindow(session, mappe, "kari", None)
    vindu.show()
    app.processEvents()
    print("vindu malt", (time.perf_counter() - start) * 1000, sep="\t")
    liste = vindu.screens.list.state
    slag: list[float] = []
    ur = QTimer()
    ur.timeout.connect(lambda: slag.append(time.perf_counter()))

    def vent_paa(signal: object, gjoer: object) -> float:
        loop = QEventLoop()
        signal.connect(loop.quit)  # type: ignore[attr-defined]
        fra = time.perf_counter()
        QTimer.singleShot(0, gjoer)
        loop.exec()
        signal.disconnect(loop.quit)  # type: ignore[attr-defined]
        return (time.perf_counter() - fra) * 1000

    vent_paa(liste.first_page, vindu.begin)
    print("listen fylt", (time.perf_counter() - start) * 1000, sep="\t")
    while vindu.screens._ahead.is_at_work or not session.runner.is_idle:
        app.processEvents()
    ur.start(1)
    for sok in SOEK * GANGER:
        tid = vent_paa(liste.first_page, lambda sok=sok: vindu._searched(sok)) - DEBOUNCE_MS
        print(f"søk: {sok}", tid, sep="\t")
    ur.stop()
    for fra, til in pairwise(slag):
        print("opphold", (til - fra) * 1000, sep="\t")
    status = Path("/proc/self/status")
    if status.exists():
        minne = next(linje for linje in status.read_text().splitlines() if linje.startswith("VmHWM"))
        print("minne", int(minne.split()[1]) / 1024, sep="\t")
    session.close()


@pytest.mark.parametrize("antall", ANTALL)
def test_arbeidslisten_med_mange_saker(tmp_path: Path, antall: int) -> None:
    stor = bygg(tmp_path / "stor", antall, om_saken=())
    kommando = [sys.executable, "-m", "tests.bench.test_arbeidsliste", str(stor.sti)]
    ferdig = subprocess.run(kommando, capture_output=True, text=True, cwd=ROT, timeout=1200, check=True)
    tall: dict[str, list[float]] = {}
    for linje in ferdig.stdout.splitlines():
        navn, verdi = linje.split("\t")
        tall.setdefault(navn, []).append(float(verdi))
    opphold = tall.pop("opphold")
    print(f"\n{antall} saker, i ms (minne i MiB): midten, lengst")
    for navn, liste in tall.items():
        print(f"  {navn:24}{median(liste):10.1f}{max(liste):10.1f}")
    p95 = quantiles(opphold, n=20)[-1]
    print(f"  {'opphold i vinduet, p95':24}{p95:10.1f}{max(opphold):10.1f}")
    assert len(tall) == len(SOEK) + (4 if sys.platform == "linux" else 2) - 1


if __name__ == "__main__":
    maal(Path(sys.argv[1]))
