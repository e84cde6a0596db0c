"""The letter beside the decision: follows what is typed after a pause, and stores nothing."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.bygg import Paa, databasedump
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from tests.ui.papir import en_tom_side
from ui.main_window import MainWindow
from ui.screens.vedtak.view import DecisionStep

WindowOn = Callable[..., MainWindow]


def vedtakssteget(window: MainWindow) -> DecisionStep:
    page = window.screens.case_screen.pages["vedtak"]
    assert isinstance(page, DecisionStep)
    return page


def test_brevet_foelger_det_du_skriver_og_ingenting_lagres(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.kontor.dokumenter.pdf = en_tom_side()
    window = window_on(vei, step="vedtak")
    hand, page = Keyboard(qtbot, window), vedtakssteget(window)
    hand.push("Se brevet mens du skriver")
    assert page.letter.isVisible()
    foer, laget = databasedump(vei.kontor.program.mappe), vei.kontor.dokumenter.laget
    hand.fill("Begrunnelse", "Skrevet på skjermen.")
    qtbot.waitUntil(lambda: bool(laget) and laget[-1][1].innhold.begrunnelse == "Skrevet på skjermen.")
    settle(qtbot, window.session)
    assert databasedump(vei.kontor.program.mappe) == foer
    assert page.form.is_touched


def test_veien_til_noekkelen_kommer_tilbake(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.kontor.dokumenter.pdf = en_tom_side()
    window = window_on(vei, step="vedtak")
    hand, page = Keyboard(qtbot, window), vedtakssteget(window)
    hand.push("Se brevet mens du skriver")
    assert not window.screens.case_screen.road.isVisible()
    hand.push("Se brevet mens du skriver")
    assert window.screens.case_screen.road.isVisible()
    assert not page.letter.isVisible()
    hand.push("Se brevet mens du skriver")
    window.screens.case_screen.go_to("kartlegging")
    assert window.screens.case_screen.road.isVisible()


def test_uten_at_brevet_vises_blir_det_ikke_laget(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="vedtak")
    Keyboard(qtbot, window).fill("Begrunnelse", "Skrevet på skjermen.")
    settle(qtbot, window.session)
    assert vei.kontor.dokumenter.laget == []
