"""The order that Tab goes in: the order of the layouts, found without laying hands on what Qt owns."""

import gc

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayoutItem, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.accessibility import reading_order


def shown(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    """A widget with layouts in its layout, and its controls in the order that they are read."""
    root = QWidget()
    qtbot.addWidget(root)
    controls: list[QWidget] = [QLineEdit(), QPushButton("a"), QPushButton("b"), QLineEdit(), QPushButton("c")]
    last, first, left, right, middle = reversed(controls)
    grid, row, outer = QGridLayout(), QHBoxLayout(), QVBoxLayout(root)
    outer.addWidget(last)
    outer.insertWidget(0, first)
    outer.insertLayout(1, row)  # empty: PySide itself takes hold of what stands in a layout that it is given
    row.addWidget(left)
    row.addLayout(grid)
    grid.addWidget(middle, 0, 0)
    row.insertWidget(1, right)
    root.show()
    return root, [first, left, right, middle, last]


def test_rekkefoelgen_er_den_plassene_har_ikke_den_de_ble_laget_i(qtbot: QtBot) -> None:
    root, wanted = shown(qtbot)
    assert list(reading_order(root)) == wanted


def test_det_som_er_skjult_leses_ikke(qtbot: QtBot) -> None:
    root, wanted = shown(qtbot)
    wanted[1].hide()
    assert list(reading_order(root)) == [wanted[0], *wanted[2:]]


def places_in_python() -> list[QLayoutItem]:
    kinds = {QLayoutItem, *QLayoutItem.__subclasses__()}
    return [found for found in gc.get_objects() if type(found) in kinds]


def test_plassene_som_qt_eier_holdes_ikke_fast(qtbot: QtBot) -> None:
    """Python must never know a QWidgetItem: Qt deletes it when its widget moves, and tells nobody."""
    before = places_in_python()
    root, _ = shown(qtbot)
    list(reading_order(root))
    assert [found for found in places_in_python() if not any(found is known for known in before)] == []
