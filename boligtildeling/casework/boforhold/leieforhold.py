"""How a tenancy begins and is found."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.leieforhold import LEIEFORHOLDSKONTRAKT, Leieforhold
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.sak import Sak


def begynn(sak: Sak, dato: date) -> Leieforhold:
    """The tenancy of the case from the day of the key, on the lease that stands, if any."""
    sak.leieforhold = Leieforhold(begynt_dato=dato, kontrakter=[sak.kontrakt] if sak.kontrakt is not None else [])
    return sak.leieforhold


def loepende_for(session: Session, sak: Sak, kontrakt: Kontrakt) -> Leieforhold | None:
    """The tenancy of another case that this lease goes on with: not ended, same dwelling, and a party in common."""
    parter = sak.soeknad.gjenkjennelige_parter
    spoerring = (
        select(Leieforhold)
        .join(LEIEFORHOLDSKONTRAKT, LEIEFORHOLDSKONTRAKT.c.leieforhold == Leieforhold.saksnummer)
        .join(Kontrakt, Kontrakt.id == LEIEFORHOLDSKONTRAKT.c.kontrakt_id)
        .join(Sak, Sak.saksnummer == Leieforhold.saksnummer)
        .where(
            Leieforhold.opphoert_dato.is_(None),
            Leieforhold.saksnummer != sak.saksnummer,
            Kontrakt.boligid == kontrakt.boligid,
            or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter)),
        )
        .order_by(Leieforhold.begynt_dato.desc())
    )
    return session.scalars(spoerring).first()


def etter_annullering(session: Session, sak: Sak, kontrakt: Kontrakt) -> None:
    """An extension that is annulled carries no tenancy on; the one that it began itself has not begun."""
    leieforhold = sak.leieforhold
    if leieforhold is None or kontrakt not in leieforhold.kontrakter:
        return
    leieforhold.kontrakter.remove(kontrakt)
    if not leieforhold.kontrakter:
        sak.leieforhold = None
        session.delete(leieforhold)


def etter_signering(session: Session, sak: Sak) -> None:
    """What a signed lease means for the tenancy: one that the key went ahead of now rests on it.

    An extension of a tenancy that no other case has, begins it here.
    """
    kontrakt = sak.kontrakt
    if kontrakt is None or not kontrakt.er_signert:
        return
    if sak.leieforhold is not None and kontrakt not in sak.leieforhold.kontrakter:
        sak.leieforhold.kontrakter.append(kontrakt)
    elif sak.leieforhold is None and not sak.gir_ny_innflytting and loepende_for(session, sak, kontrakt) is None:
        begynn(sak, kontrakt.fra_dato)


def krev_begynt(arbeid: Arbeid) -> Leieforhold:
    """The tenancy of the case, also one that is over. Refuses with STEG when it has not begun."""
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is None:
        nekt("STEG", "Leieforholdet har ikke begynt. Det begynner når nøkkelen er utlevert.")
    return leieforhold


def krev_leieforhold(arbeid: Arbeid) -> Leieforhold:
    """The tenancy of the case. Refuses with STEG when it has not begun, or the tenant has moved out."""
    leieforhold = krev_begynt(arbeid)
    if not leieforhold.loeper:
        nekt("STEG", "Leieren har flyttet ut, og leieforholdet er slutt.")
    return leieforhold


def krev_leieavtale(leieforhold: Leieforhold) -> Kontrakt:
    """The lease that the tenancy rests on. Refuses with STEG when there is none."""
    if leieforhold.kontrakt is None:
        nekt("STEG", "Leieforholdet har ingen kontrakt. Skriv kontrakten først.", "husleieloven § 1-4")
    return leieforhold.kontrakt
