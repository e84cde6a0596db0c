"""What stands in the window while it is locked: where the password is typed, and nothing of any case."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.accessibility import name
from ui.messages import Message
from ui.widgets.basics import Card, button, button_row, column, label
from ui.widgets.message_panel import MessagePanel

WIDTH = 520


class LockScreen(QWidget):
    """Asks for a password, and for a name where nobody is signed in yet.

    Signals:
    answered: the name and the password that were typed.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.card = Card("Boligtildeling er låst")
        self.card.setFixedWidth(WIDTH)
        self.what = label("")
        self.who, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.who_title, self.password_title = (
            label("&Brukernavn", "h3", wrap=False),
            label("&Passord", "h3", wrap=False),
        )
        self.panel = MessagePanel()
        self.button = button("Lås opp", self._answer, "primaer")
        for title, field, spoken in (
            (self.who_title, self.who, "Brukernavn"),
            (self.password_title, self.password, "Passord"),
        ):
            title.setBuddy(field)
            name(field, spoken)
        for widget in (self.what, self.who_title, self.who, self.password_title, self.password, self.panel):
            self.card.add(widget)
        self.card.add_layout(button_row([self.button]))
        self.password.returnPressed.connect(self._answer)
        self.who.returnPressed.connect(self.password.setFocus)
        box = column(self, 0)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        box.addStretch(1)
        box.addLayout(row)
        box.addStretch(2)

    def ask(self, title: str, what: str, navn: str, needs_password: bool) -> None:
        """Begins: `navn` is who is signed in, empty when nobody is."""
        self.card.title.setText(title)
        self.what.setText(what)
        self.who.setText(navn)
        for widget in (self.who_title, self.who):
            widget.setVisible(not navn)
        for widget in (self.password_title, self.password):
            widget.setVisible(needs_password)
        self.button.setText("Lås opp" if navn else "Logg inn")
        self.password.clear()
        self.panel.clear()
        (self.who if not navn else self.password if needs_password else self.button).setFocus()

    def refuse(self, message: Message) -> None:
        """The password was not right; it is typed anew."""
        self.password.clear()
        self.panel.show_message(message)
        self.password.setFocus()

    def _answer(self) -> None:
        self.panel.clear()
        self.answered.emit(self.who.text().strip(), self.password.text())
