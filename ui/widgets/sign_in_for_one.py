"""Someone else does one act at this machine: a name and a password that are good for that act, and forgotten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.accessibility import name
from ui.widgets.basics import button, button_row, column, label

WIDTH = 320


class SignInForOne(QWidget):
    """A button; under it, when pressed, where the other types who they are.

    Signals:
    answered: the name and the password that were typed.
    """

    answered = Signal(str, str)

    def __init__(self, text: str, do_it: str) -> None:
        super().__init__()
        self.toggle_button = button(text, self.toggle)
        self.who, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.submit = button(do_it, self._answer, "primaer")
        self.fields = QWidget()
        inner = column(self.fields, 6)
        explain = "Den som godkjenner, logger inn bare for dette. Begge navnene står i historikken."
        inner.addWidget(label(explain, "dempet"))
        for title, field in (("Brukernavn", self.who), ("Passord", self.password)):
            heading = label(title, "h3", wrap=False)
            heading.setBuddy(field)
            name(field, title)
            field.setMaximumWidth(WIDTH)
            inner.addWidget(heading)
            inner.addWidget(field)
        inner.addLayout(button_row([self.submit]))
        self.fields.hide()
        self.who.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._answer)
        box = column(self, 12)
        box.addLayout(button_row([self.toggle_button]))
        box.addWidget(self.fields)

    def toggle(self) -> None:
        """Shows the fields, or hides them and forgets what was typed."""
        if self.fields.isHidden():
            self.fields.show()
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_fields()

    def close_fields(self) -> None:
        """Hides the fields; neither name nor password is left in them."""
        self.who.clear()
        self.password.clear()
        self.fields.hide()
        self.toggle_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        """The password is never left in its field, whatever is answered."""
        who, password = self.who.text().strip(), self.password.text()
        self.password.clear()
        self.answered.emit(who, password)
