"""What the work list shows: the selection, and the pages that the database thread has answered with."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.messages import in_words
from ui.runner import Done
from ui.session import Session

if TYPE_CHECKING:
    from boligtildeling.app import Program
    from boligtildeling.casework.views.saker import Saksside, Saksutvalg

DEBOUNCE_MS = 120
PAGE = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user has asked for."""

    text: str = ""
    mine: bool = False
    steg: str | None = None
    ended: bool = False

    @property
    def is_everything(self) -> bool:
        return self == Selection(ended=self.ended)


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

    def set_filter(self, *, mine: bool, steg: str | None) -> None:
        self.selection = replace(self.selection, mine=mine, steg=steg, ended=steg == "avsluttet")
        self.load()

    def load(self) -> None:
        """The first page of the selection, and how many there are."""
        self._pause.stop()
        asked, bruker = self.selection, self.session.bruker
        self.session.ask(
            lambda p: self._page(p, asked, bruker, None),
            self.first_page.emit,
            self._refused,
            owner=self,
            channel="liste",
        )
        self.session.ask(
            lambda p: p.antall_saker(bruker, _utvalg(asked, bruker)),
            self.counted.emit,
            self._refused,
            owner=self,
            channel="antall",
        )

    def load_more(self, merke: str) -> None:
        """The page after the mark."""
        self._ask_page(merke, self.next_page.emit)

    def _ask_page(self, merke: str | None, done: Done) -> None:
        asked, bruker = self.selection, self.session.bruker
        self.session.ask(
            lambda p: self._page(p, asked, bruker, merke), done, self._refused, owner=self, channel="liste"
        )

    @staticmethod
    def _page(program: "Program", asked: Selection, bruker: str | None, merke: str | None) -> "Saksside":
        return program.vis_saker(bruker, _utvalg(asked, bruker), PAGE, merke)

    def _refused(self, error: Exception) -> None:
        self.failed.emit(in_words(error))


def _utvalg(asked: Selection, bruker: str | None) -> "Saksutvalg":
    from boligtildeling.casework.views.saker import Saksutvalg

    return Saksutvalg(
        steg=asked.steg,
        sok=asked.text,
        ansvarlig=bruker if asked.mine else None,
        med_avsluttede=asked.ended or bool(asked.text),
    )
