"""Finds the agreements that are broken, as far as the bank files tell, and puts a task on each case."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from boligtildeling.casework.boforhold.restanse import betalinger_er_kjent_til, stand_for
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag, er_synlig_for
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.domain.boforhold.nedbetaling import Nedbetalingsavtale
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.sak import Oppgave, Sak
from boligtildeling.domain.saksgang import neste_frist

AVTALEBRUDD = "AVTALE"
PROEV_AVTALE = "proev_avtale"


def finn_avtalebrudd(arbeid: Arbeid) -> list[str]:
    """The cases, of those the user may know of, whose agreement is broken now. Each gets a task, once.

    An agreement that turns out to be kept after all (a payment came, or an import was undone) has its task closed.
    """
    session, kjent_til = arbeid.session, betalinger_er_kjent_til(arbeid.session)
    forfallsdag = arbeid.tall("forfallsdag")
    staar = (
        select(Nedbetalingsavtale, Sak)
        .join(Sak, Sak.saksnummer == Nedbetalingsavtale.saksnummer)
        .where(Nedbetalingsavtale.avsluttet_dato.is_(None))
        .order_by(Nedbetalingsavtale.id)
    )
    brutte: list[str] = []
    for avtale, sak in session.execute(staar).all():
        stand = stand_for(avtale, sak, forfallsdag, kjent_til)
        _sett_oppgave(arbeid, sak, stand.brutt_fra)
        if stand.status == "brutt":
            brutte.append(sak.saksnummer)
    synlige = select(Sak.saksnummer).where(Sak.saksnummer.in_(brutte), er_synlig_for(arbeid.bruker))
    return sorted(session.scalars(synlige))


def _sett_oppgave(arbeid: Arbeid, sak: Sak, brutt_fra: date | None) -> None:
    aapen = next((o for o in sak.oppgaver if o.kode == AVTALEBRUDD and not o.er_ferdig), None)
    if (aapen is None) == (brutt_fra is None):
        return
    if aapen is not None:
        aapen.er_ferdig = True
    elif brutt_fra is not None:
        tekst = f"Nedbetalingsavtalen er brutt: raten {vis_dato(brutt_fra)} er ikke betalt. Ta kontakt med leieren."
        sak.oppgaver.append(Oppgave(kode=AVTALEBRUDD, tekst=tekst, frist=arbeid.i_dag, ansvarlig=sak.ansvarlig))
    _noter(arbeid, sak, brutt_fra)


def _noter(arbeid: Arbeid, sak: Sak, brutt_fra: date | None) -> None:
    """The case has another deadline, and its own history says why."""
    arbeid.session.flush()
    sak.neste_frist = neste_frist(bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag))
    flag_modified(sak, "neste_frist")
    arbeid.session.flush()
    hendelse = "AvtaleBrutt" if brutt_fra is not None else "AvtaleHoldes"
    data = {"kommando": {"brutt_fra": brutt_fra.isoformat() if brutt_fra is not None else None}}
    noter_hendelse(replace(arbeid, sak_eller_ingen=sak), PROEV_AVTALE, hendelse, data)
