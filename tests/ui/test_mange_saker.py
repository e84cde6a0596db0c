"""Many cases at once: whose, when, marked, assigned, put on hold, printed, copied, and columns that are remembered."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.bygg import Kontor, Vei, person, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import SHIFT, Keyboard
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.preferences import FILE
from ui.screens.saksliste.as_table import as_table
from ui.screens.saksliste.table_model import APPLICANT, DEADLINE, RESPONSIBLE
from ui.screens.saksliste.view import WorkListScreen

WindowOn = Callable[..., MainWindow]
FOUR = ("Åse", "Rolig", "Klar", "Blid")


@pytest.fixture
def liste(kontor: Kontor, window_on: WindowOn, qtbot: QtBot) -> tuple[MainWindow, WorkListScreen, Kontor]:
    """The list of kari with four cases of hers and one that is protected."""
    cases: list[Vei] = [kontor.ny_sak(soeknad(soeker=person(name, "Fjord", None))) for name in FOUR]
    kontor.ny_sak(soeknad(soeker=person("Varm", "Skog", None, "fortrolig")))
    window = window_on(cases[0])
    window.go(Place("saksliste"))
    settle(qtbot, window.session)
    return window, window.screens.list, kontor


def column(screen: WorkListScreen, number: int) -> list[str]:
    return [screen.model.index(row, number).data() for row in range(screen.model.rowCount())]


def choose(screen: WorkListScreen, chooser: str, data: object, qtbot: QtBot) -> None:
    widget = getattr(screen, chooser)
    widget.setCurrentIndex(widget.findData(data))
    widget.activated.emit(widget.currentIndex())
    settle(qtbot, screen.session)


def test_mine_teamets_og_en_annens_saker(
    liste: tuple[MainWindow, WorkListScreen, Kontor], kontor: Kontor, qtbot: QtBot
) -> None:
    window, screen, _ = liste
    first, second, third = (screen.model.number_at(row) for row in range(3))
    kontor.gjoer("tildel_sak", "kari", saksnummer=first, bruker="ola")
    kontor.gjoer("tildel_sak", "kari", saksnummer=second, bruker="tove")
    choose(screen, "whose", "mine", qtbot)
    assert set(column(screen, RESPONSIBLE)) == {"kari"}
    choose(screen, "whose", "team", qtbot)
    assert set(column(screen, RESPONSIBLE)) == {"kari"}
    for navn in ("kari", "ola"):
        kontor.gjoer("registrer_bruker", "tove", navn=navn, rolle="saksbehandler", team="Bolig øst")
    window.session.bus.tell((third,))
    settle(qtbot, window.session)
    assert set(column(screen, RESPONSIBLE)) == {"kari", "ola"}
    choose(screen, "whose", "bruker:tove", qtbot)
    assert column(screen, 0) == [second]


def test_fristen_velges(liste: tuple[MainWindow, WorkListScreen, Kontor], qtbot: QtBot) -> None:
    window, screen, _ = liste
    choose(screen, "deadline", -1, qtbot)
    assert screen.model.rowCount() == 0
    assert screen.empty.text() == "Ingen saker passer med det du har valgt over listen."
    window.session._klokke = type(window.session._klokke)(
        window.session.naa().replace(tzinfo=None) + timedelta(days=400)
    )
    choose(screen, "deadline", -1, qtbot)
    assert screen.model.rowCount() == 5
    assert all(text.startswith("Forfalt") for text in column(screen, DEADLINE))


def test_flere_saker_merkes_med_tastaturet_og_tildeles_en_annen(
    liste: tuple[MainWindow, WorkListScreen, Kontor], qtbot: QtBot
) -> None:
    window, screen, _ = liste
    hand = Keyboard(qtbot, window)
    screen.focus_rows()
    for _ in range(4):
        hand.press(Qt.Key.Key_Down, SHIFT)
    assert screen.marked.count.text() == "5 saker er merket."
    hand.push("Tildel …")
    hand.choose("Bruker", "ola")
    hand.push("Tildel sakene")
    hand.wait()
    assert column(screen, RESPONSIBLE).count("ola") == 4
    told = screen.marked.panel.findChildren(type(screen.heading))
    texts = [part.text() for part in told]
    assert texts[0] == "4 saker er endret."
    assert any("adressebeskyttelse" in text for text in texts[1:])
    assert len(screen.table.selected_rows()) == 5


def test_en_sak_som_er_endret_av_andre_holder_ikke_de_andre_tilbake(
    liste: tuple[MainWindow, WorkListScreen, Kontor], qtbot: QtBot
) -> None:
    window, screen, kontor = liste
    screen.table.select_rows([0, 1])
    changed, other = (number for number, _ in screen.marked_cases())
    kontor.gjoer("noter", "ola", saksnummer=changed, tekst="Ringte.")
    screen.marked.assign.click()
    form = screen.marked.form
    form.form.fields["bruker"].fill("ola")  # type: ignore[union-attr]
    form.submit()  # type: ignore[union-attr]
    settle(qtbot, window.session)
    assert dict(zip(column(screen, 0), column(screen, RESPONSIBLE), strict=True))[other] == "ola"
    assert dict(zip(column(screen, 0), column(screen, RESPONSIBLE), strict=True))[changed] == "kari"
    texts = [part.text() for part in screen.marked.panel.findChildren(type(screen.heading))]
    assert any(text.startswith(f"{changed}: Noen andre har endret") for text in texts)


def test_en_feil_i_skjemaet_stopper_foer_noen_sak_er_endret(
    liste: tuple[MainWindow, WorkListScreen, Kontor], qtbot: QtBot
) -> None:
    window, screen, _ = liste
    screen.table.select_rows([0, 1])
    screen.marked.hold.click()
    form = screen.marked.form
    form.form.fields["grunn"].fill("Venter på papirer.")  # type: ignore[union-attr]
    form.form.fields["til_dato"].fill(window.session.i_dag() - timedelta(days=3))  # type: ignore[union-attr]
    form.submit()  # type: ignore[union-attr]
    settle(qtbot, window.session)
    assert form.panel.message.faults[0].peker == "/til_dato"  # type: ignore[union-attr]
    assert not any("På vent" in text for text in column(screen, 6))


def test_merkede_saker_gaar_til_utskrift(liste: tuple[MainWindow, WorkListScreen, Kontor], qtbot: QtBot) -> None:
    window, screen, _ = liste
    screen.table.select_rows([0, 2])
    numbers = [number for number, _ in screen.marked_cases()]
    screen.marked.print.click()
    settle(qtbot, window.session)
    pile = window.screens.pile
    assert window.journey.here.name == "bunke"
    assert pile.step.currentText() == "De 2 sakene du merket"
    assert [row.saksnummer for row in pile.pile.rows] == numbers


def test_kopien_er_en_tabell_uten_navnet_paa_den_som_er_beskyttet(
    liste: tuple[MainWindow, WorkListScreen, Kontor], qapp: QApplication, qtbot: QtBot
) -> None:
    _, screen, _ = liste
    screen.table.select_rows(range(5))
    screen.columns.lines[DEADLINE].trigger()
    QTest.keyClick(screen.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = qapp.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Saksnummer", "Søker", "Steg", "Ansvarlig", "Mottatt", "Merknad"]
    assert len(lines) == 6
    assert "Skog" not in qapp.clipboard().text()
    assert any("\tSkjermet\t" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@navn", "'@navn"),
        ("-5", "'-5"),
        ("a\tb\nc", "a b c"),
        ("Åse Fjord", "Åse Fjord"),
        ("", ""),
    ],
)
def test_en_celle_er_tekst_og_ikke_noe_mer(text: str, cell: str) -> None:
    assert as_table(["Hva", "Mer"], [[text, "x"]]) == f"Hva\tMer\n{cell}\tx\n"


def test_kolonnene_huskes_og_kan_settes_tilbake(
    liste: tuple[MainWindow, WorkListScreen, Kontor], window_on: WindowOn, qtbot: QtBot
) -> None:
    window, screen, kontor = liste
    screen.columns.lines[RESPONSIBLE].trigger()
    screen.table.horizontalHeader().moveSection(APPLICANT, 4)
    window.preferences.remember_columns(screen.columns.state())
    stored = QSettings(str(kontor.program.mappe / FILE), QSettings.Format.IniFormat)
    window.preferences.remember_window(window)
    assert stored.value("kolonner") is not None
    window._restore_columns()
    shown = screen.columns.shown_columns()
    assert RESPONSIBLE not in shown
    assert shown.index(APPLICANT) > shown.index(DEADLINE)
    screen.columns.start_over()
    assert screen.columns.shown_columns() == list(range(7))


def test_saksnummeret_kan_ikke_tas_bort(liste: tuple[MainWindow, WorkListScreen, Kontor]) -> None:
    _, screen, _ = liste
    assert 0 not in screen.columns.lines
    header = screen.table.horizontalHeader()
    header.setSectionHidden(0, True)
    screen.columns.restore(screen.columns.state())
    assert not header.isSectionHidden(0)


def test_kolonner_fra_et_annet_program_gjoer_ingenting(
    liste: tuple[MainWindow, WorkListScreen, Kontor], tmp_path: Path
) -> None:
    from PySide6.QtCore import QByteArray

    _, screen, _ = liste
    screen.columns.restore(QByteArray(b"noe helt annet"))
    assert screen.columns.shown_columns() == list(range(7))
