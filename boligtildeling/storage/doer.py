"""The one door into a data folder: place, lock, key, journal, version, upgrade – and only then the database."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.bytte import er_ferdig, er_paabegynt, fullfoer
from boligtildeling.storage.database import FILNAVN, Database, i_ord
from boligtildeling.storage.hylle import Hylle
from boligtildeling.storage.journal import journalen_er_skadet
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, kjennemerke
from boligtildeling.storage.kopier import fjern_kopi, ta_kopi
from boligtildeling.storage.laas import MAPPELAAS, DeltLaas, Opptatt, laas
from boligtildeling.storage.migration import KJENTE_VERSJONER, krev_kjent_versjon, lagret_versjon, oppgrader
from boligtildeling.storage.noekkelsteder import Noekkelfiler
from boligtildeling.storage.noekler import SpoerPassfrase, daglig_noekkel, husket, les_knippe
from boligtildeling.storage.sted import krev_eget_sted, krev_rom
from boligtildeling.storage.tilkobling import VENTETID_SEKUNDER, DatabaseFeil, koble, koble_for_lesing

KLARTEKST = b"SQLite format 3\0"
_ROM_TIL_OPPGRADERING = 3
"""An upgrade needs room for the copy before it, its journal and the copy's own: times the size of the database."""
_FORSOEK = 5


class Mappedatabase(Database):
    """The open database of a folder; its copies can be taken and looked at with its key while it is open."""

    def __init__(self, mappe: Path, noekkel: bytes, delt: DeltLaas) -> None:
        super().__init__(partial(koble, mappe / FILNAVN, noekkel), delt.slipp)
        self._mappe, self._noekkel = mappe, noekkel

    def hylle(self, annet_sted: str | None) -> Hylle:
        """The folder's copies; `annet_sted` is the second place for them, if there is one."""
        return Hylle(self._mappe, self._noekkel, annet_sted)


def er_opprettet(mappe: Path) -> bool:
    """Whether there is a database in the folder, or a whole one that waits to be put in place."""
    return (mappe / FILNAVN).is_file() or er_ferdig(mappe)


def aapne(mappe: Path, spoer: SpoerPassfrase = lambda: None) -> Mappedatabase:
    """Opens the folder's database, upgraded if it was older. Raises `Driftsfeil`; what is refused is untouched."""
    krev_eget_sted(mappe)
    spoer = husket(spoer)
    with i_ord():
        if not er_ferdig(mappe):
            _krev_kryptert(mappe)
        for _ in range(_FORSOEK):
            kjent = _som_foerstemann(mappe, spoer)
            if (aapen := _sammen_med_andre(mappe, spoer, kjent)) is not None:
                return aapen
        raise opptatt()


def _som_foerstemann(mappe: Path, spoer: SpoerPassfrase) -> bytes | None:
    """Makes the folder fit for use, and gives its key; None when others are in it."""
    try:
        with laas(mappe / MAPPELAAS, fjern=False):
            return _gjoer_klar(mappe, spoer)
    except Opptatt:
        return None


def _sammen_med_andre(mappe: Path, spoer: SpoerPassfrase, kjent: bytes | None) -> Mappedatabase | None:
    """The open database; None when the folder is not fit for use after all, since someone was there in between."""
    try:
        delt = DeltLaas(mappe / MAPPELAAS, VENTETID_SEKUNDER)
    except Opptatt:
        raise opptatt() from None
    try:
        noekkel = None if er_paabegynt(mappe) else _noekkel_til_klar(mappe, spoer, kjent)
    except BaseException:
        delt.slipp()
        raise
    if noekkel is None:
        delt.slipp()
        return None
    return Mappedatabase(mappe, noekkel, delt)


