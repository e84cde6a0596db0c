"""One act on each of many cases, one after the other; at the end it is told at once what was refused."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from boligtildeling.domain.feil import Konflikt, Sperret, Ugyldig
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.runner import Done, Failed
from ui.session import Session, SignIn

if TYPE_CHECKING:
    from boligtildeling.casework.act import Utfall

Marked = Sequence[tuple[str, int]]
"""The numbers of cases, each with the version that was seen."""


@dataclass
class _Round:
    """How far it has come."""

    kommando: Any
    waiting: deque[tuple[str, int]]
    done: Done
    failed: Failed
    changed: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


class ManyCases(ActDoer):
    """Each case is its own transaction: one that is refused holds none of the others back.

    Signals:
    finished: how many were changed, and the sentences on those that were not, or not without a warning.
    """

    finished = Signal(int, list)

    def __init__(self, session: Session, marked: Callable[[], Marked]) -> None:
        super().__init__(session)
        self._marked = marked

    def case_fields(self) -> dict[str, Any]:
        number, version = next(iter(self._marked()), ("", 0))
        return {"saksnummer": number, "sett_versjon": version}

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
        """Does it for every marked case; a fault in what was typed, or a machine that says no, stops it."""
        self._next(_Round(kommando, deque(self._marked()), done, failed))

    def _next(self, round_: _Round) -> None:
        if not round_.waiting:
            self._end(round_)
            return
        number, version = round_.waiting.popleft()
        kommando = replace(round_.kommando, saksnummer=number, sett_versjon=version)
        bruker = self.session.bruker

        def changed(utfall: "Utfall") -> None:
            round_.changed.append(number)
            round_.told += [f"{number}: {warning}" for warning in utfall.resultat.get("advarsler", ())]
            self._next(round_)

        self.session.ask(
            lambda p: p.utfoer(kommando, bruker),
            changed,
            lambda error: self._refused(round_, number, error),
            owner=self,
        )

    def _refused(self, round_: _Round, number: str, error: Exception) -> None:
        if self._concerns_the_case(error):
            message = in_words(error)
            reasons = [*(s.grunn for s in message.sperrer), *(f.setning for f in message.faults)]
            round_.told.append(f"{number}: {' '.join(reasons) or message.heading}")
            self._next(round_)
        else:
            self.session.bus.tell(tuple(round_.changed))
            round_.failed(error)

    @staticmethod
    def _concerns_the_case(error: Exception) -> bool:
        if isinstance(error, Ugyldig):
            return all(fault.peker == "/saksnummer" for fault in error.feil)
        return isinstance(error, Sperret | Konflikt)

    def _end(self, round_: _Round) -> None:
        from boligtildeling.casework.act import Utfall

        self.session.bus.tell(tuple(round_.changed))
        round_.done(Utfall({}, tuple(round_.changed)))
        self.finished.emit(len(round_.changed), round_.told)
