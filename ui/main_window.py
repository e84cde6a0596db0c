"""The window: strip and menus on top, one screen under them, and the way from place to place."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from ui import shortcuts, theme
from ui.accessibility import announce, move_focus
from ui.assistance import Assistance
from ui.copy_watch import CopyWatch
from ui.file_dialogs import ask_open
from ui.help import show_about
from ui.leaving import may_leave
from ui.locking import Locking
from ui.menus import Menus
from ui.messages import in_words
from ui.navigation import Journey, Place
from ui.opening import Opened, WayIn, open_folder
from ui.preferences import Preferences
from ui.screen_stack import ScreenStack
from ui.session import Session
from ui.veien import STEPS
from ui.widgets.basics import column
from ui.widgets.person_strip import PersonStrip

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning
    from ui.screens.sak.view import CaseScreen

NAME = "Boligtildeling"
SIZE = (1440, 930)
TOLD_MS = 8_000


class MainWindow(QMainWindow):
    """One window on one data folder; `begin` opens it once the window is painted."""

    def __init__(self, session: Session, mappe: Path, som: str | None, klokke: datetime | None) -> None:
        super().__init__()
        self.session, self._mappe, self._som, self._klokke = session, mappe, som, klokke
        self.journey, self.preferences = Journey(), Preferences()
        self.search = QLineEdit()
        self.strip = PersonStrip(self.search)
        self.screens = ScreenStack(session, mappe, klokke)
        self.menus = Menus(self.menuBar(), self._do)
        self.locking = Locking(self, session)
        self.assistance = Assistance(self)
        self.copies = CopyWatch(self, session)
        self._lay_out()
        self._connect()
        self.menus.show_for(is_open=False, in_case=False, is_trial=False)
        self.resize(*SIZE)
        self._retitle()
        theme.THEME.dress(self)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("Søk etter sak  (Ctrl+F)")
        self.search.setAccessibleName("Søk etter sak")
        self.search.setFixedWidth(250)
        middle = QWidget()
        box = column(middle, 0)
        box.addWidget(self.strip)
        box.addWidget(self.assistance.beside(self.screens), 1)
        self.setCentralWidget(middle)
        self.strip.show_title(NAME)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._searched)
        self.search.returnPressed.connect(self.screens.list.focus_rows)
        self.screens.case_wanted.connect(lambda number: self.go(Place("sak", number)))
        self.screens.list.columns_changed.connect(self._remember_columns)
        self.screens.list.papers_wanted.connect(self._papers_for)
        self.screens.new_wanted.connect(lambda: self.go(Place("soeknad")))
        self.screens.opened.connect(self._opened)
        self.screens.way_in.connect(self._open)
        self.screens.tour_wanted.connect(self.assistance.begin_tour)
        self.locking.covered.connect(self.assistance.put_away)
        self.copies.wanted.connect(self._look_after_copies)
        self.session.lost.connect(self._not_opened)
        self.screens.case_shown.connect(self._case_shown)
        self.screens.case_made.connect(self._case_made)
        self.session.told.connect(self.tell)
        self.session.user_changed.connect(self._user_changed)
        steps = {f"step_{number}": partial(self._to_step, code) for number, (code, _) in enumerate(STEPS, 1)}
        other: dict[str, Callable[[], object]] = {
            "search": self.focus_search,
            "find": self.assistance.find,
            "help": self.assistance.toggle_help,
            "list": lambda: self.go(Place("saksliste")),
            "new": lambda: self.go(Place("soeknad")),
            "next_pane": lambda: self._move_pane(1),
            "previous_pane": lambda: self._move_pane(-1),
            "back": self.back,
            "read_again": self._read_again,
            "undo": self._to_undo,
        }
        shortcuts.connect(self, {**steps, **other})

    def begin(self) -> None:
        """Opens the folder as soon as the window has been painted."""
        QTimer.singleShot(0, lambda: self._open(open_folder))

    def _open(self, way: WayIn) -> None:
        self.session.runner.database(
            lambda: way(self._mappe, self._som, self._klokke), self._opened, self._not_opened, owner=self
        )

    def _opened(self, opened: Opened) -> None:
        if opened.program is None:
            self.go(Place("velkommen"))
            return
        self.session.begin(opened.program, opened.navn or None, lambda: opened.passphrase)
        if not opened.navn:
            self.locking.sign_in(self._signed_in)
            return
        self._begin_work(opened)

    def _signed_in(self, navn: str) -> None:
        def known(answer: tuple[str, str, tuple[tuple[str, str], ...]]) -> None:
            self._begin_work(Opened(self._mappe, None, *answer))

        self.session.ask(lambda p: (*p.innlogget(navn), p.brukere()), known, self._not_opened, owner=self)

    def _begin_work(self, opened: Opened) -> None:
        from boligtildeling.casework.act import HANDLINGER

        self.menus.fill_case({navn: act.tittel for navn, act in HANDLINGER.items()})
        self.strip.show_trial(self.session.er_proeve)
        self.session.set_user(opened.navn, opened.rolle, opened.brukere)
        self.preferences.use(opened.mappe)
        self.preferences.restore_window(self)
        self._restore_columns()
        self._choose_theme(self.preferences.theme)
        self.go(Place("saksliste"))
        self.session.ask(
            lambda p: int(p.innstillinger()["laas_etter_minutter"] or 10),
            self.locking.begin,
            self._not_read,
            owner=self,
        )

    def _restore_columns(self) -> None:
        columns = self.screens.list.columns
        if (state := self.preferences.columns()) is not None:
            columns.restore(state)

    def _remember_columns(self) -> None:
        self.preferences.remember_columns(self.screens.list.columns.state())

    def _not_read(self, error: Exception) -> None:
        self.tell(in_words(error).as_text)

    def _not_opened(self, error: Exception) -> None:
        self.screens.welcome.show_problem(error)
        self.go(Place("velkommen"))

    def go(self, place: Place) -> None:
        """Goes to a place, and remembers it."""
        if place.name not in {"velkommen", "hjelp"} and not self.session.er_aapen:
            return
        if place.name == "sak" and place.saksnummer != self.screens.case.saksnummer and not self._may_leave_case():
            return
        self.journey.go(place)
        self._show(place)

    def back(self) -> None:
        """What lies on top is closed; else the place before, and from a page beside the steps, the step before it."""
        if self.assistance.close_top():
            return
        if self.in_case and self.screens.case_screen.is_beside_the_steps:
            self.screens.case_screen.go_back()
        elif self.session.er_aapen or self.journey.here.name == "hjelp":
            self._show(self.journey.back())

    def _may_leave_case(self) -> bool:
        """Another case takes the place of this one, and of what is typed in it."""
        return not self.screens.case.saksnummer or may_leave(self, self.screens.case_screen)

    @property
    def in_case(self) -> bool:
        """Whether a case is what the window shows."""
        return self.journey.here.name == "sak"

    def _show(self, place: Place) -> None:
        screen = self.screens.show_place(place.name)
        if self.in_case:
            self.screens.case_screen.open(place.saksnummer, place.step, place.point)
        else:
            self.strip.show_title(NAME)
            if place.name == "saksliste":
                self.screens.list.focus_rows()
            elif place.name == "hjelp":
                self.screens.show_help(place.step)
                shortcuts.focus_into(screen)
            else:
                shortcuts.focus_into(screen)
        self.menus.show_for(is_open=self.session.er_aapen, in_case=self.in_case, is_trial=self.session.er_proeve)
        self._retitle(place.saksnummer)

    def _retitle(self, saksnummer: str = "") -> None:
        """Names nobody: a title is seen in lists of windows."""
        trial = " – PRØVE" if self.session.er_proeve else ""
        self.setWindowTitle(f"{saksnummer} – {NAME}{trial}" if saksnummer else f"{NAME}{trial}")

    def _case_made(self, screen: "CaseScreen") -> None:
        screen.keep_road(self.preferences.keeps_road)
        screen.road_kept.connect(self.preferences.remember_road)

    def _case_shown(self, sak: "Saksvisning | None") -> None:
        if self.in_case and sak is not None:
            self.strip.show_case(sak, self.session.i_dag())
        else:
            self.strip.show_title(NAME)

    def _user_changed(self) -> None:
        self.strip.show_user(self.session.navn, self.session.rolle)
        self.menus.fill_users(self.session.brukere, self.session.navn)
        self.screens.case.load()

    def tell(self, text: str) -> None:
        """A short sentence in the status line, read aloud too."""
        self.statusBar().showMessage(text, TOLD_MS)
        announce(self, text)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_screen(self) -> None:
        """Moves the focus into what the window shows."""
        if self.in_case:
            self.screens.case_screen.focus_page()
        elif (shown := self.screens.currentWidget()) is not None:
            shortcuts.focus_into(shown)

    def _searched(self, text: str) -> None:
        if self.journey.here.name != "saksliste":
            self.go(Place("saksliste"))
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.screens.list.search(text)

    def _to_step(self, code: str) -> None:
        if self.in_case:
            self.screens.case_screen.go_to(code)
            self.screens.case_screen.focus_page()

    def _to_undo(self) -> None:
        if self.in_case:
            self.screens.case_screen.go_to("historikk", "ANGRE")

    def _read_again(self) -> None:
        if self.in_case:
            self.screens.case.load()
        elif self.session.er_aapen:
            self.screens.list.state.load()

    def _move_pane(self, direction: int) -> None:
        shown = self.screens.currentWidget()
        middle = self.screens.case_screen.panes() if self.in_case else [shown]
        panes = [self.strip, *middle, *self.assistance.panes]
        shortcuts.move_pane(panes, QApplication.focusWidget(), direction)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes by what is read next, not by what was made next."""
        return move_focus(self, QApplication.focusWidget(), forward=next)

    def come_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _look_after_copies(self) -> None:
        if not self.locking.is_locked:
            self.go(Place("sikkerhetskopier"))

    def _do(self, word: str, what: str) -> None:
        """What the menus lead to."""
        doing: dict[str, Callable[[], object]] = {
            "new": lambda: self.go(Place("soeknad")),
            "new_from_file": self._from_file,
            "morning": lambda: self.go(Place("morgen")),
            "reports": lambda: self.go(Place("rapporter")),
            "evictions": lambda: self.go(Place("begjaeringer")),
            "dwellings": lambda: self.go(Place("boliger")),
            "empty_forms": lambda: self.go(Place("skjemaer")),
            "pile": lambda: self.go(Place("bunke")),
            "review": lambda: self.go(Place("til_gjennomgang")),
            "retention": lambda: self.go(Place("bevaring")),
            "arrears": lambda: self.go(Place("restanser")),
            "meetings": lambda: self.go(Place("moeter")),
            "copies": lambda: self.go(Place("sikkerhetskopier")),
            "settings": lambda: self.go(Place("innstillinger")),
            "lock": self.locking.lock,
            "quit": self.close,
            "list": lambda: self.go(Place("saksliste")),
            "search": self.focus_search,
            "find": self.assistance.find,
            "help": self.assistance.toggle_help,
            "pages": self.assistance.show_pages,
            "tour": self.assistance.begin_tour,
            "back": self.back,
            "step": lambda: self._to_step(what),
            "undo": self._to_undo,
            "act": lambda: self._to_step(what),
            "theme": lambda: self._choose_theme(what),
            "user": lambda: self._choose_user(what),
            "keys": lambda: self.assistance.show_page("tastatur"),
            "about": lambda: show_about(self),
        }
        doing[word]()

    def _papers_for(self, numbers: tuple[str, ...]) -> None:
        self.go(Place("bunke"))
        self.screens.pile.take_cases(numbers)

    def _from_file(self) -> None:
        path = ask_open(self, "Hent søknad fra fil", "Søknader (*.json)")
        if path is not None:
            self.go(Place("soeknad"))
            self.screens.register.load_file(path)

    def _choose_theme(self, choice: str) -> None:
        theme.THEME.apply(cast(QApplication, QApplication.instance()), choice)
        self.preferences.remember_theme(choice)

    def _choose_user(self, navn: str) -> None:
        """In a trial folder anyone may try each role."""

        def known(answer: tuple[str, str]) -> None:
            self.session.set_user(*answer, self.session.brukere)
            self.tell(f"Du er nå {answer[0]}, {answer[1]}.")

        self.session.ask(lambda p: p.innlogget(navn), known, lambda e: self.tell(in_words(e).as_text), owner=self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not may_leave(self, self.screens):
            event.ignore()
            return
        if self.session.drafts.is_writing:
            event.ignore()
            self.session.drafts.written.connect(self.close, Qt.ConnectionType.SingleShotConnection)
            return
        self._remember_columns()
        self.preferences.remember_window(self)
        super().closeEvent(event)
