"""What a screen reader and a keyboard meet: names for controls, the order they stand in, and news from elsewhere."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLayout,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QWidget,
)


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Names a control for those who do not see it; a label's own punctuation is left out."""
    widget.setAccessibleName(text.replace("&", "").rstrip(":"))
    if description:
        widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Reads `text` aloud, politely, to whoever uses a screen reader."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def reading_order(root: QWidget) -> Iterator[QWidget]:
    """Every visible control under `root` that Tab stops at, in the order that the layouts are read."""
    if not root.isVisible():
        return
    if _stops_tab(root):
        yield root
    for child in _parts(root):
        yield from reading_order(child)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QMainWindow):
        yield from (part for part in (widget.centralWidget(),) if part is not None)
    elif isinstance(widget, QSplitter):
        yield from (found for i in range(widget.count()) if (found := widget.widget(i)) is not None)
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield inside
    elif layout is not None:
        yield from _in_layout(layout, widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))


def _in_layout(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of `widgets` that stand in the layout, in its order.

    Asks for places, never for items: an item that Python has seen, and that Qt lets go when its widget is moved, is
    taken for whatever comes to lie at its address, and the program falls.
    """
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in widgets]
    places += [(layout.indexOf(child), child) for child in inner]
    for place, part in sorted(places, key=lambda found: found[0]):
        if place < 0:
            continue
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _in_layout(part, widgets)


def _stops_tab(widget: QWidget) -> bool:
    if not (widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    if not isinstance(widget, QRadioButton) or widget.group() is None:
        return True
    group = widget.group()
    return widget is (group.checkedButton() or next((b for b in group.buttons() if b.isVisible()), None))


def move_focus(root: QWidget, now: QWidget | None, *, forward: bool) -> bool:
    """Moves the focus one stop on, or back, in reading order; around at the ends."""
    stops = list(reading_order(root))
    if not stops:
        return False
    if now in stops:
        here = stops.index(now)
    else:
        here = next((i for i, stop in enumerate(stops) if _same_group(stop, now)), -1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _same_group(stop: QWidget, now: QWidget | None) -> bool:
    return isinstance(stop, QRadioButton) and isinstance(now, QRadioButton) and stop.group() is now.group()


def nameless(root: QWidget) -> list[str]:
    """The visible controls that can have the focus and that a screen reader cannot name."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible() or _is_list_of_combo(widget):
            continue
        spoken = widget.accessibleName() or QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not spoken or (isinstance(widget, QComboBox) and not widget.accessibleName()):
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found


def _is_list_of_combo(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QAbstractItemView) and parent is not None and isinstance(parent.parentWidget(), QComboBox)
