"""The complaints about the tenant of a case, and what has been done; who complained is for those who handle it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kopi import som
from boligtildeling.casework.visning import visning
from boligtildeling.domain.boforhold.naboklage import Naboklage, Naboklagehendelse
from boligtildeling.domain.tilgang import SAKSARBEID


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Naboklagesteget:
    """One thing that was done."""

    steg: str
    dato: date
    tekst: str
    gjort_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Naboklagerad:
    """One complaint; `melder` is None for readers who do not handle cases, and when nobody has said."""

    id: int
    mottatt_dato: date
    hva: str
    melder: str | None
    registrert_av: str
    avsluttet_dato: date | None
    steg: tuple[Naboklagesteget, ...]


def naboklager(arbeid: Arbeid) -> tuple[Naboklagerad, ...]:
    """Every complaint about the tenant, the newest first."""
    ser_melder = arbeid.bruker.rolle in SAKSARBEID
    nummer = arbeid.sak.saksnummer
    hendelser = select(Naboklagehendelse).where(Naboklagehendelse.saksnummer == nummer).order_by(Naboklagehendelse.id)
    steg: dict[int, list[Naboklagesteget]] = {}
    for h in arbeid.session.scalars(hendelser):
        steg.setdefault(h.naboklage_id, []).append(som(Naboklagesteget, h))
    rader = select(Naboklage).where(Naboklage.saksnummer == nummer).order_by(Naboklage.id.desc())
    return tuple(
        som(Naboklagerad, rad, melder=rad.melder if ser_melder else None, steg=tuple(steg.get(rad.id, ())))
        for rad in arbeid.session.scalars(rader)
    )


NABOKLAGER = visning("naboklager", "Klager på leieren", naboklager, om_sak=True)
