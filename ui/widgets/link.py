"""A link that wraps: pressed by mouse, Space or Enter, read as a button, as high as its text needs."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.widgets.basics import column, label
from ui.widgets.icons import State, StateIcon


class Link(QPushButton):
    """A code, a text, and perhaps the shape of a state in front."""

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object],
        *,
        kode: str = "",
        state: State | None = None,
        slag: Literal["lenke", "senere"] = "lenke",
    ) -> None:
        super().__init__()
        self.setProperty("slag", slag)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{kode} {text}".strip())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(8)
        self._text = label(f"{kode}  {text}" if kode else text)
        self._text.setProperty("lenke", slag)
        if state is not None:
            self._row.addWidget(StateIcon(state), 0, Qt.AlignmentFlag.AlignTop)
        self._words = column(spacing=0)
        self._words.addWidget(self._text)
        self._row.addLayout(self._words, 1)
        self._let_through(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: pressed())

    def add_note(self, text: str = "") -> QLabel:
        """A muted line under the text."""
        note = label(text, "liten")
        self._let_through(note)
        self._words.addWidget(note)
        return note

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._row.minimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    @staticmethod
    def _let_through(widget: QWidget) -> None:
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
