"""Killed in the middle of upkeep: the folder opens, is sound, has all that was saved, and the work can be done anew."""

import gzip
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

import pytest

from boligtildeling.app import Program, er_opprettet, opprett
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.gjenoppretting import finn_kopi, gjenopprett
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from boligtildeling.storage.migration import KJENTE_VERSJONER
from boligtildeling.storage.rotering import bytt_noekkel, krypter_klartekst, sett_passfrase
from tests.bygg import BRUKERE, DYBDE, databasedump
from tests.lager import raa
from tests.skade.drap import Arbeid, antall_spor, drep_etter, drep_ved_spor, tilfeldig
from tests.skade.mapper import Mal, krev_hel
from tests.storage.test_aapning import GULL

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix can fork a process to kill")
SPOR, OEYEBLIKK = 4 * DYBDE, 2 * DYBDE
"""How many of the places on the disk, and how many moments, each kind of work is killed at."""


@dataclass
class Strekk:
    """Kills one kind of work again and again, each time in a fresh folder, and looks at what is left."""

    slag: str
    arbeid: Arbeid
    forbered: Callable[[Path], object]
    se_etter: Callable[[Path], object]
    rot: Path

    def kjoer(self) -> None:
        trekk = tilfeldig(20261125)
        alle = antall_spor(self.arbeid, self._ny("telling"))
        varighet = self._varighet()
        for spor in sorted(trekk.sample(range(1, alle + 1), min(SPOR, alle))):
            mappe = self._ny(f"spor-{spor}")
            drep_ved_spor(self.slag, self.arbeid, mappe, spor)
            self._se_etter(mappe, f"killed at {spor} of {alle}")
        for nummer in range(OEYEBLIKK):
            mappe = self._ny(f"oeyeblikk-{nummer}")
            drep_etter(self.slag, self.arbeid, mappe, trekk.uniform(0, varighet))
            self._se_etter(mappe, f"killed at a moment, try {nummer}")

    def _ny(self, navn: str) -> Path:
        mappe = self.rot / navn
        self.forbered(mappe)
        return mappe

    def _varighet(self) -> float:
        mappe, start = self._ny("maaling"), perf_counter()
        self.arbeid(mappe)
        return perf_counter() - start

    def _se_etter(self, mappe: Path, hvor: str) -> None:
        try:
            self.se_etter(mappe)
        except BaseException as feil:
            feil.add_note(f"{self.slag}, {hvor}")
            raise


def ta_kopier(mappe: Path) -> None:
    with Program.aapne(mappe) as program:
        program.hylle().ta("bestilt")


def test_drept_mens_det_tas_kopi(mal: Mal, tmp_path: Path) -> None:
    def se_etter(mappe: Path) -> None:
        assert krev_hel(mappe) == mal.innhold
        antall = len(kopier_i(mappe / KOPIMAPPE)[0])
        ta_kopier(mappe)
        assert len(kopier_i(mappe / KOPIMAPPE)[0]) == antall + 1

    Strekk("kopi", ta_kopier, mal.til, se_etter, tmp_path).kjoer()


def test_drept_mens_noekkelen_byttes(mal: Mal, tmp_path: Path) -> None:
    def bytt(mappe: Path) -> None:
        bytt_noekkel(mappe, lambda: None)

    def se_etter(mappe: Path) -> None:
        assert krev_hel(mappe) == mal.innhold
        bytt(mappe)
        assert krev_hel(mappe) == mal.innhold
        finn_kopi(mappe, Path(mal.kopi))
        ta_i_bruk(mal, mappe)
        assert krev_hel(mappe) == mal.i_kopien

    Strekk("noekkelbytte", bytt, mal.til, se_etter, tmp_path).kjoer()


def ta_i_bruk(mal: Mal, mappe: Path) -> None:
    kopi = finn_kopi(mappe, Path(mal.kopi))
    gjenopprett(mappe, kopi, spoer=lambda: None, spoer_kode=lambda: None, sted="noekkelfil")


def test_drept_mens_en_kopi_tas_i_bruk(mal: Mal, tmp_path: Path) -> None:
    def se_etter(mappe: Path) -> None:
        assert krev_hel(mappe) in {mal.innhold, mal.i_kopien}
        ta_i_bruk(mal, mappe)
        assert krev_hel(mappe) == mal.i_kopien

    Strekk("gjenoppretting", partial(ta_i_bruk, mal), mal.til, se_etter, tmp_path).kjoer()


def test_drept_mens_passfrasen_settes(mal: Mal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frase = "hest stift batteri korrekt"

    def sett(mappe: Path) -> None:
        sett_passfrase(mappe, frase, lambda: frase)

    def se_etter(mappe: Path) -> None:
        with Program.aapne(mappe, spoer=lambda: frase) as program:
            assert program.kontroller().funn == ()
        sett(mappe)
        assert list((mappe / "noekler").glob("*.noekkel")) == []

    Strekk("passfrase", sett, mal.til, se_etter, tmp_path).kjoer()


def lag_gammel(mappe: Path) -> None:
    mappe.mkdir()
    (mappe / FILNAVN).write_bytes(gzip.decompress(GULL.read_bytes()))


def krypter(mappe: Path) -> None:
    krypter_klartekst(mappe, "noekkelfil")


def test_drept_mens_en_database_fra_foer_krypteringen_krypteres(tmp_path: Path) -> None:
    def se_etter(mappe: Path) -> None:
        with suppress(Bruksfeil):  # it was encrypted before it was killed, or is by the one that comes after
            krypter(mappe)
        assert not [f for f in mappe.rglob("*") if f.is_file() and b"SQLite format 3" in f.read_bytes()]
        assert len([linje for linje in krev_hel(mappe) if linje.startswith("hendelse (")]) == 96

    Strekk("kryptering", krypter, lag_gammel, se_etter, tmp_path).kjoer()


def test_drept_mens_databasen_oppgraderes(tmp_path: Path) -> None:
    lag_gammel(tmp_path / "gammel")
    krypter(tmp_path / "gammel")

    def forbered(mappe: Path) -> None:
        shutil.copytree(tmp_path / "gammel", mappe)

    def aapne(mappe: Path) -> None:
        Program.aapne(mappe).lukk()

    def se_etter(mappe: Path) -> None:
        with raa(mappe) as db:
            assert db.execute("SELECT version_num FROM alembic_version").fetchone()[0] in {"0001", KJENTE_VERSJONER[-1]}
        assert len([linje for linje in krev_hel(mappe) if linje.startswith("hendelse (")]) == 96
        assert all(kopi.slag == "foer-oppgradering" for kopi in kopier_i(mappe / KOPIMAPPE)[0])

    Strekk("oppgradering", aapne, forbered, se_etter, tmp_path).kjoer()


def test_drept_mens_en_mappe_lages(tmp_path: Path) -> None:
    def lag(mappe: Path) -> None:
        opprett(mappe, BRUKERE, "proeve")

    def se_etter(mappe: Path) -> None:
        if not er_opprettet(mappe):
            lag(mappe)
        assert krev_hel(mappe)
        assert databasedump(mappe)

    Strekk("oppretting", lag, lambda mappe: mappe.mkdir(), se_etter, tmp_path).kjoer()
