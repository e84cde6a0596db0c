"""What every drawing has in common: it follows the theme and the size of the text, and says in words what it shows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import accessibility
from ui.theme import SMALL, TEXT, THEME
from ui.widgets.basics import set_shown

LEAST_WIDTH = 240
LINE = 1.6


class Picture(QWidget):
    """A drawing. It is no stop for Tab: nothing can be done with it, and what it shows is its description.

    Those who draw measure everything in heights of text, so that it grows with the text.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        accessibility.name(self, title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(LEAST_WIDTH)
        self.sentences: tuple[str, ...] = ()

    def say(self, sentences: Sequence[str]) -> None:
        """What the drawing shows, in sentences; without any there is nothing to draw, and it takes no room."""
        self.sentences = tuple(sentences)
        self.setAccessibleDescription(" ".join(self.sentences))
        set_shown(self, bool(self.sentences))
        self.updateGeometry()
        self.update()

    def height_at(self, width: float) -> float:
        """How high the drawing is when it is this wide."""
        raise NotImplementedError

    def draw(self, painter: QPainter, width: float) -> None:
        """Draws from the upper left corner."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.height_at(width)) if self.sentences else 0

    def sizeHint(self) -> QSize:
        width = max(self.width(), LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.heightForWidth(max(self.width(), LEAST_WIDTH)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.sentences:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.width())
        painter.end()

    @property
    def metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font())

    @property
    def line_height(self) -> float:
        return self.metrics.height()

    def bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(self.font().pixelSize() - (TEXT - SMALL), SMALL))
        return font


def write(
    painter: QPainter, box: QRectF, text: str, colour: str, font: QFont, align: Qt.AlignmentFlag | None = None
) -> None:
    """One line of text in a box, cut short with an ellipsis when there is no room for it."""
    painter.setFont(font)
    painter.setPen(THEME.color(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, align or (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def pen(colour: str, width: float = LINE, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    return QPen(THEME.color(colour), width, style)


def hatched(painter: QPainter, box: QRectF, colour: str) -> None:
    """A bar of slanting lines in an outline: told from a filled one also without colours."""
    ink = QColor(THEME.color(colour))
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(ink, 1.2))
    step = 5.0
    start = box.left() - box.height()
    for number in range(int((box.width() + box.height()) / step) + 2):
        x = start + number * step
        painter.drawLine(int(x), int(box.bottom()), int(x + box.height()), int(box.top()))
    painter.restore()
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
