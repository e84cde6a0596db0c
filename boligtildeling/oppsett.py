"""Makes a data folder, and puts the rooms together around its database."""

import platform
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from getpass import getuser
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from boligtildeling.casework import alle
from boligtildeling.casework.context import Arbeid, Klokkelaan, Rammer
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.clock import Klokke
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain.drift import Bruker, Mappe, Rolle
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.exchange.filer import Mappefiler
from boligtildeling.exchange.ressurser import Sjekklister, livsoppholdssatser, lovsamling
from boligtildeling.storage.database import FILNAVN, Database, i_ord
from boligtildeling.storage.laas import Opptatt, laas
from boligtildeling.storage.migration import oppgrader

ROM = alle.ROM
UNDER_ARBEID = ".opprettes"
LAAS = f"{UNDER_ARBEID}.laas"


def lag_rammer(database: Database, klokke: Klokkelaan, er_proeve: bool) -> Rammer:
    return Rammer(
        lager=database,
        klokke=klokke,
        sjekklister=Sjekklister(),
        lov=lovsamling(),
        livsoppholdssatser=livsoppholdssatser(),
        dokumenter=Dokumenter(),
        filer=Mappefiler(None),
        maskin=sha256(platform.node().encode()).hexdigest()[:8],
        er_proeve=er_proeve,
    )


def standardmappe() -> Path:
    """The user's own data folder."""
    return user_data_path("Boligtildeling", appauthor=False)


def er_opprettet(mappe: Path) -> bool:
    """Whether there is a database in the folder."""
    return (mappe / FILNAVN).is_file()


def opprett(mappe: Path, brukere: Sequence[tuple[str, Rolle]], slag: str, klokke: datetime | None = None) -> None:
    """Makes a new data folder, whole or not at all; an existing empty one is accepted. Raises `Driftsfeil`.

    `slag` is virkelig, proeve or demo, and never changes. With no `brukere`, the signed-in user becomes teamleder.
    """
    with under_oppretting(mappe) as sted:
        fyll_ny(sted, brukere, slag, Klokke(klokke).naa())


@contextmanager
def under_oppretting(mappe: Path) -> Iterator[Path]:
    """A place inside `mappe` to build its database in; put in place when the block ends well, gone when it does not.

    What a killed attempt left behind is cleared away first. Raises `Driftsfeil` when the folder holds anything else.
    """
    with i_ord():
        if mappe.exists() and not mappe.is_dir():
            raise _ikke_tom()
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _er_tom(mappe):
            raise _ikke_tom()
        try:
            with laas(mappe / LAAS):
                yield from _bygg(mappe)
        except Opptatt:
            raise Driftsfeil(
                "Mappen er i ferd med å bli laget av et annet program.",
                "Ingenting i den er rørt.",
                "Vent litt og prøv igjen.",
            ) from None


def _bygg(mappe: Path) -> Iterator[Path]:
    if not _er_tom(mappe):
        raise _ikke_tom()
    sted = mappe / UNDER_ARBEID
    shutil.rmtree(sted, ignore_errors=True)
    sted.mkdir(mode=0o700)
    try:
        yield sted
        (sted / FILNAVN).rename(mappe / FILNAVN)
    finally:
        shutil.rmtree(sted, ignore_errors=True)


def _er_tom(mappe: Path) -> bool:
    """Empty but for what an attempt under way, or a killed one, has put there."""
    return all(f.name.startswith(UNDER_ARBEID) for f in mappe.iterdir())


def _ikke_tom() -> Driftsfeil:
    return Driftsfeil("Mappen er ikke tom.", "Ingenting i den er rørt.", "Velg en ny mappe, eller en som er tom.")


def fyll_ny(mappe: Path, brukere: Sequence[tuple[str, Rolle]], slag: str, naa: datetime) -> None:
    """Makes the database with its users in an empty folder."""
    database = Database(mappe / FILNAVN)
    try:
        oppgrader(database)
        alle_brukere = list(brukere) or [(getuser(), "teamleder")]
        with database.skriv() as session:
            session.add(Mappe(id=1, slag=slag, opprettet_tidspunkt=naa))
            rader = [Bruker(navn=n, rolle=r, nummer=nr) for nr, (n, r) in enumerate(alle_brukere, 1)]
            session.add_all(rader)
            session.flush()
            rammer = lag_rammer(database, Klokke(naa), slag != "virkelig")
            rammer.sjekklister.gjeldende()
            arbeid = Arbeid(session=session, rammer=rammer, bruker=rader[0], naa=naa)
            noter_hendelse(
                arbeid, "opprett", "MappeOpprettet", {"slag": slag, "brukere": [list(b) for b in alle_brukere]}
            )
        with database.motor.connect() as tilkobling:
            tilkobling.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.lukk()
