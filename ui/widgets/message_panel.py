"""Shows a refusal or a failure where it happened: every reason, its legal basis, who can clear it, the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from boligtildeling.domain.feil import Inputfeil, Sperre
from ui.accessibility import announce
from ui.messages import Message
from ui.widgets.basics import button, button_row, clear, column, label, restyle
from ui.widgets.link import Link

WHO = {"saksbehandler": "Du kan løse det.", "ingen": "Ingen kan sette det til side."}


class MessagePanel(QFrame):
    """Hidden until there is something to say.

    Signals:
    go_to_point: the user follows a reason to the checkpoint with this code.
    go_to_field: the user follows a fault to the field at this JSON pointer.
    fetch_newest: the user wants the newest version and to keep what is typed.
    """

    go_to_point = Signal(str)
    go_to_field = Signal(str)
    fetch_newest = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box: QVBoxLayout = column(self, 6)
        self._box.setContentsMargins(16, 12, 16, 12)
        self.message: Message | None = None
        self.hide()

    def clear(self) -> None:
        self.message = None
        self.hide()

    def show_good(self, text: str, warnings: tuple[str, ...] = ()) -> None:
        """What went well, and the soft findings that came with it."""
        clear(self._box)
        self.message = None
        restyle(self, "panel", "advarsel" if warnings else "ok")
        self._box.addWidget(label(text, "h3"))
        for warning in warnings:
            self._box.addWidget(label(warning))
        self.show()
        announce(self, " ".join((text, *warnings)))

    def show_message(self, message: Message) -> None:
        """Shows it, reads it aloud, and leaves the focus where it is."""
        clear(self._box)
        self.message = message
        restyle(self, "panel", "advarsel" if message.kind in {"sperret", "konflikt"} else "galt")
        self._box.addWidget(label(message.heading, "h3"))
        for sentence in message.sentences:
            self._box.addWidget(label(sentence))
        for sperre in message.sperrer:
            self._add_reason(sperre)
        for fault in message.faults:
            self._add_fault(fault)
        self._add_buttons(message)
        self.show()
        announce(self, message.as_text)

    def _add_reason(self, sperre: Sperre) -> None:
        if "-" in sperre.kode:
            self._box.addWidget(Link(sperre.grunn, lambda: self.go_to_point.emit(sperre.kode), kode=sperre.kode))
        else:
            self._box.addWidget(label(sperre.grunn))
        who = WHO.get(sperre.loeses_av, f"Løses av: {sperre.loeses_av}.")
        self._box.addWidget(label(f"{sperre.hjemmel[:1].upper()}{sperre.hjemmel[1:]}. {who}", "liten"))

    def _add_fault(self, fault: Inputfeil) -> None:
        self._box.addWidget(Link(fault.setning, lambda: self.go_to_field.emit(fault.peker)))

    def _add_buttons(self, message: Message) -> None:
        if message.can_fetch_newest:
            fetch = button("Hent siste og behold det jeg skrev", self.fetch_newest.emit, "primaer")
            self._box.addLayout(button_row([fetch]))
        if message.log_id is not None:
            self._box.addLayout(button_row([button("Kopier feilnummeret", self._copy, "liten")]))

    def _copy(self) -> None:
        if self.message is not None and self.message.log_id is not None:
            QApplication.clipboard().setText(self.message.log_id)
