"""What every screen needs of the world around it: the open program, who acts, what day it is, and the runner."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from ui.change_bus import ChangeBus
from ui.drafts import Drafts
from ui.help_texts import HelpTexts
from ui.runner import Done, Failed, Runner

if TYPE_CHECKING:
    from boligtildeling.app import Program
    from boligtildeling.casework.act import Utfall
    from boligtildeling.vedlikehold import Vedlikehold

SignIn = tuple[str, str]
Work = Callable[["Program"], Any]
Ask = Callable[[], str | None]


class Session(QObject):
    """One open data folder in one window.

    Signals:
    told: a short sentence about something that went well, for the status line and the screen reader.
    user_changed: someone else acts from now on (only in a trial folder), or all that is shown must be read anew.
    copies_changed: there is another backup copy, or another key.
    lost: the folder was let go of and could not be opened again; carries the error.
    """

    told = Signal(str)
    user_changed = Signal()
    copies_changed = Signal()
    lost = Signal(object)

    def __init__(self, runner: Runner, bus: ChangeBus, klokke: datetime | None = None) -> None:
        super().__init__()
        self.runner, self.bus = runner, bus
        self._klokke, self._fixed = Klokke(klokke), klokke
        self._ask_passphrase: Ask = lambda: None
        self._program: Program | None = None
        self._is_begun = False
        self._folder_is_read = Lock()
        self.bruker: str | None = None
        self.navn, self.rolle = "", ""
        self.brukere: tuple[tuple[str, str], ...] = ()
        self.er_proeve = False
        self.drafts, self.help_texts = Drafts(self), HelpTexts(self)

    @property
    def er_aapen(self) -> bool:
        return self._is_begun

    def begin(self, program: "Program", bruker: str | None, ask_passphrase: Ask = lambda: None) -> None:
        """The program is open; from now on screens may ask it. `ask_passphrase` gives the one it was opened by."""
        self._program, self.bruker, self.er_proeve = program, bruker, program.er_proeve
        self._ask_passphrase, self._is_begun = ask_passphrase, True

    @property
    def mappe(self) -> Path | None:
        """The folder that is open."""
        return self._program.mappe if self._program is not None else None

    def set_user(self, navn: str, rolle: str, brukere: tuple[tuple[str, str], ...]) -> None:
        """Who acts, as the database knows them."""
        self.bruker, self.navn, self.rolle, self.brukere = navn, navn, rolle, brukere
        self.user_changed.emit()
        self.drafts.read()

    def i_dag(self) -> date:
        return self._klokke.naa().date()

    def naa(self) -> datetime:
        return self._klokke.naa()

    def ask(self, work: Work, done: Done, failed: Failed, *, owner: QObject, channel: str | None = None) -> None:
        """Asks the program something on the database thread."""
        if self._is_begun:
            self.runner.database(lambda: work(self._open), done, failed, owner=owner, channel=channel)

    def ask_beside(self, work: Work, done: Done, failed: Failed, *, owner: QObject, channel: str | None = None) -> None:
        """Asks for what takes long and may go on beside everything else: the copies, and how many cases there are."""
        if self._is_begun:
            self.runner.upkeep(lambda: self._beside(work), done, failed, owner=owner, channel=channel)

    def _beside(self, work: Work) -> Any:
        """On the upkeep thread: the folder is not let go of meanwhile."""
        with self._folder_is_read:
            return work(self._open)

    def look_after(
        self,
        work: Callable[["Vedlikehold"], Any],
        done: Done,
        failed: Failed,
        *,
        owner: QObject,
        ask_code: Ask = lambda: None,
    ) -> None:
        """Does upkeep that needs the folder alone: it is let go of first, and opened again before anything else."""

        def alone() -> Any:
            from boligtildeling.vedlikehold import Vedlikehold

            program, bruker = self._open, self.bruker
            with self._folder_is_read:
                program.lukk()
                self._program = None
                try:
                    spoer = self._ask_passphrase
                    return work(Vedlikehold(program.mappe, lambda _: bruker, spoer, ask_code, self._fixed))
                finally:
                    self._program = type(program).aapne(program.mappe, klokke=self._fixed, spoer=self._ask_passphrase)

        def not_done(error: Exception) -> None:
            failed(error)
            if self._program is None:
                self._is_begun = False
                self.lost.emit(error)

        if self._is_begun:
            self.runner.database(alone, done, not_done, owner=owner)

    def look_again(self) -> None:
        """Everything that is shown is read anew: the database is another one, or has another key."""
        bruker = self.bruker

        def known(answer: tuple[str, str, tuple[tuple[str, str], ...]]) -> None:
            self.set_user(*answer)
            self.copies_changed.emit()

        self.ask(lambda p: (*p.innlogget(bruker), p.brukere()), known, self.lost.emit, owner=self)

    @property
    def _open(self) -> "Program":
        """The program as it is open when the work is begun: upkeep may have opened it anew since it was asked for."""
        if self._program is None:
            raise Driftsfeil("Databasen er ikke åpen.", "Ingenting er endret.", "Start programmet på nytt.")
        return self._program

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
        self._is_begun = False
        if self._program is not None:
            self._program.lukk()
            self._program = None
