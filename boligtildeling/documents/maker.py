"""Makes a PDF of a view: the one door into this room. The drawing library is loaded with the first document."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from boligtildeling.casework.views.rapporter.form import Rapport
from boligtildeling.documents.filtekst import tekst_i
from boligtildeling.documents.gjenopprettingsark import gjenopprettingsark
from boligtildeling.documents.hjelpeark import hjelpeark
from boligtildeling.documents.innsyn import innsynspakke
from boligtildeling.documents.logo import med_logo
from boligtildeling.documents.oppskrifter import BREVFILER, OPPSKRIFTER, bygg
from boligtildeling.documents.rapport import rapportark
from boligtildeling.documents.skjermetark import skjermetark
from boligtildeling.documents.tekstkilde import Tekstkilde, Tekstrad
from boligtildeling.domain.hjelp import Hjelpeside

_KLAUSULER = frozenset({"vanskeligstilte", "unntak", "oppsigelse", "fravikelse_a", "fravikelse_b"})


class Dokumenter:
    """Makes the documents of `DOKUMENTER`; the same view and the same texts give the same bytes.

    `egne_tekster` is the folder of the kommune's own letter texts, `logomappe` the one that its logo lies in.
    """

    def __init__(self, egne_tekster: Path | None = None, logomappe: Path | None = None) -> None:
        self._kilde, self._logomappe = Tekstkilde(egne_tekster), logomappe

    def lag(self, navn: str, visning: Any) -> bytes:
        """The PDF of document `navn`.

        Raises `Sperret` with everything that the paper lacks or may not say, or for a character that cannot be
        printed, and `Driftsfeil` when a font, a letter text or the logo is missing or cannot be used.
        """
        from boligtildeling.documents.tegner import tegn

        ark = bygg(navn, visning, self._kilde)
        return tegn(med_logo(ark, getattr(visning, "hode", None), self._logomappe))

    def gjenopprettingsark(self, mappe: str, kode: str, dato: date) -> bytes:
        """The sheet with the recovery code of a data folder. Raises `Driftsfeil` when a font is missing."""
        from boligtildeling.documents.tegner import tegn

        return tegn(gjenopprettingsark(mappe, kode, dato))

    def hjelpeark(self, sider: Sequence[Hjelpeside], dato: date) -> bytes:
        """Help pages on paper. Raises `Driftsfeil` when a font is missing, `Sperret` for a character without one."""
        from boligtildeling.documents.tegner import tegn

        return tegn(hjelpeark(sider, dato))

    def innsynspakke(self, visning: Any) -> bytes:
        """What a person gets of their own information. Raises `Driftsfeil` for a font or a text that cannot be used."""
        from boligtildeling.documents.tegner import tegn

        return tegn(innsynspakke(visning, self._kilde))

    def rapport(self, rapport: Rapport, avsender: str, er_proeve: bool) -> bytes:
        """A report on paper. Raises `Driftsfeil` when a font is missing."""
        from boligtildeling.documents.tegner import tegn

        return tegn(rapportark(rapport, avsender, er_proeve))

    def skjermet_ark(self, tittel: str, laget: date, sha256: str, merke: str, skjermet: date) -> bytes:
        """The sheet that lies in the place of a shielded document. Raises `Driftsfeil` when a font is missing."""
        from boligtildeling.documents.tegner import tegn

        return tegn(skjermetark(tittel, laget, sha256, merke, skjermet))

    def tekst_i(self, innhold: bytes) -> str | None:
        """The text of a file, PDF or plain; None when there is none that a program can read."""
        return tekst_i(innhold)

    def samle(self, papirer: Sequence[bytes], tittel: str) -> bytes:
        """The papers after each other in one file, as `samling.samle` does it."""
        from boligtildeling.documents.samling import samle

        return samle(papirer, tittel)

    def klausuler(self, maalform: str) -> frozenset[str]:
        """The clauses that the lease has a text for in this målform; `Driftsfeil` when its file cannot be used."""
        tekster = self._kilde.tekster("leieavtale", maalform)
        return frozenset(k for k in _KLAUSULER if tekster.get(f"klausul_{k}", "").strip())

    def advarsler(self, navn: str, maalform: str) -> tuple[str, ...]:
        """A sentence for each of the kommune's own texts that cannot be used in this document."""
        brev = OPPSKRIFTER[navn].brev
        spraak = navn.removeprefix("foelgeark-") if brev == "foelgeark" else maalform
        return tuple(f.setning for f in self._kilde.feil(brev, spraak)) if brev else ()

    def brevtekster(self) -> dict[str, tuple[Tekstrad, ...]]:
        """Every letter file by its name, as `vedtak.nb.toml`: our texts with the kommune's own beside them."""
        return {f"{brev}.{maalform}.toml": self._kilde.oversikt(brev, maalform) for brev, maalform in BREVFILER}

    def feil_i_egne_tekster(self) -> tuple[str, ...]:
        """A sentence for each text or file of the kommune's own that cannot be used."""
        feil = [f for brev, maalform in BREVFILER for f in self._kilde.feil(brev, maalform) if f.fil.startswith(brev)]
        filer = frozenset(f"{brev}.{maalform}.toml" for brev, maalform in BREVFILER)
        return tuple(f.setning for f in (*feil, *self._kilde.ukjente_filer(filer)))
