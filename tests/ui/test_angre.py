"""Undoing in the window: the newest first, with a reason; and what cannot be undone says why."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.bygg import Vei
from tests.ui.conftest import settle
from tests.ui.keyboard import CTRL, SHIFT, Keyboard
from ui.main_window import MainWindow

Paa = Callable[[str], Vei]
WindowOn = Callable[..., MainWindow]


def test_ctrl_skift_z_leder_til_den_siste_som_kan_angres_og_grunnen(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    vei.svar("KAR-4")
    vei.gjoer("noter", tekst="Ringte.")
    window = window_on(vei)
    hand = Keyboard(qtbot, window)
    hand.press(Qt.Key.Key_Z, CTRL, SHIFT)
    assert hand.here == "Grunn"
    hand.write("Feil sak.")
    hand.save()
    assert vei.punkt("KAR-4").svar is None
    assert vei.vis().historikk[0].handling == "angre"


def test_det_som_ikke_kan_angres_sier_hvorfor_og_hva_du_gjoer_i_stedet(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    vei.svar("KAR-4")
    vei.gjoer("noter", tekst="Ringte.")
    window = window_on(vei, step="historikk")
    page = window.screens.case_screen.pages["historikk"]
    hand = Keyboard(qtbot, window)
    hand.tab_to("Historikk")
    assert page.why_not.text() == (  # type: ignore[attr-defined]
        "«Skriv notat» kan ikke angres. Et notat blir i saken. Skriv et nytt notat som retter det."
    )
    assert page.why_not.isVisible()  # type: ignore[attr-defined]
    assert not page.undo.isVisible()  # type: ignore[attr-defined]
    hand.press(Qt.Key.Key_Down)
    settle(qtbot, window.session)
    assert page.undo.isVisible()  # type: ignore[attr-defined]
    assert not page.why_not.isVisible()  # type: ignore[attr-defined]


def test_kan_ingenting_angres_kommer_du_til_historikken(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    hand = Keyboard(qtbot, window)
    hand.press(Qt.Key.Key_Z, CTRL, SHIFT)
    assert hand.here == "Historikk"
