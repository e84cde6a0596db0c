"""Gathers the facts that rules look at, and finds cases for those who may see them."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, selectinload

from boligtildeling.casework.context import Rammer
from boligtildeling.casework.opptatt import opptatt_av
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag, TidligereKontrakt
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.sak import Sak, Tilgang
from boligtildeling.domain.tilgang import SAKSARBEID, TILKNYTNINGER, Tilknytning

_DELER = (Sak.svar, Sak.unntak, Sak.vedtak, Sak.tilbud, Sak.kontrakter, Sak.utleveringer, Sak.oppgaver, Sak.tilganger)


def kan_kjenne(bruker: Bruker) -> ColumnElement[bool]:
    """The cases that this user may know of: address protection shows only to those named on the case."""
    navngitt = select(Tilgang.saksnummer).where(Tilgang.bruker == bruker.navn)
    return or_(Sak.er_skjermet.is_(False), Sak.saksnummer.in_(navngitt))


def er_synlig_for(bruker: Bruker) -> ColumnElement[bool]:
    """The cases in this user's lists, counts and searches: those they may know of, and are not tied to."""
    tilknyttet = select(Tilknytning.saksnummer).where(*_staar(bruker))
    return and_(kan_kjenne(bruker), Sak.saksnummer.not_in(tilknyttet))


def _staar(bruker: Bruker) -> tuple[ColumnElement[bool], ...]:
    return (Tilknytning.bruker == bruker.navn, Tilknytning.opphoert_dato.is_(None))


def krev_habil(session: Session, sak: Sak, bruker: Bruker, *, selv: bool = True) -> None:
    """Refuses with HABILITET whoever is tied to a party of the case; `selv` when it is the one who acts.

    Hjemmel: forvaltningsloven § 6.
    """
    slag = session.scalar(
        select(Tilknytning.slag).where(Tilknytning.saksnummer == sak.saksnummer, *_staar(bruker)).limit(1)
    )
    if slag is not None:
        hvorfor = f"deg: det er registrert at du {TILKNYTNINGER[slag]}" if selv else "brukeren, som er inhabil"
        nekt("HABILITET", f"Saken er låst for {hvorfor}.", "forvaltningsloven § 6", "teamleder")


def kan_arbeide_med(session: Session, sak: Sak) -> tuple[str, ...]:
    """Those who are named on the case, may work on cases, and are not tied to it."""
    inhabile = select(Tilknytning.bruker).where(
        Tilknytning.saksnummer == sak.saksnummer, Tilknytning.opphoert_dato.is_(None)
    )
    navngitte = select(Bruker.navn).where(
        Bruker.navn.in_([t.bruker for t in sak.tilganger]),
        Bruker.navn.not_in(inhabile),
        Bruker.rolle.in_(SAKSARBEID),
        Bruker.er_aktiv,
    )
    return tuple(session.scalars(navngitte))


def hent_sak(session: Session, saksnummer: str, bruker: Bruker) -> Sak | None:
    """The case with everything the rules need; None when there is none that this user may know of."""
    valg = [selectinload(d) for d in _DELER]
    return session.scalars(
        select(Sak).where(Sak.saksnummer == saksnummer, kan_kjenne(bruker)).options(*valg)
    ).one_or_none()


def bygg_grunnlag(session: Session, rammer: Rammer, sak: Sak, i_dag: date, bolig: Bolig | None = None) -> Grunnlag:
    """The facts of `sak` on `i_dag`; `bolig` when another dwelling than the case's own is considered."""
    tidligere = _tidligere_kontrakter(session, sak)
    bolig = bolig or _sakens_bolig(session, sak, i_dag, tidligere)
    return Grunnlag(
        sak=sak,
        i_dag=i_dag,
        liste=rammer.liste_for(session, sak.sjekkliste_versjon),
        hjemler=rammer.lov_naa(session).vis(i_dag),
        klausuler=rammer.dokumenter.klausuler(sak.soeknad.maalform),
        tidligere=tidligere,
        bolig=bolig,
        opptatt_av=opptatt_av(session, bolig, sak, i_dag) if bolig is not None else (),
    )


def _tidligere_kontrakter(session: Session, sak: Sak) -> tuple[TidligereKontrakt, ...]:
    parter = sak.soeknad.gjenkjennelige_parter
    kandidater = session.execute(
        select(Kontrakt, Sak.er_skjermet)
        .join(Sak, Kontrakt.saksnummer == Sak.saksnummer)
        .where(
            or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter)),
            Kontrakt.saksnummer != sak.saksnummer,
            Kontrakt.annullert_grunn.is_(None),
        )
        .order_by(Kontrakt.fra_dato)
    ).all()
    return tuple(
        TidligereKontrakt(k.boligid, k.leiere, k.er_kort, k.fra_dato, er_skjermet and not sak.er_skjermet)
        for k, er_skjermet in kandidater
        if k.er_signert and parter & set(k.leiere)
    )


def _sakens_bolig(session: Session, sak: Sak, i_dag: date, tidligere: tuple[TidligereKontrakt, ...]) -> Bolig | None:
    if sak.kontrakt is not None:
        return sak.kontrakt.bolig
    tilbud = sak.aktivt_tilbud(i_dag)
    if tilbud is not None:
        return tilbud.bolig
    kjente = [t for t in tidligere if not t.er_skjult]
    if not sak.gir_ny_innflytting and kjente:
        return session.get(Bolig, kjente[-1].boligid)
    return None
