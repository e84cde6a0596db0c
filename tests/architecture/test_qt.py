"""The Qt binding leaves reference counts alone.

PySide6 6.12.0 loses one reference to None for each call without a result, and Python 3.11 aborts when they are used up.
"""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


class Sender(QObject):
    sent = Signal()


def test_a_call_without_a_result_takes_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 500


def test_a_signal_takes_no_reference_to_true(qapp: object) -> None:
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(300):
        sender.sent.emit()
    assert abs(sys.getrefcount(True) - before) < 150
