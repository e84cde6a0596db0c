"""A dwelling that the municipality disposes of."""

from dataclasses import dataclass
from datetime import date
from re import fullmatch
from typing import Annotated, Literal

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

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


class Bolig(Base):
    """A dwelling by its own id; `ledig_fra` is None while it is not known when it becomes free."""

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

    __mapper_args__ = {"version_id_col": versjon}

    def sett(self, data: Boligdata) -> None:
        """Takes over everything in `data`; the id of a registered dwelling never changes."""
        for felt in data.__dataclass_fields__:
            setattr(self, felt, getattr(data, felt))
