"""Puts a backup copy in the place of the present database, which is kept beside it: nothing is ever lost by it."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from boligtildeling.casework.views.sikkerhetskopi import Innhold
from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.forsegling import FeilNoekkel
from boligtildeling.storage.bytte import bytte
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.doer import alene, gjeldende_noekkel, passer
from boligtildeling.storage.hylle import noter_ny_begynnelse
from boligtildeling.storage.journal import journalen_er_skadet
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, Noekkelsted
from boligtildeling.storage.kopi import Kopi, er_uendret, les_kopi, tell
from boligtildeling.storage.kopier import KOPIMAPPE, ta_kopi
from boligtildeling.storage.migration import krev_kjent_versjon, lagret_versjon
from boligtildeling.storage.noekler import (
    SpoerPassfrase,
    daglig_noekkel,
    husket,
    legg_noekkel,
    les_knippe,
    med_kode,
    skriv_knippe,
)
from boligtildeling.storage.omskriving import skriv_om
from boligtildeling.storage.skriving import fest
from boligtildeling.storage.sted import krev_eget_sted, krev_rom
from boligtildeling.storage.tilkobling import DatabaseFeil, Tilkobling, koble_for_lesing

ERSTATTET = "erstattet"
"""Where databases go that cannot be opened, when a copy takes their place."""
SpoerKode = Callable[[], str | None]
"""Asks a person for the recovery code; None when there is nobody to ask."""


@dataclass(frozen=True, slots=True)
class Gjenoppretting:
    """What was there, what the copy holds, and where what was there is kept (None: there was nothing)."""

    naavaerende: Innhold
    kopi: Innhold
    erstattet: Path | None


def finn_kopi(mappe: Path, navn: Path) -> Kopi:
    """The copy by its path, or by its name among the folder's own, and bit for bit as taken. Raises `Driftsfeil`."""
    with i_ord():
        sti = navn if navn.is_dir() else mappe / KOPIMAPPE / navn.name
        kopi = les_kopi(sti)
        if kopi is None:
            raise Driftsfeil(
                "Det er ingen hel sikkerhetskopi der.",
                "Ingenting er endret.",
                f"Velg en av mappene i «{KOPIMAPPE}».",
            )
        if not er_uendret(kopi):
            raise Driftsfeil("Sikkerhetskopien er skadet.", "Ingenting er endret.", "Velg en annen kopi.")
        return kopi


def sammenlign(mappe: Path, kopi: Kopi, spoer: SpoerPassfrase) -> Gjenoppretting:
    """What the folder and the copy hold, before anything is done. Raises `Driftsfeil`."""
    with i_ord():
        return Gjenoppretting(_naavaerende(mappe, spoer), _i_kopien(kopi), None)


def gjenopprett(
    mappe: Path, kopi: Kopi, *, spoer: SpoerPassfrase, spoer_kode: SpoerKode, sted: Noekkelsted
) -> Gjenoppretting:
    """Puts the copy in use. What was there becomes a copy too; the folder keeps its own key.

    Where the folder has no key of its own to be had, the copy brings its bundle, which the recovery code opens; a new
    key is then kept in `sted`. Raises `Driftsfeil`, `Bruksfeil`; then the folder is as it was.
    """
    if sted == "passfrase":
        raise Bruksfeil("Sett en ny passfrase etterpå, med «boligtildeling noekkel passfrase».")
    krev_eget_sted(mappe)
    spoer, spoer_kode = husket(spoer), cache(spoer_kode)
    with i_ord():
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alene(mappe):
            krev_rom(mappe, kopi.database.stat().st_size * 2 + _stoerrelse(mappe / FILNAVN))
            naavaerende = _naavaerende(mappe, spoer)
            kopiens_egen = cache(lambda: _kopiens_egen(mappe, kopi, spoer, spoer_kode, sted))
            egen = _egen_noekkel(mappe, spoer, spoer_kode, sted)
            kopinoekkel = (egen and _tidligere(kopi, egen)) or kopiens_egen()[1]
            with bytte(mappe) as arbeid:
                knippe, noekkel = egen or kopiens_egen()[0].til_ny_mappe(kopinoekkel)
                _krev_brukbar(mappe, kopi, kopinoekkel, egen)
                skriv_om(kopi.database, kopinoekkel, arbeid / FILNAVN, noekkel)
                erstattet = _ta_vare_paa(mappe, egen)
                noter_ny_begynnelse(mappe)
                skriv_knippe(arbeid, knippe)
                legg_noekkel(mappe, knippe, noekkel)
    return Gjenoppretting(naavaerende, _i_kopien(kopi), erstattet)


def _i_kopien(kopi: Kopi) -> Innhold:
    return Innhold(kopi.antall, kopi.siste_hendelse)


