"""Help where it is needed: F1 for the field, pages that can be searched and printed, a tour, and Ctrl+K to anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.exchange.hjelp import les_hjelp
from tests.bygg import MILD, Kontor, Vei, person, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import CTRL, Keyboard
from ui.accessibility import nameless, reading_order
from ui.help_texts import page_of
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.palette import Entry, matching
from ui.shortcuts import KEYS, mnemonics
from ui.veien import STEPS
from ui.widgets.palette_box import ENTRY

Paa = Callable[[str], Vei]
WindowOn = Callable[..., MainWindow]


def said(root: QWidget) -> str:
    return "\n".join(found.text() for found in root.findChildren(QLabel) if found.isVisible())


def found(window: MainWindow) -> list[str]:
    listed = window.assistance.palette.list
    return [listed.item(row).data(ENTRY).in_words for row in range(listed.count())]


def look_for(window: MainWindow, qtbot: QtBot, text: str) -> Keyboard:
    hand = Keyboard(qtbot, window)
    hand.press(Qt.Key.Key_K, CTRL)
    assert hand.here == "Finn hva som helst"
    hand.write(text)
    hand.wait()
    return hand


def test_f1_sier_hva_feltet_og_sjekkpunktet_er_og_fokus_blir_der_det_var(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on(paa("registrert"), step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.push("Svar på KAR-2:")
    hand.tab_to("Dato for svaret")
    hand.press(Qt.Key.Key_F1)
    text, hjelp = said(window.assistance.pane), les_hjelp().punkter["KAR-2"]
    assert "Skriv 311226, 31.12.26, i dag, +14 eller man." in text
    assert "Datoen kan ikke ligge fram i tid." in text
    for wanted in (hjelp.hvorfor, hjelp.bevis, hjelp.eksempel, "Spør hvor søkeren har bodd"):
        assert wanted in text
    assert hand.here == "Dato for svaret"
    assert nameless(window) == []
    assert {k: v for k, v in mnemonics(window).items() if len(v) > 1} == {}


def test_hjelpen_foelger_fokus_og_esc_lukker_den_foer_noe_annet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"), step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.tab_to("Svar på KAR-2:")
    hand.press(Qt.Key.Key_F1)
    assert "Gå gjennom bohistorien" in said(window.assistance.pane)
    hand.tab_to("Svar på KAR-4:")
    qtbot.waitUntil(lambda: les_hjelp().punkter["KAR-4"].hvorfor in said(window.assistance.pane))
    hand.press(Qt.Key.Key_Escape)
    assert not window.assistance.pane.isVisible()
    assert window.screens.case_screen.current == "kartlegging"
    assert hand.here.startswith("Svar på KAR-4:")


def test_hvert_steg_og_de_vanlige_skjermene_har_en_hjelpeside() -> None:
    sider = les_hjelp().sider
    assert {page_of("sak", step) for step, _ in STEPS} <= set(sider)
    assert all(page_of(place) in sider for place in ("velkommen", "saksliste", "soeknad", "innstillinger"))


def test_kommunens_egen_hjelp_vises(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    egen = vei.kontor.program.mappe / "hjelp"
    egen.mkdir()
    (egen / "sjekkpunkter.toml").write_text('[KAR-2]\neksempel = "«Vårt eget eksempel.»"\n', encoding="utf-8")
    window = window_on(vei, step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.tab_to("Svar på KAR-2:")
    hand.press(Qt.Key.Key_F1)
    assert "«Vårt eget eksempel.»" in said(window.assistance.pane)


def test_hjelpesidene_kan_letes_i_leses_og_skrives_ut(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    window.menus.help.actions()[1].trigger()
    settle(qtbot, window.session)
    hand = Keyboard(qtbot, window)
    hand.fill("Søk i hjelpen", "noekkel")
    qtbot.waitUntil(lambda: "Nøkkel" in [stop.accessibleName() for stop in reading_order(window)])
    hand.push("Nøkkel")
    screen = window.screens.currentWidget()
    assert screen is not None
    qtbot.waitUntil(lambda: "Se legitimasjon." in said(screen))
    hand.push("Skriv ut denne siden")
    qtbot.waitUntil(screen.preview_card.isVisible)  # type: ignore[attr-defined]
    assert nameless(window) == []
    hand.press(Qt.Key.Key_Escape)
    assert window.journey.here.name == "sak"


def test_tastaturarket_har_hver_tast() -> None:
    text = les_hjelp().sider["tastatur"].tekst
    for word, key in KEYS.items():
        if word.startswith("step_"):
            continue
        assert key in text, word
    for keys in ("Ctrl+1 til Ctrl+9 og Ctrl+0", "Ctrl+Enter", "Ctrl+Z"):
        assert keys in text


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("okonom", "Økonomisk plan, Gå til"),
        ("sett pa vent", "Sett saken på vent, Sak"),
        ("kar-2", "KAR-2 Gå gjennom bohistorien, Sjekkpunkt"),
        ("innstill", "Innstillinger og brukere, Program"),
        ("mørkt", "Mørkt, Vis"),
        ("tastatur", "Tastatur, Hjelp"),
    ],
)
def test_ctrl_k_finner_steg_handlinger_sjekkpunkter_innstillinger_og_hjelp(
    paa: Paa, window_on: WindowOn, qtbot: QtBot, typed: str, first: str
) -> None:
    window = window_on(paa("registrert"))
    look_for(window, qtbot, typed)
    assert found(window)[0] == first


def test_enter_gaar_dit_og_esc_gaar_tilbake_til_feltet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"), step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.tab_to("Svar på KAR-4:")
    hand.press(Qt.Key.Key_K, CTRL)
    hand.press(Qt.Key.Key_Escape)
    assert hand.here.startswith("Svar på KAR-4:")
    look_for(window, qtbot, "kar-2")
    hand.press(Qt.Key.Key_Return)
    assert hand.here == "Svar: Ja"
    assert not window.assistance.palette.isVisible()


def test_pil_ned_velger_den_neste(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    hand = look_for(window, qtbot, "kar")
    assert window.assistance.palette.list.currentRow() == 0
    hand.press(Qt.Key.Key_Down)
    assert window.assistance.palette.list.currentRow() == 1
    hand.press(Qt.Key.Key_Up)
    hand.press(Qt.Key.Key_Up)
    assert window.assistance.palette.list.currentRow() == len(found(window)) - 1
    assert hand.here == "Finn hva som helst"


def test_ctrl_k_finner_en_annen_sak_og_aapner_den(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    other = vei.kontor.ny_sak(soeknad(soeker=person("Lys", "Ødegård", None)))
    window = window_on(vei)
    hand = look_for(window, qtbot, "odegard")
    assert found(window) == [f"{other.saksnummer} Lys Ødegård, Sak"]
    hand.press(Qt.Key.Key_Return)
    assert window.screens.case.saksnummer == other.saksnummer


def test_ctrl_k_finner_aldri_en_sak_du_ikke_skal_vite_om(kontor: Kontor, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = kontor.ny_sak(som="ola")
    kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    window = window_on(vei, som="ola")
    look_for(window, qtbot, "åsgard")
    assert found(window) == []
    assert window.assistance.palette.none.isVisible()


def test_treff_i_begynnelsen_av_tittelen_kommer_foerst() -> None:
    entries = [Entry("Lag vedtak", "x", print), Entry("Nøkkel", "x", print, "vedtaket"), Entry("Vedtak", "x", print)]
    assert [e.title for e in matching(entries, "vedt")] == ["Vedtak", "Lag vedtak", "Nøkkel"]
    assert matching(entries, "finnes ikke") == []
    assert matching(entries, "") == entries


def test_omvisningen_gaar_hele_veien_og_peker_ut_det_den_forteller_om(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on(paa("registrert"))
    tour = window.assistance.tour
    window.menus.help.actions()[3].trigger()
    steps = les_hjelp().omvisning
    hand = Keyboard(qtbot, window)
    for number, step in enumerate(steps, 1):
        qtbot.waitUntil(lambda: not tour._looking.isActive())
        hand.wait()
        assert tour.title.text() == step.tittel
        assert tour.where.text() == f"Omvisning {number} av {len(steps)}"
        assert tour.frame_.isVisible() == bool(step.navn), step.tittel
        assert hand.focus is tour.next
        hand.press(Qt.Key.Key_Space)
    assert not tour.isVisible()
    assert not tour.frame_.isVisible()


def test_omvisningen_leser_aldri_en_virkelig_sak(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    window.session.er_proeve = False
    window.assistance.begin_tour()
    assert not window.assistance.tour.isVisible()
    assert "Omvisningen går i demoen" in window.statusBar().currentMessage()


def test_laasen_tar_bort_det_som_ligger_over_vinduet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    look_for(window, qtbot, "kar")
    window.locking.lock()
    settle(qtbot, window.session)
    assert window.locking.is_locked
    assert not window.assistance.palette.isVisible()


def test_velkomstsiden_aapner_demoen_med_omvisning(qtbot: QtBot, tmp_path: Path, window_on: WindowOn, paa: Paa) -> None:
    window = window_on(paa("registrert"))
    window.go(Place("velkommen"))
    asked: list[str] = []
    window.screens.tour_wanted.connect(lambda: asked.append("omvisning"))
    welcome = window.screens.welcome
    welcome._mappe = tmp_path / "ny"
    Keyboard(qtbot, window).tab_to("Åpne demoen og ta en omvisning")
    welcome.tour.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=60_000)
    program = window.session._program
    assert program is not None
    assert program.er_demo
    window.assistance.put_away()
    settle(qtbot, window.session)
    window.session.close()
