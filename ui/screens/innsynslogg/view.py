"""The log of a case on the screen: who has read it, for the team lead; and what was changed, for everyone."""

from boligtildeling.casework.views.lesninger import LESNINGER, Lesningsrad
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.casework.views.versjoner import VERSJONER, Versjon
from ui.case import Case
from ui.messages import in_words
from ui.screens.innsynslogg import view_model
from ui.step_page import StepPage
from ui.widgets.basics import button, button_row, label
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

ONLY_LEADER = "Bare teamleder ser hvem som har lest saken."
EXPLAIN = "Å se på loggen noteres også."


class LogPage(StepPage):
    """Beside the steps; each log is fetched when it is asked for, since looking is noted."""

    step, title = "innsynslogg", "Innsynslogg"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.inside.setMaximumWidth(1200)
        self.read_model, self.reads = self._table("Hvem som har lest saken", view_model.READ_COLUMNS, 4)
        self.change_model, self.changes = self._table("Tidligere versjoner", view_model.CHANGE_COLUMNS, 5)
        self.problem, self.closed = MessagePanel(), label(ONLY_LEADER, "dempet")
        self.show_reads = button("Vis hvem som har lest", self.load_reads)
        self.show_changes = button("Vis hva som er endret", self.load_changes)
        who = self.card("Hvem har lest saken", label(EXPLAIN, "dempet"), self.closed)
        who.add_layout(button_row([self.show_reads]))
        who.add(self.reads)
        who.add(self.problem)
        what = self.card("Tidligere versjoner")
        what.add_layout(button_row([self.show_changes]))
        what.add(self.changes)

    def _table(self, name: str, columns: tuple[str, ...], growing: int) -> tuple[RowsModel, Table]:
        model, table = RowsModel(columns), Table(name)
        table.setModel(model)
        table.fit(growing)
        table.setMinimumHeight(300)
        table.hide()
        return model, table

    def show_case(self, sak: Saksvisning) -> None:
        is_leader = self.case.session.rolle == "teamleder"
        self.closed.setVisible(not is_leader)
        self.show_reads.setVisible(is_leader)

    def load_reads(self) -> None:
        self.problem.clear()
        number, bruker = self.case.saksnummer, self.case.session.bruker
        self.case.session.ask(
            lambda p: p.vis(LESNINGER, bruker, number), self._show_reads, self._refused, owner=self, channel="lest"
        )

    def load_changes(self) -> None:
        self.problem.clear()
        number, bruker = self.case.saksnummer, self.case.session.bruker
        self.case.session.ask(
            lambda p: p.vis(VERSJONER, bruker, number), self._show_changes, self._refused, owner=self, channel="endret"
        )

    def _show_reads(self, rader: tuple[Lesningsrad, ...]) -> None:
        self.read_model.show_rows([view_model.read_row(r) for r in rader])
        self._ready(self.reads)

    def _show_changes(self, versjoner: tuple[Versjon, ...]) -> None:
        self.change_model.show_rows(view_model.change_rows(versjoner))
        self._ready(self.changes)

    def _ready(self, table: Table) -> None:
        table.show()
        table.selectRow(0)
        table.setFocus()

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))
