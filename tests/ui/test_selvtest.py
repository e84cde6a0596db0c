"""The self test sees every screen, and sees when one of them does not work."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.selvtest import Avvik
from tests.bygg import Paa
from ui import self_test
from ui.screens.boliger.view import DwellingsScreen
from ui.self_test import NOT_CASES, show_every_screen
from ui.step_makers import makers


def test_hver_skjerm_og_hver_side_i_saken_vises(paa: Paa, qapp: object) -> None:
    vei = paa("utlevert")
    beside = ("tastatur", "finn", "hjelp til feltet", "om", "laas")
    antall = show_every_screen(vei.kontor.program.mappe, "tove", vei.saksnummer)
    assert antall == len(NOT_CASES) + len(makers()) + len(beside)


def test_en_skjerm_som_feiler_stopper_selvtesten(paa: Paa, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    vei = paa("tomt")
    monkeypatch.setattr(DwellingsScreen, "load", lambda _: 1 / 0)
    with pytest.raises(Avvik, match=r"boliger.*feilet: ZeroDivisionError"):
        show_every_screen(vei.kontor.program.mappe, "tove", "2026-0001")


def test_en_feil_paa_databasetraaden_stopper_selvtesten(
    paa: Paa, qapp: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    vei = paa("registrert")
    monkeypatch.setattr("boligtildeling.app.Program.vis_boliger", lambda *_, **__: 1 / 0)
    with pytest.raises(Avvik, match=r"boliger.*uventet feil .* ZeroDivisionError"):
        show_every_screen(vei.kontor.program.mappe, "tove", vei.saksnummer)


def test_en_tom_skjerm_er_et_avvik(qtbot: QtBot) -> None:
    blank = QWidget()
    qtbot.addWidget(blank)
    blank.setStyleSheet("background: white")
    with pytest.raises(Avvik, match="tom"):
        self_test._look_at("tom", blank, blank, [])
