"""Labels, buttons, cards and lines, all dressed by the one style sheet."""

from collections.abc import Callable, Iterable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

Skrift = Literal["h1", "h2", "h3", "stor", "liten", "dempet", "feil", "navn", "vanlig"]
Merke = Literal["ok", "galt", "advarsel", "rolig"]
Slag = Literal["primaer", "vanlig", "liten", "lenke", "senere"]


def label(text: str = "", skrift: Skrift = "vanlig", *, wrap: bool = True) -> QLabel:
    """A text; never read as HTML, since it may be something a user wrote."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if skrift != "vanlig":
        made.setProperty("skrift", skrift)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        made.setMinimumWidth(60)
    return made


def chip(text: str, merke: Merke = "rolig") -> QLabel:
    """A state in one word on its colour."""
    made = label(text, wrap=False)
    made.setProperty("merke", merke)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def button(text: str, pressed: Callable[[], object], slag: Slag = "vanlig", *, name: str = "") -> QPushButton:
    """A button that calls `pressed` when the user presses it; `&` marks its key."""
    made = QPushButton(text)
    if slag != "vanlig":
        made.setProperty("slag", slag)
    made.setAccessibleName(name or text.replace("&", ""))
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda: pressed())
    return made


def button_row(buttons: Iterable[QWidget]) -> QHBoxLayout:
    """Buttons from the left, the primary one first."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for one in buttons:
        row.addWidget(one)
    row.addStretch(1)
    return row


def column(parent: QWidget | None = None, spacing: int = 12, margins: int = 0) -> QVBoxLayout:
    """A vertical layout with our own measures."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(margins, margins, margins, margins)
    return made


def restyle(widget: QWidget, prop: str, value: str) -> None:
    """Changes a property that the style sheet looks at."""
    if widget.property(prop) == value:
        return
    widget.setProperty(prop, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_shown(widget: QWidget, shown: bool) -> None:
    """As `setVisible`, but what its parent will show in any case is left to the parent: shown alone, and before it has
    its place in a window, it is dressed and laid out twice.
    """
    parent = widget.parentWidget()
    is_held_back = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if is_held_back or not shown or (parent is not None and parent.isVisible()):
        widget.setVisible(shown)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


class Card(QFrame):
    """A surface with a thin line and, usually, a heading."""

    def __init__(self, title: str = "", spacing: int = 12) -> None:
        super().__init__()
        self.setProperty("flate", "kort")
        self.content = column(self, spacing, 20)
        self.content.setContentsMargins(20, 16, 20, 18)
        self.title = label(title, "h2")
        self.content.addWidget(self.title)
        set_shown(self.title, bool(title))

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.content.addWidget(widget)

    def add_layout(self, layout: QLayout) -> None:
        self.content.addLayout(layout)


class Facts(QWidget):
    """Pairs of what and how much, under each other."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = (), width: int = 190) -> None:
        super().__init__()
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self._width = width
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.show_pairs(pairs)

    def show_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Shows these in place of those before; what stands there already is left alone."""
        wanted = tuple(pairs)
        if wanted == self._pairs:
            return
        self._pairs = wanted
        clear(self._rows)
        for row, (what, value) in enumerate(wanted):
            left, right = label(what, "dempet"), label(value)
            left.setFixedWidth(self._width)
            left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            left.setAlignment(Qt.AlignmentFlag.AlignTop)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._rows.addWidget(left, row, 0)
            self._rows.addWidget(right, row, 1)


class Sums(QWidget):
    """Amounts under each other, to the right, each with what it is and perhaps a note."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(24)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(2, 1)
        self._sums: tuple[tuple[str, str, str], ...] = ()

    def show_sums(self, sums: Iterable[tuple[str, str, str]]) -> None:
        """Shows these in place of those before; what stands there already is left alone."""
        wanted = tuple(sums)
        if wanted == self._sums:
            return
        self._sums = wanted
        clear(self._rows)
        for row, (what, amount, note) in enumerate(wanted):
            number = label(amount, wrap=False)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._rows.addWidget(label(what, wrap=False), row, 0)
            self._rows.addWidget(number, row, 1)
            self._rows.addWidget(label(note, "dempet"), row, 2)


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("flate", "strek")
    line.setFixedHeight(1)
    return line
