"""The letterhead: logo, sender, address block and facts, in reading order above the text."""

from boligtildeling.documents import stiler
from boligtildeling.documents.bilde import Bilde
from boligtildeling.documents.blokker import Topp
from boligtildeling.documents.bokser import Boks, Luft, Stabel, Tekst
from boligtildeling.documents.rutenett import Celle, Polstring, Rad, Rutenett
from boligtildeling.documents.stiler import MM, Stil
from boligtildeling.documents.struktur import Element

_FAKTABREDDE = 62 * MM
_VENSTRE = Polstring(hoeyre=8)


def tegn_topp(topp: Topp, rot: Element, bredde: float) -> list[Boks]:
    """The top of the first page for a column of this width in points.

    Raises `Driftsfeil` when the logo cannot be used.
    """
    logo = [Bilde(topp.logo, rot)] if topp.logo else []
    avsender = _linjer((topp.avsender,), stiler.AVSENDER, rot) + _linjer(topp.enhet, stiler.SMAATT, rot)
    merke = _linjer((topp.merke,) if topp.merke else (), stiler.MERKE, rot)
    mottaker = _linjer(topp.mottaker, stiler.MOTTAKER, rot)
    fakta = _linjer(tuple(f"{etikett}: {verdi}" for etikett, verdi in topp.fakta), stiler.SMAATT, rot)
    if not mottaker:
        return [*logo, _delt(avsender, [*merke, *fakta], bredde), Luft(4 * MM)]
    luft = Luft(11 * MM)
    return [*logo, _delt(avsender, merke, bredde), luft, _delt(mottaker, fakta, bredde), luft]


def _linjer(tekster: tuple[str, ...], stil: Stil, rot: Element) -> list[Boks]:
    return [Tekst(tekst, stil, rot.ny("P")) for tekst in tekster]


class _Topprad(Rutenett):
    foer = etter = 0


def _delt(venstre: list[Boks], hoeyre: list[Boks], bredde: float) -> Boks:
    rad = Rad((Celle(Stabel(venstre), _VENSTRE), Celle(Stabel(hoeyre))))
    return _Topprad([bredde - _FAKTABREDDE, _FAKTABREDDE], [rad])
