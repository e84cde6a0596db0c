"""A pile of papers: which cases, whom each goes to, which of them are taken, and how far the work has come."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.papirrad import Papirrad
from boligtildeling.casework.views.saker import Saksutvalg
from ui.session import Session

if TYPE_CHECKING:
    from boligtildeling.casework.views.saker import Saksside

COLUMNS = ("Tas med", "Sak", "Går til", "Adresse", "Står det noe i veien?")
MOST = 500
DELIVERED = "Leveres etter avtale, aldri i vanlig post"


def kinds() -> list[tuple[str, str]]:
    """The papers to choose from, by name and title."""
    return [(navn, slag.tittel) for navn, slag in DOKUMENTER.items() if slag.kan_lagres]


def row(rad: Papirrad, is_taken: bool) -> tuple[str, ...]:
    taken = "ja" if is_taken else "nei"
    address = DELIVERED if rad.leveres_etter_avtale else ", ".join(rad.adresselinjer)
    return taken, rad.saksnummer, rad.mottaker, address, rad.stopp or "Klar"


class Pile(QObject):
    """Asks for one paper at a time, so that the window goes on and the work can be stopped between two of them.

    Signals:
    changed: the rows or what is taken.
    moved: how many are done, of how many.
    made: the finished papers, as pairs of case number and PDF.
    failed: what went wrong; nothing more is made.

    `to_know` is what whoever prints the papers should know, once they are made.
    """

    changed = Signal()
    moved = Signal(int, int)
    made = Signal(list)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._waiting: deque[str] = deque()
        self._all = 0
        self._papers: list[tuple[str, bytes]] = []
        self.to_know: tuple[str, ...] = ()
        self.navn = ""
        self.rows: list[Papirrad] = []
        self.taken: set[str] = set()

    @property
    def is_at_work(self) -> bool:
        return self._all > 0

    def find(self, navn: str, utvalg: Saksutvalg) -> None:
        """Finds the cases, and whom the paper goes to in each."""
        self.stop()
        self.navn, self.rows, self.taken = navn, [], set()
        self.changed.emit()
        bruker = self._session.bruker
        self._session.ask(
            lambda p: p.vis_saker(bruker, utvalg, MOST), self._found, self._fail, owner=self, channel="bunke"
        )

    def find_these(self, navn: str, numbers: Sequence[str]) -> None:
        """Whom the paper goes to in each of these cases."""
        self.stop()
        self.navn, self.rows, self.taken = navn, [], set()
        self.changed.emit()
        self._begin(list(numbers), self._next_row)

    def _found(self, side: "Saksside") -> None:
        self._begin([rad.saksnummer for rad in side.saker], self._next_row)

    def _next_row(self) -> None:
        navn, bruker = self.navn, self._session.bruker
        self._ask(lambda p, nummer: p.papirrad(navn, nummer, bruker), self._take_row)

    def _take_row(self, rad: Papirrad) -> None:
        self.rows.append(rad)
        if rad.stopp is None:
            self.taken.add(rad.saksnummer)
        if self._step_done():
            self._next_row()
        else:
            self.changed.emit()

    def toggle(self, number: int) -> bool:
        """Takes a row, or leaves it; False for one that something stands in the way of."""
        rad = self.rows[number]
        if rad.stopp is not None:
            return False
        self.taken ^= {rad.saksnummer}
        self.changed.emit()
        return True

    def make(self) -> None:
        """Makes the papers that are taken."""
        self._papers, self.to_know = [], ()
        self._begin([r.saksnummer for r in self.rows if r.saksnummer in self.taken], self._next_paper)

    def _next_paper(self) -> None:
        navn, bruker = self.navn, self._session.bruker
        self._ask(lambda p, nummer: (nummer, *p.lag_papir(navn, nummer, bruker)), self._take_paper)

    def _take_paper(self, paper: tuple[str, bytes, tuple[str, ...]]) -> None:
        number, pdf, to_know = paper
        self._papers.append((number, pdf))
        self.to_know = tuple(dict.fromkeys((*self.to_know, *to_know)))
        if self._step_done():
            self._next_paper()
        else:
            self.made.emit(self._papers)

    def stop(self) -> None:
        """What has been made so far is let go; nothing was stored."""
        self._waiting.clear()
        self._all = 0

    def _begin(self, numbers: list[str], go: Callable[[], None]) -> None:
        self._waiting, self._all = deque(numbers), len(numbers)
        self.moved.emit(0, self._all)
        if numbers:
            go()
        else:
            self.changed.emit()

    def _ask(self, work: Callable[..., object], done: Callable[..., None]) -> None:
        nummer = self._waiting[0]
        self._session.ask(lambda p: work(p, nummer), done, self._fail, owner=self, channel="bunke")

    def _step_done(self) -> bool:
        """Whether there is more to do; False also when the work was stopped meanwhile."""
        if not self._waiting:
            return False
        self._waiting.popleft()
        self.moved.emit(self._all - len(self._waiting), self._all)
        if not self._waiting:
            self._all = 0
        return bool(self._waiting)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)
