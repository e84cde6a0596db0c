"""Which backup copies are kept as time goes, and when the latest is too old to rely on."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, timedelta

DAGER, UKER, MAANEDER = 7, 8, 24
GAMMEL_ETTER_DAGER = 3


def beholdes(tidspunkter: Collection[datetime], i_dag: date) -> set[datetime]:
    """The last copy of each of seven days, eight weeks and twenty-four months, and always the very last one.

    Those from a day that has not come are kept too: the clock was wrong then, or it is wrong now.
    Source: the plan for backup, 7 days, 8 weeks, 24 months.
    """
    siste_foerst = sorted((t for t in tidspunkter if t.date() <= i_dag), reverse=True)
    dager = {i_dag - timedelta(days=nummer) for nummer in range(DAGER)}
    uker = {(i_dag - timedelta(weeks=nummer)).isocalendar()[:2] for nummer in range(UKER)}
    maaneder = {_maaned_foer(i_dag, nummer) for nummer in range(MAANEDER)}
    return (
        {t for t in tidspunkter if t.date() > i_dag}
        | set(siste_foerst[:1])
        | _siste_i_hver((t for t in siste_foerst if t.date() in dager), lambda t: t.date())
        | _siste_i_hver((t for t in siste_foerst if t.isocalendar()[:2] in uker), lambda t: t.isocalendar()[:2])
        | _siste_i_hver((t for t in siste_foerst if (t.year, t.month) in maaneder), lambda t: (t.year, t.month))
    )


def er_gammel(siste: datetime | None, i_dag: date) -> bool:
    """Whether the latest good copy is so old that someone should be told; none at all is old."""
    return siste is None or (i_dag - siste.date()).days > GAMMEL_ETTER_DAGER


def _siste_i_hver(siste_foerst: Iterable[datetime], periode: Callable[[datetime], object]) -> set[datetime]:
    funnet: dict[object, datetime] = {}
    for tidspunkt in siste_foerst:
        funnet.setdefault(periode(tidspunkt), tidspunkt)
    return set(funnet.values())


def _maaned_foer(i_dag: date, antall: int) -> tuple[int, int]:
    aar, maaned = divmod(i_dag.year * 12 + i_dag.month - 1 - antall, 12)
    return aar, maaned + 1
