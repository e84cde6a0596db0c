"""Where the fixed texts come from: ours in `resources/letters`, and the kommune's own files laid over them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import NoReturn

from boligtildeling.domain.feil import Driftsfeil

FELLES = "felles"
"""The letter file whose texts every letter may use."""
FELLESFELT = frozenset(
    {
        *("boligforvalter", "boligforvalter_telefon", "kommune", "saksnummer"),
        *("enhet", "enhet_adresse", "enhet_telefon"),
    }
)
"""The placeholders that every text may have."""
SKAL_ALDRI_STAA = re.compile(
    r"§ 11-2\b|gebyr|rusfri|fylkesmann"
    r"|(må|skal|krav\w*|krev\w*) [^.]*avtalegiro|avtalegiro [^.]*(må|skal|kr[ae]v)",
    re.IGNORECASE,
)
"""What no fixed text of a letter may say, whoever wrote it."""
_OPPMERKING = re.compile(r"<[a-z/]|&\w+;", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tekstfeil:
    """A text of the kommune's own that cannot be used, so that ours stands: which file, which key, and why."""

    fil: str
    noekkel: str
    hva: str

    @property
    def setning(self) -> str:
        sted = f"{self.fil}, {self.noekkel}" if self.noekkel else self.fil
        return f"Kommunens egen brevtekst kan ikke brukes ({sted}: {self.hva}). Teksten som følger med, er brukt."


@dataclass(frozen=True, slots=True)
class Tekstrad:
    """One text as it ships, with the kommune's own beside it when there is one, and what is wrong with that."""

    noekkel: str
    vaar: str
    egen: str | None
    feil: str | None


class Tekstkilde:
    """The texts of the letters. `egne` is the folder of the kommune's own files; None when there is none."""

    def __init__(self, egne: Path | None = None) -> None:
        self._egne = egne
        self._lest: dict[str, tuple[tuple[int, int], Mapping[str, str], tuple[Tekstfeil, ...]]] = {}

    def tekster(self, brev: str, maalform: str) -> Mapping[str, str]:
        """The texts by key: ours with the kommune's own in their place. Raises `Driftsfeil` when ours is missing."""
        return {**les_tekster(brev, maalform), **self._egne_tekster(brev, maalform)[0]}

    def feil(self, brev: str, maalform: str) -> tuple[Tekstfeil, ...]:
        """What is wrong with the kommune's own texts for this letter; ours stand in their place."""
        begge = (self._egne_tekster(navn, maalform)[1] for navn in dict.fromkeys((brev, FELLES)))
        return tuple(f for feil in begge for f in feil)

    def oversikt(self, brev: str, maalform: str) -> tuple[Tekstrad, ...]:
        """Every text of a letter, ours and the kommune's own beside it, in the order of our file."""
        gode, feil = self._egne_tekster(brev, maalform)
        skrevet = self._raa(brev, maalform)
        galt = {f.noekkel: f.hva for f in feil}
        return tuple(
            Tekstrad(noekkel, vaar, gode.get(noekkel, skrevet.get(noekkel)), galt.get(noekkel))
            for noekkel, vaar in les_tekster(brev, maalform).items()
        )

    def ukjente_filer(self, kjente: frozenset[str]) -> tuple[Tekstfeil, ...]:
        """A fault for each of the kommune's own files that has the name of none of ours."""
        egne = sorted(f.name for f in self._egne.iterdir()) if self._egne and self._egne.is_dir() else ()
        return tuple(Tekstfeil(navn, "", "ingen brevtekst heter dette") for navn in egne if navn not in kjente)

    def _egne_tekster(self, brev: str, maalform: str) -> tuple[Mapping[str, str], tuple[Tekstfeil, ...]]:
        fil = self._fil(brev, maalform)
        try:
            status = fil.stat() if fil else None
        except OSError:
            status = None
        if fil is None or status is None:
            return {}, ()
        merke = (status.st_mtime_ns, status.st_size)
        kjent = self._lest.get(fil.name)
        if kjent is None or kjent[0] != merke:
            kjent = (merke, *_les_egen(fil, brev, maalform))
            self._lest[fil.name] = kjent
        return kjent[1], kjent[2]

    def _raa(self, brev: str, maalform: str) -> Mapping[str, str]:
        fil = self._fil(brev, maalform)
        try:
            data = tomllib.loads(fil.read_text(encoding="utf-8")) if fil else {}
        except (OSError, ValueError):
            return {}
        tekster = data.get("tekst", {})
        return {k: str(t) for k, t in tekster.items()} if isinstance(tekster, dict) else {}

    def _fil(self, brev: str, maalform: str) -> Path | None:
        return self._egne / f"{brev}.{maalform}.toml" if self._egne else None


