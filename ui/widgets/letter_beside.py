"""The letter beside what is being written: made anew a moment after the last key, and nothing of it is stored."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.messages import in_words
from ui.session import Session
from ui.widgets.advice import Advice
from ui.widgets.basics import column, label
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pdf_view import PdfPages

PAUSE_MS = 300


class LetterBeside(QWidget):
    """Shows document `navn` as it would be with the command that `read` gives; None: not all of it can be read yet.

    With `advice`, what to look at again in the text stands above the letter, and is as new as the letter.
    """

    def __init__(
        self, session: Session, navn: str, title: str, read: Callable[[], Any], advice: Advice | None = None
    ) -> None:
        super().__init__()
        self._session, self._navn, self._read = session, navn, read
        self._title, self.advice = title, advice
        self.state = label("", "liten")
        self.panel = MessagePanel()
        self.pages = PdfPages(session.runner, f"brev {navn}")
        self.pages.failed.connect(self._failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.make)
        box = column(self, 8)
        box.setContentsMargins(8, 16, 16, 16)
        box.addWidget(label(title, "h2"))
        box.addWidget(self.state)
        box.addWidget(self.panel)
        if advice is not None:
            box.addWidget(advice)
        box.addWidget(self.pages, 1)

    def text_changed(self) -> None:
        """Something was typed; the letter follows when there is a pause, if it can be seen."""
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.make()

    def make(self) -> None:
        """Makes the letter now."""
        command = self._read()
        if command is None:
            self.state.setText("Brevet følger når feltene kan leses.")
            return
        if self.advice is not None:
            self.advice.ask(command)
        bruker = self._session.bruker
        self._session.ask(
            lambda p: p.forhaandsvis(command, self._navn, bruker),
            self._show,
            self._failed,
            owner=self,
            channel=f"brev {self._navn}",
        )

    def _show(self, pdf: bytes) -> None:
        self.panel.clear()
        self.state.setText("Slik blir brevet med det som står nå. Ingenting er lagret.")
        self.pages.show_pdf(pdf, self._title)

    def _failed(self, error: Exception) -> None:
        self.state.setText("")
        self.panel.show_message(in_words(error))
