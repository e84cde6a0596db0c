"""What the window remembers from one day to the next: size, theme, how its parts are set. Nothing about any case."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

FILE = "vindu.ini"


class Preferences:
    """Kept beside the database, once there is one."""

    def __init__(self) -> None:
        self._file: QSettings | None = None

    def use(self, mappe: Path) -> None:
        self._file = QSettings(str(mappe / FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        return str(self._file.value("tema", "system")) if self._file is not None else "system"

    def remember_theme(self, choice: str) -> None:
        if self._file is not None:
            self._file.setValue("tema", choice)

    def columns(self) -> QByteArray | None:
        """How the columns of the work list were set, by the list's own word for it."""
        stored = self._file.value("kolonner") if self._file is not None else None
        return stored if isinstance(stored, QByteArray) else None

    def remember_columns(self, state: QByteArray) -> None:
        if self._file is not None:
            self._file.setValue("kolonner", state)

    @property
    def keeps_road(self) -> bool:
        """Whether the right side of a case is in sight."""
        return self._file is None or self._file.value("hoeyreside", "vist") == "vist"

    def remember_road(self, kept: bool) -> None:
        if self._file is not None:
            self._file.setValue("hoeyreside", "vist" if kept else "skjult")

    def restore_window(self, window: QMainWindow) -> None:
        stored = self._file.value("vindu") if self._file is not None else None
        if isinstance(stored, QByteArray):
            window.restoreGeometry(stored)

    def remember_window(self, window: QMainWindow) -> None:
        if self._file is not None:
            self._file.setValue("vindu", window.saveGeometry())
            self._file.sync()
