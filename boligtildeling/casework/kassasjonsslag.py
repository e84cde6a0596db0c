"""What the plan lets go, kind by kind: how much there is of it, and how it goes. Nothing else goes at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session, aliased

from boligtildeling.domain.bevaring import Kassasjon
from boligtildeling.domain.historikk import FOERSTE_HASH, Lesning
from boligtildeling.domain.innsyn import Innsynspakke
from boligtildeling.domain.sak import Vedlegg
from boligtildeling.domain.utkast import Utkast

LESNINGER = "lesninger"


@dataclass(frozen=True, slots=True)
class Mengde:
    """How much: the number, and the first and last day of it. For lines of a log, where the log goes on from."""

    antall: int
    fra: date | None = None
    til: date | None = None
    til_nummer: int = 0
    siste_hash: str = ""


@dataclass(frozen=True, slots=True)
class Slag:
    """One kind: what of it is older than a day, the day of its oldest, and how it goes."""

    mengde: Callable[[Session, date], Mengde]
    eldste: Callable[[Session], date | None]
    fjern: Callable[[Session, Mengde, date], None]


def _etter(grense: date) -> datetime:
    """The first instant that is too young."""
    return datetime.combine(grense + timedelta(days=1), datetime.min.time())


def _telt(session: Session, spoerring: Select[Any]) -> Mengde:
    """The number and the days of a selection of instants."""
    utvalg = spoerring.subquery()
    (kolonne,) = utvalg.columns
    antall, fra, til = session.execute(select(func.count(), func.min(kolonne), func.max(kolonne))).one()
    return Mengde(antall, _dag(fra), _dag(til))


def _dag(tidspunkt: datetime | str | None) -> date | None:
    if tidspunkt is None:
        return None
    return (datetime.fromisoformat(tidspunkt) if isinstance(tidspunkt, str) else tidspunkt).date()


def _lesninger(session: Session, grense: date) -> Mengde:
    """From the first line that is left, as far as every line is old enough: a log may only lose its beginning."""
    foerste_unge = select(func.min(Lesning.id)).where(Lesning.tidspunkt >= _etter(grense)).scalar_subquery()
    gamle = select(Lesning.tidspunkt).where(Lesning.id < func.coalesce(foerste_unge, 2**62))
    mengde = _telt(session, gamle)
    if mengde.antall == 0:
        return mengde
    siste = session.execute(
        select(Lesning.id, Lesning.hash)
        .where(Lesning.id < func.coalesce(foerste_unge, 2**62))
        .order_by(Lesning.id.desc())
        .limit(1)
    ).one()
    return Mengde(mengde.antall, mengde.fra, mengde.til, siste.id, siste.hash)


def _fjern_lesninger(session: Session, mengde: Mengde, grense: date) -> None:
    session.execute(delete(Lesning).where(Lesning.id <= mengde.til_nummer))


def _utkast(grense: date | None) -> Select[Any]:
    utkast = select(Innsynspakke.laget_tidspunkt).where(Innsynspakke.status == "utkast")
    return utkast if grense is None else utkast.where(Innsynspakke.laget_tidspunkt < _etter(grense))


def _fjern_utkast(session: Session, mengde: Mengde, grense: date) -> None:
    gamle = Innsynspakke.status == "utkast", Innsynspakke.laget_tidspunkt < _etter(grense)
    session.execute(update(Innsynspakke).where(*gamle).values(status="kassert", innhold=None))


def _like(kolonne: Any, grense: date | None) -> Select[Any]:
    """Enclosures with the same content as one that came before in the same case."""
    foerste = aliased(Vedlegg)
    samme = (
        foerste.saksnummer == Vedlegg.saksnummer,
        foerste.sha256 == Vedlegg.sha256,
        foerste.innhold.is_not(None),
        foerste.id < Vedlegg.id,
    )
    like = select(kolonne).where(Vedlegg.innhold.is_not(None), select(foerste.id).where(*samme).exists())
    return like if grense is None else like.where(Vedlegg.lagt_ved_tidspunkt < _etter(grense))


def _fjern_like(session: Session, mengde: Mengde, grense: date) -> None:
    numre = session.scalars(_like(Vedlegg.id, grense)).all()
    session.execute(update(Vedlegg).where(Vedlegg.id.in_(numre)).values(innhold=None))


def _fjern_skriveutkast(session: Session, grense: date) -> None:
    session.execute(delete(Utkast).where(Utkast.skrevet_tidspunkt < _etter(grense)))


def _skriveutkast(grense: date | None) -> Select[Any]:
    utkast = select(Utkast.skrevet_tidspunkt)
    return utkast if grense is None else utkast.where(Utkast.skrevet_tidspunkt < _etter(grense))


SLAG: Mapping[str, Slag] = {
    LESNINGER: Slag(
        _lesninger, lambda s: _dag(s.scalar(select(Lesning.tidspunkt).order_by(Lesning.id).limit(1))), _fjern_lesninger
    ),
    "innsynsutkast": Slag(
        lambda s, grense: _telt(s, _utkast(grense)), lambda s: _telt(s, _utkast(None)).fra, _fjern_utkast
    ),
    "like_vedlegg": Slag(
        lambda s, grense: _telt(s, _like(Vedlegg.lagt_ved_tidspunkt, grense)),
        lambda s: _telt(s, _like(Vedlegg.lagt_ved_tidspunkt, None)).fra,
        _fjern_like,
    ),
    "skriveutkast": Slag(
        lambda s, grense: _telt(s, _skriveutkast(grense)),
        lambda s: _telt(s, _skriveutkast(None)).fra,
        lambda s, _, grense: _fjern_skriveutkast(s, grense),
    ),
}
"""Every kind that the plan may let go. Cases are not among them."""


def utgangspunkt(session: Session) -> tuple[int, str]:
    """The number and hash of the last reading that is disposed of: where the log of readings begins now."""
    siste = select(Kassasjon.til_nummer, Kassasjon.siste_hash).where(Kassasjon.slag == LESNINGER)
    rad = session.execute(siste.order_by(Kassasjon.id.desc()).limit(1)).one_or_none()
    return (rad.til_nummer, rad.siste_hash) if rad is not None else (0, FOERSTE_HASH)
