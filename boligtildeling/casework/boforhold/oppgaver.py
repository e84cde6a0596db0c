"""What remains to be done in a case: put off with a reason, or done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.domain.base import omformer
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Fritekst, Kode, KommendeDato
from boligtildeling.domain.sak import Oppgave, Utsettelse
from boligtildeling.domain.saksgang import frister


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UtsettOppgave(Sakskommando):
    """A task by its number, or a deadline by its name, is looked at later; why."""

    oppgave: Kode
    til_dato: KommendeDato
    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FerdigstillOppgave(Sakskommando):
    """A task is done."""

    oppgave: int


def _proev_utsettelse(arbeid: Arbeid, k: UtsettOppgave, feil: Feilliste) -> None:
    kjent = _oppgave(arbeid, k.oppgave) is not None or k.oppgave in _frister(arbeid)
    feil.krev(kjent, "/oppgave", "Fant ingen oppgave med dette nummeret, og ingen frist med dette navnet.")


@handling(
    UtsettOppgave,
    navn="utsett_oppgave",
    tittel="Utsett oppgave",
    hendelse="OppgaveUtsatt",
    proever=_proev_utsettelse,
)
def utsett_oppgave(arbeid: Arbeid, k: UtsettOppgave) -> dict[str, Any]:
    """Moves a task to another day. Of a deadline only the reminder moves, and never past the day itself."""
    oppgave = _oppgave(arbeid, k.oppgave)
    if oppgave is not None:
        if oppgave.er_ferdig:
            nekt("ALLEREDE", "Oppgaven er ferdig.")
        arbeid.foer = {"oppgave": oppgave.id, "frist": oppgave.frist.isoformat()}
        oppgave.frist = k.til_dato
        return {"oppgave": k.oppgave, "til_dato": k.til_dato}
    dag = _frister(arbeid)[k.oppgave]
    if k.til_dato > max(dag, arbeid.i_dag):
        nekt("FRIST", f"Fristen er {vis_dato(dag)}. Påminnelsen kan ikke utsettes lenger enn til den.")
    gammel = arbeid.sak.utsettelser.get(k.oppgave)
    arbeid.foer = {"utsettelse": k.oppgave, "verdi": omformer().unstructure(gammel) if gammel else None}
    ny = Utsettelse(til_dato=k.til_dato, grunn=k.grunn, av=arbeid.bruker.navn)
    arbeid.sak.utsettelser = {**arbeid.sak.utsettelser, k.oppgave: ny}
    return {"oppgave": k.oppgave, "til_dato": k.til_dato}


def _proev_ferdig(arbeid: Arbeid, k: FerdigstillOppgave, feil: Feilliste) -> None:
    feil.krev(_oppgave(arbeid, str(k.oppgave)) is not None, "/oppgave", "Fant ingen oppgave med dette nummeret.")


@handling(
    FerdigstillOppgave,
    navn="ferdigstill_oppgave",
    tittel="Ferdigstill oppgave",
    hendelse="OppgaveFerdigstilt",
    proever=_proev_ferdig,
)
def ferdigstill_oppgave(arbeid: Arbeid, k: FerdigstillOppgave) -> None:
    """Marks a task as done; one that belongs to a checkpoint is done when the checkpoint is answered."""
    oppgave = _oppgave(arbeid, str(k.oppgave))
    if oppgave is None:
        raise LookupError(k.oppgave)
    if oppgave.er_ferdig:
        nekt("ALLEREDE", "Oppgaven er allerede ferdig.")
    if oppgave.kode is not None:
        nekt("STEG", f"Oppgaven blir ferdig når {oppgave.kode} er besvart.")
    arbeid.foer = {"oppgave": oppgave.id}
    oppgave.er_ferdig = True


def _oppgave(arbeid: Arbeid, nummer: str) -> Oppgave | None:
    return next((o for o in arbeid.sak.oppgaver if str(o.id) == nummer), None)


def _frister(arbeid: Arbeid) -> dict[str, date]:
    return frister(bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag))
