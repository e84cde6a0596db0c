"""What has happened as a line of time from the newest down: a dot for each, and the days between them."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boligtildeling.domain.datoer import vis_tidspunkt
from ui.theme import THEME
from ui.widgets.basics import clear, column, label
from ui.widgets.pictures.picture import pen

Event = tuple[datetime, str, str]
"""When, what, who."""


class EventLine(QWidget):
    """Each event stands in words beside its dot."""

    def __init__(self) -> None:
        super().__init__()
        self._box = column(self, 0)
        self._shown: tuple[Event, ...] = ()

    def show_events(self, events: Sequence[Event]) -> None:
        """Shows these, the newest first, in place of those before."""
        if tuple(events) == self._shown:
            return
        self._shown = tuple(events)
        clear(self._box)
        day: date | None = None
        for number, (when, what, who) in enumerate(events):
            same_day = when.date() == day
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(_Dot(is_first=number == 0, is_last=number == len(events) - 1))
            words = column(spacing=0)
            words.setContentsMargins(0, 2, 0, 8)
            words.addWidget(label(f"{what} – {who}"))
            clock = f"samme dag, {when:%H.%M}" if same_day else vis_tidspunkt(when)
            words.addWidget(label(clock, "liten"))
            row.addLayout(words, 1)
            self._box.addLayout(row)
            day = when.date()


class _Dot(QWidget):
    """A dot on a line that goes on to the dots over and under it."""

    def __init__(self, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._is_first, self._is_last = is_first, is_last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.width() / 2, 2 + self.fontMetrics().height() / 2
        painter.setPen(pen("muted", 1.4))
        painter.drawLine(QPointF(x, y if self._is_first else 0), QPointF(x, y if self._is_last else self.height()))
        painter.setPen(pen("accent", 1.6))
        painter.setBrush(THEME.color("accent" if self._is_first else "card"))
        painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
        painter.end()
