"""Lines to sign on: who below the line, and a shorter line for the day beside it."""

from boligtildeling.documents import blokker as b
from boligtildeling.documents import stiler
from boligtildeling.documents.bokser import Boks, Tekst
from boligtildeling.documents.ruter import linjeelement
from boligtildeling.documents.side import Side
from boligtildeling.documents.stiler import MM, SVART
from boligtildeling.documents.struktur import Element

_DATOBREDDE, _MELLOMROM = 42 * MM, 6 * MM
_UTEN_DATO = 0.72
_SKRIVEHOEYDE = 11 * MM
_LUFT_OVER, _LUFT_UNDER = 4.0, 3.0


class Signaturfelt(Boks):
    """One line with its label below it. Who signs is read first, then the day, each with what stands on its line."""

    foer, etter = 3, 8

    def __init__(self, linje: b.Signatur, dato_etikett: str, liste: Element, spraak: str) -> None:
        self._har_dato = bool(dato_etikett)
        self._deler = [_Felt(linje.hvem, "", liste, spraak)]
        if dato_etikett:
            self._deler.append(_Felt(dato_etikett, linje.dato, liste, spraak))

    def _plasser(self, bredde: float) -> list[tuple[float, float]]:
        """Where each line starts, and how long it is."""
        if not self._har_dato:
            return [(0, bredde * _UTEN_DATO)]
        start = _DATOBREDDE + _MELLOMROM
        return [(start, bredde - start), (0, _DATOBREDDE)]

    def hoeyde(self, bredde: float) -> float:
        etiketter = zip(self._deler, self._plasser(bredde), strict=True)
        return _SKRIVEHOEYDE + _LUFT_UNDER + max(d.etikett.hoeyde(lengde) for d, (_, lengde) in etiketter)

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        for felt, (start, lengde) in zip(self._deler, self._plasser(bredde), strict=True):
            felt.tegn(side, x + start, y, lengde)


class _Felt:
    """A line, what is written on it, and its label."""

    def __init__(self, etikett: str, verdi: str, liste: Element, spraak: str) -> None:
        punkt = liste.ny("LI")
        self.etikett = Tekst(etikett, stiler.SMAATT, punkt.ny("Lbl"))
        kropp = punkt.ny("LBody")
        self._verdi = Tekst(verdi, stiler.VERDI, kropp) if verdi else None
        self._linje = None if verdi else linjeelement(kropp, spraak)

    def tegn(self, side: Side, x: float, y: float, lengde: float) -> None:
        bunn = y + _SKRIVEHOEYDE
        if self._verdi:
            self._verdi.tegn(side, x, bunn - _LUFT_OVER - self._verdi.hoeyde(lengde), lengde)
        with side.innhold(self._linje) if self._linje else side.pynt():
            side.strek(x, bunn, x + lengde, bunn, 0.6, SVART)
        self.etikett.tegn(side, x, bunn + _LUFT_UNDER, lengde)
