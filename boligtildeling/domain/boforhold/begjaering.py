"""A begjæring about eviction: who asks for it, why, whom it hits, what is tried, and how it ends."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, KronerKolonne, Verdi
from boligtildeling.domain.krav import DatoTilNaa, Mellom, Setning
from boligtildeling.domain.penger import Kroner

Saksoeker = Literal["kommunal", "borettslag", "privat", "laangiver"]
Aarsak = Literal["restanse", "utloept_kontrakt", "brudd", "laan"]
Krise = Literal["helse", "vold", "kort_frist"]
Utfall = Literal["betalt", "avtale", "trukket", "flyttet_selv", "ny_bolig", "gjennomfoert"]
Prioritet = Literal["gjenganger", "krise", "eldre", "barn", "systemsvikt", "debutant"]

SAKSOEKERE: dict[str, str] = {
    "kommunal": "kommunen",
    "borettslag": "borettslag",
    "privat": "privat utleier",
    "laangiver": "långiver",
}
AARSAKER: dict[str, str] = {
    "restanse": "ubetalt husleie",
    "utloept_kontrakt": "utløpt kontrakt",
    "brudd": "brudd på husordensregler eller kontrakt",
    "laan": "mislighold av lån",
}
KRISER: dict[str, str] = {
    "helse": "alvorlige helseproblemer",
    "vold": "vold eller trusler",
    "kort_frist": "svært kort tid til utkastelse",
}
UTFALL: dict[str, str] = {
    "betalt": "kravet er betalt",
    "avtale": "avtale om nedbetaling",
    "trukket": "begjæringen er trukket",
    "flyttet_selv": "leieren har flyttet selv",
    "ny_bolig": "leieren har fått en ny bolig",
    "gjennomfoert": "utkastelsen er gjennomført",
}
PRIORITETER: tuple[Prioritet, ...] = get_args(Prioritet)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Husstandsfakta:
    """Whom the begjæring hits. `eldste` is the age in whole years of the oldest; None when nobody knows."""

    antall_voksne: Annotated[int, Mellom("Hvor mange voksne som bor der.", fra=0, til=30)] = 1
    antall_barn: Annotated[int, Mellom("Hvor mange barn under 18 år som bor der.", fra=0, til=30)] = 0
    eldste: Annotated[int, Mellom("Alderen til den eldste, i hele år.", fra=0, til=120)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Overstyring:
    """A priority that someone set in place of the one that is computed, with the reason."""

    prioritet: Prioritet
    grunn: str
    av: str
    dato: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Etterevaluering:
    """Why it went as it did, so that everybody knows it and it does not happen again."""

    hvorfor: Setning
    hva_ble_proevd: Setning
    hva_kunne_hindret: Setning | None = None
    var_systemsvikt: bool = False
    oppfoelging_fra: DatoTilNaa | None = None


class Begjaering(Base):
    """One begjæring. `saksnummer` is None for a tenant of others, who is then told of with the least data needed.

    `krav` is kroner; `utkastelse_dato` is the day that the namsmann has set.
    """

    __tablename__ = "begjaering"
    __table_args__ = (
        CheckConstraint("krav IS NULL OR krav >= 0", name="krav"),
        Index(None, "mottatt_dato", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str | None] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    leier: Mapped[str | None]
    partsnoekkel: Mapped[str | None] = mapped_column(index=True)
    mottatt_dato: Mapped[date]
    saksoeker: Mapped[str]
    saksoeker_navn: Mapped[str | None]
    aarsak: Mapped[str]
    krav: Mapped[Kroner | None] = mapped_column(KronerKolonne)
    bydel: Mapped[str | None]
    husstand: Mapped[Husstandsfakta] = mapped_column(Verdi(Husstandsfakta))
    aktiv_sosialsak: Mapped[bool | None]
    krise: Mapped[str | None]
    systemsvikt: Mapped[str | None]
    tidligere: Mapped[int]
    utkastelse_dato: Mapped[date | None]
    overstyring: Mapped[Overstyring | None] = mapped_column(Verdi(Overstyring))
    ansvarlig: Mapped[str] = mapped_column(ForeignKey("bruker.navn"))
    utfall: Mapped[str | None]
    utfall_dato: Mapped[date | None]
    etterevaluering: Mapped[Etterevaluering | None] = mapped_column(Verdi(Etterevaluering))
    punkter: Mapped[list["Fase3svar"]] = relationship(cascade="all, delete-orphan", order_by="Fase3svar.kode")

    @property
    def er_aapen(self) -> bool:
        """Until the outcome is known and, when there is one, it has been looked into why."""
        return self.utfall is None or self.etterevaluering is None


class Fase3svar(Base):
    """The answer to one point of phase 3: what has been tried before anyone is evicted."""

    __tablename__ = "fase3svar"

    begjaering_id: Mapped[int] = mapped_column(ForeignKey("begjaering.id"), primary_key=True)
    saksnummer: Mapped[str | None] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    kode: Mapped[str] = mapped_column(primary_key=True)
    svar: Mapped[str]
    dato: Mapped[date]
    merknad: Mapped[str | None]
    besvart_av: Mapped[str]
