"""The purreplan: what happens how many days after rent fell due, and what a reminder may cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from boligtildeling.domain.frist import virkedag_paa_eller_etter
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.satser import Gebyrsats, gjeldende_utgave

GEBYR_TIDLIGST_DAGER = 14
FLESTE_GEBYR = 2


@dataclass(frozen=True, slots=True)
class Purresteg:
    """One step of the plan: its code, what it is in words, and how many days after rent fell due it is due."""

    kode: str
    tekst: str
    dager_etter_forfall: int


@dataclass(frozen=True, slots=True)
class Purredag:
    """A step of the plan for one debt: the day it is due, and the day it was done."""

    kode: str
    tekst: str
    dag: date
    gjort: date | None


def purrekalender(forfall: date, plan: Iterable[Purresteg], gjort: dict[str, date]) -> tuple[Purredag, ...]:
    """The plan for a debt that fell due on `forfall`; what was done before that day was about something else."""
    dager: list[Purredag] = []
    for steg in plan:
        dag = virkedag_paa_eller_etter(forfall + timedelta(days=steg.dager_etter_forfall))
        naar = gjort.get(steg.kode)
        dager.append(Purredag(steg.kode, steg.tekst, dag, naar if naar is not None and naar >= forfall else None))
    return tuple(dager)


def neste_purredag(kalender: Iterable[Purredag]) -> Purredag | None:
    """The first step that is not done, after the last one that is."""
    rekke = tuple(kalender)
    siste = max((nr for nr, dag in enumerate(rekke) if dag.gjort is not None), default=-1)
    return rekke[siste + 1] if siste + 1 < len(rekke) else None


def gebyr_fra(forfall: date) -> date:
    """The first day that a reminder may cost something.

    Hjemmel: inkassoforskriften § 1-2.
    """
    return forfall + timedelta(days=GEBYR_TIDLIGST_DAGER)


def gebyr(satser: Iterable[Gebyrsats], forfall: date, sendes: date, tatt_foer: int) -> Kroner:
    """What a reminder or an inkassovarsel may cost: nothing before 14 days after the due day, and never a third time.

    Hjemmel: inkassoforskriften § 1-2.
    """
    sats = gjeldende_utgave(satser, sendes)
    if sats is None or sendes < gebyr_fra(forfall) or tatt_foer >= FLESTE_GEBYR:
        return Kroner.null()
    return sats.purring
