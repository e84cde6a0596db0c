"""The pages of a case: ready before they are asked for, and never carried over to another case."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.bygg import Paa, Vei, person, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.idle_jobs import IdleJobs
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.step_page import StepPage
from ui.veien import STEPS
from ui.widgets.answer_form import AnswerForm
from ui.widgets.fold import Fold
from ui.widgets.rows import RowsField

WindowOn = Callable[..., MainWindow]


@pytest.fixture
def to_saker(paa: Paa, window_on: WindowOn) -> tuple[MainWindow, Vei, Vei]:
    """A window with the first of two cases open; the first one has come to an offer, the other is new."""
    first = paa("tilbudt")
    other = first.kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", None)))
    return window_on(first), first, other


def open_case(window: MainWindow, vei: Vei, step: str, qtbot: QtBot) -> StepPage:
    window.go(Place("sak", vei.saksnummer, step))
    settle(qtbot, window.session)
    return window.screens.case_screen.pages[step]


def test_sidene_er_klare_foer_steget_velges(to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot) -> None:
    window, *_ = to_saker
    Keyboard(qtbot, window).wait()
    stack = window.screens.case_screen.stack
    ready = stack.findChildren(StepPage)
    assert {page.step for page in ready} == {
        *(code for code, _ in STEPS),
        "boforhold",
        "klage",
        "dokumenter",
        "historikk",
    }
    window._to_step("kontrakt")
    assert stack.shown in ready


def test_en_side_som_er_klar_har_ingen_sak_i_seg(to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot) -> None:
    window, first, _ = to_saker
    Keyboard(qtbot, window).wait()
    screen = window.screens.case_screen
    sak = first.vis()
    blank = [p for p in screen.stack.findChildren(StepPage) if p not in screen.pages.values()]
    assert blank
    for page in blank:
        texts = [w.text() for w in page.findChildren(QLabel)] + [w.text() for w in page.findChildren(QLineEdit)]
        texts += [w.toPlainText() for w in page.findChildren(QPlainTextEdit)]
        assert not any(sak.soeker in text or sak.saksnummer in text for text in texts), page.step


def test_ingen_side_foelger_med_til_en_annen_sak(to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot) -> None:
    window, first, other = to_saker
    seen = [open_case(window, first, code, qtbot) for code, _ in STEPS]
    after = [open_case(window, other, code, qtbot) for code, _ in STEPS]
    assert not any(page in after for page in seen if isValid(page))
    qtbot.waitUntil(lambda: not any(isValid(page) for page in seen))


def test_det_som_var_gjort_klart_for_en_side_er_borte_med_siden(
    to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot
) -> None:
    window, first, other = to_saker
    page = open_case(window, first, "kartlegging", qtbot)
    next(row for row in page.checkpoints.rows.values() if row.answer.isVisible()).toggle()
    Keyboard(qtbot, window).wait()
    forms = page.findChildren(AnswerForm)
    assert len(forms) == 2, "the one that is open, and one that is ready"
    open_case(window, other, "kartlegging", qtbot)
    qtbot.waitUntil(lambda: not any(isValid(form) for form in forms))
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, AnswerForm)]


def test_det_som_sto_i_den_ene_saken_staar_ikke_i_den_andre(
    to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot
) -> None:
    window, first, other = to_saker
    page = open_case(window, first, "oppfoelgingsplan", qtbot)
    page.form.form.fields["begrunnelse"].edit.setPlainText("Bare om den første.")  # type: ignore[attr-defined]
    page.form.form.is_touched = False  # type: ignore[attr-defined]
    page = open_case(window, other, "oppfoelgingsplan", qtbot)
    assert page.form.form.raw("begrunnelse") == ""  # type: ignore[attr-defined]


def test_den_siste_saken_du_valgte_er_den_som_vises(to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot) -> None:
    """Chosen one after the other, faster than the first can be let go of."""
    window, first, other = to_saker
    for vei in (other, first, other):
        window.go(Place("sak", vei.saksnummer))
    settle(qtbot, window.session)
    assert window.screens.case.shown.saksnummer == other.saksnummer
    assert window.screens.case_screen.stack.shown is not None


def test_steget_du_velger_mens_saken_aapnes_er_det_som_vises(
    to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot
) -> None:
    window, _, other = to_saker
    window.go(Place("sak", other.saksnummer))
    qtbot.waitUntil(lambda: window.screens.case.sak is not None)
    window._to_step("vedtak")
    settle(qtbot, window.session)
    assert window.screens.case_screen.current == "vedtak"
    assert window.screens.case_screen.stack.shown is window.screens.case_screen.pages["vedtak"]


def test_et_svar_paa_den_forrige_saken_flytter_deg_ikke(to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot) -> None:
    """An act is under way when the case is left: when it is done, nothing happens on the screen."""
    window, first, other = to_saker
    page = open_case(window, first, "historikk", qtbot)
    fold = next(f for f in page.findChildren(Fold) if f.button.text() == "Skriv notat")
    fold.toggle()
    settle(qtbot, window.session)
    assert fold.form is not None
    fold.form.form.fields["tekst"].edit.setPlainText("Ringte.")  # type: ignore[attr-defined]
    fold.form.submit()
    window.go(Place("sak", other.saksnummer, "kartlegging"))
    settle(qtbot, window.session)
    assert window.screens.case_screen.current == "kartlegging"
    assert window.screens.case.shown.saksnummer == other.saksnummer
    assert any(notat.tekst == "Ringte." for notat in first.vis().notater)


def test_et_langt_skjema_kommer_i_deler_og_faar_fokus_til_slutt(
    to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot
) -> None:
    window, first, _ = to_saker
    page = open_case(window, first, "soeknad", qtbot)
    fold = next(f for f in page.findChildren(Fold) if f.button.text() == "Rett søknaden")
    fold.toggle()
    assert not fold.is_open
    fold.toggle()
    settle(qtbot, window.session)
    assert fold.is_open
    assert fold.form is not None
    assert fold.form.isAncestorOf(window.focusWidget())
    assert fold.form.form.raw("soeknad").soeker.etternavn == "Fjord"


def test_skjemaet_som_er_foldet_sammen_har_det_nyeste_naar_det_aapnes(
    to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot
) -> None:
    window, first, _ = to_saker
    page = open_case(window, first, "soeknad", qtbot)
    fold = next(f for f in page.findChildren(Fold) if f.button.text() == "Rett søknaden")
    fold.toggle()
    settle(qtbot, window.session)
    fold.toggle()
    stored = first.vis().soeknad
    first.gjoer("rett_soeknad", "ola", soeknad=replace(stored, kontonummer="99990000006"), grunn="Nytt nummer.")
    window.session.bus.tell((first.saksnummer,))
    settle(qtbot, window.session)
    fold.toggle()
    assert fold.form is not None
    assert fold.form.form.raw("soeknad").kontonummer == "99990000006"


def test_en_rad_som_er_laget_paa_forhaand_staar_sist_og_ses_ikke(
    to_saker: tuple[MainWindow, Vei, Vei], qtbot: QtBot
) -> None:
    window, first, _ = to_saker
    Keyboard(qtbot, window).wait()
    page = open_case(window, first, "oekonomiplan", qtbot)
    posts = page.form.form.fields["poster"]  # type: ignore[attr-defined]
    assert isinstance(posts, RowsField)
    before = len(posts.rows)
    posts.add.click()
    assert len(posts.rows) == before + 1
    tops = [row.mapTo(page, row.rect().topLeft()).y() for row in posts.rows]
    qtbot.waitUntil(lambda: all(row.isVisible() for row in posts.rows))
    assert tops == sorted(tops)
    assert len(posts.value(window.session.i_dag())) <= len(posts.rows)


def test_jobber_hentes_en_og_en_og_nye_tar_over(qtbot: QtBot) -> None:
    owner = QObject()
    jobs, done = IdleJobs(owner), list[str]()

    def old(number: int) -> None:
        done.append(f"gammel {number}")
        if number == 1:
            jobs.begin([lambda: done.append("ny")])

    jobs.begin(partial(old, number) for number in range(100))
    qtbot.waitUntil(lambda: not jobs.is_at_work)
    assert done == ["gammel 0", "gammel 1", "ny"]
