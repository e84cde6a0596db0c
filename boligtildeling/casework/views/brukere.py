"""The users of the folder: role, functions, who stands in for them today."""

from dataclasses import dataclass

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.visning import visning
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.tilgang import ALLE, DRIFT, Adgang, Stedfortreder


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Brukerrad:
    """One user. How they sign in (`os_navn`, `har_passord`) is told only to those who look after users, else None."""

    navn: str
    rolle: str
    funksjoner: tuple[str, ...]
    er_aktiv: bool
    team: str | None
    stedfortreder: str | None
    os_navn: str | None
    har_passord: bool | None


def brukerliste(arbeid: Arbeid) -> tuple[Brukerrad, ...]:
    """Every user in the order they were registered, also those who have left."""
    ser_innlogging = arbeid.bruker.rolle in DRIFT
    staar = select(Stedfortreder.for_bruker, Stedfortreder.stedfortreder).where(
        Stedfortreder.fra_dato <= arbeid.i_dag, Stedfortreder.til_dato >= arbeid.i_dag
    )
    stedfortredere = {r.for_bruker: r.stedfortreder for r in arbeid.session.execute(staar.order_by(Stedfortreder.id))}
    return tuple(
        Brukerrad(
            navn=b.navn,
            rolle=b.rolle,
            funksjoner=tuple(sorted(b.funksjoner)),
            er_aktiv=b.er_aktiv,
            team=b.team,
            stedfortreder=stedfortredere.get(b.navn),
            os_navn=b.os_navn if ser_innlogging else None,
            har_passord=b.passord is not None if ser_innlogging else None,
        )
        for b in arbeid.session.scalars(select(Bruker).order_by(Bruker.nummer))
    )


BRUKERE = visning("brukere", "Brukere", brukerliste, adgang=Adgang(ALLE))
