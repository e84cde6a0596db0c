"""The words that find a case."""

from datetime import date

from sqlalchemy import delete
from sqlalchemy.orm import Session

from boligtildeling.domain.drift import Soekeord
from boligtildeling.domain.identitet import tolk_nummer
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.soekeord import datoord, nummerord, soekeord


def indekser(session: Session, sak: Sak) -> None:
    """Renews the words that find this case: names, number, addresses, birth dates, KIDs."""
    s = sak.soeknad
    ord_ = set(soekeord(sak.saksnummer, *(p.navn for p in s.soekere), *(m.navn for m in s.husstand)))
    ord_ |= soekeord(*(p.adresse.paa_en_linje for p in s.soekere if p.adresse))
    ord_ |= soekeord(*(k.kid for k in sak.kontrakter))
    kjente: list[date | None] = [p.foedselsdato for p in s.soekere] + [m.foedselsdato for m in s.husstand]
    ord_ |= {o for d in kjente if d is not None for o in datoord(d)}
    for person in s.soekere:
        funn = tolk_nummer(person.foedselsnummer) if person.foedselsnummer else None
        if funn and funn.dag_maaned_aar:
            ord_.add(nummerord(funn.dag_maaned_aar))
    session.execute(delete(Soekeord).where(Soekeord.saksnummer == sak.saksnummer))
    session.add_all(Soekeord(ord=o, saksnummer=sak.saksnummer) for o in sorted(ord_))
