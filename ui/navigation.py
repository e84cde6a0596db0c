"""Where the window is, and the way back: places as values, a short memory of those before."""

from dataclasses import dataclass
from typing import Literal

PlaceName = Literal[
    "venter",
    "velkommen",
    "saksliste",
    "soeknad",
    "sak",
    "boliger",
    "begjaeringer",
    "morgen",
    "rapporter",
    "innstillinger",
    "sikkerhetskopier",
    "skjemaer",
    "bunke",
    "til_gjennomgang",
    "bevaring",
    "hjelp",
    "restanser",
    "moeter",
]
MOST_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, and for a case which one and where in it."""

    name: PlaceName
    saksnummer: str = ""
    step: str = ""
    point: str = ""


class Journey:
    """The places the user has been."""

    def __init__(self) -> None:
        self._been: list[Place] = []

    @property
    def here(self) -> Place:
        return self._been[-1] if self._been else Place("venter")

    def go(self, place: Place) -> None:
        if place != self.here:
            self._been = [*self._been[1 - MOST_REMEMBERED :], place]

    def back(self) -> Place:
        """The place before; the work list when there is none."""
        if self._been:
            self._been.pop()
        return self.here if self._been else Place("saksliste")
