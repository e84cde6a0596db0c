"""What is registered around collecting a debt: guarantees, debt settlement, reservations, and what was sent on."""

from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, KronerKolonne
from boligtildeling.domain.penger import Kroner

Gjeldsstatus = Literal["soekt", "aapnet", "stadfestet", "avsluttet"]
FORHANDLING_MAANEDER = 4


class Garanti(Base):
    """A guarantee on the lease: by whom, how much, on what terms, and when it was called."""

    __tablename__ = "garanti"
    __table_args__ = (CheckConstraint("beloep > 0", name="beloep"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    garantist: Mapped[str]
    beloep: Mapped[Kroner] = mapped_column(KronerKolonne)
    vilkaar: Mapped[str]
    gitt_dato: Mapped[date]
    til_dato: Mapped[date | None]
    utloest_dato: Mapped[date | None]
    utloest_beloep: Mapped[Kroner | None] = mapped_column(KronerKolonne)
    registrert_av: Mapped[str]


class Gjeldsordning(Base):
    """Where the tenant stands with a debt settlement; the newest row is how it stands."""

    __tablename__ = "gjeldsordning"
    __table_args__ = (CheckConstraint("status IN ('soekt','aapnet','stadfestet','avsluttet')", name="status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    status: Mapped[str]
    dato: Mapped[date]
    aapnet_dato: Mapped[date | None]
    registrert_av: Mapped[str]


class Reservasjon(Base):
    """That the tenant has reserved against a warning to sosialtjenesten, until it is withdrawn."""

    __tablename__ = "reservasjon"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    mottatt_dato: Mapped[date]
    trukket_dato: Mapped[date | None]
    registrert_av: Mapped[str]


class Oversendelse(Base):
    """A case that has gone to debt collection, or on to namsmannen or tingretten for eviction."""

    __tablename__ = "oversendelse"
    __table_args__ = (
        CheckConstraint("slag IN ('inkasso','fravikelse')", name="slag"),
        CheckConstraint("grunnlag IS NULL OR grunnlag IN ('a','b','c','d')", name="grunnlag"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    slag: Mapped[str]
    grunnlag: Mapped[str | None]
    sendt_dato: Mapped[date]
    mottaker: Mapped[str]
    beloep: Mapped[Kroner | None] = mapped_column(KronerKolonne)
    sendt_av: Mapped[str]


def forhandling_er_over(aapnet: date) -> date:
    """The first day after the four months that an opened debt negotiation lasts.

    Hjemmel: gjeldsordningsloven § 3-4.
    """
    return aapnet + relativedelta(months=FORHANDLING_MAANEDER, days=1)