def _noekkel_til_klar(mappe: Path, spoer: SpoerPassfrase, kjent: bytes | None) -> bytes | None:
    knippe = les_knippe(mappe / KNIPPE)
    noekkel = kjent
    if noekkel is None or kjennemerke(noekkel) != knippe.noekkel_id:
        noekkel = gjeldende_noekkel(mappe, spoer)[1]
    versjon = versjon_av(mappe / FILNAVN, noekkel)
    krev_kjent_versjon(versjon)
    return noekkel if versjon == KJENTE_VERSJONER[-1] else None


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
    fullfoer(mappe)
    fil = mappe / FILNAVN
    _krev_kryptert(mappe)
    if journalen_er_skadet(fil):
        raise Driftsfeil(
            "Journalen til databasen er skadet: noe som var lagret, kan ikke leses.",
            "Filene er ikke rørt.",
            "Ta en kopi av hele mappen. Gjenopprett så den siste sikkerhetskopien: «boligtildeling gjenopprett».",
        )
    knippe, noekkel = gjeldende_noekkel(mappe, spoer)
    versjon = versjon_av(fil, noekkel)
    krev_kjent_versjon(versjon)
    _foer_inn_journalen(fil, noekkel)
    if versjon != KJENTE_VERSJONER[-1]:
        _oppgrader(mappe, noekkel)
    Noekkelfiler(mappe).slett_andre(knippe.navn if knippe.daglig == "noekkelfil" else None)
    return noekkel


def _foer_inn_journalen(fil: Path, noekkel: bytes) -> None:
    """Ends what a killed program was doing when it moved its journal into the database.

    A page may be half moved; the journal has it whole, and is read until this is done. With no room it waits.
    """
    journal = fil.with_name(f"{fil.name}-wal")
    if journal.is_file() and journal.stat().st_size:
        with suppress(DatabaseFeil), closing(koble(fil, noekkel)) as tilkobling:
            tilkobling.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def versjon_av(fil: Path, noekkel: bytes) -> str | None:
    """The version of the database; None when there is none in it. Raises `DatabaseFeil`."""
    with closing(koble_for_lesing(fil, noekkel)) as tilkobling:
        return lagret_versjon(tilkobling)


def _oppgrader(mappe: Path, noekkel: bytes) -> None:
    fil = mappe / FILNAVN
    krev_rom(mappe, fil.stat().st_size * _ROM_TIL_OPPGRADERING)
    kopi = ta_kopi(mappe, noekkel, "foer-oppgradering")
    database = Database(partial(koble, fil, noekkel))
    try:
        oppgrader(database)
    except BaseException:  # the database is as it was: no need for one more copy at each try
        fjern_kopi(kopi)
        raise
    finally:
        database.lukk()


def gjeldende_noekkel(mappe: Path, spoer: SpoerPassfrase) -> tuple[Knippe, bytes]:
    """The folder's bundle, and the key, which fits the database. Raises `Driftsfeil`, `DatabaseFeil`."""
    knippe = les_knippe(mappe / KNIPPE)
    noekkel = daglig_noekkel(mappe, knippe, spoer)
    if not passer(mappe / FILNAVN, noekkel):
        raise laast()
    return knippe, noekkel


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


def er_klartekst(fil: Path) -> bool:
    """Whether the database was written without a key."""
    with fil.open("rb") as stroem:
        return stroem.read(len(KLARTEKST)) == KLARTEKST


@contextmanager
def alene(mappe: Path) -> Iterator[None]:
    """The folder for upkeep, with nobody else in it and nothing half done. Raises `Driftsfeil` when someone is."""
    with i_ord():
        try:
            with laas(mappe / MAPPELAAS, fjern=False):
                fullfoer(mappe)
                yield
        except Opptatt:
            raise opptatt() from None


def opptatt() -> Driftsfeil:
    return Driftsfeil(
        "Mappen er i bruk av et annet vindu eller en annen kommando.",
        "Ingenting er endret.",
        "Lukk vinduet, vent til andre kommandoer er ferdige, og prøv igjen.",
    )


def laast() -> Driftsfeil:
    """The key that should fit, does not."""
    return Driftsfeil(
        "Nøkkelen låser ikke opp databasen. Enten er filen skadet, eller så hører nøkkelen til en annen mappe.",
        "Filen er ikke rørt.",
        "Ta kontakt med IT, som kan gjenopprette en sikkerhetskopi.",
    )
