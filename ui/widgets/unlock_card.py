"""Opens a folder that is locked: by its passphrase, or by the recovery code when the key or the passphrase is lost."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.accessibility import name
from ui.widgets.basics import Card, button, button_row, label

CODE_HELP = "Koden står på arket som ble skrevet ut da mappen ble laget. Den har sju grupper på fire tegn."


class UnlockCard(Card):
    """Two fields, of which the first is there only for a folder with a passphrase.

    Signals:
    passphrase_typed, code_typed: what was typed, to try.
    """

    passphrase_typed = Signal(str)
    code_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__("Lås opp databasen")
        self.passphrase, self.code = self._field("Passfrase"), self._field("Gjenopprettingskode")
        self.by_passphrase = button("&Lås opp", lambda: self.passphrase_typed.emit(self.passphrase.text()), "primaer")
        self.by_code = button("Lås opp med &koden", lambda: self.code_typed.emit(self.code.text()))
        self.passphrase_part = self._part("Passfrase", self.passphrase, self.by_passphrase)
        self.code_part = self._part("Gjenopprettingskode", self.code, self.by_code)
        self.add(label(CODE_HELP, "dempet"))
        self.passphrase.returnPressed.connect(self.by_passphrase.click)
        self.code.returnPressed.connect(self.by_code.click)

    def ask(self, *, has_passphrase: bool) -> None:
        """Begins, or begins again after a wrong answer."""
        for widget in self.passphrase_part:
            widget.setVisible(has_passphrase)
        for field in (self.passphrase, self.code):
            field.clear()
        self.show()
        (self.passphrase if has_passphrase else self.code).setFocus()

    def _field(self, spoken: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        name(field, spoken)
        return field

    def _part(self, title: str, field: QLineEdit, press: QWidget) -> tuple[QWidget, ...]:
        heading = label(title, "h3", wrap=False)
        heading.setBuddy(field)
        self.add(heading)
        self.add(field)
        self.add_layout(button_row([press]))
        return heading, field, press
