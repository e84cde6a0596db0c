"""The shapes that states have: a tick, a bar, a ring; drawn, so that they follow the theme and every size."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme import THEME

State = Literal["ferdig", "mangler", "naa", "senere", "unntak"]
COLOURS: dict[State, str] = {
    "ferdig": "ok_text",
    "mangler": "wrong_text",
    "naa": "accent",
    "senere": "muted",
    "unntak": "warn_text",
}


def paint_state(painter: QPainter, box: QRectF, state: State) -> None:
    """Draws the shape of a state inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, inside = THEME.color(COLOURS[state]), THEME.color("card")
    circle = box.adjusted(1, 1, -1, -1)
    if state in {"senere", "naa"}:
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if state == "naa":
            painter.setBrush(colour)
            painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(circle)
        _paint_sign(painter, box, state, inside)
    painter.restore()


def _paint_sign(painter: QPainter, box: QRectF, state: State, colour: QColor) -> None:
    pen = QPen(colour, max(1.8, box.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, size = box.center(), box.width()
    if state == "ferdig":
        points = [QPointF(-0.2, 0.02), QPointF(-0.05, 0.17), QPointF(0.22, -0.15)]
        painter.drawPolyline(QPolygonF([middle + p * size for p in points]))
    elif state == "mangler":
        painter.drawLine(middle - QPointF(size * 0.2, 0), middle + QPointF(size * 0.2, 0))
    else:
        painter.drawLine(middle - QPointF(0, size * 0.22), middle + QPointF(0, size * 0.05))
        painter.drawPoint(middle + QPointF(0, size * 0.22))


class StateIcon(QWidget):
    """The shape of one state."""

    def __init__(self, state: State = "senere", size: int = 20) -> None:
        super().__init__()
        self.state = state
        self.setFixedSize(QSize(size, size))

    def set_state(self, state: State) -> None:
        self.state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self.state)
        painter.end()
