"""The users of the folder: role, functions, who stands in for them today."""

from dataclasses import dataclass

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.visning import visning
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.tilgang import ALLE, DRIFT, Adgang, Stedfortreder


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Brukerrad:
    """One user. How they sign in (`os_navn`, `har_passord`, `passord_satt_av`: who set one that works once) is told
    only to those who look after users, and to the user, else None."""

    navn: str
    rolle: str
    funksjoner: tuple[str, ...]
    er_aktiv: bool
    team: str | None
    stedfortreder: str | None
    os_navn: str | None
    har_passord: bool | None
    passord_satt_av: str | None


def brukerliste(arbeid: Arbeid) -> tuple[Brukerrad, ...]:
    """Every user in the order they were registered, also those who have left."""

    def ser(b: Bruker) -> bool:
        return arbeid.bruker.rolle in DRIFT or b.navn == arbeid.bruker.navn

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
            os_navn=b.os_navn if ser(b) else None,
            har_passord=b.passord is not None if ser(b) else None,
            passord_satt_av=b.passord_satt_av if ser(b) else None,
        )
        for b in arbeid.session.scalars(select(Bruker).order_by(Bruker.nummer))
    )


BRUKERE = visning("brukere", "Brukere", brukerliste, adgang=Adgang(ALLE))
