"""Sizes, colours and spacing of the paper, in one place."""

from typing import Any, NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from boligtildeling.documents.skrift import FET, HALVFET, VANLIG

SVART, GRAA, LINJE, FLATE = HexColor("#1a1a1a"), HexColor("#555555"), HexColor("#b4b4b4"), HexColor("#f1f1ef")
VANNMERKE = HexColor("#ececec")


class Marger(NamedTuple):
    """The white around the text, in points."""

    venstre: float
    hoeyre: float
    topp: float
    bunn: float


MARGER: dict[str, Marger] = {
    "brev": Marger(25 * mm, 32 * mm, 18 * mm, 22 * mm),
    "skjema": Marger(20 * mm, 20 * mm, 15 * mm, 21 * mm),
    "liggende": Marger(16 * mm, 16 * mm, 13 * mm, 19.5 * mm),
}
BUNNLINJE = 12 * mm


def _stil(navn: str, skrift: str, stoerrelse: float, linje: float, **mer: Any) -> ParagraphStyle:
    felles: dict[str, Any] = {"textColor": SVART, "allowWidows": 0, "allowOrphans": 0, "spaceAfter": 5}
    return ParagraphStyle(navn, fontName=skrift, fontSize=stoerrelse, leading=linje, **{**felles, **mer})


AVSNITT: dict[str, ParagraphStyle] = {
    "vanlig": _stil("vanlig", VANLIG, 10.5, 14.5),
    "ingress": _stil("ingress", VANLIG, 11.5, 16, spaceAfter=6),
    "innledende": _stil("innledende", VANLIG, 10.5, 14.5, spaceAfter=2, keepWithNext=1),
    "viktig": _stil("viktig", HALVFET, 10.5, 14.5),
    "avslutning": _stil("avslutning", VANLIG, 10.5, 14.5, spaceBefore=14),
    "liten": _stil("liten", VANLIG, 9, 12.5, textColor=GRAA, spaceAfter=3),
}
OVERSKRIFT: dict[int, ParagraphStyle] = {
    1: _stil("o1", FET, 19, 23, spaceBefore=4, spaceAfter=8, keepWithNext=1),
    2: _stil("o2", FET, 13, 17, spaceBefore=13, spaceAfter=4, keepWithNext=1),
    3: _stil("o3", HALVFET, 11, 14.5, spaceBefore=11, spaceAfter=3, keepWithNext=1),
}
KONKLUSJON = _stil("konklusjon", HALVFET, 11.5, 15, spaceAfter=0)
PUNKT = _stil("punkt", VANLIG, 10.5, 14.5, spaceAfter=4, leftIndent=14, bulletFontName=VANLIG, bulletFontSize=12)
ETIKETT = _stil("etikett", HALVFET, 10.5, 14.5, spaceAfter=0)
VERDI = _stil("verdi", VANLIG, 10.5, 14.5, spaceAfter=0)
CELLE = _stil("celle", VANLIG, 9.5, 12.5, spaceAfter=0)
CELLE_HOEYRE = _stil("celle_hoeyre", VANLIG, 9.5, 12.5, spaceAfter=0, alignment=TA_RIGHT)
NOTE = _stil("note", VANLIG, 8, 10.5, spaceAfter=0, textColor=GRAA)
HODE = _stil("hode", HALVFET, 9, 12, spaceAfter=0)
HODE_HOEYRE = _stil("hode_hoeyre", HALVFET, 9, 12, spaceAfter=0, alignment=TA_RIGHT)
AVSENDER = _stil("avsender", FET, 13, 16, spaceAfter=2)
SMAATT = _stil("smaatt", VANLIG, 9, 12.5, spaceAfter=0, textColor=GRAA)
MOTTAKER = _stil("mottaker", VANLIG, 10.5, 14.5, spaceAfter=0)
MERKE = _stil("merke", HALVFET, 9, 12.5, spaceAfter=0)
