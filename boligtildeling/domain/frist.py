"""Working days and time limits: the party's, the kommune's own, and the waiting that must be over first."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

_EN_DAG = timedelta(days=1)
_FOERSTE_AAR, _SISTE_AAR = 1948, 2100
_BOSTOETTE_SOEKNADSDAG = 25
_BOSTOETTE_UTBETALINGSDAG = 20
_MAANEDER_TIL_TIDSUBESTEMT = 3


@dataclass(frozen=True, slots=True)
class Flytteoppfordring:
    """When the tenant must have been asked to move after a fixed-term tenancy ran out.

    `siste_trygge_dag` is the last working day on which a written demand is in time;
    from `tidsubestemt_fra` the tenancy has no end if nobody asked.
    """

    siste_trygge_dag: date
    tidsubestemt_fra: date


@dataclass(frozen=True, slots=True)
class Bostoettekalender:
    """When housing allowance can first arrive after moving in.

    `situasjonsdato` is the first 1st of a month on which the household lives there. `utbetaling` is the day the money
    comes, `utbetaling_nominell` the 20th it is moved from when that is no working day. `dager_uten_bostoette` counts
    the days from and including `innflytting` up to `utbetaling`: the time the plan must carry the rent alone.
    """

    innflytting: date
    situasjonsdato: date
    soeknadsfrist: date
    utbetaling: date
    dager_uten_bostoette: int
    utbetaling_nominell: date


@lru_cache(maxsize=64)
def _helligdager(aar: int) -> frozenset[date]:
    if not _FOERSTE_AAR <= aar <= _SISTE_AAR:
        raise ValueError(f"Helligdagene er bare kjent for årene {_FOERSTE_AAR}\N{EN DASH}{_SISTE_AAR}.")
    import holidays

    return frozenset(holidays.country_holidays("NO", years=aar))


def er_virkedag(d: date) -> bool:
    """Whether `d` is Monday to Friday and neither a holiday, 1 May nor 17 May; Christmas Eve is a working day.

    ValueError for years outside 1948–2100, here and in every function that moves a day to a working day.

    Hjemmel: domstolloven § 149 (Saturday, holiday and days equal to one).
    """
    er_hverdag = d.isoweekday() <= 5
    return d not in _helligdager(d.year) and er_hverdag


def virkedag_paa_eller_etter(d: date) -> date:
    """`d` when it is a working day, else the next one."""
    while not er_virkedag(d):
        d += _EN_DAG
    return d


def virkedag_paa_eller_foer(d: date) -> date:
    """`d` when it is a working day, else the one before."""
    while not er_virkedag(d):
        d -= _EN_DAG
    return d


def legg_til_virkedager(d: date, antall: int) -> date:
    """The working day `antall` working days after `d` (before, when negative); `d` itself does not count.

    With 0 the answer is `d`, working day or not.
    """
    retning = _EN_DAG if antall >= 0 else -_EN_DAG
    for _ in range(abs(antall)):
        d += retning
        while not er_virkedag(d):
            d += retning
    return d


def partens_frist(start: date, *, uker: int = 0, maaneder: int = 0, dager: int = 0) -> date:
    """The last day a party may act, counted from the day `start` when notice reached the party.

    Counted in days, `start` itself is left out; weeks and months end on the same weekday or number, or on the last
    day of a shorter month. A limit that ends on a Saturday or holiday is extended to the next working day.
    ValueError when the length is negative or nothing.

    Hjemmel: domstolloven § 148 (counting), § 149 (extension), forvaltningsloven § 30 (they apply to appeals).
    """
    return virkedag_paa_eller_etter(_utregnet_slutt(start, uker, maaneder, dager))


def kommunens_frist(start: date, *, maaneder: int = 0, dager: int = 0) -> date:
    """The last working day on which the kommune itself is surely in time: never extended, moved back instead.

    ValueError when the length is negative or nothing.

    Hjemmel: domstolloven § 148 (counting).
    """
    return virkedag_paa_eller_foer(_utregnet_slutt(start, 0, maaneder, dager))


def tidligste_dag_etter(sendt: date, *, uker: int = 0, dager: int = 0) -> date:
    """The first day something may be done when a warning sent on `sendt` must have run out: the day after its end.

    Not moved for weekends: whoever needs a working day asks for it. ValueError when the length is negative or nothing.

    Hjemmel: tvangsfullbyrdelsesloven § 4-18 (two weeks), husleieloven § 9-11 (two weeks), inkassoloven § 9 (14 days).
    """
    return _utregnet_slutt(sendt, uker, 0, dager) + _EN_DAG


def _utregnet_slutt(start: date, uker: int, maaneder: int, dager: int) -> date:
    lengder = (uker, maaneder, dager)
    if min(lengder) < 0 or not any(lengder):
        raise ValueError("En frist må være minst én dag lang.")
    return start + relativedelta(months=maaneder) + timedelta(weeks=uker, days=dager)


def foreloepig_svar_frist(mottatt: date) -> date:
    """The last working day for a preliminary answer when the application cannot be decided within a month.

    Hjemmel: forvaltningsloven § 11 a (preliminary answer).
    """
    return kommunens_frist(mottatt, maaneder=1)


def flytteoppfordring(utloep: date) -> Flytteoppfordring:
    """When a tenancy that ran out on `utloep` must be followed by a written demand to move, and what happens else.

    Hjemmel: husleieloven § 9-2 (more than three months after expiry without a demand: no end).
    """
    siste_dag = utloep + relativedelta(months=_MAANEDER_TIL_TIDSUBESTEMT)
    return Flytteoppfordring(virkedag_paa_eller_foer(siste_dag), siste_dag + _EN_DAG)


def bostoettekalender(innflytting: date) -> Bostoettekalender:
    """The first housing allowance after moving in on `innflytting`; never for the month of moving in but on its 1st.

    The application limit, the 25th, is shown unmoved: only paper gets the next working day.
    A payment day, the 20th of the month after, that is no working day moves to the one before.

    Hjemmel: bostøtteforskriften § 10 (the 1st of the month), § 13 (paid in arrears).
    """
    situasjonsdato = innflytting
    if innflytting.day != 1:
        situasjonsdato = innflytting + relativedelta(months=1, day=1)
    nominell = situasjonsdato + relativedelta(months=1, day=_BOSTOETTE_UTBETALINGSDAG)
    utbetaling = virkedag_paa_eller_foer(nominell)
    return Bostoettekalender(
        innflytting=innflytting,
        situasjonsdato=situasjonsdato,
        soeknadsfrist=situasjonsdato.replace(day=_BOSTOETTE_SOEKNADSDAG),
        utbetaling=utbetaling,
        dager_uten_bostoette=(utbetaling - innflytting).days,
        utbetaling_nominell=nominell,
    )