@cache
def les_tekster(brev: str, maalform: str) -> Mapping[str, str]:
    """Our texts of a letter. Raises `Driftsfeil` (file and key) when they are missing or cannot be used."""
    fil = f"{brev}.{maalform}.toml"
    try:
        data = tomllib.loads(files("resources").joinpath("letters", fil).read_text(encoding="utf-8"))
    except FileNotFoundError:
        ubrukelig(fil, "", "filen mangler")
    except ValueError as feil:
        ubrukelig(fil, "", f"kan ikke leses: {feil}")
    return sjekk(fil, data)


def sjekk(fil: str, data: Mapping[str, object]) -> Mapping[str, str]:
    """The texts of a parsed letter file; every placeholder must stand in `felt.krever`. Raises `Driftsfeil`."""
    tekster, felt = data.get("tekst"), data.get("felt")
    krever = felt.get("krever") if isinstance(felt, dict) else None
    if not isinstance(tekster, dict) or not isinstance(krever, list):
        ubrukelig(fil, "", "[tekst] eller [felt] krever mangler")
    for noekkel, mal in tekster.items():
        if not isinstance(mal, str):
            ubrukelig(fil, noekkel, "er ikke en tekst")
        for navn in plassholdere(fil, noekkel, mal):
            if navn not in krever:
                ubrukelig(fil, noekkel, f"{{{navn}}} er ukjent")
    return MappingProxyType(tekster)


def _les_egen(fil: Path, brev: str, maalform: str) -> tuple[Mapping[str, str], tuple[Tekstfeil, ...]]:
    """The good texts of the kommune's own file, and a fault for each that is not."""
    try:
        data = tomllib.loads(fil.read_text(encoding="utf-8"))
    except (OSError, ValueError) as feil:
        return {}, (Tekstfeil(fil.name, "", f"kan ikke leses: {feil}"),)
    tekster = data.get("tekst")
    if not isinstance(tekster, dict):
        return {}, (Tekstfeil(fil.name, "", "[tekst] mangler"),)
    funn = {noekkel: tuple(_feil_i(fil.name, noekkel, t, brev, maalform)) for noekkel, t in tekster.items()}
    feil_her = [
        Tekstfeil(fil.name, n, "delen er ukjent; bruk bare [tekst]") for n in data if n not in {"tekst", "felt"}
    ]
    feil_her += [Tekstfeil(fil.name, noekkel, hva) for noekkel, galt in funn.items() for hva in galt[:1]]
    return {k: t for k, t in tekster.items() if not funn[k]}, tuple(feil_her)


def _feil_i(fil: str, noekkel: str, tekst: object, brev: str, maalform: str) -> Iterator[str]:
    vaare = les_tekster(brev, maalform)
    if noekkel not in vaare:
        yield "nøkkelen er ukjent"
        return
    if not isinstance(tekst, str):
        yield "er ikke en tekst"
        return
    try:
        brukt = plassholdere(fil, noekkel, tekst)
    except Driftsfeil:
        yield "har klammer som ikke går opp"
        return
    lov = plassholdere(fil, noekkel, vaare[noekkel]) | FELLESFELT
    yield from (f"{{{navn}}} er ukjent her" for navn in sorted(brukt - lov))
    if (treff := SKAL_ALDRI_STAA.search(tekst)) is not None:
        yield f"«{treff[0]}» skal ikke stå i et brev"
    if _OPPMERKING.search(tekst):
        yield "har oppmerking; skriv vanlig tekst"


def plassholdere(fil: str, noekkel: str, mal: str) -> frozenset[str]:
    """The names in braces in a text. Raises `Driftsfeil` when the braces do not pair."""
    try:
        return frozenset(navn for _, navn, _, _ in Formatter().parse(mal) if navn is not None)
    except ValueError:
        ubrukelig(fil, noekkel, "har klammer som ikke går opp")


def ubrukelig(fil: str, noekkel: str, hva: str) -> NoReturn:
    """Raises `Driftsfeil` for a text of ours that cannot be used."""
    sted = f"{fil}, {noekkel}" if noekkel else fil
    raise Driftsfeil(
        f"Brevteksten kan ikke brukes ({sted}: {hva}).",
        "Saken er ikke endret.",
        "Be IT rette filen i resources/letters.",
    )
