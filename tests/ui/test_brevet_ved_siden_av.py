"""The letter beside the decision: follows what is typed after a pause, and stores nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.bygg import MILD, Kontor, Paa, databasedump, person, soeknad, vedtaksutkast
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from tests.ui.papir import en_tom_side
from ui.main_window import MainWindow
from ui.screens.vedtak.view import DecisionStep
from ui.widgets.advice import mark
from ui.widgets.link import Link

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


def test_raadene_foelger_det_du_skriver_og_leder_til_stedet_i_teksten(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    vei.kontor.dokumenter.pdf = en_tom_side()
    window = window_on(vei, step="vedtak")
    hand, page = Keyboard(qtbot, window), vedtakssteget(window)
    hand.push("Se brevet mens du skriver")
    advice = page.letter.advice
    assert advice is not None
    assert not advice.isVisible()
    hand.fill("Begrunnelse", "Rolig bor dårlig, og vedrørende dette: samt mer.")
    qtbot.waitUntil(advice.isVisible)
    hand.push("Begrunnelsen: Skriv enklere")
    edit = page.form.form.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    assert edit.textCursor().selectedText() == "vedrørende"
    hand.push("Begrunnelsen: Skriv enklere")
    assert edit.textCursor().selectedText() == "samt"
    hand.fill("Begrunnelse", "Rolig bor dårlig.")
    qtbot.waitUntil(lambda: not advice.isVisible())


def test_en_begrunnelse_fra_en_sak_du_ikke_kan_kjenne_gir_ingen_raad_i_vinduet(
    kontor: Kontor, window_on: WindowOn, qtbot: QtBot
) -> None:
    kontor.dokumenter.pdf = en_tom_side()
    lik = "Rolig Fjord har bodd på sofaen siden mars, og må flytte ut 1. januar uten et annet sted å bo."
    skjult = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    skjult.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=lik))
    vei = kontor.ny_sak()
    window = window_on(vei, "ola", step="vedtak")
    hand, page = Keyboard(qtbot, window), vedtakssteget(window)
    hand.push("Se brevet mens du skriver")
    hand.fill("Begrunnelse", lik + " Samt mer.")
    assert page.letter.advice is not None
    qtbot.waitUntil(page.letter.advice.isVisible)
    links = [link.accessibleName() for link in page.letter.advice.findChildren(Link)]
    assert len(links) == 1
    assert skjult.saksnummer not in links[0]


@pytest.mark.parametrize("lag", [QPlainTextEdit, QLineEdit])
def test_stedet_treffer_ogsaa_etter_luft_og_et_tegn_som_teller_for_to(
    lag: Callable[[str], QPlainTextEdit | QLineEdit], qtbot: QtBot
) -> None:
    text = "😀 Samt mer."
    edit = lag(f"  {text}")
    qtbot.addWidget(edit)
    mark(edit, (2, 6))
    marked = edit.selectedText() if isinstance(edit, QLineEdit) else edit.textCursor().selectedText()
    assert marked == "Samt"
