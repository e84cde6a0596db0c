"""The sheet: size, margins, foot with «Side x av y», and what stands across every page."""

from io import BytesIO
from math import atan2, degrees, hypot
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from boligtildeling.documents import stiler
from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.skrift import FET, VANLIG, skrivbar

_SPRAAK = {"nb": "nb-NO", "nn": "nn-NO"}
_BUNNSTOERRELSE = 8.5


def satsbredde(ark: Ark) -> float:
    """The width of the text column in points."""
    marger = stiler.MARGER[ark.oppsett]
    return _arkstoerrelse(ark)[0] - marger.venstre - marger.hoeyre


def bygg(ark: Ark, innhold: list[Flowable]) -> bytes:
    """Lays the contents out on pages and returns the PDF."""
    ut = BytesIO()
    bredde, hoeyde = _arkstoerrelse(ark)
    marger = stiler.MARGER[ark.oppsett]
    dokument = BaseDocTemplate(ut, pagesize=(bredde, hoeyde), title=ark.tittel, author=ark.topp.avsender)
    ramme = Frame(
        *(marger.venstre, marger.bunn, satsbredde(ark), hoeyde - marger.topp - marger.bunn),
        *(0, 0, 0, 0),
    )
    dokument.addPageTemplates(PageTemplate(frames=[ramme], onPage=lambda canv, _: _tegn_fast(canv, ark)))
    dokument.build(innhold, canvasmaker=lambda fil, **valg: _Lerret(fil, ark, valg))
    return ut.getvalue()


def _arkstoerrelse(ark: Ark) -> tuple[float, float]:
    bredde, hoeyde = landscape(A4) if ark.oppsett == "liggende" else A4
    return bredde, hoeyde


class _Lerret(Canvas):
    """A canvas that knows the number of pages when it is saved: each page number is a form drawn at the very end."""

    def __init__(self, fil: Any, ark: Ark, valg: dict[str, Any]) -> None:
        spraak = _SPRAAK.get(ark.maalform, "nb-NO")
        super().__init__(fil, **{**valg, "invariant": 1, "lang": spraak, "initialFontName": VANLIG})
        self._ark = ark
        self.setDateFormatter(lambda *_: f"D:{ark.dato:%Y%m%d}120000Z")
        self.setViewerPreference("DisplayDocTitle", "true")

    def save(self) -> None:
        antall = self.getPageNumber() - 1
        hoeyrekant = _arkstoerrelse(self._ark)[0] - stiler.MARGER[self._ark.oppsett].hoeyre
        for side in range(1, antall + 1):
            self.beginForm(_sidenavn(side))
            self.setFont(VANLIG, _BUNNSTOERRELSE)
            self.setFillColor(stiler.GRAA)
            self.drawRightString(hoeyrekant, stiler.BUNNLINJE, f"Side {side} av {antall}")
            self.endForm()
        super().save()


def _sidenavn(side: int) -> str:
    return f"side{side}"


def _tegn_fast(canv: Canvas, ark: Ark) -> None:
    canv.saveState()
    _tegn_vannmerke(canv, ark)
    venstre = stiler.MARGER[ark.oppsett].venstre
    canv.setStrokeColor(stiler.LINJE)
    canv.setLineWidth(0.5)
    canv.line(venstre, stiler.BUNNLINJE + 12, venstre + satsbredde(ark), stiler.BUNNLINJE + 12)
    canv.setFillColor(stiler.GRAA)
    canv.setFont(VANLIG, _BUNNSTOERRELSE)
    canv.drawString(venstre, stiler.BUNNLINJE, skrivbar(ark.bunntekst))
    canv.restoreState()
    canv.doForm(_sidenavn(canv.getPageNumber()))


def _tegn_vannmerke(canv: Canvas, ark: Ark) -> None:
    if not ark.vannmerker:
        return
    tekst = skrivbar(" · ".join(ark.vannmerker), FET)
    bredde, hoeyde = _arkstoerrelse(ark)
    stoerrelse = min(150.0, 0.72 * hypot(bredde, hoeyde) / stringWidth(tekst, FET, 1))
    canv.saveState()
    canv.setFillColor(stiler.VANNMERKE)
    canv.setFont(FET, stoerrelse)
    canv.translate(bredde / 2, hoeyde / 2)
    canv.rotate(degrees(atan2(hoeyde, bredde)))
    canv.drawCentredString(0, -0.33 * stoerrelse, tekst)
    canv.restoreState()
