"""What differs between two editions of a value, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boligtildeling.domain.penger import Kroner

_KRONER = frozenset({"beloep", "per_maaned", "husleie"})
"""Fields that the history keeps as whole øre."""


@dataclass(frozen=True, slots=True, repr=False)
class Feltendring:
    """A field by its JSON pointer, what stood there, and what stands there instead. None: nothing."""

    sted: str
    fra: Any
    til: Any


def forskjeller(sted: str, fra: Any, til: Any) -> Iterator[Feltendring]:
    """Every field where two plain values differ; in lists an item that was put in or taken out is one field."""
    if fra == til:
        return
    if isinstance(fra, dict) or isinstance(til, dict):
        a, b = fra or {}, til or {}
        if isinstance(a, dict) and isinstance(b, dict):
            for navn in dict.fromkeys((*a, *b)):
                yield from forskjeller(f"{sted}/{navn}", a.get(navn), b.get(navn))
            return
    if isinstance(fra, list) and isinstance(til, list):
        for nr in range(max(len(fra), len(til))):
            yield from forskjeller(f"{sted}/{nr}", _ledd(fra, nr), _ledd(til, nr))
        return
    if (fra or fra == 0) or (til or til == 0):
        yield Feltendring(sted, _som_beloep(sted, fra), _som_beloep(sted, til))


def _ledd(verdier: list[Any], nr: int) -> Any:
    return verdier[nr] if nr < len(verdier) else None


def _som_beloep(sted: str, verdi: Any) -> Any:
    er_beloep = sted.rpartition("/")[2] in _KRONER and isinstance(verdi, int) and not isinstance(verdi, bool)
    return Kroner(verdi) if er_beloep else verdi
