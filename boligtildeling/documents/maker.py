"""Makes a PDF of a view: the one door into this room. The drawing library is loaded with the first document."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.boligsjekkliste import boligsjekkliste
from boligtildeling.documents.filtekst import tekst_i
from boligtildeling.documents.gjenopprettingsark import gjenopprettingsark
from boligtildeling.documents.leieavtale import leieavtale
from boligtildeling.documents.noekkelkvittering import noekkelkvittering
from boligtildeling.documents.sjekklister import sjekkliste
from boligtildeling.documents.skjermetark import skjermetark
from boligtildeling.documents.tekster import VAARE
from boligtildeling.documents.tekstkilde import Tekstkilde, Tekstrad
from boligtildeling.documents.vedtak import vedtaksbrev

Bygger = Callable[[Any, Tekstkilde], Ark]
_MED_TEKSTER: dict[str, tuple[str, Bygger]] = {
    "vedtak": ("vedtak", vedtaksbrev),
    "leieavtale": ("leieavtale", leieavtale),
    "noekkelkvittering": ("noekkelkvittering", noekkelkvittering),
}
"""Each document that has fixed texts: the letter file they stand in, and what builds it."""
_UTEN_TEKSTER: dict[str, Callable[[Any], Ark]] = {
    "sjekkliste-soeknadsbehandling": sjekkliste,
    "sjekkliste-tildeling": sjekkliste,
    "sjekkliste-noekkelutlevering": sjekkliste,
    "boligsjekkliste": boligsjekkliste,
}
_KLAUSULER = frozenset({"vanskeligstilte", "unntak", "oppsigelse", "fravikelse_a", "fravikelse_b"})


def bygg(navn: str, visning: Any, kilde: Tekstkilde = VAARE) -> Ark:
    """The paper of document `navn`, not drawn yet."""
    if navn in _UTEN_TEKSTER:
        return _UTEN_TEKSTER[navn](visning)
    return _MED_TEKSTER[navn][1](visning, kilde)


def kan_bygges() -> frozenset[str]:
    """The documents that this room can make."""
    return frozenset((*_MED_TEKSTER, *_UTEN_TEKSTER))


class Dokumenter:
    """Makes the documents of `DOKUMENTER`; the same view and the same texts give the same bytes.

    `egne_tekster` is the folder of the kommune's own letter texts.
    """

    def __init__(self, egne_tekster: Path | None = None) -> None:
        self._kilde = Tekstkilde(egne_tekster)

    def lag(self, navn: str, visning: Any) -> bytes:
        """The PDF of document `navn`.

        Raises `Sperret` when a setting that the letter needs is not filled in or a text has a character that cannot
        be printed, and `Driftsfeil` when a font or a letter text is missing or cannot be used.
        """
        from boligtildeling.documents.tegner import tegn

        return tegn(bygg(navn, visning, self._kilde))

    def gjenopprettingsark(self, mappe: str, kode: str, dato: date) -> bytes:
        """The sheet with the recovery code of a data folder. Raises `Driftsfeil` when a font is missing."""
        from boligtildeling.documents.tegner import tegn

        return tegn(gjenopprettingsark(mappe, kode, dato))

    def skjermet_ark(self, tittel: str, laget: date, sha256: str, merke: str, skjermet: date) -> bytes:
        """The sheet that lies in the place of a shielded document. Raises `Driftsfeil` when a font is missing."""
        from boligtildeling.documents.tegner import tegn

        return tegn(skjermetark(tittel, laget, sha256, merke, skjermet))

    def tekst_i(self, innhold: bytes) -> str | None:
        """The text of a file, PDF or plain; None when there is none that a program can read."""
        return tekst_i(innhold)

    def klausuler(self, maalform: str) -> frozenset[str]:
        """The clauses that the lease has a text for in this målform; `Driftsfeil` when its file cannot be used."""
        tekster = self._kilde.tekster("leieavtale", maalform)
        return frozenset(k for k in _KLAUSULER if tekster.get(f"klausul_{k}", "").strip())

    def advarsler(self, navn: str, maalform: str) -> tuple[str, ...]:
        """A sentence for each of the kommune's own texts that cannot be used in this document."""
        if navn not in _MED_TEKSTER:
            return ()
        return tuple(f.setning for f in self._kilde.feil(_MED_TEKSTER[navn][0], maalform))

    def tekster(self, brev: str, maalform: str) -> tuple[Tekstrad, ...]:
        """The texts of a letter file as they ship, with the kommune's own beside them. Raises `Driftsfeil`."""
        return self._kilde.oversikt(brev, maalform)
