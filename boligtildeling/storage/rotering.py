"""Changes the key of a folder, its recovery code or its passphrase; and encrypts a database from before encryption.

A new key is never put on the old file: the database is written anew by it beside the old one, checked, and put in its
place. Killed at any point, the folder opens with the key that fits.
"""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.domain.papirkode import ny_kode
from boligtildeling.storage.bytte import bytte
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.doer import alene, er_klartekst, gjeldende_noekkel, laast, passer
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, Noekkelsted
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i, ta_kopi
from boligtildeling.storage.noekler import (
    SpoerPassfrase,
    fjern_noekkel,
    krev_god_passfrase,
    lag_noekler,
    legg_noekkel,
    les_knippe,
    med_kode,
    skriv_knippe,
)
from boligtildeling.storage.omskriving import krev_hel, skriv_om
from boligtildeling.storage.sted import krev_rom
from boligtildeling.storage.tilkobling import koble_til_ny_fil


def bytt_noekkel(mappe: Path, spoer: SpoerPassfrase) -> None:
    """A new key, everything encrypted anew; the recovery code and the passphrase stay as they are.

    Raises `Driftsfeil` when someone else is in the folder, or there is no room; then the key is the old one.
    """
    with alene(mappe):
        gammelt, gammel = gjeldende_noekkel(mappe, spoer)
        krev_rom(mappe, (mappe / FILNAVN).stat().st_size * 2)
        nytt, ny = gammelt.med_ny_noekkel(gammel)
        with bytte(mappe) as arbeid:
            skriv_om(mappe / FILNAVN, gammel, arbeid / FILNAVN, ny)
            skriv_knippe(arbeid, nytt)
            legg_noekkel(mappe, nytt, ny)


def bytt_kode(mappe: Path, spoer: SpoerPassfrase) -> str:
    """A new recovery code. The former opens the folder no longer, but still the copies that were taken before.

    Raises `Driftsfeil`; then the code is the old one.
    """
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
        try:
            fjern_noekkel(mappe, knippe)
        except Driftsfeil:
            raise Driftsfeil(
                "Passfrasen er satt, men nøkkelen kunne ikke fjernes fra maskinen.",
                "Databasen er ikke rørt. Mappen åpnes med passfrasen.",
                "Fjern nøkkelen for «Boligtildeling» fra nøkkelringen, eller sett passfrasen en gang til.",
            ) from None


def kopi_med_nytt_knippe(mappe: Path, spoer: SpoerPassfrase) -> None:
    """A copy after such a change, so that there is one that opens with the code and the passphrase of today.

    Raises `Driftsfeil`.
    """
    with i_ord():
        _, noekkel = gjeldende_noekkel(mappe, spoer)
        ta_kopi(mappe, noekkel, "etter-noekkelbytte")


def gjenopprett_noekkel(mappe: Path, kode: str, sted: Noekkelsted) -> None:
    """Puts the key back where it is kept for daily use, by the recovery code. Raises `Driftsfeil`; nothing is touched.

    A bundle that is lost or damaged comes from the latest copy whose own fits. A passphrase that nobody remembers is
    gone afterwards.
    """
    if sted == "passfrase":
        raise Bruksfeil("Sett en ny passfrase etterpå, med «boligtildeling noekkel passfrase».")
    with alene(mappe):
        knippe, noekkel = _knippe_som_passer(mappe, kode)
        nytt = knippe.med_sted(sted)
        legg_noekkel(mappe, nytt, noekkel)
        skriv_knippe(mappe, nytt)


def _knippe_som_passer(mappe: Path, kode: str) -> tuple[Knippe, bytes]:
    """The folder's own bundle when it can be read; else one from the copies that opens the database by the code."""
    fil = mappe / FILNAVN
    try:
        knippe = les_knippe(mappe / KNIPPE)
    except Driftsfeil as uleselig:
        for kopi in reversed(kopier_i(mappe / KOPIMAPPE)[0]):
            try:
                knippe = les_knippe(kopi.mappe / KNIPPE)
                noekkel = med_kode(knippe, kode)
            except Driftsfeil:
                continue
            if passer(fil, noekkel):
                return knippe, noekkel
        raise uleselig from None
    noekkel = med_kode(knippe, kode)
    if not passer(fil, noekkel):
        raise laast()
    return knippe, noekkel


def krypter_klartekst(mappe: Path, sted: Noekkelsted, passfrase: str | None = None) -> str:
    """Encrypts a database from before encryption, and takes the clear one away. Gives the recovery code.

    Raises `Driftsfeil`, `Bruksfeil`; then the database is as it was.
    """
    fil = mappe / FILNAVN
    with alene(mappe):
        if not er_klartekst(fil):
            raise Bruksfeil(
                "Databasen er kryptert allerede. Mangler du gjenopprettingskoden, lag en ny: «noekkel ny-kode»."
            )
        krev_rom(mappe, fil.stat().st_size * 2)
        with bytte(mappe) as arbeid:
            nytt, noekkel, kode = lag_noekler(sted, passfrase)
            _eksporter(fil, arbeid / FILNAVN, noekkel)
            krev_hel(arbeid / FILNAVN, noekkel)
            skriv_knippe(arbeid, nytt)
            legg_noekkel(mappe, nytt, noekkel)
        return kode


def _eksporter(fra: Path, til: Path, noekkel: bytes) -> None:
    """The one place that opens a database without a key: to read one that was never encrypted."""
    koble_til_ny_fil(til, noekkel).close()
    with closing(dbapi2.connect(fra, isolation_level=None)) as klartekst:
        klartekst.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        klartekst.execute("PRAGMA journal_mode=DELETE").fetchall()
        klartekst.execute(f"ATTACH DATABASE ? AS ny KEY \"x'{noekkel.hex()}'\"", (str(til),))
        klartekst.execute("SELECT sqlcipher_export('ny')").fetchall()
        klartekst.execute("DETACH DATABASE ny")
