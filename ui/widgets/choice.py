"""Choosing one of a few: all of them in sight when they are few, a list that opens when they are many."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from ui.widgets.chooser import Chooser
from ui.widgets.fields import Field

Option = tuple[Any, str]
MOST_IN_SIGHT = 4
LONGEST_IN_SIGHT = 62


def choice_field(title: str, options: Sequence[Option], **more: Any) -> Field:
    """The field that fits the number of options."""
    length = sum(len(text) + 5 for _, text in options)
    may_stay_empty = more.get("optional") and more.get("marked", True)
    if len(options) <= MOST_IN_SIGHT and length <= LONGEST_IN_SIGHT and not may_stay_empty:
        return RadioField(title, options, **more)
    return ComboField(title, options, **more)


class RadioField(Field):
    """A few options, all in sight."""

    def __init__(self, title: str, options: Sequence[Option], **more: Any) -> None:
        super().__init__(title, **more)
        self._group = QButtonGroup(self)
        self._options = tuple(options)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for number, (_, text) in enumerate(options):
            radio = QRadioButton(text.replace("&", "&&"))
            self._group.addButton(radio, number)
            radio.clicked.connect(self._user_did)
            row.addWidget(radio)
        row.addStretch(1)
        self._place(holder)

    def controls(self) -> Sequence[QWidget]:
        return self._group.buttons()

    def rename(self, spoken: str) -> None:
        self.spoken = spoken
        for radio, (_, text) in zip(self._group.buttons(), self._options, strict=True):
            radio.setAccessibleName(f"{spoken}: {text}")

    def value(self, today: date) -> Any:
        number = self._group.checkedId()
        return self._options[number][0] if number >= 0 else None

    def fill(self, value: Any) -> None:
        self._group.setExclusive(False)
        for radio, (option, _) in zip(self._group.buttons(), self._options, strict=True):
            radio.setChecked(option == value)
        self._group.setExclusive(True)

    def typed(self) -> Any:
        return self.value(date.min)

    def put_back(self, typed: Any) -> None:
        self.fill(typed)

    def in_words(self, typed: Any) -> str:
        return next((text for option, text in self._options if option == typed), "")

    def offer(self, value: Any, is_offered: bool) -> None:
        """Whether one of the options can be seen and chosen."""
        for radio, (option, _) in zip(self._group.buttons(), self._options, strict=True):
            if option == value:
                radio.setVisible(is_offered)

    def focus_on(self, pointer: str) -> bool:
        chosen = self._group.checkedButton() or self._group.buttons()[0]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class ComboField(Field):
    """Many options in a list that opens."""

    def __init__(self, title: str, options: Sequence[Option], **more: Any) -> None:
        super().__init__(title, **more)
        self.combo = Chooser()
        self.combo.setPlaceholderText("Velg …")
        self.combo.setMaximumWidth(420)
        self.set_options(options)
        self.combo.activated.connect(self._user_did)
        self._place(self.combo)

    def set_options(self, options: Sequence[Option]) -> None:
        """Other options to choose from; a choice that is still among them stands."""
        chosen = self.combo.currentData()
        self.combo.clear()
        if self.optional:
            self.combo.addItem("Ikke valgt", None)
        for option, text in options:
            self.combo.addItem(text, option)
        self.fill(chosen)

    def controls(self) -> Sequence[QWidget]:
        return (self.combo,)

    def value(self, today: date) -> Any:
        return self.combo.currentData()

    def fill(self, value: Any) -> None:
        found = next((i for i in range(self.combo.count()) if self.combo.itemData(i) == value), -1)
        self.combo.setCurrentIndex(found)

    def typed(self) -> Any:
        return self.value(date.min)

    def put_back(self, typed: Any) -> None:
        self.fill(typed)

    def in_words(self, typed: Any) -> str:
        found = (i for i in range(self.combo.count()) if typed is not None and self.combo.itemData(i) == typed)
        return next((self.combo.itemText(i) for i in found), "")
