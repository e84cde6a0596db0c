"""What a column is made of: boxes that know their height, can be parted at the foot of a page, and draw themselves."""

from collections.abc import Sequence
from copy import copy
from math import inf

from boligtildeling.documents.linjer import Bit, Linje
from boligtildeling.documents.retning import Merket, brytt
from boligtildeling.documents.side import Side
from boligtildeling.documents.skrift import hovedskrift, skrivbar
from boligtildeling.documents.stiler import KULESTOERRELSE, Stil
from boligtildeling.documents.struktur import Bokmerke, Element

_SLINGRING = 0.001
_FAERREST_LINJER = 2

Delt = tuple["Boks | None", "Boks | None"]


def linjene(tekst: str) -> list[str]:
    """The lines of a text that have something on them; each becomes a paragraph."""
    return [linje for linje in tekst.splitlines() if linje.strip()]


class Boks:
    """A thing in a column. `foer` and `etter` are the white around it; of two that meet, the greater counts.

    All lengths are in points. A box that has `med_neste` stands on the same page as the beginning of the next.
    """

    foer: float = 0
    etter: float = 0
    med_neste: bool = False

    def hoeyde(self, bredde: float) -> float:
        """The height in a column of this width."""
        raise NotImplementedError

    def minste(self, bredde: float, hel: float) -> float:
        """The height of the least part of it that may stand at the foot of a page of height `hel`."""
        return self.hoeyde(bredde)

    def delt(self, bredde: float, plass: float, hel: float) -> Delt:
        """What fits in `plass`, and the rest; either may be None. `hel` is the height of an empty page."""
        return (self, None) if self.hoeyde(bredde) <= plass + _SLINGRING else (None, self)

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        """Draws it with its upper left corner at (x, y)."""
        raise NotImplementedError


class Luft(Boks):
    """White."""

    def __init__(self, hoeyde: float) -> None:
        self._hoeyde = hoeyde

    def hoeyde(self, bredde: float) -> float:
        return self._hoeyde

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        """Draws nothing."""


class Nyside(Luft):
    """What follows starts on a new page."""

    def __init__(self) -> None:
        super().__init__(0)


class Tekst(Boks):
    """A paragraph as content of an element; `kule` is a sign in its indent, with the element of that sign.

    Raises `Sperret` for a character that cannot be printed.
    """

    def __init__(
        self,
        tekst: str,
        stil: Stil,
        element: Element,
        *,
        merket: Merket = (),
        kule: tuple[str, Element] | None = None,
    ) -> None:
        self.foer, self.etter, self.med_neste = stil.foer, stil.etter, stil.med_neste
        self._tekst = tekst if merket else skrivbar(tekst, stil.skrift)
        self._stil, self._element, self._merket, self._kule = stil, element, merket, kule
        self._linjer: list[Linje] = []
        self._brutt_ved = -1.0

    def _sett(self, bredde: float) -> list[Linje]:
        if bredde != self._brutt_ved and self._brutt_ved < inf:
            grense = (bredde - self._stil.innrykk) * 1000 / self._stil.stoerrelse
            self._linjer = brytt(self._tekst, self._stil.skrift, grense, self._merket)
            self._brutt_ved = bredde
        return self._linjer

    def _del_av(self, linjer: list[Linje]) -> "Tekst":
        ny = copy(self)
        ny._linjer, ny._brutt_ved = linjer, inf
        return ny

    def hoeyde(self, bredde: float) -> float:
        return len(self._sett(bredde)) * self._stil.linje

    def minste(self, bredde: float, hel: float) -> float:
        antall = len(self._sett(bredde))
        return (antall if antall < 2 * _FAERREST_LINJER else _FAERREST_LINJER) * self._stil.linje

    def delt(self, bredde: float, plass: float, hel: float) -> Delt:
        linjer = self._sett(bredde)
        antall = int((plass + _SLINGRING) / self._stil.linje)
        if antall >= len(linjer):
            return self, None
        antall = min(antall, len(linjer) - _FAERREST_LINJER)
        if antall < _FAERREST_LINJER:
            if plass < hel - _SLINGRING:
                return None, self
            antall = max(1, int((plass + _SLINGRING) / self._stil.linje))
        foerste, resten = self._del_av(linjer[:antall]), self._del_av(linjer[antall:])
        foerste.etter, resten.foer, resten._kule = 0, 0, None
        return foerste, resten

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        linjer, stil = self._sett(bredde), self._stil
        skala, grunn = stil.stoerrelse / 1000, y + stil.stoerrelse
        if self._kule:
            self._tegn_kule(side, x, grunn, bredde)
        if not linjer:
            return
        plassert: list[tuple[float, float, Bit]] = []
        for linje in linjer:
            venstre = self._venstre(linje, x, bredde)
            plassert += [(venstre + dx * skala, grunn, bit) for dx, bit in linje.biter]
            grunn += stil.linje
        side.skriv(self._element, plassert, stil.stoerrelse, stil.farge)

    def _venstre(self, linje: Linje, x: float, bredde: float) -> float:
        lengde = linje.bredde * self._stil.stoerrelse / 1000
        if linje.fra_hoeyre or self._stil.hoeyrestilt:
            return x + bredde - self._stil.innrykk - lengde
        return x + self._stil.innrykk

    def _tegn_kule(self, side: Side, x: float, grunn: float, bredde: float) -> None:
        tegn, element = self._kule or ("", self._element)
        hoved = hovedskrift(self._stil.skrift)
        bit = Bit(hoved, tegn, hoved.bredde(tegn))
        linjer = self._sett(bredde)
        til_hoeyre = self._stil.hoeyrestilt or (bool(linjer) and linjer[0].fra_hoeyre)
        venstre = x + bredde - bit.bredde * KULESTOERRELSE / 1000 if til_hoeyre else x
        side.skriv(element, [(venstre, grunn, bit)], KULESTOERRELSE, self._stil.farge)


