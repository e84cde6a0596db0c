"""The rent after moving in: when it may be changed, and by how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, KronerKolonne
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.penger import Kroner

Leieendringsslag = Literal["indeks", "gjengs", "nedsatt"]
LEIEENDRINGER: dict[str, str] = {
    "indeks": "etter konsumprisindeksen",
    "gjengs": "til gjengs leie",
    "nedsatt": "satt ned etter avtale",
}
_INDEKS, _GJENGS = "husleieloven § 4-2", "husleieloven § 4-3"
_INDEKSTALL = re.compile(r"[0-9]{1,4}([.,][0-9]{1,2})?")


class Leieendring(Base):
    """The rent of a tenancy from a day on; kroner per month. The lease itself is not changed by it."""

    __tablename__ = "leieendring"
    __table_args__ = (
        CheckConstraint("slag IN ('indeks','gjengs','nedsatt')", name="slag"),
        CheckConstraint("husleie > 0", name="husleie"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("leieforhold.saksnummer"), index=True)
    slag: Mapped[str]
    husleie: Mapped[Kroner] = mapped_column(KronerKolonne)
    forrige_husleie: Mapped[Kroner] = mapped_column(KronerKolonne)
    varslet_dato: Mapped[date]
    fra_dato: Mapped[date]
    kpi_fra: Mapped[str | None]
    kpi_til: Mapped[str | None]
    merknad: Mapped[str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leiekrav:
    """A new rent that someone wants: how, how much, when the tenant was told in writing, and from when.

    `naa` is the rent that stands; `sist_fastsatt` the day it took effect, and `sist_fritt_fastsatt` the day of the
    latest rent that was anything but an index adjustment.
    """

    slag: Leieendringsslag
    husleie: Kroner
    naa: Kroner
    varslet: date
    fra: date
    sist_fastsatt: date
    sist_fritt_fastsatt: date
    kpi: tuple[Decimal, Decimal] | None = None


def les_indekstall(tekst: str) -> Decimal | None:
    """An index figure as Statistics Norway gives it (`133,4`); None when it is none."""
    ren = tekst.strip()
    verdi = Decimal(ren.replace(",", ".")) if _INDEKSTALL.fullmatch(ren) else Decimal(0)
    return verdi if verdi > 0 else None


def indeksregulert(naa: Kroner, fra: Decimal, til: Decimal) -> Kroner:
    """The highest rent that the index allows, down to a whole øre; `fra` is the index when `naa` was fixed.

    Hjemmel: husleieloven § 4-2 (no more than the change in the consumer price index).
    """
    return Kroner(int((Decimal(naa.oere) * til / fra).to_integral_value(ROUND_FLOOR)))


def sperrer_for_leieendring(krav: Leiekrav) -> tuple[Sperre, ...]:
    """Everything that makes the new rent unlawful, each with the day from which it would be lawful.

    To set the rent down by agreement is always lawful.

    Hjemmel: husleieloven §§ 4-2 og 4-3.
    """
    regler = {"indeks": _indeks, "gjengs": _gjengs, "nedsatt": _nedsatt}
    return tuple(regler[krav.slag](krav))


def _indeks(krav: Leiekrav) -> Iterator[Sperre]:
    yield from _ikke_foer(krav, krav.sist_fastsatt + relativedelta(years=1), _INDEKS, "ett år etter forrige leie")
    yield from _ikke_foer(krav, krav.varslet + relativedelta(months=1), _INDEKS, "én måned etter varselet")
    if krav.kpi is None:
        yield Sperre("KPI", "Indeksen da leien sist ble fastsatt, og indeksen nå, må være kjent.", _INDEKS)
    elif krav.husleie > (hoeyest := indeksregulert(krav.naa, *krav.kpi)):
        yield Sperre("KPI", f"Leien kan ikke økes mer enn indeksen: høyst {hoeyest}.", _INDEKS)


def _gjengs(krav: Leiekrav) -> Iterator[Sperre]:
    kan_kreves = krav.sist_fritt_fastsatt + relativedelta(years=2, months=6)
    if krav.varslet < kan_kreves:
        grunn = f"Gjengs leie kan kreves når leieforholdet har vart i to år og seks måneder: {vis_dato(kan_kreves)}."
        yield Sperre("FRIST", grunn, _GJENGS)
    yield from _ikke_foer(krav, krav.varslet + relativedelta(months=6), _GJENGS, "seks måneder etter kravet")
    yield from _ikke_foer(krav, krav.sist_fastsatt + relativedelta(years=1), _GJENGS, "ett år etter forrige leie")


def _nedsatt(krav: Leiekrav) -> Iterator[Sperre]:
    if krav.husleie >= krav.naa:
        yield Sperre("LEIE", f"Leien er {krav.naa} nå. En høyere leie må følge reglene for økning.", _INDEKS)


def _ikke_foer(krav: Leiekrav, tidligst: date, hjemmel: str, hva: str) -> Iterator[Sperre]:
    if krav.fra < tidligst:
        yield Sperre("FRIST", f"Ny leie kan tidligst gjelde {hva}: {vis_dato(tidligst)}.", hjemmel)
