"""Which cases wait for a samarbeidsmøte, and why."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from boligtildeling.casework.boforhold.restanse import innbetalt, krav_i, lister, sum_av
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.domain.boforhold.moete import FERDIG, Moete, Moetesak
from boligtildeling.domain.boforhold.purreplan import purrekalender
from boligtildeling.domain.boforhold.restanse import staar_igjen
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.sak import Sak

MOETESTEG = "moete"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ventende:
    """A case that waits: how much is owed, and since when it should have been talked over."""

    saksnummer: str
    soeker: str
    restanse: Kroner
    siden: date


def ventende_saker(arbeid: Arbeid) -> tuple[Ventende, ...]:
    """The cases, of those that the user may know of, that the purreplan says should be talked over by now.

    Not those that are on the agenda of a meeting to come, are concluded about since the debt arose, or are on hold.
    """
    liste = lister(arbeid.session).naa
    if liste is None:
        return ()
    synlige = select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))
    funnet: list[Ventende] = []
    for saksnummer, krav in krav_i(arbeid.session, liste, synlige).items():
        sak = arbeid.session.get_one(Sak, saksnummer)
        rest = staar_igjen(krav, innbetalt(sak), liste.per_dato)
        if not rest or sak.paa_vent is not None or sak.leieforhold is None:
            continue
        eldste = min(k.forfall for k in rest)
        moetedag = next(d.dag for d in purrekalender(eldste, arbeid.rammer.purreplan, {}) if d.kode == MOETESTEG)
        if moetedag <= arbeid.i_dag and not _er_tatt_opp(arbeid, saksnummer, eldste):
            funnet.append(
                Ventende(saksnummer=saksnummer, soeker=sak.soeker_navn, restanse=sum_av(rest), siden=moetedag)
            )
    return tuple(sorted(funnet, key=lambda v: (v.siden, v.saksnummer)))


def _er_tatt_opp(arbeid: Arbeid, saksnummer: str, siden: date) -> bool:
    """On the agenda of a meeting whose minutes are not kept, or concluded ferdigbehandlet since the debt arose."""
    rader = (
        select(Moetesak.konklusjon, Moete.dato)
        .join(Moete, Moete.id == Moetesak.moete_id)
        .where(Moetesak.saksnummer == saksnummer, Moete.dato >= siden)
    )
    return any(r.konklusjon in {None, FERDIG} for r in arbeid.session.execute(rader))
