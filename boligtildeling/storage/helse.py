"""Whether the database is sound: structure, references, history chain, documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from boligtildeling.casework.historikk import brudd_i_kjeden
from boligtildeling.domain.sak import Dokument, Vedlegg
from boligtildeling.storage.database import Database


@dataclass(frozen=True, slots=True)
class Kontroll:
    """What was looked at, and a sentence for everything that is wrong."""

    hendelser: int
    dokumenter: int
    funn: tuple[str, ...]


def kontroller(database: Database) -> Kontroll:
    """Looks at everything; never changes anything."""
    with database.les() as session:
        funn = [*_struktur(session), *_historikk(session), *_dokumenter(session)]
        hendelser = session.scalar(text("SELECT count(*) FROM hendelse")) or 0
        dokumenter = session.scalar(text("SELECT count(*) FROM dokument")) or 0
    return Kontroll(hendelser, dokumenter, tuple(funn))


def _struktur(session: Session) -> Iterator[str]:
    for (svar,) in session.execute(text("PRAGMA integrity_check")):
        if svar != "ok":
            yield "Databasefilen er skadet."
            break
    for rad in session.execute(text("PRAGMA foreign_key_check")):
        yield f"En rad i tabellen {rad[0]} viser til noe som ikke finnes."


def _historikk(session: Session) -> Iterator[str]:
    try:
        yield from brudd_i_kjeden(session)
    except ValueError:
        yield "En linje i historikken er endret og kan ikke leses."


def _dokumenter(session: Session) -> Iterator[str]:
    for nummer, innhold, hash_ in session.execute(select(Dokument.id, Dokument.innhold, Dokument.sha256)):
        if sha256(innhold).hexdigest() != hash_:
            yield f"Dokument {nummer} er endret etter at det ble laget."
    med_fil = select(Vedlegg.id, Vedlegg.innhold, Vedlegg.sha256).where(Vedlegg.sha256.is_not(None))
    for nummer, fil, ventet in session.execute(med_fil):
        if fil is None or sha256(fil).hexdigest() != ventet:
            yield f"Vedlegg {nummer} er endret etter at det ble lagt ved."
