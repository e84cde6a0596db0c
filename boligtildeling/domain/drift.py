"""What surrounds the cases: users, settings, history, reading log, editions of checklists, search words."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt, Verdi

Rolle = Literal["saksbehandler", "teamleder", "leser", "administrator"]
ROLLENAVN: dict[str, str] = {
    "saksbehandler": "saksbehandler",
    "teamleder": "teamleder",
    "leser": "leser",
    "administrator": "administrator",
}


class Bruker(Base):
    """Someone who may act, by the name the operating system knows them by."""

    __tablename__ = "bruker"
    __table_args__ = (CheckConstraint("rolle IN ('saksbehandler','teamleder','leser','administrator')", name="rolle"),)

    nummer: Mapped[int] = mapped_column(unique=True)
    navn: Mapped[str] = mapped_column(primary_key=True)
    rolle: Mapped[str]


class Innstilling(Base):
    """One setting of the kommune profile, by name."""

    __tablename__ = "innstilling"

    navn: Mapped[str] = mapped_column(primary_key=True)
    verdi: Mapped[str]


class Mappe(Base):
    """What kind of folder this is; written once, never changed."""

    __tablename__ = "mappe"
    __table_args__ = (
        CheckConstraint("id = 1", name="en_rad"),
        CheckConstraint("slag IN ('virkelig','proeve','demo')", name="slag"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slag: Mapped[str]
    opprettet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


class Sjekklisteutgave(Base):
    """An edition of the checklists as it was when the first case used it: TOML texts by file name."""

    __tablename__ = "sjekklisteutgave"

    versjon: Mapped[str] = mapped_column(primary_key=True)
    tekster: Mapped[dict[str, str]] = mapped_column(Verdi(dict[str, str]))


class Soekeord(Base):
    """One folded word that finds a case."""

    __tablename__ = "soekeord"

    ord: Mapped[str] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), primary_key=True, index=True)


class Hendelse(Base):
    """One line of history: who did what, when; chained by hash to the line before. Never changed, never deleted."""

    __tablename__ = "hendelse"

    id: Mapped[int] = mapped_column(primary_key=True)
    tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    bruker: Mapped[str]
    maskin: Mapped[str]
    saksnummer: Mapped[str | None] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    sak_versjon: Mapped[int | None]
    handling: Mapped[str]
    hendelse: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(Verdi(dict[str, Any]))
    forrige_hash: Mapped[str]
    hash: Mapped[str]


class Lesning(Base):
    """One reading of a case: who, when, which, from which machine. No free text, no person number."""

    __tablename__ = "lesning"

    id: Mapped[int] = mapped_column(primary_key=True)
    tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    bruker: Mapped[str]
    maskin: Mapped[str]
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    hva: Mapped[str]
