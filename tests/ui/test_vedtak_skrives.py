"""The decision while it is written: sentences to begin with, and what differs from the last version."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boligtildeling.domain.ordforskjell import ordforskjell as difference
from boligtildeling.domain.vedtak import Vilkaar
from tests.bygg import Paa, Vei
from tests.ui.conftest import settle
from ui.main_window import MainWindow
from ui.screens.vedtak.changes import in_marks, in_strokes
from ui.screens.vedtak.view import DecisionStep
from ui.screens.vedtak.view_model import draft

WindowOn = Callable[..., MainWindow]


@pytest.fixture
def vedtaket(paa: Paa, window_on: WindowOn) -> tuple[MainWindow, DecisionStep, Vei]:
    vei = paa("skrevet")
    window = window_on(vei, step="vedtak")
    page: Any = window.screens.case_screen.pages["vedtak"]
    return window, page, vei


def open_phrases(window: MainWindow, page: DecisionStep, name: str, qtbot: QtBot) -> None:
    page.phrases.open.click()
    settle(qtbot, window.session)
    names = [page.phrases.chooser.itemText(n) for n in range(page.phrases.chooser.count())]
    page.phrases.chooser.setCurrentIndex(next(n for n, text in enumerate(names) if text.endswith(f": {name}")))


def test_setningen_settes_inn_der_markoeren_er_og_klammen_er_merket(
    vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot
) -> None:
    window, page, _ = vedtaket
    edit: Any = page.form.form.fields["begrunnelse"].edit  # type: ignore[attr-defined]
    edit.setPlainText("Først. Sist.")
    cursor = edit.textCursor()
    cursor.setPosition(6)
    edit.setTextCursor(cursor)
    open_phrases(window, page, "Må flytte", qtbot)
    assert page.phrases.text.text().startswith("Du bor [hvor]")
    page.phrases.put_in.click()
    assert edit.toPlainText().startswith("Først. Du bor [hvor] og må flytte")
    assert edit.toPlainText().endswith(" Sist.")
    assert edit.textCursor().selectedText() == "[hvor]"
    assert edit.hasFocus()
    assert page.form.is_touched
    edit.undo()
    assert edit.toPlainText() == "Først. Sist."


def test_en_setning_om_bistand_gaar_til_bistanden(vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot) -> None:
    window, page, _ = vedtaket
    open_phrases(window, page, "Råd og veiledning", qtbot)
    page.phrases.put_in.click()
    assert "råd og veiledning om [hva]" in page.form.form.raw("boligsosial").bistand


def test_et_vilkaar_settes_inn_som_en_ny_rad_med_ledig_kode(
    vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot
) -> None:
    window, page, _ = vedtaket
    before: tuple[Vilkaar, ...] = page.form.form.raw("vilkaar")
    open_phrases(window, page, "Avtale om nedbetaling", qtbot)
    page.phrases.put_in.click()
    after: tuple[Vilkaar, ...] = page.form.form.raw("vilkaar")
    assert after[:-1] == before
    assert len({v.kode for v in after}) == len(after)
    assert after[-1].grunn.startswith("Du skylder [beløp]")


def test_feil_i_kommunens_egne_setninger_sies(vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot) -> None:
    window, page, vei = vedtaket
    own = vei.kontor.program.mappe / "fraser"
    own.mkdir()
    (own / "vedtak.nb.toml").write_text("frase = 1", encoding="utf-8")
    page.phrases.open.click()
    settle(qtbot, window.session)
    assert page.phrases.problem.isVisible()
    assert page.phrases.chooser.count() > 5


def shown(page: DecisionStep) -> list[str]:
    return [part.accessibleName() or part.text() for part in page.changes.inside.findChildren(QLabel)]


def test_det_som_er_skrevet_og_ikke_lagret_staar_ord_for_ord(
    vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot
) -> None:
    _, page, _ = vedtaket
    edit: Any = page.form.form.fields["begrunnelse"].edit  # type: ignore[attr-defined]
    edit.setFocus()
    edit.insertPlainText("Ny setning. ")
    page.changes.open.click()
    said = shown(page)
    assert said[0] == "Endret siden utkastet ble lagret"
    assert any("[+Ny setning. +]" in text for text in said)


def test_forrige_lagrede_versjon_staar_med_hvem_og_naar(
    vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot
) -> None:
    window, page, vei = vedtaket
    content = draft(vei.vis())
    fields = {name: getattr(content, name) for name in ("utfall", "boligsosial", "bolig", "vilkaar")}
    vei.gjoer("skriv_vedtak", "ola", **fields, begrunnelse=f"{content.begrunnelse} Og mer.")
    window.session.bus.tell((vei.saksnummer,))
    settle(qtbot, window.session)
    page.changes.open.click()
    settle(qtbot, window.session)
    said = shown(page)
    assert said[0].endswith("av ola")
    assert any(text.endswith("[+ Og mer.+]") for text in said)


def test_den_foerste_versjonen_har_ingenting_aa_liknes_med(
    vedtaket: tuple[MainWindow, DecisionStep, Vei], qtbot: QtBot
) -> None:
    window, page, _ = vedtaket
    page.changes.open.click()
    settle(qtbot, window.session)
    assert shown(page)[0] == "Dette er den første versjonen av vedtaket"


def test_merkene_staar_uten_farger_og_det_som_er_skrevet_leses_aldri_som_html() -> None:
    found = difference("Du <b>bor</b> her", "Du <i>bor</i> her")
    assert in_marks(found) == "Du [−<b>bor</b>−][+<i>bor</i>+] her"
    assert "<b>bor" not in in_strokes(found)
    assert "<s>[−&lt;b&gt;bor&lt;/b&gt;−]</s>" in in_strokes(found)
    assert "color" not in in_strokes(found)


def test_hver_del_er_merket_naar_den_er_aapnet_og_eget_arbeid_nektes(
    paa: Paa, window_on: WindowOn, qtbot: QtBot
) -> None:
    vei = paa("til_godkjenning")
    window = window_on(vei, step="vedtak")
    page: Any = window.screens.case_screen.pages["vedtak"]
    rows = page.approval.rows.values()
    assert {row.word.text() for row in rows} == {"ikke åpnet"}
    for row in rows:
        row.open.click()
    assert {row.word.text() for row in rows} == {"åpnet"}
    page.approval.approve.click()
    settle(qtbot, window.session)
    message = page.approval.panel.message
    assert message.sperrer[0].grunn == "Du har skrevet vedtaket. En annen må godkjenne det."
    window._choose_user("ola")
    settle(qtbot, window.session)
    page.approval.send_back.toggle()
    settle(qtbot, window.session)
    reasons = page.approval.send_back.form.form.fields["grunner"]
    reasons.fill(("Vis til hvem som ble spurt.", "Fristen mangler."))
    page.approval.send_back.form.form.is_touched = True
    page.approval.send_back.form.submit()
    settle(qtbot, window.session)
    vedtak = vei.vis().vedtak
    assert vedtak is not None
    assert vedtak.returgrunner == ("Vis til hvem som ble spurt.", "Fristen mangler.")
    assert page.returned.isVisible()
