"""The one door into a data folder: place, lock, key, journal, version, upgrade – and only then the database."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import FILNAVN, Database, i_ord
from boligtildeling.storage.journal import journalen_er_skadet
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, kjennemerke
from boligtildeling.storage.kopier import Kopi, Slag, ta_kopi
from boligtildeling.storage.laas import MAPPELAAS, DeltLaas, Opptatt, laas
from boligtildeling.storage.migration import KJENTE_VERSJONER, krev_kjent_versjon, lagret_versjon, oppgrader
from boligtildeling.storage.noekler import SpoerPassfrase, daglig_noekkel, les_knippe
from boligtildeling.storage.skriving import fest
from boligtildeling.storage.sted import krev_eget_sted, krev_rom
from boligtildeling.storage.tilkobling import VENTETID_SEKUNDER, DatabaseFeil, koble, koble_for_lesing

NYTT_KNIPPE = "noekkelknippe.ny.json"
"""Lies in the folder while its key is being changed; see `rotering`."""
KLARTEKST = b"SQLite format 3\0"
_ROM_TIL_OPPGRADERING = 3
"""An upgrade needs room for the copy before it, its journal and the copy's own: times the size of the database."""


class Mappedatabase(Database):
    """The open database of a folder; copies of it can be taken with its key while it is open."""

    def __init__(self, mappe: Path, noekkel: bytes, delt: DeltLaas) -> None:
        super().__init__(partial(koble, mappe / FILNAVN, noekkel), delt.slipp)
        self._mappe, self._noekkel = mappe, noekkel

    def ta_kopi(self, slag: Slag, til: Path | None = None) -> Kopi:
        """A backup copy in `til`, or among the folder's own. Raises `Driftsfeil`."""
        return ta_kopi(self._mappe, self._noekkel, slag, til)


def aapne(mappe: Path, spoer: SpoerPassfrase = lambda: None) -> Mappedatabase:
    """Opens the folder's database, upgraded if it was older. Raises `Driftsfeil`; what is refused is untouched."""
    krev_eget_sted(mappe)
    with i_ord():
        _krev_kryptert(mappe)
        noekkel = _som_foerstemann(mappe, spoer)
        try:
            delt = DeltLaas(mappe / MAPPELAAS, VENTETID_SEKUNDER)
        except Opptatt:
            raise opptatt() from None
        try:
            if noekkel is None or kjennemerke(noekkel) != les_knippe(mappe / KNIPPE).noekkel_id:
                noekkel = gjeldende_noekkel(mappe, spoer)[1]
        except BaseException:
            delt.slipp()
            raise
        return Mappedatabase(mappe, noekkel, delt)


def _som_foerstemann(mappe: Path, spoer: SpoerPassfrase) -> bytes | None:
    """Makes the folder fit for use, and gives its key; None when others use it, so that it has been done."""
    try:
        with laas(mappe / MAPPELAAS, fjern=False):
            return _gjoer_klar(mappe, spoer)
    except Opptatt:
        return None


def _krev_kryptert(mappe: Path) -> None:
    """Before anything is made in the folder, so that one that is not ours is left alone."""
    if er_klartekst(mappe / FILNAVN):
        raise Driftsfeil(
            "Databasen er fra en tidlig utgave av programmet, og den er ikke kryptert.",
            "Filen er ikke rørt.",
            "Kjør «boligtildeling noekkel krypter». Alt i den blir med.",
        )
    les_knippe(mappe / KNIPPE)


def _gjoer_klar(mappe: Path, spoer: SpoerPassfrase) -> bytes:
    fil = mappe / FILNAVN
    if journalen_er_skadet(fil):
        raise Driftsfeil(
            "Journalen til databasen er skadet: noe som var lagret, kan ikke leses.",
            "Filene er ikke rørt.",
            "Ta en kopi av hele mappen. Gjenopprett så den siste sikkerhetskopien: «boligtildeling gjenopprett».",
        )
    _, noekkel = gjeldende_noekkel(mappe, spoer)
    with closing(koble_for_lesing(fil, noekkel)) as tilkobling:
        versjon = lagret_versjon(tilkobling)
    krev_kjent_versjon(versjon)
    if versjon != KJENTE_VERSJONER[-1]:
        _oppgrader(mappe, noekkel)
    return noekkel


def _oppgrader(mappe: Path, noekkel: bytes) -> None:
    fil = mappe / FILNAVN
    krev_rom(mappe, fil.stat().st_size * _ROM_TIL_OPPGRADERING)
    ta_kopi(mappe, noekkel, "foer-oppgradering")
    database = Database(partial(koble, fil, noekkel))
    try:
        oppgrader(database)
    finally:
        database.lukk()


def gjeldende_noekkel(mappe: Path, spoer: SpoerPassfrase) -> tuple[Knippe, bytes]:
    """The bundle and the key that fit the database; a change of key that was cut off is settled here."""
    fil, nytt = mappe / FILNAVN, mappe / NYTT_KNIPPE
    if not nytt.is_file():
        knippe = les_knippe(mappe / KNIPPE)
        noekkel = daglig_noekkel(mappe, knippe, spoer)
        if not passer(fil, noekkel):
            raise _laast()
        return knippe, noekkel
    for navn in (KNIPPE, NYTT_KNIPPE):
        knippe = les_knippe(mappe / navn)
        noekkel = daglig_noekkel(mappe, knippe, spoer)
        if passer(fil, noekkel):
            if navn == NYTT_KNIPPE:
                nytt.replace(mappe / KNIPPE)
            nytt.unlink(missing_ok=True)
            fest(mappe)
            return knippe, noekkel
    raise _laast()


def passer(fil: Path, noekkel: bytes) -> bool:
    """Whether the key opens the database."""
    with closing(koble_for_lesing(fil, noekkel)) as tilkobling:
        try:
            tilkobling.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except DatabaseFeil as feil:
            if "not a database" in str(feil):
                return False
            raise
    return True


def journal_inn(fil: Path, noekkel: bytes) -> None:
    """Writes all that stands in the journal into the database file, so that it is whole by itself."""
    with closing(koble(fil, noekkel)) as tilkobling:
        tilkobling.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def sett_paa_plass(ny: Path, fil: Path) -> None:
    """Puts a whole database in the place of `fil`, whose journal must be empty or kept elsewhere by now."""
    for ende in ("-wal", "-shm"):  # a journal of the former database would be read into this one
        fil.with_name(f"{fil.name}{ende}").unlink(missing_ok=True)
    ny.replace(fil)
    fest(fil.parent)


def er_klartekst(fil: Path) -> bool:
    """Whether the database was written without a key."""
    with fil.open("rb") as stroem:
        return stroem.read(len(KLARTEKST)) == KLARTEKST


@contextmanager
def alene(mappe: Path) -> Iterator[None]:
    """The folder for upkeep, with nobody else in it. Raises `Driftsfeil` when someone is."""
    with i_ord():
        try:
            with laas(mappe / MAPPELAAS, fjern=False):
                yield
        except Opptatt:
            raise opptatt() from None


def opptatt() -> Driftsfeil:
    return Driftsfeil(
        "Mappen er i bruk av et annet vindu eller en annen kommando.",
        "Ingenting er endret.",
        "Lukk vinduet, vent til andre kommandoer er ferdige, og prøv igjen.",
    )


def _laast() -> Driftsfeil:
    return Driftsfeil(
        "Nøkkelen låser ikke opp databasen. Enten er filen skadet, eller så hører nøkkelen til en annen mappe.",
        "Filen er ikke rørt.",
        "Ta kontakt med IT, som kan gjenopprette en sikkerhetskopi.",
    )
