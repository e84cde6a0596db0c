"""A small table of finished texts, for lists that are read whole."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows of texts under fixed headings; the numbers in `right` are the columns that stand to the right."""

    def __init__(self, columns: Sequence[str], right: Sequence[int] = ()) -> None:
        super().__init__()
        self._columns, self._right = tuple(columns), frozenset(right)
        self._rows: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == 0:
            return self._rows[index.row()][index.column()]
        if role == 7 and index.column() in self._right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == 11:
            return f"{self._columns[index.column()]}: {self._rows[index.row()][index.column()] or 'ingen'}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == 7 and section in self._right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._columns[section] if role == 0 else None
