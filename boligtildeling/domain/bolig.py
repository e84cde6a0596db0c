"""A dwelling that the municipality disposes of."""

from dataclasses import dataclass
from datetime import date
from re import fullmatch
from typing import Annotated, Literal

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from boligtildeling.domain.base import Base, KronerKolonne, Verdi
from boligtildeling.domain.krav import Beloep, Dato, Kode, Mellom, Navn, Tekst
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.soeknad import Adresse
from boligtildeling.domain.vedtak import Boligtype

Disposisjonsform = Literal["eid", "innleid", "privat_eid_med_disposisjonsrett", "stiftelse"]


def er_bruksenhetsnummer(nummer: str) -> bool:
    """One of L, H, U, K and four digits: two for the floor, two for the unit (Kartverkets føringsinstruks 6.1.11)."""
    return fullmatch("[LHUK][0-9]{4}", nummer) is not None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Boligdata:
    """What is registered about a dwelling; `husleie` is kroner per month, `bruksareal` whole square metres."""

    boligid: Kode
    adresse: Adresse
    boligtype: Boligtype
    antall_soverom: Annotated[int, Mellom("Antall soverom, 0–12.", fra=0, til=12)]
    husleie: Beloep
    bruksenhetsnummer: Annotated[str, Tekst("Bruksenhetsnummer, for eksempel H0203.", maks=5)] | None = None
    bruksareal: Annotated[int, Mellom("Hele kvadratmeter.", fra=1, til=1_000)] | None = None
    disposisjonsform: Disposisjonsform = "eid"
    rullestol: bool = False
    heis: bool = False
    trinnfri: bool = False
    bydel: Navn | None = None
    ledig_fra: Dato | None = None


SKJERMET_ADRESSE = Adresse("Adressen ligger i konvolutten", "", "")
"""Stands where a dwelling is not to be told."""
_DET_REGLENE_TRENGER = (
    *("boligtype", "antall_soverom", "husleie", "disposisjonsform", "rullestol", "heis", "trinnfri", "ledig_fra"),
)


class Tilbakehold(Base):
    """A dwelling is held back by someone who has what opens `laas`; why, by whom and since when is told nowhere.

    Every row is random to the eye, and the table keeps no order: which of them stand for the home of someone protected
    cannot be told from those that were made because of a repair.
    """

    __tablename__ = "tilbakehold"
    __table_args__ = ({"sqlite_with_rowid": False},)

    laas: Mapped[str] = mapped_column(primary_key=True)
    boligid: Mapped[str] = mapped_column(ForeignKey("bolig.boligid"), index=True)
    salt: Mapped[str]
    til_koden: Mapped[bytes] = mapped_column(LargeBinary)


class Bolig(Base):
    """A dwelling by its own id; `ledig_fra` is None while it is not known when it becomes free.

    One that is `er_skjermet` is none: it stands in a case instead of the dwelling that only the envelope tells.
    """

    __tablename__ = "bolig"
    __table_args__ = (CheckConstraint("husleie >= 0", name="husleie"),)

    boligid: Mapped[str] = mapped_column(primary_key=True)
    versjon: Mapped[int] = mapped_column()
    adresse: Mapped[Adresse] = mapped_column(Verdi(Adresse))
    boligtype: Mapped[str]
    antall_soverom: Mapped[int]
    husleie: Mapped[Kroner] = mapped_column(KronerKolonne)
    bruksenhetsnummer: Mapped[str | None]
    bruksareal: Mapped[int | None]
    disposisjonsform: Mapped[str]
    rullestol: Mapped[bool]
    heis: Mapped[bool]
    trinnfri: Mapped[bool]
    bydel: Mapped[str | None]
    ledig_fra: Mapped[date | None]
    er_skjermet: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    tilbakehold: Mapped[list[Tilbakehold]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    __mapper_args__ = {"version_id_col": versjon}

    def sett(self, data: Boligdata) -> None:
        """Takes over everything in `data`; the id of a registered dwelling never changes."""
        for felt in data.__dataclass_fields__:
            setattr(self, felt, getattr(data, felt))

    @property
    def holdes_tilbake(self) -> bool:
        """Whether it is kept from being offered; nobody is told why."""
        return bool(self.tilbakehold)

    def sett_skjermet(self, virkelig: "Bolig") -> None:
        """Takes over what the rules must know of the dwelling that it stands for, and nothing that tells where."""
        self.adresse, self.er_skjermet = SKJERMET_ADRESSE, True
        for felt in _DET_REGLENE_TRENGER:
            if getattr(self, felt) != getattr(virkelig, felt):
                setattr(self, felt, getattr(virkelig, felt))
