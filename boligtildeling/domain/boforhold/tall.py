"""How figures are reckoned and shown: shares, medians, and the small numbers that are not told."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

MINSTE_TALL = 5
"""A count below this may tell who it is, and is not shown to those who may not see the cases."""
SKJULT = "færre enn 5"


def andel(del_: int, hele: int, desimaler: int = 1, per: int = 100) -> Decimal | None:
    """How many of `per` the part is of the whole, rounded half up; None when the whole is zero."""
    if hele == 0:
        return None
    return (Decimal(del_ * per) / hele).quantize(Decimal(1).scaleb(-desimaler), ROUND_HALF_UP)


def median(verdier: Sequence[int]) -> Decimal | None:
    """The one in the middle, halfway between two when there is an even number; None of nothing."""
    if not verdier:
        return None
    ordnet, midt = sorted(verdier), len(verdier) // 2
    if len(ordnet) % 2:
        return Decimal(ordnet[midt])
    return Decimal(ordnet[midt - 1] + ordnet[midt]) / 2


def skjul_smaa(antall: Sequence[int]) -> tuple[bool, ...]:
    """Which of the counts of one sum that must not be told: those from 1 to 4.

    When that is only one, it could be found by subtracting the others from the sum; then the smallest of the rest
    goes too.
    """
    skjult = [0 < n < MINSTE_TALL for n in antall]
    andre = [i for i, n in enumerate(antall) if n >= MINSTE_TALL]
    if sum(skjult) == 1 and andre:
        skjult[min(andre, key=lambda i: antall[i])] = True
    return tuple(skjult)
