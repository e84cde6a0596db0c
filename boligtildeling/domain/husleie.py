"""Rent: the first payment before the key, the days it falls due, and the last day of a fixed term."""

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from boligtildeling.domain.frist import virkedag_paa_eller_etter
from boligtildeling.domain.penger import Kroner

FORFALLSDAG = 20


def foerste_husleie(husleie: Kroner, fra_dato: date) -> Kroner:
    """The rent for what is left of the month of moving in, to be paid before the key.

    `husleie` is one month's rent; it is shared by days, from and including `fra_dato` to the end of the month, and
    rounded to whole øre, half up. Never more than one month's rent. ValueError when `husleie` is negative.

    Hjemmel: husleieloven § 3-2 (at most one month in advance), § 3-7 (nothing on top of it).
    """
    if husleie < Kroner.null():
        raise ValueError("Husleien kan ikke være negativ.")
    dager_i_maaneden = _dager_i_maaneden(fra_dato.year, fra_dato.month)
    return husleie.andel(dager_i_maaneden - fra_dato.day + 1, dager_i_maaneden)


def forfall_husleie(aar: int, maaned: int, dag: int = FORFALLSDAG) -> date:
    """The day the rent of that month falls due: `dag`, or the month's last day when it is shorter.

    A Saturday, Sunday, holiday, 1 May or 17 May moves it to the next working day.
    ValueError unless `dag` is 1 to 31 and the month exists.

    Hjemmel: husleieloven § 3-2 (the next working day).
    """
    if not 1 <= dag <= 31:
        raise ValueError("Forfallsdagen må være fra 1 til 31.")
    if not 1 <= maaned <= 12:
        raise ValueError("Måneden må være fra 1 til 12.")
    return virkedag_paa_eller_etter(date(aar, maaned, min(dag, _dager_i_maaneden(aar, maaned))))


def neste_forfall(fra: date, dag: int = FORFALLSDAG) -> date:
    """The first day on or after `fra` on which rent falls due, when it falls due on `dag` every month.

    ValueError unless `dag` is 1 to 31.

    Hjemmel: husleieloven § 3-2 (the next working day).
    """
    maaneder = (fra + relativedelta(day=1, months=forskyvning) for forskyvning in (-1, 0, 1))
    forfall = (forfall_husleie(maaned.year, maaned.month, dag) for maaned in maaneder)
    return next(d for d in forfall if d >= fra)


def til_dato(fra_dato: date, maaneder: int) -> date:
    """The last day of a fixed term of whole months whose first day is `fra_dato`; the term is never a day too short.

    From the 15th it ends on a 14th. When the last month has no such day the term fills that month:
    from 29 February, 36 months end on 28 February. ValueError unless `maaneder` is at least 1.

    Hjemmel: domstolloven § 148 (the last day of a shorter month), husleieloven § 9-3 (three full years).
    """
    if maaneder < 1:
        raise ValueError("Leietiden må være minst én måned.")
    samme_dag = fra_dato + relativedelta(months=maaneder)
    return samme_dag - timedelta(days=1) if samme_dag.day == fra_dato.day else samme_dag


def _dager_i_maaneden(aar: int, maaned: int) -> int:
    return monthrange(aar, maaned)[1]
