"""Privacy in the window: who has read, what stands out, what is shielded, what a person gets, what may go."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from tests.bygg import Vei, databasedump, person, soeknad
from tests.casework.test_historikk import rader
from tests.ui.conftest import settle
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.widgets.fold import Fold

Paa = Callable[[str], Vei]
WindowOn = Callable[..., MainWindow]
HEMMELIG = "Skjulestedvegen 13"


def page(window: MainWindow, step: str, qtbot: QtBot) -> Any:
    """The page beside the steps that the case menu leads to."""
    window._do("act", step)
    settle(qtbot, window.session)
    return window.screens.case_screen.pages[step]


def screen(window: MainWindow, word: str, qtbot: QtBot) -> Any:
    window._do(word, "")
    settle(qtbot, window.session)
    return window.screens.currentWidget()


def submit(window: MainWindow, fold: Fold, qtbot: QtBot, **values: Any) -> Any:
    """Opens the fold, types, and presses its button."""
    if not fold.is_open:
        fold.toggle()
    form = fold.form
    assert form is not None
    for name, value in values.items():
        form.form.fields[name].fill(value)
    form.submit()
    settle(qtbot, window.session)
    return form


def gi_arkiv(vei: Vei) -> None:
    vei.kontor.gjoer("registrer_bruker", "tove", navn="ola", rolle="saksbehandler", funksjoner=("arkiv",))


def texts(table: Any) -> list[list[str]]:
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_leder_ser_hvem_som_har_lest_naar_hun_ber_om_det(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.vis("ola")
    window = window_on(vei, "tove")
    log = page(window, "innsynslogg", qtbot)
    assert log.reads.isHidden()
    assert rader(vei, "SELECT count(*) FROM lesning WHERE hva = 'vis_lesninger'") == [(0,)]
    log.show_reads.click()
    settle(qtbot, window.session)
    rows = texts(log.reads)
    assert [row[1:3] for row in rows][-1] == ["ola", "Åpnet saken"]
    assert rows[-1][4] == "Har ikke saken og har ikke gjort noe i den"
    assert log.reads.hasFocus()


def test_andre_enn_leder_faar_vite_at_loggen_er_for_leder(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    log = page(window_on(paa("registrert")), "innsynslogg", qtbot)
    assert log.show_reads.isHidden()
    assert not log.closed.isHidden()


def test_tidligere_versjoner_vises_felt_for_felt(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.gjoer("rett_soeknad", "ola", soeknad=soeknad(soeker=person("Rolig", "Fjordland")))
    window = window_on(vei)
    log = page(window, "innsynslogg", qtbot)
    log.show_changes.click()
    settle(qtbot, window.session)
    assert texts(log.changes)[0][1:] == ["ola", "Rett søknaden", "Søknad – Søker – Etternavn", "Fjord", "Fjordland"]


def test_leder_gaar_gjennom_en_lesning(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.vis("ola")
    window = window_on(vei, "tove")
    review = screen(window, "review", qtbot)
    assert review.waiting.text() == "2 av 2 er ikke gått gjennom."
    review.table.selectRow(1)
    submit(window, review.review, qtbot, konklusjon="tjenstlig_behov", merknad="Hadde vakt.")
    assert review.waiting.text() == "1 av 2 er ikke gått gjennom."
    assert [row[-1] for row in texts(review.table)] == ["ikke gått gjennom", "Tjenstlig behov"]


def test_andre_enn_leder_ser_ingen_lesninger(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(paa("registrert"))
    review = screen(window, "review", qtbot)
    assert review.table.isHidden()
    assert "teamleder" in review.problem.findChildren(type(review.waiting))[0].text() or not review.problem.isHidden()


def test_en_opplysning_skjermes_og_aapnes_av_to(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.gjoer("noter", tekst=f"Bor i {HEMMELIG}.")
    gi_arkiv(vei)
    window = window_on(vei, "tove")
    retention = screen(window, "retention", qtbot)
    submit(window, retention.key, qtbot, arkivansvarlig="ola")
    codes = [label.text() for label in retention.codes.findChildren(type(retention.codes_note))]
    leder, arkiv = (code for code in codes if code.count("-") == 6)
    window.go(Place("sak", vei.saksnummer))
    shield = page(window, "skjerming", qtbot)
    submit(window, shield.shield, qtbot, hvor="/notater/1", tekst=HEMMELIG, grunn="Skjult adresse.")
    assert HEMMELIG not in "\n".join(databasedump(vei.kontor.program.mappe))
    assert texts(shield.table)[0][2:5] == ["tove", "/notater/1", "Skjult adresse."]
    submit(window, shield.open, qtbot, grunn="Politiet spør.", leders_kode=leder, arkivets_kode=arkiv)
    shown = [label.text() for label in shield.opened.findChildren(type(shield.opened_note))]
    assert HEMMELIG in shown
    assert "ja" in shown


def test_kodene_er_borte_naar_skjermen_vises_paa_nytt(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    gi_arkiv(vei)
    window = window_on(vei, "tove")
    retention = screen(window, "retention", qtbot)
    submit(window, retention.key, qtbot, arkivansvarlig="ola")
    assert not retention.codes_note.isHidden()
    retention.load()
    settle(qtbot, window.session)
    assert retention.codes_note.isHidden()
    assert retention.codes.findChildren(type(retention.codes_note)) == []


def test_en_innsynspakke_lages_gjennomgaas_og_frigis(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.gjoer("noter", tekst="Naboen Per Klager ringte.")
    window = window_on(vei)
    access = page(window, "innsyn", qtbot)
    assert access.state.text() == "Det er ikke laget noen innsynspakke i denne saken."
    submit(window, access.make, qtbot, part="soeker", alle_saker=True)
    rows = texts(access.table)
    note = next(nr for nr, row in enumerate(rows) if row[1] == "Notater")
    access.table.selectRow(note)
    remove, _, release = access.folds
    submit(window, remove, qtbot, tekst="Per Klager", grunn="Den som sa fra.", hjemmel="fvl-19")
    assert texts(access.table)[note][-1] == "en del, forvaltningsloven § 19"
    submit(window, release, qtbot, gjennomgaatt=True)
    assert "Frigitt" in access.state.text()
    assert access.draft.isHidden()


def test_planen_vises_og_noe_som_kan_kasseres_kasseres(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    vei.vis()
    vei.kontor.ur.sett(date(2033, 1, 3))
    window = window_on(vei, "tove")
    retention = screen(window, "retention", qtbot)
    assert texts(retention.table)[0][1:4] == ["bevares", "nei", "aldri"]
    submit(window, retention.dispose, qtbot, slag="lesninger", grunn="Årlig.")
    assert texts(retention.done)[0][1:4] == ["tove", "Loggen over hvem som har lest hvilke saker", "1"]
