"""The agreement to pay old rent down: its instalments, and whether it is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, KronerKolonne, Verdi
from boligtildeling.domain.boforhold.restanse import Innbetalt
from boligtildeling.domain.frist import virkedag_paa_eller_etter
from boligtildeling.domain.husleie import forfall_husleie
from boligtildeling.domain.nedbetaling import avdragsplan
from boligtildeling.domain.penger import Kroner, summer

Avtalestatus = Literal["foelges", "brutt", "oppfylt", "avsluttet"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Rate:
    """One instalment."""

    forfall: date
    beloep: Kroner


class Nedbetalingsavtale(Base):
    """An agreement that was made with the tenant; a new one takes the place of the one before."""

    __tablename__ = "nedbetalingsavtale"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    inngaatt_dato: Mapped[date]
    beloep: Mapped[Kroner] = mapped_column(KronerKolonne)
    rater: Mapped[tuple[Rate, ...]] = mapped_column(Verdi(tuple[Rate, ...]))
    inngaatt_av: Mapped[str]
    avsluttet_dato: Mapped[date | None]
    avsluttet_grunn: Mapped[str | None]


@dataclass(frozen=True, slots=True)
class Avtalestand:
    """How an agreement stands: what should be paid by now besides the rent, what is, and since when it is broken."""

    status: Avtalestatus
    skulle_vaert_betalt: Kroner
    betalt: Kroner
    brutt_fra: date | None


def lag_rater(beloep: Kroner, per_maaned: Kroner, foerste: date) -> tuple[Rate, ...]:
    """Monthly instalments from `foerste`; each due day that is no working day moves to the next one."""
    plan = avdragsplan(beloep, per_maaned)
    dager = (virkedag_paa_eller_etter(foerste + relativedelta(months=nr)) for nr in range(plan.antall))
    return tuple(
        Rate(forfall=dag, beloep=plan.siste if nr == plan.antall else per_maaned) for nr, dag in enumerate(dager, 1)
    )


def husleie_forfalt(husleie: Kroner, etter: date, til: date, forfallsdag: int) -> Kroner:
    """The rent that fell due after one day and no later than another."""
    maaned, antall = etter + relativedelta(day=1, months=-1), 0
    while maaned <= til:
        antall += etter < forfall_husleie(maaned.year, maaned.month, forfallsdag) <= til
        maaned += relativedelta(months=1)
    return husleie * antall


def avtalestand(
    inngaatt: date,
    rater: Sequence[Rate],
    innbetalt: Iterable[Innbetalt],
    husleie: Kroner,
    forfallsdag: int,
    kjent_til: date | None,
) -> Avtalestand:
    """Whether the agreement is kept, as far as payments are known: to and with the last bank file.

    What comes in pays the rent first, and then the instalments: an agreement is not kept by leaving the rent unpaid.
    """
    betalinger = [b for b in innbetalt if b.dato > inngaatt]
    alt = summer(r.beloep for r in rater)
    brutt_fra = None
    for rate in sorted(rater, key=lambda r: r.forfall):
        if kjent_til is None or rate.forfall > kjent_til:
            break
        skulle = summer(r.beloep for r in rater if r.forfall <= rate.forfall)
        if til_rater(betalinger, inngaatt, rate.forfall, husleie, forfallsdag) < skulle:
            brutt_fra = brutt_fra or rate.forfall
    til = kjent_til or inngaatt
    betalt = min(til_rater(betalinger, inngaatt, til, husleie, forfallsdag), alt)
    forfalt = summer(r.beloep for r in rater if r.forfall <= til)
    if betalt >= alt:
        return Avtalestand("oppfylt", forfalt, betalt, None)
    if betalt >= forfalt:
        return Avtalestand("foelges", forfalt, betalt, None)
    return Avtalestand("brutt", forfalt, betalt, brutt_fra)


def til_rater(betalinger: Iterable[Innbetalt], inngaatt: date, til: date, husleie: Kroner, forfallsdag: int) -> Kroner:
    """What has come in by a day beyond the rent that fell due; never negative."""
    betalt = summer(b.beloep for b in betalinger if b.dato <= til)
    return max(betalt - husleie_forfalt(husleie, inngaatt, til, forfallsdag), Kroner.null())
