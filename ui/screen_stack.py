"""The screens of a window, each made when it is first needed, and what they ask of the window."""

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.case import Case
from ui.idle_jobs import IdleJobs, Job
from ui.navigation import PlaceName
from ui.opening import warm_up
from ui.screens.saksliste.view import WorkListScreen
from ui.session import Session

if TYPE_CHECKING:
    from ui.screens.bunke.view import PileScreen
    from ui.screens.sak.view import CaseScreen
    from ui.screens.soeknad.register import RegisterScreen
    from ui.screens.velkommen.view import WelcomeScreen

PLAIN = {
    "bunke": ("ui.screens.bunke.view", "PileScreen"),
    "begjaeringer": ("ui.screens.begjaeringer.view", "EvictionsScreen"),
    "rapporter": ("ui.screens.rapporter.view", "ReportsScreen"),
    "morgen": ("ui.screens.morgen.view", "MorningScreen"),
    "boliger": ("ui.screens.boliger.view", "DwellingsScreen"),
    "innstillinger": ("ui.screens.innstillinger.view", "SettingsScreen"),
    "til_gjennomgang": ("ui.screens.til_gjennomgang.view", "ReviewScreen"),
    "bevaring": ("ui.screens.bevaring.view", "RetentionScreen"),
    "restanser": ("ui.screens.restanser.view", "ArrearsScreen"),
    "moeter": ("ui.screens.moeter.view", "MeetingsScreen"),
    "sikkerhetskopier": ("ui.screens.sikkerhetskopier.view", "CopiesScreen"),
    "skjemaer": ("ui.screens.skjemaer.view", "EmptyFormsScreen"),
    "hjelp": ("ui.screens.hjelp.view", "HelpScreen"),
}


class ScreenStack(QStackedWidget):
    """Only the work list is here from the start: it is what the window is painted with.

    Signals:
    case_wanted: the user wants the case with this number.
    new_wanted: the user wants to register an application.
    opened: a folder is made and open, as an Opened.
    way_in: how to open the folder that was locked, as a function of folder, user and clock.
    case_shown: a case is on the screen, as a Saksvisning.
    tour_wanted: the user wants to be shown around.
    case_made: the screen of a case is made, before any case is in it.
    """

    case_wanted = Signal(str)
    new_wanted = Signal()
    opened = Signal(object)
    way_in = Signal(object)
    case_shown = Signal(object)
    tour_wanted = Signal()
    case_made = Signal(object)

    def __init__(self, session: Session, mappe: Path, klokke: datetime | None) -> None:
        super().__init__()
        self._session, self._mappe, self._klokke = session, mappe, klokke
        self.case = Case(session)
        self.list = WorkListScreen(session)
        self.list.case_wanted.connect(self.case_wanted)
        self.list.new_wanted.connect(self.new_wanted)
        self._case_screen: CaseScreen | None = None
        self._welcome: WelcomeScreen | None = None
        self._register: RegisterScreen | None = None
        self._plain: dict[str, QWidget] = {}
        self._ahead = IdleJobs(self)
        self.list.state.counted.connect(self._make_ready)
        self.addWidget(self.list)

    def _make_ready(self) -> None:
        """When the list is filled, what most will want next is made before it is asked for."""
        self.list.state.counted.disconnect(self._make_ready)
        today = self._session.i_dag()
        self._session.runner.database(lambda: warm_up(today), self._make_ahead, self._make_ahead, owner=self)

    def _make_ahead(self, _: object) -> None:
        self._ahead.begin(self._ahead_in_parts())

    def _ahead_in_parts(self) -> Iterator[Job]:
        yield lambda: self.case_screen
        yield self._begin_register
        yield from self._begin_register().parts
        yield self.case_screen.make_ready

    @property
    def case_screen(self) -> "CaseScreen":
        if self._case_screen is None:
            from ui.screens.sak.view import CaseScreen
            from ui.step_makers import makers

            self._case_screen = CaseScreen(self.case, makers())
            self._case_screen.shown.connect(self.case_shown)
            self.case_made.emit(self._case_screen)
            self.addWidget(self._case_screen)
        return self._case_screen

    @property
    def welcome(self) -> "WelcomeScreen":
        if self._welcome is None:
            from ui.screens.velkommen.view import WelcomeScreen

            self._welcome = WelcomeScreen(self._session, self._mappe, self._klokke)
            self._welcome.opened.connect(self.opened)
            self._welcome.tour_wanted.connect(self.tour_wanted)
            self._welcome.way_in.connect(self.way_in)
            self.addWidget(self._welcome)
        return self._welcome

    @property
    def register(self) -> "RegisterScreen":
        register = self._begin_register()
        register.complete()
        return register

    def _begin_register(self) -> "RegisterScreen":
        if self._register is None:
            from ui.screens.soeknad.register import RegisterScreen

            self._register = RegisterScreen(self._session)
            self._register.case_wanted.connect(self.case_wanted)
            self.addWidget(self._register)
        return self._register

    @property
    def pile(self) -> "PileScreen":
        return cast("PileScreen", self._screen("bunke"))

    def show_place(self, name: PlaceName) -> QWidget:
        """Shows the screen of a place; gives it back."""
        screen = self._screen(name)
        self.setCurrentWidget(screen)
        return screen

    def show_help(self, page: str) -> None:
        """Opens a help page."""
        from ui.screens.hjelp.view import HelpScreen

        screen = self._screen("hjelp")
        if isinstance(screen, HelpScreen):
            screen.open_page(page)

    def _screen(self, name: PlaceName) -> QWidget:
        if name == "sak":
            return self.case_screen
        if name == "velkommen":
            return self.welcome
        if name == "soeknad":
            return self.register
        if name not in PLAIN:
            return self.list
        if name not in self._plain:
            module, class_name = PLAIN[name]
            made = self._plain[name] = getattr(import_module(module), class_name)(self._session)
            if hasattr(made, "case_wanted"):
                made.case_wanted.connect(self.case_wanted)
            self.addWidget(made)
        return self._plain[name]
