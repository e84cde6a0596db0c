"""The box that Ctrl+K opens: a field, what it finds, Enter goes there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.accessibility import announce, name
from ui.palette import Entry, matching
from ui.widgets.basics import column, label, set_shown
from ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from ui.session import Session

WIDTH, ROW, TOP, SIDE = 640, 34, 72, 24
FEWEST_LETTERS, MOST_CASES = 2, 8
NOTHING = "Ingenting heter dette. Prøv færre bokstaver."
ENTRY = Qt.ItemDataRole.UserRole


class _Line(QLineEdit):
    """Hands the keys that move in the list to the list."""

    def __init__(self, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            super().keyPressEvent(event)


class PaletteBox(Overlay):
    """Cases are asked for while one types; the rest is here."""

    def __init__(self, window: QWidget, session: "Session", to_case: Callable[[str], object]) -> None:
        super().__init__(window)
        self._session, self._to_case = session, to_case
        self._entries: list[Entry] = []
        self._cases: list[Entry] = []
        self.line, self.list, self.none = _Line(self._moved), QListWidget(), label(NOTHING, "dempet")
        self.line.setPlaceholderText("Sak, steg, handling, innstilling eller hjelp")
        name(self.line, "Finn hva som helst", "Skriv noen bokstaver. Pil ned og opp velger, Enter går dit.")
        name(self.list, "Funnet")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("flate", "funn")
        box = column(self, 8)
        box.setContentsMargins(12, 12, 12, 12)
        for part in (self.line, self.list, self.none):
            box.addWidget(part)
        self.line.textEdited.connect(self._typed)
        self.list.itemClicked.connect(lambda _: self._go())

    def ask(self, entries: Sequence[Entry]) -> None:
        """Opens, empty, over these."""
        self._entries, self._cases = list(entries), []
        self.line.clear()
        self._show()
        self.open()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, entries: Sequence[Entry]) -> None:
        """More to look through, found after it was opened."""
        self._entries += entries
        self._show()

    def _typed(self, text: str) -> None:
        self._cases = []
        self._show()
        wanted = text.strip()
        if len(wanted) < FEWEST_LETTERS:
            return
        bruker = self._session.bruker

        def ask(program: Any) -> Any:
            from boligtildeling.casework.views.saker import Saksutvalg

            return program.vis_saker(bruker, Saksutvalg(sok=wanted), MOST_CASES)

        self._session.ask(ask, self._found, lambda _: None, owner=self, channel="palett")

    def _found(self, page: Any) -> None:
        self._cases = [
            Entry(f"{row.saksnummer} {row.soeker}", "Sak", lambda number=row.saksnummer: self._to_case(number))  # type: ignore[misc]
            for row in page.saker
        ]
        self._show()

    def _show(self) -> None:
        text = self.line.text()
        found = [*matching(self._entries, text), *self._cases]
        self.list.clear()
        for entry in found:
            item = QListWidgetItem(f"{entry.title}   ·   {entry.kind}")
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.in_words)
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
        set_shown(self.none, not found)
        set_shown(self.list, bool(found))
        announce(self.line, f"{len(found)} funnet. {found[0].in_words}" if found else NOTHING)
        self.place()

    def place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        width = min(WIDTH, window.width() - 2 * SIDE)
        self.list.setFixedHeight(min(ROW * max(1, self.list.count()) + 8, window.height() - 3 * TOP))
        if (layout := self.layout()) is not None:
            layout.activate()
        self.setGeometry((window.width() - width) // 2, TOP, width, self.sizeHint().height())

    def _moved(self, event: QKeyEvent) -> bool:
        """Arrows move in the list while the typing goes on, and Enter goes to what is marked."""
        key, count = event.key(), self.list.count()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is None or not count:
            return False
        self.list.setCurrentRow((self.list.currentRow() + step) % count)
        announce(self.line, self.list.currentItem().data(ENTRY).in_words)
        return True

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            entry: Entry = item.data(ENTRY)
            self.close_it()
            entry.go()
