"""The envelope on the screen: the address for whoever can open it, and what the others are told."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from boligtildeling.casework.dokumenter import LEVERES_ETTER_AVTALE
from tests.bygg import Kontor
from tests.casework.konvoluttsaker import GATE, HEIM, strengt
from tests.ui.conftest import settle
from tests.ui.papir import en_tom_side
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.screens.noekkel.view_model import suggested_keys


def side(window: MainWindow, step: str) -> QWidget:
    return window.screens.case_screen.pages[step]


def tekster(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def test_den_som_kan_aapne_konvolutten_ser_adressen_og_hvem_som_ellers_kan(
    kontor: Kontor, window_on: Callable[..., MainWindow]
) -> None:
    vei = strengt(kontor, "ola").til("tilbudt")
    vist = tekster(side(window_on(vei, step="tildeling"), "tildeling"))
    assert f"{HEIM}, {GATE}" in vist
    assert "kan åpne konvolutten" in vist
    assert "har ikke fått brukernøkkel ennå" in vist


def test_den_som_venter_faar_vite_hva_som_maa_til_og_ikke_adressen(
    kontor: Kontor, window_on: Callable[..., MainWindow]
) -> None:
    vei = strengt(kontor, "ola").til("tilbudt")
    vist = tekster(side(window_on(vei, som="ola", step="tildeling"), "tildeling"))
    assert "Be en annen som er navngitt" in vist
    assert GATE not in vist
    assert HEIM not in vist


def test_skjemaet_for_noekler_foreslaar_ikke_boligens_nummer(kontor: Kontor) -> None:
    assert suggested_keys(strengt(kontor).til("noekkelklar").vis()) == ()


def test_boliglista_lar_deg_holde_en_bolig_tilbake_og_viser_det_bare_for_dine_egne(
    kontor: Kontor, window_on: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    vei = strengt(kontor).til("tilbudt")
    window = window_on(vei)
    window.go(Place("boliger"))
    settle(qtbot, window.session)
    screen = window.screens.show_place("boliger")
    rader = {screen.model.data(screen.model.index(r, 0)): r for r in range(screen.model.rowCount())}
    assert not screen.model.data(screen.model.index(rader[HEIM], 7))
    assert not screen.model.data(screen.model.index(rader["B-1"], 7))
    screen.table.selectRow(rader["B-1"])
    screen.hold.toggle()
    form = screen.hold.form
    form.form.fields["grunn"].fill("Pusses opp.")
    form.submit()
    settle(qtbot, window.session)
    assert screen.model.data(screen.model.index(rader["B-1"], 7)) == "Du holder den tilbake"


def test_adressevedlegget_spoer_om_grunn_foerst_andre_gang(
    kontor: Kontor, window_on: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    kontor.dokumenter.pdf = en_tom_side()
    vei = strengt(kontor).til("kontrakt")
    window = window_on(vei, step="dokumenter")
    page = side(window, "dokumenter")
    for grunn in (None, None, "Leieren mistet arket."):
        if grunn is not None:
            page.reason.fill(grunn)
        page.open_document("adressevedlegg")
        settle(qtbot, window.session)
        venter = page.reason.isVisibleTo(page)
    assert not venter
    paaminnelse = " ".join(tekst.text() for tekst in page.preview.reminder.findChildren(QLabel))
    assert LEVERES_ETTER_AVTALE in paaminnelse
    assert vei.historikk.count("skriv_adressevedlegg") == 2
