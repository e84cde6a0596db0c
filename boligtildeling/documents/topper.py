"""The letterhead: sender, address block and facts, in reading order above the text."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from boligtildeling.documents import stiler
from boligtildeling.documents.blokker import Topp
from boligtildeling.documents.skrift import VANLIG, avsnitt

_FAKTABREDDE = 62 * mm


def tegn_topp(topp: Topp, bredde: float) -> list[Flowable]:
    """The top of the first page for a column of this width in points."""
    avsender = [avsnitt(topp.avsender, stiler.AVSENDER), *(avsnitt(x, stiler.SMAATT) for x in topp.enhet)]
    merke = [avsnitt(topp.merke, stiler.MERKE)] if topp.merke else []
    fakta = [avsnitt(f"{etikett}: {verdi}", stiler.SMAATT) for etikett, verdi in topp.fakta]
    if not topp.mottaker:
        return [_rute(avsender, [*merke, *fakta], bredde), Spacer(1, 4 * mm)]
    mottaker = [avsnitt(x, stiler.MOTTAKER) for x in topp.mottaker]
    luft = Spacer(1, 11 * mm)
    return [_rute(avsender, merke, bredde), luft, _rute(mottaker, fakta, bredde), luft]


def _rute(venstre: list[Paragraph], hoeyre: list[Paragraph], bredde: float) -> Table:
    return Table(
        [[venstre, hoeyre]],
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
