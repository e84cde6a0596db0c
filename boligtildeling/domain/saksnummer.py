"""Numbers of cases: one series for each year, whose gaps tell nothing about cases that one may not know of."""

from collections.abc import Callable
from secrets import token_bytes

_BYTES = 8


def sprang(tilfeldig: Callable[[int], bytes] = token_bytes) -> int:
    """How far it is to the next number: one, and one more for every head in a row when a coin is tossed.

    So each number is in use by the toss of a coin. A gap may then always be a number that nobody got, and never shows
    that a protected case has it; numbers without gaps would tell how many such cases there are, and when they came.
    """
    kast = int.from_bytes(tilfeldig(_BYTES))
    return 1 + next(n for n in range(8 * _BYTES + 1) if n == 8 * _BYTES or not kast >> n & 1)


def paa_rad() -> int:
    """Numbers with no gaps, for trial folders: nobody in them is real, and a script plays alike each time."""
    return 1


def neste(aar: int, siste: str | None, sprang: int) -> str:
    """The number after `siste` (None: the first one) in the series of the year."""
    loepenummer = int(siste.split("-")[1]) if siste is not None else 0
    return f"{aar}-{loepenummer + sprang:04d}"
