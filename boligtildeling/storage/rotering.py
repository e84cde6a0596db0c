"""Changes the key of a folder, its recovery code or its passphrase; and encrypts a database from before encryption.

A new key is never put on the old file: the database is written anew by it beside the old one, checked, and put in its
place. Killed at any point, the folder opens with the key that fits, and what was under way is settled or begun again.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.domain.papirkode import ny_kode
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.doer import (
    NYTT_KNIPPE,
    alene,
    er_klartekst,
    gjeldende_noekkel,
    journal_inn,
    sett_paa_plass,
)
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Noekkelsted
from boligtildeling.storage.kopier import krev_hel, skriv_om
from boligtildeling.storage.noekler import (
    SpoerPassfrase,
    krev_god_passfrase,
    lag_noekler,
    les_knippe,
    med_kode,
    skriv_knippe,
    sted_for,
)
from boligtildeling.storage.skriving import fest
from boligtildeling.storage.sted import krev_rom
from boligtildeling.storage.tilkobling import koble

_ARBEIDSMAPPE = ".bytter"


def bytt_noekkel(mappe: Path, spoer: SpoerPassfrase) -> None:
    """A new key, everything encrypted anew; the recovery code and the passphrase stay as they are.

    Raises `Driftsfeil` when someone else is in the folder, or there is no room.
    """
    with alene(mappe):
        gammelt, gammel = gjeldende_noekkel(mappe, spoer)
        fil = mappe / FILNAVN
        krev_rom(mappe, fil.stat().st_size * 2)
        nytt, ny = gammelt.med_ny_noekkel(gammel)
        with _arbeidsmappe(mappe) as arbeid:
            journal_inn(fil, gammel)
            skriv_om(fil, gammel, arbeid / FILNAVN, ny)
            if nytt.daglig != "passfrase":
                sted_for(mappe, nytt.daglig).lagre(nytt.noekkel_id, ny)
            skriv_knippe(mappe, nytt, NYTT_KNIPPE)
            sett_paa_plass(arbeid / FILNAVN, fil)
            (mappe / NYTT_KNIPPE).replace(mappe / KNIPPE)
            fest(mappe)
        if nytt.daglig != "passfrase":
            sted_for(mappe, nytt.daglig).slett(gammelt.noekkel_id)


def bytt_kode(mappe: Path, spoer: SpoerPassfrase) -> str:
    """A new recovery code; the former opens nothing any more. Raises `Driftsfeil`."""
    with alene(mappe):
        knippe, noekkel = gjeldende_noekkel(mappe, spoer)
        kode = ny_kode()
        skriv_knippe(mappe, knippe.med_ny_kode(kode, noekkel))
        return kode


def sett_passfrase(mappe: Path, passfrase: str, spoer: SpoerPassfrase) -> None:
    """From now on the folder opens by this passphrase and nothing else (but the code): no key lies on the machine.

    Raises `Driftsfeil`, and `Bruksfeil` for a passphrase that is too short.
    """
    krev_god_passfrase(passfrase)
    with alene(mappe):
        knippe, noekkel = gjeldende_noekkel(mappe, spoer)
        skriv_knippe(mappe, knippe.med_passfrase(passfrase, noekkel).med_sted("passfrase"))
        if knippe.daglig != "passfrase":
            sted_for(mappe, knippe.daglig).slett(knippe.noekkel_id)


def gjenopprett_noekkel(mappe: Path, kode: str, sted: Noekkelsted) -> None:
    """Puts the key back where it is kept for daily use, by the recovery code. Raises `Driftsfeil`; nothing is touched.

    A passphrase that nobody remembers is gone afterwards.
    """
    if sted == "passfrase":
        raise Bruksfeil("Sett en ny passfrase etterpå, med «boligtildeling noekkel passfrase».")
    with alene(mappe):
        knippe = les_knippe(mappe / KNIPPE)
        noekkel = med_kode(knippe, kode)
        sted_for(mappe, sted).lagre(knippe.noekkel_id, noekkel)
        if (mappe / NYTT_KNIPPE).is_file():  # a change of key was cut off: both keys are needed to settle it
            nytt = les_knippe(mappe / NYTT_KNIPPE)
            sted_for(mappe, sted).lagre(nytt.noekkel_id, med_kode(nytt, kode))
            skriv_knippe(mappe, nytt.med_sted(sted), NYTT_KNIPPE)
        skriv_knippe(mappe, knippe.med_sted(sted))


def krypter_klartekst(mappe: Path, sted: Noekkelsted, passfrase: str | None = None) -> str:
    """Encrypts a database from before encryption, and takes the clear one away. Gives the recovery code.

    Raises `Driftsfeil`, `Bruksfeil`; then the database is as it was.
    """
    fil = mappe / FILNAVN
    with alene(mappe):
        if not er_klartekst(fil):
            raise Bruksfeil("Databasen er kryptert allerede.")
        krev_rom(mappe, fil.stat().st_size * 2)
        with _arbeidsmappe(mappe) as arbeid:
            _, noekkel, kode = lag_noekler(mappe, sted, passfrase)
            _eksporter(fil, arbeid / FILNAVN, noekkel)
            krev_hel(arbeid / FILNAVN, noekkel)
            sett_paa_plass(arbeid / FILNAVN, fil)
        return kode


def _eksporter(fra: Path, til: Path, noekkel: bytes) -> None:
    from sqlcipher3 import dbapi2

    koble(til, noekkel, ny=True).close()
    with closing(dbapi2.connect(fra, isolation_level=None)) as klartekst:
        klartekst.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        klartekst.execute("PRAGMA journal_mode=DELETE")
        klartekst.execute(f"ATTACH DATABASE ? AS ny KEY \"x'{noekkel.hex()}'\"", (str(til),))
        klartekst.execute("SELECT sqlcipher_export('ny')").fetchall()
        klartekst.execute("DETACH DATABASE ny")


@contextmanager
def _arbeidsmappe(mappe: Path) -> Iterator[Path]:
    """A place to write beside the database; what a killed attempt left in it goes first."""
    arbeid = mappe / _ARBEIDSMAPPE
    with i_ord():
        shutil.rmtree(arbeid, ignore_errors=True)
        arbeid.mkdir(mode=0o700)
        try:
            yield arbeid
        finally:
            shutil.rmtree(arbeid, ignore_errors=True)
