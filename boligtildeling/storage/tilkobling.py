"""Connects to an encrypted database file with its key. Nothing else in the program connects to one."""

import os
from pathlib import Path
from typing import Any, Literal

from sqlcipher3 import dbapi2

from boligtildeling.storage.skriving import EIERENS

Tilkobling = Any
"""A connection of the encrypted SQLite, whose binding ships no types."""
DatabaseFeil: type[Exception] = dbapi2.DatabaseError
VENTETID_SEKUNDER = 20.0
_INNSTILLINGER = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
    "trusted_schema=OFF",
    "secure_delete=ON",
)
_FOR_SKRIVING_AV_HEL_FIL = ("locking_mode=EXCLUSIVE", "journal_mode=MEMORY", "synchronous=FULL", "temp_store=MEMORY")
"""For a file that is thrown away unless it becomes whole: no journal and no shared memory, so any disk will do."""


def koble(fil: Path, noekkel: bytes, ventetid_sekunder: float = VENTETID_SEKUNDER, *, ny: bool = False) -> Tilkobling:
    """A connection to read and write by; `ny` makes the file when it is not there. Raises `DatabaseFeil`."""
    return _med(_koble(fil, noekkel, "rwc" if ny else "rw", ventetid_sekunder), _INNSTILLINGER)


def koble_til_ny_fil(fil: Path, noekkel: bytes) -> Tilkobling:
    """A connection to write a whole new database by, to be closed before anyone reads it. Raises `DatabaseFeil`."""
    return _med(_koble(fil, noekkel, "rwc", VENTETID_SEKUNDER), _FOR_SKRIVING_AV_HEL_FIL)


def koble_for_lesing(fil: Path, noekkel: bytes) -> Tilkobling:
    """A connection that changes nothing in the file. Raises `DatabaseFeil`."""
    return _koble(fil, noekkel, "ro", VENTETID_SEKUNDER)


def _med(tilkobling: Tilkobling, innstillinger: tuple[str, ...]) -> Tilkobling:
    try:
        for innstilling in innstillinger:
            tilkobling.execute(f"PRAGMA {innstilling}").fetchall()
    except DatabaseFeil:
        tilkobling.close()
        raise
    return tilkobling


def _koble(fil: Path, noekkel: bytes, modus: Literal["ro", "rw", "rwc"], ventetid_sekunder: float) -> Tilkobling:
    if len(noekkel) != 32:  # without a key the file would be written in clear text
        raise ValueError("noekkel")
    if modus == "rwc" and not fil.exists():  # made here, since SQLite lets others read what it makes
        os.close(os.open(fil, os.O_CREAT | os.O_WRONLY, EIERENS))
    tilkobling = dbapi2.connect(
        f"{fil.absolute().as_uri()}?mode={modus}",
        uri=True,
        timeout=ventetid_sekunder,
        isolation_level=None,
        check_same_thread=False,
    )
    tilkobling.execute("PRAGMA cipher_log_level=NONE")
    tilkobling.execute(f"PRAGMA key=\"x'{noekkel.hex()}'\"")
    return tilkobling
