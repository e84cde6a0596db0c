"""What helps wherever one is: Ctrl+K, F1, the help pages, and the tour."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.help_texts import page_of
from ui.navigation import Place
from ui.widgets.help_pane import HelpPane
from ui.widgets.palette_box import PaletteBox
from ui.widgets.tour_bar import TourBar

if TYPE_CHECKING:
    from boligtildeling.domain.hjelp import Hjelp
    from ui.main_window import MainWindow
    from ui.palette import Entry

ONLY_IN_TRIAL = (
    "Omvisningen går i demoen, så ingen virkelig sak blir lest. "
    "Be IT åpne den: boligtildeling --data MAPPE demo --vindu."
)


class Assistance(QObject):
    """For one window. Its pane stands beside the screens; its boxes lie over them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.pane = HelpPane(self.close_help, self.show_pages)
        self.palette = PaletteBox(window, window.session, lambda number: window.go(Place("sak", number)))
        self.tour = TourBar(window, self._to_stop, lambda: self._session.runner.is_idle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def beside(self, screens: QWidget) -> QWidget:
        """The screens, with the help pane at their right."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(screens, 1)
        row.addWidget(self.pane)
        return holder

    @property
    def panes(self) -> list[QWidget]:
        return [self.pane] if self.pane.isVisible() else []

    def close_top(self) -> bool:
        """Closes what lies on top, least first; False when nothing does."""
        for overlay in (self.palette, self.tour):
            if overlay.isVisible():
                overlay.close_it()
                return True
        if self.pane.isVisible():
            self.close_help()
            return True
        return False

    def put_away(self) -> None:
        """Nothing of it may lie over the window."""
        self.palette.close_it(give_back=False)
        self.tour.close_it(give_back=False)

    def find(self) -> None:
        """Opens the box that finds anything."""
        from ui.palette import from_case, from_help, from_menus

        if not self._session.er_aapen:
            return
        entries: list[Entry] = [*from_menus(self._window.menuBar())]
        sak = self._window.screens.case.sak
        if self._window.in_case and sak is not None:
            entries = [*entries, *from_case(sak, self._window.screens.case.go_to_point)]
        self.palette.ask(entries)
        self._session.help_texts.ask(lambda texts: self.palette.add([*from_help(texts, self.show_page)]), self)

    def toggle_help(self) -> None:
        """Shows the help for where the focus is, or closes it again."""
        if self.pane.isVisible():
            self.close_help()
        else:
            self._show_help(aloud=True)

    def close_help(self) -> None:
        inside = self.pane.isAncestorOf(QApplication.focusWidget() or self.pane)
        self.pane.hide()
        if inside:
            self._window.focus_screen()

    def _show_help(self, *, aloud: bool) -> None:
        focus = QApplication.focusWidget()
        self._session.help_texts.ask(lambda texts: self._show(focus, texts, aloud), self)

    def _show(self, focus: QWidget | None, texts: "Hjelp", aloud: bool) -> None:
        from ui.field_help import sections

        place = self._window.journey.here
        step = self._window.screens.case_screen.current if self._window.in_case else ""
        self.pane.show_sections(sections(focus, page_of(place.name, step), texts), aloud=aloud)
        self.pane.show()

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or any(box.isAncestorOf(now) for box in (self.pane, self.palette, self.tour)):
            return
        if self.pane.isVisible():
            self._show_help(aloud=False)

    def show_pages(self) -> None:
        """All help pages, at the one for where the user is."""
        place = self._window.journey.here
        self.show_page(page_of(place.name, self._window.screens.case_screen.current if self._window.in_case else ""))

    def show_page(self, page: str) -> None:
        self._window.go(Place("hjelp", step=page))

    def begin_tour(self) -> None:
        """The first-day tour; only where everyone is made up."""
        if self._session.er_aapen and not self._session.er_proeve:
            self._window.tell(ONLY_IN_TRIAL)
            return
        self.put_away()
        self.pane.hide()
        self._session.help_texts.ask(lambda texts: self.tour.begin(texts.omvisning), self)

    def _to_stop(self, place: str) -> None:
        """Goes to a screen, or to a step of the first case in the list."""
        step = place.partition(":")[2]
        if not step:
            self._window.go(Place("saksliste"))
            return
        number = self._window.screens.case.saksnummer or self._window.screens.list.first_case()
        if number:
            self._window.go(Place("sak", number, step))
