"""How soon the window is painted and its list filled, against a bare QMainWindow in the same run."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from boligtildeling.demo import lag_demo
from tests.cli.linje import ROT

RUNDER = 5
_MAAL = """
import time; start = time.perf_counter()
import sys
{oppsett}
from PySide6.QtCore import QEvent, QObject
class Ser(QObject):
    def eventFilter(self, hva, hendelse):
        if hendelse.type() == QEvent.Type.Paint and hva.isWidgetType() and not self.malt:
            self.malt = True
            print("malt", time.perf_counter() - start)
            {etter_maling}
        return False
    malt = False
ser = Ser()
app.installEventFilter(ser)
{vis}
app.exec()
"""
_BART = {
    "oppsett": "from PySide6.QtWidgets import QApplication, QLabel, QMainWindow\napp = QApplication([])",
    "etter_maling": "app.quit()",
    "vis": "vindu = QMainWindow(); vindu.setCentralWidget(QLabel('x')); vindu.resize(1440, 930); vindu.show()",
}
_PROGRAMMET = {
    "oppsett": """import ui.app
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.runner import Runner
from ui.session import Session
app = ui.app.make_application(['boligtildeling'])
session = Session(Runner(), ChangeBus(), None)""",
    "etter_maling": "",
    "vis": """vindu = MainWindow(session, Path(sys.argv[1]), None, None)
vindu.show()
vindu.begin()
def sett():
    if vindu.screens.list.table.model().rowCount():
        print('fylt', time.perf_counter() - start)
        session.close()
        app.quit()
spoer = QTimer(); spoer.timeout.connect(sett); spoer.start(2)""",
}


def maal(deler: dict[str, str], mappe: Path) -> dict[str, float]:
    """Seconds from the start of Python's own work to each mark."""
    ferdig = subprocess.run(
        [sys.executable, "-c", _MAAL.format(**deler), str(mappe)],
        capture_output=True,
        text=True,
        cwd=ROT,
        timeout=120,
        check=True,
    )
    return {navn: float(tall) for navn, tall in (linje.split() for linje in ferdig.stdout.splitlines())}


def test_vinduet_mot_et_bart_vindu(tmp_path: Path) -> None:
    from datetime import datetime

    lag_demo(tmp_path / "demo", datetime(2026, 11, 25, 10).astimezone())
    runder = [(maal(_BART, tmp_path), maal(_PROGRAMMET, tmp_path / "demo")) for _ in range(RUNDER)]
    bart = median(b["malt"] for b, _ in runder)
    malt, fylt = (median(p[navn] for _, p in runder) for navn in ("malt", "fylt"))
    print(f"\nbart vindu malt: {bart * 1000:.0f} ms")
    print(f"vårt vindu malt: {malt * 1000:.0f} ms ({malt / bart:.1f} x)")
    print(f"listen fylt:     {fylt * 1000:.0f} ms ({fylt / bart:.1f} x)")
    assert 0 < malt < fylt
