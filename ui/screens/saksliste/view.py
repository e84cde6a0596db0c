"""The work list on the screen: filters above, rows below, words when there are none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QWidget

from ui.messages import Message
from ui.screens.saksliste.table_model import WorkListModel
from ui.screens.saksliste.view_model import WorkList
from ui.session import Session
from ui.widgets.basics import button, column, label
from ui.widgets.chooser import Chooser
from ui.widgets.message_panel import MessagePanel
from ui.widgets.table import Table
from ui.words import SAKSSTEG

if TYPE_CHECKING:
    from boligtildeling.casework.views.saker import Saksside

WIDTHS = (120, 230, 200, 170, 130, 170)


class WorkListScreen(QWidget):
    """What the window opens with.

    Signals:
    case_wanted: the user opens the case with this number.
    new_wanted: the user wants to register an application.
    """

    case_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.state = WorkList(session)
        self.model = WorkListModel(session)
        self.heading = label("Saker", "h1")
        self.count = label("Henter saker …", "dempet", wrap=False)
        self.mine = QCheckBox("Bare &mine")
        self.step = Chooser()
        self.new = button("&Ny søknad", self.new_wanted.emit, "primaer")
        self.table = Table("Saker")
        self.empty = label("", "dempet")
        self.problem = MessagePanel()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.step.setAccessibleName("Steg")
        self.step.addItem("Alle åpne steg", None)
        for code, title in SAKSSTEG.items():
            self.step.addItem(title, code)
        filters = QHBoxLayout()
        filters.setSpacing(16)
        for widget in (self.new, self.mine, self.step, self.count):
            filters.addWidget(widget)
        filters.addStretch(1)
        self.table.setModel(self.model)
        self.table.set_widths(*WIDTHS)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._nothing())
        box = column(self, 14)
        box.setContentsMargins(24, 20, 24, 20)
        box.addWidget(self.heading)
        box.addLayout(filters)
        box.addWidget(self.problem)
        box.addWidget(self.stack, 1)

    def _nothing(self) -> QWidget:
        nothing = QWidget()
        box = column(nothing)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.empty)
        box.addStretch(1)
        return nothing

    def _connect(self) -> None:
        self.mine.clicked.connect(self._filter)
        self.step.activated.connect(self._filter)
        self.table.opened.connect(lambda row: self.case_wanted.emit(self.model.number_at(row)))
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

    def _filter(self) -> None:
        self.state.set_filter(mine=self.mine.isChecked(), steg=self.step.currentData())

    def _show_first(self, page: "Saksside") -> None:
        self.problem.clear()
        row = self.table.selected_row()
        marked = self.model.number_at(row) if row >= 0 else ""
        self.model.show_first(page)
        if (again := self.model.row_of(marked)) >= 0:
            self.table.selectRow(again)
        elif page.saker:
            self.table.selectRow(0)
        searching = self.state.selection.text
        self.empty.setText(
            f"Ingen saker passer med «{searching}». Prøv navn, saksnummer, fødselsdato eller adresse."
            if searching
            else "Ingen saker her ennå. Trykk «Ny søknad» for å registrere den første."
        )
        self.stack.setCurrentIndex(0 if page.saker else 1)

    def _show_count(self, count: int) -> None:
        self.count.setText("1 sak" if count == 1 else f"{count:,} saker".replace(",", "\N{NO-BREAK SPACE}"))

    def _show_problem(self, message: Message) -> None:
        self.problem.show_message(message)
