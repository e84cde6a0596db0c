"""A table to read and choose in: whole rows, fixed height, Enter opens, and no way to mark a million rows at once."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme import ROW_HEIGHT, THEME

BAR = 4


class _Delegate(QStyledItemDelegate):
    """Keeps the colour of a text when its row is marked, and marks the row with a bar too."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.palette.setBrush(QPalette.ColorRole.HighlightedText, option.palette.text())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect.x(), option.rect.y(), BAR, option.rect.height(), THEME.color("accent"))


class Table(QTableView):
    """Tab leaves it, arrows move in it.

    Signals:
    opened: the user opened the row with this number.
    copy_wanted: the user wants the marked rows on the clipboard.
    """

    opened = Signal(int)
    copy_wanted = Signal()

    def __init__(self, name: str, *, many: bool = False) -> None:
        """With `many`, more than one row can be marked."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def set_widths(self, *widths: int) -> None:
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def fit(self, growing: int) -> None:
        """Columns as wide as their texts, and one that takes the rest; for lists that are read whole."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(growing, QHeaderView.ResizeMode.Stretch)

    def as_tall_as(self, rows: int, most: int = 8) -> None:
        """Room for so many rows and no more; beyond `most` it scrolls."""
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + ROW_HEIGHT * max(1, min(rows, most)) + 2 * self.frameWidth() + 2)

    def selected_row(self) -> int:
        """The row that is marked, -1 when none is."""
        index: QModelIndex = self.currentIndex()
        return index.row() if index.isValid() and self.selectionModel().isSelected(index) else -1

    def selected_rows(self) -> list[int]:
        """The rows that are marked, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def select_rows(self, rows: Sequence[int]) -> None:
        """Marks these and no others; the last one is where the keyboard goes on from."""
        marked = QItemSelection()
        for row in rows:
            index = self.model().index(row, 0)
            marked.select(index, index)
        choose, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if rows:
            choose.setCurrentIndex(self.model().index(rows[-1], 0), flag.NoUpdate)
        choose.select(marked, flag.ClearAndSelect | flag.Rows)

    def selectAll(self) -> None:
        """Nothing: marking all rows of a long list would stop the window."""

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected_row() >= 0:
            self.opened.emit(self.selected_row())
            return
        if e.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(e)
