"""Something less used, folded under a button until it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, button_row, column


class Fold(QWidget):
    """A button; under it, when pressed, a form that is made the first time."""

    def __init__(self, text: str, make: Callable[[], ActForm]) -> None:
        super().__init__()
        self._make = make
        self.form: ActForm | None = None
        self.button = button(text, self.toggle)
        self._box = column(self, 12)
        self._box.addLayout(button_row([self.button]))

    @property
    def is_open(self) -> bool:
        return self.form is not None and not self.form.isHidden()

    def toggle(self) -> None:
        """Shows the form, or hides it again."""
        if self.is_open:
            self.close_form()
            return
        if self.form is None:
            self.form = self._make()
            self._box.addWidget(self.form)
            self.form.done.connect(self._done)
        self.form.show()
        self.form.form.focus_on()

    def close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self) -> None:
        if self.form is not None and not self.form.panel.isVisible():
            self.form.reset()
            self.form.hide()
