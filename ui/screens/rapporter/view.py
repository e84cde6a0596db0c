"""Reports on the screen: choose one and its period, read it, see the cases behind a row, save it."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from boligtildeling.casework.views.rapporter.form import Rapport, Tabell
from boligtildeling.casework.views.rapporter.register import RAPPORT, RAPPORTFIL, rapportslag
from boligtildeling.domain.feil import Driftsfeil
from ui.accessibility import name
from ui.act_doer import ActDoer
from ui.file_dialogs import ask_save, write_whole
from ui.messages import Message, in_words
from ui.screens.rapporter import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import Card, button, button_row, clear, column, label
from ui.widgets.chooser import Chooser
from ui.widgets.fields import DateField
from ui.widgets.link import Link
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

INTRO = "Enter på en rad viser sakene bak tallet. Saker du ikke har tilgang til, er aldri med."
MOST_ROWS, ROW, HEAD = 14, 40, 44
KINDS = {"pdf": "PDF (*.pdf)", "csv": "Regneark (*.csv)"}


class ReportsScreen(Page):
    """Reached from the menu for boforhold.

    Signals:
    case_wanted: the user wants the case with this number.
    """

    case_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("Rapporter", 1100)
        self.session = session
        self.today = ActDoer(session).today
        self.report: Rapport | None = None
        self.body.setContentsMargins(24, 4, 24, 0)
        self.kind, self.shared = Chooser(), QCheckBox("Til deling, uten små tall")
        self.from_day = DateField("Fra og med", self.today, optional=True)
        self.to_day = DateField("Til og med", self.today, optional=True)
        self.make = button("Vis rapporten", self.load, "primaer")
        self.problem, self.heading, self.about = MessagePanel(), label("", "h2"), label("", "dempet")
        self.tables, self._tables = column(spacing=20), QWidget()
        self.notes = label("", "liten")
        self.behind, self._links = Card("Sakene bak tallet"), column(spacing=2)
        self.save = {kind: button(f"Lagre som {kind.upper()} …", partial(self._save, kind)) for kind in KINDS}
        self._lay_out()
        session.user_changed.connect(self.load)
        self.load()

    def _lay_out(self) -> None:
        name(self.kind, "Rapport")
        for slag in rapportslag():
            self.kind.addItem(slag.tittel, slag.navn)
        self.kind.currentIndexChanged.connect(lambda _: self.load())
        self.shared.toggled.connect(lambda _: self.load())
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for control in (self.kind, self.from_day, self.to_day, self.shared, self.make):
            choices.addWidget(control)
        choices.addStretch(1)
        self._tables.setLayout(self.tables)
        self.tables.setContentsMargins(0, 0, 0, 0)
        choose = self.card("")
        choose.add(label(INTRO, "dempet"))
        choose.add_layout(choices)
        choose.add(self.problem)
        shown = self.card("", self.heading, self.about, self._tables, self.notes)
        shown.add_layout(button_row(list(self.save.values())))
        self.behind.add_layout(self._links)
        self.add(self.behind)
        self.behind.hide()

    def load(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            bruker = self.session.bruker
            self.session.ask(
                lambda p: p.vis(RAPPORT, bruker, **chosen), self._show, self._refused, owner=self, channel="rapport"
            )

    def _chosen(self) -> "Mapping[str, Any] | None":
        """What is asked for; None, and said why, when a day cannot be read."""
        today = self.today()
        try:
            fra, til = self.from_day.value(today), self.to_day.value(today)
        except ValueError as fault:
            self.problem.show_message(Message("ugyldig", "Perioden kan ikke leses.", (str(fault),)))
            return None
        return {"navn": self.kind.currentData(), "fra": fra, "til": til, "til_deling": self.shared.isChecked()}

    def _show(self, report: Rapport) -> None:
        self.report = report
        self.problem.clear()
        self.behind.hide()
        self.heading.setText(report.tittel)
        self.about.setText(view_model.period(report))
        self.notes.setText("\n".join(report.merknader))
        clear(self.tables)
        for table in report.tabeller:
            self._add_table(table)

    def _add_table(self, table: Tabell) -> None:
        shown, model = Table(table.tittel), RowsModel(view_model.columns(table), view_model.to_the_right(table))
        model.setParent(shown)
        shown.setModel(model)
        model.show_rows(view_model.rows(table))
        shown.fit(0)
        shown.setFixedHeight(HEAD + ROW * min(max(len(table.rader), 1), MOST_ROWS))
        shown.opened.connect(lambda row: self._show_behind(view_model.cases_behind(table, row)))
        if table.rader:
            shown.selectRow(0)
        self.tables.addWidget(label(table.tittel, "h3"))
        self.tables.addWidget(shown)
        if table.merknader:
            self.tables.addWidget(label("\n".join(table.merknader), "liten"))

    def _show_behind(self, numbers: tuple[str, ...]) -> None:
        clear(self._links)
        for number in numbers:
            self._links.addWidget(Link(f"Sak {number}", partial(self.case_wanted.emit, number)))
        if not numbers:
            self._links.addWidget(label("Ingen saker du kan åpne, står bak dette tallet.", "dempet"))
        self.behind.show()

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _save(self, kind: str) -> None:
        chosen, bruker = self._chosen(), self.session.bruker
        if chosen is None or self.report is None:
            return
        path = ask_save(self, "Lagre rapporten", view_model.file_name(self.report, kind), KINDS[kind])
        if path is None:
            return

        def write(content: bytes) -> None:
            try:
                write_whole(path, content)
            except Driftsfeil as problem:
                self._refused(problem)
            else:
                self.session.told.emit("Rapporten er lagret.")

        self.session.ask(
            lambda p: p.vis(RAPPORTFIL, bruker, **chosen, form=kind),
            write,
            self._refused,
            owner=self,
            channel="rapportfil",
        )
