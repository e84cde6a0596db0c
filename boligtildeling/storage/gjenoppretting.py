"""Puts a backup copy in the place of the present database, which is kept beside it: nothing is ever lost by it."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.forsegling import FeilNoekkel
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.doer import NYTT_KNIPPE, alene, gjeldende_noekkel, sett_paa_plass
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, Noekkelsted
from boligtildeling.storage.kopier import KOPIMAPPE, Kopi, er_uendret, krev_hel, les_kopi, skriv_om, ta_kopi, tell
from boligtildeling.storage.noekler import SpoerPassfrase, les_knippe, med_kode, skriv_knippe, sted_for
from boligtildeling.storage.skriving import fest
from boligtildeling.storage.sted import krev_eget_sted, krev_rom
from boligtildeling.storage.tilkobling import DatabaseFeil, koble_for_lesing

ERSTATTET = "erstattet"
"""Where databases go that cannot be opened, when a copy takes their place."""
_ARBEIDSMAPPE = ".gjenopprettes"
SpoerKode = Callable[[], str | None]
"""Asks a person for the recovery code; None when there is nobody to ask."""


@dataclass(frozen=True, slots=True)
class Innhold:
    """How much a database holds, to compare one with another; None where it cannot be read."""

    antall: Mapping[str, int] | None
    siste_hendelse: str | None


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
        return Gjenoppretting(_naavaerende(mappe, spoer), Innhold(kopi.antall, kopi.siste_hendelse), None)


def gjenopprett(
    mappe: Path, kopi: Kopi, *, spoer: SpoerPassfrase, spoer_kode: SpoerKode, sted: Noekkelsted
) -> Gjenoppretting:
    """Puts the copy in use. What was there becomes a copy too; the folder keeps its own key.

    In a folder without a database the copy brings its key bundle, which the recovery code opens; the key is then kept
    in `sted`. Raises `Driftsfeil`; then the folder is as it was.
    """
    krev_eget_sted(mappe)
    with i_ord():
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alene(mappe):
            krev_rom(mappe, kopi.database.stat().st_size * 2 + _stoerrelse(mappe / FILNAVN))
            naavaerende = _naavaerende(mappe, spoer)
            arbeid = mappe / _ARBEIDSMAPPE
            shutil.rmtree(arbeid, ignore_errors=True)
            arbeid.mkdir(mode=0o700)
            try:
                knippe, noekkel = _folderens_noekkel(mappe, kopi, spoer, spoer_kode, sted)
                kopinoekkel = _kopiens_noekkel(kopi, knippe, noekkel, spoer_kode)
                krev_hel(kopi.database, kopinoekkel)
                skriv_om(kopi.database, kopinoekkel, arbeid / FILNAVN, noekkel)
                erstattet = _ta_vare_paa(mappe, spoer)
                skriv_knippe(mappe, knippe)
                (mappe / NYTT_KNIPPE).unlink(missing_ok=True)
                sett_paa_plass(arbeid / FILNAVN, mappe / FILNAVN)
            finally:
                shutil.rmtree(arbeid, ignore_errors=True)
    return Gjenoppretting(naavaerende, Innhold(kopi.antall, kopi.siste_hendelse), erstattet)


def _naavaerende(mappe: Path, spoer: SpoerPassfrase) -> Innhold:
    try:
        _, noekkel = gjeldende_noekkel(mappe, spoer)
        with closing(koble_for_lesing(mappe / FILNAVN, noekkel)) as tilkobling:
            antall, siste = tell(tilkobling)
    except (Driftsfeil, DatabaseFeil, OSError):  # damaged, locked or not there: that is why someone restores
        return Innhold(None, None)
    return Innhold(antall, siste)


def _folderens_noekkel(
    mappe: Path, kopi: Kopi, spoer: SpoerPassfrase, spoer_kode: SpoerKode, sted: Noekkelsted
) -> tuple[Knippe, bytes]:
    """The folder's own key when it can be had, else that of the copy by the recovery code."""
    try:
        return gjeldende_noekkel(mappe, spoer)
    except (Driftsfeil, DatabaseFeil, OSError):
        knippe = les_knippe(kopi.mappe / KNIPPE)
    noekkel = sted_for(mappe, knippe.daglig).hent(knippe.noekkel_id) if knippe.daglig != "passfrase" else None
    if noekkel is None:
        noekkel = med_kode(knippe, _kode(spoer_kode))
        knippe = knippe.med_sted(sted)
        sted_for(mappe, sted).lagre(knippe.noekkel_id, noekkel)
    return knippe, noekkel


def _kopiens_noekkel(kopi: Kopi, knippe: Knippe, noekkel: bytes, spoer_kode: SpoerKode) -> bytes:
    if kopi.noekkel_id == knippe.noekkel_id:
        return noekkel
    try:
        return knippe.tidligere_noekkel(kopi.noekkel_id, noekkel)
    except FeilNoekkel:  # from another folder: only its own code opens it
        return med_kode(les_knippe(kopi.mappe / KNIPPE), _kode(spoer_kode))


def _kode(spoer_kode: SpoerKode) -> str:
    kode = spoer_kode()
    if not kode:
        raise Driftsfeil(
            "Kopien kan bare låses opp med gjenopprettingskoden, og den er ikke oppgitt.",
            "Ingenting er endret.",
            "Start kommandoen fra en terminal, eller gi koden på standard inn.",
        )
    return kode


def _ta_vare_paa(mappe: Path, spoer: SpoerPassfrase) -> Path | None:
    """A copy of the present database that can itself be restored; one that does not open is copied as it is."""
    if not (mappe / FILNAVN).is_file():
        return None
    try:
        _, noekkel = gjeldende_noekkel(mappe, spoer)
        return ta_kopi(mappe, noekkel, "foer-gjenoppretting").mappe
    except (Driftsfeil, DatabaseFeil):
        return _som_den_er(mappe)


def _som_den_er(mappe: Path) -> Path:
    til = mappe / ERSTATTET / f"{Klokke(None).naa():%Y-%m-%dT%H-%M-%S-%f}"
    til.mkdir(parents=True, mode=0o700)
    for navn in (FILNAVN, f"{FILNAVN}-wal", KNIPPE, NYTT_KNIPPE):
        if (mappe / navn).is_file():
            shutil.copy2(mappe / navn, til / navn)
            with (til / navn).open("rb+") as stroem:
                os.fsync(stroem.fileno())
    fest(til)
    return til


def _stoerrelse(fil: Path) -> int:
    return fil.stat().st_size if fil.is_file() else 0
