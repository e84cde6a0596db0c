"""The dwellings, as a list to choose from."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.casework.kopi import som
from boligtildeling.casework.opptatt import hold
from boligtildeling.casework.views.saksformer import Boligvisning
from boligtildeling.domain.bolig import Bolig


def boligliste(session: Session, i_dag: date, bare_ledige: bool) -> tuple[Boligvisning, ...]:
    """Every dwelling by its id; with `bare_ledige` those that are or become free, and that no case holds.

    A dwelling that a case holds has no date here, like one that is let or not ready: the list is the same for everyone,
    and says nothing of why. What a protected case has, can then not be told from the rest.
    Hjemmel: folkeregisterloven § 10-4.
    """
    holdt = {h.boligid for h in hold(session, i_dag)}
    alle = session.scalars(select(Bolig).order_by(Bolig.boligid)).all()
    visninger = (som(Boligvisning, b, ledig_fra=None if b.boligid in holdt else b.ledig_fra) for b in alle)
    return tuple(v for v in visninger if v.ledig_fra is not None or not bare_ledige)
