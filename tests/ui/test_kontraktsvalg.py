"""The choice of contract: the kontraktskontroll speaks while it is made, and nothing is stored."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.bygg import Kontor, Paa, Vei
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.main_window import MainWindow
from ui.screens.kontraktstype.view import ContractTypeStep
from ui.screens.kontraktstype.view_model import NOTHING_AGAINST

WindowOn = Callable[..., MainWindow]


@pytest.fixture
def valget(paa: Paa, window_on: WindowOn) -> tuple[MainWindow, ContractTypeStep, Vei]:
    vei = paa("registrert")
    window = window_on(vei, step="kontraktstype")
    page: Any = window.screens.case_screen.pages["kontraktstype"]
    return window, page, vei


def said(page: ContractTypeStep) -> list[str]:
    return [part.text() for part in page.against.findChildren(QLabel) if part.isVisible()]


def wait_for(page: ContractTypeStep, window: MainWindow, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(text in sentence for sentence in said(page)))
    settle(qtbot, window.session)


def test_kontraktskontrollen_svarer_mens_du_velger(
    valget: tuple[MainWindow, ContractTypeStep, Vei], qtbot: QtBot
) -> None:
    window, page, vei = valget
    hand = Keyboard(qtbot, window)
    assert said(page) == []
    hand.choose("Kontraktstype", "Tidsbestemt")
    hand.fill("Leietid i måneder", "12")
    wait_for(page, window, "Kontrakten er på 12 måneder", qtbot)
    hand.fill("Leietid i måneder", "36")
    wait_for(page, window, NOTHING_AGAINST.removesuffix("."), qtbot)
    assert vei.vis().kontraktsvalg is None
    assert len(vei.vis().historikk) == len(window.screens.case.shown.historikk)


def test_forslaget_kan_brukes_og_har_grunner(valget: tuple[MainWindow, ContractTypeStep, Vei], qtbot: QtBot) -> None:
    window, page, _ = valget
    assert page.proposal.text() == "Forslag: tidsbestemt, 36 måneder"
    assert "husleieloven § 9-3" in page.reasons.text()
    Keyboard(qtbot, window).push("Bruk forslaget")
    wait_for(page, window, NOTHING_AGAINST.removesuffix("."), qtbot)
    assert page.form.form.raw("maaneder") == 36


def test_et_valg_som_ikke_er_ferdig_sies_det_ingenting_om(
    valget: tuple[MainWindow, ContractTypeStep, Vei], qtbot: QtBot
) -> None:
    window, page, _ = valget
    page.form.form.fields["type"].fill("tidsbestemt")
    page.ask()
    settle(qtbot, window.session)
    assert said(page) == []


def test_det_lagrede_valget_har_det_som_staar_mot_det(kontor: Kontor, paa: Paa, window_on: WindowOn) -> None:
    vei = paa("registrert")
    vei.gjoer("velg_kontraktstype", type="tidsbestemt", maaneder=3, begrunnelse="Kort.")
    window = window_on(vei, step="kontraktstype")
    page: Any = window.screens.case_screen.pages["kontraktstype"]
    assert any("seks måneder" in sentence for sentence in said(page))
