"""The recovery code, shown once: to be printed or written down, and confirmed before anything goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.accessibility import name
from ui.messages import Message
from ui.runner import Runner
from ui.widgets.basics import button, button_row, column, label
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pdf_view import PdfView

WHY = (
    "Databasen er kryptert. Med denne koden kan dere låse den opp hvis maskinen går i stykker eller nøkkelen blir "
    "borte. Koden vises bare nå. Ingen kan finne den igjen for dere."
)
CONFIRM = "Arket er skrevet ut og skal låses inn et annet sted enn der maskinen står"
FILE_NAME = "gjenopprettingskode.pdf"


class RecoverySheet(QWidget):
    """Shows a code and its sheet.

    Signals:
    confirmed: whoever sits here has the code on paper.
    """

    confirmed = Signal()

    def __init__(self, runner: Runner, going_on: str) -> None:
        super().__init__()
        self.code = QLineEdit()
        self.code.setReadOnly(True)
        self.code.setProperty("skrift", "stor")
        name(self.code, "Gjenopprettingskode")
        self.sheet = PdfView(runner)
        self.sheet.print_button.setText("Skriv ut &arket …")
        name(self.sheet.print_button, "Skriv ut arket")
        self.has_it = QCheckBox(CONFIRM)
        name(self.has_it, CONFIRM)
        self.panel = MessagePanel()
        self.go_on = button(going_on, self._go_on, "primaer")
        box = column(self, 12)
        for widget in (label(WHY), self.code, self.sheet, self.has_it, self.panel):
            box.addWidget(widget)
        box.addLayout(button_row([self.go_on]))

    def show_code(self, code: str, sheet: bytes) -> None:
        """Begins; whatever was confirmed before, counts no more."""
        self.code.setText(code)
        self.has_it.setChecked(False)
        self.panel.clear()
        self.sheet.show_pdf(sheet, "Arket med koden", FILE_NAME)
        self.code.setFocus()

    def _go_on(self) -> None:
        if not self.has_it.isChecked():
            heading = "Skriv ut arket, eller skriv koden av, før du går videre."
            self.panel.show_message(Message("ugyldig", heading, (f"Kryss så av for «{CONFIRM}».",)))
            self.has_it.setFocus()
            return
        self.code.clear()
        self.confirmed.emit()
