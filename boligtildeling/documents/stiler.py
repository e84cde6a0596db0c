"""Sizes, colours and spacing of the paper, in one place. Lengths are in points unless they say mm."""

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from boligtildeling.documents.skrift import FET, HALVFET, VANLIG

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)


class Farge(NamedTuple):
    """Red, green and blue of sRGB, each from 0 to 1."""

    r: float
    g: float
    b: float

    @property
    def pdf(self) -> str:
        """The three numbers as a PDF operator takes them."""
        return f"{self.r:.3g} {self.g:.3g} {self.b:.3g}"


def _farge(heks: str) -> Farge:
    return Farge(*(int(heks[i : i + 2], 16) / 255 for i in (0, 2, 4)))


SVART, GRAA, LINJE, FLATE = _farge("1a1a1a"), _farge("555555"), _farge("b4b4b4"), _farge("f1f1ef")
VANNMERKE = _farge("ececec")


class Marger(NamedTuple):
    """The white around the text."""

    venstre: float
    hoeyre: float
    topp: float
    bunn: float


MARGER: dict[str, Marger] = {
    "brev": Marger(25 * MM, 32 * MM, 18 * MM, 22 * MM),
    "skjema": Marger(20 * MM, 20 * MM, 15 * MM, 21 * MM),
    "liggende": Marger(16 * MM, 16 * MM, 13 * MM, 19.5 * MM),
}
BUNNLINJE = 12 * MM
BUNNSTOERRELSE = 8.5


@dataclass(frozen=True, slots=True)
class Stil:
    """How a paragraph is set: font, size, distance between lines, and the white before and after it."""

    skrift: str
    stoerrelse: float
    linje: float
    foer: float = 0
    etter: float = 0
    innrykk: float = 0
    farge: Farge = SVART
    hoeyrestilt: bool = False
    med_neste: bool = False


@cache
def til_hoeyre(stil: Stil) -> Stil:
    """The same style at the right edge."""
    return replace(stil, hoeyrestilt=True)


AVSNITT: dict[str, Stil] = {
    "vanlig": Stil(VANLIG, 10.5, 14.5, etter=5),
    "ingress": Stil(VANLIG, 11.5, 16, etter=6),
    "innledende": Stil(VANLIG, 10.5, 14.5, etter=2, med_neste=True),
    "viktig": Stil(HALVFET, 10.5, 14.5, etter=5),
    "avslutning": Stil(VANLIG, 10.5, 14.5, foer=14, etter=5),
    "liten": Stil(VANLIG, 9, 12.5, etter=3, farge=GRAA),
}
OVERSKRIFT: dict[int, Stil] = {
    1: Stil(FET, 19, 23, foer=4, etter=8, med_neste=True),
    2: Stil(FET, 13, 17, foer=13, etter=4, med_neste=True),
    3: Stil(HALVFET, 11, 14.5, foer=11, etter=3, med_neste=True),
}
KONKLUSJON = Stil(HALVFET, 11.5, 15)
PUNKT = Stil(VANLIG, 10.5, 14.5, etter=4, innrykk=14)
KULESTOERRELSE = 12.0
ETIKETT = Stil(HALVFET, 10.5, 14.5)
VERDI = Stil(VANLIG, 10.5, 14.5)
CELLE = Stil(VANLIG, 9.5, 12.5)
CELLE_HOEYRE = til_hoeyre(CELLE)
NOTE = Stil(VANLIG, 8, 10.5, farge=GRAA)
HODE = Stil(HALVFET, 9, 12)
HODE_HOEYRE = til_hoeyre(HODE)
AVSENDER = Stil(FET, 13, 16, etter=2)
SMAATT = Stil(VANLIG, 9, 12.5, farge=GRAA)
MOTTAKER = Stil(VANLIG, 10.5, 14.5)
MERKE = Stil(HALVFET, 9, 12.5)
