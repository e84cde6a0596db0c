"""The kinds of refusal and failure, in words: what the user is told, wherever it happened."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import uuid4

from boligtildeling.domain.datoer import vis_tidspunkt
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil, Inputfeil, Konflikt, Sperre, Sperret, Ugyldig
from boligtildeling.feilspor import spor

Kind = Literal["sperret", "ugyldig", "konflikt", "drift", "uventet"]
_LOG = logging.getLogger("boligtildeling")


@dataclass(frozen=True, slots=True)
class Message:
    """What to show: a heading, sentences, and for some kinds the reasons or the faults, each with its place."""

    kind: Kind
    heading: str
    sentences: tuple[str, ...] = ()
    sperrer: tuple[Sperre, ...] = ()
    faults: tuple[Inputfeil, ...] = ()
    log_id: str | None = None

    @property
    def can_fetch_newest(self) -> bool:
        return self.kind == "konflikt"

    @property
    def as_text(self) -> str:
        """Everything in one text, for a screen reader and for copying."""
        reasons = [f"{s.kode}: {s.grunn}" for s in self.sperrer] + [f.setning for f in self.faults]
        return " ".join((self.heading, *self.sentences, *reasons))


def in_words(error: Exception) -> Message:
    """The message for an error; one that is not of a known kind is logged with an id and without what was typed."""
    if isinstance(error, Sperret):
        heading = "Dette står i veien:" if len(error.sperrer) == 1 else f"{len(error.sperrer)} ting står i veien:"
        return Message("sperret", heading, sperrer=tuple(error.sperrer))
    if isinstance(error, Ugyldig):
        count = len(error.feil)
        heading = "Én ting må rettes før du kan gå videre:" if count == 1 else f"{count} ting må rettes:"
        return Message("ugyldig", heading, faults=tuple(error.feil))
    if isinstance(error, Konflikt):
        return _conflict(error)
    if isinstance(error, Driftsfeil):
        return Message("drift", error.hva, (error.trygt, error.gjoer))
    if isinstance(error, Bruksfeil):
        return Message("drift", str(error), ("Ingenting er endret.",))
    return _unexpected(error)


def _conflict(error: Konflikt) -> Message:
    changes = tuple(_change(e.tittel, e.bruker, e.tidspunkt) for e in error.endringer)
    return Message(
        "konflikt",
        "Noen andre har endret dette siden du så det.",
        (*changes, "Det du skrev, står her fortsatt. Ingenting er lagret ennå."),
    )


def _change(title: str, user: str, instant: str) -> str:
    who = f" – {user}" if user else ""
    when = f", {vis_tidspunkt(datetime.fromisoformat(instant))}" if instant else ""
    return f"{title}{who}{when}."


def _unexpected(error: Exception) -> Message:
    log_id = uuid4().hex[:8]
    _LOG.error("uventet feil %s: %s", log_id, spor(error))
    return Message(
        "uventet",
        f"Noe gikk galt i programmet (feil {log_id}).",
        ("Ingenting av det du gjorde nå, er lagret.", "Prøv igjen. Kommer det tilbake, gi feilnummeret til IT."),
        log_id=log_id,
    )
