"""Breaks a paragraph into lines."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from boligtildeling.documents.skrift import Skrift, hovedskrift

MYK = "\N{SOFT HYPHEN}"
_AVRUNDING = 0.01
_FLEST_TEGN_PAA_LINJE = 500


class Glyf(NamedTuple):
    """A shaped glyph: its number in the font, what it stands for, how far it moves on, and how far it is moved."""

    nummer: int
    tekst: str
    framover: float
    dx: float
    dy: float


class Bit(NamedTuple):
    """A run of a line in one font, one direction and one language. Lengths are in thousandths of the size.

    Without `glyfer` each character is one glyph; with them, `tekst` is what they say, in the order it is read.
    """

    skrift: Skrift
    tekst: str
    bredde: float
    glyfer: tuple[Glyf, ...] | None = None
    spraak: str | None = None


class Linje(NamedTuple):
    """The runs of a line in the order they are read, each with its place from the left edge of the line.

    A line that is not the last of its paragraph ends with the space that stood there, so that words are read apart.
    """

    biter: tuple[tuple[float, Bit], ...]
    bredde: float
    fra_hoeyre: bool = False


Maal = Callable[[int, int], float]


def del_i_linjer(tekst: str, grense: float, maal: Maal) -> Iterator[tuple[int, int, float]]:
    """Where each line starts and ends in a text with single spaces, the space at a break left out, and its width.

    `maal` gives the width of a part, `grense` is the width of the line. A word breaks after a hyphen between letters
    and at a soft hyphen, and anywhere when it is wider than a whole line.
    """
    grense += _AVRUNDING
    start = slutt = fra = 0
    bredde, lengde = 0.0, len(tekst)
    while fra < lengde:
        til = tekst.find(" ", fra)
        til = lengde if til < 0 else til
        utvidet = bredde + maal(slutt, til)
        if utvidet <= grense:
            slutt, bredde, fra = til, utvidet, til + 1
            continue
        kutt = _i_ordet(tekst, fra, til, grense - bredde - maal(slutt, fra), maal)
        if kutt is None and slutt == start:
            kutt = _hvor_som_helst(fra, til, grense, maal)
        if kutt is not None:
            bredde, slutt, fra = bredde + maal(slutt, kutt), kutt, kutt
        yield start, slutt, bredde
        start = slutt = fra
        bredde = 0.0
    if slutt > start:
        yield start, slutt, bredde


def _i_ordet(tekst: str, fra: int, til: int, plass: float, maal: Maal) -> int | None:
    """The last place in a word, after a hyphen, that leaves no more than `plass` before it."""
    for kutt in range(til - 1, fra + 1, -1):
        foran = tekst[kutt - 1]
        er_delt = foran == "-" and tekst[kutt - 2].isalpha() and tekst[kutt].isalpha()
        if (er_delt or foran == MYK) and maal(fra, kutt) <= plass:
            return kutt
    return None


def _hvor_som_helst(fra: int, til: int, plass: float, maal: Maal) -> int:
    """The longest beginning of a word that fits; one character at least."""
    lav, hoey = fra + 1, min(til, fra + _FLEST_TEGN_PAA_LINJE)
    while lav < hoey:
        midt = (lav + hoey + 1) // 2
        lav, hoey = (midt, hoey) if maal(fra, midt) <= plass else (lav, midt - 1)
    return lav


def uten_myke(tekst: str) -> str:
    """The part of a text as it is drawn: a soft hyphen shows at the end of a line only."""
    return tekst[:-1].replace(MYK, "") + tekst[-1:] if MYK in tekst else tekst


def brytt_enkel(tekst: str, skrift: str, grense: float) -> list[Linje]:
    """The lines of a text that its main font has all of, read from the left. `grense` is in thousandths of the size."""
    hoved = hovedskrift(skrift)
    maal = hoved.bredde if MYK not in tekst else _mykt_maal(hoved)
    linjer = []
    for start, slutt, bredde in del_i_linjer(tekst, grense, lambda fra, til: maal(tekst[fra:til])):
        rest = " " if tekst[slutt : slutt + 1] == " " else ""
        linjer.append(Linje(((0.0, Bit(hoved, uten_myke(tekst[start:slutt]) + rest, bredde)),), bredde))
    return linjer


def _mykt_maal(skrift: Skrift) -> Callable[[str], float]:
    return lambda tekst: skrift.bredde(uten_myke(tekst))
