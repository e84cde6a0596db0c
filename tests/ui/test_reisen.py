"""The whole main job in the real window on the real program, by keys only: from søknad to key and receipt."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from tests.ui.conftest import settle, show
from tests.ui.keyboard import ALT, CTRL, Keyboard
from ui.change_bus import ChangeBus
from ui.main_window import MainWindow
from ui.runner import Runner
from ui.session import Session
from ui.widgets.pdf_view import PdfView

NAA = datetime(2026, 11, 20, 10)


@pytest.fixture
def window(qtbot: QtBot, proevemappe: Path) -> Iterator[MainWindow]:
    """The window as it is started: on a folder, by a clock, with real documents."""
    session = Session(Runner(), ChangeBus(), NAA)
    made = show(qtbot, MainWindow(session, proevemappe, "kari", NAA))
    made.begin()
    qtbot.waitUntil(lambda: session.er_aapen, timeout=60_000)
    settle(qtbot, session)
    yield made
    session.close()


@pytest.fixture
def hand(qtbot: QtBot, window: MainWindow) -> Keyboard:
    return Keyboard(qtbot, window)


def test_hele_veien_fra_soeknad_til_noekkel_med_tastaturet(
    hand: Keyboard, window: MainWindow, proevemappe: Path, qtbot: QtBot
) -> None:
    registrer_bolig(hand)
    registrer_soeknad(hand)
    for gjoer in (kartlegg, planlegg, velg_kontrakt, skriv_vedtak, godkjenn_og_send, tilby, skriv_kontrakt, betal):
        gjoer(hand, window)
    utlever(hand, window)
    preview = window.findChild(PdfView)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.page_count >= 1, timeout=60_000)
    assert preview.title.text() == "Nøkkelkvittering"
    assert stored(proevemappe) == ("boforhold", True)


def stored(mappe: Path) -> tuple[str, bool]:
    """The step of the case and whether the key is out, as another program reads it."""
    program = Program.aapne(mappe, klokke=NAA)
    try:
        sak = program.vis_sak("2026-0001", "kari")
        return sak.steg, sak.utlevering is not None
    finally:
        program.lukk()


def registrer_bolig(hand: Keyboard) -> None:
    hand.press(Qt.Key.Key_P, ALT)
    hand.press(Qt.Key.Key_B)
    hand.push("Registrer bolig")
    hand.fill("Boligens nummer", "B-1001")
    hand.choose("Boligtype", "Leilighet")
    hand.fill("Gateadresse", "Testvegen 7")
    hand.fill("Postnummer", "7031")
    hand.fill("Poststed", "TRONDHEIM")
    hand.fill("Antall soverom", "1")
    hand.fill("Husleie per måned", "9 200")
    hand.fill("Ledig fra", "i dag")
    hand.save()


def registrer_soeknad(hand: Keyboard) -> None:
    hand.press(Qt.Key.Key_N, CTRL)
    hand.fill("Fornavn", "Rolig")
    hand.fill("Etternavn", "Fjord")
    hand.choose("Adressebeskyttelse", "Ingen")
    hand.fill("Fødselsnummer", "04856028424")
    hand.choose("Hvor søkeren bor nå", "Uten bolig")
    hand.fill("Antall soverom", "1")
    hand.save()


def answer(hand: Keyboard, kode: str, word: str = "Gjennomgått med søkeren.", kind: str = "Notat") -> None:
    hand.push(f"Svar på {kode}:")
    hand.choose("Svar", "Ja")
    hand.choose("Slags dokumentasjon", kind)
    if kind == "Beløp":
        hand.fill("Beløp", "0")
    if kind == "Avtale":
        hand.fill("Dato", "i dag")
    hand.fill("Merknad", word)
    hand.save()


def kartlegg(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_1, CTRL)
    answer(hand, "SOE-1")
    hand.press(Qt.Key.Key_2, CTRL)
    for kode in ("KAR-1", "KAR-2", "KAR-4", "KAR-8"):
        answer(hand, kode)
    answer(hand, "KAR-3", "Svar fra boligforvalteren.", "Beløp")


def planlegg(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_3, CTRL)
    hand.push("Legg til post")
    hand.choose("Post 1: Slag", "Inntekt")
    hand.fill("Post 1: Hva", "Arbeidsavklaringspenger")
    hand.fill("Post 1: Per måned", "24 850")
    hand.save()
    for kode in ("OEK-1", "OEK-3", "OEK-4", "OEK-7", "OEK-9"):
        answer(hand, kode)
    hand.press(Qt.Key.Key_4, CTRL)
    hand.fill("Begrunnelse", "Klarer seg selv i egen bolig.")
    hand.save()
    answer(hand, "OPP-1")


def velg_kontrakt(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_5, CTRL)
    hand.push("Bruk forslaget")
    hand.fill("Hvorfor denne kontrakten", "Trenger stabilitet.")
    hand.save()
    answer(hand, "KON-1")


def skriv_vedtak(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_6, CTRL)
    answer(hand, "VED-5")
    hand.choose("Er søkeren vanskeligstilt på boligmarkedet?", "Ja, vanskeligstilt")
    hand.fill("Bistand", "Hjelp til å ta i bruk kommunal bolig.")
    hand.choose("Utfall for kommunal bolig", "Innvilget")
    hand.choose("Boligtype", "Leilighet")
    hand.fill("Begrunnelse", "Du er uten bolig og kan ikke skaffe en selv.")
    hand.push("Send til godkjenning")


def switch_user(hand: Keyboard, number: Qt.Key) -> None:
    hand.press(Qt.Key.Key_B, ALT)
    hand.press(number)


def godkjenn_og_send(hand: Keyboard, window: MainWindow) -> None:
    switch_user(hand, Qt.Key.Key_3)
    for part in ("konklusjonen", "begrunnelsen", "klagedelen"):
        hand.push(f"Åpne {part}")
    hand.push("Godkjenn vedtaket")
    hand.choose("Hvordan", "Post")
    hand.push("Send vedtaket")
    switch_user(hand, Qt.Key.Key_1)


def tilby(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_7, CTRL)
    hand.tab_to("Ledige boliger")
    hand.push("Gi tilbud")
    hand.choose("Søkerens svar", "Ja")
    hand.push("Lagre svaret")


def skriv_kontrakt(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_8, CTRL)
    for kode in ("KTR-2", "KTR-3", "KTR-4"):
        answer(hand, kode)
    hand.tab_to("Husleie per måned")
    hand.push("Skriv kontrakt")
    for part in ("Leier", "Utleier"):
        hand.choose("Part", part)
        hand.push("Lagre signatur")


def betal(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_9, CTRL)
    hand.choose("Hvordan det er betalt", "Kvittering")
    hand.push("Registrer betaling")


def utlever(hand: Keyboard, window: MainWindow) -> None:
    hand.press(Qt.Key.Key_0, CTRL)
    for kode in ("NOE-5", "NOE-6", "NOE-7"):
        answer(hand, kode)
    hand.choose("Hvordan identiteten er sett", "Pass")
    hand.push("Utlever nøkkel")
    hand.push("Se kvitteringen")
