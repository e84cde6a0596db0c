"""Whether the database is sound: structure, references, history chain, documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.orm import Session

from boligtildeling.casework.kjedekontroll import Hode, brudd_i_kjedene, brudd_mot_hode, hoder
from boligtildeling.storage.database import Database
from boligtildeling.storage.vern import utloesere

_MED_FILER = {
    "dokument": "Dokument {} er endret etter at det ble laget.",
    "vedlegg": "Vedlegg {} er endret etter at det ble lagt ved.",
}
_KASSERT = {
    "vedlegg": "EXISTS (SELECT 1 FROM kassasjon WHERE slag = 'like_vedlegg') AND EXISTS (SELECT 1 FROM vedlegg AS v "
    "WHERE v.saksnummer = vedlegg.saksnummer AND v.sha256 = vedlegg.sha256 AND v.id < vedlegg.id)",
}


@dataclass(frozen=True, slots=True)
class Kontroll:
    """What was looked at, a sentence for everything that is wrong, and the ends of the logs as they are now."""

    hendelser: int
    dokumenter: int
    funn: tuple[str, ...]
    hoder: tuple[Hode, ...] = ()


def kontroller(database: Database, mot: Sequence[Hode] = ()) -> Kontroll:
    """Looks at everything, and whether the logs still hold the ends in `mot`; never changes anything."""
    with database.les() as session:
        funn = [*_struktur(session), *_vern(session), *_historikk(session), *_dokumenter(session)]
        funn += [brudd for ende in mot if (brudd := brudd_mot_hode(session, ende)) is not None]
        hendelser = session.scalar(text("SELECT count(*) FROM hendelse")) or 0
        dokumenter = session.scalar(text("SELECT count(*) FROM dokument")) or 0
        ender = hoder(session)
    return Kontroll(hendelser, dokumenter, tuple(funn), ender)


def _struktur(session: Session) -> Iterator[str]:
    seglbrudd = [*session.execute(text("PRAGMA cipher_integrity_check"))]
    if seglbrudd or any(svar != "ok" for (svar,) in session.execute(text("PRAGMA integrity_check"))):
        yield "Databasefilen er skadet."
    for rad in session.execute(text("PRAGMA foreign_key_check")):
        yield f"En rad i tabellen {rad[0]} viser til noe som ikke finnes."


def _vern(session: Session) -> Iterator[str]:
    """What lets logs and documents only grow must be in place as it was made, and no document be gone."""
    staar = {r.name: r.sql for r in session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))}
    borte = {tabell for tabell, navn, sql in utloesere() if staar.get(navn) != sql}
    for tabell in sorted(borte):
        yield f"Vernet mot endring av tabellen {tabell} er borte."
    antall, siste = session.execute(text("SELECT count(*), coalesce(max(id), 0) FROM dokument")).one()
    if antall != siste:
        yield "Det mangler rader i tabellen dokument."


def _historikk(session: Session) -> Iterator[str]:
    yield from brudd_i_kjedene(session)
    uten_linje = session.scalars(
        text(
            "SELECT saksnummer FROM sak WHERE versjon <> (SELECT coalesce(max(sak_versjon), 0) FROM hendelse "
            "WHERE hendelse.saksnummer = sak.saksnummer) ORDER BY saksnummer"
        )
    )
    for saksnummer in uten_linje:
        yield f"Historikken til sak {saksnummer} har ikke den siste endringen av saken."


def _dokumenter(session: Session) -> Iterator[str]:
    """Every file must fit its SHA-256; one that is shielded must fit what the shielding put there.

    An enclosure that was the same as an earlier one in the case may have been disposed of; the earlier one stands.
    """
    for tabell, hva in _MED_FILER.items():
        rader = text(
            f"SELECT id, CAST(innhold AS BLOB), sha256, (SELECT s.avtrykk FROM skjermet_sted AS s WHERE "
            f"s.tabell = '{tabell}' AND s.rad = {tabell}.id ORDER BY s.id DESC LIMIT 1), {_KASSERT.get(tabell, '0')} "
            f"FROM {tabell} WHERE sha256 IS NOT NULL"
        )
        for nummer, innhold, opprinnelig, skjermet, er_kassert in session.execute(rader):
            funnet = sha256(innhold).hexdigest() if innhold is not None else ""
            er_borte_etter_planen = innhold is None and er_kassert
            if funnet != (opprinnelig if skjermet is None else skjermet) and not er_borte_etter_planen:
                yield hva.format(nummer)
