"""Takes backup copies while others work: encrypted, opened and found sound before they count."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.kopi import OPPLYSNINGER, Kopi, Slag, avtrykk_av, ender_i, er_uendret, les_kopi, tell
from boligtildeling.storage.noekler import les_knippe
from boligtildeling.storage.omskriving import skriv_om
from boligtildeling.storage.skriving import erstatt, fest
from boligtildeling.storage.sted import krev_rom
from boligtildeling.storage.tilkobling import koble_for_lesing

KOPIMAPPE = "sikkerhetskopier"
_UFERDIG = ".lages-"
_FORLATT_ETTER_SEKUNDER = 24 * 3600


def ta_kopi(mappe: Path, noekkel: bytes, slag: Slag, sted: Path | None = None, naa: datetime | None = None) -> Kopi:
    """Takes a copy of the folder's database as it stands now, while others may go on working in it.

    It lies in `sted`, or among the folder's own copies, in a folder of its own with the key bundle that opens it.
    `naa` is what the time is, when someone has looked already. Raises `Driftsfeil`; then no copy is left that does
    not hold.
    """
    hvor = sted or mappe / KOPIMAPPE
    naa = naa or Klokke().naa()
    with i_ord(), _uferdig(hvor, _stoerrelse(mappe), naa) as uferdig:
        kopi = _skriv(mappe, noekkel, slag, naa, uferdig)
        return kopi.i(_gi_navn(uferdig, hvor, f"{naa:%Y-%m-%dT%H-%M-%S}-{slag}"))


def legg_ogsaa(kopi: Kopi, sted: Path) -> Kopi:
    """Lays the copy in another place too, bit for bit, if it is not there already. Raises `Driftsfeil`."""
    with i_ord():
        der = les_kopi(sted / kopi.mappe.name)
        if der is not None and der.i(kopi.mappe) == kopi:
            return der
        with _uferdig(sted, kopi.database.stat().st_size, kopi.tidspunkt) as uferdig:
            for navn in (FILNAVN, KNIPPE, OPPLYSNINGER):
                _kopier_fil(kopi.mappe / navn, uferdig / navn)
            fest(uferdig)
            if not er_uendret(kopi.i(uferdig)):
                raise Driftsfeil(
                    "Sikkerhetskopien på det andre stedet ble ikke lik.",
                    "Kopien i datamappen er hel.",
                    "Kontroller disken på det andre stedet.",
                )
            return kopi.i(_gi_navn(uferdig, sted, kopi.mappe.name))


def kopier_i(sted: Path) -> tuple[list[Kopi], list[str]]:
    """The copies in a folder of copies, oldest first, and the names of those whose facts cannot be read."""
    if not sted.is_dir():
        return [], []
    hele: list[Kopi] = []
    skadde: list[str] = []
    for mappe in sorted(m for m in sted.iterdir() if m.is_dir() and not m.name.startswith(".")):
        kopi = les_kopi(mappe)
        if kopi is not None:
            hele.append(kopi)
        elif mappe.exists():  # and not just thinned away by someone else
            skadde.append(mappe.name)
    return sorted(hele, key=lambda kopi: kopi.tidspunkt), skadde


def fjern_kopi(kopi: Kopi) -> None:
    """Takes a copy away; killed half way, what is left is no copy any more. Raises `OSError`."""
    borte = kopi.mappe.with_name(f"{_UFERDIG}{kopi.mappe.name}")
    kopi.mappe.rename(borte)
    shutil.rmtree(borte)


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


@contextmanager
def _uferdig(hvor: Path, trengs: int, naa: datetime) -> Iterator[Path]:
    """A folder to make a copy in, where there is room; gone afterwards unless it was given its name."""
    hvor.mkdir(parents=True, exist_ok=True, mode=0o700)
    krev_rom(hvor, trengs)
    _rydd(hvor)
    uferdig = hvor / f"{_UFERDIG}{naa:%Y%m%dT%H%M%S%f}-{os.getpid()}"
    uferdig.mkdir(mode=0o700)
    try:
        yield uferdig
    finally:
        shutil.rmtree(uferdig, ignore_errors=True)


def _skriv(mappe: Path, noekkel: bytes, slag: Slag, naa: datetime, til: Path) -> Kopi:
    skriv_om(mappe / FILNAVN, noekkel, til / FILNAVN, noekkel)
    knippe = les_knippe(mappe / KNIPPE)
    erstatt(til / KNIPPE, knippe.som_bytes())
    with closing(koble_for_lesing(til / FILNAVN, noekkel)) as tilkobling:
        antall, siste = tell(tilkobling)
        ender = ender_i(tilkobling)
    kopi = Kopi(
        mappe=til,
        tidspunkt=naa,
        slag=slag,
        noekkel_id=knippe.noekkel_id,
        antall=antall,
        siste_hendelse=siste,
        ender=ender,
        sha256=avtrykk_av(til / FILNAVN),
    )
    erstatt(til / OPPLYSNINGER, kopi.som_bytes())
    return kopi


def _gi_navn(uferdig: Path, hvor: Path, navn: str) -> Path:
    """Puts the whole copy in its place; another process may take the same name at the same time."""
    nummer = 1
    while True:
        endelig = hvor / (navn if nummer == 1 else f"{navn}-{nummer}")
        try:
            if not endelig.exists():
                uferdig.rename(endelig)
                fest(hvor)
                return endelig
        except OSError:
            if not endelig.exists():
                raise
        nummer += 1


def _kopier_fil(fra: Path, til: Path) -> None:
    with fra.open("rb") as inn, til.open("xb") as ut:
        shutil.copyfileobj(inn, ut, 1 << 20)
        ut.flush()
        os.fsync(ut.fileno())


def _rydd(hvor: Path) -> None:
    """Takes away what a killed attempt left, once it is so old that nobody can be at work on it."""
    grense = Klokke().naa().timestamp() - _FORLATT_ETTER_SEKUNDER
    for rest in hvor.glob(f"{_UFERDIG}*"):
        with suppress(FileNotFoundError):  # its maker just finished it
            if rest.stat().st_mtime < grense:
                shutil.rmtree(rest, ignore_errors=True)


def _stoerrelse(mappe: Path) -> int:
    """The most that a copy can need: what is in the database, and in the journal beside it."""
    journal = mappe / f"{FILNAVN}-wal"
    return (mappe / FILNAVN).stat().st_size + (journal.stat().st_size if journal.is_file() else 0)
