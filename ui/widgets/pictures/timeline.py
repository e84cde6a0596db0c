"""Periods and days along one line of time, with today in it: told apart by pattern, shape and word, then by colour."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF

from ui.picture_facts import Mark, Pattern, Period
from ui.theme import THEME
from ui.widgets.pictures.picture import Picture, hatched, pen, write
from ui.widgets.pictures.time_axis import Axis, ticks

BAR, PAD, ARROW, A_YEAR = 0.62, 8.0, 7.0, timedelta(days=366)
"""A bar's height in heights of text; room between labels; how far an arrow sticks out."""


class Timeline(Picture):
    """Labels of days on top, then the periods, then the axis with its months or years."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.periods: tuple[Period, ...] = ()
        self.marks: tuple[Mark, ...] = ()

    def show_time(self, periods: Sequence[Period], marks: Sequence[Mark], today: date | None = None) -> None:
        """Shows these; with neither there is nothing to see. `today` is marked when it is given."""
        self.periods, there_is_more = tuple(periods), periods or marks
        now = [Mark("I dag", today, "line", "muted")] if today is not None and there_is_more else []
        self.marks = tuple(sorted([*marks, *now], key=lambda mark: mark.day))
        self.say([*(period.sentence for period in self.periods), *(mark.sentence for mark in self.marks)])

    def height_at(self, width: float) -> float:
        return (self._lane_count(width) + len(self.periods) * (1 + BAR) + 1.8) * self.line_height + 12

    def draw(self, painter: QPainter, width: float) -> None:
        axis = self._axis(width)
        ground = self.height_at(width) - 1.4 * self.line_height
        self._paint_axis(painter, axis, ground)
        lanes_end = self._paint_marks(painter, axis, ground)
        for number, period in enumerate(self.periods):
            top = lanes_end + number * (1 + BAR) * self.line_height
            self._paint_period(painter, axis, period, top)

    def _axis(self, width: float) -> Axis:
        days = [d for p in self.periods for d in (p.start, p.end) if d is not None] + [m.day for m in self.marks]
        first, last = min(days), max(days)
        spare = timedelta(days=max((last - first).days // 14, 4))
        return Axis(first - spare, last + spare, ARROW, width - ARROW)

    def _paint_axis(self, painter: QPainter, axis: Axis, ground: float) -> None:
        painter.setPen(pen("muted"))
        painter.drawLine(QPointF(axis.left, ground), QPointF(axis.right, ground))
        end_of_last = -PAD
        for day, text in ticks(axis.first, axis.last):
            x = axis.x(day)
            painter.setPen(pen("muted", 1))
            painter.drawLine(QPointF(x, ground), QPointF(x, ground + 5))
            width = QFontMetricsF(self.small()).horizontalAdvance(text) + 2
            if x > end_of_last + PAD and x + width <= axis.right + ARROW:
                write(painter, QRectF(x, ground + 5, width, self.line_height), text, "muted", self.small())
                end_of_last = x + width

    def _paint_marks(self, painter: QPainter, axis: Axis, ground: float) -> float:
        lanes = self._lanes(axis)
        for mark, (lane, _, _) in zip(self.marks, lanes, strict=True):
            x = axis.x(mark.day)
            painter.setPen(pen("muted", 1, Qt.PenStyle.DashLine if mark.shape == "line" else Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, (lane + 1) * self.line_height), QPointF(x, ground))
        for mark, (lane, left, width) in zip(self.marks, lanes, strict=True):
            x, top = axis.x(mark.day), lane * self.line_height
            painter.fillRect(QRectF(left - 2, top, width + 2, self.line_height), THEME.color("card"))
            write(painter, QRectF(left, top, width, self.line_height), self._label(axis, mark), "text", self.small())
            _paint_shape(painter, QPointF(x, ground), self.line_height * 0.3, mark)
        return (max((lane for lane, _, _ in lanes), default=-1) + 1) * self.line_height + 6

    @staticmethod
    def _label(axis: Axis, mark: Mark) -> str:
        return mark.label(with_year=axis.last - axis.first > A_YEAR)

    def _lane_count(self, width: float) -> int:
        return max((lane for lane, _, _ in self._lanes(self._axis(width))), default=-1) + 1

    def _lanes(self, axis: Axis) -> list[tuple[int, float, float]]:
        """For each mark which line its label stands on, where it begins and how wide it is: none over another."""
        taken: list[float] = []
        found = []
        for mark in self.marks:
            width = QFontMetricsF(self.small()).horizontalAdvance(self._label(axis, mark)) + 2
            left = max(0.0, min(axis.x(mark.day) - width / 2, axis.right + ARROW - width))
            lane = next((number for number, end in enumerate(taken) if end + PAD <= left), len(taken))
            if lane == len(taken):
                taken.append(0)
            taken[lane] = left + width
            found.append((lane, left, width))
        return found

    def _paint_period(self, painter: QPainter, axis: Axis, period: Period, top: float) -> None:
        left = axis.left if period.start is None else axis.x(period.start)
        right = axis.right if period.end is None else axis.x(period.end)
        width = QFontMetricsF(self.small()).horizontalAdvance(period.title) + 2
        begin = max(0.0, min(left, axis.right + ARROW - width))
        painter.fillRect(QRectF(begin, top, width, self.line_height), THEME.color("card"))
        write(painter, QRectF(begin, top, width, self.line_height), period.title, "text", self.small())
        bar = QRectF(left, top + self.line_height, max(right - left, 3), BAR * self.line_height)
        _paint_bar(painter, bar, period.pattern)
        middle = bar.center().y()
        if period.start is None:
            _paint_arrow(painter, QPointF(bar.left(), middle), -ARROW)
        if period.end is None:
            _paint_arrow(painter, QPointF(bar.right(), middle), ARROW)


def _paint_bar(painter: QPainter, bar: QRectF, pattern: Pattern) -> None:
    painter.setPen(pen("accent", 1.4))
    painter.setBrush(THEME.color({"filled": "accent", "hatched": "warn", "outlined": "soft"}[pattern]))
    if pattern == "hatched":
        painter.fillRect(bar, THEME.color("warn"))
        hatched(painter, bar, "warn_text")
    else:
        painter.drawRoundedRect(bar, 2, 2)


def _paint_arrow(painter: QPainter, tip: QPointF, towards: float) -> None:
    """The period goes on outside the picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(THEME.color("accent"))
    painter.drawPolygon(QPolygonF([tip + QPointF(towards, 0), tip + QPointF(0, -5), tip + QPointF(0, 5)]))


def _paint_shape(painter: QPainter, middle: QPointF, size: float, mark: Mark) -> None:
    if mark.shape == "line":
        return
    painter.setPen(pen("card", 1.5))
    painter.setBrush(THEME.color(mark.colour))
    if mark.shape == "circle":
        painter.drawEllipse(middle, size, size)
        return
    corners = {
        "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        "diamond": [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
        "triangle": [(0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
    }[mark.shape]
    painter.drawPolygon(QPolygonF([middle + QPointF(x * size, y * size) for x, y in corners]))
