"""Two hands on a keyboard: everything here goes through key presses on whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from ui.idle_jobs import IdleJobs
from ui.main_window import MainWindow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
FAR = 150


class Keyboard:
    """Never touches a widget but by keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    @property
    def focus(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window

    @property
    def here(self) -> str:
        return self.focus.accessibleName()

    def press(self, key: Qt.Key, *with_: Qt.KeyboardModifier) -> None:
        self.wait()
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in with_:
            modifiers |= modifier
        QTest.keyClick(self.focus, key, modifiers)
        self.wait()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def wait(self) -> None:
        """Until the program has answered."""
        self._qtbot.waitUntil(self._is_at_rest, timeout=60_000)
        if QApplication.activePopupWidget() is None and not self._window.isActiveWindow():
            self._window.activateWindow()  # what a window manager does when a menu closes
            self._qtbot.waitUntil(self._window.isActiveWindow)

    def _is_at_rest(self) -> bool:
        if not self._window.session.runner.is_idle:
            return False
        return not any(jobs.is_at_work for jobs in self._window.findChildren(IdleJobs))

    def tab_to(self, name: str) -> None:
        """Tab, Tab, Tab until the control whose spoken name begins with `name` has the focus."""
        self.wait()
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            for _ in range(FAR):
                if self.here.startswith(name):
                    return
                QTest.keyClick(self.focus, key)
        raise AssertionError(f"the keyboard does not reach «{name}»")

    def push(self, name: str) -> None:
        """The button with this name."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        """The field with this name, written over."""
        self.tab_to(name)
        QTest.keyClick(self.focus, Qt.Key.Key_A, CTRL)
        self.write(text)

    def choose(self, name: str, option: str) -> None:
        """An option by its first letters in a list, or by the arrow keys where all are in sight."""
        self.tab_to(name)
        if isinstance(self.focus, QComboBox):
            self.write(option.split(maxsplit=1)[0])
            assert self.focus.currentText().startswith(option), self.focus.currentText()
            return
        for _ in range(10):
            if self.here == f"{name}: {option}":
                QTest.keyClick(self.focus, Qt.Key.Key_Space)
                return
            QTest.keyClick(self.focus, Qt.Key.Key_Right)
        raise AssertionError(f"«{option}» is not among the options of «{name}»")

    def save(self) -> None:
        """Ctrl+Enter: what is filled in is done."""
        self.press(Qt.Key.Key_Return, CTRL)
