"""Access to one's own information: a package about one person, what was taken out of it and why, and its release."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, Tidspunkt, Verdi

Innsynspart = Literal["soeker", "medsoeker"]
FJERNET = "[fjernet]"
"""Stands where a part of a text is taken out."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Opplysning:
    """One piece of information: where it stands, what it is called, and what it says."""

    sted: str
    etikett: str
    verdi: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Avsnitt:
    """A part of a case: the application, the decision, the notes."""

    tittel: str
    opplysninger: tuple[Opplysning, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Saksinnhold:
    """What the package holds from one case."""

    saksnummer: str
    avsnitt: tuple[Avsnitt, ...]


class Innsynspakke(Base):
    """Everything about one person in the cases that its maker could see, as it was when it was made.

    `innhold` is the draft that a person goes through; it is gone when the package is released or disposed of.
    """

    __tablename__ = "innsynspakke"
    __table_args__ = (CheckConstraint("status IN ('utkast','frigitt','kassert')", name="status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    part: Mapped[str]
    saker: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]))
    status: Mapped[str]
    innhold: Mapped[tuple[Saksinnhold, ...] | None] = mapped_column(Verdi(tuple[Saksinnhold, ...]))
    laget_av: Mapped[str]
    laget_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    frigitt_av: Mapped[str | None]
    frigitt_tidspunkt: Mapped[datetime | None] = mapped_column(Tidspunkt)
    dokument: Mapped[int | None]

    fjerninger: Mapped[list["Innsynsfjerning"]] = relationship(order_by="Innsynsfjerning.id")


class Innsynsfjerning(Base):
    """A piece of information that was taken out of a package: by whom, why, by which law; or put back, and why.

    `er_forslag`: the program took it out when the package was made. `er_vernet`: it is not to be put back.
    `tekst` tells that only a part of the text was taken out, without saying which once the package is released.
    """

    __tablename__ = "innsynsfjerning"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    pakke: Mapped[int] = mapped_column(ForeignKey("innsynspakke.id"), index=True)
    sted: Mapped[str]
    tekst: Mapped[str | None]
    grunn: Mapped[str]
    hjemmel: Mapped[str]
    er_forslag: Mapped[bool]
    er_vernet: Mapped[bool]
    fjernet_av: Mapped[str]
    fjernet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    lagt_tilbake_av: Mapped[str | None]
    lagt_tilbake_tidspunkt: Mapped[datetime | None] = mapped_column(Tidspunkt)
    lagt_tilbake_grunn: Mapped[str | None]

    @property
    def gjelder(self) -> bool:
        return self.lagt_tilbake_av is None
