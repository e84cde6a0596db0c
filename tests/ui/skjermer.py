"""Every screen as it can be photographed: a demo on a fixed day, the way to each screen, rest before the picture."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.osbruker import osbruker
from tests.ui.settling import settle
from ui import theme
from ui.acts import CASE_PAGES
from ui.change_bus import ChangeBus
from ui.idle_jobs import IdleJobs
from ui.main_window import MainWindow
from ui.navigation import Place, PlaceName
from ui.opening import open_folder
from ui.runner import Runner
from ui.screen_stack import PLAIN
from ui.session import Session
from ui.step_page import Page
from ui.veien import STEPS

NOW = datetime(2026, 11, 25, 10)
NEW = ("soeknad", "oekonomiplan", "oppfoelgingsplan", "kontraktstype", "vedtak", "tildeling", "kontrakt")
"""The steps that look another way in a new case than in one that is done."""
SOMEWHERE, SOMEONE = "/data/boligtildeling", "kari"
"""What a picture says in place of the folder and the user that the machine happens to have."""


class Camera:
    """A window on a demo, and its pictures."""

    def __init__(self, folder: Path, choice: str, size: QSize, ratio: int = 1) -> None:
        self.folder, self.ratio = folder, ratio
        self.app = cast(QApplication, QApplication.instance())
        self.app.setCursorFlashTime(0)
        self.session = Session(Runner(), ChangeBus(), NOW)
        self.window = MainWindow(self.session, folder, "kari", NOW)
        self.window.show()
        opened = open_folder(folder, "kari", NOW)
        assert opened.program is not None
        self.window._opened(opened)
        theme.THEME.apply(self.app, choice)
        self.window.resize(size)
        self.window.activateWindow()
        cases = opened.program.vis_saker("kari", Saksutvalg(), 500).saker
        self.numbers = sorted(row.saksnummer for row in cases)
        self.settle()

    def close(self) -> None:
        theme.THEME.apply(self.app, "lys")
        self.session.close()
        self.window.deleteLater()

    def settle(self) -> None:
        """Lets everything that is asked for come back, and all that is made ahead be made."""
        settle(
            lambda: self.session.runner.is_idle and not any(j.is_at_work for j in self.window.findChildren(IdleJobs))
        )

    def take(self, go: Callable[["Camera"], object]) -> QImage:
        """The window when it has come there and is at rest."""
        go(self)
        self.settle()
        self.window.statusBar().clearMessage()
        self._hide_the_machine()
        self._scroll()
        image = QImage(self.window.size() * self.ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        painter = QPainter(image)
        self.window.render(painter, QPoint())
        painter.end()
        return image

    def _scroll(self) -> None:
        """From the top, no farther than to what has the focus: else where a page stops may hang on how fast it came."""
        now = QApplication.focusWidget()
        for page in self.window.findChildren(Page):
            if page.isVisible():
                page.verticalScrollBar().setValue(0)
                if now is not None and page.inside.isAncestorOf(now):
                    page.ensureWidgetVisible(now, 20, 60)

    def _hide_the_machine(self) -> None:
        """Where the folder is and who is signed in are not the same on every machine."""
        real, user = str(self.folder), osbruker()
        for part in self.window.findChildren(QWidget):
            if isinstance(part, QLabel | QLineEdit) and real in part.text():
                part.setText(part.text().replace(real, SOMEWHERE))
            if isinstance(part, QLineEdit) and part.text() == user:
                part.setText(SOMEONE)

    def page(self, case: int, page: str, point: str = "") -> None:
        self.window.go(Place("sak", self.numbers[case], page, point))


Scene = Callable[[Camera], object]


def scenes() -> Iterator[tuple[str, Scene]]:
    """Each picture's name, and how to get there; the demo's first case has its key, its last is new."""
    yield "saksliste", lambda c: c.window.go(Place("saksliste"))
    for step in (code for code, _ in STEPS):
        yield f"ferdig-{step}", lambda c, s=step: c.page(0, s)
    for step in NEW:
        yield f"ny-{step}", lambda c, s=step: c.page(-1, s)
    yield "godkjenning", lambda c: c.page(4, "vedtak")
    yield "svar", lambda c: c.page(-1, "kartlegging", "KAR-1")
    for extra in ("boforhold", "klage", "historikk", *(page for page, _ in CASE_PAGES)):
        yield extra, lambda c, e=extra: c.page(0, e)
    yield "dokumenter", lambda c: c.page(0, "dokumenter", "noekkelkvittering")
    yield "handling", lambda c: c.page(0, "handling:sett_paa_vent")
    for name in ("soeknad", *PLAIN, "velkommen"):
        yield name, lambda c, n=name: c.window.go(Place(cast(PlaceName, n)))
