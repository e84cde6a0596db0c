"""A full disk, a folder that may only be read, a database that somebody holds: exit 5, and what was saved stands."""

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import Database
from boligtildeling.storage.tilkobling import koble
from tests.cli.linje import PROGRAM, ROT, Mappe, Svar, soeknad, som_bytes
from tests.lager import noekkel_til, raa
from tests.storage.prosess import er_root, filer
from tests.storage.test_feil_paa_filen import krev_driftsfeil

resource = pytest.importorskip("resource", reason="only Linux has the limits that these faults are made with")
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE = 1


def kjoer_med(mappe: Mappe, *argumenter: str, inn: object, foer: Callable[[], None]) -> Svar:
    """Runs the command in a process where `foer` has been done first."""
    ferdig = subprocess.run(
        [*PROGRAM, *mappe.linje(*argumenter)],
        input=som_bytes(inn),
        capture_output=True,
        cwd=ROT,
        timeout=120,
        check=False,
        preexec_fn=foer,
    )
    return Svar(ferdig.returncode, ferdig.stdout.decode(), ferdig.stderr.decode())


def tak_paa_filer(antall_bytes: int) -> Callable[[], None]:
    """No file may grow past this: what a full disk is to the program, wherever the tests are run."""

    def sett() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (antall_bytes, antall_bytes))

    return sett


