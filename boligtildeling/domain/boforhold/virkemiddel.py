"""Measures against arrears as a ladder: the mildest first, and a reason for every rung that is jumped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base
from boligtildeling.domain.feil import KOMMUNENS_REGEL, Sperre

Virkemiddelstatus = Literal["venteliste", "i_gang", "gjennomfoert", "avsluttet"]
STJL_21_4 = "sosialtjenesteloven § 21 fjerde ledd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinn:
    """A rung of the ladder: `trinn` orders them; those on the same rung are equally mild.

    `krever` is what must be there before it is used: samtykke, vedtak_eller_samtykke, nav_bekreftelse.
    """

    kode: str
    tekst: str
    trinn: int
    krever: str | None = None
    har_koe: bool = False
    vurder_oppfoelging: bool = False


class Virkemiddel(Base):
    """A measure that was chosen for a tenancy."""

    __tablename__ = "virkemiddel"
    __table_args__ = (CheckConstraint("status IN ('venteliste','i_gang','gjennomfoert','avsluttet')", name="status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    virkemiddel: Mapped[str]
    status: Mapped[str]
    valgt_dato: Mapped[date]
    grunn: Mapped[str]
    hvorfor_ikke_mildere: Mapped[str | None]
    grunnlag: Mapped[str | None]
    grunnlag_dato: Mapped[date | None]
    valgt_av: Mapped[str]


def hoppet_over(stige: Sequence[Trinn], valgt: Trinn, proevd: Iterable[str]) -> tuple[Trinn, ...]:
    """The milder rungs of which nothing has been tried, mildest first; a rung that is ordered but not begun is not."""
    har_proevd = set(proevd)
    lavere = sorted({t.trinn for t in stige if t.trinn < valgt.trinn})
    uproevde = [nr for nr in lavere if not any(t.trinn == nr and t.kode in har_proevd for t in stige)]
    return tuple(t for nr in uproevde for t in stige if t.trinn == nr)


def sperrer_for_virkemiddel(
    stige: Sequence[Trinn], valgt: Trinn, proevd: Iterable[str], hoppgrunn: str | None, grunnlag: str | None
) -> tuple[Sperre, ...]:
    """What stands against using this measure now: a jump without a reason, or no consent, decision or confirmation.

    Hjemmel: sosialtjenesteloven § 21 (rent first against the tenant's will).
    """
    funn: list[Sperre] = []
    hopp = hoppet_over(stige, valgt, proevd)
    if hopp and not hoppgrunn:
        mildere = ", ".join(t.tekst.lower() for t in hopp)
        funn.append(Sperre("VIRKEMIDDEL", f"Mildere virkemidler er ikke prøvd: {mildere}. Skriv hvorfor ikke."))
    if valgt.krever == "samtykke" and grunnlag != "samtykke":
        funn.append(Sperre("SAMTYKKE", "Leieren må ha samtykket skriftlig.", KOMMUNENS_REGEL, "leieren"))
    if valgt.krever == "vedtak_eller_samtykke" and grunnlag not in {"samtykke", "vedtak"}:
        funn.append(Sperre("SAMTYKKE", "Leieren må ha samtykket, eller Nav må ha gjort vedtak.", STJL_21_4, "Nav"))
    if valgt.krever == "nav_bekreftelse" and grunnlag != "nav_bekreftelse":
        funn.append(
            Sperre("NAV", "Nav må ha bekreftet trekket. Før det kan du ikke regne med pengene.", loeses_av="Nav")
        )
    return tuple(funn)
