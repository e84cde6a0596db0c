"""The fonts of the paper: embedded, checked for every character before anything is drawn."""

import re
import struct
import unicodedata
from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from boligtildeling.domain.feil import Driftsfeil, nekt

VANLIG, HALVFET, FET = "Brev", "Brev-Halvfet", "Brev-Fet"
_FILER: dict[str, tuple[str, ...]] = {
    VANLIG: ("SourceSansPro-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSansEthiopic-Regular.ttf"),
    HALVFET: ("SourceSansPro-Semibold.ttf", "NotoSansArabic-Bold.ttf", "NotoSansEthiopic-Bold.ttf"),
    FET: ("SourceSansPro-Bold.ttf", "NotoSansArabic-Bold.ttf", "NotoSansEthiopic-Bold.ttf"),
}
"""The files of each font: the first for most of what is written, the others for what it lacks."""
_LENGSTE_KJENTE_ORD, _FLEST_KJENTE_ORD = 40, 20_000
_PARAGRAFTEGN = re.compile("(§) (?=[0-9])")
_BARE_I_ARABISK = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
_USYNLIGE = frozenset(_BARE_I_ARABISK + "\N{SOFT HYPHEN}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_FRA_HOEYRE = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LIKEVERDIGE: dict[int, str | None] = str.maketrans(
    {
        **dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "),
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\N{THIN SPACE}": "\N{NO-BREAK SPACE}",
        "\N{ZERO WIDTH SPACE}": None,
        "\N{ZERO WIDTH NO-BREAK SPACE}": None,
    }
)


class Skrift:
    """One font file. A glyph is known by its number in the file; widths are in thousandths of the size."""

    def __init__(self, fil: str, data: bytes) -> None:
        self.fil, self.data = fil, data
        self.face = TTFontFace(BytesIO(data))
        self.glyf: dict[int, int] = self.face.charToGlyph
        self.finnes = frozenset(tegn for tegn in map(chr, self.glyf) if tegn.isprintable() or tegn in _USYNLIGE)
        self._skala: float = 1000 / self.face.unitsPerEm
        self._bredder: dict[str, float] = {}

    def glyfbredde(self, glyf: int) -> float:
        """The width of one glyph."""
        return float(self.face.hmetrics[glyf][0] * self._skala)

    def bredde(self, tekst: str) -> float:
        """The width of a text that this file has every character of; of words it is remembered."""
        bredder = self._bredder
        kjent = bredder.get(tekst)
        if kjent is not None:
            return kjent
        er_tegn = len(tekst) == 1
        bredde = self.glyfbredde(self.glyf[ord(tekst)]) if er_tegn else sum(map(self.bredde, tekst))
        if len(tekst) <= _LENGSTE_KJENTE_ORD:
            if len(bredder) > _FLEST_KJENTE_ORD:
                bredder.clear()
            bredder[tekst] = bredde
        return bredde

    def utdrag(self, glyfer: list[int]) -> bytes:
        """A font file with these glyphs only, numbered in this order; the first must be 0, the missing glyph."""
        self.face.charToGlyph = dict(zip(glyfer, glyfer, strict=True))
        try:
            return bytes(self.face.makeSubset(glyfer))
        finally:
            self.face.charToGlyph = self.glyf


@cache
def _last(fil: str) -> Skrift:
    try:
        return Skrift(fil, files("resources").joinpath("fonts", fil).read_bytes())
    except (OSError, TTFError, struct.error, LookupError):
        raise Driftsfeil(
            f"Skriften {fil} mangler eller er skadet.",
            "Saken er ikke endret.",
            "Installer programmet på nytt, eller be IT om hjelp.",
        ) from None


def hovedskrift(skrift: str) -> Skrift:
    """The file that most of a font is drawn with. Raises `Driftsfeil` when it cannot be used."""
    return _last(_FILER[skrift][0])


def skrift_for(tegn: str, skrift: str, helst: Skrift | None = None) -> Skrift | None:
    """The file of a font that has this character, `helst` first; None when no file has it."""
    if helst is not None and tegn in helst.finnes:
        return helst
    return next((s for s in map(_last, _FILER[skrift]) if tegn in s.finnes), None)


def skrivbar(tekst: str, skrift: str = VANLIG) -> str:
    """The text as the font can draw it, composed (NFC), on one line, with every run of spaces as one.

    Raises `Sperret` naming the first character that it lacks, and `Driftsfeil` when a font file cannot be used.
    """
    ren = unicodedata.normalize("NFC", tekst).translate(_LIKEVERDIGE)
    if "  " in ren or ren[:1] == " " or ren[-1:] == " ":
        ren = " ".join(ordet for ordet in ren.split(" ") if ordet)
    if not hovedskrift(skrift).finnes.issuperset(ren):
        ren = _uten_loese_retningstegn(ren)
        for tegn in ren:
            if skrift_for(tegn, skrift) is None:
                _nekt_tegn(tegn)
    return _PARAGRAFTEGN.sub("\\1\N{NO-BREAK SPACE}", ren)


def _uten_loese_retningstegn(tekst: str) -> str:
    """Marks that join or turn letters say something among letters from the right only."""
    if _FRA_HOEYRE.search(tekst):
        return tekst
    return tekst.translate(dict.fromkeys(map(ord, _BARE_I_ARABISK)))


def _nekt_tegn(tegn: str) -> None:
    navn, kode = unicodedata.name(tegn, "ukjent tegn"), f"U+{ord(tegn):04X}"
    vist = f"«{tegn}» ({kode}, {navn})" if tegn.isprintable() else f"{kode} ({navn})"
    nekt("STEG", f"Tegnet {vist} kan ikke skrives ut. Bytt det ut i teksten.")