@pytest.fixture
def liten_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of three megabytes, where the tests may mount one; else a skip."""
    punkt = tmp_path / "disk"
    punkt.mkdir()
    montert = (
        er_root()
        and shutil.which("mount") is not None
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(punkt)], capture_output=True, check=False
        ).returncode
        == 0
    )
    if not montert:
        pytest.skip("a small file system cannot be mounted here")
    try:
        yield punkt
    finally:
        subprocess.run(["umount", "-l", str(punkt)], check=True)


def fyll_opp(fil: Path) -> None:
    """Takes every byte that is left on the disk."""
    with contextlib.suppress(OSError), fil.open("wb", buffering=0) as fyll:
        while fyll.write(b"x" * 4096):
            pass


def test_full_disk_lagrer_ingenting_og_alt_som_var_lagret_staar(liten_disk: Path, tom_mal: Mappe) -> None:
    mappe = Mappe(Path(shutil.copytree(tom_mal.sti, liten_disk / "data")))
    nummer = mappe.utfoer("registrer_soeknad", soeknad=soeknad()).resultat["saksnummer"]
    gjort, svar = 0, None
    for _ in range(60):
        svar = mappe.utfoer("noter", saksnummer=nummer, tekst="ø" * 40_000)
        if svar.kode != 0:
            break
        gjort += 1
    assert svar is not None
    assert gjort > 0
    assert "full" in krev_driftsfeil(svar.feilet(5))
    (liten_disk / "fyll").write_bytes(b"")
    with closing(raa(mappe.sti)) as db:
        assert db.execute("SELECT count(*) FROM notat").fetchone() == (gjort,)
        assert db.execute("SELECT count(*) FROM hendelse WHERE handling = 'noter'").fetchone() == (gjort,)
    hjem = Mappe(Path(shutil.copytree(mappe.sti, liten_disk.parent / "reddet")))
    assert len(hjem("vis", "sak", nummer).json["notater"]) == gjort
    assert hjem("kontroller").json["alt_er_i_orden"] is True
    assert hjem.utfoer("noter", saksnummer=nummer, tekst="plass igjen").kode == 0


def test_opprett_paa_full_disk_etterlater_en_tom_mappe(liten_disk: Path) -> None:
    (liten_disk / "fyll").write_bytes(b"x" * 2_900_000)
    ny = Mappe(liten_disk / "data", bruker=None, klokke=None)
    krev_driftsfeil(ny("opprett", "--proeve").feilet(5))
    assert filer(ny.sti) == {}
    (liten_disk / "fyll").unlink()
    assert ny("opprett", "--proeve").kode == 0


def test_en_fil_som_ikke_kan_vokse_lagrer_ingenting(mappe: Mappe, sak: str) -> None:
    stor = {"saksnummer": sak, "tekst": "ø" * 150_000}
    svar = kjoer_med(mappe, "utfoer", "noter", inn=stor, foer=tak_paa_filer(200_000))
    krev_driftsfeil(svar.feilet(5))
    assert mappe("vis", "sak", sak).json["notater"] == []
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_utskrift_som_ikke_faar_plass_lar_den_gamle_filen_ligge(mappe: Mappe, liten_disk: Path) -> None:
    fil = liten_disk / "liste.pdf"
    fil.write_bytes(b"den gamle")
    fyll_opp(liten_disk / "fyll")
    argumenter = ("skriv-ut", "sjekkliste-tildeling", "--tom", "--til", fil)
    assert "full" in krev_driftsfeil(mappe(*argumenter).feilet(5))
    assert fil.read_bytes() == b"den gamle"
    assert sorted(f.name for f in liten_disk.iterdir()) == ["fyll", "liste.pdf"]
    (liten_disk / "fyll").unlink()
    assert mappe(*argumenter).json["fil"] == str(fil)
    assert fil.read_bytes().startswith(b"%PDF-")


@pytest.fixture
def uten_skrivetilgang(mappe: Mappe, sak: str) -> Iterator[Callable[[], None]]:
    """The folder may be read and not written; gives what a process must do first to be held by that."""
    for sti in (mappe.sti, *mappe.sti.iterdir()):
        sti.chmod(0o555 if sti.is_dir() else 0o444)

    def gi_fra_seg_forrang() -> None:
        """root passes every permission by CAP_DAC_OVERRIDE; the process that is started now never gets it."""
        if er_root() and ctypes.CDLL(None, use_errno=True).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) != 0:
            os._exit(99)

    yield gi_fra_seg_forrang
    for sti in (mappe.sti, *mappe.sti.iterdir()):
        sti.chmod(0o700 if sti.is_dir() else 0o600)


def test_en_mappe_som_bare_kan_leses_sier_det_og_er_uroert(
    mappe: Mappe, sak: str, uten_skrivetilgang: Callable[[], None]
) -> None:
    foer = filer(mappe.sti)
    for argumenter in (["utfoer", "noter"], ["vis", "sak", sak], ["opprett"]):
        svar = kjoer_med(
            mappe.som(None).naar(None), *argumenter, inn={"saksnummer": sak, "tekst": "x"}, foer=uten_skrivetilgang
        )
        krev_driftsfeil(svar.feilet(5))
    assert filer(mappe.sti) == foer


def test_en_laast_database_ventes_paa_og_nektes_saa(mappe: Mappe, sak: str) -> None:
    noekkel = noekkel_til(mappe.sti)
    database = Database(partial(koble, mappe.database, noekkel, ventetid_sekunder=0.1))
    with closing(raa(mappe.sti)) as annen:
        annen.execute("BEGIN IMMEDIATE")
        with pytest.raises(Driftsfeil) as feil, database.skriv():
            pytest.fail("the write transaction was taken by two")
        assert "opptatt" in feil.value.hva
        with database.les() as session:
            assert session is not None
        annen.execute("ROLLBACK")
    with database.skriv() as session:
        assert session is not None
    database.lukk()


def test_en_som_venter_kommer_til_naar_den_andre_er_ferdig(mappe: Mappe, sak: str) -> None:
    """Another process holds the database when the act begins, and lets it go afterwards: the act is done."""
    holder = (
        "import sys; from pathlib import Path; from tests.lager import raa; "
        "d = raa(Path(sys.argv[1])); d.execute('BEGIN IMMEDIATE'); "
        "print('holder', flush=True); sys.stdin.read(1); d.execute('ROLLBACK')"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(mappe.sti)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROT
    ) as annen:
        assert annen.stdin is not None
        assert annen.stdout is not None
        assert annen.stdout.readline() == b"holder\n"
        robot = subprocess.Popen(
            [*PROGRAM, *mappe.linje("utfoer", "noter")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROT
        )
        assert robot.stdin is not None
        robot.stdin.write(som_bytes({"saksnummer": sak, "tekst": "x"}))
        robot.stdin.close()
        assert robot.poll() is None
        annen.stdin.write(b"x")
        annen.stdin.close()
        assert robot.wait(timeout=60) == 0
        assert robot.stdout is not None
        robot.stdout.close()
    assert len(mappe("vis", "sak", sak).json["notater"]) == 1
