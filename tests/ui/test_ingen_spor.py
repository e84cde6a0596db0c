"""The window leaves nothing about anyone outside the database: no settings, no lists of files, no clipboard."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.bygg import Vei
from tests.cli.linje import ROT
from tests.cli.spor import finn, omgivelser
from ui import file_dialogs
from ui.messages import in_words
from ui.widgets.message_panel import MessagePanel

MERKER = {"Rolig Fjord", "04856028424", "Testvegen 4", "Du er uten egen bolig"}


def test_vinduet_etterlater_ingenting_om_noen(paa: Callable[[str], Vei], tmp_path: Path) -> None:
    vei = paa("sendt")
    vei.kontor.program.lukk()
    rot = tmp_path / "rot"
    mappe = rot / "mappe"
    rot.mkdir()
    shutil.copytree(vei.kontor.program.mappe, mappe)
    (rot / "ut").mkdir()
    miljoe = {**os.environ, **omgivelser(rot), "PYTHONPATH": str(ROT), "QT_QPA_PLATFORM": "offscreen"}
    kommando = [sys.executable, "-m", "tests.ui.vindu_med_merker", str(mappe), str(rot / "ut"), "Rolig Fjord"]
    spilt = subprocess.run(kommando, capture_output=True, cwd=ROT, env=miljoe, timeout=300, check=False)
    assert spilt.returncode == 0, spilt.stderr.decode()[-2000:]
    assert spilt.stdout == b"\n"
    assert (rot / "ut" / "2026-0001-vedtak.pdf").is_file()
    assert (mappe / "vindu.ini").is_file()
    assert finn(rot, MERKER) == []
    assert [m for m in MERKER if m in spilt.stderr.decode()] == []


def test_mappen_qt_husker_blir_glemt(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    husket = QSettings(QSettings.Scope.UserScope, "QtProject")
    husket.setValue("FileDialog/lastVisited", "file:///hjem/Rolig Fjord")
    husket.sync()
    assert finn(tmp_path, {"Rolig Fjord"})
    file_dialogs.forget()
    assert finn(tmp_path, {"Rolig Fjord"}) == []


def test_bare_feilnummeret_kan_kopieres_fra_en_feil(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    panel = MessagePanel()
    qtbot.addWidget(panel)
    message = in_words(ValueError("Rolig Fjord 04856028424"))
    panel.show_message(message)
    panel._copy()
    assert qapp.clipboard().text() == message.log_id
    assert "Fjord" not in caplog.text
