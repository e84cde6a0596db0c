"""Rows and columns: tables, facts, boxes with their statements, and the letterhead."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import NamedTuple

from boligtildeling.documents.bokser import Boks, Delt, Stabel
from boligtildeling.documents.side import Side
from boligtildeling.documents.stiler import LINJE, SVART, Farge

_SLINGRING = 0.001
_MINSTE_RADDEL = 40.0
_KANTBREDDE = 2.5


class Polstring(NamedTuple):
    """The white inside a cell, in points."""

    venstre: float = 0
    hoeyre: float = 0
    topp: float = 0
    bunn: float = 0

    def fra(self, fra_hoeyre: bool) -> "Polstring":
        """The same white for a text from the right: left and right changed about."""
        return Polstring(self.hoeyre, self.venstre, self.topp, self.bunn) if fra_hoeyre else self


INGEN = Polstring()


@dataclass(frozen=True, slots=True)
class Celle:
    """A cell: its contents, the white around them, and whether they stand at the bottom of the row."""

    innhold: Stabel
    polstring: Polstring = INGEN
    nederst: bool = False

    def hoeyde(self, bredde: float) -> float:
        """The height in a column of this width."""
        return self.innhold.hoeyde(self._innside(bredde)) + self.polstring.topp + self.polstring.bunn

    def _innside(self, bredde: float) -> float:
        return bredde - self.polstring.venstre - self.polstring.hoeyre

    def delt(self, bredde: float, plass: float) -> "tuple[Celle, Celle]":
        """What fits in a row of height `plass`, and the rest; both have the white around them."""
        inne = plass - self.polstring.topp - self.polstring.bunn
        deler = self.innhold.delt(self._innside(bredde), inne, inne)
        foerste, resten = (replace(self, innhold=del_ or Stabel(())) for del_ in deler)
        return foerste, resten

    def tegn(self, side: Side, x: float, y: float, bredde: float, hoeyde: float) -> None:
        """Draws the contents in a row of this height."""
        ned = hoeyde - self.hoeyde(bredde) if self.nederst else 0
        self.innhold.tegn(side, x + self.polstring.venstre, y + self.polstring.topp + ned, self._innside(bredde))


@dataclass(frozen=True, slots=True)
class Rad:
    """A row and the least height of it."""

    celler: tuple[Celle, ...]
    minste: float = 0
    flate: Farge | None = None


@dataclass(frozen=True, slots=True)
class Preg:
    """What is drawn around the cells: lines under the rows, a bar before them."""

    linjer: bool = False
    kant: bool = False


_UTEN_PREG = Preg()


class Rutenett(Boks):
    """Rows of cells in columns of given widths in points. The first `hode` rows are repeated on each page.

    It breaks between rows; a row that no page has room for breaks inside its cells. One that is `samlet` starts on a
    new page rather than break. `fra_hoeyre` puts the first column to the right.
    """

    foer, etter = 3, 8

    def __init__(
        self,
        kolonner: Sequence[float],
        rader: Sequence[Rad],
        *,
        preg: Preg = _UTEN_PREG,
        hode: int = 0,
        samlet: bool = False,
        fra_hoeyre: bool = False,
    ) -> None:
        self._kolonner, self._rader, self._preg, self._hode, self._samlet = kolonner, rader, preg, hode, samlet
        self._er_fortsettelse, self._fra_hoeyre = False, fra_hoeyre
        starter = [sum(kolonner[:nr]) for nr in range(len(kolonner))]
        if fra_hoeyre:
            starter = [sum(kolonner) - start - bredde for start, bredde in zip(starter, kolonner, strict=True)]
        self._starter = starter
        self._hoeyder: list[float] = []

    @property
    def _radhoeyder(self) -> list[float]:
        if not self._hoeyder:
            self._hoeyder = [
                max(rad.minste, *(c.hoeyde(b) for c, b in zip(rad.celler, self._kolonner, strict=True)))
                for rad in self._rader
            ]
        return self._hoeyder

    def hoeyde(self, bredde: float) -> float:
        return sum(self._radhoeyder)

    def _med_rimelig_hode(self, hel: float) -> "Rutenett":
        """Headings that take more than half a page are rows like the others, never repeated."""
        if sum(self._radhoeyder[: self._hode]) <= hel / 2:
            return self
        ny = copy(self)
        ny._hode = 0
        return ny

    def minste(self, bredde: float, hel: float) -> float:
        if (nett := self._med_rimelig_hode(hel)) is not self:
            return nett.minste(bredde, hel)
        hele = self.hoeyde(bredde)
        if self._samlet and hele <= hel:
            return hele
        hoder, foerste = sum(self._radhoeyder[: self._hode]), self._radhoeyder[self._hode : self._hode + 1]
        return hoder + sum(h if hoder + h <= hel else _MINSTE_RADDEL for h in foerste)

    def delt(self, bredde: float, plass: float, hel: float) -> Delt:
        if (nett := self._med_rimelig_hode(hel)) is not self:
            return nett.delt(bredde, plass, hel)
        hoder = sum(self._radhoeyder[: self._hode])
        y, nr = hoder, self._hode
        while nr < len(self._rader) and y + self._radhoeyder[nr] <= plass + _SLINGRING:
            y += self._radhoeyder[nr]
            nr += 1
        if nr == len(self._rader):
            return self, None
        er_tvunget = nr == self._hode and plass >= hel - _SLINGRING
        er_for_hoey = hoder + self._radhoeyder[nr] > hel and plass - y >= _MINSTE_RADDEL
        if er_tvunget or er_for_hoey:
            foerste, resten = self._delt_rad(self._rader[nr], plass - y)
            return self._foran([*self._rader[:nr], foerste]), self._fortsatt([resten, *self._rader[nr + 1 :]])
        if nr == self._hode:
            return None, self
        return self._foran(self._rader[:nr]), self._fortsatt(self._rader[nr:])

    def _delt_rad(self, rad: Rad, plass: float) -> tuple[Rad, Rad]:
        deler = [c.delt(b, plass) for c, b in zip(rad.celler, self._kolonner, strict=True)]
        return replace(rad, celler=tuple(f for f, _ in deler), minste=0), replace(
            rad, celler=tuple(r for _, r in deler), minste=0
        )

    def _med(self, rader: Sequence[Rad], er_fortsettelse: bool) -> "Rutenett":
        ny = copy(self)
        ny._rader, ny._hoeyder, ny._er_fortsettelse, ny._samlet = rader, [], er_fortsettelse, False
        return ny

    def _foran(self, rader: Sequence[Rad]) -> "Rutenett":
        ny = self._med(rader, self._er_fortsettelse)
        ny.etter = 0
        return ny

    def _fortsatt(self, rader: Sequence[Rad]) -> "Rutenett":
        ny = self._med([*self._rader[: self._hode], *rader], True)
        ny.foer = 0
        return ny

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        self._tegn_preg(side, x, y)
        for nr, (rad, hoeyde) in enumerate(zip(self._rader, self._radhoeyder, strict=True)):
            if self._er_fortsettelse and nr < self._hode:
                with side.pynt("/Pagination"):
                    self._tegn_rad(side, rad, x, y, hoeyde)
            else:
                self._tegn_rad(side, rad, x, y, hoeyde)
            y += hoeyde

    def _tegn_rad(self, side: Side, rad: Rad, x: float, y: float, hoeyde: float) -> None:
        for celle, start, bredde in zip(rad.celler, self._starter, self._kolonner, strict=True):
            celle.tegn(side, x + start, y, bredde, hoeyde)

    def _tegn_preg(self, side: Side, x: float, y: float) -> None:
        bredde, hele = sum(self._kolonner), sum(self._radhoeyder)
        if not (self._preg.linjer or self._preg.kant or any(rad.flate for rad in self._rader)):
            return
        with side.pynt():
            topp = y
            for rad, hoeyde in zip(self._rader, self._radhoeyder, strict=True):
                if rad.flate:
                    side.flate(x, y, bredde, hoeyde, rad.flate)
                y += hoeyde
                if self._preg.linjer:
                    side.strek(x, y, x + bredde, y, 0.5, LINJE)
            if self._preg.kant:
                kant = x + bredde if self._fra_hoeyre else x
                side.flate(kant - _KANTBREDDE / 2, topp, _KANTBREDDE, hele, SVART)
