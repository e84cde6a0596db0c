"""The logo: any PNG or JPEG becomes plain sRGB without transparency, no finer than a printer shows."""

from functools import lru_cache
from io import BytesIO
from typing import NoReturn

from boligtildeling.documents.blokker import Logo
from boligtildeling.documents.bokser import Boks
from boligtildeling.documents.side import Bildedata, Side
from boligtildeling.documents.stiler import MM
from boligtildeling.documents.struktur import Element
from boligtildeling.domain.feil import Driftsfeil

_STOERST_BREDDE, _STOERST_HOEYDE = 60 * MM, 18 * MM
_PUNKTER_PER_TOMME = 300
_FLEST_PIKSLER = 40_000_000


@lru_cache(maxsize=4)
def les_bilde(data: bytes) -> Bildedata:
    """The pixels of a PNG or JPEG. Raises `Driftsfeil` for anything else, and for one that is damaged or too large."""
    from PIL import Image, UnidentifiedImageError

    try:
        bilde = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if bilde.width * bilde.height > _FLEST_PIKSLER:
            _nekt(f"Bildet er for stort ({bilde.width} × {bilde.height} punkter).")
        farget = bilde.convert("RGBA")
    except UnidentifiedImageError:
        _nekt("Filen er verken PNG eller JPEG.")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        _nekt("Bildet er skadet.")
    flatt = Image.alpha_composite(Image.new("RGBA", farget.size, "white"), farget).convert("RGB")
    tommer = (_STOERST_BREDDE / 72, _STOERST_HOEYDE / 72)
    flatt.thumbnail((round(tommer[0] * _PUNKTER_PER_TOMME), round(tommer[1] * _PUNKTER_PER_TOMME)))
    return Bildedata(flatt.width, flatt.height, flatt.tobytes())


def _nekt(grunn: str) -> NoReturn:
    raise Driftsfeil(
        f"Logoen kan ikke brukes. {grunn}",
        "Saken er ikke endret.",
        "Velg en annen logofil i innstillingene, eller ta logoen bort.",
    )


class Bilde(Boks):
    """The logo as a figure, as large as the letterhead has room for.

    Raises `Driftsfeil` for a file that cannot be used and for a logo that nothing describes.
    """

    etter = 3 * MM

    def __init__(self, logo: Logo, forelder: Element) -> None:
        if not logo.beskrivelse.strip():
            _nekt("Den mangler en beskrivelse for dem som ikke ser den.")
        self._data = les_bilde(logo.bilde)
        self._skala = min(_STOERST_BREDDE / self._data.bredde, _STOERST_HOEYDE / self._data.hoeyde)
        self._element = forelder.ny("Figure", beskrivelse=logo.beskrivelse.strip())

    def hoeyde(self, bredde: float) -> float:
        return self._data.hoeyde * self._skala

    def tegn(self, side: Side, x: float, y: float, bredde: float) -> None:
        b, h = self._data.bredde * self._skala, self._data.hoeyde * self._skala
        bunn = side.hoeyde - y - h
        self._element.egenskaper = {"O": "Layout", "Placement": "Block", "BBox": (x, bunn, x + b, bunn + h)}
        with side.innhold(self._element):
            side.bilde(self._data, x, y, b, h)
