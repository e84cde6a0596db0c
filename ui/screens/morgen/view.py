"""The morning on the screen: Enter goes to the case, U puts it off with a reason."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from boligtildeling.casework.boforhold.oppgaver import UtsettOppgave
from boligtildeling.casework.views.boforhold.kalender import KALENDER
from boligtildeling.casework.views.boforhold.morgen import MORGEN, Morgen, Morgenpunkt
from boligtildeling.domain.feil import Driftsfeil
from ui.act_doer import ActDoer
from ui.file_dialogs import ask_save, write_whole
from ui.messages import in_words
from ui.screens.morgen import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, button_row, label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

INTRO = (
    "Enter går til saken. U utsetter det som er merket, med en grunn. En frist i loven flyttes ikke, bare påminnelsen."
)
FILE_NAME, KIND = "frister.ics", "Kalender (*.ics)"


class MorningScreen(Page):
    """Reached from the menu for boforhold.

    Signals:
    case_wanted: the user wants the case with this number.
    """

    case_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("Morgenoversikt", 1200)
        self.session, self.doer = session, ActDoer(session)
        self.rows: tuple[Morgenpunkt, ...] = ()
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem, self.day = MessagePanel(), label("", "h2")
        self.mine = QCheckBox("Bare det jeg har ansvar for")
        self.mine.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.model, self.table = RowsModel(view_model.COLUMNS), Table("Det som venter")
        self.table.setModel(self.model)
        self.table.fit(1)
        self.table.setMinimumHeight(420)
        self.put_off = Fold("&Utsett det som er merket", self._make_put_off)
        self.to_calendar = button("Lagre mine frister som kalenderfil …", self._save)
        shown = self.card("", self.day, label(INTRO, "dempet"), self.mine, self.problem, self.table, self.put_off)
        shown.add_layout(button_row([self.to_calendar]))
        self.table.opened.connect(self._open)
        self.mine.toggled.connect(lambda _: self.load())
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_U), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._open_put_off)
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)
        self.load()

    def load(self) -> None:
        bruker, mine = self.session.bruker, self.mine.isChecked()
        self.session.ask(
            lambda p: p.vis(MORGEN, bruker, mine=mine), self._show, self._refused, owner=self, channel="morgen"
        )

    def _show(self, morning: Morgen) -> None:
        marked = self.table.selected_row()
        self.rows = morning.punkter
        self.problem.clear()
        self.day.setText(view_model.summary(morning))
        self.model.show_rows([view_model.row(p) for p in self.rows])
        if self.rows:
            self.table.selectRow(max(0, min(marked, len(self.rows) - 1)))
        for part in (self.table, self.put_off):
            part.setVisible(bool(self.rows))

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _marked(self) -> Morgenpunkt | None:
        row = self.table.selected_row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def _open(self, row: int) -> None:
        if (number := self.rows[row].saksnummer) is not None:
            self.case_wanted.emit(number)

    def _open_put_off(self) -> None:
        if not self.put_off.is_open:
            self.put_off.toggle()

    def _make_put_off(self) -> ActForm:
        def which() -> dict[str, Any]:
            marked = self._marked()
            return {
                "saksnummer": (marked and marked.saksnummer) or "",
                "oppgave": (marked and marked.oppgave) or "",
            }

        return ActForm(
            UtsettOppgave, self.doer, "Utsett", done_text="Utsatt.", fixed=which, hidden=("oppgave",), primary=False
        )

    def _save(self) -> None:
        bruker, path = self.session.bruker, ask_save(self, "Lagre fristene", FILE_NAME, KIND)
        if path is None:
            return

        def write(content: bytes) -> None:
            try:
                write_whole(path, content)
            except Driftsfeil as problem:
                self._refused(problem)
            else:
                self.session.told.emit("Fristene er lagret.")

        self.session.ask(lambda p: p.vis(KALENDER, bruker), write, self._refused, owner=self, channel="kalender")
