"""Makes a data folder, and puts the rooms together around its database."""

import platform
import shutil
from collections.abc import Sequence
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
from boligtildeling.exchange.ressurser import Sjekklister, hjemler, livsoppholdssatser
from boligtildeling.storage.database import FILNAVN, Database, i_ord
from boligtildeling.storage.migration import oppgrader

ROM = alle.ROM


def lag_rammer(database: Database, klokke: Klokkelaan, er_proeve: bool) -> Rammer:
    return Rammer(
        lager=database,
        klokke=klokke,
        sjekklister=Sjekklister(),
        hjemler=hjemler(),
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
    with i_ord():
        if mappe.exists() and (not mappe.is_dir() or any(mappe.iterdir())):
            raise Driftsfeil(
                "Mappen er ikke tom.", "Ingenting i den er rørt.", "Velg en ny mappe, eller en som er tom."
            )
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        under_arbeid = mappe / ".opprettes"
        under_arbeid.mkdir(mode=0o700)
        try:
            _fyll_ny(under_arbeid, brukere, slag, Klokke(klokke).naa())
            (under_arbeid / FILNAVN).rename(mappe / FILNAVN)
        finally:
            shutil.rmtree(under_arbeid, ignore_errors=True)


def _fyll_ny(mappe: Path, brukere: Sequence[tuple[str, Rolle]], slag: str, naa: datetime) -> None:
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
