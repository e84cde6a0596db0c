"""Makes a PDF of a view: the one door into this room. The drawing library is loaded with the first document."""

from collections.abc import Callable
from datetime import date
from typing import Any

from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.boligsjekkliste import boligsjekkliste
from boligtildeling.documents.gjenopprettingsark import gjenopprettingsark
from boligtildeling.documents.leieavtale import leieavtale
from boligtildeling.documents.noekkelkvittering import noekkelkvittering
from boligtildeling.documents.sjekklister import sjekkliste
from boligtildeling.documents.tekster import les_tekster
from boligtildeling.documents.vedtak import vedtaksbrev

_BYGGERE: dict[str, Callable[[Any], Ark]] = {
    "vedtak": vedtaksbrev,
    "leieavtale": leieavtale,
    "noekkelkvittering": noekkelkvittering,
    "sjekkliste-soeknadsbehandling": sjekkliste,
    "sjekkliste-tildeling": sjekkliste,
    "sjekkliste-noekkelutlevering": sjekkliste,
    "boligsjekkliste": boligsjekkliste,
}
_KLAUSULER = frozenset({"vanskeligstilte", "unntak", "oppsigelse", "fravikelse_a", "fravikelse_b"})


class Dokumenter:
    """Makes the documents of `DOKUMENTER`; the same view gives the same bytes."""

    def lag(self, navn: str, visning: Any) -> bytes:
        """The PDF of document `navn`.

        Raises `Sperret` when a setting that the letter needs is not filled in or a text has a character that cannot
        be printed, and `Driftsfeil` when a font or a letter text is missing or cannot be used.
        """
        from boligtildeling.documents.tegner import tegn

        return tegn(_BYGGERE[navn](visning))

    def gjenopprettingsark(self, mappe: str, kode: str, dato: date) -> bytes:
        """The sheet with the recovery code of a data folder. Raises `Driftsfeil` when a font is missing."""
        from boligtildeling.documents.tegner import tegn

        return tegn(gjenopprettingsark(mappe, kode, dato))

    def klausuler(self, maalform: str) -> frozenset[str]:
        """The clauses that the lease has a text for in this målform; `Driftsfeil` when its file cannot be used."""
        tekster = les_tekster("leieavtale", maalform)
        return frozenset(k for k in _KLAUSULER if tekster.get(f"klausul_{k}", "").strip())
