"""Where a day stands on a line of time, and which days are worth a tick on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from boligtildeling.domain.datoer import vis_maaned

MONTHS_AT_MOST, QUARTERS_AT_MOST = 15, 48


@dataclass(frozen=True, slots=True)
class Axis:
    """From `first` at `left` to `last` at `right`, evenly."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where the day is; outside the axis it is at its nearest end."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * min(max(share, 0), 1)


def ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """The first day of each month, quarter or year between the two, by how far apart they are, with what it is called.

    A January has its year with it.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= MONTHS_AT_MOST else 3 if months <= QUARTERS_AT_MOST else 12
    years = max(1, months // 12 // 12) if step == 12 else 1
    for number in range(first.year * 12, last.year * 12 + 12, step):
        day = date(number // 12, number % 12 + 1, 1)
        if first <= day <= last and (step < 12 or (day.year - first.year) % years == 0):
            yield day, str(day.year) if step == 12 else vis_maaned(day)
