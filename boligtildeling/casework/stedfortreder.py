"""Stand-ins: who takes care of a colleague's cases for a while, and what that does not give."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.casework.act import handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Dato, KommendeDato
from boligtildeling.domain.tilgang import SAKSARBEID, Stedfortreder


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UtpekStedfortreder:
    """Someone takes care of my cases (or those of `for_bruker`, by a leader) from one day to another, both with."""

    stedfortreder: Brukernavn
    fra_dato: Dato
    til_dato: KommendeDato
    for_bruker: Brukernavn | None = None


def _proev(arbeid: Arbeid, k: UtpekStedfortreder, feil: Feilliste) -> None:
    for peker, navn in (("/stedfortreder", k.stedfortreder), ("/for_bruker", k.for_bruker)):
        bruker = arbeid.session.get(Bruker, navn) if navn is not None else arbeid.bruker
        finnes = feil.krev(bruker is not None, peker, "Brukeren finnes ikke i denne mappen.")
        if finnes and bruker is not None:
            kan = bruker.rolle in SAKSARBEID and bruker.er_aktiv
            feil.krev(kan, peker, "Bare saksbehandler og teamleder kan ha ansvar for saker.")
    feil.krev(k.stedfortreder != (k.for_bruker or arbeid.bruker.navn), "/stedfortreder", "Velg en annen enn deg selv.")
    feil.krev(k.til_dato >= k.fra_dato, "/til_dato", "Datoen er før perioden begynner.")


@handling(
    UtpekStedfortreder,
    navn="utpek_stedfortreder",
    tittel="Utpek stedfortreder",
    hendelse="StedfortrederUtpekt",
    proever=_proev,
)
def utpek_stedfortreder(arbeid: Arbeid, k: UtpekStedfortreder) -> dict[str, Any]:
    """The cases stand among the stand-in's own in that time. No access to protected cases comes with it, and whoever
    wrote a decision can still not approve it."""
    for_bruker = k.for_bruker or arbeid.bruker.navn
    if for_bruker != arbeid.bruker.navn and arbeid.bruker.rolle != "teamleder":
        nekt("ROLLE", "Bare teamleder kan utpeke stedfortreder for en annen.", loeses_av="teamleder")
    arbeid.session.add(
        Stedfortreder(
            for_bruker=for_bruker,
            stedfortreder=k.stedfortreder,
            fra_dato=k.fra_dato,
            til_dato=k.til_dato,
            utpekt_av=arbeid.bruker.navn,
        )
    )
    arbeid.endret.update((for_bruker, k.stedfortreder))
    return {"for_bruker": for_bruker, "stedfortreder": k.stedfortreder}


def stedfortreder_for(session: Session, bruker: str, i_dag: date) -> str | None:
    """Who stands in for this user today; the one named last when there are several."""
    return session.scalar(
        select(Stedfortreder.stedfortreder)
        .where(Stedfortreder.for_bruker == bruker, Stedfortreder.fra_dato <= i_dag, Stedfortreder.til_dato >= i_dag)
        .order_by(Stedfortreder.id.desc())
        .limit(1)
    )
