"""The history: append a line chained to the one before, and check that the chain is whole."""

from collections.abc import Iterator
from hashlib import sha256
from json import dumps
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.drift import Hendelse, Lesning

FOERSTE_HASH = "0" * 64


def noter_hendelse(arbeid: Arbeid, handling: str, hendelse: str, data: dict[str, Any]) -> Hendelse:
    """Appends one line to the history; it can never be changed or deleted."""
    sak = arbeid.sak_eller_ingen
    linje = Hendelse(
        tidspunkt=arbeid.naa,
        bruker=arbeid.bruker.navn,
        maskin=arbeid.rammer.maskin,
        saksnummer=sak.saksnummer if sak else None,
        sak_versjon=sak.versjon if sak else None,
        handling=handling,
        hendelse=hendelse,
        data=data,
    )
    siste = arbeid.session.scalar(select(Hendelse.hash).order_by(Hendelse.id.desc()).limit(1))
    linje.forrige_hash = siste or FOERSTE_HASH
    linje.hash = _regn_hash(linje)
    arbeid.session.add(linje)
    arbeid.session.flush()
    return linje


def noter_lesning(arbeid: Arbeid, saksnummer: str, hva: str) -> None:
    """Notes that a case was read: who, when, which, from where. No content."""
    arbeid.session.add(
        Lesning(
            tidspunkt=arbeid.naa,
            bruker=arbeid.bruker.navn,
            maskin=arbeid.rammer.maskin,
            saksnummer=saksnummer,
            hva=hva,
        )
    )


def brudd_i_kjeden(session: Session) -> Iterator[str]:
    """A sentence for every line of history that was changed, or that is missing."""
    forrige, nummer = FOERSTE_HASH, 0
    for linje in session.execute(select(*Hendelse.__table__.columns).order_by(Hendelse.id)).yield_per(500):
        nummer += 1
        if linje.id != nummer:
            yield f"Historikken mangler linje {nummer}."
            nummer = linje.id
        if linje.forrige_hash != forrige or linje.hash != _regn_hash(linje):
            yield f"Linje {linje.id} i historikken er endret."
        forrige = linje.hash


def _regn_hash(h: Any) -> str:
    """The hash of a line, out of the line itself or a row of its columns."""
    felt = [
        h.tidspunkt.isoformat(timespec="microseconds"),
        h.bruker,
        h.maskin,
        h.saksnummer,
        h.sak_versjon,
        h.handling,
        h.hendelse,
        h.data,
        h.forrige_hash,
    ]
    return sha256(dumps(felt, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
