"""Whether the follow-up works: the talks about it, and when the next is."""

from datetime import date
from typing import Literal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Verdi
from boligtildeling.domain.planer import Oppfoelgingsplan

Oppfoelgingsutfall = Literal["fortsetter", "endres", "avsluttes"]


class Oppfoelgingsevaluering(Base):
    """One talk about the follow-up: who was there, what was found, what the tenant says; and the day of the next."""

    __tablename__ = "oppfoelgingsevaluering"
    __table_args__ = (CheckConstraint("utfall IN ('fortsetter','endres','avsluttes')", name="utfall"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("leieforhold.saksnummer"), index=True)
    dato: Mapped[date]
    deltakere: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]))
    vurdering: Mapped[str]
    leiers_syn: Mapped[str]
    utfall: Mapped[str]
    neste_dato: Mapped[date | None]


def neste_evaluering(plan: Oppfoelgingsplan | None, evalueringer: list[Oppfoelgingsevaluering]) -> date | None:
    """When the follow-up is to be evaluated next; None when there is none to evaluate."""
    if evalueringer:
        return evalueringer[-1].neste_dato
    return plan.evaluering_dato if plan is not None and plan.behov else None
