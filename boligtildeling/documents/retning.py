"""Lines of text that one font does not have all of, that is read from the right, or that its letters shape.

The direction of each character is the work of the Unicode algorithm (UAX #9), the shaping that of the font itself.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from itertools import groupby, pairwise
from typing import Any

from bidi import algorithm as uax9

from boligtildeling.documents.linjer import MYK, Bit, Glyf, Linje, brytt_enkel, del_i_linjer
from boligtildeling.documents.skrift import Skrift, hovedskrift, skrift_for

_FORMES = re.compile("[\u0300-\u036f\u0590-\u08ff\u200c-\u200f\ufb1d-\ufdff\ufe70-\ufefc]")
_STERKE = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_PARENTESER = {"(": ")", "[": "]", "{": "}"}

Merket = Sequence[tuple[int, int, str]]
"""Parts of a text in another language: from, to, language tag."""


def brytt(tekst: str, skrift: str, grense: float, merket: Merket = ()) -> list[Linje]:
    """The lines of a printable text (see `skrivbar`), broken at `grense`, in thousandths of the size."""
    if not merket and not _FORMES.search(tekst) and hovedskrift(skrift).finnes.issuperset(tekst):
        return brytt_enkel(tekst, skrift, grense)
    return _Avsnitt(tekst, skrift, merket).linjer(grense)


class _Avsnitt:
    """A paragraph where each character has its own font, level and language."""

    def __init__(self, tekst: str, skrift: str, merket: Merket) -> None:
        self._tekst = tekst
        self._grunn, self._nivaa = _nivaaer(tekst)
        self._skrift = _skriftvalg(tekst, skrift)
        self._spraak: list[str | None] = [None] * len(tekst)
        for fra, til, spraak in merket:
            self._spraak[fra:til] = [spraak] * (til - fra)

    def linjer(self, grense: float) -> list[Linje]:
        return [self._linje(a, b, bredde) for a, b, bredde in del_i_linjer(self._tekst, grense, self._maal)]

    def _maal(self, fra: int, til: int) -> float:
        return sum(bit.bredde for _, bit in self._biter(fra, til))

    def _biter(self, fra: int, til: int) -> list[tuple[int, Bit]]:
        """The runs from `fra` to `til` as they are read, each with its level."""
        biter = []
        for (nivaa, skrift, spraak), deler in groupby(range(fra, til), self._slag):
            steder = list(deler)
            synlig = "".join(self._tekst[i] for i in steder if self._tekst[i] != MYK or i == til - 1)
            if synlig:
                biter.append((nivaa, _bit(skrift, synlig, nivaa % 2 == 1, spraak)))
        return biter

    def _slag(self, sted: int) -> tuple[int, Skrift, str | None]:
        return self._nivaa[sted], self._skrift[sted], self._spraak[sted]

    def _linje(self, fra: int, til: int, bredde: float) -> Linje:
        """The runs where they stand on the line; the space at its end has the level of the paragraph (rule L1)."""
        har_rest = self._tekst[til : til + 1] == " "
        biter = self._biter(fra, til)
        if har_rest:
            biter.append((self._grunn, _bit(self._skrift[til], " ", False, self._spraak[til - 1])))
        x, steder = 0.0, [0.0] * len(biter)
        for nr in _rekkefoelge([nivaa for nivaa, _ in biter]):
            steder[nr] = x
            x += biter[nr][1].bredde
        fra_hoeyre = self._grunn == 1
        return Linje(
            tuple(zip(steder, (bit for _, bit in biter), strict=True)), x if fra_hoeyre else bredde, fra_hoeyre
        )


def _nivaaer(tekst: str) -> tuple[int, list[int]]:
    """The level of the paragraph, by its first strong letter, and that of each character."""
    grunn = uax9.get_base_level(tekst)
    lager: dict[str, Any] = uax9.get_empty_storage()
    lager["base_level"], lager["base_dir"] = grunn, "LR"[grunn]
    uax9.get_embedding_levels(tekst, lager)
    for sted, tegn in enumerate(lager["chars"]):
        tegn["sted"] = sted
    uax9.explicit_embed_and_overrides(lager)
    uax9.resolve_weak_types(lager)
    _rett_parenteser(lager["chars"], lager["base_dir"])
    uax9.resolve_neutral_types(lager, False)
    uax9.resolve_implicit_levels(lager, False)
    kjente = {tegn["sted"]: tegn["level"] for tegn in lager["chars"]}
    nivaaer: list[int] = []
    for sted in range(len(tekst)):
        nivaaer.append(kjente.get(sted, nivaaer[-1] if nivaaer else grunn))
    return grunn, nivaaer


def _rett_parenteser(tegnene: list[dict[str, Any]], grunn: str) -> None:
    """Gives both brackets of a pair the same direction (rule N0, which the library does not have).

    The whole text is one run at the level of the paragraph, since the signs that would part it are never printable.
    """
    retninger = [_STERKE.get(tegn["type"], "") for tegn in tegnene]
    for aapner, lukker in _parenteser(tegnene):
        inni = {r for r in retninger[aapner + 1 : lukker] if r}
        if not inni:
            continue
        foran = next((r for r in reversed(retninger[:aapner]) if r), grunn)
        retning = foran if grunn not in inni else grunn
        for sted in (aapner, lukker):
            tegnene[sted]["type"] = retninger[sted] = retning


def _parenteser(tegnene: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where each pair of brackets opens and closes, by where it opens."""
    aapne: list[tuple[str, int]] = []
    par = []
    for sted, tegn in enumerate(tegnene):
        if tegn["ch"] in _PARENTESER:
            aapne.append((_PARENTESER[tegn["ch"]], sted))
        elif tegn["ch"] in _PARENTESER.values():
            lik = next((nr for nr in range(len(aapne) - 1, -1, -1) if aapne[nr][0] == tegn["ch"]), None)
            if lik is not None:
                par.append((aapne[lik][1], sted))
                del aapne[lik:]
    return sorted(par)


