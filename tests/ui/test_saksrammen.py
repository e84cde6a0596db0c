"""The frame of a case: the strip says who and what waits, the right side can be put away, and a reason can be read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.sak import PaaVent
from boligtildeling.domain.soeknad import Tolk
from tests.bygg import Paa, person, soeknad
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.main_window import MainWindow
from ui.waiting import waits_for
from ui.widgets.event_line import EventLine
from ui.widgets.link import Link
from ui.widgets.person_strip import about_person, about_state

WindowOn = Callable[..., MainWindow]


@pytest.mark.parametrize(
    ("stadium", "waits"),
    [
        ("registrert", "Venter i steget kartlegging og planer"),
        ("til_godkjenning", "Venter på godkjenning"),
        ("godkjent", "Vedtaket er godkjent, men ikke sendt,"),
        ("tilbudt", "Venter på svar på tilbudet"),
        ("kontrakt", "Venter på signatur"),
        ("signert", "Venter på første husleie"),
        ("utlevert", ""),
    ],
)
def test_stripen_sier_hva_saken_venter_paa_og_siden_naar(paa: Paa, stadium: str, waits: str) -> None:
    said = waits_for(paa(stadium).vis())
    assert said.rpartition(" siden ")[0] == waits
    if waits:
        assert said[-1] == "."
        assert said.rpartition(" siden ")[2].rstrip(".").replace(".", "").isdigit()


def test_det_som_venter_teller_fra_den_siste_gangen(paa: Paa) -> None:
    sak = paa("til_godkjenning").vis()
    sent = next(line for line in sak.historikk if line.handling == "send_til_godkjenning")
    again = replace(sent, id=99, tidspunkt=datetime(2027, 5, 6, 9).astimezone())
    assert waits_for(replace(sak, historikk=(again, *sak.historikk))) == "Venter på godkjenning siden 6.5."


def test_en_sak_paa_vent_sier_det_foer_noe_annet(paa: Paa) -> None:
    hold = PaaVent(grunn="Venter.", til_dato=date(2026, 12, 1), fra_dato=date(2026, 11, 3))
    assert waits_for(replace(paa("tilbudt").vis(), paa_vent=hold)) == "På vent siden 3.11."


def test_stripen_har_husstand_beskyttelse_tolk_og_ansvarlig(paa: Paa) -> None:
    sak = paa("registrert").vis()
    alone = person(foedselsdato=date(1985, 4, 17))
    sak = replace(sak, soeknad=replace(sak.soeknad, soeker=alone, husstand=(), tolk=Tolk(behov=True, spraak="polsk")))
    said = about_person(sak, date(2026, 11, 2))
    assert said[:2] == [sak.saksnummer, "enslig, 41 år"]
    assert said[2].startswith(("Ingen adressebeskyttelse (", "Adressebeskyttelse ikke kontrollert"))
    assert said[3] == "Tolk: polsk"
    assert about_state(sak, date(2026, 11, 2))[-1] == f"Ansvarlig: {sak.ansvarlig}"


def test_det_det_ikke_er_plass_til_kan_fortsatt_leses_opp(paa: Paa, window_on: WindowOn) -> None:
    vei = paa("tilbudt")
    window = window_on(vei)
    window.resize(700, 700)
    said = window.strip._about.accessibleDescription()
    sak = vei.vis()
    today = window.session.i_dag()
    for fact in (*about_person(sak, today), *about_state(sak, today)):
        assert fact in said


def test_en_skjermet_sak_er_merket_i_stripen(kontor, window_on: WindowOn) -> None:  # type: ignore[no-untyped-def]
    window = window_on(kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig"))))
    chips = [part.text() for part in window.strip.findChildren(QLabel) if part.property("merke") and part.isVisible()]
    assert "Skjermet" in chips


def test_hoeyresiden_kan_legges_bort_og_det_huskes(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    window.resize(1500, 900)
    screen = window.screens.case_screen
    qtbot.waitUntil(lambda: screen.road.isVisible())
    hand = Keyboard(qtbot, window)
    hand.push("Skjul veien til nøkkelen")
    assert not screen.road.isVisible()
    assert hand.here == f"Veien til nøkkelen: {screen.road.vei.antall} igjen"
    assert not window.preferences.keeps_road
    window.resize(1600, 900)
    assert not screen.road.isVisible()
    hand.push("Veien til nøkkelen:")
    assert screen.road.isVisible()
    assert window.preferences.keeps_road


def test_grunnen_du_fulgte_staar_til_den_er_borte(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    window.resize(1500, 900)
    screen = window.screens.case_screen
    Keyboard(qtbot, window).wait()
    link = next(one for one in screen.road.findChildren(Link) if one.accessibleName().startswith("OPP-1"))
    link.click()
    settle(qtbot, window.session)
    hinder = screen.followed.hinder
    assert hinder is not None
    assert screen.current == hinder.steg == "oppfoelgingsplan"
    assert screen.followed.isVisible()
    assert screen.followed.reason.text() == hinder.grunn
    assert screen.followed.rule.text().lower().startswith(hinder.hjemmel.lower())
    assert screen.stack.shown is not None
    assert screen.stack.shown.isAncestorOf(window.focusWidget())
    screen.go_to("kartlegging")
    assert screen.followed.isHidden()


def test_grunnen_forsvinner_naar_det_er_gjort(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("registrert")
    window = window_on(vei)
    screen = window.screens.case_screen
    hinder = next(h for g in screen.road.vei.grupper for h in g.hindre if h.kode == "KAR-2")
    screen._follow(hinder)
    assert screen.followed.isVisible()
    note = Dokumentasjon(type="notat")
    vei.gjoer(
        "kryss_av",
        sjekkpunkt="KAR-2",
        svar="ja",
        dato=window.session.i_dag(),
        dokumentasjon=note,
        merknad="Gått gjennom.",
    )
    window.session.bus.tell((vei.saksnummer,))
    settle(qtbot, window.session)
    assert screen.followed.isHidden()


def test_siste_hendelser_staar_som_en_linje_i_tid(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("sendt")
    window = window_on(vei)
    Keyboard(qtbot, window).wait()
    road = window.screens.case_screen.road
    line = road.findChildren(EventLine)[0]
    said = [part.text() for part in line.findChildren(QLabel) if not part.isHidden()]
    newest = vei.vis().historikk[0]
    assert said[0] == f"{newest.tittel} – {newest.bruker}"
    assert len(said) == 8


def test_dokumentene_i_saken_kan_aapnes_fra_hoeyresiden(paa: Paa, window_on: WindowOn, qtbot: QtBot) -> None:
    vei = paa("sendt")
    window = window_on(vei)
    Keyboard(qtbot, window).wait()
    road = window.screens.case_screen.road
    names = [link.accessibleName() for link in road.documents.findChildren(Link)]
    assert vei.vis().dokumenter[-1].tittel in names
    show_all = next(
        link for link in road.documents.findChildren(Link) if link.accessibleName() == "Vis alle dokumenter"
    )
    show_all.click()
    assert window.screens.case_screen.current == "dokumenter"
    road.document_wanted.disconnect()
    with qtbot.waitSignal(road.document_wanted) as wanted:
        next(link for link in road.documents.findChildren(Link) if link is not show_all).click()
    assert wanted.args[0] in {rad.navn for rad in vei.vis().dokumenter}


@pytest.mark.parametrize("step", ["soeknad", "kartlegging", "vedtak"])
def test_siden_er_ikke_lengre_enn_det_som_staar_paa_den(paa: Paa, window_on: WindowOn, qtbot: QtBot, step: str) -> None:
    window = window_on(paa("skrevet"), step=step)
    Keyboard(qtbot, window).wait()
    page = window.screens.case_screen.pages[step]
    holder = page.widget()
    needed = max(holder.heightForWidth(holder.width()), page.viewport().height())
    assert holder.height() == needed
