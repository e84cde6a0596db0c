"""Samarbeidsmøter on the screen: the cases that wait, calling a meeting, and the agendas."""

from PySide6.QtCore import Signal

from boligtildeling.casework.boforhold.dagsorden import Ventende
from boligtildeling.casework.boforhold.moeter import InnkallMoete
from boligtildeling.casework.views.boforhold.moeter import MOETER, Dagsordensak, Moeteoversikt, Moetevisning
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.moeter import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

WAITING = "Purreplanen sier at disse skulle vært drøftet. De står på dagsordenen når du ikke skriver andre saker."
NONE_WAIT = "Ingen saker venter på møte."
MINUTES = "Referatet føres i saken, på siden «Boforhold»."


class MeetingsScreen(Page):
    """Reached from the menu on tenancies.

    Signals:
    case_wanted: the user wants the case with this number.
    """

    case_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("Samarbeidsmøter", 1200)
        self.session, self.doer = session, ActDoer(session)
        self.waiting: tuple[Ventende, ...] = ()
        self.meetings: tuple[Moetevisning, ...] = ()
        self.agenda: tuple[Dagsordensak, ...] = ()
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem, self.note = MessagePanel(), label("", "dempet")
        self.waiting_model, self.waiting_table = self._table("Saker som venter", view_model.WAITING_COLUMNS, 1)
        self.call = Fold("Innkall til møte", self._make_call)
        self.card("Saker som venter", self.problem, self.note, self.waiting_table, self.call)
        self.model, self.table = self._table("Møter", view_model.MEETING_COLUMNS, 2)
        self.who = label("", "dempet")
        self.agenda_model, self.agenda_table = self._table("Dagsorden", view_model.AGENDA_COLUMNS, 3)
        self.meetings_card = self.card("Møter", self.table, self.who, self.agenda_table, label(MINUTES, "dempet"))
        self.waiting_table.opened.connect(lambda row: self.case_wanted.emit(self.waiting[row].saksnummer))
        self.agenda_table.opened.connect(lambda row: self.case_wanted.emit(self.agenda[row].saksnummer))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_agenda())
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)
        self.load()

    def _table(self, name: str, columns: tuple[str, ...], growing: int) -> tuple[RowsModel, Table]:
        model, table = RowsModel(columns), Table(name)
        table.setModel(model)
        table.fit(growing)
        return model, table

    def load(self) -> None:
        user = self.session.bruker
        self.session.ask(lambda p: p.vis(MOETER, user), self._show, self._refused, owner=self, channel="moeter")

    def _show(self, overview: Moeteoversikt) -> None:
        self.problem.clear()
        self.waiting, self.meetings = overview.venter, overview.moeter
        self.note.setText(WAITING if self.waiting else NONE_WAIT)
        self.waiting_model.show_rows([view_model.waiting_row(v) for v in self.waiting])
        self.waiting_table.as_tall_as(len(self.waiting))
        self.waiting_table.setVisible(bool(self.waiting))
        self.model.show_rows([view_model.meeting_row(m) for m in self.meetings])
        self.table.as_tall_as(len(self.meetings))
        self.meetings_card.setVisible(bool(self.meetings))
        if self.meetings:
            self.table.selectRow(0)
        self._show_agenda()

    def _show_agenda(self) -> None:
        row = self.table.selected_row()
        meeting = self.meetings[row] if 0 <= row < len(self.meetings) else None
        self.agenda = meeting.saker if meeting is not None else ()
        self.who.setText(view_model.participants(meeting) if meeting is not None else "")
        self.agenda_model.show_rows([view_model.agenda_row(s) for s in self.agenda])
        self.agenda_table.as_tall_as(len(self.agenda))
        self.agenda_table.setVisible(bool(self.agenda))

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _make_call(self) -> ActForm:
        form = ActForm(InnkallMoete, self.doer, "Innkall", done_text="Møtet er innkalt.")
        form.done.connect(lambda _: self.load())
        return form