def _skriftvalg(tekst: str, skrift: str) -> list[Skrift]:
    """The file that each character is drawn with: that of the one before when it has it too."""
    valg: list[Skrift] = []
    for tegn in tekst:
        valgt = skrift_for(tegn, skrift, valg[-1] if valg else None)
        if valgt is None:
            raise ValueError(f"no font has U+{ord(tegn):04X}")
        valg.append(valgt)
    return valg


def _rekkefoelge(nivaaer: list[int]) -> list[int]:
    """The runs from left to right on the line (rule L2)."""
    rekke = list(range(len(nivaaer)))
    for nivaa in range(max(nivaaer, default=0), 0, -1):
        ny: list[int] = []
        for snus, gruppe in groupby(rekke, partial(_er_minst, nivaaer, nivaa)):
            biter = list(gruppe)
            ny += reversed(biter) if snus else biter
        rekke = ny
    return rekke


def _er_minst(nivaaer: list[int], nivaa: int, nr: int) -> bool:
    return nivaaer[nr] >= nivaa


@lru_cache(maxsize=4_000)
def _bit(skrift: Skrift, tekst: str, fra_hoeyre: bool, spraak: str | None) -> Bit:
    if not fra_hoeyre and not _FORMES.search(tekst):
        return Bit(skrift, tekst, skrift.bredde(tekst), None, spraak)
    glyfer = _form(skrift, tekst, fra_hoeyre)
    return Bit(skrift, tekst, sum(g.framover for g in glyfer), glyfer, spraak)


@cache
def _hb_skrift(skrift: Skrift) -> Any:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(skrift.data))


def _form(skrift: Skrift, tekst: str, fra_hoeyre: bool) -> tuple[Glyf, ...]:
    """The glyphs of a run from left to right, each with the characters that it stands for."""
    import uharfbuzz

    font, buffer = _hb_skrift(skrift), uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
    buffer.add_str(tekst)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if fra_hoeyre else "ltr"
    uharfbuzz.shape(font, buffer)
    skala = 1000 / skrift.face.unitsPerEm
    steder = [*sorted({info.cluster for info in buffer.glyph_infos}), len(tekst)]
    slutt = dict(pairwise(steder))
    return tuple(
        Glyf(
            info.codepoint,
            tekst[info.cluster : slutt[info.cluster]],
            pos.x_advance * skala,
            pos.x_offset * skala,
            pos.y_offset * skala,
        )
        for info, pos in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
