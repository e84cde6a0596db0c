"""Something laid over the window for a while: it has the keyboard until it is closed, and gives it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.accessibility import move_focus


class Overlay(QFrame):
    """Lies where `place` puts it, also when the window gets another size; Esc closes it.

    Signals:
    closed: it is gone.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("flate", "over")
        self._before: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Shows it on top of everything."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.show()
        self.place()
        self.raise_()

    def close_it(self, *, give_back: bool = True) -> None:
        """Hides it; the focus goes back to where it was, unless the user has gone somewhere else."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if give_back and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Puts it where it belongs in the window."""
        raise NotImplementedError

    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, QApplication.focusWidget(), forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False
