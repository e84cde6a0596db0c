"""One's own deadlines as a calendar file (RFC 5545), with the case number and nothing about people."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.boforhold.morgen import Morgenpunkt, morgen
from boligtildeling.casework.visning import visning
from boligtildeling.domain.feltnavn import FRISTNAVN

_LENGSTE_LINJE = 75
"""Bytes in a line before it must be folded."""


def kalender(arbeid: Arbeid) -> bytes:
    """The deadlines of the morning that this user has, each a whole day. What anybody has typed is left out."""
    linjer = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Boligtildeling//NO", "CALSCALE:GREGORIAN"]
    stempel = arbeid.naa.astimezone(UTC)
    for punkt in morgen(arbeid, mine=True).punkter:
        if punkt.frist is not None and punkt.saksnummer is not None:
            linjer += _hendelse(punkt, punkt.frist, stempel)
    linjer.append("END:VCALENDAR")
    return "".join(f"{del_}\r\n" for linje in linjer for del_ in _brettet(linje)).encode()


def _hendelse(punkt: Morgenpunkt, frist: date, stempel: datetime) -> list[str]:
    hva = FRISTNAVN.get(punkt.oppgave or "", "Oppgave")
    return [
        "BEGIN:VEVENT",
        f"UID:{punkt.saksnummer}-{punkt.slag}-{punkt.oppgave or ''}@boligtildeling",
        f"DTSTAMP:{stempel:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{frist:%Y%m%d}",
        f"DTEND;VALUE=DATE:{frist + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_tekst(f'{hva} – sak {punkt.saksnummer}')}",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _tekst(tekst: str) -> str:
    return tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _brettet(linje: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes, each but the first begun with a space; no letter is cut in two."""
    del_ = ""
    for tegn in linje:
        if len(f"{del_}{tegn}".encode()) > _LENGSTE_LINJE:
            yield del_
            del_ = " "
        del_ += tegn
    yield del_


KALENDER = visning("kalender", "Egne frister som kalenderfil", kalender)
