"""Backup copies: taken while others work, encrypted, opened and checked before they count, and thinned with time."""

import json
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, Uleselig
from boligtildeling.storage.skriving import erstatt, fest
from boligtildeling.storage.sted import krev_rom
from boligtildeling.storage.tilkobling import DatabaseFeil, Tilkobling, koble, koble_for_lesing

KOPIMAPPE = "sikkerhetskopier"
OPPLYSNINGER = "kopi.json"
Slag = Literal["daglig", "bestilt", "foer-oppgradering", "foer-gjenoppretting"]
_UFERDIG = ".lages-"
_TABELLER = {"saker": "sak", "hendelser": "hendelse", "dokumenter": "dokument"}


@dataclass(frozen=True, slots=True)
class Kopi:
    """A copy that was opened and found sound when it was taken."""

    mappe: Path
    tidspunkt: datetime
    slag: str
    noekkel_id: str
    antall: Mapping[str, int]
    siste_hendelse: str | None
    sha256: str

    @property
    def database(self) -> Path:
        return self.mappe / FILNAVN


def ta_kopi(mappe: Path, noekkel: bytes, slag: Slag, sted: Path | None = None) -> Kopi:
    """Takes a copy of the folder's database as it stands now, while others may go on working in it.

    It lies in `sted`, or among the folder's own copies, in a folder of its own with the key bundle that opens it.
    Raises `Driftsfeil`; then no copy is left that does not hold.
    """
    hvor = sted or mappe / KOPIMAPPE
    naa = Klokke(None).naa()
    with i_ord():
        hvor.mkdir(parents=True, exist_ok=True, mode=0o700)
        krev_rom(hvor, (mappe / FILNAVN).stat().st_size)
        _rydd(hvor)
        uferdig = hvor / f"{_UFERDIG}{naa:%Y%m%dT%H%M%S%f}"
        uferdig.mkdir(mode=0o700)
        try:
            kopi = _skriv(mappe, noekkel, slag, naa, uferdig)
            endelig = _ledig_navn(hvor, f"{naa:%Y-%m-%dT%H-%M-%S}-{slag}")
            uferdig.rename(endelig)
            fest(hvor)
        finally:
            shutil.rmtree(uferdig, ignore_errors=True)
    return _flyttet(kopi, endelig)


def _skriv(mappe: Path, noekkel: bytes, slag: Slag, naa: datetime, til: Path) -> Kopi:
    skriv_om(mappe / FILNAVN, noekkel, til / FILNAVN, noekkel)
    knippe = (mappe / KNIPPE).read_bytes()
    erstatt(til / KNIPPE, knippe)
    with closing(koble_for_lesing(til / FILNAVN, noekkel)) as tilkobling:
        antall, siste = tell(tilkobling)
    avtrykk = avtrykk_av(til / FILNAVN)
    kopi = Kopi(til, naa, slag, json.loads(knippe)["noekkel_id"], antall, siste, avtrykk)
    erstatt(til / OPPLYSNINGER, _som_bytes(kopi))
    return kopi


def skriv_om(fra: Path, noekkel: bytes, til: Path, ny_noekkel: bytes) -> None:
    """Writes the database to another file by another key, or the same one, and makes sure that it is sound.

    At no time is anything of it on the disk in clear text. Raises `Driftsfeil` when it is damaged; `DatabaseFeil`.
    """
    with closing(koble_for_lesing(fra, noekkel)) as kilde, closing(koble(til, ny_noekkel, ny=True)) as maal:
        maal.execute("PRAGMA journal_mode=DELETE")
        kilde.backup(maal)
        maal.execute("PRAGMA journal_mode=DELETE")
    krev_hel(til, ny_noekkel)


def krev_hel(fil: Path, noekkel: bytes) -> None:
    """Raises `Driftsfeil` when the database does not open with the key, or is damaged anywhere."""
    try:
        with closing(koble_for_lesing(fil, noekkel)) as tilkobling:
            skader = [
                *tilkobling.execute("PRAGMA cipher_integrity_check"),
                *(rad for rad in tilkobling.execute("PRAGMA integrity_check") if rad[0] != "ok"),
                *tilkobling.execute("PRAGMA foreign_key_check"),
            ]
    except DatabaseFeil:
        skader = [("uleselig",)]
    if skader:
        raise Driftsfeil(
            "Kopien av databasen lot seg ikke lese igjen.",
            "Databasen selv er ikke rørt.",
            "Prøv igjen. Kommer det tilbake, kjør «boligtildeling kontroller» og ta kontakt med IT.",
        )


