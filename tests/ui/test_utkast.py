"""What is typed is not lost: written after a pause, offered on the right field, gone when the act is done."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.utkast import UTKAST
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.soeknad import Soeknad
from tests.bygg import Kontor, Vei, barn, husleiegjeld, person, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import CTRL, Keyboard
from tests.ui.test_skjema import PLAN
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.session import Session
from ui.widgets.draft_line import DraftLine
from ui.widgets.faults import Faults
from ui.widgets.form import Form

Paa = Callable[[str], Vei]
WindowOn = Callable[..., MainWindow]
ROOT = Path(__file__).parents[2]
TEXT = "Trenger hjelp med økonomien."


def written(window: MainWindow, qtbot: QtBot) -> None:
    """The typing has paused, and what was typed is written."""
    qtbot.waitUntil(lambda: not window.session.drafts.is_writing)
    settle(qtbot, window.session)


def kept(vei: Vei, som: str = "kari") -> dict[str, object]:
    return {u.skjema: u.felter for u in vei.kontor.program.vis(UTKAST, som)}


def lines(window: MainWindow) -> list[str]:
    return [line.text.text() for line in window.findChildren(DraftLine) if line.isVisible()]


def test_det_du_skriver_er_skrevet_til_databasen_naar_du_tar_en_pause(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="oppfoelgingsplan")
    Keyboard(qtbot, window).fill("Begrunnelse", TEXT)
    assert kept(vei) == {}, "nothing is written while the fingers move"
    written(window, qtbot)
    assert kept(vei)["lagre_oppfoelgingsplan"]["begrunnelse"] == TEXT  # type: ignore[index]
    assert vei.vis().oppfoelgingsplan is None
    assert lines(window) == [], "what is being typed is not offered"


def test_et_nytt_vindu_tilbyr_det_du_skrev_og_henter_det_fram(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    first = window_on(vei, step="oppfoelgingsplan")
    Keyboard(qtbot, first).fill("Begrunnelse", TEXT)
    written(first, qtbot)
    window = window_on(vei)
    hand = Keyboard(qtbot, window)
    assert window.screens.case_screen.drafts.isVisible()
    hand.push("Oppfølgingsplan")
    assert hand.here.startswith("Hent fram det du skrev")
    (line,) = lines(window)
    assert line.startswith("Du skrev noe her ")
    hand.press(Qt.Key.Key_Space)
    form = window.screens.case_screen.pages["oppfoelgingsplan"].form.form  # type: ignore[attr-defined]
    assert form.raw("begrunnelse") == TEXT
    assert form.is_touched
    assert lines(window) == []
    assert vei.vis().oppfoelgingsplan is None, "fetched is not saved"


def test_utkastet_er_borte_naar_handlingen_er_gjort(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.push("Svar på KAR-2:")
    hand.choose("Svar", "Ja")
    hand.fill("Merknad", "Leide privat i fire år.")
    written(window, qtbot)
    assert list(kept(vei)) == ["kryss_av KAR-2"]
    hand.save()
    written(window, qtbot)
    assert kept(vei) == {}
    assert not window.screens.case_screen.drafts.isVisible()


def test_aa_lukke_svaret_uten_aa_lagre_beholder_utkastet_paa_det_sjekkpunktet(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.push("Svar på KAR-2:")
    hand.fill("Merknad", "Leide privat.")
    hand.push("Lukk KAR-2 uten")
    written(window, qtbot)
    hand.push("Svar på KAR-4:")
    assert lines(window) == []
    hand.push("Svar på KAR-2:")
    assert len(lines(window)) == 1
    hand.push("Hent fram det du skrev: ")
    form = window.screens.case_screen.pages["kartlegging"].checkpoints.rows["KAR-2"].form
    assert form is not None
    assert form.form.raw("merknad") == "Leide privat."


def test_det_du_forkaster_kommer_ikke_igjen(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    first = window_on(vei, step="historikk")
    hand = Keyboard(qtbot, first)
    hand.push("Skriv notat")
    hand.fill("Tekst", "Ringte søkeren.")
    written(first, qtbot)
    window = window_on(vei)
    hand = Keyboard(qtbot, window)
    hand.push("Skriv notat")
    hand.push("Forkast det du skrev")
    settle(qtbot, window.session)
    assert kept(vei) == {}
    assert not window.screens.case_screen.drafts.isVisible()
    assert hand.here == "Tekst"


def test_aa_aapne_og_se_paa_alt_skriver_ingen_utkast(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    for code in ("soeknad", "kartlegging", "oekonomiplan", "oppfoelgingsplan", "kontraktstype", "vedtak"):
        window.go(Place("sak", vei.saksnummer, code))
        settle(qtbot, window.session)
    assert not window.session.drafts.is_writing
    assert kept(vei) == {}


def test_en_annen_sak_tar_plassen_uten_aa_spoerre_og_utkastet_venter(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    other = vei.kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", None)))
    window = window_on(vei, step="oppfoelgingsplan")
    Keyboard(qtbot, window).fill("Begrunnelse", TEXT)
    window.go(Place("sak", other.saksnummer, "oppfoelgingsplan"))
    settle(qtbot, window.session)
    assert window.screens.case.saksnummer == other.saksnummer
    assert lines(window) == []
    window.go(Place("sak", vei.saksnummer, "oppfoelgingsplan"))
    settle(qtbot, window.session)
    assert len(lines(window)) == 1


def test_vinduet_lukkes_foerst_naar_det_du_skrev_er_tatt_vare_paa(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="oppfoelgingsplan")
    Keyboard(qtbot, window).fill("Begrunnelse", TEXT)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert list(kept(vei)) == ["lagre_oppfoelgingsplan"]


def test_kan_det_ikke_tas_vare_paa_faar_du_vite_det_en_gang_og_blir_spurt_foer_det_gaar_tapt(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="oppfoelgingsplan")
    told: list[str] = []
    asked: list[bool] = []
    window.session.told.connect(told.append)
    monkeypatch.setattr("ui.leaving.QMessageBox.exec", lambda _: asked.append(True))

    def full(*_: object) -> bool:
        raise Driftsfeil("Disken er full.", "Ingenting er lagret.", "Frigjør plass.")

    monkeypatch.setattr(Program, "legg_utkast", full)
    hand = Keyboard(qtbot, window)
    for text in ("Først.", "Så."):
        hand.fill("Begrunnelse", text)
        written(window, qtbot)
    assert told == ["Disken er full. Utkastet ble ikke tatt vare på. Lagre før du lukker vinduet."]
    window.close()
    assert asked == [True]
    assert window.isVisible()


def test_saken_er_endret_siden_staar_ved_utkastet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    first = window_on(vei, step="oppfoelgingsplan")
    Keyboard(qtbot, first).fill("Begrunnelse", TEXT)
    written(first, qtbot)
    vei.gjoer("noter", "ola", tekst="Ringte.")
    window = window_on(vei, step="oppfoelgingsplan")
    assert "Saken er endret siden." in lines(window)[0]


def test_bare_den_som_skrev_det_faar_det_tilbudt(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    first = window_on(vei, step="oppfoelgingsplan")
    Keyboard(qtbot, first).fill("Begrunnelse", TEXT)
    written(first, qtbot)
    window = window_on(vei, som="ola", step="oppfoelgingsplan")
    assert lines(window) == []
    assert not window.screens.case_screen.drafts.isVisible()


def test_en_ny_soeknad_tilbys_igjen_der_den_ble_skrevet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    first = window_on(vei)
    first.go(Place("soeknad"))
    Keyboard(qtbot, first).fill("Etternavn", "Påbegynt")
    written(first, qtbot)
    window = window_on(vei)
    window.go(Place("soeknad"))
    settle(qtbot, window.session)
    Keyboard(qtbot, window).push("Hent fram det du skrev: Registrer søknad")
    whole = window.screens.register.form.form.typed()
    assert whole["soeknad"]["felter"]["soeker"]["felter"]["etternavn"] == "Påbegynt"


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (PLAN, type(PLAN)),
        (
            soeknad(soeker=person(telefon="00000001"), husstand=(barn(), barn(None)), gjeld=(husleiegjeld(),)),
            Soeknad,
        ),
    ],
    ids=["økonomiplan", "søknad"],
)
def test_et_helt_skjema_kommer_tilbake_som_det_var(qtbot: QtBot, kontor: Kontor, value: object, type_: type) -> None:
    first, second = Form(type_, lambda: kontor.ur.i_dag), Form(type_, lambda: kontor.ur.i_dag)
    for form in (first, second):
        qtbot.addWidget(form)
    first.fill(value)
    second.put_back(first.typed())
    assert second.typed() == first.typed()
    faults = Faults()
    assert type_(**second.values(faults)) == value
    assert second.is_touched


def test_det_som_ikke_kan_leses_ennaa_kommer_ogsaa_tilbake(qtbot: QtBot, kontor: Kontor) -> None:
    command = HANDLINGER["sett_paa_vent"].kommando
    first, second = Form(command, lambda: kontor.ur.i_dag), Form(command, lambda: kontor.ur.i_dag)
    for form in (first, second):
        qtbot.addWidget(form)
    QTest.keyClicks(first.fields["til_dato"].controls()[0], "31.1")
    second.put_back(first.typed())
    assert second.typed()["til_dato"] == "31.1"


def test_passord_er_aldri_med(qtbot: QtBot, kontor: Kontor) -> None:
    form = Form(HANDLINGER["bytt_passord"].kommando, lambda: kontor.ur.i_dag)
    qtbot.addWidget(form)
    QTest.keyClicks(form.fields["nytt"].controls()[0], "Sommer2026")
    assert form.typed()["nytt"] is None


def test_ctrl_z_tar_tilbake_det_som_ble_hentet_fram_og_det_programmet_skrev_om(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on(paa("registrert"), step="handling:sett_paa_vent")
    hand = Keyboard(qtbot, window)
    hand.fill("Til dato", "+14")
    hand.tab_to("Grunn")
    hand.tab_to("Til dato")
    field = hand.focus
    assert field.text() == "16.11.2026"  # type: ignore[attr-defined]
    hand.press(Qt.Key.Key_Z, CTRL)
    assert field.text() == "+14"  # type: ignore[attr-defined]


def test_en_prosess_som_drepes_midt_i_skrivingen_mister_det_ikke(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, session: Session
) -> None:
    vei = paa("registrert")
    mappe, nummer = vei.kontor.program.mappe, vei.saksnummer
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.vindu_med_utkast", str(mappe), nummer, TEXT]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"skrevet\n"
        process.kill()
    window = window_on(vei, step="oppfoelgingsplan")
    (line,) = lines(window)
    assert line.startswith("Du skrev noe her ")
    Keyboard(qtbot, window).push("Hent fram det du skrev")
    form = window.screens.case_screen.pages["oppfoelgingsplan"].form.form  # type: ignore[attr-defined]
    assert form.raw("begrunnelse") == TEXT
    assert vei.vis().oppfoelgingsplan is None
