"""Fields that hold fields: one part of a form, and lists of rows that can grow and shrink."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import form_layouts
from ui.accessibility import name
from ui.widgets.basics import button, button_row, column, label, restyle, set_shown
from ui.widgets.faults import Faults
from ui.widgets.fields import Field

if TYPE_CHECKING:
    from ui.widgets.form import Form


class GroupField(Field):
    """One value with its own fields; when it is optional, a box says whether it is there."""

    def __init__(self, title: str, make: "Callable[[], Form]", type_: type, plain: bool = False, **more: Any) -> None:
        super().__init__(title, **more)
        self._make, self._type = make, type_
        self._form: Form | None = None
        self.title.setProperty("skrift", "h2")
        self.frame = QFrame()
        self._inner = column(self.frame, 8)
        if not plain:
            self.frame.setProperty("flate", "felt")
            self._inner.setContentsMargins(16, 12, 16, 14)
        self.present = QCheckBox(title.replace("&", "&&"))
        self.present.clicked.connect(self._switched)
        name(self.present, title)
        self._box.addWidget(self.present)
        set_shown(self.present, self.optional)
        set_shown(self.title, not (self.optional or plain))
        self._box.addWidget(self.frame)
        self._show_frame()

    @property
    def form(self) -> "Form":
        """The fields, made when they are first needed."""
        if self._form is None:
            self._form = self._make()
            self._form.touched.connect(self.touched)
            self._inner.addWidget(self._form)
        return self._form

    @property
    def is_present(self) -> bool:
        return not self.optional or self.present.isChecked()

    def controls(self) -> Sequence[QWidget]:
        return (self.present,) if self.optional else ()

    def read(self, faults: Faults, pointer: str, today: date) -> Any:
        if not self.is_present:
            return None
        before = len(faults)
        values = self.form.values(faults, pointer, today)
        return self._type(**values) if len(faults) == before else None

    def value(self, today: date) -> Any:
        found = Faults()
        return self.read(found, "", today)

    def fill(self, value: Any) -> None:
        self.present.setChecked(value is not None)
        if value is not None:
            self.form.fill(value)
        elif self._form is not None or not self.optional:
            self.form.fill_blank()
        self._show_frame()

    def typed(self) -> Any:
        fields = self.form.typed() if self.is_present else {}
        return {"er_med": self.is_present, "felter": fields}

    def put_back(self, typed: Any) -> None:
        if not isinstance(typed, dict):
            return
        self.present.setChecked(bool(typed.get("er_med")))
        self._show_frame()
        if self.is_present:
            self.form.put_back(typed.get("felter") or {})

    def in_words(self, typed: Any) -> str:
        return self.form.in_words(typed["felter"]) if isinstance(typed, dict) and typed.get("er_med") else ""

    def insist(self) -> None:
        """The value is there, and no box asks whether it is."""
        self.present.setChecked(True)
        self.present.hide()
        self.title.setText(self.spoken)
        restyle(self.title, "skrift", "h3")
        self.title.show()
        self._show_frame()

    def start(self, values: Mapping[str, Any]) -> None:
        """Begins with these values, the rest empty."""
        self.form.fill_blank()
        for field, value in values.items():
            self.form.fields[field].fill(value)
        self.form.show_what_counts()

    def show_fault(self, pointer: str, sentence: str) -> bool:
        if pointer and self.is_present and self.form.show_fault(pointer, sentence):
            return True
        return super().show_fault(pointer, sentence)

    def clear_faults(self) -> None:
        super().clear_faults()
        if self._form is not None:
            self._form.clear_faults()

    def focus_on(self, pointer: str) -> bool:
        return self.form.focus_on(pointer) if self.is_present else super().focus_on(pointer)

    def rename(self, spoken: str) -> None:
        self.spoken = spoken
        name(self.present, spoken)

    def _switched(self) -> None:
        self._show_frame()
        if self.is_present:
            self.form.focus_on()
        self._user_did()

    def _show_frame(self) -> None:
        if self.is_present:
            set_shown(self.form, True)
        set_shown(self.frame, self.is_present)


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

    def __init__(self, title: str, make: "Callable[[], Form]", type_: type, **more: Any) -> None:
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

    def in_words(self, typed: Any) -> str:
        if not typed:
            return ""
        one = self.rows[0].form if self.rows else self._make()
        return "\n".join(f"{number}. {one.in_words(row, ', ')}" for number, row in enumerate(typed, 1))

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

    def make_spare(self) -> None:
        """Makes one row more than is in use; it stands last, out of sight, until it is wanted."""
        row = self._new_row()
        row.hide()
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
