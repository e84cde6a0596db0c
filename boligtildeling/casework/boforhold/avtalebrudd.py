"""Finds the agreements that are broken, as far as the bank files tell, and puts a task on each case."""

from datetime import date

from sqlalchemy import select

from boligtildeling.casework.boforhold.restanse import betalinger_er_kjent_til, stand_for
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.domain.boforhold.nedbetaling import Nedbetalingsavtale
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.sak import Oppgave, Sak

AVTALEBRUDD = "AVTALE"


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
    if brutt_fra is None:
        if aapen is not None:
            aapen.er_ferdig = True
    elif aapen is None:
        tekst = f"Nedbetalingsavtalen er brutt: raten {vis_dato(brutt_fra)} er ikke betalt. Ta kontakt med leieren."
        frist = arbeid.i_dag
        sak.oppgaver.append(Oppgave(kode=AVTALEBRUDD, tekst=tekst, frist=frist, ansvarlig=sak.ansvarlig))
        sak.neste_frist = min(sak.neste_frist, frist)
