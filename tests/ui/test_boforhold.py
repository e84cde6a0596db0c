"""The tenancy and the complaints on the screen: what stands there, and an act done under its button."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.bygg import Paa, Vei
from tests.ui.conftest import settle
from ui.main_window import MainWindow
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.fold import Fold

WindowOn = Callable[..., MainWindow]
DAG = date(2027, 1, 4)


def tekster(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def side(window: MainWindow, step: str) -> StepPage:
    return window.screens.case_screen.pages[step]


def aapne(window: MainWindow, step: str, knapp: str, qtbot: QtBot) -> ActForm:
    """The form under the button that says so."""
    (fold,) = (f for f in side(window, step).findChildren(Fold) if f.button.text() == knapp and f.isVisible())
    fold.toggle()
    qtbot.waitUntil(lambda: fold.is_open)
    assert fold.form is not None
    return fold.form


def send(form: ActForm, window: MainWindow, qtbot: QtBot) -> None:
    form.submit()
    settle(qtbot, window.session)


def vises(tekst: str, window: MainWindow, step: str, qtbot: QtBot) -> None:
    """Waits until the page says so: what is put on it, is shown in a later turn."""
    qtbot.waitUntil(lambda: tekst in tekster(side(window, step)))


def bor(paa: Paa) -> Vei:
    vei = paa("utlevert")
    vei.kontor.ur.sett(DAG)
    return vei


def test_en_sak_med_noekkel_aapnes_paa_boforholdet(paa: Paa, window_on: WindowOn) -> None:
    window = window_on(bor(paa))
    vist = tekster(side(window, "boforhold"))
    assert window.screens.case_screen.current == "boforhold"
    assert "1. desember 2026 til 30. november 2029" in vist
    assert "Avklar hva som skjer når kontrakten løper ut" in vist
    assert "Boforholdet begynner" not in vist


def test_foer_noekkelen_sier_siden_naar_det_begynner(paa: Paa, window_on: WindowOn) -> None:
    window = window_on(paa("signert"), step="boforhold")
    assert "Boforholdet begynner når nøkkelen er utlevert" in tekster(side(window, "boforhold"))


def test_en_husstandssoeknad_registreres_og_besvares(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = bor(paa)
    window = window_on(vei)
    form = aapne(window, "boforhold", "Registrer søknad", qtbot)
    form.form.fields["slag"].fill("naer_familie")
    form.form.fields["hvem"].fill("Mor")
    send(form, window, qtbot)
    vises("Svar innen 4. februar 2027", window, "boforhold", qtbot)
    form = aapne(window, "boforhold", "Svar på søknad", qtbot)
    form.form.fields["soeknad"].fill(1)
    form.form.fields["svar"].fill("ja")
    send(form, window, qtbot)
    vises("Godkjent 4. januar 2027", window, "boforhold", qtbot)


def test_en_leie_som_er_for_hoey_sies_fra_om_paa_stedet(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(bor(paa))
    form = aapne(window, "boforhold", "Endre leien", qtbot)
    form.form.fields["slag"].fill("gjengs")
    form.form.fields["husleie"].fill(window.screens.case.shown.leieforhold.husleie)  # type: ignore[union-attr]
    form.form.fields["fra_dato"].fill(date(2027, 3, 1))
    send(form, window, qtbot)
    assert "1. juni 2029" in tekster(form)


def test_en_klage_registreres_og_behandles(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = bor(paa)
    window = window_on(vei, step="klage")
    assert "Ingen har klaget" in tekster(side(window, "klage"))
    form = aapne(window, "klage", "Registrer klage", qtbot)
    form.form.fields["deler"].fill(("A",))
    form.form.fields["innhold"].fill("Jeg er uenig.")
    form.form.fields["underrettet_dato"].fill(DAG)
    send(form, window, qtbot)
    vises("Statsforvalteren", window, "klage", qtbot)
    form = aapne(window, "klage", "Behandle klagen", qtbot)
    form.form.fields["klage"].fill(1)
    form.form.fields["steg"].fill("vurder")
    form.form.fields["tekst"].fill("Vurdert på nytt.")
    send(form, window, qtbot)
    vises("Vurdert på nytt. (kari)", window, "klage", qtbot)
