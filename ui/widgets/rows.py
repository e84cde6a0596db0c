"""A list of values in a form: rows of fields that can grow and shrink."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import form_layouts
from ui.idle_jobs import Job
from ui.widgets.basics import button, button_row, label, set_shown
from ui.widgets.faults import Faults
from ui.widgets.fields import Field

if TYPE_CHECKING:
    from ui.widgets.form import Form


class Row(QFrame):
    """One row of a list: its fields, and a button that takes it away."""

    def __init__(self, form: "Form", taken_away: "Callable[[Row], None]") -> None:
        super().__init__()
        self.setProperty("flate", "felt")
        self.form = form
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 10, 12, 12)
        box.setSpacing(12)
        box.addWidget(form, 1)
        self.delete = button("Slett", lambda: taken_away(self), "liten")
        box.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)

    def number(self, what: str, number: int) -> None:
        """Tells a screen reader which row it is."""
        self.delete.setAccessibleName(f"Slett {what} {number}")
        for field in self.form.fields.values():
            field.rename(f"{what.capitalize()} {number}: {field.title.text()}")


class RowsField(Field):
    """A list of values, each a row of fields."""

    def __init__(self, title: str, make: "Callable[..., Form]", type_: type, **more: Any) -> None:
        super().__init__(title, **more)
        self._make, self._type = make, type_
        self.title.setProperty("skrift", "h2")
        self.what = form_layouts.row_name(type_.__name__)
        self.rows: list[Row] = []
        self._spare: deque[Row] = deque()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.none = label("Ingen lagt til.", "dempet")
        self.add = button(f"Legg til {self.what}", self._add_pressed, "liten")
        self._box.addWidget(self.none)
        self._box.addLayout(self._list)
        self._box.addLayout(button_row([self.add]))

    def controls(self) -> Sequence[QWidget]:
        return (self.add,)

    def read(self, faults: Faults, pointer: str, today: date) -> Any:
        found = []
        for number, row in enumerate(self.rows):
            before = len(faults)
            values = row.form.values(faults, f"{pointer}/{number}", today)
            if len(faults) == before:
                found.append(self._type(**values))
        for krav in self.krav:
            if (sentence := krav.sjekk(self.rows, today)) is not None:
                faults.legg_til(pointer, sentence)
        return tuple(found)

    def value(self, today: date) -> Any:
        """The rows that can be read, for what is shown while the user types."""
        found = []
        for row in self.rows:
            faults = Faults()
            values = row.form.values(faults, "", today)
            if not faults:
                found.append(self._type(**values))
        return tuple(found)

    def fill(self, value: Any) -> None:
        wanted = tuple(value or ())
        self._have_rows(len(wanted))
        for row, one in zip(self.rows, wanted, strict=True):
            row.form.fill(one)
        self._renumber()

    def in_words(self, typed: Any) -> str:
        if not typed:
            return ""
        one = self.rows[0].form if self.rows else self._make()
        return "\n".join(f"{number}. {one.in_words(row, ', ')}" for number, row in enumerate(typed, 1))

    def typed(self) -> Any:
        return [row.form.typed() for row in self.rows]

    def put_back(self, typed: Any) -> None:
        if not isinstance(typed, list):
            return
        self._have_rows(len(typed))
        for row, one in zip(self.rows, typed, strict=True):
            row.form.fill_blank()
            row.form.put_back(one if isinstance(one, dict) else {})
        self._renumber()

    def _have_rows(self, count: int) -> None:
        while len(self.rows) > count:
            self._drop(self.rows[-1])
        while len(self.rows) < count:
            self._append()

    def show_fault(self, pointer: str, sentence: str) -> bool:
        head, _, rest = pointer.removeprefix("/").partition("/")
        if head.isdigit() and int(head) < len(self.rows) and self.rows[int(head)].form.show_fault(rest, sentence):
            return True
        self.error.setText(sentence)
        self.error.show()
        return True

    def clear_faults(self) -> None:
        super().clear_faults()
        for row in self.rows:
            row.form.clear_faults()

    def focus_on(self, pointer: str) -> bool:
        head, _, rest = pointer.removeprefix("/").partition("/")
        if head.isdigit() and int(head) < len(self.rows):
            return self.rows[int(head)].form.focus_on(rest)
        return super().focus_on(pointer)

    def rename(self, spoken: str) -> None:
        self.spoken = spoken

    def add_with(self, value: Any) -> Row:
        """One row more, that begins with this value; it counts as changed by the user."""
        row = self._append()
        row.form.fill(value)
        self._renumber()
        self._user_did()
        return row

    def spare_parts(self, wanted: int) -> Iterable[Job]:
        """Makes ready as many rows as are wanted beside those in use, in parts."""
        return [self._make_spare] * (wanted - len(self._spare))

    def _make_spare(self) -> None:
        """It stands last, dressed and out of sight, until it is wanted."""
        row = self._new_row()
        row.hide()
        row.ensurePolished()
        self._spare.append(row)

    def _new_row(self) -> Row:
        row = Row(self._make(), self._delete_pressed)
        row.form.touched.connect(self.touched)
        self._list.addWidget(row)
        return row

    def _append(self) -> Row:
        row = self._spare.popleft() if self._spare else self._new_row()
        self.rows.append(row)
        set_shown(row, True)
        return row

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        row.hide()
        self._list.removeWidget(row)
        row.deleteLater()

    def _add_pressed(self) -> None:
        row = self._append()
        self._renumber()
        row.form.focus_on()
        self._user_did()

    def _delete_pressed(self, row: Row) -> None:
        self._drop(row)
        self._renumber()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._user_did()

    def _renumber(self) -> None:
        set_shown(self.none, not self.rows)
        for number, row in enumerate(self.rows, 1):
            row.number(self.what, number)
