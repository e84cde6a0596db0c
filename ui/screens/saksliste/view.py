"""The work list on the screen: filters above, rows below, words when there are none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from ui.messages import Message
from ui.screens.saksliste.as_table import as_table
from ui.screens.saksliste.columns import ColumnMenu
from ui.screens.saksliste.marked import MarkedCases
from ui.screens.saksliste.table_model import COLUMNS, WorkListModel
from ui.screens.saksliste.view_model import DEADLINES, ONE, WHOSE, Selection, WorkList
from ui.session import Session
from ui.widgets.basics import button, column, label
from ui.widgets.chooser import Chooser
from ui.widgets.message_panel import MessagePanel
from ui.widgets.table import Table
from ui.words import SAKSSTEG

if TYPE_CHECKING:
    from boligtildeling.casework.views.saker import Saksside

WIDTHS = (120, 230, 200, 170, 130, 170)
NOT_FOUND = "Ingen saker passer med «{}». Prøv navn, saksnummer, fødselsdato, adresse eller KID."
NONE_AT_ALL = "Ingen saker her ennå. Trykk «Ny søknad» for å registrere den første."
NONE_CHOSEN = "Ingen saker passer med det du har valgt over listen."


class WorkListScreen(QWidget):
    """What the window opens with.

    Signals:
    case_wanted: the user opens the case with this number.
    new_wanted: the user wants to register an application.
    papers_wanted: the user wants papers for the cases with these numbers.
    columns_changed: other columns are shown.
    """

    case_wanted = Signal(str)
    new_wanted = Signal()
    papers_wanted = Signal(object)
    columns_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.state = WorkList(session)
        self.model = WorkListModel(session)
        self.heading = label("Saker", "h1")
        self.count = label("Henter saker …", "dempet", wrap=False)
        self.whose, self.step, self.deadline = Chooser(), Chooser(), Chooser()
        self.new = button("&Ny søknad", self.new_wanted.emit, "primaer")
        self.table = Table("Saker", many=True)
        self.choose_columns = button("K&olonner", self._show_columns, "liten", name="Velg kolonner")
        self.empty = label("", "dempet")
        self.problem = MessagePanel()
        self.stack = QStackedWidget()
        self.marked = MarkedCases(session, self.marked_cases)
        self._lay_out()
        self.columns = ColumnMenu(self, self.table.horizontalHeader(), COLUMNS, self.columns_changed.emit)
        self._connect()

    def first_case(self) -> str:
        """The number of the first case in the list; empty when there is none."""
        return self.model.first_number()

    def _lay_out(self) -> None:
        self._fill_choosers()
        filters = QHBoxLayout()
        filters.setSpacing(12)
        for widget in (self.new, self.whose, self.step, self.deadline, self.count):
            filters.addWidget(widget)
        filters.addStretch(1)
        filters.addWidget(self.choose_columns)
        self.table.setModel(self.model)
        self.table.set_widths(*WIDTHS)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._nothing())
        self.marked.hide()
        box = column(self, 14)
        box.setContentsMargins(24, 20, 24, 20)
        box.addWidget(self.heading)
        box.addLayout(filters)
        box.addWidget(self.problem)
        box.addWidget(self.stack, 1)
        box.addWidget(self.marked)

    def _fill_choosers(self) -> None:
        for chooser, name in ((self.whose, "Hvem sine saker"), (self.step, "Steg"), (self.deadline, "Frist")):
            chooser.setAccessibleName(name)
        self._fill_whose()
        self.step.addItem("Alle åpne steg", None)
        for code, title in SAKSSTEG.items():
            self.step.addItem(title, code)
        for days, title in DEADLINES:
            self.deadline.addItem(title, days)

    def _fill_whose(self) -> None:
        """Everybody's, mine, the team's, and each user's own; what was chosen stays."""
        users = ((f"{ONE}{navn}", f"Sakene til {navn}") for navn, _ in self.session.brukere)
        wanted = [*WHOSE, *users]
        if wanted == [(self.whose.itemData(i), self.whose.itemText(i)) for i in range(self.whose.count())]:
            return
        chosen = self.whose.currentData()
        self.whose.clear()
        for code, title in wanted:
            self.whose.addItem(title, code)
        self.whose.setCurrentIndex(max(self.whose.findData(chosen), 0))

    def _nothing(self) -> QWidget:
        nothing = QWidget()
        box = column(nothing)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.empty)
        box.addStretch(1)
        return nothing

    def _connect(self) -> None:
        for chooser in (self.whose, self.step, self.deadline):
            chooser.activated.connect(self._filter)
        self.session.user_changed.connect(self._fill_whose)
        self.table.opened.connect(lambda row: self.case_wanted.emit(self.model.number_at(row)))
        self.table.copy_wanted.connect(self.copy)
        self.table.selectionModel().selectionChanged.connect(self._show_marked)
        self.marked.copy_wanted.connect(self.copy)
        self.marked.print_wanted.connect(
            lambda: self.papers_wanted.emit(tuple(number for number, _ in self.marked_cases()))
        )
        self.model.more_wanted.connect(self.state.load_more)
        self.state.first_page.connect(self._show_first)
        self.state.next_page.connect(self.model.show_next)
        self.state.counted.connect(self._show_count)
        self.state.failed.connect(self._show_problem)

    def search(self, text: str) -> None:
        """Shows the cases that the words find; waits for a pause in the typing."""
        self.state.set_text(text)

    def focus_rows(self) -> None:
        """Moves the focus to the rows, with one marked."""
        if self.model.rowCount() and self.table.selected_row() < 0:
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def marked_cases(self) -> list[tuple[str, int]]:
        """The cases that are marked, with the version of each that is shown."""
        return [(self.model.number_at(row), self.model.version_at(row)) for row in self.table.selected_rows()]

    def copy(self) -> None:
        """The marked rows to the clipboard, with the columns that are seen."""
        shown = self.columns.shown_columns()
        rows = [self.model.copied(row, shown) for row in self.table.selected_rows()]
        QApplication.clipboard().setText(as_table([COLUMNS[column] for column in shown], rows))
        self.session.told.emit("1 sak er kopiert." if len(rows) == 1 else f"{len(rows)} saker er kopiert.")

    def _show_columns(self) -> None:
        corner = self.choose_columns.rect().bottomLeft()
        self.columns.popup(self.choose_columns.mapToGlobal(corner))

    def _show_marked(self) -> None:
        self.marked.show_count(len(self.table.selected_rows()))

    def _filter(self) -> None:
        self.state.set_filter(
            whose=self.whose.currentData(), steg=self.step.currentData(), within=self.deadline.currentData()
        )

    def _show_first(self, page: "Saksside") -> None:
        self.problem.clear()
        marked = [number for number, _ in self.marked_cases()]
        self.model.show_first(page)
        again = [row for number in marked if (row := self.model.row_of(number)) >= 0]
        if again or page.saker:
            self.table.select_rows(again or [0])
        self._show_marked()
        self.empty.setText(self._why_empty())
        self.stack.setCurrentIndex(0 if page.saker else 1)

    def _why_empty(self) -> str:
        asked = self.state.selection
        if asked.text:
            return NOT_FOUND.format(asked.text)
        return NONE_AT_ALL if asked == Selection() else NONE_CHOSEN

    def _show_count(self, count: int) -> None:
        self.count.setText("1 sak" if count == 1 else f"{count:,} saker".replace(",", "\N{NO-BREAK SPACE}"))

    def _show_problem(self, message: Message) -> None:
        self.problem.show_message(message)
