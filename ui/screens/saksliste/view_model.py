"""What the work list shows: the selection, and the pages that the database thread has answered with."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.messages import in_words
from ui.session import Session

if TYPE_CHECKING:
    from boligtildeling.casework.views.saker import Saksutvalg

DEBOUNCE_MS = 120
PAGE = 200
ALL, MINE, TEAM, ONE = "alle", "mine", "team", "bruker:"
WHOSE = ((ALL, "Alle saker"), (MINE, "Mine saker"), (TEAM, "Teamets saker"))
DEADLINES = ((None, "Alle frister"), (-1, "Forfalt"), (0, "Forfalt eller i dag"), (7, "Innen sju dager"))


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user has asked for.

    `whose`: ALL, MINE, TEAM, or the name of a user behind ONE. `within`: the next deadline is at most so many days
    away; -1 is late.
    """

    text: str = ""
    whose: str = ALL
    steg: str | None = None
    within: int | None = None
    ended: bool = False

    def utvalg(self, bruker: str | None, today: date) -> "Saksutvalg":
        """The same as the program asks the database for it."""
        from boligtildeling.casework.views.saker import Saksutvalg

        one = self.whose.removeprefix(ONE) if self.whose.startswith(ONE) else None
        return Saksutvalg(
            steg=self.steg,
            sok=self.text,
            ansvarlig=bruker if self.whose == MINE else one,
            med_avsluttede=self.ended or bool(self.text),
            mitt_team=self.whose == TEAM,
            frist_til=None if self.within is None else today + timedelta(days=self.within),
        )


class WorkList(QObject):
    """Asks for pages: at once when a filter changes, after a pause when the user types.

    Signals:
    first_page: a new selection's first page, as a Saksside.
    next_page: one more page of the same selection.
    counted: how many cases the selection has.
    failed: the list could not be read; carries the Message.
    """

    first_page = Signal(object)
    next_page = Signal(object)
    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.selection = Selection()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.load)
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)

    def set_text(self, text: str) -> None:
        self.selection = replace(self.selection, text=text)
        self._pause.start()

    def set_filter(self, *, whose: str, steg: str | None, within: int | None) -> None:
        self.selection = replace(self.selection, whose=whose, steg=steg, within=within, ended=steg == "avsluttet")
        self.load()

    def load(self) -> None:
        """The first page of the selection, and beside it how many there are: to count many takes a second."""
        self._pause.stop()
        asked, bruker, today = self.selection, self.session.bruker, self.session.i_dag()
        self.session.ask(
            lambda p: p.vis_saker(bruker, asked.utvalg(bruker, today), PAGE, None),
            self.first_page.emit,
            self._refused,
            owner=self,
            channel="liste",
        )
        self.session.ask_beside(
            lambda p: p.antall_saker(bruker, asked.utvalg(bruker, today)),
            self.counted.emit,
            self._refused,
            owner=self,
            channel="antall",
        )

    def load_more(self, merke: str) -> None:
        """The page after the mark."""
        asked, bruker, today = self.selection, self.session.bruker, self.session.i_dag()
        self.session.ask(
            lambda p: p.vis_saker(bruker, asked.utvalg(bruker, today), PAGE, merke),
            self.next_page.emit,
            self._refused,
            owner=self,
            channel="liste",
        )

    def _refused(self, error: Exception) -> None:
        self.failed.emit(in_words(error))
