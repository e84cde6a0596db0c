"""Several values out of a few: a box for each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.accessibility import name
from ui.widgets.choice import Option
from ui.widgets.fields import Field


class ChecksField(Field):
    """Boxes under each other; any number of them may be ticked."""

    def __init__(self, title: str, options: Sequence[Option], **more: Any) -> None:
        super().__init__(title, **more)
        self._boxes: list[tuple[Any, QCheckBox]] = []
        for value, text in options:
            box = QCheckBox(text)
            box.clicked.connect(self._user_did)
            name(box, f"{title}: {text}")
            self._boxes.append((value, box))
            self._box.addWidget(box)

    def controls(self) -> Sequence[QWidget]:
        return tuple(box for _, box in self._boxes)

    def rename(self, spoken: str) -> None:
        self.spoken = spoken

    def value(self, today: date) -> Any:
        return tuple(value for value, box in self._boxes if box.isChecked())

    def fill(self, value: Any) -> None:
        for option, box in self._boxes:
            box.setChecked(option in (value or ()))

    def typed(self) -> Any:
        return list(self.value(date.min))

    def put_back(self, typed: Any) -> None:
        self.fill(typed)

    def in_words(self, typed: Any) -> str:
        return ", ".join(box.text() for value, box in self._boxes if value in (typed or ()))
