"""Straight into a folder's database, past the program: for what tests look at, and for what they tamper with."""

from functools import lru_cache, partial
from pathlib import Path

from sqlcipher3 import dbapi2

from boligtildeling.storage.database import FILNAVN, Database
from boligtildeling.storage.doer import gjeldende_noekkel
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.tilkobling import Tilkobling, koble

INTEGRITETSFEIL: type[Exception] = dbapi2.IntegrityError
NOEKKEL = bytes(range(32))
"""The key of databases that a test makes without a folder around them."""


def noekkel_til(mappe: Path) -> bytes:
    """The key of a trial folder, which lies beside its database."""
    return _noekkel(mappe, (mappe / KNIPPE).read_bytes())


@lru_cache(maxsize=64)
def _noekkel(mappe: Path, _knippe: bytes) -> bytes:
    return gjeldende_noekkel(mappe, lambda: None)[1]


def raa(mappe: Path) -> Tilkobling:
    """A connection to the folder's database that holds back nothing; every statement is saved at once."""
    tilkobling = koble(mappe / FILNAVN, noekkel_til(mappe))
    tilkobling.execute("PRAGMA foreign_keys=OFF")
    return tilkobling


def ny_database(fil: Path) -> Database:
    """An empty database, encrypted with the key of the tests."""
    return Database(partial(koble, fil, NOEKKEL, ny=True))
