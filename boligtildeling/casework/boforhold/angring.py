"""How acts after the key are undone: only what nobody outside has been told, and nothing is built on."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from boligtildeling.casework.boforhold.leieforhold import krev_leieforhold
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.base import omformer
from boligtildeling.domain.boforhold.utloep import Utloepsbehandling
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.sak import Oppgave, Utsettelse


def _fjern_husstandssoeknad(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    leieforhold = krev_leieforhold(arbeid)
    soeknad = next(s for s in leieforhold.husstandssoeknader if s.id == foer["husstandssoeknad"])
    if soeknad.er_godkjent is not None:
        nekt("STEG", "Søknaden er besvart.")
    leieforhold.husstandssoeknader.remove(soeknad)
    arbeid.session.delete(soeknad)


def _fjern_leieendring(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    leieforhold = krev_leieforhold(arbeid)
    endring = next(e for e in leieforhold.leieendringer if e.id == foer["leieendring"])
    if endring.fra_dato <= arbeid.i_dag:
        nekt("STEG", "Den nye leien gjelder allerede. Sett leien ned i stedet.")
    leieforhold.leieendringer.remove(endring)
    arbeid.session.delete(endring)


def _gjenopprett_utloep(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    leieforhold = krev_leieforhold(arbeid)
    if leieforhold.kontrakt is None or leieforhold.kontrakt.id != foer["kontrakt"]:
        nekt("STEG", "Leieforholdet er forlenget siden.")
    if leieforhold.utloep is not None and leieforhold.utloep.flytteoppfordring is not None:
        nekt("STEG", "Leieren er oppfordret til å flytte.")
    verdi = foer["utloep"]
    leieforhold.utloep = omformer().structure(verdi, Utloepsbehandling) if verdi else None


def _gjenopprett_utsettelse(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    if "oppgave" in foer:
        arbeid.session.get_one(Oppgave, foer["oppgave"]).frist = date.fromisoformat(foer["frist"])
        return
    andre = {navn: u for navn, u in arbeid.sak.utsettelser.items() if navn != foer["utsettelse"]}
    gammel = {foer["utsettelse"]: omformer().structure(foer["verdi"], Utsettelse)} if foer["verdi"] else {}
    arbeid.sak.utsettelser = andre | gammel


def _ikke_ferdig(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    arbeid.session.get_one(Oppgave, foer["oppgave"]).er_ferdig = False


ANGRER: Mapping[str, Callable[[Arbeid, dict[str, Any]], None]] = {
    "soek_husstandsendring": _fjern_husstandssoeknad,
    "endre_leie": _fjern_leieendring,
    "konkluder_utloep": _gjenopprett_utloep,
    "utsett_oppgave": _gjenopprett_utsettelse,
    "ferdigstill_oppgave": _ikke_ferdig,
}
"""How each act is undone, by its name."""
