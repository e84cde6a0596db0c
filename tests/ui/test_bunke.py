"""Papers for many cases: whom each goes to, what stops, one file or many, and stopping halfway."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boligtildeling.casework.dokumenter import LEVERES_ETTER_AVTALE
from tests.bygg import MILD, Paa, Vei, person, soeknad
from tests.ui.conftest import settle
from tests.ui.papir import en_tom_side
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.screens.bunke.view import PileScreen
from ui.screens.bunke.view_model import row

WindowOn = Callable[..., MainWindow]


@pytest.fixture
def aapnet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> Callable[[str], tuple[Vei, PileScreen]]:
    """The screen on a folder with three cases, of which one is at the given stage."""

    def aapne(stadium: str) -> tuple[Vei, PileScreen]:
        vei = paa(stadium)
        vei.kontor.dokumenter.pdf = en_tom_side()
        for _ in range(2):
            vei.kontor.ny_sak(soeknad())
        window = window_on(vei)
        window.go(Place("bunke"))
        settle(qtbot, window.session)
        screen: Any = window.screens.currentWidget()
        assert isinstance(screen, PileScreen)
        return vei, screen

    return aapne


def finn(screen: PileScreen, navn: str, qtbot: QtBot) -> None:
    screen.kind.setCurrentIndex(screen.kind.findData(navn))
    screen.fetch.click()
    settle(qtbot, screen.session)


def test_hver_sak_staar_med_den_papiret_gaar_til(
    aapnet: Callable[[str], tuple[Vei, PileScreen]], qtbot: QtBot, tmp_path: Path
) -> None:
    _, screen = aapnet("registrert")
    finn(screen, "sjekkliste-soeknadsbehandling", qtbot)
    assert [r.saksnummer for r in screen.pile.rows] == ["2026-0001", "2026-0002", "2026-0003"]
    assert screen.pile.taken == {"2026-0001", "2026-0002", "2026-0003"}
    screen.table.selectRow(1)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.pile.taken == {"2026-0001", "2026-0003"}
    screen.pile.made.disconnect(screen._made)
    laget: list[Any] = []
    screen.pile.made.connect(laget.extend)
    screen.save_many.click()
    settle(qtbot, screen.session)
    (tmp_path / "ut").mkdir()
    screen.save_each(laget, tmp_path / "ut")
    assert sorted(f.name for f in (tmp_path / "ut").iterdir()) == [
        "2026-0001-sjekkliste-soeknadsbehandling.pdf",
        "2026-0003-sjekkliste-soeknadsbehandling.pdf",
    ]


def test_det_som_ikke_kan_lages_tas_ikke_med(aapnet: Callable[[str], tuple[Vei, PileScreen]], qtbot: QtBot) -> None:
    _, screen = aapnet("sendt")
    finn(screen, "vedtak", qtbot)
    assert screen.pile.taken == {"2026-0001"}
    number = next(i for i, r in enumerate(screen.pile.rows) if r.saksnummer == "2026-0002")
    assert screen.pile.rows[number].stopp
    assert not screen.pile.toggle(number)
    assert screen.pile.taken == {"2026-0001"}


def test_alle_i_en_fil_har_alle_sidene(
    aapnet: Callable[[str], tuple[Vei, PileScreen]], qtbot: QtBot, tmp_path: Path
) -> None:
    _, screen = aapnet("registrert")
    finn(screen, "sjekkliste-soeknadsbehandling", qtbot)
    screen.save_in_one([("2026-0001", en_tom_side()), ("2026-0002", en_tom_side())], tmp_path / "alle.pdf")
    settle(qtbot, screen.session)
    samlet = pypdfium2.PdfDocument((tmp_path / "alle.pdf").read_bytes())
    assert len(samlet) == 2
    samlet.close()


def test_arbeidet_kan_avbrytes_mellom_to_saker(aapnet: Callable[[str], tuple[Vei, PileScreen]], qtbot: QtBot) -> None:
    _, screen = aapnet("registrert")
    gjort: list[int] = []

    def stopp(done: int, of: int) -> None:
        gjort.append(done)
        if done == 1:
            screen.cancel.click()

    screen.pile.moved.connect(stopp)
    finn(screen, "sjekkliste-soeknadsbehandling", qtbot)
    assert max(gjort) == 1
    assert screen.panel.message is None or "Avbrutt" in screen.panel.message.as_text


def test_en_mappe_som_ikke_kan_skrives_til_sier_hvor_mange_som_ble_lagret(
    aapnet: Callable[[str], tuple[Vei, PileScreen]], tmp_path: Path
) -> None:
    _, screen = aapnet("registrert")
    screen.save_each([("2026-0001", en_tom_side())], tmp_path / "finnes ikke")
    assert screen.panel.message is not None
    assert screen.panel.message.heading.startswith("0 av 1")


def test_uten_valgte_papirer_sier_knappen_hva_du_gjoer(aapnet: Callable[[str], tuple[Vei, PileScreen]]) -> None:
    _, screen = aapnet("registrert")
    screen.print_all.click()
    assert screen.panel.message is not None
    assert "Ingen papirer er valgt" in screen.panel.message.heading


def test_en_beskyttet_soeker_faar_papiret_etter_avtale_og_bunken_minner_om_det(
    aapnet: Callable[[str], tuple[Vei, PileScreen]], qtbot: QtBot, tmp_path: Path
) -> None:
    vei, screen = aapnet("registrert")
    beskyttet = vei.kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    finn(screen, "sjekkliste-soeknadsbehandling", qtbot)
    adresser = {rad.saksnummer: row(rad, True)[3] for rad in screen.pile.rows}
    assert adresser.pop(beskyttet.saksnummer) == "Leveres etter avtale, aldri i vanlig post"
    assert all(a and "Leveres" not in a for a in adresser.values())
    screen.pile.made.disconnect(screen._made)
    screen.save_many.click()
    settle(qtbot, screen.session)
    screen.save_each([("2026-0001", en_tom_side())], tmp_path)
    sagt = [tekst.text() for tekst in screen.panel.findChildren(QLabel)]
    assert sagt.count(LEVERES_ETTER_AVTALE) == 1
