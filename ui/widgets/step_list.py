"""The ten steps in a list: number, title, how far each has come in shape and word; and what else a case has."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import LEFT_WIDTH, SMALL, TEXT, THEME
from ui.veien import Stegstand
from ui.widgets.icons import State, paint_state

CODE, STATE, NOTE = 256, 257, 258
ROW = 38


class _Painter(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(option.rect).adjusted(0, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(THEME.color("soft"))
            painter.drawRoundedRect(box, 4, 4)
        if selected:
            painter.setBrush(THEME.color("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 4, box.height()), 2, 2)
        state: State | None = index.data(STATE)
        if state is not None:
            middle = box.center().y()
            paint_state(painter, QRectF(box.left() + 14, middle - 10, 20, 20), state)
        self._write(painter, box, index, selected)
        painter.restore()

    def _write(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, selected: bool
    ) -> None:
        font = QFont(painter.font())
        font.setPixelSize(TEXT)
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(THEME.color("text"))
        painter.drawText(box.adjusted(44, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, index.data(0))
        font.setPixelSize(SMALL)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(THEME.color("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(44, 0, -10, 0), right, index.data(NOTE) or "")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(LEFT_WIDTH - 40, ROW)


class StepList(QListWidget):
    """Arrow keys move between the steps.

    Signals:
    chosen: the user went to the step (or page) with this code.
    """

    chosen = Signal(str)

    def __init__(self, extra: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setProperty("flate", "steg")
        self.setAccessibleName("Steg i saken")
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._extra = tuple(extra)
        self._showing = False
        self.currentRowChanged.connect(self._moved)

    def show_steps(self, steps: Sequence[Stegstand], current: str) -> None:
        """Shows how far each step has come, with the current one marked."""
        rows = [
            *(
                (step.kode, f"{number}  {step.tittel}", _state(step, current), step.note)
                for number, step in enumerate(steps, 1)
            ),
            *((code, title, None, "") for code, title in self._extra),
        ]
        self._showing = True
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for number, row in enumerate(rows):
            self._write(number, *row)
        self.mark(current)
        self._showing = False

    def show_nothing(self) -> None:
        """No case, no steps."""
        self._showing = True
        while self.count():
            self.takeItem(0)
        self._showing = False

    def mark(self, code: str) -> None:
        """Marks a row without telling that the user chose it; none when the page that is shown stands in no row."""
        before, self._showing = self._showing, True
        codes = [self.item(row).data(CODE) for row in range(self.count())]
        self.setCurrentRow(codes.index(code) if code in codes else -1)
        self._showing = before

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab passes through without leading anywhere, also when no row is marked and Qt marks the first."""
        before, self._showing = self._showing, True
        super().focusInEvent(event)
        self._showing = before

    def _write(self, number: int, code: str, text: str, state: State | None, note: str) -> None:
        """Rows are written over and not made anew: `QListWidget.clear` lets go of an item twice now and then."""
        if number == self.count():
            self.addItem(QListWidgetItem())
        item = self.item(number)
        item.setText(text)
        item.setData(CODE, code)
        item.setData(STATE, state)
        word = "ferdig" if state == "ferdig" else note
        item.setData(NOTE, word)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {word}" if word else text)

    def _moved(self, row: int) -> None:
        if not self._showing and row >= 0:
            self.chosen.emit(self.item(row).data(CODE))


def _state(step: Stegstand, current: str) -> State:
    if step.er_ferdig:
        return "ferdig"
    return "naa" if step.kode == current else "senere"
