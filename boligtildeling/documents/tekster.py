"""The fixed texts of the letters: read from `resources/letters`, filled in, and refused with file and key."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import NoReturn

from boligtildeling.documents.blokker import Avsnitt, Blokk
from boligtildeling.domain.feil import Driftsfeil, nekt
from boligtildeling.domain.innstilling import FELTER

Felt = Mapping[str, str | None]


class Brevtekst:
    """The texts of one kind of letter in one målform, with the values that its placeholders stand for."""

    def __init__(self, brev: str, maalform: str, felt: Felt) -> None:
        self._fil, self._felt = f"{brev}.{maalform}.toml", felt
        self._tekster = les_tekster(brev, maalform)

    def __call__(self, noekkel: str, **felt: str | None) -> str:
        """The text by its key, filled in.

        Raises `Driftsfeil` (file and key) for a text that is missing or has an unknown placeholder, and `Sperret`
        when it needs a setting that must be filled in first.
        """
        if noekkel not in self._tekster:
            _ubrukelig(self._fil, noekkel, "mangler")
        return self._fyll(noekkel, {**self._felt, **felt})

    def alle(self, begynnelse: str) -> tuple[str, ...]:
        """Every text whose key begins so, in the order of the file; the kommune may have taken some away."""
        return tuple(self(noekkel) for noekkel in self._tekster if noekkel.startswith(begynnelse))

    def _fyll(self, noekkel: str, felt: Felt) -> str:
        mal = self._tekster[noekkel]
        verdier = {navn: self._verdi(noekkel, navn, felt) for navn in _plassholdere(self._fil, noekkel, mal)}
        return mal.format_map(verdier)

    def _verdi(self, noekkel: str, navn: str, felt: Felt) -> str:
        if navn not in felt:
            _ubrukelig(self._fil, noekkel, f"{{{navn}}} er ukjent")
        verdi = felt[navn]
        if verdi is None:
            _krev_utfylt(self._fil, noekkel, navn)
        return verdi


def avsnitt(t: Brevtekst, *grupper: tuple[str, ...]) -> tuple[Blokk, ...]:
    """One paragraph for each group of texts."""
    return tuple(Avsnitt(" ".join(t(noekkel) for noekkel in gruppe)) for gruppe in grupper)


@cache
def les_tekster(brev: str, maalform: str) -> Mapping[str, str]:
    """The named texts of a letter file. Raises `Driftsfeil` when it is missing or cannot be read."""
    fil = f"{brev}.{maalform}.toml"
    try:
        data = tomllib.loads(files("resources").joinpath("letters", fil).read_text(encoding="utf-8"))
    except FileNotFoundError:
        _ubrukelig(fil, "", "filen mangler")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as feil:
        _ubrukelig(fil, "", f"kan ikke leses: {feil}")
    return sjekk(fil, data)


def sjekk(fil: str, data: Mapping[str, object]) -> Mapping[str, str]:
    """The texts of a parsed letter file; every placeholder must stand in `felt.krever`. Raises `Driftsfeil`."""
    tekster, felt = data.get("tekst"), data.get("felt")
    krever = felt.get("krever") if isinstance(felt, dict) else None
    if not isinstance(tekster, dict) or not isinstance(krever, list):
        _ubrukelig(fil, "", "[tekst] eller [felt] krever mangler")
    for noekkel, mal in tekster.items():
        if not isinstance(mal, str):
            _ubrukelig(fil, noekkel, "er ikke en tekst")
        for navn in _plassholdere(fil, noekkel, mal):
            if navn not in krever:
                _ubrukelig(fil, noekkel, f"{{{navn}}} er ukjent")
    return MappingProxyType(tekster)


def _plassholdere(fil: str, noekkel: str, mal: str) -> frozenset[str]:
    try:
        return frozenset(navn for _, navn, _, _ in Formatter().parse(mal) if navn is not None)
    except ValueError:
        _ubrukelig(fil, noekkel, "har klammer som ikke går opp")


def _krev_utfylt(fil: str, noekkel: str, navn: str) -> NoReturn:
    if navn in FELTER:
        tittel = FELTER[navn].tittel
        nekt("STEG", f"Innstillingen «{tittel}» må fylles ut før dette kan skrives ut.", loeses_av="teamleder")
    _ubrukelig(fil, noekkel, f"{{{navn}}} har ingen verdi i denne saken")


def _ubrukelig(fil: str, noekkel: str, hva: str) -> NoReturn:
    sted = f"{fil}, {noekkel}" if noekkel else fil
    raise Driftsfeil(
        f"Brevteksten kan ikke brukes ({sted}: {hva}).",
        "Saken er ikke endret.",
        "Be IT rette filen i resources/letters.",
    )
