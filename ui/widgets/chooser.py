"""A list that opens, drawn by our own tokens."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.theme import THEME


class Chooser(QComboBox):
    """A combo box drawn by our own tokens; the wheel does not change what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(34)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(24, 0)

    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wrong, focused = self.property("feil") == "ja", self.hasFocus()
        width = 2 if wrong or focused else 1
        edge = THEME.color("wrong_text" if wrong else "accent" if focused else "muted")
        painter.setPen(QPen(edge, width))
        painter.setBrush(THEME.color("card"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        empty = self.currentIndex() < 0
        painter.setPen(THEME.color("muted" if empty else "text"))
        text = self.placeholderText() if empty else self.currentText()
        room = self.rect().adjusted(10, 0, -30, 0)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.setPen(QPen(THEME.color("muted"), 1.6))
        x, y = self.width() - 18.0, self.height() / 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))
        painter.end()
