"""The queue of begjæringer: those that are open, in the order they are to be taken; or all."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from boligtildeling.casework.boforhold.begjaering import er_synlig_begjaering
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kopi import som
from boligtildeling.casework.visning import visning
from boligtildeling.domain.boforhold.begjaering import (
    PRIORITETER,
    Begjaering,
    Etterevaluering,
    Fase3svar,
    Husstandsfakta,
    Overstyring,
)
from boligtildeling.domain.boforhold.prioritering import Prioritering, Prioritetsfakta, prioriter
from boligtildeling.domain.boforhold.utkastelse import BARNEPUNKTER, FASE3
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.sak import Sak


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Fase3punkt:
    """One point of phase 3 and its answer, None while there is none; `gjelder` is False where nobody needs to ask."""

    kode: str
    tekst: str
    hjemmel: str
    gjelder: bool
    svar: str | None = None
    dato: date | None = None
    merknad: str | None = None
    besvart_av: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Begjaeringsrad:
    """One begjæring as the queue shows it. `leier` is the name, from the case when it is one of ours."""

    begjaering: int
    saksnummer: str | None
    leier: str
    mottatt_dato: date
    saksoeker: str
    saksoeker_navn: str | None
    aarsak: str
    krav: Kroner | None
    bydel: str | None
    husstand: Husstandsfakta
    aktiv_sosialsak: bool | None
    krise: str | None
    systemsvikt: str | None
    tidligere: int
    prioritet: str
    prioritet_grunner: tuple[str, ...]
    overstyring: Overstyring | None
    utkastelse_dato: date | None
    ansvarlig: str
    utfall: str | None
    utfall_dato: date | None
    etterevaluering: Etterevaluering | None
    punkter: tuple[Fase3punkt, ...]


def begjaeringer(arbeid: Arbeid, alle: bool = False) -> tuple[Begjaeringsrad, ...]:
    """Those that are not done, first the one to be taken first; with `alle` also those that are, last."""
    spoerring = (
        select(Begjaering, Sak.soeker_navn)
        .outerjoin(Sak, Sak.saksnummer == Begjaering.saksnummer)
        .where(er_synlig_begjaering(arbeid.bruker))
        .options(selectinload(Begjaering.punkter))
    )
    rader = [(b, navn) for b, navn in arbeid.session.execute(spoerring) if alle or b.er_aapen]
    return tuple(_rad(b, navn) for b, navn in sorted(rader, key=lambda par: _plass(par[0])))


def prioritet_av(begjaering: Begjaering) -> Prioritering:
    """What is computed from what is known of it, whatever anyone has set."""
    return prioriter(
        Prioritetsfakta(
            tidligere=begjaering.tidligere,
            krise=begjaering.krise,
            eldste=begjaering.husstand.eldste,
            antall_barn=begjaering.husstand.antall_barn,
            har_systemsvikt=begjaering.systemsvikt is not None,
        )
    )


def _plass(b: Begjaering) -> tuple[bool, bool, int, date, int]:
    """Open ones first; then by priority, by the day of the eviction, and by how long it has waited."""
    rang = PRIORITETER.index(b.overstyring.prioritet) if b.overstyring else prioritet_av(b).rang
    return not b.er_aapen, b.utfall is not None, rang, b.utkastelse_dato or date.max, b.id


def _rad(b: Begjaering, soeker: str | None) -> Begjaeringsrad:
    regnet = prioritet_av(b)
    return som(
        Begjaeringsrad,
        b,
        begjaering=b.id,
        leier=soeker or b.leier or "",
        prioritet=b.overstyring.prioritet if b.overstyring else regnet.prioritet,
        prioritet_grunner=regnet.grunner,
        punkter=_punkter(b),
    )


def _punkter(b: Begjaering) -> tuple[Fase3punkt, ...]:
    svar = {p.kode: p for p in b.punkter}
    har_barn = b.husstand.antall_barn > 0
    return tuple(_punkt(kode, har_barn or kode not in BARNEPUNKTER, svar.get(kode)) for kode in FASE3)


def _punkt(kode: str, gjelder: bool, svar: Fase3svar | None) -> Fase3punkt:
    tekst, hjemmel = FASE3[kode]
    if svar is None:
        return Fase3punkt(kode=kode, tekst=tekst, hjemmel=hjemmel, gjelder=gjelder)
    return som(Fase3punkt, svar, tekst=tekst, hjemmel=hjemmel, gjelder=gjelder)


BEGJAERINGER = visning("begjaeringer", "Begjæringer om utkastelse", begjaeringer)
