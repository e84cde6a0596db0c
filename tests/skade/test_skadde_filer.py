"""Bits are turned and files cut short in the folder: what was saved is read, or it is said exactly what is damaged."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from boligtildeling.app import Program
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.kopier import KOPIMAPPE
from tests.bygg import DYBDE, databasedump
from tests.skade.drap import tilfeldig
from tests.skade.mapper import Mal

PROEVER = 8 * DYBDE
BRUKERNOEKKEL = "brukernoekkel"
JOURNAL, DATABASE, KNIPPE = "boligtildeling.db-wal", "boligtildeling.db", "noekkelknippe.json"


def fil_i(mappe: Path, navn: str) -> Path:
    """The file by its name, or the one key file, or a user's key, or a file in the one copy."""
    if navn == "noekkel":
        return next((mappe / "noekler").glob("*.noekkel"))
    if navn == BRUKERNOEKKEL:
        return next((mappe / "noekler" / "brukere").iterdir())
    if navn.startswith("kopi/"):
        return next((mappe / KOPIMAPPE).glob("2*")) / navn.removeprefix("kopi/")
    return mappe / navn


def utfall(mal: Mal, mappe: Path) -> str:
    """How the folder answers: everything is there; it says what is damaged; or, what may never be, neither."""
    sagt = setninger(mappe)
    assert all("skadet" in s or "låser ikke opp" in s or "ikke en database" in s for s in sagt)
    if sagt:
        return "sagt"
    return "alt er der" if tuple(databasedump(mappe)) == mal.innhold else "tapt"


def setninger(mappe: Path) -> tuple[str, ...]:
    """What it says is damaged, when it is opened or when it is looked through."""
    try:
        with Program.aapne(mappe) as program:
            return program.kontroller().funn
    except Driftsfeil as feil:
        return (feil.hva,)


@pytest.fixture
def proev(mal: Mal, tmp_path: Path) -> Callable[[str, Callable[[bytes], bytes]], str]:
    """Damages one file of a fresh folder, and looks at how it answers."""

    def gjoer(navn: str, skade: Callable[[bytes], bytes]) -> str:
        mappe = mal.til(tmp_path / "data")
        fil = fil_i(mappe, navn)
        fil.write_bytes(skade(fil.read_bytes()))
        svar = utfall(mal, mappe)
        shutil.rmtree(mappe)
        return svar

    return gjoer


FILER = (DATABASE, JOURNAL, KNIPPE, "noekkel", BRUKERNOEKKEL, f"kopi/{DATABASE}", f"kopi/{KNIPPE}", "kopi/kopi.json")


@pytest.mark.parametrize("navn", FILER)
def test_en_snudd_bit_blir_funnet_eller_betyr_ingenting(
    proev: Callable[[str, Callable[[bytes], bytes]], str], navn: str
) -> None:
    """Bits mean nothing only in a page of the database that the journal has anew, behind the end of a journal, and
    in the five bits of a user's key that are always the same when it is used.
    """
    trekk, svar = tilfeldig(len(navn)), Counter[str]()
    for _ in range(PROEVER):

        def snu(data: bytes) -> bytes:
            sted, innhold = trekk.randrange(len(data)), bytearray(data)
            innhold[sted] ^= 1 << trekk.randrange(8)
            return bytes(innhold)

        svar[proev(navn, snu)] += 1
    assert svar["tapt"] == 0
    assert navn in {DATABASE, JOURNAL, BRUKERNOEKKEL} or svar["alt er der"] == 0
    assert svar["sagt"] > 0 or navn == JOURNAL


@pytest.mark.parametrize("navn", FILER)
def test_en_avkortet_fil_blir_funnet(proev: Callable[[str, Callable[[bytes], bytes]], str], navn: str) -> None:
    """A journal cut short cannot be told from one that was never longer: see the test below."""
    trekk, svar = tilfeldig(len(navn)), Counter[str]()
    for _ in range(PROEVER // 2):
        svar[proev(navn, lambda data: data[: trekk.randrange(len(data))])] += 1
    assert svar["tapt"] == 0 or navn == JOURNAL
    assert svar["alt er der"] == 0 or navn in {JOURNAL, DATABASE}


def test_en_avkortet_journal_sies_av_en_kopi_eller_en_ende_som_er_tatt_vare_paa(mal: Mal, tmp_path: Path) -> None:
    """The acts in it are gone, whole ones only; what knew of them tells."""
    hel = mal.til(tmp_path / "hel")
    with Program.aapne(hel) as program:
        ender = program.kontroller().hoder
        kopi = program.hylle().ta("bestilt").mappe
    for lengde in (0, 40_000, 100_000):
        mappe = mal.til(tmp_path / str(lengde))
        journal = mappe / JOURNAL
        journal.write_bytes(journal.read_bytes()[:lengde])
        with Program.aapne(mappe) as program:
            assert program.kontroller().funn == ()
            assert any("ikke den som sto der før" in setning for setning in program.kontroller(ender).funn)
            shutil.copytree(kopi, mappe / KOPIMAPPE / kopi.name)
            assert any("ikke den som sto der før" in setning for setning in program.kontroller().funn)
            notater = [linje for linje in databasedump(mappe) if linje.startswith("notat (")]
        assert notater == [linje for linje in mal.innhold if linje.startswith("notat (")][: len(notater)]


@pytest.mark.parametrize("navn", [DATABASE, KNIPPE, "noekkel"])
def test_en_fil_som_er_borte_sies(mal: Mal, tmp_path: Path, navn: str) -> None:
    mappe = mal.til(tmp_path / "data")
    fil_i(mappe, navn).unlink()
    with pytest.raises(Driftsfeil) as feil:
        Program.aapne(mappe)
    assert feil.value.trygt
    assert feil.value.gjoer
