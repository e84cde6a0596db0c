"""Something less used, folded under a button until it is wanted."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from boligtildeling.casework.act import handling_for
from boligtildeling.casework.utkast import skjema_for
from ui.idle_jobs import Job
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, button_row, column


class Fold(QWidget):
    """A button; under it, when pressed, a form that is made the first time.

    `command` is the type of the command that its form is for: a draft of one opens it.
    A long form holds the window while it is made, so it comes in parts, one a turn; `fill` is one of them. The longest
    come from `make` unfinished.
    """

    def __init__(
        self,
        text: str,
        make: Callable[[], ActForm],
        fill: Callable[[ActForm], None] | None = None,
        command: type | None = None,
        part: str = "",
    ) -> None:
        super().__init__()
        self.skjema = skjema_for(handling_for(command).navn, part) if command is not None else ""
        self._make, self._fill = make, fill
        self._is_coming = False
        self.form: ActForm | None = None
        self.button = button(text, self.toggle)
        self._box = column(self, 12)
        self._box.addLayout(button_row([self.button]))

    @property
    def is_open(self) -> bool:
        return self.form is not None and not self.form.isHidden()

    def toggle(self) -> None:
        """Shows the form, or hides it again."""
        if self._is_coming:
            return
        if self.is_open:
            self.close_form()
        elif self.form is None:
            self._begin()
        else:
            self.refill()
            self.form.draft.look()
            self._show(self.form)

    def refill(self) -> None:
        """Puts in what the form starts with, unless the user has changed something in it."""
        if self.form is not None and self._fill is not None:
            self._fill(self.form)

    def close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._is_coming = True
        form = self.form = self._make()
        form.hide()
        form.done.connect(self._done)
        form.doer.session.runner.in_turns(self._parts(form), owner=self)

    def _parts(self, form: ActForm) -> Iterator[Job]:
        yield from form.form.parts
        yield self.refill
        yield partial(self._box.addWidget, form)
        yield form.ensurePolished
        yield partial(self._show, form)

    def _show(self, form: ActForm) -> None:
        self._is_coming = False
        form.show()
        form.form.focus_on()

    def _done(self) -> None:
        if self.form is not None and not self.form.panel.isVisible():
            self.form.reset()
            self.form.hide()
