"""The dwellings, as a list to choose from."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.kopi import som
from boligtildeling.casework.opptatt import hold
from boligtildeling.casework.views.saksformer import Boligvisning
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.kontrakt import Kontrakt, Tilbud
from boligtildeling.domain.sak import Sak


def boligliste(session: Session, bruker: Bruker, i_dag: date, bare_ledige: bool) -> tuple[Boligvisning, ...]:
    """Every dwelling by its id; with `bare_ledige` those with a date and no case that holds them.

    A dwelling that a protected case holds is shown only to those named on the case.
    """
    skjult = select(Sak.saksnummer).where(~er_synlig_for(bruker))
    hemmelige = select(Kontrakt.boligid).where(Kontrakt.saksnummer.in_(skjult), Kontrakt.annullert_grunn.is_(None))
    tilbudte = select(Tilbud.boligid).where(Tilbud.saksnummer.in_(skjult), Tilbud.status.in_(("tilbudt", "ja")))
    spoerring = select(Bolig).where(Bolig.boligid.not_in(hemmelige), Bolig.boligid.not_in(tilbudte))
    boliger = session.scalars(spoerring.order_by(Bolig.boligid)).all()
    if bare_ledige:
        opptatte = {h.boligid for h in hold(session, i_dag)}
        boliger = [b for b in boliger if b.ledig_fra is not None and b.boligid not in opptatte]
    return tuple(som(Boligvisning, b) for b in boliger)
