"""What every screen needs of the world around it: the open program, who acts, what day it is, and the runner."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from boligtildeling.clock import Klokke
from ui.change_bus import ChangeBus
from ui.runner import Done, Failed, Runner

if TYPE_CHECKING:
    from boligtildeling.app import Program
    from boligtildeling.casework.act import Utfall

SignIn = tuple[str, str]
Work = Callable[["Program"], Any]


class Session(QObject):
    """One open data folder in one window.

    Signals:
    told: a short sentence about something that went well, for the status line and the screen reader.
    user_changed: someone else acts from now on (only in a trial folder).
    """

    told = Signal(str)
    user_changed = Signal()

    def __init__(self, runner: Runner, bus: ChangeBus, klokke: datetime | None = None) -> None:
        super().__init__()
        self.runner, self.bus = runner, bus
        self._klokke = Klokke(klokke)
        self._program: Program | None = None
        self.bruker: str | None = None
        self.navn, self.rolle = "", ""
        self.brukere: tuple[tuple[str, str], ...] = ()
        self.er_proeve = False

    @property
    def er_aapen(self) -> bool:
        return self._program is not None

    def begin(self, program: "Program", bruker: str | None) -> None:
        """The program is open; from now on screens may ask it."""
        self._program, self.bruker, self.er_proeve = program, bruker, program.er_proeve

    def set_user(self, navn: str, rolle: str, brukere: tuple[tuple[str, str], ...]) -> None:
        """Who acts, as the database knows them."""
        self.bruker, self.navn, self.rolle, self.brukere = navn, navn, rolle, brukere
        self.user_changed.emit()

    def i_dag(self) -> date:
        return self._klokke.naa().date()

    def naa(self) -> datetime:
        return self._klokke.naa()

    def ask(self, work: Work, done: Done, failed: Failed, *, owner: QObject, channel: str | None = None) -> None:
        """Asks the program something on the database thread."""
        program = self._program
        if program is not None:
            self.runner.database(lambda: work(program), done, failed, owner=owner, channel=channel)

    def act(
        self,
        kommando: object,
        done: Done,
        failed: Failed,
        *,
        owner: QObject,
        files: Path | None = None,
        sign_in: SignIn | None = None,
    ) -> None:
        """Does an act; when it is done, everyone who shows what it touched is told before `done` is called.

        With `sign_in` it is done by whoever that name and password belong to, at this user's machine.
        """

        def finished(utfall: "Utfall") -> None:
            self.bus.tell(utfall.endret)
            done(utfall)

        def work(program: "Program") -> "Utfall":
            reader = program if files is None else program.med_filer(files)
            if sign_in is None:
                return reader.utfoer(kommando, self.bruker)
            return reader.utfoer(kommando, program.logg_inn(*sign_in), self.navn)

        self.ask(work, finished, failed, owner=owner)

    def close(self) -> None:
        """Lets what is under way finish and closes the database."""
        self.runner.close()
        if self._program is not None:
            self._program.lukk()
            self._program = None
