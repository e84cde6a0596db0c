"""Arrears in the window, by the keyboard: a list looked at and taken in, payments, the tray, undoing, and the case."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boligtildeling.casework.boforhold.filimport import ImporterRestanseliste
from boligtildeling.casework.views.boforhold.importer import IMPORTER
from boligtildeling.casework.views.boforhold.moeter import MOETER
from boligtildeling.casework.views.boforhold.restanser import RESTANSER
from tests.bygg import HUSLEIE, Paa, Vei
from tests.filer import KID_UKJENT, Innbetaling, camt, liste, rad
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.screens.moeter.view import MeetingsScreen
from ui.screens.restanser.view import ArrearsScreen

WindowOn = Callable[..., MainWindow]
FEBRUAR = date(2027, 2, 1)


@pytest.fixture
def leier(paa: Paa) -> Vei:
    """A tenant who moved in two months ago."""
    vei = paa("utlevert")
    vei.kontor.ur.sett(FEBRUAR)
    return vei


def kid(vei: Vei) -> str:
    kontrakt = vei.vis().kontrakt
    assert kontrakt is not None
    return kontrakt.kid


def fil(mappe: Path, innhold: bytes, navn: str = "liste.csv") -> str:
    (mappe / navn).write_bytes(innhold)
    return str(mappe / navn)


def paa_restansene(window: MainWindow, qtbot: QtBot) -> tuple[ArrearsScreen, Keyboard]:
    window.go(Place("restanser"))
    settle(qtbot, window.session)
    screen = window.screens.currentWidget()
    assert isinstance(screen, ArrearsScreen)
    return screen, Keyboard(qtbot, window)


def test_listen_ses_over_leses_inn_og_viser_hvem_som_skylder(
    leier: Vei, window_on: WindowOn, qtbot: QtBot, tmp_path: Path
) -> None:
    screen, hand = paa_restansene(window_on(leier), qtbot)
    hand.fill("Fil", fil(tmp_path, liste(rad(kid(leier)), rad(KID_UKJENT), rad("1,23E+10"))))
    hand.push("Se over listen")
    settle(qtbot, screen.session)
    assert screen.list_card.verdict.text() == (
        "2 krav på til sammen 18\u00a0400,00\u00a0kr kan leses inn. 1 har en KID som ingen leieavtale her har. "
        "1 rad har feil og blir ikke lest inn."
    )
    assert "ødelagt av regnearket" in screen.list_card.faults.model().index(0, 1).data()
    assert leier.kontor.program.vis(IMPORTER, "kari").importer == ()
    hand.fill("Lagre kolonnene som profil", "Boligforvaltningen")
    hand.push("Les inn listen")
    settle(qtbot, screen.session)
    assert screen.summary.text() == "1 leieforhold med restanse per 1. februar 2027: 1 ny."
    assert screen.rows[0].restanse == HUSLEIE
    assert screen.list_card.told.text().startswith("Listen er lest inn som import 1: 2 krav, 1 rad med feil.")
    assert screen.list_card.profiles == ("Boligforvaltningen",)
    assert not screen.tray.unknown.isHidden()


def test_ukjente_overskrifter_velges_i_vinduet(leier: Vei, window_on: WindowOn, qtbot: QtBot, tmp_path: Path) -> None:
    screen, hand = paa_restansene(window_on(leier), qtbot)
    hand.fill("Fil", fil(tmp_path, f"Nr;Sum;Dag\n{kid(leier)};9200;20.01.2027".encode()))
    hand.push("Se over listen")
    settle(qtbot, screen.session)
    assert "Velg hvilke" in screen.list_card.verdict.text()
    for felt, overskrift in (("kid", "Nr"), ("beloep", "Sum"), ("forfall", "Dag")):
        screen.list_card.columns[felt].fill(overskrift)
    hand.push("Les inn listen")
    settle(qtbot, screen.session)
    assert [r.restanse for r in leier.kontor.program.vis(RESTANSER, "kari").rader] == [HUSLEIE]


def test_en_fil_som_ikke_kan_brukes_fortelles_ved_feltet(
    leier: Vei, window_on: WindowOn, qtbot: QtBot, tmp_path: Path
) -> None:
    screen, hand = paa_restansene(window_on(leier), qtbot)
    hand.fill("Fil", fil(tmp_path, b"tull"))
    hand.push("Les inn listen")
    settle(qtbot, screen.session)
    assert "Fant verken semikolon eller tabulator" in screen.list_card.form.panel.accessibleName() + " ".join(
        f.text() for f in screen.list_card.form.findChildren(type(screen.summary))
    )


def test_betalinger_plasseres_fra_skuffen_og_importen_angres(
    leier: Vei, window_on: WindowOn, qtbot: QtBot, tmp_path: Path
) -> None:
    screen, hand = paa_restansene(window_on(leier), qtbot)
    screen.bank_card.form.form.fields["fil"].edit.setText(  # type: ignore[attr-defined]
        fil(tmp_path, camt(Innbetaling(None, "77.00", date(2027, 1, 20))), "bank.xml")
    )
    hand.push("Les inn betalingene")
    settle(qtbot, screen.session)
    assert "1 i skuffen" in screen.bank_card.told.text()
    hand.push("Plasser betalingen som er merket")
    settle(qtbot, screen.session)
    hand.fill("Saksnummer", leier.saksnummer)
    hand.push("Plasser betalingen")
    settle(qtbot, screen.session)
    assert leier.kontor.program.vis(IMPORTER, "kari").skuffen == ()
    hand.push("Angre importen som er merket")
    settle(qtbot, screen.session)
    hand.fill("Grunn", "Feil fil.")
    hand.push("Angre importen")
    settle(qtbot, screen.session)
    assert leier.kontor.program.vis(IMPORTER, "kari").importer[0].angret_grunn == "Feil fil."


def test_den_som_bare_leser_ser_restansene_og_ingen_filer(leier: Vei, window_on: WindowOn, qtbot: QtBot) -> None:
    screen, _ = paa_restansene(window_on(leier, "ida"), qtbot)
    assert screen.list_card.isHidden()
    assert screen.imports.isHidden()
    assert screen.summary.text().startswith("Ingen restanseliste")


def test_saken_aapnes_fra_listen_og_kontakten_loggfoeres_der(
    leier: Vei, window_on: WindowOn, qtbot: QtBot, tmp_path: Path
) -> None:
    fil(tmp_path, liste(rad(kid(leier))))
    importer = ImporterRestanseliste(fil="liste.csv", per_dato=FEBRUAR)
    leier.kontor.program.med_filer(tmp_path).utfoer(importer, "kari")
    window = window_on(leier)
    screen, hand = paa_restansene(window, qtbot)
    screen.table.opened.emit(0)
    settle(qtbot, window.session)
    window.go(Place("sak", leier.saksnummer, "boforhold"))
    settle(qtbot, window.session)
    hand.push("Loggfør kontakt")
    hand.fill("Hva som ble sagt", "Ikke svar.")
    hand.push("Lagre kontakten")
    settle(qtbot, window.session)
    oppfoelging = leier.vis().oppfoelging_av_leie
    assert oppfoelging is not None
    assert [(k.kanal, k.fikk_svar) for k in oppfoelging.kontakter] == [("brev", False)]


def test_moetet_innkalles_med_saken_som_er_skrevet(leier: Vei, window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on(leier)
    window.go(Place("moeter"))
    settle(qtbot, window.session)
    screen, hand = window.screens.currentWidget(), Keyboard(qtbot, window)
    assert isinstance(screen, MeetingsScreen)
    hand.push("Innkall til møte")
    settle(qtbot, window.session)
    form = screen.call.form
    assert form is not None
    hand.fill("Møteserie", "Sør")
    hand.fill("Dato", "+7")
    hand.fill("Klokkeslett", "09.30")
    hand.fill("Sted", "Rådhuset")
    hand.fill("Saker", leier.saksnummer)
    hand.push("Innkall")
    settle(qtbot, window.session)
    assert leier.kontor.program.vis(MOETER, "kari").moeter == ()
    assert "Listen kan ikke være tom" in form.panel.accessibleName() + " ".join(
        f.text() for f in form.findChildren(type(screen.note))
    )
