"""The copies and the key in the window, by the keyboard: the status line, the list, a copy put in use, a new code."""

import getpass
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from boligtildeling.casework.soeknad import Noter
from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.oppsett import opprett
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from boligtildeling.storage.rotering import gjenopprett_noekkel, sett_passfrase
from tests.bygg import Paa, Vei
from tests.ui.conftest import settle, show
from tests.ui.keyboard import Keyboard
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.runner import Runner
from ui.screens.sikkerhetskopier.view import CopiesScreen
from ui.session import Session
from ui.widgets.recovery_sheet import CONFIRM

WindowOn = Callable[..., MainWindow]


@pytest.fixture
def paa_kopiene(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> tuple[Vei, MainWindow, Keyboard]:
    """The window on the copies of a trial folder with one case, and two hands on the keyboard."""
    vei = paa("registrert")
    vei.kontor.program.lukk()
    window = window_on(vei, "tove")
    window.go(Place("sikkerhetskopier"))
    settle(qtbot, window.session)
    return vei, window, Keyboard(qtbot, window)


def skjerm(window: MainWindow) -> CopiesScreen:
    screen = window.screens.currentWidget()
    assert isinstance(screen, CopiesScreen)
    return screen


def slag(mappe: Path) -> list[str]:
    return [kopi.slag for kopi in kopier_i(mappe / KOPIMAPPE)[0]]


def si(svar: str) -> None:
    """Answers the question that comes, by keys, as soon as it is there."""
    waiting = QTimer(QApplication.instance())
    waiting.setInterval(5)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            waiting.stop()
            waiting.deleteLater()
            pressed = next(button for button in box.buttons() if svar in button.text())
            pressed.setFocus()
            QTest.keyClick(pressed, Qt.Key.Key_Space)

    waiting.timeout.connect(look)
    waiting.start()


def test_statuslinja_sier_naar_den_siste_kopien_ble_tatt(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    vei, window, hand = paa_kopiene
    window.copies.take()
    hand.wait()
    assert window.copies.button.text() == "Sikkerhetskopi i dag"
    assert slag(vei.kontor.program.mappe) == ["daglig"]
    window.copies.take()
    hand.wait()
    assert slag(vei.kontor.program.mappe) == ["daglig"]


def test_en_gammel_siste_kopi_varsles(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    vei, window, hand = paa_kopiene
    with Program.aapne(vei.kontor.program.mappe) as program:
        program.hylle().daglig(Klokke().naa() - timedelta(days=9))
    window.session.copies_changed.emit()
    hand.wait()
    assert window.copies.button.text().startswith("⚠ Siste sikkerhetskopi er fra")
    assert window.copies.button.property("merke") == "advarsel"
    assert "gammel" in skjerm(window).warning.text()
    hand.push("Ta en kopi nå")
    assert window.copies.button.text() == "Sikkerhetskopi i dag"
    assert not skjerm(window).warning.isVisible()


def test_statuslinja_foerer_til_kopiene(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    _, window, hand = paa_kopiene
    window.copies.look()
    hand.wait()
    window.go(Place("saksliste"))
    assert window.copies.button.accessibleName().endswith("Åpne sikkerhetskopiene.")
    window.copies.button.click()
    assert window.screens.currentWidget() is skjerm(window)


def test_en_kopi_tas_i_bruk_og_det_som_var_der_staar_oeverst(
    paa_kopiene: tuple[Vei, MainWindow, Keyboard],
) -> None:
    vei, window, hand = paa_kopiene
    mappe = vei.kontor.program.mappe
    hand.push("Ta en kopi nå")
    with Program.aapne(mappe) as program:
        program.utfoer(Noter(saksnummer=vei.saksnummer, tekst="etter kopien"), "kari")
    window.session.copies_changed.emit()
    hand.wait()
    skjermen = skjerm(window)
    naa, kopien = (int(skjermen.compared_model.data(skjermen.compared_model.index(1, c))) for c in (1, 2))
    assert naa == kopien + 1
    si("Avbryt")
    hand.push("Ta kopien i bruk")
    assert slag(mappe) == ["bestilt"]
    si("Ta den i bruk")
    hand.push("Ta kopien i bruk")
    assert slag(mappe) == ["bestilt", "foer-gjenoppretting"]
    assert "før en kopi ble tatt i bruk" in skjermen.model.data(skjermen.model.index(0, 1))
    assert skjermen.in_use_panel.isVisible()
    window.go(Place("sak", vei.saksnummer))
    hand.wait()
    assert window.screens.case.shown.notater == ()


def test_mens_mappen_er_sluppet_venter_det_som_gjoeres(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    """An act that is sent while the key is changed is done afterwards: nothing that is asked for is dropped."""
    vei, window, hand = paa_kopiene
    gjort: list[object] = []
    si("Bytt nøkkel")
    skjerm(window)._ask_new_key()
    window.session.act(
        Noter(saksnummer=vei.saksnummer, tekst="imens"), gjort.append, gjort.append, owner=window.screens.case
    )
    hand.wait()
    assert "byttet" in " ".join(w.text() for w in skjerm(window).key_panel.findChildren(type(skjerm(window).warning)))
    assert len(gjort) == 1
    assert not isinstance(gjort[0], Exception)
    vei.kontor.program = Program.aapne(vei.kontor.program.mappe)


def test_ny_kode_vises_en_gang_med_ark_og_maa_bekreftes(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    vei, window, hand = paa_kopiene
    si("Lag ny kode")
    hand.push("Lag ny gjenopprettingskode")
    arket = skjerm(window).sheet
    kode = arket.code.text()
    assert len(kode) == 34
    assert hand.here == "Gjenopprettingskode"
    assert arket.sheet.page_count == 1
    hand.push("Jeg har arket")
    assert arket.panel.isVisible()
    assert arket.isVisible()
    hand.push(CONFIRM)
    hand.push("Jeg har arket")
    assert not arket.isVisible()
    assert arket.code.text() == ""
    mappe = vei.kontor.program.mappe
    window.session.close()
    gjenopprett_noekkel(mappe, kode, "noekkelfil")
    assert slag(mappe) == ["etter-noekkelbytte"]


def test_naar_en_annen_har_mappen_sies_det_og_vinduet_er_aapent(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    vei, window, hand = paa_kopiene
    with Program.aapne(vei.kontor.program.mappe):
        si("Bytt nøkkel")
        hand.push("Bytt nøkkel")
        message = skjerm(window).key_panel.message
        assert message is not None
        assert "i bruk av et annet" in message.heading
    window.go(Place("sak", vei.saksnummer))
    hand.wait()
    assert window.screens.case.shown.saksnummer == vei.saksnummer


def test_i_en_virkelig_mappe_er_det_bare_leder_og_it_som_kan(tmp_path: Path, qtbot: QtBot) -> None:
    opprett(tmp_path / "data", [(getpass.getuser(), "saksbehandler")], "virkelig", sted="noekkelfil")
    session = Session(Runner(), ChangeBus())
    window = show(qtbot, MainWindow(session, tmp_path / "data", None, None))
    hand = begynn(window, qtbot)
    window.go(Place("sikkerhetskopier"))
    hand.wait()
    for knapp, panel in (("Bytt nøkkel", "key_panel"), ("Lag ny gjenopprettingskode", "key_panel")):
        si(knapp.replace("gjenopprettingskode", "kode"))
        hand.push(knapp)
        message = getattr(skjerm(window), panel).message
        assert message is not None
        assert [s.kode for s in message.sperrer] == ["ROLLE"]
    session.close()


def begynn(window: MainWindow, qtbot: QtBot) -> Keyboard:
    window.begin()
    qtbot.waitUntil(lambda: window.session.er_aapen, timeout=60_000)
    settle(qtbot, window.session)
    return Keyboard(qtbot, window)


FRASE = "hest stift batteri korrekt"


@pytest.fixture
def med_passfrase(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[MainWindow, str]]:
    """A window on a folder that only a passphrase opens, and the recovery code of the folder."""
    mappe = tmp_path / "data"
    kode = opprett(mappe, [(getpass.getuser(), "teamleder")], "virkelig", sted="noekkelfil")
    sett_passfrase(mappe, FRASE, lambda: None)
    session = Session(Runner(), ChangeBus())
    window = show(qtbot, MainWindow(session, mappe, None, None))
    window.begin()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is not window.screens.list, timeout=60_000)
    settle(qtbot, session)
    yield window, kode
    session.close()


def test_passfrasen_spoerres_det_om_i_vinduet(med_passfrase: tuple[MainWindow, str], qtbot: QtBot) -> None:
    window, _ = med_passfrase
    hand = Keyboard(qtbot, window)
    welcome = window.screens.welcome
    assert hand.here == "Passfrase"
    assert welcome.new_card.isHidden()
    hand.fill("Passfrase", "en annen frase")
    hand.push("Lås opp")
    assert welcome.problem.message is not None
    assert welcome.problem.message.heading == "Passfrasen er feil."
    hand.fill("Passfrase", FRASE)
    hand.push("Lås opp")
    assert window.session.er_aapen
    window.go(Place("sikkerhetskopier"))
    hand.wait()
    si("Bytt nøkkel")
    hand.push("Bytt nøkkel")
    assert skjerm(window).key_panel.message is None


def test_er_passfrasen_glemt_aapner_koden(med_passfrase: tuple[MainWindow, str], qtbot: QtBot) -> None:
    window, kode = med_passfrase
    hand = Keyboard(qtbot, window)
    hand.fill("Gjenopprettingskode", kode[:-1])
    hand.push("Lås opp med koden")
    assert window.screens.welcome.problem.message is not None
    assert "skrevet feil" in window.screens.welcome.problem.message.heading
    hand.fill("Gjenopprettingskode", kode.lower().replace("-", " "))
    hand.push("Lås opp med koden")
    assert window.session.er_aapen


def test_en_mappe_som_ikke_kan_aapnes_igjen_sier_det(
    paa_kopiene: tuple[Vei, MainWindow, Keyboard], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder vanishes while it is let go of: the window says so, and asks nothing more of it."""
    _, window, hand = paa_kopiene

    def borte(*_: object, **__: object) -> None:
        raise Driftsfeil("Mappen er borte.", "Ingenting er endret.", "Finn den.")

    monkeypatch.setattr(Program, "aapne", borte)
    si("Bytt nøkkel")
    hand.push("Bytt nøkkel")
    assert not window.session.er_aapen
    assert window.screens.currentWidget() is window.screens.welcome
    assert window.screens.welcome.problem.message is not None


def test_arket_kan_ikke_hoppes_over_naar_mappen_lages(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(Runner(), ChangeBus())
    window = show(qtbot, MainWindow(session, tmp_path / "ny", None, None))
    window.begin()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is not window.screens.list, timeout=60_000)
    hand = Keyboard(qtbot, window)
    hand.push("Lag tom database")
    arket = window.screens.welcome.sheet
    qtbot.waitUntil(lambda: len(arket.code.text()) == 34, timeout=60_000)
    assert not session.er_aapen
    hand.push("Gå videre")
    assert not session.er_aapen
    hand.push(CONFIRM)
    hand.push("Gå videre")
    assert session.er_aapen
    session.close()


def test_alt_paa_skjermen_kan_leses_og_naas(paa_kopiene: tuple[Vei, MainWindow, Keyboard]) -> None:
    _, window, hand = paa_kopiene
    hand.push("Ta en kopi nå")
    for navn in ("Kopier", "Kopien mot databasen nå", "Gjenopprettingskode", "Ta kopien i bruk", "Bytt nøkkel"):
        hand.tab_to(navn)
    for widget in skjerm(window).findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy().value and type(widget).__name__ in {"QPushButton", "QLineEdit"}:
            assert widget.accessibleName()
    assert QApplication.activeModalWidget() is None
