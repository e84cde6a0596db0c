"""What can be done with the cases that are marked in the work list: assigned, put on hold, printed, copied."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.screens.saksliste.many_cases import ManyCases, Marked
from ui.session import Session
from ui.widgets.basics import button, column, label
from ui.widgets.message_panel import MessagePanel

HOW = "Shift og piltaster merker flere."


class MarkedCases(QWidget):
    """Stands under the list; its forms open above it, one at a time.

    Signals:
    print_wanted: the user wants papers for the marked cases.
    copy_wanted: the user wants the marked rows as a table.
    """

    print_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, session: Session, marked: Callable[[], Marked]) -> None:
        super().__init__()
        self.session, self._marked = session, marked
        self.many = ManyCases(session, marked)
        self.many.finished.connect(self._tell)
        self.form: QWidget | None = None
        self._opened = ""
        self.count, self.panel = label("", "dempet", wrap=False), MessagePanel()
        self.assign = button("&Tildel …", partial(self._toggle, "tildel"))
        self.hold = button("S&ett på vent …", partial(self._toggle, "vent"))
        self.print = button("Sk&riv ut …", self.print_wanted.emit)
        self.copy = button("&Kopier", self.copy_wanted.emit, name="Kopier som tabell")
        self._box = column(self, 10)
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (*self.buttons, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        self._box.addWidget(self.panel)
        self._box.addLayout(row)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return (self.assign, self.hold, self.print, self.copy)

    def show_count(self, count: int) -> None:
        """How many are marked; with none there is nothing to press."""
        self.setVisible(count > 0)
        self.count.setText(f"1 sak er merket. {HOW}" if count == 1 else f"{count} saker er merket.")
        if count == 0:
            self.close_form()

    def close_form(self) -> None:
        if self.form is not None:
            self._box.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form, self._opened = None, ""

    def _toggle(self, which: str) -> None:
        self.panel.clear()
        again = self._opened == which
        self.close_form()
        if not again:
            self._open(which)

    def _open(self, which: str) -> None:
        from boligtildeling.casework.fordeling import TildelSak
        from boligtildeling.casework.saksgang import SettPaaVent
        from ui.widgets.act_form import ActForm

        if which == "tildel":
            users = [(navn, f"{navn} ({rolle})") for navn, rolle in self.session.brukere]
            form = ActForm(TildelSak, self.many, "Tildel sakene", done_text="Tildelt.", options={"bruker": users})
        else:
            form = ActForm(SettPaaVent, self.many, "Sett sakene på vent", done_text="Satt på vent.")
        form.done.connect(lambda _: self.close_form())
        self.form, self._opened = form, which
        self._box.insertWidget(0, form)
        form.show()
        form.form.focus_on()

    def _tell(self, changed: int, told: list[str]) -> None:
        cases = "1 sak er endret." if changed == 1 else f"{changed} saker er endret."
        self.panel.show_good(cases if changed else "Ingen saker er endret.", tuple(told))
