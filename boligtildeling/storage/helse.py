"""Whether the database is sound: structure, references, history chain, documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.orm import Session

from boligtildeling.casework.historikk import brudd_i_kjeden
from boligtildeling.storage.database import Database

BARE_TILLEGG = ("hendelse", "lesning", "dokument", "sjekklisteutgave", "mappe")
"""The tables whose rows are never changed and never deleted."""

_MED_FILER = {
    "dokument": "Dokument {} er endret etter at det ble laget.",
    "vedlegg": "Vedlegg {} er endret etter at det ble lagt ved.",
}


@dataclass(frozen=True, slots=True)
class Kontroll:
    """What was looked at, and a sentence for everything that is wrong."""

    hendelser: int
    dokumenter: int
    funn: tuple[str, ...]


def kontroller(database: Database) -> Kontroll:
    """Looks at everything; never changes anything."""
    with database.les() as session:
        funn = [*_struktur(session), *_vern(session), *_historikk(session), *_dokumenter(session)]
        hendelser = session.scalar(text("SELECT count(*) FROM hendelse")) or 0
        dokumenter = session.scalar(text("SELECT count(*) FROM dokument")) or 0
    return Kontroll(hendelser, dokumenter, tuple(funn))


def _struktur(session: Session) -> Iterator[str]:
    seglbrudd = [*session.execute(text("PRAGMA cipher_integrity_check"))]
    if seglbrudd or any(svar != "ok" for (svar,) in session.execute(text("PRAGMA integrity_check"))):
        yield "Databasefilen er skadet."
    for rad in session.execute(text("PRAGMA foreign_key_check")):
        yield f"En rad i tabellen {rad[0]} viser til noe som ikke finnes."


def _vern(session: Session) -> Iterator[str]:
    """What lets history, readings and documents only grow must be in place, and no row be gone from among them."""
    vernet = set(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(%'")))
    for tabell in BARE_TILLEGG:
        if {f"{tabell}_update_nektes", f"{tabell}_delete_nektes"} - vernet:
            yield f"Vernet mot endring av tabellen {tabell} er borte."
    for tabell in ("dokument", "lesning"):
        antall, siste = session.execute(text(f"SELECT count(*), coalesce(max(id), 0) FROM {tabell}")).one()
        if antall != siste:
            yield f"Det mangler rader i tabellen {tabell}."


def _historikk(session: Session) -> Iterator[str]:
    try:
        yield from brudd_i_kjeden(session)
    except ValueError:
        yield "En linje i historikken er endret og kan ikke leses."
    uten_linje = session.scalars(
        text(
            "SELECT saksnummer FROM sak WHERE versjon <> (SELECT coalesce(max(sak_versjon), 0) FROM hendelse "
            "WHERE hendelse.saksnummer = sak.saksnummer) ORDER BY saksnummer"
        )
    )
    for saksnummer in uten_linje:
        yield f"Historikken til sak {saksnummer} har ikke den siste endringen av saken."


def _dokumenter(session: Session) -> Iterator[str]:
    for tabell, hva in _MED_FILER.items():
        rader = text(f"SELECT id, CAST(innhold AS BLOB), sha256 FROM {tabell} WHERE sha256 IS NOT NULL")
        for nummer, innhold, ventet in session.execute(rader):
            if innhold is None or sha256(innhold).hexdigest() != ventet:
                yield hva.format(nummer)
