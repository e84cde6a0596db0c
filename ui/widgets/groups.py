"""A field that holds fields: one part of a form, which may be there or not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from ui.accessibility import name
from ui.idle_jobs import Job
from ui.widgets.basics import column, restyle, set_shown
from ui.widgets.faults import Faults
from ui.widgets.fields import Field

if TYPE_CHECKING:
    from ui.widgets.form import Form


class GroupField(Field):
    """One value with its own fields; when it is optional, a box says whether it is there."""

    def __init__(self, title: str, make: "Callable[..., Form]", type_: type, plain: bool = False, **more: Any) -> None:
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
        return self._form or self._take(self._make())

    def _take(self, form: "Form") -> "Form":
        self._form = form
        form.touched.connect(self.touched)
        self._inner.addWidget(form)
        return form

    def start_parts(self, value: Any) -> Iterator[Job]:
        if value is None and not self.optional and self._form is None:
            form = self._make(at_once=False)
            yield from form.parts
            yield partial(self._take, form)
        yield partial(self.fill, value)

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
