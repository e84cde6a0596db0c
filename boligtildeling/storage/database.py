"""The one door to the database: opens it, gives transactions, and says in words what the machine refuses."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.tilkobling import DatabaseFeil, Tilkobling

FILNAVN = "boligtildeling.db"
_INGENTING_LAGRET = "Ingenting av det du gjorde nå er lagret. Det som var lagret før, står."


class Database:
    """An open database; `skriv` and `les` are the only ways in.

    `koble` makes its connections; `ved_lukking` is called when it is closed.
    """

    def __init__(self, koble: Callable[[], Tilkobling], ved_lukking: Callable[[], None] = lambda: None) -> None:
        self.motor = _motor(koble)
        self._ved_lukking = ved_lukking

    @contextmanager
    def skriv(self) -> Iterator[Session]:
        """A write transaction, taken at once (BEGIN IMMEDIATE); whole or not at all. Raises `Driftsfeil`."""
        with self._sesjon("BEGIN IMMEDIATE") as session:
            yield session
            session.commit()

    @contextmanager
    def les(self) -> Iterator[Session]:
        """A short read transaction. Raises `Driftsfeil`."""
        with self._sesjon("BEGIN") as session:
            yield session

    @contextmanager
    def _sesjon(self, begynn: str) -> Iterator[Session]:
        with i_ord():
            tilkobling = self.motor.connect().execution_options(begynn=begynn)
            with tilkobling, Session(tilkobling, expire_on_commit=False, autoflush=False) as session:
                session.connection()  # begins now, and not at the first question
                yield session

    def toem_journalen(self) -> None:
        """Moves all that is saved from the journal to the database, so that no former content lies in it.

        What others are reading stays until they are done. Raises `Driftsfeil`.
        """
        with i_ord():
            tilkobling = self.motor.raw_connection()
            try:
                tilkobling.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                tilkobling.close()

    def lukk(self) -> None:
        self.motor.dispose()
        self._ved_lukking()


@contextmanager
def i_ord() -> Iterator[None]:
    """Turns what SQLite or the file system refuses into a `Driftsfeil` that says what is safe and what to do."""
    try:
        yield
    except StaleDataError:
        raise Driftsfeil("Noen andre endret det samme samtidig.", _INGENTING_LAGRET, "Prøv på nytt.") from None
    except DatabaseError as feil:
        if (kjent := _kjent_feil(feil.orig)) is None:
            raise
        raise kjent from None
    except (DatabaseFeil, sqlite3.DatabaseError) as feil:
        if (kjent := _kjent_feil(feil)) is None:
            raise
        raise kjent from None
    except OSError as feil:
        raise Driftsfeil(
            f"Datamaskinen kunne ikke lese eller skrive: {_OS_FEIL.get(feil.errno or 0, 'ukjent grunn')}.",
            _INGENTING_LAGRET,
            "Kontroller at disken har plass, og at du har tilgang til mappen. Prøv så igjen.",
        ) from None


def _kjent_feil(feil: object) -> Driftsfeil | None:
    kode = getattr(feil, "sqlite_errorcode", None)
    if kode is not None:
        return _FEILKODER.get(kode & 0xFF)
    tekst = str(feil)  # the binding gives no code for what goes wrong while a copy is taken
    return next((_FEILKODER[kode] for tegn, kode in _FEILTEKSTER.items() if tegn in tekst), None)


_OS_FEIL: dict[int, str] = {
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "kvoten på disken er brukt opp",
    errno.EFBIG: "filen ble større enn det er lov til",
    errno.EACCES: "du har ikke tilgang",
    errno.EPERM: "du har ikke tilgang",
    errno.EROFS: "disken kan bare leses",
    errno.ENOENT: "mappen finnes ikke",
    errno.ENOTDIR: "en del av stien er ikke en mappe",
    errno.EISDIR: "det er en mappe med dette navnet",
    errno.EEXIST: "det finnes allerede noe med dette navnet",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EIO: "disken svarte med en feil",
}
_ODELAGT = Driftsfeil(
    "Databasen er skadet og kan ikke leses.",
    "Filen er ikke rørt.",
    "Ikke arbeid videre i mappen. Ta kontakt med IT, som kan gjenopprette en sikkerhetskopi.",
)
_FEILTEKSTER = {
    "not a database": sqlite3.SQLITE_NOTADB,
    "malformed": sqlite3.SQLITE_CORRUPT,
    "Could not decode to UTF-8": sqlite3.SQLITE_CORRUPT,
    "disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "readonly database": sqlite3.SQLITE_READONLY,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "is locked": sqlite3.SQLITE_BUSY,
}
_FEILKODER: dict[int, Driftsfeil] = {
    sqlite3.SQLITE_FULL: Driftsfeil("Disken er full.", _INGENTING_LAGRET, "Frigjør plass på disken og prøv igjen."),
    sqlite3.SQLITE_READONLY: Driftsfeil(
        "Mappen kan bare leses, ikke skrives til.", _INGENTING_LAGRET, "Be IT gi deg skrivetilgang til mappen."
    ),
    sqlite3.SQLITE_BUSY: Driftsfeil(
        "Databasen er opptatt av et annet program.", _INGENTING_LAGRET, "Vent litt og prøv igjen."
    ),
    sqlite3.SQLITE_LOCKED: Driftsfeil(
        "Databasen er låst av et annet program.", _INGENTING_LAGRET, "Vent litt og prøv igjen."
    ),
    sqlite3.SQLITE_IOERR: Driftsfeil(
        "Disken svarte med en feil.", _INGENTING_LAGRET, "Prøv igjen. Kommer det tilbake, ta kontakt med IT."
    ),
    sqlite3.SQLITE_CANTOPEN: Driftsfeil(
        "Databasen kan ikke åpnes.", _INGENTING_LAGRET, "Kontroller at mappen finnes, og at du har tilgang til den."
    ),
    sqlite3.SQLITE_CORRUPT: _ODELAGT,
    sqlite3.SQLITE_NOTADB: _ODELAGT,
}


def _motor(koble: Callable[[], Tilkobling]) -> Engine:
    motor = create_engine("sqlite+pysqlite://", module=dbapi2, creator=koble, poolclass=QueuePool, pool_size=3)

    @event.listens_for(motor, "begin")
    def _begynn(tilkobling: Any) -> None:
        tilkobling.exec_driver_sql(tilkobling.get_execution_options().get("begynn", "BEGIN"))

    return motor
