"""Versions of the database: read what it is, refuse a newer one untouched, bring an older one up in one transaction."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import Database, i_ord

KJENTE_VERSJONER: tuple[str, ...] = ("0001", "0002")
"""Every released version of the database, oldest first."""


def lagret_versjon(fil: Path) -> str | None:
    """The version that stands in the file, read without changing it; None when there is no database in it."""
    with i_ord():
        tilkobling = sqlite3.connect(f"{fil.absolute().as_uri()}?mode=ro", uri=True)
        try:
            rad = tilkobling.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError as feil:
            if "no such table" in str(feil):
                return None
            raise
        finally:
            tilkobling.close()
    return rad[0] if rad else None


def krev_kjent_versjon(versjon: str | None) -> None:
    """Raises `Driftsfeil` for a database that this program does not know."""
    if versjon is None:
        raise Driftsfeil(
            "Filen er ikke en database fra dette programmet.",
            "Filen er ikke rørt.",
            "Velg en annen mappe, eller ta kontakt med IT.",
        )
    if versjon not in KJENTE_VERSJONER:
        raise Driftsfeil(
            "Databasen er laget av en nyere utgave av programmet.",
            "Filen er ikke rørt.",
            "Installer den nyeste utgaven av Boligtildeling og åpne mappen med den.",
        )


def oppgrader(database: Database) -> None:
    """Brings the database to the newest version, all steps in one transaction."""
    with i_ord(), database.motor.connect().execution_options(begynn="BEGIN IMMEDIATE") as tilkobling:
        kjoer_migrasjoner(tilkobling)
        tilkobling.commit()


def kjoer_migrasjoner(tilkobling: Connection, til: str = "head") -> None:
    """Runs the shipped migrations, all in the one transaction that is open or is opened here; commits nothing."""
    from alembic import command
    from alembic.config import Config

    if not tilkobling.in_transaction():  # alembic would turn to autocommit, and a killed upgrade would be half done
        tilkobling.begin()
    oppsett = Config()
    oppsett.set_main_option("script_location", "boligtildeling.storage:migrations")
    oppsett.attributes["connection"] = tilkobling
    command.upgrade(oppsett, til)
