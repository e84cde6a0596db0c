"""What encryption costs: the ten slowest acts and opening, encrypted and in clear text by turns in one run, as ratios.

The clear twin is the same file taken out of its encryption, opened by the same code with another way to connect.
"""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from boligtildeling.app import Program
from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.clock import Klokke
from boligtildeling.storage.database import Database
from boligtildeling.storage.tilkobling import _INNSTILLINGER, Tilkobling
from tests.bench.stor_mappe import SKRIPT, bygg
from tests.bench.test_hastighet import Maalt, resten
from tests.cli.linje import Mappe
from tests.lager import raa

RUNDER, AAPNINGER = 5, 25
KLOKKE = datetime(2026, 11, 20, 10)


def koble_i_klartekst(fil: Path) -> Tilkobling:
    """As `tilkobling.koble`, without a key."""
    tilkobling = dbapi2.connect(fil, timeout=20, isolation_level=None, check_same_thread=False)
    for innstilling in _INNSTILLINGER:
        tilkobling.execute(f"PRAGMA {innstilling}")
    return tilkobling


def ta_ut(mappe: Path, til: Path) -> Path:
    """The database of the folder in a file without encryption."""
    with closing(raa(mappe)) as db:
        db.execute("ATTACH DATABASE ? AS klar KEY ''", (str(til),))
        db.execute("SELECT sqlcipher_export('klar')").fetchall()
        db.execute("DETACH DATABASE klar")
    return til


def i_klartekst(program: Program, fil: Path) -> Program:
    """The same program on the file in clear text."""
    database = Database(partial(koble_i_klartekst, fil))
    return Program(program.mappe, database, replace(program._rammer, lager=database), program._slag)


@pytest.fixture(scope="module")
def mal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten thousand cases."""
    return bygg(tmp_path_factory.mktemp("mal") / "data").sti


def spill_alt(program: Program, mappe: Mappe, tider: dict[str, list[float]]) -> None:
    """Every act of the scripts, and those that no script has."""
    for skript in sorted(SKRIPT.glob("*.jsonl")):
        Maalt(skript, mappe, program, tider).kjoer()
    resten(Maalt(SKRIPT / "avvist.jsonl", mappe, program, tider))


def par(mal: Path, rot: Path, nummer: int) -> Iterator[tuple[str, Program, Mappe]]:
    """A fresh folder, encrypted and in clear text; the one that comes first changes from round to round."""
    slag = ("kryptert", "klartekst")
    for navn in slag if nummer % 2 else reversed(slag):
        mappe = Path(shutil.copytree(mal, rot / f"{navn}-{nummer}"))
        with Program.aapne(mappe) as kryptert:
            if navn == "kryptert":
                yield navn, kryptert, Mappe(mappe)
                continue
            klar = i_klartekst(kryptert, ta_ut(mappe, rot / f"klar-{nummer}.db"))
            yield navn, klar, Mappe(mappe)
            klar.lukk()


def test_de_ti_tregeste_handlingene_kryptert_mot_klartekst(mal: Path, tmp_path: Path) -> None:
    tider: dict[str, dict[str, list[float]]] = {navn: defaultdict(list) for navn in ("kryptert", "klartekst")}
    for nummer in range(RUNDER):
        for navn, program, mappe in par(mal, tmp_path, nummer):
            spill_alt(program, mappe, tider[navn])
    assert set(HANDLINGER) & set(tider["kryptert"]) == set(HANDLINGER) & set(tider["klartekst"])
    rekke = sorted(tider["klartekst"], key=lambda h: -median(tider["klartekst"][h]))
    print(
        f"\nDe ti tregeste handlingene, {RUNDER} runder om hverandre, ti tusen saker (median ms, kryptert/klartekst):"
    )
    forhold = []
    for handling in rekke[:10]:
        med, uten = median(tider["kryptert"][handling]), median(tider["klartekst"][handling])
        forhold.append(med / uten)
        print(f"  {handling:32} {med * 1000:7.2f} / {uten * 1000:7.2f} = {med / uten:4.2f}")
    print(f"  {'median av de ti':32} {median(forhold):25.2f}")


def test_lesing_og_aapning_kryptert_mot_klartekst(mal: Path, tmp_path: Path) -> None:
    mappe = Path(shutil.copytree(mal, tmp_path / "data"))
    klar = ta_ut(mappe, tmp_path / "klar.db")
    with Program.aapne(mappe) as kryptert:
        program = {"kryptert": kryptert, "klartekst": i_klartekst(kryptert, klar)}
        les: dict[str, Callable[[Program], Any]] = {
            "listen, første 200": lambda p: p.vis_saker("kari", Saksutvalg(), 200),
            "søk, hundre treff": lambda p: p.vis_saker("kari", Saksutvalg(sok="fjern42"), 200),
            "vis sak": lambda p: p.med_klokke(Klokke(KLOKKE)).vis_sak("2026-0007", "kari"),
        }
        print("\nLesing (median ms, kryptert/klartekst):")
        for navn, gjoer in les.items():
            tider = om_hverandre({hvem: partial(gjoer, p) for hvem, p in program.items()}, 30)
            print(f"  {navn:32} {tider['kryptert']:7.2f} / {tider['klartekst']:7.2f}")
        program["klartekst"].lukk()

    def aapne_klar() -> None:
        with closing(koble_i_klartekst(klar)) as db:
            db.execute("SELECT version_num FROM alembic_version").fetchone()

    tider = om_hverandre({"kryptert": lambda: Program.aapne(mappe).lukk(), "klartekst": aapne_klar}, AAPNINGER)
    print(f"  {'hele døra mot en bar åpning':32} {tider['kryptert']:7.2f} / {tider['klartekst']:7.2f} ms")
    assert tider["kryptert"] - tider["klartekst"] < 100


def om_hverandre(gjoer: dict[str, Callable[[], Any]], ganger: int) -> dict[str, float]:
    """The median time of each in milliseconds, done by turns."""
    tider: dict[str, list[float]] = defaultdict(list)
    for _ in range(ganger):
        for navn, gjoer_en in gjoer.items():
            start = perf_counter()
            gjoer_en()
            tider[navn].append((perf_counter() - start) * 1000)
    return {navn: median(liste) for navn, liste in tider.items()}
