"""One backup copy: a folder with the database, the bundle that opens it, and what stands about them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Knippe, Uleselig
from boligtildeling.storage.tilkobling import DatabaseFeil, Tilkobling

OPPLYSNINGER = "kopi.json"
Slag = Literal["daglig", "bestilt", "foer-oppgradering", "foer-gjenoppretting", "etter-noekkelbytte"]
_TABELLER = {"saker": "sak", "hendelser": "hendelse", "dokumenter": "dokument"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopi:
    """A copy that was opened and found sound when it was taken; nothing about it says anything about anyone.

    `ender` are the ends of the logs in it, as `Hode.skrevet`; a copy from before version 0002 has none.
    """

    mappe: Path
    tidspunkt: datetime
    slag: Slag
    noekkel_id: str
    antall: Mapping[str, int]
    siste_hendelse: str | None
    ender: tuple[str, ...]
    sha256: str

    @property
    def database(self) -> Path:
        return self.mappe / FILNAVN

    def i(self, mappe: Path) -> "Kopi":
        """The same copy, lying elsewhere."""
        return replace(self, mappe=mappe)

    def som_bytes(self) -> bytes:
        """As it is written beside the database, with a checksum that finds a flipped bit."""
        data = {felt.name: getattr(self, felt.name) for felt in fields(self) if felt.name != "mappe"}
        data |= {"tidspunkt": self.tidspunkt.isoformat(), "antall": dict(self.antall), "ender": list(self.ender)}
        return json.dumps(data | {"kontrollsum": _sum(data)}, indent=1).encode()


def les_kopi(mappe: Path) -> Kopi | None:
    """What stands about the copy; None when it cannot be read or has been changed."""
    try:
        skrevet = (mappe / OPPLYSNINGER).read_bytes()
        data = json.loads(skrevet)
        if data.pop("kontrollsum") != _sum(data) or set(data) != _FELT or not _er_rett(data):
            return None
        tidspunkt = datetime.fromisoformat(data["tidspunkt"])
        if tidspunkt.utcoffset() is None:
            return None
        kopi = Kopi(**data | {"mappe": mappe, "tidspunkt": tidspunkt, "ender": tuple(data["ender"])})
        return kopi if kopi.som_bytes() == skrevet else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _er_rett(data: Mapping[str, Any]) -> bool:
    siste = data["siste_hendelse"]
    tekster = (data["tidspunkt"], data["noekkel_id"], data["sha256"], *data["ender"], "" if siste is None else siste)
    tall = (*data["antall"].values(), 0)
    return (
        data["slag"] in get_args(Slag)
        and isinstance(data["ender"], list)
        and all(isinstance(tekst, str) for tekst in tekster)
        and all(type(ett) is int and ett >= 0 for ett in tall)
    )


def er_uendret(kopi: Kopi) -> bool:
    """Whether the copy's database is bit for bit as it was taken, and its bundle whole. Raises `OSError`."""
    try:
        knippe = Knippe.fra_bytes((kopi.mappe / KNIPPE).read_bytes())
    except Uleselig:
        return False
    return knippe.noekkel_id == kopi.noekkel_id and avtrykk_av(kopi.database) == kopi.sha256


def avtrykk_av(fil: Path) -> str:
    """SHA-256 of the file. Raises `OSError`."""
    with fil.open("rb") as stroem:
        regner = sha256()
        for bit in iter(partial(stroem.read, 1 << 20), b""):
            regner.update(bit)
        return regner.hexdigest()


def tell(tilkobling: Tilkobling) -> tuple[dict[str, int], str | None]:
    """How many there are of what counts, and when something was last done (ISO). Raises `DatabaseFeil`."""
    antall = {
        navn: int(tilkobling.execute(f"SELECT count(*) FROM {tabell}").fetchone()[0])
        for navn, tabell in _TABELLER.items()
    }
    siste = tilkobling.execute("SELECT tidspunkt FROM hendelse ORDER BY id DESC LIMIT 1").fetchone()
    return antall, siste[0] if siste else None


def ender_i(tilkobling: Tilkobling) -> tuple[str, ...]:
    """The ends of the logs, as `Hode.skrevet`; none in a database from before they were kept."""
    try:
        rader = tilkobling.execute("SELECT kjede, antall, siste_hash FROM kjedehode ORDER BY kjede").fetchall()
    except DatabaseFeil as feil:
        if "no such" in str(feil):
            return ()
        raise
    return tuple(f"{kjede}:{antall}:{siste}" for kjede, antall, siste in rader)


_FELT = {felt.name for felt in fields(Kopi)} - {"mappe"}


def _sum(data: Mapping[str, Any]) -> str:
    return sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
