"""The history and the log of readings: append a line chained to the one before."""

import re
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.base import som_json
from boligtildeling.domain.historikk import (
    SALTLENGDE,
    Hendelse,
    Hendelsesinnhold,
    Kjede,
    Kjedehode,
    Lesning,
    avtrykk_av,
    hash_av,
)

_HVA = re.compile(r"[a-z_]+( [a-z0-9-]+)?")
"""What a reading may be called: the name of a view, and of a document. Nothing that people have typed."""


def noter_hendelse(arbeid: Arbeid, handling: str, hendelse: str, data: dict[str, Any]) -> Hendelse:
    """Appends one line to the history; it can never be changed or deleted."""
    sak, hode = arbeid.sak_eller_ingen, _hode(arbeid.session, "historikk")
    salt = arbeid.rammer.tilfeldig(SALTLENGDE).hex()
    linje = Hendelse(
        id=hode.antall + 1,
        tidspunkt=arbeid.naa,
        bruker=arbeid.bruker.navn,
        maskin=arbeid.rammer.maskin,
        saksnummer=sak.saksnummer if sak else None,
        sak_versjon=sak.versjon if sak else None,
        handling=handling,
        hendelse=hendelse,
        avtrykk=avtrykk_av(salt, som_json(data, dict[str, Any])),
        forrige_hash=hode.siste_hash,
        innhold=Hendelsesinnhold(salt=salt, data=data),
    )
    _legg_til(arbeid.session, "historikk", hode, linje)
    return linje


def antall_linjer(session: Session, saksnummer: str) -> int:
    """How many lines the history of the case has: the last one has this number.

    A line is known by its place in the history of its case. The number it has in the whole log would tell how much is
    done in cases that one may not know of.
    """
    return session.scalar(select(func.count()).where(Hendelse.saksnummer == saksnummer)) or 0


def linjene(session: Session, saksnummer: str) -> list[Hendelse]:
    """Every line in the history of the case, oldest first."""
    return list(session.scalars(select(Hendelse).where(Hendelse.saksnummer == saksnummer).order_by(Hendelse.id)))


def linje_nummer(session: Session, saksnummer: str, nummer: int) -> Hendelse | None:
    """The line by its number in the history of the case; None when there is none."""
    if not 1 <= nummer <= antall_linjer(session, saksnummer):
        return None
    linjer = select(Hendelse).where(Hendelse.saksnummer == saksnummer).order_by(Hendelse.id)
    return session.scalars(linjer.offset(nummer - 1).limit(1)).one()


def noter_lesning(arbeid: Arbeid, saksnummer: str, hva: str) -> Lesning:
    """Notes that a case was read: who, when, which, from where. Raises `ValueError` for anything but a fixed name."""
    if _HVA.fullmatch(hva) is None:
        raise ValueError("a reading has a fixed name")
    hode = _hode(arbeid.session, "lesninger")
    linje = Lesning(
        id=hode.antall + 1,
        tidspunkt=arbeid.naa,
        bruker=arbeid.bruker.navn,
        maskin=arbeid.rammer.maskin,
        saksnummer=saksnummer,
        hva=hva,
        forrige_hash=hode.siste_hash,
    )
    _legg_til(arbeid.session, "lesninger", hode, linje)
    return linje


def neste_nummer(session: Session) -> int:
    """The number that the line of the act under way will get."""
    return _hode(session, "historikk").antall + 1


def _hode(session: Session, kjede: Kjede) -> Kjedehode:
    return session.get_one(Kjedehode, kjede)


def _legg_til(session: Session, kjede: Kjede, hode: Kjedehode, linje: Hendelse | Lesning) -> None:
    linje.hash = hash_av(kjede, linje)
    hode.antall, hode.siste_hash = linje.id, linje.hash
    session.add(linje)
    session.flush()
