"""Paying old rent down: how many instalments, and what the last one is."""

from dataclasses import dataclass

from boligtildeling.domain.penger import Kroner


@dataclass(frozen=True, slots=True)
class Avdragsplan:
    """A number of equal monthly instalments, where the last one may be smaller."""

    antall: int
    siste: Kroner


def avdragsplan(beloep: Kroner, per_maaned: Kroner) -> Avdragsplan:
    """Splits the debt into whole instalments and a rest. ValueError unless both amounts are larger than nothing."""
    if beloep.oere < 1 or per_maaned.oere < 1:
        raise ValueError("Beløpet og avdraget må være større enn null.")
    hele, rest = divmod(beloep.oere, per_maaned.oere)
    return Avdragsplan(hele + bool(rest), Kroner(rest) if rest else per_maaned)
