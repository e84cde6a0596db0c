"""One page: what is drawn on it, and the mark that ties each piece to the structure of the paper.

All heights are measured from the top of the page down, in points. Whatever is not marked as content is decoration.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import hypot
from typing import Literal, NamedTuple

from boligtildeling.documents.innbygging import Skrifter
from boligtildeling.documents.linjer import Bit
from boligtildeling.documents.stiler import Farge
from boligtildeling.documents.struktur import Element, Felt, Innhold

Pynt = Literal["/Layout", "/Pagination", "/Pagination /Subtype /Footer", "/Pagination /Subtype /Watermark"]


class Bildedata(NamedTuple):
    """A picture as it goes into the PDF: its size in pixels and three bytes for each of them, row by row."""

    bredde: int
    hoeyde: int
    rgb: bytes


class Skjemafelt(NamedTuple):
    """A box to tick: the index of its page, its corners in PDF coordinates, and what it is for."""

    side: int
    ramme: tuple[float, float, float, float]
    navn: str
    element: Element


class Side:
    """A page that is being drawn."""

    def __init__(self, nummer: int, stoerrelse: tuple[float, float], skrifter: Skrifter) -> None:
        self.nummer = nummer
        self.bredde, self.hoeyde = stoerrelse
        self.merker: list[Element] = []
        self.felt: list[Skjemafelt] = []
        self.bilder: dict[str, Bildedata] = {}
        self._skrifter = skrifter
        self._ut: list[str] = []
        self._pynt = 0

    @property
    def kode(self) -> bytes:
        """The content stream."""
        return "\n".join(self._ut).encode("ascii")

    @contextmanager
    def pynt(self, slag: Pynt = "/Layout") -> Iterator[None]:
        """What is drawn inside is decoration, whatever element it is drawn for."""
        self._pynt += 1
        if self._pynt == 1:
            self._ut.append(f"/Artifact <</Type {slag}>> BDC")
        yield
        if self._pynt == 1:
            self._ut.append("EMC")
        self._pynt -= 1

    @contextmanager
    def innhold(self, element: Element) -> Iterator[None]:
        """What is drawn inside is content of the element."""
        aapnet = self._aapne(element)
        yield
        self._lukk(aapnet)

    def _aapne(self, element: Element | None) -> bool:
        if self._pynt or element is None:
            return False
        self._ut.append(f"/{element.slag} <</MCID {len(self.merker)}>> BDC")
        element.barn.append(Innhold(self.nummer, len(self.merker)))
        self.merker.append(element)
        return True

    def _lukk(self, aapnet: bool) -> None:
        if aapnet:
            self._ut.append("EMC")

    def skriv(
        self, element: Element | None, biter: Iterable[tuple[float, float, Bit]], stoerrelse: float, farge: Farge
    ) -> None:
        """Draws runs of text, each with its baseline at (x, y), as content of the element; None inside `pynt` only.

        A run that is in another language, or shaped, gets its own Span: it says the language and the text as read.
        """
        ut = self._ut
        ut.append(f"BT {farge.pdf} rg")
        skrift, eier, aapnet = None, None, False
        for x, y, bit in biter:
            ny_eier = self._eier(element, bit)
            if ny_eier is not eier:
                self._lukk(aapnet)
                aapnet, eier = self._aapne(ny_eier), ny_eier
            bruk = self._skrifter.bruk(bit.skrift)
            if bruk is not skrift:
                ut.append(f"/{bruk.navn} {stoerrelse:g} Tf")
                skrift = bruk
            ut.append(f"1 0 0 1 {x:.2f} {self.hoeyde - y:.2f} Tm {bruk.vis(bit, stoerrelse)}")
        self._lukk(aapnet)
        ut.append("ET")

    def _eier(self, element: Element | None, bit: Bit) -> Element | None:
        if self._pynt:
            return None
        if element is None:
            raise ValueError("text that belongs to nothing")
        if bit.glyfer or bit.spraak:
            return element.ny("Span", spraak=bit.spraak, leses=bit.tekst if bit.glyfer else "")
        return element

    def skriv_paa_skraa(
        self, biter: Iterable[tuple[float, Bit]], lengde: float, stoerrelse: float, farge: Farge
    ) -> None:
        """Draws runs across the middle of the page, from corner to corner; each has its place along the line.

        Places and `lengde` are in thousandths of the size.
        """
        skraa, skala = hypot(self.bredde, self.hoeyde), stoerrelse / 1000
        c, s = self.bredde / skraa, self.hoeyde / skraa
        under = 0.33 * stoerrelse
        for dx, bit in biter:
            langs = (lengde / 2 - dx) * skala
            x, y = self.bredde / 2 - langs * c + under * s, self.hoeyde / 2 - langs * s - under * c
            bruk = self._skrifter.bruk(bit.skrift)
            self._ut.append(
                f"BT {farge.pdf} rg /{bruk.navn} {stoerrelse:g} Tf {c:.4f} {s:.4f} {-s:.4f} {c:.4f} {x:.2f} {y:.2f} Tm "
                f"{bruk.vis(bit, stoerrelse)} ET"
            )

    def strek(self, x1: float, y1: float, x2: float, y2: float, tykkelse: float, farge: Farge) -> None:
        """Draws a straight line with round ends."""
        h = self.hoeyde
        self._ut.append(
            f"{farge.pdf} RG {tykkelse:g} w 1 J {x1:.2f} {h - y1:.2f} m {x2:.2f} {h - y2:.2f} l S",
        )

    def flate(self, x: float, y: float, bredde: float, hoeyde: float, farge: Farge) -> None:
        """Fills a rectangle; (x, y) is its upper left corner."""
        self._ut.append(f"{farge.pdf} rg {x:.2f} {self.hoeyde - y - hoeyde:.2f} {bredde:.2f} {hoeyde:.2f} re f")

    def bilde(self, data: Bildedata, x: float, y: float, bredde: float, hoeyde: float) -> None:
        """Draws a picture; (x, y) is its upper left corner."""
        navn = f"Im{len(self.bilder) + 1}"
        self.bilder[navn] = data
        self._ut.append(f"q {bredde:.2f} 0 0 {hoeyde:.2f} {x:.2f} {self.hoeyde - y - hoeyde:.2f} cm /{navn} Do Q")

    def figur(self, operatorer: str, x: float, y: float) -> None:
        """Draws PDF operators in a system of coordinates that has its origin at (x, y) and grows upwards."""
        self._ut.append(f"q 1 0 0 1 {x:.2f} {self.hoeyde - y:.2f} cm {operatorer} Q")

    def skjemafelt(self, element: Element, navn: str, x: float, y: float, side: float) -> None:
        """A box to tick on the screen, as the only content of its Form element; (x, y) is its upper left corner."""
        bunn = self.hoeyde - y - side
        self.felt.append(Skjemafelt(self.nummer, (x, bunn, x + side, bunn + side), navn, element))
        element.barn.append(Felt(self.nummer, len(self.felt) - 1))
