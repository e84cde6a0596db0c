"""A lock that another process can see, and that is let go of when its owner dies: SQLite's own, on every system."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path


class Opptatt(Exception):
    """Another process holds the lock."""


@contextmanager
def laas(fil: Path) -> Iterator[None]:
    """Holds the lock on `fil` while the block runs, and takes the file away afterwards. Raises `Opptatt`."""
    with closing(sqlite3.connect(fil, timeout=0, isolation_level=None)) as tilkobling:
        try:
            tilkobling.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as feil:
            if feil.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise Opptatt from None
        try:
            yield
        finally:
            _fjern(fil)


def _fjern(fil: Path) -> None:
    """Someone who is just being refused may have the file open, which Windows minds."""
    with suppress(OSError):
        fil.unlink()
