"""Locks that other processes can see, and that are let go of when their owner dies: SQLite's own, on every system."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

MAPPELAAS = ".laas"
"""The file in a data folder whose lock says who uses it: many together, or one alone for upkeep."""


class Opptatt(Exception):
    """Another process holds the lock."""


@contextmanager
def laas(fil: Path, fjern: bool = True) -> Iterator[None]:
    """Holds the lock on `fil` alone while the block runs; `fjern` takes the file away after. Raises `Opptatt`."""
    with closing(_koble(fil, 0)) as tilkobling:
        _ta(tilkobling, "BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            if fjern:
                _fjern(fil)


class DeltLaas:
    """The lock on `fil` held together with others, until let go of; nobody gets it alone meanwhile."""

    def __init__(self, fil: Path, ventetid_sekunder: float) -> None:
        """Waits that long for one who holds it alone. Raises `Opptatt`."""
        self._tilkobling = _koble(fil, ventetid_sekunder)
        try:
            _ta(self._tilkobling, "BEGIN")
            _ta(self._tilkobling, "SELECT 1 FROM sqlite_master")
        except Opptatt:
            self.slipp()
            raise

    def slipp(self) -> None:
        self._tilkobling.close()


def _koble(fil: Path, ventetid_sekunder: float) -> sqlite3.Connection:
    return sqlite3.connect(fil, timeout=ventetid_sekunder, isolation_level=None, check_same_thread=False)


def _ta(tilkobling: sqlite3.Connection, setning: str) -> None:
    try:
        tilkobling.execute(setning).fetchall()
    except sqlite3.OperationalError as feil:
        if feil.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        raise Opptatt from None


def _fjern(fil: Path) -> None:
    """Someone who is just being refused may have the file open, which Windows minds."""
    with suppress(OSError):
        fil.unlink()
