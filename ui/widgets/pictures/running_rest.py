"""The month as steps: each income lifts the rest and each expense lowers it, down to what is left for the rent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from boligtildeling.domain.penger import Kroner
from ui.picture_facts import Step
from ui.theme import THEME
from ui.widgets.pictures.picture import Picture, hatched, pen, write

ROW, GAP, LEAST_BARS = 1.5, 14.0, 60.0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NOTHING = Kroner.null()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the picture, in its own pixels."""

    left: float
    width: float

    def box(self, top: float, height: float) -> QRectF:
        return QRectF(self.left, top, self.width, height)


class RunningRest(Picture):
    """Name, amount, a bar from the rest before to the rest after, and the rest: what lifts is filled, what lowers is
    hatched, and a rest below nothing says so.
    """

    def __init__(self) -> None:
        super().__init__("Budsjettet post for post")
        self.steps: tuple[Step, ...] = ()

    def show_steps(self, found: Sequence[Step]) -> None:
        self.steps = tuple(found)
        self.say([step.sentence for step in self.steps])

    def height_at(self, width: float) -> float:
        return (1 + len(self.steps)) * ROW * self.line_height + 4

    def draw(self, painter: QPainter, width: float) -> None:
        name, amount, bars, rest = self._columns(width)
        row = ROW * self.line_height
        write(painter, amount.box(0, row), "Beløp", "muted", self.small(), RIGHT)
        write(painter, rest.box(0, row), "Igjen", "muted", self.small(), RIGHT)
        before = NOTHING
        for number, step in enumerate(self.steps, 1):
            top = number * row
            write(painter, name.box(top, row), step.name, "text", self.font())
            write(painter, amount.box(top, row), str(step.amount), "text", self.font(), RIGHT)
            colour = "wrong_text" if step.rest < NOTHING else "text"
            write(painter, rest.box(top, row), str(step.rest), colour, self.bold(), RIGHT)
            self._paint_bar(painter, bars.box(top + 0.28 * row, 0.44 * row), before, step)
            before = step.rest
        self._paint_zero(painter, bars.box(row, row * len(self.steps)))

    def _columns(self, width: float) -> tuple[_Column, _Column, _Column, _Column]:
        """The amounts as wide as their texts; the names share what is left with the bars, and go first when tight."""
        amounts = self._widest((str(step.amount) for step in self.steps), self.font())
        rests = self._widest((str(step.rest) for step in self.steps), self.bold())
        names = self._widest((step.name for step in self.steps), self.font())
        free = max(width - amounts - rests - 3 * GAP, 0)
        names = min(names, max(free - LEAST_BARS, free * 0.5))
        left = names + GAP + amounts + GAP
        return (
            _Column(0, names),
            _Column(names + GAP, amounts),
            _Column(left, max(width - rests - GAP - left, 0)),
            _Column(width - rests, rests),
        )

    @staticmethod
    def _widest(texts: Iterable[str], font: QFont) -> float:
        metrics = QFontMetricsF(font)
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + 2

    def _x(self, bars: QRectF, amount: Kroner) -> float:
        ends = [NOTHING.oere, *(step.rest.oere for step in self.steps)]
        low, high = min(ends), max(ends)
        return bars.left() + bars.width() * (amount.oere - low) / max(high - low, 1)

    def _paint_bar(self, painter: QPainter, box: QRectF, before: Kroner, step: Step) -> None:
        start, end = sorted((self._x(box, before), self._x(box, step.rest)))
        bar = QRectF(start, box.top(), max(end - start, 2), box.height())
        if step.amount < NOTHING:
            painter.fillRect(bar, THEME.color("card"))
            hatched(painter, bar, "wrong_text" if step.rest < NOTHING else "muted")
        else:
            painter.setPen(pen("accent", 1))
            painter.setBrush(THEME.color("accent"))
            painter.drawRect(bar)

    def _paint_zero(self, painter: QPainter, bars: QRectF) -> None:
        x = self._x(bars, NOTHING)
        painter.setPen(pen("muted", 1))
        painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom()))