def tell(tilkobling: Tilkobling) -> tuple[dict[str, int], str | None]:
    """How many there are of what counts, and when something was last done (ISO). Raises `DatabaseFeil`."""
    antall = {
        navn: int(tilkobling.execute(f"SELECT count(*) FROM {tabell}").fetchone()[0])
        for navn, tabell in _TABELLER.items()
    }
    siste = tilkobling.execute("SELECT tidspunkt FROM hendelse ORDER BY id DESC LIMIT 1").fetchone()
    return antall, siste[0] if siste else None


def kopier_i(sted: Path) -> tuple[list[Kopi], list[str]]:
    """The copies in a folder of copies, oldest first, and the names of those whose facts cannot be read."""
    if not sted.is_dir():
        return [], []
    hele: list[Kopi] = []
    skadde: list[str] = []
    for mappe in sorted(m for m in sted.iterdir() if m.is_dir() and not m.name.startswith(_UFERDIG)):
        kopi = les_kopi(mappe)
        if kopi is None:
            skadde.append(mappe.name)
        else:
            hele.append(kopi)
    return sorted(hele, key=lambda kopi: kopi.tidspunkt), skadde


def les_kopi(mappe: Path) -> Kopi | None:
    """What stands about the copy; None when it cannot be read or has been changed."""
    try:
        data = json.loads((mappe / OPPLYSNINGER).read_bytes())
        if data.pop("kontrollsum") != _sum(data) or data["slag"] not in get_args(Slag):
            return None
        tidspunkt = datetime.fromisoformat(data["tidspunkt"])
        return Kopi(
            mappe,
            tidspunkt,
            data["slag"],
            data["noekkel_id"],
            data["antall"],
            data["siste_hendelse"],
            data["sha256"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def skader_i_kopier(sted: Path) -> list[str]:
    """A sentence for every copy in a folder of copies that is not as it was taken."""
    hele, skadde = kopier_i(sted)
    for kopi in hele:
        try:
            if not er_uendret(kopi):
                skadde.append(kopi.mappe.name)
        except OSError:
            skadde.append(kopi.mappe.name)
    return [f"Sikkerhetskopien {navn} er skadet." for navn in sorted(skadde)]


def er_uendret(kopi: Kopi) -> bool:
    """Whether the copy's database is bit for bit as it was taken, and its bundle whole. Raises `OSError`."""
    try:
        knippe = Knippe.fra_bytes((kopi.mappe / KNIPPE).read_bytes())
    except Uleselig:
        return False
    return knippe.noekkel_id == kopi.noekkel_id and avtrykk_av(kopi.database) == kopi.sha256


def avtrykk_av(fil: Path) -> str:
    with fil.open("rb") as stroem:
        regner = sha256()
        for bit in iter(partial(stroem.read, 1 << 20), b""):
            regner.update(bit)
        return regner.hexdigest()


def _rydd(hvor: Path) -> None:
    """Takes away what a killed attempt left. One under way in another process is younger than an hour."""
    grense = Klokke(None).naa().timestamp() - 3600
    for rest in hvor.glob(f"{_UFERDIG}*"):
        if rest.stat().st_mtime < grense:
            shutil.rmtree(rest, ignore_errors=True)


def _ledig_navn(hvor: Path, navn: str) -> Path:
    forslag = (hvor / (navn if nummer == 1 else f"{navn}-{nummer}") for nummer in range(1, 1000))
    return next(mappe for mappe in forslag if not mappe.exists())


def _flyttet(kopi: Kopi, mappe: Path) -> Kopi:
    return Kopi(mappe, kopi.tidspunkt, kopi.slag, kopi.noekkel_id, kopi.antall, kopi.siste_hendelse, kopi.sha256)


def _som_bytes(kopi: Kopi) -> bytes:
    data: dict[str, Any] = {
        "tidspunkt": kopi.tidspunkt.isoformat(),
        "slag": kopi.slag,
        "noekkel_id": kopi.noekkel_id,
        "antall": dict(kopi.antall),
        "siste_hendelse": kopi.siste_hendelse,
        "sha256": kopi.sha256,
    }
    return json.dumps(data | {"kontrollsum": _sum(data)}, indent=1).encode()


def _sum(data: Mapping[str, Any]) -> str:
    return sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
