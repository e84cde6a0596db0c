"""The letterhead: sender, address block and facts, in reading order above the text."""

from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from boligtildeling.documents import stiler
from boligtildeling.documents.blokker import Topp
from boligtildeling.documents.skrift import VANLIG, skrivbar

_FAKTABREDDE = 62 * mm


def tegn_topp(topp: Topp, bredde: float) -> list[Flowable]:
    """The top of the first page for a column of this width in points."""
    avsender = [_linje(topp.avsender, stiler.AVSENDER), *(_linje(x, stiler.SMAATT) for x in topp.enhet)]
    merke = [_linje(topp.merke, stiler.MERKE)] if topp.merke else []
    hode = _rute([[avsender, merke]], bredde)
    mottaker = [_linje(x, stiler.MOTTAKER) for x in topp.mottaker]
    fakta = [_linje(f"{etikett}: {verdi}", stiler.SMAATT) for etikett, verdi in topp.fakta]
    luft = 12 * mm if mottaker else 3 * mm
    return [hode, Spacer(1, luft), _rute([[mottaker, fakta]], bredde), Spacer(1, luft)]


def _rute(rader: list[list[list[Paragraph]]], bredde: float) -> Table:
    return Table(
        rader,
        colWidths=[bredde - _FAKTABREDDE, _FAKTABREDDE],
        style=[
            ("FONT", (0, 0), (-1, -1), VANLIG),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
        hAlign="LEFT",
    )


def _linje(tekst: str, stil: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(skrivbar(tekst, str(stil.fontName))), stil)
