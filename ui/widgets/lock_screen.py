"""What stands in the window while it is locked: where the password is typed, and nothing of any case."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.accessibility import name
from ui.messages import Message
from ui.widgets.basics import Card, button, button_row, column, label
from ui.widgets.message_panel import MessagePanel

WIDTH = 520


class LockScreen(QWidget):
    """Asks for a password, for a name where nobody is signed in yet, and for one's own password instead of one that
    someone else has set.

    Signals:
    answered: the name, the password, and the new password, empty when none was asked for.
    """

    answered = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.card = Card("Boligtildeling er låst")
        self.card.setFixedWidth(WIDTH)
        self.what = label("")
        self.who, self.password, self.own = QLineEdit(), QLineEdit(), QLineEdit()
        for secret in (self.password, self.own):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.who_title, self.password_title, self.own_title = (
            label(text, "h3", wrap=False) for text in ("&Brukernavn", "&Passord", "&Nytt passord")
        )
        self.panel = MessagePanel()
        self.button = button("Lås opp", self._answer, "primaer")
        for title, field, spoken in (
            (self.who_title, self.who, "Brukernavn"),
            (self.password_title, self.password, "Passord"),
            (self.own_title, self.own, "Nytt passord"),
        ):
            title.setBuddy(field)
            name(field, spoken)
        for widget in (self.what, self.who_title, self.who, self.password_title, self.password):
            self.card.add(widget)
        self.card.add(self.own_title)
        self.card.add(self.own)
        self.card.add(self.panel)
        self.card.add_layout(button_row([self.button]))
        self.password.returnPressed.connect(self._answer)
        self.own.returnPressed.connect(self._answer)
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
        for widget in (self.own_title, self.own):
            widget.hide()
        self.own.clear()
        self.button.setText("Lås opp" if navn else "Logg inn")
        self.password.clear()
        self.panel.clear()
        (self.who if not navn else self.password if needs_password else self.button).setFocus()

    def refuse(self, message: Message) -> None:
        """The password was not right; it is typed anew."""
        self.password.clear()
        self.panel.show_message(message)
        self.password.setFocus()

    def ask_for_own(self, message: Message) -> None:
        """The password was right, but someone else has set it; or the new one may not be."""
        for widget in (self.own_title, self.own):
            widget.show()
        self.own.clear()
        self.panel.show_message(message)
        self.own.setFocus()

    def _answer(self) -> None:
        self.panel.clear()
        self.answered.emit(self.who.text().strip(), self.password.text(), self.own.text())
