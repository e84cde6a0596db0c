"""Files from the bank: which kind it is, and that it is read whole or not at all."""

from boligtildeling.domain.boforhold.innlesing import Filfeil, Lestbankfil
from boligtildeling.exchange.camt054 import les_camt054
from boligtildeling.exchange.ocrgiro import les_ocrgiro


def les_bankfil(innhold: bytes) -> Lestbankfil:
    """The payments in a camt.054 or OCR giro file. Raises `Filfeil` for anything else, and for a damaged file."""
    start = innhold.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"NY0000"):
        return les_ocrgiro(innhold)
    if start.startswith(b"<"):
        return les_camt054(innhold)
    raise Filfeil("Filen er verken camt.054 eller OCR giro.")
