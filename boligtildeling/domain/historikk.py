"""The two logs that only grow: what was done and what was read, each line chained by hash to the one before.

A line commits to its content by a salted imprint, so that the content can be shielded and the chain still stands.
"""

from datetime import datetime
from hashlib import sha256
from json import dumps
from typing import Any, Literal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, Tidspunkt, Verdi
from boligtildeling.domain.soeknad import Adresse

Kjede = Literal["historikk", "lesninger"]
FOERSTE_HASH = "0" * 64
"""Stands where there is no line before."""

SALTLENGDE = 16
"""Bytes. Without its salt nobody can try guesses against the imprint of a content that is shielded."""

_FELT: dict[Kjede, tuple[str, ...]] = {
    "historikk": (
        *("id", "tidspunkt", "bruker", "maskin", "saksnummer", "sak_versjon", "handling", "hendelse", "avtrykk"),
        "forrige_hash",
    ),
    "lesninger": ("id", "tidspunkt", "bruker", "maskin", "saksnummer", "hva", "forrige_hash"),
}
"""What the hash of a line covers, in order."""


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
    avtrykk: Mapped[str]
    forrige_hash: Mapped[str]
    hash: Mapped[str]
    innhold: Mapped["Hendelsesinnhold"] = relationship(lazy="joined")

    @property
    def data(self) -> dict[str, Any]:
        """The command as it was given, and what stood there before it."""
        return self.innhold.data


class Hendelsesinnhold(Base):
    """What a line of history says. Changed only when something in it is shielded, and then with a new salt."""

    __tablename__ = "hendelsesinnhold"

    hendelse: Mapped[int] = mapped_column(ForeignKey("hendelse.id"), primary_key=True)
    salt: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(Verdi(dict[str, Any]))


class Lesning(Base):
    """One reading of a case: who, when, which, from which machine. No free text, no person number."""

    __tablename__ = "lesning"

    id: Mapped[int] = mapped_column(primary_key=True)
    tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt, index=True)
    bruker: Mapped[str]
    maskin: Mapped[str]
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    hva: Mapped[str]
    forrige_hash: Mapped[str]
    hash: Mapped[str]


class Kjedehode(Base):
    """How many lines a log has had, and the hash of the last: kept in step with the log, line by line."""

    __tablename__ = "kjedehode"
    __table_args__ = (CheckConstraint("kjede IN ('historikk','lesninger')", name="kjede"),)

    kjede: Mapped[str] = mapped_column(primary_key=True)
    antall: Mapped[int]
    siste_hash: Mapped[str]


class TidligereAdresse(Base):
    """An address that an applicant had in the case before it was corrected.

    It stands here and not in the history, so that it can go when the address becomes strengt fortrolig.
    """

    __tablename__ = "tidligere_adresse"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    hendelse: Mapped[int]
    part: Mapped[str]
    adresse: Mapped[Adresse] = mapped_column(Verdi(Adresse))


def avtrykk_av(salt: str, tekst: str) -> str:
    """What a line keeps of its content: `salt` is hex, `tekst` the content exactly as it is stored."""
    return sha256(bytes.fromhex(salt) + tekst.encode()).hexdigest()


def hash_av(kjede: Kjede, linje: Any) -> str:
    """The hash of a line, out of the line itself or a row of its columns as they are stored."""
    verdier = (getattr(linje, navn) for navn in _FELT[kjede])
    felt = [v.isoformat(timespec="microseconds") if isinstance(v, datetime) else v for v in verdier]
    return sha256(dumps(felt, ensure_ascii=False).encode()).hexdigest()
