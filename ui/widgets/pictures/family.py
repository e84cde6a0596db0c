"""The household as a small family: big and small figures on one line, each with its name and who it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from ui.picture_facts import Figure
from ui.theme import THEME
from ui.widgets.pictures.picture import Picture, pen, write

GAP, LEAST, WIDEST = 18.0, 88.0, 190.0
GROWN, CHILD = 3.4, 2.4
"""Heights of figures, in heights of text."""


class FamilyPicture(Picture):
    """Those who apply are filled, children are small, those who live there part of the time have a broken outline."""

    def __init__(self) -> None:
        super().__init__("Husstanden")
        self.figures: tuple[Figure, ...] = ()

    def show_family(self, figures: Sequence[Figure]) -> None:
        self.figures = tuple(figures)
        self.say([figure.sentence for figure in figures])

    def height_at(self, width: float) -> float:
        return sum(self._row_height(row) + GAP for row in self._rows(width)) - GAP + 2

    def draw(self, painter: QPainter, width: float) -> None:
        top = 0.0
        for row in self._rows(width):
            left = 0.0
            ground = top + GROWN * self.line_height
            for figure in row:
                cell = self._cell_width(figure)
                _paint_figure(painter, QPointF(left + cell / 2, ground), self.line_height, figure)
                self._write(painter, QRectF(left, ground + 4, cell, self.line_height), figure)
                left += cell + GAP
            painter.setPen(pen("line"))
            painter.drawLine(QPointF(0, ground + 1), QPointF(left - GAP, ground + 1))
            top += self._row_height(row) + GAP

    def _write(self, painter: QPainter, line: QRectF, figure: Figure) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        write(painter, line, figure.name, "text", self.bold(), middle)
        for note in figure.notes:
            line = line.translated(0, self.line_height)
            write(painter, line, note, "muted", self.small(), middle)

    def _rows(self, width: float) -> list[list[Figure]]:
        rows: list[list[Figure]] = [[]]
        room = width
        for figure in self.figures:
            needed = self._cell_width(figure)
            if rows[-1] and room < needed:
                rows.append([])
                room = width
            rows[-1].append(figure)
            room -= needed + GAP
        return rows

    def _row_height(self, row: Sequence[Figure]) -> float:
        lines = 1 + max((len(figure.notes) for figure in row), default=0)
        return (GROWN + lines) * self.line_height + 4

    def _cell_width(self, figure: Figure) -> float:
        texts = [QFontMetricsF(self.bold()).horizontalAdvance(figure.name)]
        texts += [QFontMetricsF(self.small()).horizontalAdvance(note) for note in figure.notes]
        scale = self.line_height / 20
        return min(max(*texts, LEAST * scale), WIDEST * scale) + 2


def _paint_figure(painter: QPainter, foot: QPointF, text: float, figure: Figure) -> None:
    """A head and shoulders that end on the ground."""
    height = (CHILD if figure.is_child else GROWN) * text
    head = height * 0.19
    top = foot.y() - height + 2
    shoulders = height * (0.33 if figure.is_child else 0.29)
    neck = top + 2 * head + height * 0.06
    body = QPainterPath()
    body.moveTo(foot.x() - shoulders, foot.y())
    body.lineTo(foot.x() - shoulders, neck + shoulders * 0.75)
    body.quadTo(foot.x() - shoulders, neck, foot.x(), neck)
    body.quadTo(foot.x() + shoulders, neck, foot.x() + shoulders, neck + shoulders * 0.75)
    body.lineTo(foot.x() + shoulders, foot.y())
    style = Qt.PenStyle.DashLine if figure.is_part_time else Qt.PenStyle.SolidLine
    painter.setPen(pen("accent", 1.8, style))
    painter.setBrush(THEME.color("accent" if figure.is_applicant else "soft"))
    painter.drawPath(body)
    painter.drawEllipse(QPointF(foot.x(), top + head), head, head)
