"""What is drawn with lines, not letters: boxes with their shapes, and lines to write on. All of it is read aloud."""

from boligtildeling.documents.blokker import Ruteform
from boligtildeling.documents.bokser import Boks
from boligtildeling.documents.side import Side
from boligtildeling.documents.stiler import LINJE, MM, SVART, Farge
from boligtildeling.documents.struktur import Element

RUTESIDE = 3.4 * MM
_STREKER: dict[Ruteform, tuple[tuple[float, float, float, float], ...]] = {
    "tom": (),
    "oppfylt": ((0.2, 0.5, 0.42, 0.24), (0.42, 0.24, 0.82, 0.78)),
    "mangler": ((0.22, 0.5, 0.78, 0.5),),
    "gjelder_ikke": (),
    "unntak": ((0.5, 0.8, 0.5, 0.42), (0.5, 0.28, 0.5, 0.2)),
    "utsatt": ((0.3, 0.74, 0.66, 0.5), (0.66, 0.5, 0.3, 0.26)),
}
_ORD: dict[str, dict[str, str]] = {
    "nb": {
        "tom": "Ikke krysset av",
        "oppfylt": "Oppfylt",
        "mangler": "Mangler",
        "gjelder_ikke": "Gjelder ikke",
        "unntak": "Unntak",
        "utsatt": "Utsatt",
        "status": "Status",
        "linje": "Tom linje",
    },
    "nn": {
        "tom": "Ikkje kryssa av",
        "oppfylt": "Oppfylt",
        "mangler": "Manglar",
        "gjelder_ikke": "Gjeld ikkje",
        "unntak": "Unntak",
        "utsatt": "Utsett",
        "status": "Status",
        "linje": "Tom linje",
    },
}
_AVKRYSSET = {"tom": "off", "oppfylt": "on"}


def lest_ord(noekkel: str, spraak: str) -> str:
    """What is read aloud for a status, the column of it, or an empty line.

    Raises ValueError for a language that has no words for it.
    """
    if spraak not in _ORD:
        raise ValueError(f"boxes and lines have no words in {spraak}")
    return _ORD[spraak][noekkel]


def ruteelement(forelder: Element, form: Ruteform, spraak: str) -> Element:
    """The element of a box on paper: a form field that cannot be changed, with its status in words."""
    egenskaper = {"O": "PrintField", "Role": "cb", "checked": _AVKRYSSET.get(form, "neutral")}
    return forelder.ny("Form", leses=lest_ord(form, spraak), egenskaper=egenskaper)


def linjeelement(forelder: Element, spraak: str) -> Element:
    """The element of a line to write on."""
    return forelder.ny("Form", leses=lest_ord("linje", spraak), egenskaper={"O": "PrintField", "Role": "tv"})


def ruteoperatorer(form: Ruteform, side: float = RUTESIDE) -> str:
    """The box as PDF operators, from its lower left corner; a ring alone means that the point does not apply."""
    ramme = _ring(side) if form == "gjelder_ikke" else f"0 0 {side:.2f} {side:.2f} re S"
    streker = (" ".join(f"{tall * side:.2f}" for tall in strek) for strek in _STREKER[form])
    figur = "".join(" {} {} m {} {} l S".format(*strek.split()) for strek in streker)
    return f"{SVART.pdf} RG 1 J 0.7 w {ramme}" + (f" 1.3 w{figur}" if figur else "")


def _ring(side: float) -> str:
    """A circle in a square, as four curves."""
    r, k = side / 2, side / 2 * 0.5523
    buer = ((r, k, k, r, 0, r), (-k, r, -r, k, -r, 0), (-r, -k, -k, -r, 0, -r), (k, -r, r, -k, r, 0))
    kurver = " ".join(" ".join(f"{tall + r:.2f}" for tall in bue) + " c" for bue in buer)
    return f"{side:.2f} {r:.2f} m {kurver} S"


class Rutetegning(Boks):
    """A square of fixed size with the shape of a status in it; without an element it is decoration."""

    def __init__(self, form: Ruteform, element: Element | None) -> None:
        self._form, self._element = form, element

    def hoeyde(self, bredde: float) -> float:
        return RUTESIDE

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        with side.innhold(self._element) if self._element else side.pynt():
            side.figur(ruteoperatorer(self._form), x, y + RUTESIDE)


class Avkryssingsfelt(Boks):
    """A square that can be ticked on the screen; `navn` is what it is for."""

    def __init__(self, navn: str, element: Element) -> None:
        self._navn, self._element = navn, element

    def hoeyde(self, bredde: float) -> float:
        return RUTESIDE

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        side.skjemafelt(self._element, self._navn, x, y, RUTESIDE)


class Skrivelinjer(Boks):
    """Empty lines to write on, across the column: how many, and how high each of them is in points."""

    def __init__(
        self, antall: int, linjehoeyde: float, element: Element, farge: Farge = LINJE, etter: float = 0
    ) -> None:
        self._antall, self._linjehoeyde, self._element, self._farge = antall, linjehoeyde, element, farge
        self.etter = etter

    def hoeyde(self, bredde: float) -> float:
        return self._antall * self._linjehoeyde

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        with side.innhold(self._element):
            for nr in range(1, self._antall + 1):
                bunn = y + nr * self._linjehoeyde
                side.strek(x, bunn, x + bredde, bunn, 0.6, self._farge)
