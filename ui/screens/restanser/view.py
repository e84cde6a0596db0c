"""Arrears on the screen: who owes, what to do when; taking files in, the tray, and undoing an import."""

from typing import Any

from PySide6.QtCore import Signal

from boligtildeling.casework.views.boforhold.importer import IMPORTER
from boligtildeling.casework.views.boforhold.restanseformer import Importoversikt, Restanseoversikt, Restanserad
from boligtildeling.casework.views.boforhold.restanser import RESTANSER
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.restanser import view_model
from ui.screens.restanser.imports import BankFileCard, ImportsCard, ListCard, TrayCard
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import label
from ui.widgets.choice import ComboField
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table


class ArrearsScreen(Page):
    """Reached from the menu on tenancies.

    Signals:
    case_wanted: the user wants the case with this number.
    """

    case_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("Restanser", 1300)
        self.session, self.doer = session, ActDoer(session)
        self.all: tuple[Restanserad, ...] = ()
        self.rows: tuple[Restanserad, ...] = ()
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem, self.summary = MessagePanel(), label("", "h3")
        self.change = ComboField("Vis", view_model.options())
        self.change.fill(view_model.ALL)
        self.change.touched.connect(self._filter)
        self.model = RowsModel(view_model.COLUMNS, right=(3, 4))
        self.table = Table("Restanser")
        self.table.setModel(self.model)
        self.table.fit(6)
        self.table.opened.connect(self._open)
        self.card("", self.problem, self.summary, self.change, self.table)
        self.list_card, self.bank_card = ListCard(self.doer), BankFileCard(self.doer)
        self.tray, self.imports = TrayCard(self.doer), ImportsCard(self.doer)
        self.add(self.list_card, self.bank_card, self.tray, self.imports)
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)
        for card in (self.list_card, self.bank_card, self.tray, self.imports):
            card.done.connect(self.load)
        self.load()

    def load(self) -> None:
        user = self.session.bruker
        self.session.ask(lambda p: p.vis(RESTANSER, user), self._show, self._refused, owner=self, channel="restanser")
        self.session.ask(
            lambda p: p.vis(IMPORTER, user), self._show_imports, self._no_imports, owner=self, channel="importer"
        )

    def _show(self, overview: Restanseoversikt) -> None:
        self.problem.clear()
        self.all = overview.rader
        self.summary.setText(view_model.summary(overview))
        self._filter()

    def _filter(self) -> None:
        wanted: Any = self.change.combo.currentData()
        self.rows = tuple(r for r in self.all if wanted in {view_model.ALL, None, r.endring})
        self.model.show_rows([view_model.row(r) for r in self.rows])
        self.table.as_tall_as(len(self.rows), 14)
        self.change.setVisible(bool(self.all))
        self.table.setVisible(bool(self.rows))
        if self.rows:
            self.table.selectRow(0)

    def _refused(self, error: Exception) -> None:
        self.all = ()
        self._filter()
        self.summary.setText("")
        self.problem.show_message(in_words(error))

    def _show_imports(self, overview: Importoversikt) -> None:
        self.list_card.show_profiles(overview.profiler)
        self.tray.show_tray(overview)
        self.imports.show_imports(overview)
        for card in (self.list_card, self.bank_card):
            card.show()

    def _no_imports(self, error: Exception) -> None:
        """Whoever may only read sees who owes, and no files."""
        for card in (self.list_card, self.bank_card, self.tray, self.imports):
            card.hide()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.rows):
            self.case_wanted.emit(self.rows[row].saksnummer)