def _naavaerende(mappe: Path, spoer: SpoerPassfrase) -> Innhold:
    try:
        _, noekkel = gjeldende_noekkel(mappe, spoer)
        with closing(koble_for_lesing(mappe / FILNAVN, noekkel)) as tilkobling:
            return Innhold(*tell(tilkobling))
    except (Driftsfeil, DatabaseFeil, OSError):  # damaged, locked or not there: that is why someone restores
        return Innhold(None, None)


def _egen_noekkel(
    mappe: Path, spoer: SpoerPassfrase, spoer_kode: SpoerKode, sted: Noekkelsted
) -> tuple[Knippe, bytes] | None:
    """The folder's own bundle and key, whether or not its database can be read; None when it has none to be had."""
    with suppress(Driftsfeil):
        knippe = les_knippe(mappe / KNIPPE)
        with suppress(Driftsfeil):
            return knippe, daglig_noekkel(mappe, knippe, spoer)
        return knippe.med_sted(sted), med_kode(knippe, spoer_kode() or "")
    return None


def _tidligere(kopi: Kopi, egen: tuple[Knippe, bytes]) -> bytes | None:
    """The key of the copy, by the folder's own; None for a copy from another folder."""
    knippe, noekkel = egen
    if kopi.noekkel_id == knippe.noekkel_id:
        return noekkel
    with suppress(FeilNoekkel):
        return knippe.tidligere_noekkel(kopi.noekkel_id, noekkel)
    return None


def _kopiens_egen(
    mappe: Path, kopi: Kopi, spoer: SpoerPassfrase, spoer_kode: SpoerKode, sted: Noekkelsted
) -> tuple[Knippe, bytes]:
    """The copy's own bundle and key: by its passphrase, from the keyring of this machine, or by the code."""
    knippe = les_knippe(kopi.mappe / KNIPPE)
    with suppress(Driftsfeil):
        noekkel = daglig_noekkel(mappe, knippe, spoer)
        return knippe if knippe.daglig == "passfrase" else knippe.med_sted(sted), noekkel
    kode = spoer_kode()
    if not kode:
        raise Driftsfeil(
            "Kopien kan bare låses opp med gjenopprettingskoden, og den er ikke oppgitt.",
            "Ingenting er endret.",
            "Start kommandoen fra en terminal, eller gi koden på standard inn.",
        )
    return knippe.med_sted(sted), med_kode(knippe, kode)


def _krev_brukbar(mappe: Path, kopi: Kopi, noekkel: bytes, egen: tuple[Knippe, bytes] | None) -> None:
    """Of a version that this program knows; and a trial folder stays one, as a real folder does."""
    try:
        with closing(koble_for_lesing(kopi.database, noekkel)) as tilkobling:
            krev_kjent_versjon(lagret_versjon(tilkobling))
            slag = _slag(tilkobling)
        if egen is None or not (mappe / FILNAVN).is_file():
            return
        with closing(koble_for_lesing(mappe / FILNAVN, egen[1])) as tilkobling:
            naa = _slag(tilkobling)
    except DatabaseFeil:  # what cannot be read, is told when it is written anew, or is why someone restores
        return
    if naa != slag:
        raise Bruksfeil("En kopi av en prøvemappe hører til i en prøvemappe, og en virkelig i en virkelig.")


def _slag(tilkobling: Tilkobling) -> str:
    rad = tilkobling.execute("SELECT slag FROM mappe").fetchone()
    return str(rad[0]) if rad else ""


def _ta_vare_paa(mappe: Path, egen: tuple[Knippe, bytes] | None) -> Path | None:
    """A copy of the present database that can itself be restored; one that does not open is copied as it is."""
    fil = mappe / FILNAVN
    if not fil.is_file():
        return None
    with suppress(Driftsfeil, DatabaseFeil):
        if egen is not None and not journalen_er_skadet(fil) and passer(fil, egen[1]):
            return ta_kopi(mappe, egen[1], "foer-gjenoppretting").mappe
    return _som_den_er(mappe)


def _som_den_er(mappe: Path) -> Path:
    til = mappe / ERSTATTET / f"{Klokke(None).naa():%Y-%m-%dT%H-%M-%S-%f}"
    til.mkdir(parents=True, mode=0o700)
    for navn in (FILNAVN, f"{FILNAVN}-wal", KNIPPE):
        if (mappe / navn).is_file():
            shutil.copy2(mappe / navn, til / navn)
            with (til / navn).open("rb+") as stroem:
                os.fsync(stroem.fileno())
    fest(til)
    fest(til.parent)
    return til


def _stoerrelse(fil: Path) -> int:
    return fil.stat().st_size if fil.is_file() else 0
