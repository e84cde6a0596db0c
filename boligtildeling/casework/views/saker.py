"""The work list: cases page by page, found by folded words, never by what the user may not know of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.domain.drift import Bruker, Soekeord
from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.sak import INGEN_FRIST, Sak
from boligtildeling.domain.soekeord import Term, soeketermer
from boligtildeling.domain.tilgang import Stedfortreder

STOERSTE_SIDE = 500
MANGE_TREFF = 4_000
"""From so many on, a word is looked for in each case instead of the cases in the word."""
_SISTE_TEGN = "\U0010ffff"
_INGENTING = Term((), er_prefiks=False)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Saksrad:
    """One row of the work list."""

    saksnummer: str
    soeker: str
    steg: str
    neste_frist: date | None
    ansvarlig: str
    mottatt_dato: date
    er_skjermet: bool
    er_paa_vent: bool
    versjon: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Saksside:
    """A page of rows; `merke` asks for the next one, None when this was the last."""

    saker: tuple[Saksrad, ...]
    merke: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Saksutvalg:
    """Which cases: by step, responsible, team, deadline and words.

    `med_avsluttede` only matters when no step is asked for. The cases of those that the responsible one stands in for
    are with them. `mitt_team`: those that anyone in the reader's own team is responsible for; the reader's own when
    they are in none. `frist_til`: the next deadline is that day or before.
    """

    steg: str | None = None
    sok: str = ""
    ansvarlig: str | None = None
    med_avsluttede: bool = True
    mitt_team: bool = False
    frist_til: date | None = None


def saksside(
    session: Session, bruker: Bruker, i_dag: date, utvalg: Saksutvalg, grense: int = 100, etter: str | None = None
) -> Saksside:
    """The next `grense` cases by deadline and number, from behind the mark `etter`.

    Raises `Ugyldig` for a mark that this program did not give.
    """
    antall = max(1, min(grense, STOERSTE_SIDE))
    spoerring = _velg(bruker, i_dag, utvalg).where(*_funnet(session, utvalg.sok))
    frist = Sak.neste_frist
    if etter is not None:
        dato, nummer = _les_merke(etter)
        spoerring = spoerring.where(or_(frist > dato, and_(frist == dato, Sak.saksnummer > nummer)))
    rader = session.execute(spoerring.order_by(frist, Sak.saksnummer).limit(antall + 1)).all()
    synlige = tuple(
        Saksrad(
            saksnummer=r.saksnummer,
            soeker=r.soeker_navn,
            steg=r.steg,
            neste_frist=None if r.neste_frist == INGEN_FRIST else r.neste_frist,
            ansvarlig=r.ansvarlig,
            mottatt_dato=r.mottatt_dato,
            er_skjermet=r.er_skjermet,
            er_paa_vent=r.paa_vent is not None,
            versjon=r.versjon,
        )
        for r in rader[:antall]
    )
    return Saksside(saker=synlige, merke=_merke(synlige) if len(rader) > antall else None)


def antall_saker(session: Session, bruker: Bruker, i_dag: date, utvalg: Saksutvalg) -> int:
    """How many cases the selection holds, of those that this user may know of."""
    funnet = _velg(bruker, i_dag, utvalg).where(*(_er_blant(term) for term in _termer(utvalg.sok)))
    return session.scalar(select(func.count()).select_from(funnet.subquery())) or 0


def _velg(bruker: Bruker, i_dag: date, utvalg: Saksutvalg) -> Select[*tuple[Any, ...]]:
    kolonner = (
        Sak.saksnummer,
        Sak.soeker_navn,
        Sak.steg,
        Sak.neste_frist,
        Sak.ansvarlig,
        Sak.mottatt_dato,
        Sak.er_skjermet,
        Sak.paa_vent,
        Sak.versjon,
    )
    spoerring: Select[*tuple[Any, ...]] = select(*kolonner).where(er_synlig_for(bruker))
    if utvalg.steg is not None:
        spoerring = spoerring.where(Sak.steg == utvalg.steg)
    elif not utvalg.med_avsluttede:
        spoerring = spoerring.where(Sak.steg != "avsluttet")
    if utvalg.ansvarlig is not None:
        staar_for = select(Stedfortreder.for_bruker).where(
            Stedfortreder.stedfortreder == utvalg.ansvarlig,
            Stedfortreder.fra_dato <= i_dag,
            Stedfortreder.til_dato >= i_dag,
        )
        spoerring = spoerring.where(or_(Sak.ansvarlig == utvalg.ansvarlig, Sak.ansvarlig.in_(staar_for)))
    if utvalg.mitt_team:
        i_teamet = select(Bruker.navn).where(Bruker.team == bruker.team, Bruker.team.is_not(None))
        spoerring = spoerring.where(or_(Sak.ansvarlig == bruker.navn, Sak.ansvarlig.in_(i_teamet)))
    if utvalg.frist_til is not None:
        spoerring = spoerring.where(Sak.neste_frist <= utvalg.frist_til)
    return spoerring


def _funnet(session: Session, sok: str) -> Sequence[ColumnElement[bool]]:
    """The cases that have every word, for a page of them. A word that few have is looked up first; one that many have
    is looked for in case after case, by deadline, until the page is full: to gather and sort all would take a second.
    """
    return [
        _er_blant(term) if _antall_treff(session, term) < MANGE_TREFF else _har_ordet(term) for term in _termer(sok)
    ]


def _termer(sok: str) -> tuple[Term, ...]:
    """What to look for. Text with neither letter nor digit is a term that nothing answers to."""
    return soeketermer(sok) or ((_INGENTING,) if sok.strip() else ())


def _antall_treff(session: Session, term: Term) -> int:
    """How many words answer to the term, but not counted past `MANGE_TREFF`."""
    treff = select(Soekeord.saksnummer).where(_treff(term)).limit(MANGE_TREFF)
    return session.scalar(select(func.count()).select_from(treff.subquery())) or 0


def _er_blant(term: Term) -> ColumnElement[bool]:
    return Sak.saksnummer.in_(select(Soekeord.saksnummer).where(_treff(term)))


def _har_ordet(term: Term) -> ColumnElement[bool]:
    return select(Soekeord.ord).where(Soekeord.saksnummer == Sak.saksnummer, _treff(term)).exists()


def _treff(term: Term) -> ColumnElement[bool]:
    """By range, not by LIKE: nothing a user types is a wildcard."""
    if not term.er_prefiks:
        return Soekeord.ord.in_(term.former)
    return or_(*(and_(Soekeord.ord >= f, Soekeord.ord < f + _SISTE_TEGN) for f in term.former))


def _merke(rader: Sequence[Saksrad]) -> str:
    siste = rader[-1]
    return f"{(siste.neste_frist or INGEN_FRIST).isoformat()}/{siste.saksnummer}"


def _les_merke(merke: str) -> tuple[date, str]:
    try:
        dato, nummer = merke.split("/", 1)
        return date.fromisoformat(dato), nummer
    except ValueError:
        feil = Feilliste()
        feil.legg_til("/etter", "Merket er ikke et som programmet har gitt.")
        feil.stopp()
        raise
