"""The meetings: which cases wait for one, and what stands on the agendas."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from boligtildeling.casework.boforhold.dagsorden import Ventende, ventende_saker
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.visning import visning
from boligtildeling.domain.boforhold.moete import Deltaker, Moete, Moetesak
from boligtildeling.domain.sak import Sak

SISTE_MOETER = 50


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dagsordensak:
    """A case on an agenda, in its order; `konklusjon` is None until the minutes are kept."""

    saksnummer: str
    soeker: str
    uten_sosialtjenesten: bool
    konklusjon: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Moetevisning:
    """A meeting with those of its cases that the reader may know of."""

    id: int
    serie: str
    type: str
    dato: date
    klokkeslett: str | None
    sted: str
    deltakere: tuple[Deltaker, ...]
    saker: tuple[Dagsordensak, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Moeteoversikt:
    """The cases that wait, and the latest meetings, newest first."""

    venter: tuple[Ventende, ...]
    moeter: tuple[Moetevisning, ...]


def moeteoversikt(arbeid: Arbeid) -> Moeteoversikt:
    """A meeting where every case is hidden from the reader is still a meeting: its place and time are no secret."""
    moeter = arbeid.session.scalars(select(Moete).order_by(Moete.dato.desc(), Moete.id.desc()).limit(SISTE_MOETER))
    return Moeteoversikt(venter=ventende_saker(arbeid), moeter=tuple(_moete(arbeid, m) for m in moeter))


def _moete(arbeid: Arbeid, m: Moete) -> Moetevisning:
    saker = (
        select(Moetesak, Sak.soeker_navn)
        .join(Sak, Sak.saksnummer == Moetesak.saksnummer)
        .where(Moetesak.moete_id == m.id, er_synlig_for(arbeid.bruker))
        .order_by(Moetesak.id)
    )
    return Moetevisning(
        id=m.id,
        serie=m.serie,
        type=m.type,
        dato=m.dato,
        klokkeslett=m.klokkeslett,
        sted=m.sted,
        deltakere=m.deltakere,
        saker=tuple(
            Dagsordensak(
                saksnummer=s.saksnummer,
                soeker=navn,
                uten_sosialtjenesten=s.uten_sosialtjenesten,
                konklusjon=s.konklusjon,
            )
            for s, navn in arbeid.session.execute(saker)
        ),
    )


MOETER = visning("moeter", "Samarbeidsmøter", moeteoversikt)
