"""The tenancy: begun with the key, carried on by lease after lease, ended when the tenant has moved out."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, Verdi
from boligtildeling.domain.boforhold.husstand import Husstandssoeknad
from boligtildeling.domain.boforhold.leie import Leieendring
from boligtildeling.domain.boforhold.oppfoelging import Oppfoelgingsevaluering
from boligtildeling.domain.boforhold.oppsigelse import Oppsigelse
from boligtildeling.domain.boforhold.utflytting import Utflytting
from boligtildeling.domain.boforhold.utloep import Utloepsbehandling, er_tidsubestemt
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner

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
    utloep: Mapped[Utloepsbehandling | None] = mapped_column(Verdi(Utloepsbehandling))
    oppsigelse: Mapped[Oppsigelse | None] = mapped_column(Verdi(Oppsigelse))
    utflytting: Mapped[Utflytting | None] = mapped_column(Verdi(Utflytting))
    sak: Mapped["Sak"] = relationship(back_populates="leieforhold")
    kontrakter: Mapped[list[Kontrakt]] = relationship(
        secondary=LEIEFORHOLDSKONTRAKT, order_by=(Kontrakt.fra_dato, Kontrakt.id)
    )
    husstandssoeknader: Mapped[list[Husstandssoeknad]] = relationship(order_by=Husstandssoeknad.id)
    leieendringer: Mapped[list[Leieendring]] = relationship(order_by=(Leieendring.fra_dato, Leieendring.id))
    evalueringer: Mapped[list[Oppfoelgingsevaluering]] = relationship(order_by=Oppfoelgingsevaluering.id)

    @property
    def kontrakt(self) -> Kontrakt | None:
        """The lease that the tenancy rests on: the latest one; None when the key went ahead of every lease."""
        return self.kontrakter[-1] if self.kontrakter else None

    @property
    def loeper(self) -> bool:
        """Whether the tenant has not moved out."""
        return self.opphoert_dato is None

    @property
    def endringer_av_kontrakten(self) -> list[Leieendring]:
        """The changes of rent since the lease that stands was written: an extension fixes the rent anew."""
        fra = self.kontrakt.fra_dato if self.kontrakt is not None else self.begynt_dato
        return [e for e in self.leieendringer if e.fra_dato >= fra]

    def husleie(self, dag: date) -> Kroner | None:
        """The rent on that day, kroner per month; None when there is no lease."""
        if self.kontrakt is None:
            return None
        gjelder = [e.husleie for e in self.endringer_av_kontrakten if e.fra_dato <= dag]
        return gjelder[-1] if gjelder else self.kontrakt.husleie

    def er_tidsubestemt(self, i_dag: date) -> bool:
        """Whether the lease has no end, by agreement or because nobody was asked to move in time.

        Hjemmel: husleieloven § 9-2.
        """
        er_oppfordret = self.utloep is not None and self.utloep.flytteoppfordring is not None
        return self.kontrakt is not None and er_tidsubestemt(self.kontrakt.til_dato, er_oppfordret, i_dag)
