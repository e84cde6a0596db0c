"""What a dwelling has cost while it stood empty after a tenancy."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.boforhold.utflytting import tomgang
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner


def tomgang_etter(session: Session, leieforhold: Leieforhold, i_dag: date) -> Kroner | None:
    """The rent lost from the day the tenant moved out until someone else's lease began, or until today.

    None while the tenant lives there, and when no lease says which dwelling it was.
    """
    kontrakt, ut = leieforhold.kontrakt, leieforhold.utflytting
    if kontrakt is None or ut is None:
        return None
    neste = session.scalar(
        select(func.min(Kontrakt.fra_dato)).where(
            Kontrakt.boligid == kontrakt.boligid,
            Kontrakt.fra_dato > ut.dato,
            Kontrakt.annullert_grunn.is_(None),
            Kontrakt.id.not_in([k.id for k in leieforhold.kontrakter]),
        )
    )
    siste = min(i_dag, neste - timedelta(days=1)) if neste is not None else i_dag
    return tomgang(kontrakt.bolig.husleie, ut.dato, siste)
