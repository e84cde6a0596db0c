"""A form that does one act: the command's fields, what stood in its way, and the button that does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from boligtildeling.domain.feil import Ugyldig
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.widgets.basics import button, button_row, column
from ui.widgets.choice import Option
from ui.widgets.conflict import ConflictPanel, meet
from ui.widgets.draft_line import FormDraft
from ui.widgets.faults import Faults
from ui.widgets.file_field import FileField
from ui.widgets.form import Form
from ui.widgets.message_panel import MessagePanel

if TYPE_CHECKING:
    from boligtildeling.casework.act import Utfall

FILLED_IN = ("saksnummer", "sett_versjon")


class ActForm(QWidget):
    """The fields of a command and the button that does it; Ctrl+Enter presses the button.

    What is typed stays until the act is done, whatever is answered. It is kept as a draft, also through a power cut.
    `part` says what the act is about where a page has several forms for it; `filled_in` are the fields that the doer
    knows, so that nobody types them. When the fields are not made `at_once`, the form is whole when `form.parts` are
    done.

    Signals:
    done: the act is done; carries what it answered.
    touched: the user changed something.
    """

    done = Signal(object)
    touched = Signal()

    def __init__(
        self,
        command: type,
        doer: ActDoer,
        text: str,
        *,
        done_text: str = "Lagret.",
        fixed: Callable[[], dict[str, Any]] | None = None,
        hidden: Sequence[str] = (),
        extra: Sequence[QPushButton] = (),
        options: Mapping[str, Sequence[Option]] | None = None,
        primary: bool = True,
        part: str = "",
        keeps_draft: bool = True,
        filled_in: Sequence[str] = FILLED_IN,
        at_once: bool = True,
    ) -> None:
        super().__init__()
        self.command, self.doer, self.done_text = command, doer, done_text
        self._fixed = fixed or dict
        self._hidden, self._options = (*filled_in, *hidden), options
        self.form = self._new_form(at_once=at_once)
        self._stored: Callable[[], Mapping[str, Any]] = self._as_typed
        self.conflict = ConflictPanel()
        self.panel = MessagePanel()
        self.button = button(text, self.submit, "primaer" if primary else "vanlig")
        self._box = box = column(self, 14)
        box.addWidget(self.form)
        box.addWidget(self.conflict)
        box.addWidget(self.panel)
        box.addLayout(button_row([self.button, *extra]))
        self.form.touched.connect(self.touched)
        self.conflict.settled.connect(self.button.setFocus)
        self.panel.go_to_field.connect(self.form.focus_on)
        self.panel.go_to_point.connect(doer.go_to_point)
        self.panel.fetch_newest.connect(doer.fetch_newest)
        self.draft = FormDraft(self, part, is_kept=keeps_draft)

    @property
    def is_touched(self) -> bool:
        return self.form.is_touched

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
            return
        super().keyPressEvent(event)

    def fill(self, value: Any) -> None:
        """Shows what is stored. Where the user has begun to change it, what both have changed is theirs to choose."""
        if self.is_touched:
            self.meet(value)
            return
        self.form.fill(value)
        self.form.clear_faults()
        self._stored = lambda: self._as_typed(value)

    def begin_here(self) -> None:
        """What stands in the form now is what is stored, or what a new one starts with."""
        typed = self.form.typed()
        self._stored = lambda: typed

    def meet(self, value: Any) -> None:
        """Another may have stored `value` while the user was typing."""
        base, theirs = self._stored(), self._as_typed(value)
        self._stored = lambda: theirs
        if theirs != base:
            self.conflict.show_conflict(self.doer.last_change(), *meet(self.form, base, theirs))

    def _new_form(self, *, at_once: bool = True) -> Form:
        return Form(self.command, self.doer.today, self._hidden, options=self._options, at_once=at_once)

    def _as_typed(self, value: Any = None) -> Mapping[str, Any]:
        """How the form would stand with this value; blank without one."""
        form = self._new_form()
        if value is not None:
            form.fill(value)
        typed = form.typed()
        form.deleteLater()
        return typed

    def show_first(self, line: QWidget) -> None:
        """Puts a line above the fields."""
        self._box.insertWidget(0, line)

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """What was typed here before stands here again, and is still not saved."""
        self.form.put_back(typed)
        self.form.focus_on()
        self.touched.emit()

    def let_go(self) -> bool:
        """What is typed will not be missed: it is kept as a draft. False when it cannot be kept; then it stays."""
        if self.is_touched and not self.draft.put_down():
            return False
        self.form.is_touched = False
        return True

    def reset(self) -> None:
        """Empty again, with nothing to say; what was typed and not saved is a draft."""
        self.let_go()
        self.form.fill_blank()
        self.form.clear_faults()
        self.panel.clear()
        self.conflict.clear()

    def read(self) -> Any:
        """The command, or None with every fault shown."""
        faults = Faults()
        command = self._command(faults)
        if faults:
            self._refused(Ugyldig(*faults.all))
        return command

    def peek(self) -> Any:
        """The command as it would be now, or None; nothing is shown."""
        return self._command(Faults())

    def _command(self, faults: Faults) -> Any:
        values = {**self.form.values(faults), **self._fixed()}
        if faults:
            return None
        own = {f.name for f in fields(self.command)}
        return self.command(**{k: v for k, v in {**self.doer.case_fields(), **values}.items() if k in own})

    def submit(self) -> None:
        """Reads the form and does the act; what two have changed must be chosen first."""
        if self.conflict.is_open:
            self.conflict.insist()
            return
        self.form.clear_faults()
        self.panel.clear()
        if (kommando := self.read()) is not None:
            self.draft.submitted()
            root = next((f.root for f in self.findChildren(FileField) if f.root is not None), None)
            self.doer.act(kommando, self._did, self._refused, owner=self, files=root)

    def _did(self, utfall: "Utfall") -> None:
        self.form.is_touched = False
        self.draft.done()
        self.conflict.clear()
        warnings = tuple(utfall.resultat.get("advarsler", ()))
        self.doer.tell(self.done_text)
        if warnings:
            self.panel.show_good(self.done_text, warnings)
        self.done.emit(utfall)

    def _refused(self, error: Exception) -> None:
        message = in_words(error)
        self.draft.refused()
        self.form.show_faults(message.faults)
        self.panel.show_message(message)
        if message.faults:
            self.form.focus_on(message.faults[0].peker)
