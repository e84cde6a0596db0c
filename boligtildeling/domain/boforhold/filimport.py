"""What has been taken in from outside files: each file once, its rows, its faults, and what could not be placed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, KronerKolonne, Tidspunkt, Verdi
from boligtildeling.domain.boforhold.innlesing import Kolonner
from boligtildeling.domain.penger import Kroner


class Importprofil(Base):
    """Which columns a landlord's list has, by the name that someone gave it."""

    __tablename__ = "importprofil"

    navn: Mapped[str] = mapped_column(primary_key=True)
    kolonner: Mapped[Kolonner] = mapped_column(Verdi(Kolonner))


class Filimport(Base):
    """One file that was taken in. It is known by its SHA-256; once undone, the same file may come again.

    `per_dato` is the day a list of arrears is of, and for a bank file its latest payment.
    """

    __tablename__ = "filimport"
    __table_args__ = (
        CheckConstraint("slag IN ('restanseliste','betalinger')", name="slag"),
        Index("uq_filimport_som_staar", "sha256", unique=True, sqlite_where=text("angret_dato IS NULL")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slag: Mapped[str]
    sha256: Mapped[str]
    per_dato: Mapped[date]
    importert_av: Mapped[str]
    importert_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    angret_dato: Mapped[date | None]
    angret_av: Mapped[str | None]
    angret_grunn: Mapped[str | None]
    feil: Mapped[list["Importfeil"]] = relationship(order_by="Importfeil.rad")
    poster: Mapped[list["Restansepost"]] = relationship(order_by="Restansepost.rad")
    betalinger: Mapped[list["Bankbetaling"]] = relationship(order_by="Bankbetaling.rad")


class Importfeil(Base):
    """A row that was not taken in, and why."""

    __tablename__ = "importfeil"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("filimport.id"), index=True)
    rad: Mapped[int]
    grunn: Mapped[str]
    innhold: Mapped[str]


class Restansepost(Base):
    """A claim that was not paid on the day of the list. A KID that no lease has, has no case."""

    __tablename__ = "restansepost"
    __table_args__ = (CheckConstraint("beloep > 0", name="beloep"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("filimport.id"), index=True)
    rad: Mapped[int]
    saksnummer: Mapped[str | None] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    kid: Mapped[str]
    beloep: Mapped[Kroner] = mapped_column(KronerKolonne)
    forfall: Mapped[date]
    fakturanr: Mapped[str | None]


class Bankbetaling(Base):
    """A payment or a reversal from a bank file. Without a case it lies in the tray until someone places it.

    `betaling_id` is what it became on the lease; `hvorfor_ikke` says why it became nothing. `er_ute` is a row that
    was undone together with its file, so that the same payment may come again.
    """

    __tablename__ = "bankbetaling"
    __table_args__ = (
        CheckConstraint("beloep > 0", name="beloep"),
        Index("uq_bankbetaling_som_staar", "referanse", unique=True, sqlite_where=text("er_ute = 0")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("filimport.id"), index=True)
    rad: Mapped[int]
    saksnummer: Mapped[str | None] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    betaling_id: Mapped[int | None] = mapped_column(ForeignKey("betaling.id"), unique=True)
    kid: Mapped[str | None]
    beloep: Mapped[Kroner] = mapped_column(KronerKolonne)
    dato: Mapped[date]
    referanse: Mapped[str]
    er_reversering: Mapped[bool]
    betaler: Mapped[str | None]
    melding: Mapped[str | None]
    hvorfor_ikke: Mapped[str | None]
    plassert_av: Mapped[str | None]
    er_ute: Mapped[bool] = mapped_column(default=False)
