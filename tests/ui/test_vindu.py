"""What holds on every screen of the real window: names, keys, acts, and what is said when something is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.domain.feil import Driftsfeil
from tests.bygg import Kontor, Vei, person, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import CTRL, Keyboard
from ui.accessibility import nameless, reading_order
from ui.acts import ACT_PREFIX, IN_EVERY_STEP, IN_SCREENS, IN_STEPS, every_act
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.shortcuts import mnemonics
from ui.step_makers import PAGES
from ui.veien import STEPS
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel

Paa = Callable[[str], Vei]
WindowOn = Callable[..., MainWindow]
SCREENS = Path(__file__).parents[2] / "ui" / "screens"
PLACES = (
    *("saksliste", "soeknad", "boliger", "innstillinger", "skjemaer", "bunke", "til_gjennomgang", "bevaring"),
    *("restanser", "moeter", "velkommen", "begjaeringer", "rapporter", "morgen", "hjelp"),
)


def go(window: MainWindow, place: Place, qtbot: QtBot) -> None:
    window.go(place)
    settle(qtbot, window.session)


def unfold(root: QWidget) -> None:
    """Opens everything that is folded, so that it is looked at too."""
    for fold in root.findChildren(Fold):
        if fold.isVisible() and not fold.is_open:
            fold.toggle()
    page = root.checkpoints if hasattr(root, "checkpoints") else None
    for row in list(page.rows.values())[:2] if page is not None else []:
        row.focus()


@pytest.mark.parametrize("stadium", ["registrert", "til_godkjenning", "tilbudt", "signert", "utlevert"])
def test_hvert_steg_har_navn_paa_alt_og_hver_bokstav_en_gang(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, stadium: str
) -> None:
    vei = paa(stadium)
    window = window_on(vei)
    for code in PAGES:
        go(window, Place("sak", vei.saksnummer, code), qtbot)
        unfold(window.screens.case_screen.pages[code])
        settle(qtbot, window.session)
        assert nameless(window) == [], code
        assert {k: v for k, v in mnemonics(window).items() if len(v) > 1} == {}, code


@pytest.mark.parametrize("place", PLACES)
def test_hver_skjerm_har_navn_paa_alt_og_hver_bokstav_en_gang(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, place: Any
) -> None:
    window = window_on(paa("registrert"))
    go(window, Place(place), qtbot)
    unfold(window.screens.currentWidget() or window)
    settle(qtbot, window.session)
    assert nameless(window) == []
    assert {k: v for k, v in mnemonics(window).items() if len(v) > 1} == {}


def test_hver_handling_har_en_plass_i_vinduet() -> None:
    assert every_act() == frozenset(HANDLINGER)


def test_plassen_bruker_handlingens_egen_kommando() -> None:
    for places in (IN_STEPS, IN_SCREENS):
        for screen, acts in places.items():
            source = "".join(p.read_text(encoding="utf-8") for p in (SCREENS / screen).glob("*.py"))
            assert [a for a in acts if HANDLINGER[a].kommando.__name__ not in source] == [], screen
    assert IN_EVERY_STEP == ("kryss_av",)


def test_hver_handling_i_saksmenyen_aapner_sitt_skjema(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    for act, action in window.menus.case_actions.items():
        action.trigger()
        settle(qtbot, window.session)
        page = window.screens.case_screen.stack.currentWidget()
        assert window.screens.case_screen.current == f"{ACT_PREFIX}{act}"
        assert page.form.command is HANDLINGER[act].kommando  # type: ignore[union-attr]
        assert nameless(window) == [], act
        window.back()
    assert window.screens.case_screen.current in dict(STEPS)


def test_handlingen_gjoeres_og_du_er_tilbake_paa_steget(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    hand = Keyboard(qtbot, window)
    window.menus.case_actions["sett_paa_vent"].trigger()
    hand.fill("Grunn", "Venter på legeerklæring.")
    hand.fill("Til dato", "+14")
    hand.save()
    sak = vei.vis()
    assert sak.paa_vent is not None
    assert sak.paa_vent.grunn == "Venter på legeerklæring."
    assert window.screens.case_screen.current == "soeknad"


def test_en_rolle_som_ikke_faar_lov_faar_vite_hvem_som_kan(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    hand = Keyboard(qtbot, window)
    window.menus.case_actions["gi_unntak"].trigger()
    hand.choose("Sjekkpunkt", "KAR-2")
    hand.fill("Grunn", "Haster.")
    hand.save()
    panel = window.screens.case_screen.stack.currentWidget().form.panel  # type: ignore[union-attr]
    assert panel.message.kind == "sperret"
    assert "teamleder" in panel.message.as_text


def test_sperrene_ved_sending_er_lenker_til_punktet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"), step="vedtak")
    hand = Keyboard(qtbot, window)
    hand.push("Send til godkjenning")
    page = window.screens.case_screen.pages["vedtak"]
    codes = [s.kode for s in page.panel.message.sperrer]  # type: ignore[attr-defined]
    assert "KAR-1" in codes
    hand.push("KAR-1")
    assert window.screens.case_screen.current == "kartlegging"
    assert hand.here == "Svar: Ja"


def test_veien_til_noekkelen_leder_til_feltet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("signert"))
    hand = Keyboard(qtbot, window)
    hand.push("NOE-1 Registrer første husleie")
    assert window.screens.case_screen.current == "foerste_husleie"
    assert hand.here == "Beløp"


def test_ugyldig_svar_sier_feilen_ved_feltet_og_beholder_det_du_skrev(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on(paa("registrert"), step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.push("Svar på KAR-4:")
    hand.choose("Svar", "Nei")
    hand.fill("Dato for svaret", "+1")
    hand.save()
    form = window.screens.case_screen.pages["kartlegging"].checkpoints.rows["KAR-4"].form
    assert form is not None
    assert form.form.fields["dato"].error.text() == "Datoen kan ikke ligge fram i tid."
    assert form.panel.message is not None
    assert form.panel.message.kind == "ugyldig"
    assert hand.here == "Dato for svaret"
    hand.fill("Dato for svaret", "i dag")
    hand.save()
    assert "grunn" in form.form.fields["merknad"].error.text()


def test_konflikt_viser_hva_den_andre_gjorde_og_beholder_det_du_skrev(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.push("Svar på KAR-2:")
    hand.choose("Svar", "Ja")
    hand.fill("Merknad", "Leide privat i fire år.")
    vei.gjoer("noter", "ola", tekst="Ringte.")
    hand.save()
    form = window.screens.case_screen.pages["kartlegging"].checkpoints.rows["KAR-2"].form
    assert form is not None
    assert form.panel.message is not None
    assert "Skriv notat – ola" in form.panel.message.as_text
    hand.push("Hent siste og behold")
    assert form.form.raw("merknad") == "Leide privat i fire år."
    hand.save()
    svar = vei.punkt("KAR-2").svar
    assert svar is not None
    assert svar.merknad == "Leide privat i fire år."


def test_driftsfeil_og_programfeil_mister_ikke_det_du_skrev(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="oppfoelgingsplan")
    hand = Keyboard(qtbot, window)
    page = window.screens.case_screen.pages["oppfoelgingsplan"]
    for error, kind in (
        (Driftsfeil("Disken er full.", "Ingenting er lagret.", "Frigjør plass."), "drift"),
        (KeyError("x"), "uventet"),
    ):
        window.session._program = Failing(vei.kontor.program, error)  # type: ignore[assignment]
        hand.fill("Begrunnelse", "Trenger hjelp.")
        hand.save()
        form = page.form  # type: ignore[attr-defined]
        assert form.panel.message.kind == kind
        assert form.form.raw("begrunnelse") == "Trenger hjelp."
    window.session._program = vei.kontor.program
    hand.save()
    assert vei.vis().oppfoelgingsplan is not None


class Failing:
    """A program whose every act fails in the same way."""

    def __init__(self, program: Any, error: Exception) -> None:
        self._program, self._error = program, error

    def utfoer(self, kommando: object, bruker: str | None) -> Any:
        raise self._error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._program, name)


def test_vinduets_tittel_navngir_ingen(kontor: Kontor, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person("Varm", "Skog", None, "strengt_fortrolig")))
    window = window_on(vei)
    assert window.windowTitle() == f"{vei.saksnummer} – Boligtildeling – PRØVE"
    assert window.strip.trial.isVisible()


def test_en_skjermet_sak_forsvinner_for_den_som_ikke_er_navngitt(
    kontor: Kontor, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person("Varm", "Skog", None, "fortrolig")))
    window = window_on(vei)
    window._choose_user("ola")
    settle(qtbot, window.session)
    texts = [w.accessibleName() for w in reading_order(window)]
    assert window.screens.case.sak is None
    assert not any("Skog" in text for text in texts)
    assert window.screens.case_screen.problem.isVisible()


def test_f6_gaar_mellom_delene_og_esc_gaar_tilbake(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    hand = Keyboard(qtbot, window)
    seen = []
    for _ in range(4):
        hand.press(Qt.Key.Key_F6)
        seen.append(hand.here)
    assert "Søk etter sak" in seen
    assert "Steg i saken" in seen
    hand.press(Qt.Key.Key_Escape)
    assert window.journey.here.name == "saksliste"


def test_smalt_vindu_folder_veien_til_en_knapp_med_tallet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    window.resize(1000, 800)
    screen = window.screens.case_screen
    qtbot.waitUntil(lambda: not screen.road.isVisible())
    assert screen.fold.text() == f"Veien til nøkkelen: {screen.road.vei.antall} igjen"
    Keyboard(qtbot, window).push("Veien til nøkkelen:")
    assert screen.road.isVisible()


def test_ingen_knapper_er_doede(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    for code, _ in STEPS:
        go(window, Place("sak", vei.saksnummer, code), qtbot)
        assert [b.text() for b in window.findChildren(QPushButton) if b.isVisible() and not b.isEnabled()] == []


def test_ingen_melding_staar_igjen_etter_at_saken_er_lest(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("utlevert"))
    assert [p for p in window.findChildren(MessagePanel) if p.isVisible()] == []


def test_tomme_skjemaer_kan_ses_uten_en_sak(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    go(window, Place("skjemaer"), qtbot)
    Keyboard(qtbot, window).tab_to("Boligsjekkliste")


class Reading:
    """A program that lets everything be read, and counts what is written."""

    def __init__(self, program: Any) -> None:
        self._program, self.acts = program, 0

    def utfoer(self, kommando: object, bruker: str | None) -> Any:
        self.acts += 1
        return self._program.utfoer(kommando, bruker)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._program, name)


@pytest.mark.parametrize("stadium", ["registrert", "til_godkjenning", "takket_ja", "signert"])
def test_aa_se_paa_en_sak_og_fylle_skjemaene_lagrer_ingenting(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, stadium: str
) -> None:
    vei = paa(stadium)
    window = window_on(vei)
    reading = Reading(vei.kontor.program)
    window.session._program = reading  # type: ignore[assignment]
    for code in PAGES:
        go(window, Place("sak", vei.saksnummer, code), qtbot)
        unfold(window.screens.case_screen.pages[code])
        settle(qtbot, window.session)
    assert reading.acts == 0


def test_enter_aapner_saken_som_er_merket_og_ctrl_f_soeker(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    hand = Keyboard(qtbot, window)
    hand.press(Qt.Key.Key_L, CTRL)
    assert window.journey.here.name == "saksliste"
    hand.press(Qt.Key.Key_F, CTRL)
    hand.write("fjord")
    qtbot.waitUntil(lambda: window.screens.list.state.selection.text == "fjord")
    settle(qtbot, window.session)
    hand.press(Qt.Key.Key_Return)
    assert hand.here == "Saker"
    hand.press(Qt.Key.Key_Return)
    assert window.screens.case.saksnummer == vei.saksnummer
    assert window.screens.currentWidget() is window.screens.case_screen
