"""A file that the user points out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.file_dialogs import ask_open
from ui.widgets.basics import button
from ui.widgets.fields import LineField


class FileField(LineField):
    """A file, typed or chosen in the system's own window; its value is its path from the root of its disk."""

    def __init__(self, title: str, **more: Any) -> None:
        super().__init__(title, width=360, **more)
        self.choose = button("Velg fil …", self._choose, "liten", name=f"Velg fil: {title}")
        self._line.insertWidget(1, self.choose)

    def controls(self) -> Sequence[QWidget]:
        return (self.edit,)

    def value(self, today: date) -> Any:
        text = self.edit.text().strip()
        if not text:
            return None
        path = Path(text)
        if not path.is_absolute():
            raise ValueError("Skriv hele stien til filen, eller bruk «Velg fil».")
        if not path.is_file():
            raise ValueError("Filen finnes ikke.")
        return str(path.relative_to(path.anchor))

    @property
    def root(self) -> Path | None:
        """Where the value is counted from: the disk that the file is on."""
        text = self.edit.text().strip()
        return Path(Path(text).anchor) if text else None

    def _choose(self) -> None:
        path = ask_open(self, "Velg fil")
        if path is not None:
            self.edit.setText(str(path))
            self._user_did()