class Overskriftboks(Tekst):
    """A heading; drawing it leaves a bookmark. It is never parted."""

    def __init__(self, tekst: str, stil: Stil, element: Element, bokmerker: list[Bokmerke]) -> None:
        super().__init__(tekst, stil, element)
        self._bokmerker = bokmerker

    def delt(self, bredde: float, plass: float, hel: float) -> Delt:
        return Boks.delt(self, bredde, plass, hel)

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        super().tegn(side, x, y, bredde)
        self._bokmerker.append(Bokmerke(self._tekst, int(self._element.slag[1:]), side.nummer, y))


class Stabel(Boks):
    """Boxes one below the other."""

    def __init__(self, bokser: Sequence[Boks]) -> None:
        self.bokser = bokser
        if bokser:
            self.foer, self.etter = bokser[0].foer, bokser[-1].etter

    def hoeyde(self, bredde: float) -> float:
        return sum(b.hoeyde(bredde) + self._luft(nr) for nr, b in enumerate(self.bokser))

    def minste(self, bredde: float, hel: float) -> float:
        return self._kjede(0, bredde, hel) if self.bokser else 0

    def _luft(self, nr: int) -> float:
        return max(self.bokser[nr - 1].etter, self.bokser[nr].foer) if nr else 0

    def _kjede(self, nr: int, bredde: float, hel: float) -> float:
        """The least height from box `nr` on, with all that it is kept with."""
        hoeyde = 0.0
        while self.bokser[nr].med_neste and nr + 1 < len(self.bokser):
            hoeyde += self.bokser[nr].hoeyde(bredde) + self._luft(nr + 1)
            nr += 1
        return hoeyde + self.bokser[nr].minste(bredde, hel)

    def delt(self, bredde: float, plass: float, hel: float) -> "tuple[Stabel | None, Stabel | None]":
        y = 0.0
        for nr, boks in enumerate(self.bokser):
            if isinstance(boks, Nyside):
                return self._kuttet(nr, nr + 1)
            y += self._luft(nr)
            trengs = self._kjede(nr, bredde, hel)
            if (nr or plass < hel - _SLINGRING) and plass - y + _SLINGRING < trengs <= hel:
                return self._kuttet(nr, nr)
            hoeyde = boks.hoeyde(bredde)
            if y + hoeyde > plass + _SLINGRING:
                return self._delt_i(nr, boks.delt(bredde, plass - y, hel))
            y += hoeyde
        return self, None

    def _kuttet(self, til: int, fra: int) -> "tuple[Stabel | None, Stabel | None]":
        return _stabel(self.bokser[:til]), _stabel(self.bokser[fra:])

    def _delt_i(self, nr: int, deler: Delt) -> "tuple[Stabel | None, Stabel | None]":
        foerste = [*self.bokser[:nr], *(d for d in deler[:1] if d)]
        resten = [*(d for d in deler[1:] if d), *self.bokser[nr + 1 :]]
        return _stabel(foerste), _stabel(resten)

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        for nr, boks in enumerate(self.bokser):
            y += self._luft(nr)
            boks.tegn(side, x, y, bredde)
            y += boks.hoeyde(bredde)


def _stabel(bokser: Sequence[Boks]) -> Stabel | None:
    return Stabel(bokser) if bokser else None


class Samlet(Stabel):
    """Boxes that stand on one page when they fit on one."""

    def minste(self, bredde: float, hel: float) -> float:
        hoeyde = self.hoeyde(bredde)
        return hoeyde if hoeyde <= hel else super().minste(bredde, hel)
