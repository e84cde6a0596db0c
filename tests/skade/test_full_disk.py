"""The disk is full at one write or another: nothing is half done, what was saved stands, and it is said in words."""

import os
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from boligtildeling.app import Program, er_opprettet, opprett
from boligtildeling.casework.soeknad import Noter
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from boligtildeling.storage.rotering import bytt_noekkel
from tests.bygg import BRUKERE, DYBDE
from tests.skade.drap import Arbeid, start, vent
from tests.skade.mapper import SAK, Mal, krev_hel
from tests.skade.test_drap import krypter, lag_gammel, ta_i_bruk, ta_kopier
from tests.storage.prosess import er_root

resource = pytest.importorskip("resource", reason="only Linux has the limits that these faults are made with")
GJORT, NEKTET = 0, 10
TRINN = 4 * DYBDE
"""How many sizes of what is left of the disk each kind of work is tried with."""
DISK = 12 * 1024 * 1024
UTFALL: Counter[str] = Counter()


def noter(mappe: Path) -> None:
    with Program.aapne(mappe) as program:
        program.utfoer(Noter(saksnummer=SAK, tekst="ø" * 100_000), "kari")


def bytt(mappe: Path) -> None:
    bytt_noekkel(mappe, lambda: None)


def aapne(mappe: Path) -> None:
    Program.aapne(mappe).lukk()


def lag(mappe: Path) -> None:
    opprett(mappe, BRUKERE, "proeve")


def gjoer(arbeid: Arbeid, mappe: Path, foer: Callable[[], object]) -> int:
    """Does the work in a process where `foer` holds: it is done, or refused in words; anything else is a fault."""

    def barn() -> None:
        foer()
        try:
            arbeid(mappe)
        except Driftsfeil:
            os._exit(NEKTET)

    kode = vent(start(barn))
    assert kode in {GJORT, NEKTET}
    UTFALL["nektet" if kode == NEKTET else "gjort"] += 1
    return kode


def ta_rommet_som_det_er(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for before the work is begun is not in the way: others may take the room after it is asked for."""
    monkeypatch.setattr("boligtildeling.storage.sted._MINSTE_ROM", -(10**12))


@pytest.fixture
def gammel(tmp_path: Path) -> Path:
    """An encrypted folder of version 0001."""
    lag_gammel(tmp_path / "gammel")
    krypter(tmp_path / "gammel")
    return tmp_path / "gammel"


@pytest.fixture(params=["handling", "kopi", "noekkelbytte", "gjenoppretting", "oppgradering", "oppretting"])
def sak(request: pytest.FixtureRequest, mal: Mal, gammel: Path) -> "Sak":
    return {
        "handling": Sak(noter, mal.til, partial(er_uendret_eller_notert, mal)),
        "kopi": Sak(ta_kopier, mal.til, partial(er_uendret, mal)),
        "noekkelbytte": Sak(bytt, mal.til, partial(er_uendret, mal)),
        "gjenoppretting": Sak(
            partial(ta_i_bruk, mal), mal.til, lambda mappe: krev(krev_hel(mappe) in {mal.innhold, mal.i_kopien})
        ),
        "oppgradering": Sak(aapne, partial(kopier_mappe, gammel), er_oppgradert),
        "oppretting": Sak(lag, Path.mkdir, er_hel_eller_tom),
    }[request.param]


class Sak:
    """One kind of work: in what folder it is done, and what must hold of it afterwards whether or not it could be."""

    def __init__(self, arbeid: Arbeid, forbered: Callable[[Path], object], se_etter: Callable[[Path], object]) -> None:
        self.arbeid, self.forbered, self.se_etter = arbeid, forbered, se_etter


def kopier_mappe(fra: Path, til: Path) -> None:
    shutil.copytree(fra, til)


def krev(holder: bool) -> None:
    assert holder


def er_uendret(mal: Mal, mappe: Path) -> None:
    assert krev_hel(mappe) == mal.innhold
    assert all(kopi.mappe.is_dir() for kopi in kopier_i(mappe / KOPIMAPPE)[0])


def er_uendret_eller_notert(mal: Mal, mappe: Path) -> None:
    """As it was, or with the one act more: its note and its line; never with half of it."""
    nye = Counter(linje.split()[0] for linje in set(krev_hel(mappe)) - set(mal.innhold))
    assert not nye or {"notat", "hendelse", "hendelsesinnhold"} <= nye.keys()


def er_oppgradert(mappe: Path) -> None:
    assert len([linje for linje in krev_hel(mappe) if linje.startswith("hendelse (")]) == 96


def er_hel_eller_tom(mappe: Path) -> None:
    if er_opprettet(mappe):
        krev_hel(mappe)
    else:
        assert [fil for fil in mappe.rglob("*") if fil.is_file() and fil.stat().st_size] == []
        lag(mappe)
        krev_hel(mappe)


def test_en_fil_som_ikke_faar_vokse_mer_stopper_arbeidet_uten_aa_gjoere_noe_halvt(
    sak: Sak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ta_rommet_som_det_er(monkeypatch)
    tak = [0, 600, 5_000, 40_000, *range(60_000, 700_000, 640_000 // TRINN), 10_000_000]
    koder = []
    for nummer, bytes_ in enumerate(tak):
        mappe = tmp_path / str(nummer)
        sak.forbered(mappe)

        def sett_tak(bytes_: int = bytes_) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

        koder.append(gjoer(sak.arbeid, mappe, sett_tak))
        sak.se_etter(mappe)
        if koder[-1] == GJORT:
            break
        shutil.rmtree(mappe)
    assert NEKTET in koder
    assert koder[-1] == GJORT, "with room enough it is done"


@pytest.fixture
def liten_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of twelve megabytes, where the tests may mount one; else a skip."""
    punkt = tmp_path / "disk"
    punkt.mkdir()
    kommando = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(punkt)]
    kan = er_root() and shutil.which("mount") is not None
    if not kan or subprocess.run(kommando, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small file system cannot be mounted here")
    try:
        yield punkt
    finally:
        subprocess.run(["umount", "-l", str(punkt)], check=True)


def test_en_full_disk_stopper_arbeidet_uten_aa_gjoere_noe_halvt(
    sak: Sak, liten_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same work again and again, each time with a little more left of the disk, until it can be done."""
    ta_rommet_som_det_er(monkeypatch)
    koder = []
    for igjen in [0, 4, 12, 40, *range(100, 4_000, 3_900 // TRINN), 7_000]:
        mappe, fyll = liten_disk / "data", liten_disk / "fyll"
        sak.forbered(mappe)
        la_det_vaere_igjen(liten_disk, fyll, igjen * 1024)
        koder.append(gjoer(sak.arbeid, mappe, lambda: None))
        fyll.unlink()
        sak.se_etter(mappe)
        if koder[-1] == GJORT:
            break
        shutil.rmtree(mappe)
    assert NEKTET in koder
    assert koder[-1] == GJORT, "with room enough it is done"


def la_det_vaere_igjen(disk: Path, fyll: Path, bytes_: int) -> None:
    ledig = os.statvfs(disk)
    with fyll.open("wb") as stroem:
        os.posix_fallocate(stroem.fileno(), 0, max(1, ledig.f_bavail * ledig.f_frsize - bytes_))
