"""The dwellings, as a list to choose from."""

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kopi import som
from boligtildeling.casework.opptatt import hold
from boligtildeling.casework.tilbakehold import eget
from boligtildeling.casework.views.saksformer import Boligvisning
from boligtildeling.domain.bolig import Bolig


def boligliste(arbeid: Arbeid, bare_ledige: bool) -> tuple[Boligvisning, ...]:
    """Every dwelling by its id; with `bare_ledige` those that are or become free, and that no case holds.

    A dwelling that a case or anyone else holds has no date here, like one that is let or not ready: the list is the
    same for everyone, and says nothing of why, but to whoever holds it back. What a protected case has, can then not
    be told from the rest.
    Hjemmel: folkeregisterloven § 10-4.
    """
    holdt = {h.boligid for h in hold(arbeid.session, arbeid.i_dag)}
    alle = arbeid.session.scalars(select(Bolig).where(Bolig.er_skjermet.is_(False)).order_by(Bolig.boligid)).all()
    visninger = (_visning(arbeid, b, b.boligid in holdt or b.holdes_tilbake) for b in alle)
    return tuple(v for v in visninger if v.ledig_fra is not None or not bare_ledige)


def _visning(arbeid: Arbeid, bolig: Bolig, er_holdt: bool) -> Boligvisning:
    offentlig = arbeid.bruker.offentlig_noekkel if bolig.holdes_tilbake else None
    privat = arbeid.rammer.noekkelskap.hent(offentlig) if offentlig is not None else None
    holder_du = privat is not None and eget(bolig, privat) is not None
    return som(Boligvisning, bolig, ledig_fra=None if er_holdt else bolig.ledig_fra, holder_du_tilbake=holder_du)
