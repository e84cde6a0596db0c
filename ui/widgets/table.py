"""A table to read and choose in: whole rows, fixed height, Enter opens, and no way to mark a million rows at once."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
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
    """

    opened = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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

    def selected_row(self) -> int:
        """The row that is marked, -1 when none is."""
        index: QModelIndex = self.currentIndex()
        return index.row() if index.isValid() and self.selectionModel().isSelected(index) else -1

    def selectAll(self) -> None:
        """Nothing: marking all rows of a long list would stop the window."""

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected_row() >= 0:
            self.opened.emit(self.selected_row())
            return
        super().keyPressEvent(e)
