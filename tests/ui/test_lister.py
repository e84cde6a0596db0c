"""Item models under Qt's own tester, and the work list as it is searched and paged."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from boligtildeling.casework.views.saker import Saksrad, Saksside, Saksutvalg
from tests.bygg import Kontor, person, soeknad
from tests.ui.conftest import settle
from ui.screens.saksliste.table_model import DEADLINE, FOREGROUND, REMARK, WorkListModel
from ui.screens.saksliste.view import WorkListScreen
from ui.session import Session
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

RAD = Saksrad(
    saksnummer="2026-0001",
    soeker="Rolig Fjord",
    steg="kartlegging",
    neste_frist=date(2020, 1, 1),
    ansvarlig="kari",
    mottatt_dato=date(2026, 11, 2),
    er_skjermet=True,
    er_paa_vent=True,
    versjon=1,
)


def page(first: int, count: int, mark: str | None) -> Saksside:
    return Saksside(
        saker=tuple(replace(RAD, saksnummer=f"2026-{n:04d}") for n in range(first, first + count)), merke=mark
    )


def test_saksliste_holder_qts_regler_mens_den_vokser(session: Session, qtmodeltester: ModelTester) -> None:
    model = WorkListModel(session)
    model.show_first(page(1, 3, "merke"))
    qtmodeltester.check(model)
    model.show_next(page(4, 2, None))
    qtmodeltester.check(model)
    assert model.rowCount() == 5


def test_tabeller_med_faste_rader_holder_qts_regler(qtmodeltester: ModelTester) -> None:
    model = RowsModel(("Hva", "Beløp"), right=(1,))
    model.show_rows([("Husleie", "9 200"), ("Strøm", "")])
    qtmodeltester.check(model)
    assert model.data(model.index(1, 1), 11) == "Beløp: ingen"


def test_neste_side_hentes_en_gang_om_gangen(session: Session, qtbot: QtBot) -> None:
    model = WorkListModel(session)
    model.show_first(page(1, 3, "merke"))
    with qtbot.waitSignal(model.more_wanted) as wanted:
        model.fetchMore(QModelIndex())
    assert wanted.args == ["merke"]
    assert not model.canFetchMore(QModelIndex())
    model.show_next(page(4, 1, None))
    assert not model.canFetchMore(QModelIndex())


def test_det_som_er_forfalt_og_skjermet_sies_med_ord_og_farge(session: Session) -> None:
    model = WorkListModel(session)
    model.show_first(page(1, 1, None))
    late, remark = model.index(0, DEADLINE), model.index(0, REMARK)
    assert str(late.data()).startswith("Forfalt")
    assert remark.data() == "Skjermet, På vent"
    assert model.data(late, FOREGROUND).color() == model.data(remark, FOREGROUND).color()


def test_ctrl_a_merker_ikke_alle_rader(qtbot: QtBot) -> None:
    table = Table("Prøve")
    qtbot.addWidget(table)
    model = RowsModel(("Hva",))
    model.show_rows([("a",), ("b",)])
    table.setModel(model)
    table.show()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selectionModel().selectedRows()) <= 1


@pytest.fixture
def screen(kontor: Kontor, session: Session, qtbot: QtBot) -> WorkListScreen:
    for fornavn in ("Åse", "Rolig", "Klar"):
        kontor.ny_sak(soeknad(soeker=person(fornavn, "Fjord", None)))
    kontor.ny_sak(soeknad(soeker=person("Varm", "Skog", None, "fortrolig")), "ola")
    made = WorkListScreen(session)
    qtbot.addWidget(made)
    made.show()
    session.begin(kontor.program, "kari")
    session.set_user("kari", "saksbehandler", ())
    settle(qtbot, session)
    return made


def test_soek_finner_aase_som_aase_etter_en_pause_i_tastingen(
    screen: WorkListScreen, session: Session, qtbot: QtBot
) -> None:
    assert screen.model.rowCount() == 3
    assert screen.count.text() == "3 saker"
    for text in ("a", "aa", "aas", "aase"):
        screen.search(text)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1)
    assert screen.model.index(0, 1).data() == "Åse Fjord"


def test_et_tomt_soek_sier_hva_du_kan_soeke_paa(screen: WorkListScreen, session: Session, qtbot: QtBot) -> None:
    screen.search("%_finnes ikke")
    qtbot.waitUntil(lambda: screen.stack.currentIndex() == 1)
    assert "saksnummer" in screen.empty.text()


def test_en_skjermet_sak_staar_ikke_hos_andre(screen: WorkListScreen) -> None:
    assert [screen.model.index(row, 1).data() for row in range(3)] == ["Åse Fjord", "Rolig Fjord", "Klar Fjord"]


class Lister:
    """A program that gives pages from a long list, and counts how often it is asked."""

    er_proeve = True

    def __init__(self, size: int) -> None:
        self.size, self.asked = size, 0

    def vis_saker(self, bruker: str | None, utvalg: Saksutvalg, grense: int, etter: str | None) -> Saksside:
        self.asked += 1
        first = int(etter or 1)
        count = min(grense, self.size - first + 1)
        return page(first, count, str(first + count) if first + count <= self.size else None)

    def antall_saker(self, bruker: str | None, utvalg: Saksutvalg) -> int:
        return self.size

    def lukk(self) -> None:
        """Nothing to close."""


def test_listen_henter_side_etter_side_naar_du_blar(session: Session, qtbot: QtBot) -> None:
    program: Any = Lister(500)
    screen = WorkListScreen(session)
    qtbot.addWidget(screen)
    screen.resize(900, 500)
    screen.show()
    session.begin(program, "kari")
    screen.state.load()
    settle(qtbot, session)
    assert screen.model.rowCount() == 200
    for expected in (400, 500):
        screen.table.scrollToBottom()
        qtbot.waitUntil(lambda n=expected: screen.model.rowCount() == n)
    assert program.asked == 3
