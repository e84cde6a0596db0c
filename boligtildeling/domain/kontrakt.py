"""Offer, lease, payment and key: what happens between the decision and moving in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, KronerKolonne, Tidspunkt, Verdi
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.krav import Mellom, Navn
from boligtildeling.domain.penger import Kroner, summer

if TYPE_CHECKING:
    from boligtildeling.domain.sak import Sak

Part = Literal["leier", "medleier", "utleier"]
Betalingskilde = Literal["kvittering", "bankfil", "regnskap", "nav_vedtak", "garanti"]
LEGITIMASJON: dict[str, str] = {
    "pass": "pass",
    "nasjonalt_id_kort": "nasjonalt ID-kort",
    "foererkort": "førerkort",
    "oppholdskort": "oppholdskort",
    "asylsoekerbevis": "asylsøkerbevis",
    "kriminalomsorgen": "bekreftet av kriminalomsorgen",
    "nav": "bekreftet av Nav",
    "verge": "bekreftet av verge",
    "kjent_av_ansatt": "kjent av navngitt ansatt",
}


class Tilbud(Base):
    """An offer of one dwelling; closed by yes, no, withdrawal, or when its deadline passes unanswered."""

    __tablename__ = "tilbud"
    __table_args__ = (CheckConstraint("status IN ('tilbudt','ja','nei','trukket')", name="status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    boligid: Mapped[str] = mapped_column(ForeignKey("bolig.boligid"), index=True)
    frist: Mapped[date]
    avvik: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="tilbudt")
    tilbudt_dato: Mapped[date]
    svar_dato: Mapped[date | None]
    grunn: Mapped[str | None]
    sak: Mapped["Sak"] = relationship(back_populates="tilbud")
    bolig: Mapped[Bolig] = relationship()

    def gjelder(self, i_dag: date) -> bool:
        """Still open or accepted."""
        return self.status == "ja" or (self.status == "tilbudt" and i_dag <= self.frist)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Noekkel:
    """One kind of key and how many of it."""

    merke: Navn
    antall: Annotated[int, Mellom("Antall nøkler, 1–50.", fra=1, til=50)]


class Kontrakt(Base):
    """A lease: what was agreed, who has signed when. The dwelling and the parties never change in it."""

    __tablename__ = "kontrakt"
    __table_args__ = (
        CheckConstraint("foerste_husleie <= husleie", name="forskudd"),
        CheckConstraint("til_dato IS NULL OR til_dato > fra_dato", name="periode"),
        Index(
            "uq_kontrakt_som_staar",
            "saksnummer",
            unique=True,
            sqlite_where=text("annullert_grunn IS NULL"),
            postgresql_where=text("annullert_grunn IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    boligid: Mapped[str] = mapped_column(ForeignKey("bolig.boligid"), index=True)
    leiere: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]))
    type: Mapped[str]
    maaneder: Mapped[int | None]
    er_kort: Mapped[bool]
    fra_dato: Mapped[date]
    til_dato: Mapped[date | None]
    overtakelse_dato: Mapped[date]
    husleie: Mapped[Kroner] = mapped_column(KronerKolonne)
    foerste_husleie: Mapped[Kroner] = mapped_column(KronerKolonne)
    foerste_forfall: Mapped[date]
    kid: Mapped[str] = mapped_column(unique=True)
    skrevet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    signert: Mapped[dict[str, date]] = mapped_column(Verdi(dict[str, date]), default=dict)
    annullert_grunn: Mapped[str | None]
    sak: Mapped["Sak"] = relationship(back_populates="kontrakter")
    bolig: Mapped[Bolig] = relationship()
    betalinger: Mapped[list["Betaling"]] = relationship(back_populates="kontrakt", order_by="Betaling.id")
    utleveringer: Mapped[list["Noekkelutlevering"]] = relationship(back_populates="kontrakt")

    @property
    def parter(self) -> tuple[Part, ...]:
        """Everyone who must sign."""
        return ("leier", "medleier", "utleier") if len(self.leiere) > 1 else ("leier", "utleier")

    @property
    def mangler_signatur(self) -> tuple[Part, ...]:
        return tuple(p for p in self.parter if p not in self.signert)

    @property
    def er_signert(self) -> bool:
        return not self.mangler_signatur

    @property
    def betalt(self) -> Kroner:
        """What has been paid and not reversed."""
        reversert = {b.reverserer for b in self.betalinger if b.reverserer}
        return summer(b.beloep for b in self.betalinger if not b.reverserer and b.id not in reversert)

    @property
    def gjenstaar(self) -> Kroner:
        """What is missing of the first rent; never negative."""
        return max(self.foerste_husleie - self.betalt, Kroner.null())


class Betaling(Base):
    """A payment or guarantee; a reversal points at what it takes back."""

    __tablename__ = "betaling"
    __table_args__ = (CheckConstraint("beloep > 0", name="beloep"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kontrakt_id: Mapped[int] = mapped_column(ForeignKey("kontrakt.id"), index=True)
    beloep: Mapped[Kroner] = mapped_column(KronerKolonne)
    dato: Mapped[date]
    kilde: Mapped[str]
    kid: Mapped[str | None]
    reverserer: Mapped[int | None] = mapped_column(ForeignKey("betaling.id"), unique=True)
    kontrakt: Mapped[Kontrakt] = relationship(back_populates="betalinger")


class Noekkelutlevering(Base):
    """Keys handed over; `er_avvik` when it happened outside the program and was registered afterwards."""

    __tablename__ = "noekkelutlevering"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), unique=True)
    kontrakt_id: Mapped[int | None] = mapped_column(ForeignKey("kontrakt.id"), unique=True)
    tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    mottaker: Mapped[str]
    noekler: Mapped[tuple[Noekkel, ...]] = mapped_column(Verdi(tuple[Noekkel, ...]))
    legitimasjon: Mapped[str]
    fullmakt: Mapped[str | None]
    utlevert_av: Mapped[str]
    er_avvik: Mapped[bool] = mapped_column(default=False)
    kontrakt: Mapped[Kontrakt | None] = relationship(back_populates="utleveringer")
    sak: Mapped["Sak"] = relationship(back_populates="utleveringer")
