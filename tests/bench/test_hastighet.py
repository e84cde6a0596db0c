"""How long things take with ten thousand cases, as ratios against bare SQLite and a bare Python in the same run."""

import json
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.cli.svar import feilsvar
from boligtildeling.clock import Klokke
from boligtildeling.exchange.kommando import les_kommando, til_json
from tests.bench.stor_mappe import ANTALL, SKRIPT, bygg, varm_opp
from tests.cli.linje import PROGRAM, ROT, Mappe, Svar, soeknad, som_bytes
from tests.cli.spill import Spill


@pytest.fixture(scope="module")
def stor(tmp_path_factory: pytest.TempPathFactory) -> Mappe:
    mappe = bygg(tmp_path_factory.mktemp("stor") / "data")
    varm_opp(mappe)
    return mappe


@pytest.fixture(scope="module")
def program(stor: Mappe) -> Iterator[Program]:
    aapnet = Program.aapne(stor.sti)
    yield aapnet
    aapnet.lukk()


def tid(gjoer: Callable[[], Any], ganger: int = 1) -> float:
    """The median time of doing it, in seconds."""
    tider = []
    for _ in range(ganger):
        start = perf_counter()
        gjoer()
        tider.append(perf_counter() - start)
    return median(tider)


def bar_skriving(mappe: Path) -> float:
    """One bare write transaction, as durable as the program's own."""
    with closing(sqlite3.connect(mappe / "bar.db", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("CREATE TABLE rad (id INTEGER PRIMARY KEY, tekst TEXT)")

        def skriv() -> None:
            db.execute("BEGIN IMMEDIATE")
            db.execute("INSERT INTO rad (tekst) VALUES (?)", ("x" * 500,))
            db.execute("COMMIT")

        return tid(skriv, 200)


class Maalt(Spill):
    """Plays a script on an open program, and keeps the time of every act that was done."""

    def __init__(self, skript: Path, mappe: Mappe, program: Program, tider: dict[str, list[float]]) -> None:
        super().__init__(skript, mappe)
        self.program, self.tider = program, tider

    def _gjoer(self, linje: dict[str, Any], nummer: int) -> Svar:
        if "handling" not in linje:
            return super()._gjoer(linje, nummer)
        kommando = linje.get("kommando", {})
        if "soeknad_fra" in linje:
            fil = self.skript.parent / linje["soeknad_fra"]
            kommando = {
                "soeknad": json.loads(fil.read_text(encoding="utf-8")) | {"ekstern_referanse": self.skript.stem}
            }
        kommando = json.loads(json.dumps(kommando).replace('"B-', f'"{self.skript.stem}-'))
        return self.handle(linje["handling"], kommando, linje.get("som", "kari"), linje["klokke"])

    def handle(
        self, handling: str, kommando: dict[str, Any], som: str = "kari", klokke: str = "2026-11-20T10:00"
    ) -> Svar:
        naar = datetime.fromisoformat(klokke)
        program = self.program.med_klokke(Klokke(naar))
        try:
            lest = les_kommando(HANDLINGER[handling].kommando, som_bytes(kommando), naar.date())
            start = perf_counter()
            utfall = program.utfoer(lest, som)
            self.tider[handling].append(perf_counter() - start)
        except Exception as feil:
            avbrudd = feilsvar(feil)
            if avbrudd is None:
                raise
            return Svar(avbrudd.kode, "", json.dumps(avbrudd.svar, ensure_ascii=False))
        return Svar(0, json.dumps(til_json({"resultat": utfall.resultat, "endret": utfall.endret})), "")


def resten(spilt: Maalt) -> None:
    """The acts that no script has, on a case of their own."""

    def gjoer(handling: str, som: str = "kari", **kommando: Any) -> dict[str, Any]:
        return dict(spilt.handle(handling, kommando, som).resultat)

    nummer = gjoer("registrer_soeknad", soeknad=soeknad())["saksnummer"]
    gjoer("rett_soeknad", saksnummer=nummer, soeknad=soeknad(behov={"antall_soverom": 2}), grunn="Feil.")
    gjoer("legg_ved", saksnummer=nummer, tittel="Brev")
    gjoer("overta_sak", som="ola", saksnummer=nummer)
    hendelse = gjoer("tildel_sak", som="tove", saksnummer=nummer, bruker="kari")["hendelse"]
    gjoer("angre", saksnummer=nummer, hendelse=hendelse, grunn="Feil.")
    gjoer(
        "kryss_av",
        saksnummer=nummer,
        sjekkpunkt="SOE-1",
        svar="ja",
        dato="2026-11-20",
        dokumentasjon={"type": "dokument"},
    )
    gjoer("send_foreloepig_svar", saksnummer=nummer, grunn="Mye å gjøre.", svar_ventes_dato="2026-12-18")
    gjoer("sett_paa_vent", saksnummer=nummer, grunn="Venter.", til_dato="2026-12-01")
    gjoer("ta_opp_igjen", saksnummer=nummer)
    gjoer("etterregistrer_avvik", som="tove", saksnummer=nummer, grunn="Muntlig.", hva="muntlig_vedtak")
    gjoer("trekk_soeknad", saksnummer=nummer, grunn="Trukket.")
    gjoer("sett_innstilling", som="tove", navn="kommune", verdi="Prøve kommune")
    gjoer("registrer_bruker", som="tove", navn="ny", rolle="leser")
    bolig = {"boligid": "B-9", "adresse": {"linje": "P 9", "postnummer": "7030", "poststed": "T"}, "boligtype": "hybel"}
    gjoer("registrer_bolig", bolig={**bolig, "antall_soverom": 1, "husleie": 5000, "ledig_fra": "2026-11-20"})
    gjoer("endre_bolig", bolig={**bolig, "antall_soverom": 1, "husleie": 5100})


def test_hver_handling_med_ti_tusen_saker(stor: Mappe, program: Program, tmp_path: Path) -> None:
    tider: dict[str, list[float]] = defaultdict(list)
    for skript in sorted(SKRIPT.glob("*.jsonl")):
        spilt = Maalt(skript, stor, program, tider).kjoer()
        assert not [f for f in spilt.feil if "saker, ventet" not in f], "the scripts count the cases of an empty folder"
    resten(Maalt(SKRIPT / "avvist.jsonl", stor, program, tider))
    assert set(HANDLINGER) - set(tider) == set()
    bar = bar_skriving(tmp_path)
    rekke = sorted(((median(t), navn, len(t)) for navn, t in tider.items()), reverse=True)
    print(f"\n{ANTALL} saker. En bar skriving til SQLite: {bar * 1000:.2f} ms. De ti tregeste handlingene mot den:")
    for sekunder, navn, antall in rekke[:10]:
        print(f"  {navn:32} {sekunder / bar:7.1f} ×   ({sekunder * 1000:6.1f} ms, {antall} ganger)")
    print(f"  {'median av alle ' + str(len(rekke)):32} {median(r[0] for r in rekke) / bar:7.1f} ×")


def test_liste_soek_og_sak_med_ti_tusen_saker(program: Program, tmp_path: Path) -> None:
    bar = bar_skriving(tmp_path)
    side = program.vis_saker("kari", Saksutvalg(), 200)
    assert len(side.saker) == 200
    assert program.antall_saker("kari", Saksutvalg()) > ANTALL * 0.9
    maalt: dict[str, Callable[[], Any]] = {
        "listen, første 200": lambda: program.vis_saker("kari", Saksutvalg(), 200),
        "listen, neste 200": lambda: program.vis_saker("kari", Saksutvalg(), 200, side.merke),
        "listen, mine i ett steg": lambda: program.vis_saker("kari", Saksutvalg(steg="vedtak", ansvarlig="kari"), 200),
        "antall saker": lambda: program.antall_saker("kari", Saksutvalg()),
        "søk, ett treff": lambda: program.vis_saker("kari", Saksutvalg(sok="ås4711"), 200),
        "søk, hundre treff": lambda: program.vis_saker("kari", Saksutvalg(sok="fjern42"), 200),
        "søk, ti tusen treff": lambda: program.vis_saker("kari", Saksutvalg(sok="fj"), 200),
        "søk, to ord": lambda: program.vis_saker("kari", Saksutvalg(sok="fjern1 ås"), 200),
        "søk, ingen treff": lambda: program.vis_saker("kari", Saksutvalg(sok="finnes ikke"), 200),
        "vis sak": lambda: program.vis_sak("2026-0007", "kari"),
    }
    print(f"\nLesing med {ANTALL} saker, mot en bar skriving ({bar * 1000:.2f} ms):")
    for navn, gjoer in maalt.items():
        gjoer()
        sekunder = tid(gjoer, 15)
        print(f"  {navn:32} {sekunder / bar:7.1f} ×   ({sekunder * 1000:6.1f} ms)")


def test_start_av_kommandolinjen_med_ti_tusen_saker(stor: Mappe) -> None:
    def prosess(*linje: str, inn: bytes = b"") -> Callable[[], Any]:
        return lambda: subprocess.run(linje, input=inn, capture_output=True, cwd=ROT, check=True, timeout=120)

    notat = som_bytes({"saksnummer": "2026-0009", "tekst": "x"})
    maalt = {
        "boligtildeling --version": prosess(*PROGRAM, "--version"),
        "boligtildeling handlinger": prosess(*PROGRAM, "handlinger"),
        "boligtildeling vis saker": prosess(*PROGRAM, *stor.linje("vis", "saker")),
        "boligtildeling vis sak": prosess(*PROGRAM, *stor.linje("vis", "sak", "2026-0009")),
        "boligtildeling utfoer noter": prosess(*PROGRAM, *stor.linje("utfoer", "noter"), inn=notat),
    }
    bar = prosess(sys.executable, "-c", "pass")
    tider: dict[str, list[float]] = defaultdict(list)
    for _ in range(7):
        for navn, gjoer in {"python -c pass": bar, **maalt}.items():
            tider[navn].append(tid(gjoer))
    grunn = median(tider["python -c pass"])
    print(f"\nHele prosesser, mot «python -c pass» ({grunn * 1000:.0f} ms):")
    for navn, liste in tider.items():
        print(f"  {navn:32} {median(liste) / grunn:7.1f} ×   ({median(liste) * 1000:6.0f} ms)")


def test_kontrollen_med_ti_tusen_saker(program: Program, tmp_path: Path) -> None:
    bar = bar_skriving(tmp_path)
    start = perf_counter()
    kontroll = program.kontroller()
    sekunder = perf_counter() - start
    print(f"\nkontroller av {kontroll.hendelser} linjer: {sekunder / bar:.0f} × en bar skriving ({sekunder:.1f} s)")
    assert kontroll.hendelser > ANTALL
