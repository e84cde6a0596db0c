"""Refuses whoever has neither the role nor the function, and knows who has a function for a time only."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.domain.drift import FUNKSJONSNAVN, ROLLENAVN, Bruker, Funksjon, Rolle
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.tilgang import Adgang, Stedfortreder, kan_besvare

INGEN: frozenset[Funksjon] = frozenset()


def vakt(session: Session, bruker: Bruker, i_dag: date) -> frozenset[Funksjon]:
    """The function «vakt» while this user stands in for a leader, else none."""
    leder = (
        select(Stedfortreder.id)
        .join(Bruker, Bruker.navn == Stedfortreder.for_bruker)
        .where(
            Stedfortreder.stedfortreder == bruker.navn,
            Stedfortreder.fra_dato <= i_dag,
            Stedfortreder.til_dato >= i_dag,
            Bruker.rolle == "teamleder",
        )
    )
    return frozenset({"vakt"}) if session.scalar(leder.limit(1)) is not None else INGEN


def krev_adgang(bruker: Bruker, adgang: Adgang, ogsaa: frozenset[Funksjon] = INGEN) -> None:
    """Refuses with ROLLE when the user has none of the roles and none of the functions, nor `ogsaa` any."""
    if adgang.gis(bruker, ogsaa):
        return
    navn = [*(ROLLENAVN[r] for r in adgang.roller), *(FUNKSJONSNAVN[f] for f in adgang.funksjoner)]
    *foerste, siste = navn
    hvem = f"{', '.join(foerste)} eller {siste}" if foerste else siste
    nekt("ROLLE", f"Dette kan bare gjøres av {hvem}. Du er {_hva(bruker)}.", loeses_av=adgang.roller[0])


def krev_rolle(bruker: Bruker, roller: tuple[Rolle, ...]) -> None:
    """Refuses with ROLLE when the user has none of the roles."""
    krev_adgang(bruker, Adgang(roller))


def krev_kan_besvare(bruker: Bruker, kode: str) -> None:
    """Refuses with ROLLE when the checkpoint is neither for the user's role nor for any of their functions."""
    if not kan_besvare(bruker, kode):
        grunn = f"{kode} besvares ikke av den som er {_hva(bruker)}."
        nekt("ROLLE", grunn, loeses_av="saksbehandler")


def _hva(bruker: Bruker) -> str:
    return " og ".join((ROLLENAVN[bruker.rolle], *(FUNKSJONSNAVN[f] for f in sorted(bruker.funksjoner))))
