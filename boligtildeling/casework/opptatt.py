"""Which cases hold which dwellings: the one answer to whether a dwelling is promised to someone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from boligtildeling.domain.boforhold.leieforhold import LEIEFORHOLDSKONTRAKT, Leieforhold
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.kontrakt import Kontrakt, Tilbud
from boligtildeling.domain.sak import Sak

LEDIG_ETTER = frozenset({"flyttet", "doed", "bortfalt", "omgjort_etter_klage"})


@dataclass(frozen=True, slots=True)
class Hold:
    """A case that holds a dwelling by an open or accepted offer, or by a lease that stands."""

    boligid: str
    saksnummer: str
    leiere: tuple[str, ...]


def hold(session: Session, i_dag: date, boligid: str | None = None) -> Iterator[Hold]:
    """Every hold on `i_dag`, of one dwelling or of all.

    A lease lets go when the tenancy it belongs to is over, when its case ended with the tenant gone, or when it ran out
    before the dwelling became free again.
    """
    yield from _ved_tilbud(session, i_dag, boligid)
    yield from _ved_kontrakt(session, boligid)


def opptatt_av(session: Session, bolig: Bolig, sak: Sak, i_dag: date) -> tuple[str, ...]:
    """Other cases that hold the dwelling; earlier cases of the same parties do not count."""
    parter = sak.soeknad.gjenkjennelige_parter
    andre = (h for h in hold(session, i_dag, bolig.boligid) if h.saksnummer != sak.saksnummer)
    return tuple(sorted({h.saksnummer for h in andre if not parter & set(h.leiere)}))


def _ved_tilbud(session: Session, i_dag: date, boligid: str | None) -> Iterator[Hold]:
    staar = select(Kontrakt.id).where(Kontrakt.saksnummer == Tilbud.saksnummer, Kontrakt.annullert_grunn.is_(None))
    spoerring = (
        select(Tilbud.boligid, Tilbud.saksnummer)
        .join(Sak, Sak.saksnummer == Tilbud.saksnummer)
        .where(
            Sak.avslutning.is_(None),
            or_(Tilbud.status == "ja", and_(Tilbud.status == "tilbudt", Tilbud.frist >= i_dag)),
            ~staar.exists(),
        )
    )
    if boligid is not None:
        spoerring = spoerring.where(Tilbud.boligid == boligid)
    for rad in session.execute(spoerring):
        yield Hold(rad.boligid, rad.saksnummer, ())


def _ved_kontrakt(session: Session, boligid: str | None) -> Iterator[Hold]:
    spoerring = (
        select(
            Kontrakt.boligid,
            Kontrakt.saksnummer,
            Kontrakt.leiere,
            Kontrakt.til_dato,
            Sak.avslutning,
            Bolig.ledig_fra,
            Leieforhold.opphoert_dato,
        )
        .join(Sak, Sak.saksnummer == Kontrakt.saksnummer)
        .join(Bolig, Bolig.boligid == Kontrakt.boligid)
        .outerjoin(LEIEFORHOLDSKONTRAKT, LEIEFORHOLDSKONTRAKT.c.kontrakt_id == Kontrakt.id)
        .outerjoin(Leieforhold, Leieforhold.saksnummer == LEIEFORHOLDSKONTRAKT.c.leieforhold)
        .where(Kontrakt.annullert_grunn.is_(None))
    )
    if boligid is not None:
        spoerring = spoerring.where(Kontrakt.boligid == boligid)
    for rad in session.execute(spoerring):
        er_avsluttet = rad.avslutning is not None and rad.avslutning.utfall in LEDIG_ETTER
        er_ute = er_avsluttet or rad.opphoert_dato is not None
        er_utloept = rad.til_dato is not None and rad.ledig_fra is not None and rad.til_dato < rad.ledig_fra
        if not (er_ute or er_utloept):
            yield Hold(rad.boligid, rad.saksnummer, rad.leiere)
