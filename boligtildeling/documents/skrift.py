"""The fonts of the paper: embedded, checked for every character before anything is drawn."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import Paragraph

from boligtildeling.domain.feil import Driftsfeil, nekt

VANLIG, HALVFET, FET = "Brev", "Brev-Halvfet", "Brev-Fet"
_FILER = {
    VANLIG: "SourceSansPro-Regular.ttf",
    HALVFET: "SourceSansPro-Semibold.ttf",
    FET: "SourceSansPro-Bold.ttf",
}
_PARAGRAFTEGN = re.compile("(§) (?=[0-9])")
_LIKEVERDIGE = str.maketrans(
    {
        "\t": " ",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\N{THIN SPACE}": "\N{NO-BREAK SPACE}",
        "\N{SOFT HYPHEN}": None,
        "\N{ZERO WIDTH SPACE}": None,
        "\N{ZERO WIDTH NO-BREAK SPACE}": None,
    }
)


@cache
def _tegn_i(skrift: str) -> frozenset[int]:
    """Registers the font and tells which characters it has. Raises `Driftsfeil` when its file cannot be used."""
    fil = _FILER[skrift]
    try:
        font = TTFont(skrift, BytesIO(files("resources").joinpath("fonts", fil).read_bytes()))
    except (FileNotFoundError, TTFError):
        raise Driftsfeil(
            f"Skriften {fil} mangler eller er skadet.",
            "Saken er ikke endret.",
            "Installer programmet på nytt, eller be IT om hjelp.",
        ) from None
    registerFont(font)
    addMapping(skrift, 0, 0, skrift)
    return frozenset(font.face.charToGlyph)


def last_skrifter() -> None:
    """Makes the fonts ready; does nothing when they are."""
    for skrift in _FILER:
        _tegn_i(skrift)


def skrivbar(tekst: str, skrift: str = VANLIG) -> str:
    """The text as the font can draw it, composed (NFC). Raises `Sperret` naming the first character it lacks."""
    ren = unicodedata.normalize("NFC", tekst).translate(_LIKEVERDIGE)
    finnes = _tegn_i(skrift)
    for tegn in ren:
        if ord(tegn) not in finnes:
            navn = unicodedata.name(tegn, "ukjent tegn")
            nekt("STEG", f"Tegnet «{tegn}» (U+{ord(tegn):04X}, {navn}) kan ikke skrives ut. Bytt det ut i teksten.")
    return _PARAGRAFTEGN.sub("\\1\N{NO-BREAK SPACE}", ren)


def avsnitt(tekst: str, stil: ParagraphStyle, kule: str | None = None) -> Paragraph:
    """One paragraph of plain text: whatever looks like markup in it is printed as it stands."""
    return Paragraph(escape(skrivbar(tekst, str(stil.fontName))), stil, bulletText=kule)
