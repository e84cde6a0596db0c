"""What surrounds the cases: users, settings, editions of checklists, search words."""

from datetime import datetime
from typing import Literal

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt, Verdi

Rolle = Literal["saksbehandler", "teamleder", "leser", "administrator"]
ROLLENAVN: dict[str, str] = {
    "saksbehandler": "saksbehandler",
    "teamleder": "teamleder",
    "leser": "leser",
    "administrator": "administrator",
}


Funksjon = Literal[
    "koordinator", "boligforvalter", "oekonomiraadgiver", "noekkelansvarlig", "klagesekretariat", "arkiv", "vakt"
]
FUNKSJONSNAVN: dict[str, str] = {
    "koordinator": "koordinator",
    "boligforvalter": "boligforvalter",
    "oekonomiraadgiver": "økonomirådgiver",
    "noekkelansvarlig": "nøkkelansvarlig",
    "klagesekretariat": "klagesekretariat",
    "arkiv": "arkiv",
    "vakt": "vakt",
}


class Bruker(Base):
    """Someone who may act; the operating system knows them by `os_navn`, or by their name when there is none.

    `passord` is a hash that cannot be read back; while `passord_satt_av` says who else set it, it opens nothing but
    the way to one's own. `offentlig_noekkel` is the public half of the user's key pair; the private half lies on the
    user's own machine and never here. Users with the same `team` share a work list. One who is no longer `er_aktiv`
    acts no more, and is never deleted.
    """

    __tablename__ = "bruker"
    __table_args__ = (CheckConstraint("rolle IN ('saksbehandler','teamleder','leser','administrator')", name="rolle"),)

    nummer: Mapped[int] = mapped_column(unique=True)
    navn: Mapped[str] = mapped_column(primary_key=True)
    rolle: Mapped[str]
    funksjoner: Mapped[frozenset[str]] = mapped_column(
        Verdi(frozenset[str]), default=frozenset, server_default=text("'[]'")
    )
    os_navn: Mapped[str | None] = mapped_column(index=True)
    passord: Mapped[str | None]
    passord_satt_av: Mapped[str | None]
    er_aktiv: Mapped[bool] = mapped_column(default=True, server_default=text("1"))
    offentlig_noekkel: Mapped[bytes | None] = mapped_column(LargeBinary)
    team: Mapped[str | None] = mapped_column(index=True)

    def __repr__(self) -> str:
        return f"Bruker({self.nummer})"


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
