"""Applications from files into the form, enclosures, and documents looked at, saved and printed."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from boligtildeling.domain.feil import Driftsfeil, Ugyldig
from boligtildeling.exchange.kommando import til_json
from tests.bygg import MOTTATT, Vei, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.application_file import read_application
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.runner import Runner
from ui.widgets.pdf_view import PdfView, draw_pages

Paa = Callable[[str], Vei]


def write(mappe: Path, **changes: Any) -> Path:
    fil = mappe / "soeknad.json"
    fil.write_text(json.dumps(til_json(soeknad()) | changes), encoding="utf-8")
    return fil


def test_en_soeknad_fra_fil_fyller_skjemaet_og_blir_en_sak(
    paa: Paa, window_on: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "attest.pdf").write_bytes(b"%PDF-1.4 attest")
    vei = paa("registrert")
    window = window_on(vei)
    window.go(Place("soeknad"))
    vedlegg = [{"tittel": "Attest", "fil": "attest.pdf"}]
    window.screens.register.load_file(write(tmp_path, ekstern_referanse="EKS-7", vedlegg=vedlegg))
    settle(qtbot, window.session)
    Keyboard(qtbot, window).save()
    settle(qtbot, window.session)
    assert window.screens.register.form.panel.message is None
    sak = vei.kontor.program.vis_sak("2026-0002", "kari")
    assert sak.soeknad.ekstern_referanse == "EKS-7"
    assert [(v.tittel, v.har_fil) for v in sak.vedlegg] == [("Attest", True)]


def test_advarsler_vises_foer_du_gaar_videre_til_saken(
    paa: Paa, window_on: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_on(paa("registrert"))
    window.go(Place("soeknad"))
    window.screens.register.load_file(write(tmp_path))
    settle(qtbot, window.session)
    hand = Keyboard(qtbot, window)
    hand.save()
    assert window.screens.currentWidget() is window.screens.register
    hand.push("Åpne saken")
    assert window.screens.case.saksnummer == "2026-0002"


def test_alle_feil_i_filen_kommer_paa_en_gang(tmp_path: Path) -> None:
    fil = write(tmp_path, mottatt_dato="2026-02-30", kanal="due")
    with pytest.raises(Ugyldig) as found:
        read_application(fil, MOTTATT)
    assert {f.peker for f in found.value.feil} == {"/soeknad/mottatt_dato", "/soeknad/kanal"}


def test_et_vedlegg_utenfor_mappen_hentes_ikke(tmp_path: Path) -> None:
    fil = write(tmp_path, vedlegg=[{"tittel": "Passord", "fil": "../../etc/passwd"}])
    with pytest.raises(Ugyldig) as found:
        read_application(fil, MOTTATT)
    assert found.value.feil[0].peker == "/soeknad/vedlegg/0/fil"


def test_en_fil_som_ikke_finnes_er_ingen_programfeil(tmp_path: Path) -> None:
    with pytest.raises(Driftsfeil):
        read_application(tmp_path / "borte.json", MOTTATT)


@pytest.fixture
def view(qtbot: QtBot, proevemappe: Path) -> Iterator[PdfView]:
    """A preview that shows an empty checklist, by the real documents."""
    program = Program.aapne(proevemappe)
    pdf = program.skriv_ut("sjekkliste-soeknadsbehandling", None, "kari", True)
    program.lukk()
    runner = Runner()
    made = PdfView(runner)
    qtbot.addWidget(made)
    made.show()
    made.show_pdf(pdf, "Sjekkliste", "sjekkliste-tom.pdf")
    qtbot.waitUntil(lambda: made.page_count > 0)
    yield made
    runner.close()


def test_dokumentet_lagres_helt(view: PdfView, tmp_path: Path) -> None:
    view.save(tmp_path / "ut.pdf")
    assert (tmp_path / "ut.pdf").read_bytes().startswith(b"%PDF")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_en_mappe_som_ikke_kan_skrives_til_gir_en_setning(view: PdfView, tmp_path: Path) -> None:
    view.save(tmp_path / "finnes-ikke" / "ut.pdf")
    assert view.panel.message is not None
    assert view.panel.message.heading == "Filen kunne ikke skrives."


def test_et_filnavn_med_foedselsnummer_blir_ikke_brukt(view: PdfView, tmp_path: Path) -> None:
    view.save(tmp_path / "vedtak 04856028424.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
    assert view.panel.message is not None
    assert view.panel.message.heading == "Filnavnet har et fødselsnummer."


def en_skriver(fil: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(fil))
    return printer


def test_utskriften_har_like_mange_sider_som_dokumentet_og_ligger_samme_vei(
    view: PdfView, qtbot: QtBot, tmp_path: Path
) -> None:
    view.print_on(en_skriver(tmp_path / "papir.pdf"))
    qtbot.waitUntil(view.panel.isVisible, timeout=15_000)
    assert view.panel.message is None
    sidene = draw_pages((tmp_path / "papir.pdf").read_bytes(), 36)
    assert len(sidene) == view.page_count > 1
    assert all(side.width() > side.height() for side in sidene)


@pytest.mark.qt_log_ignore("QPainter|This plugin does not support")
def test_en_skriver_som_ikke_svarer_angrer_ingenting(view: PdfView, qtbot: QtBot, tmp_path: Path) -> None:
    view.print_on(en_skriver(tmp_path / "finnes-ikke" / "papir.pdf"))
    qtbot.waitUntil(lambda: view.panel.message is not None)
    assert view.panel.message is not None
    assert view.panel.message.heading == "Skriveren svarte ikke."


@pytest.mark.qt_log_ignore("QPainter|This plugin does not support")
def test_en_skriver_som_blir_borte_midt_i_bunken_sier_hvor_langt_den_kom(
    view: PdfView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = en_skriver(tmp_path / "papir.pdf")
    monkeypatch.setattr(printer, "newPage", lambda: False)
    view.print_on(printer)
    qtbot.waitUntil(lambda: view.panel.message is not None, timeout=15_000)
    assert view.panel.message is not None
    assert view.panel.message.heading == "Skriveren stanset etter 1 side."
