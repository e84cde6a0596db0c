"""The decision: (A) boligsosial bistand and (B) kommunal bolig, two conclusions with each its own legal basis."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, Tidspunkt, Verdi
from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.krav import Antall, Dato, Kode, Mellom, Tekst, ValgfriTekst
from boligtildeling.domain.planer import Kontraktsvalg
from boligtildeling.domain.varsel import Opphevelse, Varsel

if TYPE_CHECKING:
    from boligtildeling.domain.sak import Sak

Utfall = Literal["innvilget", "avslag", "avvist"]
Sendemaate = Literal["post", "digitalt", "overlevert", "muntlig"]
Boligtype = Literal[
    "leilighet",
    "hybel",
    "rekkehus",
    "tomannsbolig",
    "enebolig",
    "bofellesskap",
    "bokollektiv",
    "omsorgsbolig",
    "annet",
]
Vedtaksdel = Literal["konklusjon", "begrunnelse", "vilkaar", "klage"]
DELER: tuple[Vedtaksdel, ...] = ("konklusjon", "begrunnelse", "vilkaar", "klage")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BoligsosialDel:
    """Part A: is the applicant vanskeligstilt, and what help is given (boligsosialloven §§ 4, 6, 7)."""

    konklusjon: Literal["vanskeligstilt", "ikke_vanskeligstilt"] | None = None
    bistand: ValgfriTekst = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Boligkrav:
    """Part B when granted: what kind of dwelling, and how many bedrooms."""

    boligtype: Boligtype | None = None
    antall_soverom: Annotated[int, Mellom("Antall soverom, 0–12.", fra=0, til=12)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Vilkaar:
    """A condition; it must have saklig sammenheng, be proportionate, and say how and when it is met."""

    kode: Kode
    tekst: Annotated[str, Tekst(maks=5_000, kan_vaere_tom=True)] = ""
    grunn: Annotated[str, Tekst(maks=5_000, kan_vaere_tom=True)] = ""
    oppfylles: Annotated[str, Tekst(maks=5_000, kan_vaere_tom=True)] = ""
    frist: Dato | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Vedtaksinnhold:
    """What the decision says; in a draft any part may still be empty."""

    utfall: Utfall | None = None
    boligsosial: BoligsosialDel = BoligsosialDel()
    bolig: Boligkrav = Boligkrav()
    vilkaar: Annotated[tuple[Vilkaar, ...], Antall(maks=50)] = ()
    begrunnelse: ValgfriTekst = ""

    @property
    def er_innvilgelse(self) -> bool:
        """A draft counts as granting until it says something else (fagdokumentet § 3)."""
        return self.utfall in {None, "innvilget"}

    @property
    def deler(self) -> tuple[Vedtaksdel, ...]:
        """The parts an approver must have opened."""
        return tuple(d for d in DELER if d != "vilkaar" or self.vilkaar)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Vilkaarskontroll:
    """The check of one condition before the lease is written."""

    oppfylt: bool
    dato: date
    dokumentasjon: Dokumentasjon
    kontrollert_av: str


class Vedtak(Base):
    """One decision of a case, from draft to sent; `forfattere` is everyone who has written an edition of it."""

    __tablename__ = "vedtak"
    __table_args__ = (
        UniqueConstraint("saksnummer", "nummer"),
        CheckConstraint(
            "status IN ('utkast','til_godkjenning','godkjent','sendt','omgjort','bortfalt')", name="status"
        ),
        CheckConstraint("status <> 'sendt' OR sendt_dato IS NOT NULL", name="sendt"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    nummer: Mapped[int]
    status: Mapped[str] = mapped_column(default="utkast")
    innhold: Mapped[Vedtaksinnhold] = mapped_column(Verdi(Vedtaksinnhold))
    forfattere: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]))
    returgrunner: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]), default=())
    kontrollert: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]), default=())
    godkjent_av: Mapped[str | None]
    godkjent_tidspunkt: Mapped[datetime | None] = mapped_column(Tidspunkt)
    sendt_dato: Mapped[date | None]
    sendt_av: Mapped[str | None]
    maate: Mapped[str | None]
    vilkaarskontroll: Mapped[dict[str, Vilkaarskontroll]] = mapped_column(
        Verdi(dict[str, Vilkaarskontroll]), default=dict
    )
    oppfoelging_ved_sending: Mapped[bool] = mapped_column(default=False)
    kontraktsvalg_ved_sending: Mapped[Kontraktsvalg | None] = mapped_column(Verdi(Kontraktsvalg))
    varsel: Mapped[Varsel | None] = mapped_column(Verdi(Varsel))
    opphevelse: Mapped[Opphevelse | None] = mapped_column(Verdi(Opphevelse))
    sak: Mapped["Sak"] = relationship(back_populates="vedtak")

    @property
    def er_sendt(self) -> bool:
        return self.status in {"sendt", "omgjort", "bortfalt"}

    @property
    def gir_bolig(self) -> bool:
        """Granted, sent and still standing."""
        return self.status == "sendt" and self.innhold.utfall == "innvilget"

    @property
    def uinnfridde_vilkaar(self) -> tuple[Vilkaar, ...]:
        return tuple(
            v for v in self.innhold.vilkaar if not ((k := self.vilkaarskontroll.get(v.kode)) is not None and k.oppfylt)
        )

    def fall_tilbake(self) -> None:
        """Back to a draft: what was approved is no longer what stands (fagdokumentet § 3, port G)."""
        self.status, self.kontrollert = "utkast", ()
        self.godkjent_av = self.godkjent_tidspunkt = None
