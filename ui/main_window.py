"""The window: strip and menus on top, one screen under them, and the way from place to place."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QStackedWidget, QWidget

from ui import shortcuts, theme
from ui.accessibility import announce, move_focus
from ui.case import Case
from ui.help import show_about, show_keys
from ui.menus import Menus
from ui.messages import in_words
from ui.navigation import Journey, Place
from ui.opening import Opened, open_folder
from ui.preferences import Preferences
from ui.screens.sak.view import CaseScreen
from ui.screens.saksliste.view import WorkListScreen
from ui.screens.velkommen.view import WelcomeScreen
from ui.session import Session
from ui.step_makers import makers
from ui.veien import STEPS
from ui.widgets.basics import column
from ui.widgets.person_strip import PersonStrip

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning

NAME = "Boligtildeling"
LAZY = {
    "soeknad": ("ui.screens.soeknad.register", "RegisterScreen"),
    "boliger": ("ui.screens.boliger.view", "DwellingsScreen"),
    "innstillinger": ("ui.screens.innstillinger.view", "SettingsScreen"),
}
TOLD_MS = 8_000


class MainWindow(QMainWindow):
    """One window on one data folder; `begin` opens it once the window is painted."""

    def __init__(self, session: Session, mappe: Path, som: str | None, klokke: datetime | None) -> None:
        super().__init__()
        self.session, self._mappe, self._som, self._klokke = session, mappe, som, klokke
        self.journey, self.preferences = Journey(), Preferences()
        self.case = Case(session)
        self.search = QLineEdit()
        self.strip = PersonStrip(self.search)
        self.stack = QStackedWidget()
        self.list = WorkListScreen(session)
        self.case_screen = CaseScreen(self.case, makers())
        self.welcome = WelcomeScreen(session, mappe, klokke)
        self._screens: dict[str, QWidget] = {
            "saksliste": self.list,
            "sak": self.case_screen,
            "velkommen": self.welcome,
        }
        self.menus = Menus(self.menuBar(), self._do)
        self._lay_out()
        self._connect()
        self.menus.show_for(is_open=False, in_case=False, is_trial=False)
        self.resize(1440, 930)
        self._retitle()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("Søk etter sak  (Ctrl+K)")
        self.search.setAccessibleName("Søk etter sak")
        self.search.setFixedWidth(250)
        for screen in self._screens.values():
            self.stack.addWidget(screen)
        middle = QWidget()
        box = column(middle, 0)
        box.addWidget(self.strip)
        box.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.strip.show_title(NAME)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._searched)
        self.search.returnPressed.connect(self.list.focus_rows)
        self.list.case_wanted.connect(lambda number: self.go(Place("sak", number)))
        self.list.new_wanted.connect(lambda: self.go(Place("soeknad")))
        self.welcome.opened.connect(self._opened)
        self.case_screen.shown.connect(self._case_shown)
        self.session.told.connect(self.tell)
        self.session.user_changed.connect(self._user_changed)
        steps = {f"step_{number}": partial(self._to_step, code) for number, (code, _) in enumerate(STEPS, 1)}
        other: dict[str, Callable[[], object]] = {
            "search": self.focus_search,
            "list": lambda: self.go(Place("saksliste")),
            "new": lambda: self.go(Place("soeknad")),
            "next_pane": lambda: self._move_pane(1),
            "previous_pane": lambda: self._move_pane(-1),
            "back": self.back,
            "read_again": self._read_again,
        }
        shortcuts.connect(self, {**steps, **other})

    def begin(self) -> None:
        """Opens the folder as soon as the window has been painted."""
        self._show(Place("saksliste"))
        QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        self.session.runner.database(
            lambda: open_folder(self._mappe, self._som, self._klokke), self._opened, self._not_opened, owner=self
        )

    def _opened(self, opened: Opened) -> None:
        if opened.program is None:
            self.go(Place("velkommen"))
            return
        from boligtildeling.casework.act import HANDLINGER

        self.session.begin(opened.program, opened.navn)
        self.menus.fill_case({navn: act.tittel for navn, act in HANDLINGER.items()})
        self.strip.show_trial(self.session.er_proeve)
        self.session.set_user(opened.navn, opened.rolle, opened.brukere)
        self.preferences.use(opened.mappe)
        self.preferences.restore_window(self)
        self._choose_theme(self.preferences.theme)
        self.go(Place("saksliste"))
        self.list.focus_rows()

    def _not_opened(self, error: Exception) -> None:
        self.welcome.show_problem(in_words(error))
        self.go(Place("velkommen"))

    def go(self, place: Place) -> None:
        """Goes to a place, and remembers it."""
        if place.name != "velkommen" and not self.session.er_aapen:
            return
        self.journey.go(place)
        self._show(place)
        if place.name != "sak":
            self._focus_place()

    def back(self) -> None:
        """The place before; from a page beside the steps, the step it was reached from."""
        if self.journey.here.name == "sak" and self.case_screen.is_beside_the_steps:
            self.case_screen.go_back()
        elif self.session.er_aapen:
            self._show(self.journey.back())
            self._focus_place()

    def _show(self, place: Place) -> None:
        self.stack.setCurrentWidget(self._screen(place.name))
        if place.name == "sak":
            self.case_screen.open(place.saksnummer, place.step, place.point)
        else:
            self.strip.show_title(NAME)
        in_case = place.name == "sak"
        self.menus.show_for(is_open=self.session.er_aapen, in_case=in_case, is_trial=self.session.er_proeve)
        self._retitle(place.saksnummer)

    def _screen(self, name: str) -> QWidget:
        if name in LAZY and name not in self._screens:
            module, class_name = LAZY[name]
            screen = getattr(import_module(module), class_name)(self.session)
            if hasattr(screen, "case_wanted"):
                screen.case_wanted.connect(lambda number: self.go(Place("sak", number)))
            self._screens[name] = screen
            self.stack.addWidget(screen)
        return self._screens.get(name, self.list)

    def _retitle(self, saksnummer: str = "") -> None:
        """Names nobody: a title is seen in lists of windows."""
        trial = " – PRØVE" if self.session.er_proeve else ""
        self.setWindowTitle(f"{saksnummer} – {NAME}{trial}" if saksnummer else f"{NAME}{trial}")

    def _case_shown(self, sak: "Saksvisning") -> None:
        if self.journey.here.name == "sak":
            self.strip.show_case(sak, self.session.i_dag())

    def _user_changed(self) -> None:
        self.strip.show_user(self.session.navn, self.session.rolle)
        self.menus.fill_users(self.session.brukere, self.session.navn)
        self.case.load()

    def tell(self, text: str) -> None:
        """A short sentence in the status line, read aloud too."""
        self.statusBar().showMessage(text, TOLD_MS)
        announce(self, text)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _searched(self, text: str) -> None:
        if self.journey.here.name != "saksliste":
            self.go(Place("saksliste"))
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.search(text)

    def _to_step(self, code: str) -> None:
        if self.journey.here.name == "sak":
            self.case_screen.go_to(code)
            self.case_screen.focus_page()

    def _read_again(self) -> None:
        if self.journey.here.name == "sak":
            self.case.load()
        elif self.session.er_aapen:
            self.list.state.load()

    def _move_pane(self, direction: int) -> None:
        panes: list[QWidget] = [self.strip]
        panes += self.case_screen.panes() if self.journey.here.name == "sak" else [self._screen(self.journey.here.name)]
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focus is pane or (focus and pane.isAncestorOf(focus))), -1)
        for distance in range(1, len(panes) + 1):
            if shortcuts.focus_into(panes[(here + direction * distance) % len(panes)]):
                return

    def _focus_place(self) -> None:
        if self.journey.here.name == "saksliste":
            self.list.focus_rows()
        elif self.journey.here.name == "sak":
            self.case_screen.focus_page()
        else:
            shortcuts.focus_into(self._screen(self.journey.here.name))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes by what is read next, not by what was made next."""
        return move_focus(self, QApplication.focusWidget(), forward=next)

    def come_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _do(self, word: str, what: str) -> None:
        """What the menus lead to."""
        doing: dict[str, Callable[[], object]] = {
            "new": lambda: self.go(Place("soeknad")),
            "new_from_file": self._from_file,
            "dwellings": lambda: self.go(Place("boliger")),
            "settings": lambda: self.go(Place("innstillinger")),
            "quit": self.close,
            "list": lambda: self.go(Place("saksliste")),
            "search": self.focus_search,
            "back": self.back,
            "step": lambda: self._to_step(what),
            "act": lambda: self._to_step(what),
            "theme": lambda: self._choose_theme(what),
            "user": lambda: self._choose_user(what),
            "keys": lambda: show_keys(self),
            "about": lambda: show_about(self),
        }
        doing[word]()

    def _from_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Hent søknad fra fil", "", "Søknader (*.json)")
        if path:
            self.go(Place("soeknad"))
            self._screen("soeknad").load_file(Path(path))  # type: ignore[attr-defined]

    def _choose_theme(self, choice: str) -> None:
        app = cast(QApplication, QApplication.instance())
        theme.THEME.apply(app, choice)
        self.preferences.remember_theme(choice)

    def _choose_user(self, navn: str) -> None:
        """In a trial folder anyone may try each role."""

        def known(answer: tuple[str, str]) -> None:
            self.session.set_user(*answer, self.session.brukere)
            self.tell(f"Du er nå {answer[0]}, {answer[1]}.")

        self.session.ask(lambda p: p.innlogget(navn), known, lambda e: self.tell(in_words(e).as_text), owner=self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.remember_window(self)
        super().closeEvent(event)
