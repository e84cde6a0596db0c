"""A database that is newer, foreign, damaged or missing: exit 5 with what is safe and what to do, file untouched."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boligtildeling.storage.tilkobling import koble
from tests.cli.linje import Mappe, kjoer_her
from tests.lager import noekkel_til, raa
from tests.storage.prosess import filer

KOMMANDOER = (("vis", "saker"), ("kontroller",), ("utfoer", "noter"), ("demo",))


def krev_driftsfeil(svar: dict[str, str]) -> str:
    """A failure of the machine says three things, and never a word of English or of the inside."""
    assert svar["feil"] == "drift"
    assert svar["trygt"].endswith(".")
    assert svar["gjoer"].endswith(".")
    assert re.search(r"\b(sqlite|error|file|directory|errno|permission)\b|/", svar["hva"].casefold()) is None
    return svar["hva"]


def gjoer_nyere(fil: Path) -> None:
    with closing(raa(fil.parent)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")


def bytt_ut_med_tekst(fil: Path) -> None:
    fil.write_bytes(b"Dette er ikke en database. " * 400)


def bytt_ut_med_annen_database(fil: Path) -> None:
    noekkel = noekkel_til(fil.parent)
    fil.unlink()
    with closing(koble(fil, noekkel, ny=True)) as db:
        db.execute("CREATE TABLE regneark (a)")


def toem_filen(fil: Path) -> None:
    fil.write_bytes(b"")


def kutt_filen(fil: Path) -> None:
    fil.write_bytes(fil.read_bytes()[:10_000])


def oedelegg_alt_utenom_hodet(fil: Path) -> None:
    innhold = fil.read_bytes()
    fil.write_bytes(innhold[:100] + b"\xa5" * (len(innhold) - 100))


@pytest.mark.parametrize(
    ("skade", "sagt"),
    [
        (gjoer_nyere, "nyere utgave"),
        (bytt_ut_med_tekst, "skadet"),
        (bytt_ut_med_annen_database, "ikke en database fra dette programmet"),
        (toem_filen, "ikke en database fra dette programmet"),
        (kutt_filen, "skadet"),
        (oedelegg_alt_utenom_hodet, "skadet"),
    ],
)
@pytest.mark.parametrize("kommando", KOMMANDOER, ids=" ".join)
def test_en_database_som_ikke_kan_brukes_nektes_uroert(
    mappe: Mappe, skade: Callable[[Path], None], sagt: str, kommando: tuple[str, ...]
) -> None:
    skade(mappe.database)
    foer = filer(mappe.sti)
    svar = mappe.som(None)(*kommando, inn={"saksnummer": "2026-0001", "tekst": "x"})
    assert sagt in krev_driftsfeil(svar.feilet(5))
    etter = filer(mappe.sti)
    assert {navn: etter.get(navn) for navn in foer} == foer
    assert all(innhold == b"" or navn.endswith("-shm") for navn, innhold in etter.items() if navn not in foer)


def test_en_nyere_database_etterlater_ikke_en_eneste_ny_fil(mappe: Mappe) -> None:
    gjoer_nyere(mappe.database)
    with closing(raa(mappe.sti)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode=DELETE")
    foer = filer(mappe.sti)
    mappe("vis", "saker").feilet(5)
    assert filer(mappe.sti) == foer


@pytest.mark.parametrize("kommando", KOMMANDOER[:3], ids=" ".join)
def test_en_mappe_uten_database_er_ingen_mappe_og_blir_ikke_laget(tmp_path: Path, kommando: tuple[str, ...]) -> None:
    borte = Mappe(tmp_path / "finnes" / "ikke")
    krev_driftsfeil(borte(*kommando, inn={}).feilet(5))
    assert not (tmp_path / "finnes").exists()


def test_en_fil_der_mappen_skulle_vaere_er_en_driftsfeil(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    for kommando in (["vis", "saker"], ["opprett"], ["demo"]):
        krev_driftsfeil(kjoer_her(["--data", str(tmp_path / "fil"), *kommando]).feilet(5))
    krev_driftsfeil(kjoer_her(["--data", str(tmp_path / "fil" / "under"), "opprett"]).feilet(5))
    assert (tmp_path / "fil").read_text() == "x"


def test_handlinger_dokumentliste_og_versjon_trenger_ingen_mappe(tmp_path: Path) -> None:
    for kommando in (["handlinger"], ["handlinger", "--skjema", "noter"], ["skriv-ut", "--liste"], ["--version"]):
        assert kjoer_her(["--data", str(tmp_path / "borte"), *kommando]).json
    assert not (tmp_path / "borte").exists()
