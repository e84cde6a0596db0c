"""Stand-ins: who takes care of a colleague's cases for a while, and what that does not give."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AvsluttStedfortreder:
    """I am back (or `for_bruker` is, told by a leader)."""

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
    """The cases stand among the stand-in's own in that time; whoever stands in for a leader has the function «vakt».

    No access to protected cases comes with it, and whoever wrote a decision can still not approve it.
    """
    for_bruker = _hvem(arbeid, k.for_bruker)
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


@handling(
    AvsluttStedfortreder,
    navn="avslutt_stedfortreder",
    tittel="Avslutt stedfortreder",
    hendelse="StedfortrederAvsluttet",
)
def avslutt_stedfortreder(arbeid: Arbeid, k: AvsluttStedfortreder) -> dict[str, Any]:
    """Nobody stands in any more: what is under way ends yesterday, and what lies ahead does not begin."""
    for_bruker = _hvem(arbeid, k.for_bruker)
    i_gaar = arbeid.i_dag - timedelta(days=1)
    rader = arbeid.session.scalars(
        select(Stedfortreder).where(Stedfortreder.for_bruker == for_bruker, Stedfortreder.til_dato >= arbeid.i_dag)
    ).all()
    if not rader:
        nekt("ALLEREDE", "Brukeren har ingen stedfortreder.")
    for rad in rader:
        rad.til_dato = i_gaar
        arbeid.endret.add(rad.stedfortreder)
    arbeid.endret.add(for_bruker)
    return {"for_bruker": for_bruker}


def _hvem(arbeid: Arbeid, for_bruker: str | None) -> str:
    if for_bruker not in {None, arbeid.bruker.navn} and arbeid.bruker.rolle != "teamleder":
        nekt("ROLLE", "Bare teamleder kan bestemme over en annens stedfortreder.", loeses_av="teamleder")
    return for_bruker or arbeid.bruker.navn
