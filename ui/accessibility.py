"""What a screen reader is told: names for controls, and news that did not come from where the focus is."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QScrollArea, QWidget


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Names a control for those who do not see it; a label's own punctuation is left out."""
    widget.setAccessibleName(text.replace("&", "").rstrip(":"))
    if description:
        widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Reads `text` aloud, politely, to whoever uses a screen reader."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Every visible control under `root` that can have the focus; a combo box counts, its inner list does not."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if not (_is_list_of_combo(widget) or type(widget) is QScrollArea):
            yield widget


def _is_list_of_combo(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QAbstractItemView) and parent is not None and isinstance(parent.parentWidget(), QComboBox)


def nameless(root: QWidget) -> list[str]:
    """The focusable controls that a screen reader cannot name."""
    found = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        text = widget.accessibleName() or interface.text(QAccessible.Text.Name)
        if not text or (isinstance(widget, QComboBox) and not widget.accessibleName()):
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found
