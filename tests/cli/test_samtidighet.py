"""Two robots and a reader on one case at the same time, each a process: nobody loses anything, nobody sees half."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from boligtildeling.app import Program
from tests.cli.linje import ROT, Mappe, kjoer_her, soeknad

ROBOT = """
import json, sys
from tests.cli.linje import Mappe
from pathlib import Path

mappe, navn, sak, antall = Mappe(Path(sys.argv[1])).som(sys.argv[2]), sys.argv[2], sys.argv[3], int(sys.argv[4])
gjort = konflikter = 0
versjoner = []
print("klar", flush=True)
sys.stdin.readline()
while gjort < antall:
    sett = mappe("vis", "sak", sak).json["versjon"]
    svar = mappe.utfoer("noter", saksnummer=sak, sett_versjon=sett, tekst=f"{navn}-{gjort}")
    assert svar.kode in (0, 4), (svar.kode, svar.feil)
    if svar.kode == 0:
        gjort += 1
        versjoner.append([sett, svar.resultat["versjon"]])
    else:
        konflikt = svar.feilet(4)
        assert konflikt["versjon"] > sett
        assert konflikt["endringer"]
        konflikter += 1
print(json.dumps({"konflikter": konflikter, "versjoner": versjoner}), flush=True)
"""
LESER = """
import json, sys
from tests.cli.linje import Mappe
from pathlib import Path

mappe, sak = Mappe(Path(sys.argv[1])).som("ida"), sys.argv[2]
sett = []
print("klar", flush=True)
sys.stdin.readline()
ferdig = False
while not ferdig:
    vist = mappe("vis", "sak", sak).json
    handlinger = [h["handling"] for h in vist["historikk"]]
    sett.append([vist["versjon"], len(vist["notater"]), handlinger.count("noter")])
    ferdig = len(vist["notater"]) == int(sys.argv[3])
print(json.dumps(sett), flush=True)
"""


def start(program: str, *argumenter: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, argumenter)],
        cwd=ROT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_to_roboter_og_en_leser_paa_samme_sak(mappe: Mappe, sak: str) -> None:
    antall = 12
    prosesser = [
        start(ROBOT, mappe.sti, "kari", sak, antall),
        start(ROBOT, mappe.sti, "ola", sak, antall),
        start(LESER, mappe.sti, sak, 2 * antall),
    ]
    for prosess in prosesser:
        assert prosess.stdout is not None
        assert prosess.stdout.readline() == "klar\n"
    svar = []
    for prosess in prosesser:
        assert prosess.stdin is not None
        prosess.stdin.write("\n")
        prosess.stdin.flush()
    for prosess in prosesser:
        ut, feil = prosess.communicate(timeout=180)
        assert prosess.returncode == 0, feil
        svar.append(json.loads(ut))
    roboter, leser = svar[:2], svar[2]
    versjoner = sorted(v for robot in roboter for v in robot["versjoner"])
    assert all(etter == sett + 1 for sett, etter in versjoner), "each act built on the version it had seen"
    assert len({etter for _, etter in versjoner}) == 2 * antall, "no two acts made the same version"
    assert [linje[0] for linje in leser] == sorted(linje[0] for linje in leser)
    assert all(versjon - 2 == notater == linjer for versjon, notater, linjer in leser), "a reader saw half an act"
    til_slutt = mappe("vis", "sak", sak).json
    assert sorted(n["tekst"] for n in til_slutt["notater"]) == sorted(
        f"{n}-{i}" for n in ("kari", "ola") for i in range(antall)
    )
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_samme_referanse_fra_to_roboter_samtidig_gir_en_sak(mappe: Mappe) -> None:
    inn = {"soeknad": soeknad(ekstern_referanse="EKS-77")}
    linje = mappe.linje("utfoer", "registrer_soeknad")
    prosesser = [
        subprocess.Popen(
            [sys.executable, "-m", "boligtildeling", *linje], cwd=ROT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for prosess in prosesser:
        assert prosess.stdin is not None
        prosess.stdin.write(json.dumps(inn).encode())
        prosess.stdin.flush()
    svar = [json.loads(prosess.communicate(timeout=120)[0])["resultat"] for prosess in prosesser]
    assert {s["saksnummer"] for s in svar} == {"2026-0001"}
    assert sorted(s["fantes"] for s in svar) == [False, True, True, True]


def test_to_noekler_fra_to_skranker_samtidig_blir_en(foer_noekkel: Mappe) -> None:
    inn = {
        "saksnummer": "2026-0001",
        "mottaker": "Lys Morgen",
        "noekler": [{"merke": "A-1", "antall": 3}],
        "legitimasjon": "pass",
    }
    prosesser = [
        subprocess.Popen(
            [sys.executable, "-m", "boligtildeling", *foer_noekkel.som(bruker).linje("utfoer", "utlever_noekkel")],
            cwd=ROT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for bruker in ("kari", "ola", "tove")
    ]
    for prosess in prosesser:
        assert prosess.stdin is not None
        prosess.stdin.write(json.dumps(inn).encode())
        prosess.stdin.flush()
    feil = [prosess.communicate(timeout=120)[1] for prosess in prosesser]
    assert sorted(prosess.returncode for prosess in prosesser) == [0, 3, 3], feil
    sak = foer_noekkel("vis", "sak", "2026-0001").json
    assert [d["navn"] for d in sak["dokumenter"]].count("noekkelkvittering") == 1
    assert [h["handling"] for h in sak["historikk"]].count("utlever_noekkel") == 1


def test_kommandolinjen_leser_og_skriver_ved_siden_av_et_aapent_program(mappe: Mappe, sak: str) -> None:
    """What a window holds open, robots may use beside it; and it sees what they did."""
    program = Program.aapne(mappe.sti)
    try:
        foer = program.vis_sak(sak, "kari").versjon
        assert mappe.prosess("utfoer", "noter", inn={"saksnummer": sak, "tekst": "fra en robot"}).kode == 0
        etter = program.vis_sak(sak, "kari")
        assert etter.versjon == foer + 1
        assert etter.notater[0].tekst == "fra en robot"
        assert kjoer_her(["--data", str(mappe.sti), "kontroller"]).kode == 0
    finally:
        program.lukk()


@pytest.mark.parametrize("antall", [2])
def test_to_som_oppretter_samme_mappe_samtidig_gir_en_hel_mappe(tmp_path: Path, antall: int) -> None:
    prosesser = [
        subprocess.Popen(
            [sys.executable, "-m", "boligtildeling", "--data", str(tmp_path / "data"), "opprett", "--proeve"],
            cwd=ROT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(antall)
    ]
    for prosess in prosesser:
        prosess.communicate(timeout=120)
    koder = sorted(prosess.returncode for prosess in prosesser)
    assert koder == [0, 5]
    assert Mappe(tmp_path / "data", None, None)("kontroller").kode == 0
