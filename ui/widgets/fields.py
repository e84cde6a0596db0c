"""Fields that a person types in: label above, help under it, the fault beside the field, and a value that is typed.

A field tells that it was `touched` only when the user did it, never when it is filled by the program.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from boligtildeling.domain.datoer import tolk_dato, vis_tall
from boligtildeling.domain.krav import Krav
from boligtildeling.domain.penger import NBSP, Kroner, tolk_kroner
from ui.accessibility import name
from ui.idle_jobs import Job
from ui.widgets.basics import column, label, restyle
from ui.widgets.faults import Faults

MUST_BE_FILLED = "Feltet må fylles ut."
UNLIMITED = 16_000_000
Today = Callable[[], date]


class Field(QWidget):
    """One thing to fill in.

    Signals:
    touched: the user changed the value.
    """

    touched = Signal()
    how: ClassVar[str] = ""  # how to type in a field of this kind

    def __init__(
        self,
        title: str,
        *,
        optional: bool = False,
        marked: bool = True,
        help_text: str = "",
        krav: Sequence[Krav] = (),
    ) -> None:
        super().__init__()
        self.optional, self.krav = optional, tuple(krav)
        self.called = self.spoken = title
        self._box = column(self, 4)
        self._line = QHBoxLayout()
        self.title = label(f"{title} (valgfritt)" if optional and marked else title, "h3", wrap=False)
        self.help_text = help_text
        self._error: QLabel | None = None
        self._box.addWidget(self.title)
        if help_text:
            self._box.addWidget(label(help_text, "liten"))

    @property
    def error(self) -> QLabel:
        """What is wrong with the field, below it; made when something first is."""
        if self._error is None:
            self._error = label("", "feil")
            self._error.hide()
            self._box.addWidget(self._error)
        return self._error

    def read(self, faults: Faults, pointer: str, today: date) -> Any:
        """The value; what is wrong with it is noted in `faults` at `pointer`."""
        try:
            value = self.value(today)
        except ValueError as fault:
            faults.legg_til(pointer, str(fault))
            return None
        if value is None:
            faults.krev(self.optional, pointer, MUST_BE_FILLED)
            return None
        for krav in self.krav:
            if (sentence := krav.sjekk(value, today)) is not None:
                faults.legg_til(pointer, sentence)
        return value

    def value(self, today: date) -> Any:
        """What stands in the field, None when nothing does; `ValueError` with a sentence when it cannot be read."""
        raise NotImplementedError

    def fill(self, value: Any) -> None:
        """Shows a value, without telling that the user touched it."""
        raise NotImplementedError

    def start_parts(self, value: Any) -> Iterator[Job]:
        """Shows the value that a new form starts with, in parts."""
        yield partial(self.fill, value)

    def typed(self) -> Any:
        """What stands in the field as it was typed, as plain data; None when it is never kept."""
        raise NotImplementedError

    def put_back(self, typed: Any) -> None:
        """What `typed` gave stands here again; what is not of its kind is let be."""
        raise NotImplementedError

    def in_words(self, typed: Any) -> str:
        """What `typed` gave, as people read it; empty when nothing stands there."""
        return typed if isinstance(typed, str) else ""

    def controls(self) -> Sequence[QWidget]:
        """What can have the focus, in reading order."""
        raise NotImplementedError

    def show_fault(self, pointer: str, sentence: str) -> bool:
        """Shows the sentence at the field that `pointer` names, relative to this one; False when it is not here."""
        self.error.setText(sentence)
        self.error.show()
        for control in self.controls():
            restyle(control, "feil", "ja")
            control.setAccessibleDescription(f"{self.help_text} {sentence}".strip())
        return True

    def clear_faults(self) -> None:
        if self._error is None or self._error.isHidden():
            return
        self._error.hide()
        for control in self.controls():
            restyle(control, "feil", "nei")
            control.setAccessibleDescription(self.help_text)

    def focus_on(self, pointer: str) -> bool:
        """Moves the focus to the field that `pointer` names, relative to this one."""
        if not (controls := self.controls()):
            return False
        controls[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def rename(self, spoken: str) -> None:
        """What a screen reader calls the field, when its place in a list must be told too."""
        self.spoken = spoken
        for control in self.controls():
            name(control, spoken, self.help_text)

    def _place(self, *parts: QWidget) -> None:
        self._line.setSpacing(8)
        for part in parts:
            self._line.addWidget(part)
        if parts[-1].maximumWidth() < UNLIMITED:
            self._line.addStretch(1)
        self._box.addLayout(self._line)
        self.title.setBuddy(parts[0])
        self.rename(self.spoken)

    def _user_did(self) -> None:
        self.clear_faults()
        self.touched.emit()


class LineField(Field):
    """A text on one line."""

    def __init__(self, title: str, *, width: int | None = None, placeholder: str = "", **more: Any) -> None:
        super().__init__(title, **more)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        if width is not None:
            self.edit.setFixedWidth(width)
        else:
            self.edit.setMinimumWidth(100)
        self.edit.textEdited.connect(self._user_did)
        self._place(self.edit)

    def controls(self) -> Sequence[QWidget]:
        return (self.edit,)

    def value(self, today: date) -> Any:
        text = self.edit.text().strip()
        return None if self.optional and not text else text

    def fill(self, value: Any) -> None:
        self.edit.setText(str(value) if value is not None else "")
        self.edit.setCursorPosition(0)

    def typed(self) -> Any:
        return self.edit.text() if self.edit.echoMode() == QLineEdit.EchoMode.Normal else None

    def put_back(self, typed: Any) -> None:
        if isinstance(typed, str):
            self.write_over(typed)

    def write_over(self, text: str) -> None:
        """Another text in place of the one that stands here, so that Ctrl+Z brings it back."""
        if text != self.edit.text():
            self.edit.selectAll()
            self.edit.insert(text)


class DigitsField(LineField):
    """A number that is really a name: spaces and points are let through and taken out."""

    def value(self, today: date) -> Any:
        text = "".join(self.edit.text().split()).replace(".", "")
        return None if not text and self.optional else text


class NumberField(LineField):
    """A whole number."""

    how = "Skriv et helt tall."

    def __init__(self, title: str, **more: Any) -> None:
        super().__init__(title, width=70, **more)

    def value(self, today: date) -> Any:
        text = self.edit.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise ValueError("Skriv et helt tall.")
        return int(text)


class DateField(LineField):
    """A day, typed as people type days; rewritten in figures when the field is left."""

    how = "Skriv 311226, 31.12.26, i dag, +14 eller man."

    def __init__(self, title: str, today: Today, **more: Any) -> None:
        super().__init__(title, width=150, placeholder="dd.mm.åååå", **more)
        self._today = today
        self.edit.editingFinished.connect(self._rewrite)

    def value(self, today: date) -> Any:
        text = self.edit.text().strip()
        return tolk_dato(text, today) if text else None

    def fill(self, value: Any) -> None:
        self.edit.setText(vis_tall(value) if value is not None else "")

    def _rewrite(self) -> None:
        try:
            day = self.value(self._today())
        except ValueError:
            return
        self.write_over(vis_tall(day) if day is not None else "")


class MoneyField(LineField):
    """An amount of kroner."""

    how = "Skriv 9200, 9 200 eller 9200,50."

    def __init__(self, title: str, **more: Any) -> None:
        super().__init__(title, width=120, placeholder="0,00", **more)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.insertWidget(1, label("kr", "dempet", wrap=False))
        self.edit.editingFinished.connect(self._rewrite)

    def value(self, today: date) -> Any:
        text = self.edit.text().strip()
        return tolk_kroner(text) if text else None

    def fill(self, value: Any) -> None:
        self.edit.setText(in_figures(value))

    def _rewrite(self) -> None:
        try:
            amount = self.value(date.min)
        except ValueError:
            return
        self.write_over(in_figures(amount))


def in_figures(amount: Any) -> str:
    """An amount as it stands in a field whose `kr` stands beside it."""
    return str(amount).removesuffix(f"{NBSP}kr") if isinstance(amount, Kroner) else ""


class AreaField(Field):
    """A text of several lines; Tab leaves it."""

    def __init__(self, title: str, *, lines: int = 3, **more: Any) -> None:
        super().__init__(title, **more)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(lines * 21 + 22)
        self.edit.textChanged.connect(self._user_did)
        self._place(self.edit)

    def controls(self) -> Sequence[QWidget]:
        return (self.edit,)

    def value(self, today: date) -> Any:
        text = self.edit.toPlainText().strip()
        return None if self.optional and not text else text

    def fill(self, value: Any) -> None:
        text = value or ""
        if text != self.edit.toPlainText():
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(text)

    def typed(self) -> Any:
        return self.edit.toPlainText()

    def put_back(self, typed: Any) -> None:
        """Written over, not put in anew, so that Ctrl+Z brings back what stood here."""
        if isinstance(typed, str) and typed != self.edit.toPlainText():
            with QSignalBlocker(self.edit):
                cursor = QTextCursor(self.edit.document())
                cursor.select(QTextCursor.SelectionType.Document)
                cursor.insertText(typed)


class LinesField(AreaField):
    """A list of short texts, one on each line."""

    def value(self, today: date) -> Any:
        return tuple(line.strip() for line in self.edit.toPlainText().splitlines() if line.strip()) or None

    def read(self, faults: Faults, pointer: str, today: date) -> Any:
        return super().read(faults, pointer, today) or ()

    def fill(self, value: Any) -> None:
        super().fill("\n".join(value or ()))


class CheckField(Field):
    """Yes or no in one box."""

    def __init__(self, title: str, *, help_text: str = "") -> None:
        super().__init__(title, help_text=help_text)
        self.title.hide()
        self.box = QCheckBox(title.replace("&", "&&"))
        self.box.clicked.connect(self._user_did)
        self._place(self.box)

    def controls(self) -> Sequence[QWidget]:
        return (self.box,)

    def value(self, today: date) -> Any:
        return self.box.isChecked()

    def fill(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def typed(self) -> Any:
        return self.box.isChecked()

    def in_words(self, typed: Any) -> str:
        return "Ja" if typed else "Nei"

    def put_back(self, typed: Any) -> None:
        self.fill(typed)
