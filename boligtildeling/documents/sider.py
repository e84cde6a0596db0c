"""The sheet: size, margins, foot with page number, and what stands across every page."""

from bisect import bisect_left
from math import hypot

from boligtildeling.documents import stiler
from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.bokser import Boks
from boligtildeling.documents.innbygging import Skrifter
from boligtildeling.documents.linjer import Bit
from boligtildeling.documents.pdfa import Dokument, skriv_pdf
from boligtildeling.documents.retning import brytt
from boligtildeling.documents.side import Side
from boligtildeling.documents.skrift import FET, VANLIG, skrivbar
from boligtildeling.documents.struktur import Bokmerke, Element

_SPRAAK = {"nb": "nb-NO", "nn": "nn-NO", "en": "en", "pl": "pl", "ar": "ar", "so": "so", "ti": "ti", "uk": "uk"}
_EN_LINJE = 1_000_000.0


def spraakkode(spraak: str) -> str:
    """The language tag of one of `Spraak`. Raises ValueError for another."""
    if spraak not in _SPRAAK:
        raise ValueError(f"unknown language: {spraak}")
    return _SPRAAK[spraak]


def satsbredde(ark: Ark) -> float:
    """The width of the text column in points."""
    marger = stiler.MARGER[ark.oppsett]
    return _arkstoerrelse(ark)[0] - marger.venstre - marger.hoeyre


def sett_paa_sider(ark: Ark, innhold: Boks, rot: Element, bokmerker: list[Bokmerke]) -> bytes:
    """Lays the contents out on pages and returns the PDF. Raises ValueError for a box that no page has room for."""
    skrifter = Skrifter()
    marger, stoerrelse, bredde = stiler.MARGER[ark.oppsett], _arkstoerrelse(ark), satsbredde(ark)
    hel = stoerrelse[1] - marger.topp - marger.bunn
    sider: list[Side] = []
    resten: Boks | None = innhold
    while resten is not None:
        side = Side(len(sider), stoerrelse, skrifter)
        _tegn_vannmerke(side, ark)
        foerste, nye_rest = resten.delt(bredde, hel, hel)
        if foerste is not None:
            foerste.tegn(side, marger.venstre, marger.topp, bredde)
        elif nye_rest is resten:
            raise ValueError("a box is higher than the page")
        sider.append(side)
        resten = nye_rest
    for side in sider:
        _tegn_bunn(side, ark, len(sider))
    dokument = Dokument(
        tittel=skrivbar(" · ".join((ark.tittel, *ark.vannmerker))),
        avsender=skrivbar(ark.topp.avsender),
        spraak=spraakkode(ark.maalform),
        dato=ark.dato,
    )
    return skriv_pdf(dokument, sider, rot, bokmerker, skrifter)


def _arkstoerrelse(ark: Ark) -> tuple[float, float]:
    bredde, hoeyde = stiler.A4
    return (hoeyde, bredde) if ark.oppsett == "liggende" else (bredde, hoeyde)


def _tegn_bunn(side: Side, ark: Ark, antall: int) -> None:
    """The foot, cut off with … where it would run into the page number."""
    marger, bredde = stiler.MARGER[ark.oppsett], satsbredde(ark)
    grunn, skala = side.hoeyde - stiler.BUNNLINJE, stiler.BUNNSTOERRELSE / 1000
    sidetall = ark.sidetall.replace("{side}", str(side.nummer + 1)).replace("{sider}", str(antall))
    nummer = _biter(sidetall, VANLIG)
    hoeyre = marger.venstre + bredde - _lengde(nummer) * skala
    plass = (hoeyre - marger.venstre) / skala - 1000
    with side.pynt("/Pagination /Subtype /Footer"):
        side.strek(marger.venstre, grunn - 12, marger.venstre + bredde, grunn - 12, 0.5, stiler.LINJE)
        for x, biter in ((marger.venstre, _som_faar_plass(ark.bunntekst, plass)), (hoeyre, nummer)):
            plassert = [(x + dx * skala, grunn, bit) for dx, bit in biter]
            side.skriv(None, plassert, stiler.BUNNSTOERRELSE, stiler.GRAA)


def _som_faar_plass(tekst: str, plass: float) -> list[tuple[float, Bit]]:
    hel = _biter(tekst, VANLIG)
    if _lengde(hel) <= plass:
        return hel
    lengste = bisect_left(range(len(tekst)), True, key=lambda antall: _lengde(_kuttet(tekst, antall + 1)) > plass)
    return _kuttet(tekst, lengste)


def _kuttet(tekst: str, antall: int) -> list[tuple[float, Bit]]:
    return _biter(f"{tekst[:antall].rstrip(' ·')} …", VANLIG)


def _biter(tekst: str, skrift: str) -> list[tuple[float, Bit]]:
    """The runs of a text on one line, with their places in thousandths of the size."""
    return [plassert for linje in brytt(skrivbar(tekst, skrift), skrift, _EN_LINJE) for plassert in linje.biter]


def _lengde(biter: list[tuple[float, Bit]]) -> float:
    return max((x + bit.bredde for x, bit in biter), default=0)


def _tegn_vannmerke(side: Side, ark: Ark) -> None:
    if not ark.vannmerker:
        return
    biter = _biter(" · ".join(ark.vannmerker), FET)
    lengde = _lengde(biter)
    stoerrelse = min(150.0, 720 * hypot(side.bredde, side.hoeyde) / lengde)
    with side.pynt("/Pagination /Subtype /Watermark"):
        side.skriv_paa_skraa(biter, lengde, stoerrelse, stiler.VANNMERKE)
