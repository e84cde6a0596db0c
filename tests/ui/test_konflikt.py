"""Two at the same: what only the other changed is taken in, what both changed is chosen field by field."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Budsjettpost, Oekonomiplan, Restanseplan
from tests.bygg import Kontor, Vei
from tests.ui.conftest import settle
from tests.ui.keyboard import CTRL, Keyboard
from ui.main_window import MainWindow
from ui.widgets.basics import QLabel
from ui.widgets.conflict import meet
from ui.widgets.form import Form

Paa = Callable[[str], Vei]
WindowOn = Callable[..., MainWindow]
MINE, THEIRS = "Min begrunnelse.", "Olas begrunnelse."


def plan(vei: Vei, som: str, **felt: Any) -> None:
    vei.gjoer("lagre_oppfoelgingsplan", som, behov=True, begrunnelse=THEIRS, **felt)


def at_conflict(vei: Vei, window: MainWindow, qtbot: QtBot) -> Any:
    """Both have written a reason; the page after the user has fetched the newest."""
    hand = Keyboard(qtbot, window)
    hand.fill("Begrunnelse", MINE)
    plan(vei, "ola")
    hand.save()
    hand.push("Hent siste og behold")
    return window.screens.case_screen.pages["oppfoelgingsplan"].form  # type: ignore[attr-defined]


def texts(root: Any) -> list[str]:
    return [found.text() for found in root.findChildren(QLabel) if found.isVisible()]


def test_det_begge_har_skrevet_staar_side_om_side(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    form = at_conflict(vei, window_on(vei, step="oppfoelgingsplan"), qtbot)
    said = texts(form.conflict)
    assert {"Begrunnelse", "Du skrev", MINE, "Nå står det", THEIRS} <= set(said)
    assert any(text.startswith("Lagre oppfølgingsplan – ola, ") for text in said)
    assert form.form.raw("begrunnelse") == MINE, "what is typed stays until something else is chosen"


def test_ingenting_lagres_foer_det_er_valgt(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="oppfoelgingsplan")
    form = at_conflict(vei, window, qtbot)
    hand = Keyboard(qtbot, window)
    hand.tab_to("Begrunnelse")
    hand.press(Qt.Key.Key_Return, CTRL)
    assert hand.here == "Behold mitt: Begrunnelse"
    assert vei.vis().oppfoelgingsplan.begrunnelse == THEIRS  # type: ignore[union-attr]
    hand.press(Qt.Key.Key_Space)
    assert not form.conflict.isVisible()
    hand.save()
    assert vei.vis().oppfoelgingsplan.begrunnelse == MINE  # type: ignore[union-attr]


def test_du_kan_bruke_det_den_andre_skrev(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="oppfoelgingsplan")
    form = at_conflict(vei, window, qtbot)
    Keyboard(qtbot, window).push("Bruk det som står der nå: Begrunnelse")
    assert form.form.raw("begrunnelse") == THEIRS
    assert not form.conflict.isVisible()


def test_det_bare_den_andre_har_endret_hentes_inn_uten_aa_spoerre(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    plan(vei, "kari")
    window = window_on(vei, step="oppfoelgingsplan")
    hand = Keyboard(qtbot, window)
    hand.fill("Begrunnelse", MINE)
    vei.gjoer("lagre_oppfoelgingsplan", "ola", behov=False, begrunnelse=THEIRS)
    hand.press(Qt.Key.Key_F5)
    settle(qtbot, window.session)
    form = window.screens.case_screen.pages["oppfoelgingsplan"].form  # type: ignore[attr-defined]
    assert form.form.raw("behov") is False
    assert form.form.raw("begrunnelse") == MINE
    assert not form.conflict.is_open
    hand.save()
    assert vei.vis().oppfoelgingsplan.begrunnelse == MINE  # type: ignore[union-attr]


def test_to_svar_paa_samme_sjekkpunkt_velges_ogsaa(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei, step="kartlegging")
    hand = Keyboard(qtbot, window)
    hand.push("Svar på KAR-4:")
    hand.choose("Svar", "Ja")
    hand.fill("Merknad", "Ringte fire utleiere.")
    vei.svar("KAR-4", "ja", "ola", merknad="Har ikke råd.")
    hand.save()
    hand.push("Hent siste og behold")
    form = window.screens.case_screen.pages["kartlegging"].checkpoints.rows["KAR-4"].form
    assert form is not None
    assert form.conflict.is_open
    assert {"Ringte fire utleiere.", "Har ikke råd."} <= set(texts(form.conflict))


def test_lister_og_deler_vises_i_ord_og_deler_velges_hver_for_seg(qtbot: QtBot, kontor: Kontor) -> None:
    def post(navn: str, kroner: int) -> Budsjettpost:
        return Budsjettpost(slag="inntekt", navn=navn, per_maaned=Kroner.fra(kroner))

    rest = Restanseplan(beloep=Kroner.fra(18400), haandtering="nedbetalingsavtale", per_maaned=Kroner.fra(600))
    base = Oekonomiplan(poster=(post("Lønn", 9000),), restanse=rest)
    theirs = Oekonomiplan(
        poster=(post("Lønn", 9000), post("Dagpenger", 2000)),
        restanse=Restanseplan(beloep=Kroner.fra(18400), haandtering="betalt", per_maaned=Kroner.fra(900)),
    )
    forms = [Form(Oekonomiplan, lambda: kontor.ur.i_dag) for _ in range(3)]
    for form, value in zip(forms, (base, base, theirs), strict=True):
        qtbot.addWidget(form)
        form.fill(value)
    mine, before, after = forms
    mine.fields["poster"].fill((post("Lønn", 8000),))
    clashes, taken = meet(mine, before.typed(), after.typed())
    (clash,) = clashes
    assert clash.title == mine.fields["poster"].called
    assert "Hva: Dagpenger" in clash.field.in_words(clash.theirs)
    assert "8\N{NO-BREAK SPACE}000,00" in clash.field.in_words(clash.mine)
    assert len(taken) == 2, "the two fields of the group that only the other changed"
