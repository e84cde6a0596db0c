"""The reports and the queue of begjæringer on the screen, by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.bygg import MOTTATT, Paa, Vei
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.screens.begjaeringer.view import EvictionsScreen
from ui.screens.rapporter import view as rapportskjerm
from ui.screens.rapporter.view import ReportsScreen

WindowOn = Callable[..., MainWindow]


@pytest.fixture
def paa_skjermen(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> Callable[[str], tuple[Vei, MainWindow, Keyboard]]:
    def aapne(sted: Any) -> tuple[Vei, MainWindow, Keyboard]:
        vei = paa("registrert")
        window = window_on(vei, "tove")
        window.go(Place(sted))
        settle(qtbot, window.session)
        return vei, window, Keyboard(qtbot, window)

    return aapne


def test_en_begjaering_registreres_staar_i_koeen_og_et_punkt_besvares(paa_skjermen: Any, qtbot: QtBot) -> None:
    vei, window, hand = paa_skjermen("begjaeringer")
    vei.kontor.gjoer(
        "registrer_begjaering", mottatt_dato=MOTTATT, saksoeker="privat", aarsak="restanse", leier="Stille Skog"
    )
    window.session.bus.tell(("begjæring 1",))
    hand.wait()
    skjerm = window.screens.currentWidget()
    assert isinstance(skjerm, EvictionsScreen)
    assert skjerm.table.isVisible()
    assert skjerm.progress.text() == "16 av 16 punkter i fase 3 er ikke besvart."
    hand.push("Besvar punktet som er merket")
    hand.choose("Svar", "Ja")
    hand.fill("Dato", "02.11.2026")
    hand.save()
    assert skjerm.progress.text() == "15 av 16 punkter i fase 3 er ikke besvart."


def test_en_rapport_velges_leses_og_foerer_til_saken_bak_tallet(paa_skjermen: Any) -> None:
    vei, window, hand = paa_skjermen("rapporter")
    hand.choose("Rapport", "Tall til KOSTRA")
    hand.wait()
    skjerm = window.screens.currentWidget()
    assert isinstance(skjerm, ReportsScreen)
    assert skjerm.heading.text() == "Tall til KOSTRA 2026"
    tabell = next(t for t in skjerm.report.tabeller if t.tittel == "Søknader og vedtak")
    assert tabell.rader[0].saker == (vei.saksnummer,)
    skjerm._show_behind(tabell.rader[0].saker)
    hand.push(f"Sak {vei.saksnummer}")
    assert window.screens.case.saksnummer == vei.saksnummer


def test_en_periode_som_ikke_kan_leses_sies_det_fra_om(paa_skjermen: Any) -> None:
    _, window, hand = paa_skjermen("rapporter")
    hand.fill("Fra og med", "i forfjor")
    hand.push("Vis rapporten")
    assert window.screens.currentWidget().problem.isVisible()


def test_rapporten_lagres_som_pdf_og_regneark(
    paa_skjermen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, hand = paa_skjermen("rapporter")
    monkeypatch.setattr(rapportskjerm, "ask_save", lambda *args: tmp_path / args[2])
    hand.push("Lagre som PDF")
    hand.push("Lagre som CSV")
    assert sorted(fil.suffix for fil in tmp_path.iterdir() if fil.is_file()) == [".csv", ".pdf"]
