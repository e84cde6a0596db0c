"""The keys that work everywhere in a window."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

from ui.accessibility import reading_order

KEYS: Mapping[str, str] = {
    "find": "Ctrl+K",
    "search": "Ctrl+F",
    "help": "F1",
    "list": "Ctrl+L",
    "new": "Ctrl+N",
    "next_pane": "F6",
    "previous_pane": "Shift+F6",
    "back": "Esc",
    "read_again": "F5",
    "undo": "Ctrl+Shift+Z",
    **{f"step_{number}": f"Ctrl+{number % 10}" for number in range(1, 11)},
}


def connect(window: QWidget, actions: Mapping[str, Callable[[], object]]) -> None:
    """Connects each key to what it does in this window."""
    for name, action in actions.items():
        QShortcut(QKeySequence(KEYS[name]), window).activated.connect(action)


def focus_into(pane: QWidget) -> bool:
    """Moves the focus into a pane; False when it has no control that can have it."""
    own = pane.focusPolicy() != Qt.FocusPolicy.NoFocus
    target = pane if own else next(reading_order(pane), None)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def move_pane(panes: Sequence[QWidget | None], focus: QWidget | None, direction: int) -> None:
    """Moves the focus to the next pane that has a control, or the one before."""
    shown = [pane for pane in panes if pane is not None]
    inside = (i for i, pane in enumerate(shown) if focus is pane or (focus is not None and pane.isAncestorOf(focus)))
    here = next(inside, -1)
    for distance in range(1, len(shown) + 1):
        if focus_into(shown[(here + direction * distance) % len(shown)]):
            return


def mnemonics(window: QWidget) -> dict[str, list[str]]:
    """The letters that Alt reaches in what is visible now, and who claims each; more than one is a fault."""
    texts = [a.text() for bar in window.findChildren(QMenuBar) for a in bar.actions()]
    texts += [b.text() for b in window.findChildren(QAbstractButton) if b.isVisible()]
    texts += [lbl.text() for lbl in window.findChildren(QLabel) if lbl.isVisible() and lbl.buddy() is not None]
    found: dict[str, list[str]] = {}
    for text in texts:
        letter = _letter(text)
        if letter:
            found.setdefault(letter, []).append(text)
    return found


def _letter(text: str) -> str:
    rest = text.replace("&&", "")
    at = rest.find("&")
    return rest[at + 1].casefold() if 0 <= at < len(rest) - 1 else ""
