"""Samarbeidsmøter: a series, who takes part, the cases on the agenda, and what was concluded for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, Verdi
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.krav import Navn

Moetetype = Literal["samarbeidsmoete", "hastemoete", "boligutvalg", "hos_leier_eller_namsmann"]
Konklusjon = Literal["ferdigbehandlet", "proev_mer", "bytt_bolig", "vent", "ikke_droeftet"]
FERDIG: Konklusjon = "ferdigbehandlet"
Enhet = Literal[
    "boligforvalter", "sosialtjenesten", "oekonomiraadgiver", "helse_og_velferd", "barnevern", "bomiljoetjeneste",
    "leier", "namsmann", "andre",
]  # fmt: skip
FAERREST_ENHETER = 2


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Deltaker:
    """Someone who takes part, and for whom."""

    navn: Navn
    enhet: Enhet


class Moete(Base):
    """One meeting of a series."""

    __tablename__ = "moete"
    __table_args__ = (
        CheckConstraint(
            "type IN ('samarbeidsmoete','hastemoete','boligutvalg','hos_leier_eller_namsmann')", name="type"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    serie: Mapped[str]
    type: Mapped[str]
    dato: Mapped[date]
    klokkeslett: Mapped[str | None]
    sted: Mapped[str]
    deltakere: Mapped[tuple[Deltaker, ...]] = mapped_column(Verdi(tuple[Deltaker, ...]))
    innkalt_av: Mapped[str]
    saker: Mapped[list["Moetesak"]] = relationship(back_populates="moete", order_by="Moetesak.id")


class Moetesak(Base):
    """A case on the agenda of a meeting; `konklusjon` is None until the minutes are kept."""

    __tablename__ = "moetesak"
    __table_args__ = (UniqueConstraint("moete_id", "saksnummer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    moete_id: Mapped[int] = mapped_column(ForeignKey("moete.id"))
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    uten_sosialtjenesten: Mapped[bool]
    leiers_syn: Mapped[str | None]
    droefting: Mapped[str | None]
    konklusjon: Mapped[str | None]
    foert_av: Mapped[str | None]
    foert_dato: Mapped[date | None]
    moete: Mapped[Moete] = relationship(back_populates="saker")


def sperrer_for_konklusjon(
    konklusjon: Konklusjon, type_: str, deltakere: Iterable[Deltaker], uten_sosialtjenesten: bool
) -> tuple[Sperre, ...]:
    """What stands against this conclusion: «ferdigbehandlet» is for a samarbeidsmøte of several units.

    The same day and two units are enough where life or health is in danger (hastemøte). When the tenant has reserved,
    sosialtjenesten is not there.
    """
    enheter = {d.enhet for d in deltakere} - {"leier", "andre"}
    funn: list[Sperre] = []
    if konklusjon == FERDIG and type_ not in {"samarbeidsmoete", "hastemoete"}:
        funn.append(Sperre("MOETE", "Bare et samarbeidsmøte eller et hastemøte kan konkludere med «ferdigbehandlet»."))
    if konklusjon == FERDIG and len(enheter) < FAERREST_ENHETER:
        funn.append(Sperre("MOETE", "Minst to enheter må være med når saken er ferdigbehandlet."))
    if uten_sosialtjenesten and "sosialtjenesten" in enheter:
        grunn = "Leieren har reservert seg, så saken kan ikke drøftes med sosialtjenesten til stede."
        funn.append(Sperre("RESERVERT", grunn, "husleieloven § 9-11", "leieren"))
    return tuple(funn)
