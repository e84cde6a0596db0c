"""The locked window: nothing of a case to see or reach, nothing typed is lost, and only the password opens it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.bygg import Paa, Vei
from tests.ui.conftest import settle
from tests.ui.keyboard import CTRL, Keyboard
from ui.main_window import MainWindow
from ui.opening import Opened
from ui.widgets.lock_screen import LockScreen

WindowOn = Callable[..., MainWindow]
PASSORD = "fire ganske vanlige ord"


@pytest.fixture
def laast(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> Callable[[bool], tuple[Vei, MainWindow]]:
    """A locked window on a case, with something typed in the decision."""

    def laas(med_passord: bool) -> tuple[Vei, MainWindow]:
        vei = paa("registrert")
        if med_passord:
            vei.kontor.gjoer("bytt_passord", "kari", nytt=PASSORD)
        window = window_on(vei, step="vedtak")
        Keyboard(qtbot, window).fill("Begrunnelse", "Skrevet før kaffen.")
        window.locking.lock()
        settle(qtbot, window.session)
        qtbot.waitUntil(laaseskjerm(window).button.isVisible)
        return vei, window

    return laas


def laaseskjerm(window: MainWindow) -> LockScreen:
    screen = window.centralWidget()
    assert isinstance(screen, LockScreen)
    return screen


def laas_opp(window: MainWindow, passord: str, qtbot: QtBot) -> None:
    screen = laaseskjerm(window)
    screen.password.setText(passord)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    settle(qtbot, window.session)


def test_laast_viser_ingenting_av_saken(laast: Callable[[bool], tuple[Vei, MainWindow]], qtbot: QtBot) -> None:
    vei, window = laast(True)
    qtbot.waitUntil(laaseskjerm(window).isVisible)
    synlig = " ".join(lapp.text() for lapp in window.findChildren(QLabel) if lapp.isVisible())
    assert "låst" in synlig
    assert "Fjord" not in synlig + window.windowTitle()
    assert vei.saksnummer not in synlig + window.windowTitle()
    assert not window.menuBar().isVisible()
    assert window.statusBar().currentMessage() == ""


def test_tastene_gjoer_ingenting_mens_vinduet_er_laast(
    laast: Callable[[bool], tuple[Vei, MainWindow]], qtbot: QtBot
) -> None:
    _, window = laast(True)
    for key in (Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_1):
        QTest.keyClick(window, key, CTRL)
    settle(qtbot, window.session)
    laaseskjerm(window)


def test_bare_riktig_passord_laaser_opp_og_det_du_skrev_staar_der(
    laast: Callable[[bool], tuple[Vei, MainWindow]], qtbot: QtBot
) -> None:
    _, window = laast(True)
    laas_opp(window, "feil passord her", qtbot)
    message = laaseskjerm(window).panel.message
    assert message is not None
    assert "feil" in message.as_text
    laas_opp(window, PASSORD, qtbot)
    assert not window.locking.is_locked
    assert Keyboard(qtbot, window).here == "Begrunnelse"
    page = window.screens.case_screen.pages["vedtak"]
    assert page.isVisible()
    assert page.form.form.raw("begrunnelse") == "Skrevet før kaffen."  # type: ignore[attr-defined]


def test_uten_passord_er_skjermen_skjult_og_sier_hva_du_boer_gjoere(
    laast: Callable[[bool], tuple[Vei, MainWindow]],
) -> None:
    _, window = laast(False)
    screen = laaseskjerm(window)
    assert "Sett et under Innstillinger" in screen.what.text()
    assert not screen.password.isVisible()
    screen.button.click()
    assert not window.locking.is_locked


def test_vinduet_laases_av_seg_selv_og_bruk_utsetter_det(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    idle = window.locking._idle
    qtbot.waitUntil(idle.isActive)
    idle.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one that is begun again may end at the same whole second
    for use in (
        lambda handle: QTest.keyClick(handle, Qt.Key.Key_Shift),
        lambda handle: QTest.mouseMove(handle, QPoint(300, 300)),
    ):
        idle.start(60_000)
        counted = idle.timerId()
        use(window.windowHandle())
        qtbot.waitUntil(lambda counted=counted: idle.timerId() != counted)
        assert idle.isActive()
    idle.start(0)
    qtbot.waitUntil(lambda: window.locking.is_locked)


def test_passordet_fra_lederen_byttes_foer_vinduet_aapnes(
    laast: Callable[[bool], tuple[Vei, MainWindow]], qtbot: QtBot
) -> None:
    vei, window = laast(True)
    vei.kontor.gjoer("bytt_passord", "tove", bruker="kari", nytt="satt av tove i dag")
    screen = laaseskjerm(window)
    assert not screen.own.isVisible()
    laas_opp(window, "satt av tove i dag", qtbot)
    qtbot.waitUntil(screen.own.hasFocus)
    for own, opens in (("kort", False), ("mitt helt egne passord", True)):
        screen.own.setText(own)
        QTest.keyClick(screen.own, Qt.Key.Key_Return)
        settle(qtbot, window.session)
        assert window.locking.is_locked != opens


def test_den_maskinen_ikke_kjenner_logger_inn_foer_noe_vises(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.kontor.gjoer("bytt_passord", "tove", nytt=PASSORD)
    window = window_on(vei)
    program = vei.kontor.program
    window._opened(Opened(program.mappe, program))
    screen = laaseskjerm(window)
    qtbot.waitUntil(screen.who.isVisible)
    screen.who.setText("tove")
    laas_opp(window, PASSORD, qtbot)
    assert window.session.navn == "tove"
    assert not window.locking.is_locked
