"""Which columns the work list has: chosen in a menu, moved and widened by hand, and remembered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

ALWAYS = 0
"""The number of the case is how a row is known."""


class ColumnMenu(QMenu):
    """One line for each column that may be left out; `changed` is called when one is shown or hidden."""

    def __init__(
        self, parent: QWidget, header: QHeaderView, titles: Sequence[str], changed: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._header, self._changed = header, changed
        self._own_order = header.saveState()
        header.setSectionsMovable(True)
        self.lines: dict[int, QAction] = {}
        for column, title in enumerate(titles):
            if column != ALWAYS:
                line = self.addAction(title)
                line.setCheckable(True)
                line.toggled.connect(lambda shown, column=column: self._show(column, shown))
                self.lines[column] = line
        self.addSeparator()
        self.addAction("Som fra &begynnelsen").triggered.connect(self.start_over)
        self._tick()

    def start_over(self) -> None:
        """All columns, in our order and widths."""
        self._header.restoreState(self._own_order)
        self._tick()
        self._changed()

    def state(self) -> QByteArray:
        """What to remember."""
        return self._header.saveState()

    def restore(self, state: QByteArray) -> None:
        """As it was when it was remembered; one that this program does not understand is let be."""
        if not self._header.restoreState(state):
            self._header.restoreState(self._own_order)
        self._header.setSectionHidden(ALWAYS, False)
        self._tick()

    def shown_columns(self) -> list[int]:
        """The columns that are seen, from the left."""
        order = (self._header.logicalIndex(place) for place in range(self._header.count()))
        return [column for column in order if not self._header.isSectionHidden(column)]

    def _tick(self) -> None:
        for column, line in self.lines.items():
            line.blockSignals(True)
            line.setChecked(not self._header.isSectionHidden(column))
            line.blockSignals(False)

    def _show(self, column: int, shown: bool) -> None:
        self._header.setSectionHidden(column, not shown)
        self._changed()
