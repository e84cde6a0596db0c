"""The menus: everything that can be done, in words, with its keys."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.acts import ACT_PREFIX, CASE_PAGES, IN_MENU
from ui.shortcuts import KEYS
from ui.veien import STEPS

MOST_KEYS = 9
THEMES = (("system", "Som systemet"), ("lys", "Lyst"), ("moerk", "Mørkt"))


class Menus:
    """Builds the menu bar; `do` is told what was chosen, as a word and its object."""

    def __init__(self, bar: QMenuBar, do: Callable[[str, str], None]) -> None:
        self._do = do
        self.case_actions: dict[str, QAction] = {}
        bar.setAccessibleName("Meny")
        self.program = bar.addMenu("&Program")
        self.case = bar.addMenu("&Sak")
        self.tenancies = bar.addMenu("Boforhol&d")
        self.go = bar.addMenu("&Gå til")
        self.show = bar.addMenu("&Vis")
        self.user = bar.addMenu("&Bruker")
        self.help = bar.addMenu("&Hjelp")
        self.user.menuAction().setVisible(False)
        self._fill_program()
        self._add(self.tenancies, "&Morgenoversikt", "morning")
        self._add(self.tenancies, "&Begjæringer om utkastelse", "evictions")
        self._add(self.tenancies, "&Restanser", "arrears")
        self._add(self.tenancies, "&Samarbeidsmøter", "meetings")
        self._add(self.tenancies, "Ra&pporter", "reports")
        self._fill_go()
        self._fill_show()
        self._add(self.help, "&Hjelp til feltet", "help", key="help")
        self._add(self.help, "&Alle hjelpesider", "pages")
        self._add(self.help, "&Tastatur", "keys")
        self._add(self.help, "Om&visning", "tour")
        self._add(self.help, "&Om programmet", "about")

    def _add(self, menu: QMenu, text: str, word: str, what: str = "", key: str = "") -> QAction:
        action = menu.addAction(f"{text}\t{KEYS[key]}" if key else text)
        action.triggered.connect(lambda: self._do(word, what))
        return action

    def _fill_program(self) -> None:
        self._add(self.program, "&Ny søknad", "new", key="new")
        self._add(self.program, "&Hent søknad fra fil …", "new_from_file")
        self._add(self.program, "&Boliger", "dwellings")
        self._add(self.program, "&Innstillinger og brukere", "settings")
        self._add(self.program, "&Tomme skjemaer", "empty_forms")
        self._add(self.program, "&Skriv ut for flere saker", "pile")
        self._add(self.program, "Til &gjennomgang", "review")
        self._add(self.program, "Be&varing og kassasjon", "retention")
        self._add(self.program, "Sikkerhets&kopier …", "copies")
        self.program.addSeparator()
        self._add(self.program, "&Lås", "lock")
        self._add(self.program, "&Avslutt", "quit")

    def _fill_go(self) -> None:
        self._add(self.go, "&Sakslisten", "list", key="list")
        self._add(self.go, "&Finn hva som helst", "find", key="find")
        self._add(self.go, "S&øk i sakene", "search", key="search")
        self._add(self.go, "&Tilbake", "back", key="back")
        self.go.addSeparator()
        self.step_actions = [
            self._add(self.go, f"{(number % 10 and f'&{number}') or '1&0'}  {title}", "step", code, f"step_{number}")
            for number, (code, title) in enumerate(STEPS, 1)
        ]

    def _fill_show(self) -> None:
        group = QActionGroup(self.show)
        for choice, text in THEMES:
            action = self._add(self.show, f"&{text}", "theme", choice)
            action.setCheckable(True)
            action.setChecked(choice == "system")
            group.addAction(action)

    def fill_case(self, titles: Mapping[str, str]) -> None:
        """The acts that belong to no step, once the registry is known."""
        self.case.clear()
        self.case_actions.clear()
        self._add(self.case, "Angre en handling …", "undo", key="undo")
        for group in IN_MENU:
            self.case.addSeparator()
            for act, _ in group:
                self.case_actions[act] = self._add(self.case, f"{titles[act]} …", "act", f"{ACT_PREFIX}{act}")
        self.case.addSeparator()
        for page, text in CASE_PAGES:
            self._add(self.case, text, "act", page)

    def fill_users(self, users: tuple[tuple[str, str], ...], current: str) -> None:
        """Who may act in a trial folder; a real one has the signed-in user only."""
        self.user.clear()
        group = QActionGroup(self.user)
        for number, (name, role) in enumerate(users, 1):
            key = f"&{number}  " if number <= MOST_KEYS else ""
            action = self._add(self.user, f"{key}{name} ({role})", "user", name)
            action.setCheckable(True)
            action.setChecked(name == current)
            group.addAction(action)

    def show_for(self, *, is_open: bool, in_case: bool, is_trial: bool) -> None:
        """Menus that mean nothing here are not shown."""
        self.case.menuAction().setVisible(in_case)
        self.user.menuAction().setVisible(is_open and is_trial)
        for action in self.step_actions:
            action.setVisible(in_case)
        for menu in (self.go, self.program):
            menu.menuAction().setVisible(is_open)
