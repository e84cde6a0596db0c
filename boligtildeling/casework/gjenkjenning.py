"""Whether an application has been here before: by the sender's reference, and by the person it is from."""

from sqlalchemy import and_, or_, select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for, kan_kjenne, krev_habil
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.soeknad import Soeknad


def finn_paa_referanse(arbeid: Arbeid, soeknad: Soeknad) -> str | None:
    """The case that this reference gave before, of those that the user may know of.

    One that the user may not know of is no answer, and no refusal either: that would tell that it is there.
    Hjemmel: folkeregisterloven § 10-4.
    """
    referanse = soeknad.ekstern_referanse
    if referanse is None:
        return None
    samme_person = and_(Sak.ekstern_referanse.is_(None), Sak.partsnoekkel == soeknad.soeker.partsnoekkel)
    kandidater = select(Sak).where(or_(Sak.ekstern_referanse == referanse, samme_person), kan_kjenne(arbeid.bruker))
    for sak in arbeid.session.scalars(kandidater.order_by(Sak.saksnummer)):
        if referanse in {sak.ekstern_referanse, sak.soeknad.ekstern_referanse}:
            krev_habil(arbeid.session, sak, arbeid.bruker)
            return sak.saksnummer
    return None


def ledig_referanse(arbeid: Arbeid, referanse: str | None) -> str | None:
    """The reference for the case to be found by; None when a case that the user may not know of has it."""
    brukt = select(Sak.saksnummer).where(Sak.ekstern_referanse == referanse)
    return None if referanse is None or arbeid.session.scalar(brukt) is not None else referanse


def advar_om_andre_saker(arbeid: Arbeid, sak: Sak) -> None:
    """Tells of other cases of the same person, of those that are in the user's own lists."""
    parter = sak.soeknad.gjenkjennelige_parter
    er_samme = or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter))
    andre = arbeid.session.scalars(select(Sak.saksnummer).where(er_samme, er_synlig_for(arbeid.bruker))).all()
    if andre:
        arbeid.advar(f"Samme person har allerede sak {', '.join(sorted(andre))}.")
