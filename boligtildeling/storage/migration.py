"""Versions of the database: read what it is, refuse a newer one untouched, bring an older one up in one transaction."""

from sqlalchemy import Connection

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import Database, i_ord
from boligtildeling.storage.tilkobling import DatabaseFeil, Tilkobling

KJENTE_VERSJONER: tuple[str, ...] = ("0001", "0002", "0003")
"""Every released version of the database, oldest first."""


def lagret_versjon(tilkobling: Tilkobling) -> str | None:
    """The version that stands in the database; None when there is none in it. Raises `DatabaseFeil`."""
    try:
        rad = tilkobling.execute("SELECT version_num FROM alembic_version").fetchone()
    except DatabaseFeil as feil:
        if "no such table" in str(feil):
            return None
        raise
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
    """Brings the database to the newest version, all steps in one transaction, kept only if it is sound afterwards."""
    with i_ord(), database.motor.connect().execution_options(begynn="BEGIN IMMEDIATE") as tilkobling:
        kjoer_migrasjoner(tilkobling)
        _krev_hel(tilkobling)
        tilkobling.commit()


def _krev_hel(tilkobling: Connection) -> None:
    feil = [svar for (svar,) in tilkobling.exec_driver_sql("PRAGMA integrity_check") if svar != "ok"]
    if feil or tilkobling.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Driftsfeil(
            "Databasen er skadet, så den kan ikke oppgraderes.",
            "Databasen er som før oppgraderingen.",
            "Ta kontakt med IT, som kan gjenopprette en sikkerhetskopi.",
        )


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
