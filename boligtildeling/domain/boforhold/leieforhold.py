"""The tenancy: begun with the key, carried on by lease after lease, ended when the tenant has moved out."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base
from boligtildeling.domain.kontrakt import Kontrakt

if TYPE_CHECKING:
    from boligtildeling.domain.sak import Sak

LEIEFORHOLDSKONTRAKT = Table(
    "leieforholdskontrakt",
    Base.metadata,
    Column("kontrakt_id", ForeignKey("kontrakt.id"), primary_key=True),
    Column("leieforhold", ForeignKey("leieforhold.saksnummer"), nullable=False, index=True),
)
"""Which tenancy a lease belongs to: that of its own case, or of the case that it extends."""


class Leieforhold(Base):
    """The tenancy that a case is about from the key on; `begynt_dato` is the day of the key.

    It stands in the case where the tenant moved in, also when a later case extends it with a new lease.
    """

    __tablename__ = "leieforhold"
    __table_args__ = (CheckConstraint("opphoert_dato IS NULL OR opphoert_dato >= begynt_dato", name="periode"),)

    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), primary_key=True)
    begynt_dato: Mapped[date]
    opphoert_dato: Mapped[date | None] = mapped_column(index=True)
    sak: Mapped["Sak"] = relationship(back_populates="leieforhold")
    kontrakter: Mapped[list[Kontrakt]] = relationship(
        secondary=LEIEFORHOLDSKONTRAKT, order_by=(Kontrakt.fra_dato, Kontrakt.id)
    )

    @property
    def kontrakt(self) -> Kontrakt | None:
        """The lease that the tenancy rests on: the latest one; None when the key went ahead of every lease."""
        return self.kontrakter[-1] if self.kontrakter else None

    @property
    def loeper(self) -> bool:
        """Whether the tenant has not moved out."""
        return self.opphoert_dato is None
