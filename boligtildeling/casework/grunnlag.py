"""Gathers the facts that rules look at, and finds cases for those who may see them."""

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased, selectinload

from boligtildeling.casework.context import Rammer
from boligtildeling.casework.opptatt import opptatt_av
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.drift import Bruker, Rolle
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag, TidligereKontrakt
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.sak import Sak, Tilgang
from boligtildeling.domain.soeknad import UKJENT_FOEDSELSDATO
from boligtildeling.domain.tilgang import TILKNYTNINGER, Tilknytning

_DELER = (Sak.svar, Sak.unntak, Sak.vedtak, Sak.tilbud, Sak.kontrakter, Sak.utleveringer, Sak.oppgaver, Sak.tilganger)
_HABILITET = "forvaltningsloven § 6"
_DEN = aliased(Sak)
"""The case that a tie was told in."""
_TILKNYTNING_TIL_SAKEN = (
    select(Tilknytning.id)
    .join(_DEN, _DEN.saksnummer == Tilknytning.saksnummer)
    .where(
        or_(
            _DEN.saksnummer == Sak.saksnummer,
            *(
                and_(part.in_((Sak.partsnoekkel, Sak.medpartsnoekkel)), ~part.endswith(UKJENT_FOEDSELSDATO))
                for part in (_DEN.partsnoekkel, _DEN.medpartsnoekkel)
            ),
        )
    )
    .correlate(Sak)
)
"""The ties to the case that is looked at, by that case or by another of the same parties. Built once: it is in every
question about cases, and a user seldom has any."""


def kan_kjenne(bruker: Bruker) -> ColumnElement[bool]:
    """The cases that this user may know of: address protection shows only to those named on the case."""
    navngitt = select(Tilgang.saksnummer).where(Tilgang.bruker == bruker.navn)
    return or_(Sak.er_skjermet.is_(False), Sak.saksnummer.in_(navngitt))


def er_synlig_for(bruker: Bruker) -> ColumnElement[bool]:
    """The cases in this user's lists, counts and searches: those they may know of, and are not tied to."""
    return and_(kan_kjenne(bruker), _er_uten_tilknytning(bruker))


def _er_uten_tilknytning(bruker: Bruker) -> ColumnElement[bool]:
    """No tie that stands: to the case, or to someone in it who can be told from others of the same name.

    Hjemmel: forvaltningsloven § 6.
    """
    return ~_TILKNYTNING_TIL_SAKEN.where(*_staar(bruker)).exists()


def _tilknyttede_saker(bruker: Bruker) -> Select[str]:
    return select(Tilknytning.saksnummer).where(*_staar(bruker))


def _staar(bruker: Bruker) -> tuple[ColumnElement[bool], ...]:
    return (Tilknytning.bruker == bruker.navn, Tilknytning.opphoert_dato.is_(None))


def er_habil(session: Session, sak: Sak, bruker: Bruker) -> bool:
    """Whether no tie stands between the user and the case, or someone in it."""
    treff = select(Sak.saksnummer).where(Sak.saksnummer == sak.saksnummer, _er_uten_tilknytning(bruker))
    return session.scalar(treff) is not None


def er_inhabil_for(session: Session, parter: frozenset[str], bruker: Bruker) -> bool:
    """Whether a tie stands between the user and a case that one of these parties is in."""
    samme = or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter))
    treff = select(Sak.saksnummer).where(samme, Sak.saksnummer.in_(_tilknyttede_saker(bruker)))
    return session.scalar(treff.limit(1)) is not None


def krev_habil(session: Session, sak: Sak, bruker: Bruker) -> None:
    """Refuses with HABILITET whoever has told that they are tied to a party of the case, and acts in it all the same.

    Hjemmel: forvaltningsloven § 6.
    """
    if not er_habil(session, sak, bruker):
        egen = select(Tilknytning.slag).where(Tilknytning.saksnummer == sak.saksnummer, *_staar(bruker))
        slag = session.scalar(egen.limit(1))
        hva = TILKNYTNINGER.get(slag or "", "er knyttet til en part")
        nekt("HABILITET", f"Saken er låst for deg: det er registrert at du {hva}.", _HABILITET, "teamleder")


def krev_at_en_annen_er_habil(session: Session, sak: Sak, bruker: Bruker) -> None:
    """Refuses with HABILITET to let `bruker`, who is not the one who acts, into a case that they are tied to.

    Of the tie it says nothing: that is the user's own affair.
    """
    if not er_habil(session, sak, bruker):
        nekt("HABILITET", "Brukeren er inhabil i saken.", _HABILITET, "teamleder")


def habile_med_tilgang(session: Session, sak: Sak, roller: tuple[Rolle, ...]) -> tuple[str, ...]:
    """Those who are named on the case, are here, have one of the roles, and are not tied to it."""
    navngitte = select(Bruker).where(
        Bruker.navn.in_([t.bruker for t in sak.tilganger]), Bruker.rolle.in_(roller), Bruker.er_aktiv
    )
    return tuple(b.navn for b in session.scalars(navngitte) if er_habil(session, sak, b))


def hent_sak(session: Session, saksnummer: str, bruker: Bruker) -> Sak | None:
    """The case with everything the rules need; None when there is none that this user may know of.

    Whoever has told of a tie to the case knows of it, and is to be refused by `krev_habil`. Where a leader has told
    it, there is no case: that someone they are close to has one, is not for them to hear.
    """
    valg = [selectinload(d) for d in _DELER]
    har_meldt = _tilknyttede_saker(bruker).where(Tilknytning.registrert_av == Tilknytning.bruker)
    synlig = and_(kan_kjenne(bruker), or_(_er_uten_tilknytning(bruker), Sak.saksnummer.in_(har_meldt)))
    return session.scalars(select(Sak).where(Sak.saksnummer == saksnummer, synlig).options(*valg)).one_or_none()


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
        klarspraak=rammer.klarspraak[sak.soeknad.maalform],
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
        TidligereKontrakt(k.boligid, k.leiere, k.er_kort, k.fra_dato, er_skjermet and not sak.er_skjermet, k.til_dato)
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
