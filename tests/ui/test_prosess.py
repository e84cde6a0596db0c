"""Window processes: one per folder, the second brings the first to the front, a dead one keeps nothing half."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from tests.bygg import Vei
from ui import app
from ui.one_window import OneWindow

ROOT = Path(__file__).parents[2]
ENOUGH_ACTS = 5


@pytest.fixture
def holder(tmp_path: Path, qapp: object) -> OneWindow:
    return OneWindow(tmp_path)


def test_bare_ett_vindu_per_mappe(holder: OneWindow, tmp_path: Path) -> None:
    assert holder.take()
    assert not OneWindow(tmp_path).take()
    assert OneWindow(tmp_path / "annen").take()
    holder.let_go()
    again = OneWindow(tmp_path)
    assert again.take()
    again.let_go()


def test_det_andre_vinduet_henter_det_foerste_fram_og_slutter(holder: OneWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert holder.take()
    holder.listen()
    with qtbot.waitSignal(holder.asked_for, timeout=5_000):
        assert app.main([], mappe=tmp_path, som=None, klokke=None) == 0
    assert list(tmp_path.iterdir()) == []
    holder.let_go()


def test_et_vindu_som_doer_etterlater_ingenting_halvt(paa: Callable[[str], Vei]) -> None:
    vei = paa("registrert")
    mappe = vei.kontor.program.mappe
    before = len(vei.vis().notater)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.vindu_som_doer", str(mappe)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT
    ) as window:
        assert window.stdout is not None
        for _ in range(ENOUGH_ACTS):
            assert window.stdout.readline() == b"sendt\n"
        window.kill()
    holder = OneWindow(mappe)
    assert holder.take(), "the lock of a dead process holds nobody out"
    holder.let_go()
    program = Program.aapne(mappe)
    try:
        assert program.kontroller().funn == ()
        sak = program.vis_sak("2026-0001", "kari")
    finally:
        program.lukk()
    notes, lines = len(sak.notater) - before, sum(h.handling == "noter" for h in sak.historikk)
    assert notes == lines >= ENOUGH_ACTS - 1
