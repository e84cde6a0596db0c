"""What the user has typed and not saved: written a short pause after each change, and offered again in its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ui.messages import in_words

if TYPE_CHECKING:
    from boligtildeling.casework.utkast import Utkastvisning
    from ui.session import Session

PAUSE_MS = 700
NOT_KEPT = "Utkastet ble ikke tatt vare på. Lagre før du lukker vinduet."

Key = tuple[str | None, str]
"""The number of the case, None outside of all, and the name of the form."""


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """What stood in each field, which version of the case was on the screen, and when it was typed."""

    felter: Mapping[str, Any]
    sett_versjon: int | None
    skrevet: datetime


Take = Callable[[], tuple[Mapping[str, Any], int | None]]
"""What stands in a form now, and the version of the case that is on the screen."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A form that has been typed in, and by whom."""

    take: Take
    owner: QObject
    bruker: str | None


class Drafts(QObject):
    """The drafts of whoever uses the window. One that is being typed in is in hand, and is not offered.

    Signals:
    changed: there are other drafts to offer.
    written: nothing is waiting to be written any more.
    """

    changed = Signal()
    written = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self._known: dict[Key, Draft] = {}
        self._in_hand: set[Key] = set()
        self._waiting: dict[Key, _Waiting] = {}
        self._under_way = 0
        self.is_failing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.write_now)

    @property
    def is_writing(self) -> bool:
        return bool(self._waiting) or self._under_way > 0

    def read(self) -> None:
        """Asks for the drafts that this user has."""
        bruker = self._session.bruker

        def ask(program: Any) -> Any:
            from boligtildeling.casework.utkast import UTKAST

            return program.vis(UTKAST, bruker)

        self._session.ask(ask, self._read, lambda _: None, owner=self, channel="utkast")

    def _read(self, found: "tuple[Utkastvisning, ...]") -> None:
        self._known = {(u.saksnummer, u.skjema): Draft(u.felter, u.sett_versjon, u.skrevet_tidspunkt) for u in found}
        self.changed.emit()

    def offered(self, key: Key) -> Draft | None:
        """The draft to offer in this form; None when there is none, or when it is being typed in."""
        return None if key in self._in_hand else self._known.get(key)

    def offered_in(self, saksnummer: str) -> tuple[str, ...]:
        """The names of the forms in a case that have a draft to offer."""
        return tuple(
            skjema for number, skjema in self._known if number == saksnummer and self.offered((number, skjema))
        )

    def write_soon(self, key: Key, take: Take, owner: QObject) -> None:
        """The user typed in a form, the `owner`: what stands in it is written when the typing pauses."""
        self._waiting[key] = _Waiting(take, owner, self._session.bruker)
        self._pause.start()
        if key not in self._in_hand:
            self._in_hand.add(key)
            self.changed.emit()

    def write_now(self) -> None:
        """Writes all that is waiting."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, {}
        for key, one in waiting.items():
            self._write(key, one)

    def _write(self, key: Key, one: "_Waiting") -> None:
        if not isValid(one.owner):
            return
        (felter, versjon), bruker = one.take(), one.bruker
        draft = Draft(felter, versjon, self._session.naa())
        self._under_way += 1

        def kept(is_kept: bool) -> None:
            self.is_failing = False
            if is_kept and bruker == self._session.bruker:
                self._known[key] = draft
                if key not in self._in_hand:
                    self.changed.emit()
            self._one_written()

        def not_kept(error: Exception) -> None:
            if not self.is_failing:
                self.is_failing = True
                self._session.told.emit(f"{in_words(error).heading} {NOT_KEPT}")
            self._one_written()

        self._session.ask(lambda p: p.legg_utkast(*key, felter, versjon, bruker), kept, not_kept, owner=self)

    def _one_written(self) -> None:
        self._under_way -= 1
        if not self.is_writing:
            self.written.emit()

    def put_down(self, key: Key) -> None:
        """The form is left as it is: what was typed is written, and offered the next time."""
        if key in self._waiting:
            self._write(key, self._waiting.pop(key))
        if key in self._in_hand:
            self._in_hand.discard(key)
            self.changed.emit()

    def hold(self, key: Key) -> None:
        """The act is under way, so nothing more is written of its form."""
        self._waiting.pop(key, None)

    def done(self, key: Key) -> None:
        """The act is done, and its draft went with it."""
        self.hold(key)
        self._in_hand.discard(key)
        if self._known.pop(key, None) is not None:
            self.changed.emit()

    def discard(self, key: Key) -> None:
        """The user does not want it."""
        self.done(key)
        bruker = self._session.bruker
        self._session.ask(
            lambda p: p.forkast_utkast(*key, bruker),
            lambda _: None,
            lambda e: self._session.told.emit(in_words(e).as_text),
            owner=self,
        )
