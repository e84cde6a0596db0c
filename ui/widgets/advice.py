"""Advice on what is being written: each piece leads to its place in the text. It stops nothing."""

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from ui.accessibility import announce
from ui.session import Session
from ui.widgets.basics import clear, column, label, restyle
from ui.widgets.form import Form
from ui.widgets.link import Link

if TYPE_CHECKING:
    from boligtildeling.domain.klarspraak import Skriveraad

Place = tuple[int, int]
CHANNEL = "skriveråd"


class Advice(QFrame):
    """What to look at again in the text of `form`; hidden when there is nothing.

    A link goes to the field and marks the place; pressed once more, the next place.
    """

    def __init__(self, session: Session, form: Form) -> None:
        super().__init__()
        self._session, self._form = session, form
        self._shown: Sequence[Skriveraad] = ()
        restyle(self, "panel", "advarsel")
        self._box = column(self, 2)
        self._box.setContentsMargins(16, 12, 16, 12)
        self.hide()

    def ask(self, command: Any) -> None:
        """Asks for advice on the decision as the command writes it."""
        bruker = self._session.bruker
        self._session.ask(
            lambda p: p.raad_til(command, bruker), self.show_advice, self._refused, owner=self, channel=CHANNEL
        )

    def show_advice(self, advice: Sequence["Skriveraad"]) -> None:
        """Shows these in place of those before; how many there are is read aloud when that changes."""
        if advice == self._shown:
            return
        is_news = len(advice) != len(self._shown)
        self._shown = advice
        clear(self._box)
        self._box.addWidget(label("Råd om teksten", "h3"))
        for one in advice:
            self._box.addWidget(Link(one.setning, self._way_to(one)))
        self.setVisible(bool(advice))
        if is_news:
            announce(self, f"{len(advice)} råd om teksten" if advice else "Ingen råd om teksten")

    def _refused(self, _: Exception) -> None:
        """The letter beside it says why; old advice does not stand."""
        self.show_advice(())

    def _way_to(self, one: "Skriveraad") -> Callable[[], None]:
        places = cycle(one.steder or (None,))
        return lambda: self._go_to(one.felt, next(places))

    def _go_to(self, pointer: str, place: Place | None) -> None:
        if self._form.focus_on(pointer) and place is not None:
            mark(self._form.focusWidget(), place)


def mark(edit: QWidget | None, place: Place) -> None:
    """Marks a place in the text of a field, counted from the first character that is not white space."""
    if isinstance(edit, QPlainTextEdit):
        first, last = (_as_qt_counts(edit.toPlainText(), to) for to in place)
        cursor = edit.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
    elif isinstance(edit, QLineEdit):
        first, last = (_as_qt_counts(edit.text(), to) for to in place)
        edit.setSelection(first, last - first)


def _as_qt_counts(text: str, to: int) -> int:
    """Qt counts a character beyond the first 65 536 as two."""
    before = text[: len(text) - len(text.lstrip()) + to]
    return len(before.encode("utf-16-le")) // 2
