"""Welcome: two ways to begin, and what went wrong when the folder could not be opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from PySide6.QtCore import Signal

from boligtildeling.domain.krav import Antall, Navn
from boligtildeling.osbruker import osbruker
from ui.messages import Message, in_words
from ui.opening import Made, Opened, make_demo, make_folder, open_folder, open_with_code, what_unlocks
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import button, button_row, label
from ui.widgets.faults import Faults
from ui.widgets.form import Form
from ui.widgets.message_panel import MessagePanel
from ui.widgets.recovery_sheet import RecoverySheet
from ui.widgets.unlock_card import UnlockCard


@dataclass(frozen=True, slots=True, kw_only=True)
class NyBruker:
    """Someone who may act in the new folder."""

    navn: Navn
    rolle: Literal["saksbehandler", "teamleder", "leser", "administrator"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NyMappe:
    """The new folder: who may act in it, and whether it is only for trying."""

    brukere: Annotated[tuple[NyBruker, ...], Antall(minst=1)]
    er_proeve: bool = False


class WelcomeScreen(Page):
    """Shown when there is no database yet, or when it cannot be opened.

    Signals:
    opened: a folder is made and open, as an Opened.
    way_in: how to open the folder that was locked, as a WayIn.
    tour_wanted: the demo is open, and the user wants to be shown around.
    """

    opened = Signal(object)
    way_in = Signal(object)
    tour_wanted = Signal()

    def __init__(self, session: Session, mappe: Path, klokke: datetime | None) -> None:
        super().__init__("Velkommen til Boligtildeling", 820)
        self.session, self._mappe, self._klokke = session, mappe, klokke
        self.body.setContentsMargins(24, 24, 24, 0)
        self.problem = MessagePanel()
        self.panel = MessagePanel()
        intro = "Programmet leder deg fra søknad til nøkkel. Velg hvordan du vil begynne."
        self.add(label(intro, "dempet"), self.problem)
        self._add_unlock()
        self._add_demo()
        self._add_new()
        self._add_sheet()

    def _add_unlock(self) -> None:
        self.unlock = UnlockCard()
        self.unlock.hide()
        self.unlock.passphrase_typed.connect(lambda typed: self.way_in.emit(partial(open_folder, passphrase=typed)))
        self.unlock.code_typed.connect(lambda typed: self.way_in.emit(partial(open_with_code, code=typed)))
        self.add(self.unlock)

    def _add_sheet(self) -> None:
        self.sheet = RecoverySheet(self.session.runner, "&Gå videre")
        self.sheet_card = self.card("Gjenopprettingskoden til databasen", self.sheet)
        self.sheet_card.hide()
        self.sheet.confirmed.connect(self._go_on)
        self._made_now: Made | None = None

    def _add_demo(self) -> None:
        self.demo = button("Åpne de&moen", self._make_demo)
        self.tour = button("Åpne demoen og ta en &omvisning", partial(self._make_demo, tour=True))
        self._tour_wanted = False
        self.demo_card = self.card(
            "Prøv med oppdiktede saker",
            label("Demoen har saker på alle steg. Den ligger i en egen mappe, og alt i den er merket PRØVE."),
        )
        self.demo_card.add_layout(button_row([self.demo, self.tour]))

    def _add_new(self) -> None:
        self.form = Form(NyMappe, self.session.i_dag)
        self.form.fill(NyMappe(brukere=(NyBruker(navn=osbruker(), rolle="teamleder"),)))
        self.make = button("&Lag tom database", self._make_new, "primaer")
        self.new_card = self.card(
            "Begynn med en tom database",
            label(f"Databasen lages i {self._mappe}. Brukernavnet er det samme som på maskinen.", "dempet"),
            self.form,
            self.panel,
        )
        self.new_card.add_layout(button_row([self.make]))
        self.panel.go_to_field.connect(self.form.focus_on)

    def show_problem(self, error: Exception) -> None:
        """Why the folder could not be opened, and how to unlock it if that is it; nothing new is made on top of it."""
        self.new_card.hide()
        needs = what_unlocks(error)
        if needs is None:
            self.problem.show_message(in_words(error))
            return
        message = in_words(error)
        self.problem.show_message(Message(message.kind, message.heading, message.sentences[:1]))
        self.demo_card.hide()
        self.unlock.ask(has_passphrase=needs == "passfrase")

    def _make_new(self) -> None:
        self.panel.clear()
        self.form.clear_faults()
        faults = Faults()
        values = self.form.values(faults)
        if faults:
            self.form.show_faults(faults.all)
            self.form.focus_on(faults.all[0].peker)
            return
        brukere = [(b.navn, b.rolle) for b in values["brukere"]]
        slag = "proeve" if values["er_proeve"] else "virkelig"
        self._run(lambda: make_folder(self._mappe, brukere, slag, self._klokke if values["er_proeve"] else None))

    def _make_demo(self, *, tour: bool = False) -> None:
        self._tour_wanted = tour
        naa = self.session.naa()
        self._run(lambda: make_demo(self._mappe, naa))

    def _run(self, work: Callable[[], Opened | Made]) -> None:
        for pressed in (self.demo, self.tour, self.make):
            pressed.setEnabled(False)
        self.session.told.emit("Lager databasen …")
        self.session.runner.database(work, self._made, self._refused, owner=self)

    def _made(self, made: Opened | Made) -> None:
        self._enable()
        if isinstance(made, Opened):
            self.opened.emit(made)
            if self._tour_wanted:
                self.tour_wanted.emit()
            return
        self._made_now = made
        for card in (self.demo_card, self.new_card):
            card.hide()
        self.sheet_card.show()
        self.sheet.show_code(made.code, made.sheet)

    def _go_on(self) -> None:
        made, self._made_now = self._made_now, None
        self.sheet_card.hide()
        if made is not None:
            self.opened.emit(made.opened)

    def _refused(self, error: Exception) -> None:
        self._enable()
        self.panel.show_message(in_words(error))

    def _enable(self) -> None:
        for pressed in (self.demo, self.tour, self.make):
            pressed.setEnabled(True)
