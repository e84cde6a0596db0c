"""A table to read and choose in: whole rows, fixed height, Enter opens, and no way to mark a million rows at once."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import ROW_HEIGHT


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
