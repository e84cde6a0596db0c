"""A form made from a command or value type: one field for each of its fields, by type, requirement and layout."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from boligtildeling.domain.feil import Inputfeil
from boligtildeling.domain.krav import Krav, Siffer, Tekst
from boligtildeling.domain.penger import Kroner
from ui import form_layouts, words
from ui.idle_jobs import Job
from ui.widgets.basics import column, set_shown
from ui.widgets.checks import ChecksField
from ui.widgets.choice import ComboField, Option, choice_field
from ui.widgets.faults import Faults
from ui.widgets.fields import (
    AreaField,
    CheckField,
    DateField,
    DigitsField,
    Field,
    LineField,
    LinesField,
    MoneyField,
    NumberField,
    Today,
)
from ui.widgets.file_field import FileField
from ui.widgets.groups import GroupField
from ui.widgets.rows import RowsField

LONG_TEXT = 1_000


class Form(QWidget):
    """The fields of `type_`, but those in `hidden`, which the program fills in itself.

    A long one holds the window while it is made. When it is not made `at_once`, it is whole when `parts` are done.

    Signals:
    touched: the user changed something.
    """

    touched = Signal()

    def __init__(
        self,
        type_: type,
        today: Today,
        hidden: Sequence[str] = (),
        compact: bool = False,
        options: Mapping[str, Sequence[Option]] | None = None,
        at_once: bool = True,
    ) -> None:
        super().__init__()
        self._options = options or {}
        self.type, self.today = type_, today
        self.is_touched = False
        self.fields: dict[str, Field] = {}
        self._lines: list[tuple[QWidget, tuple[str, ...]]] = []
        self._box = column(self, 8 if compact else 14)
        self._fixed = {name: get_args(hint)[0] for name, hint in _hints(type_).items() if _is_fixed(hint)}
        self.parts = self._make_parts(frozenset(hidden))
        if at_once:
            self.complete()

    def complete(self) -> None:
        """Does what is left of `parts`."""
        for part in self.parts:
            part()

    def _make_parts(self, hidden: frozenset[str]) -> Iterator[Job]:
        hints = {name: hint for name, hint in _hints(self.type).items() if not _is_fixed(hint)}
        for line in form_layouts.layout(self.type.__name__, tuple(hints)):
            names = tuple(n for n in line if n in hints and n not in hidden)
            if names:
                yield partial(self._add_line, names, hints)
        for name, field in self.fields.items():
            yield from field.start_parts(_default(self.type, name))
        yield self._start_untouched

    def _add_line(self, names: tuple[str, ...], hints: Mapping[str, Any]) -> None:
        for name in names:
            field = self.fields[name] = _make(self.type, name, hints[name], self.today, self._options.get(name))
            field.touched.connect(self._user_did)
        line = self.fields[names[0]] if len(names) == 1 else self._side_by_side([self.fields[n] for n in names])
        self._lines.append((line, names))
        self._box.addWidget(line)

    @staticmethod
    def _side_by_side(fields: Sequence[Field]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for field in fields:
            row.addWidget(field, 1 if _grows(field) else 0, Qt.AlignmentFlag.AlignTop)
        if not any(_grows(field) for field in fields):
            row.addStretch(1)
        return holder

    def _user_did(self) -> None:
        self.is_touched = True
        self.show_what_counts()
        self.touched.emit()

    def fill_blank(self) -> None:
        """Empty, but for what the type itself starts with."""
        for name, field in self.fields.items():
            field.fill(_default(self.type, name))
        self._start_untouched()

    def fill(self, value: Any) -> None:
        """Shows a value that has these fields; the form counts as untouched."""
        for name, field in self.fields.items():
            field.fill(getattr(value, name))
        self._start_untouched()

    def _start_untouched(self) -> None:
        self.is_touched = False
        self.show_what_counts()

    def values(self, faults: Faults, pointer: str = "", today: date | None = None) -> dict[str, Any]:
        """What the fields hold; a field that does not count now keeps what the type starts with."""
        day = today or self.today()
        return self._fixed | {
            name: field.read(faults, f"{pointer}/{name}", day) if self._counts(name) else _default(self.type, name)
            for name, field in self.fields.items()
        }

    def typed(self) -> dict[str, Any]:
        """What stands in every field, as it was typed; also what cannot be read yet."""
        return {name: field.typed() for name, field in self.fields.items()}

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """What was typed before stands here again, as if the user had typed it now."""
        for name, what in typed.items():
            if name in self.fields:
                self.fields[name].put_back(what)
        self.is_touched = True
        self.show_what_counts()

    def in_words(self, typed: Mapping[str, Any], between: str = "\n") -> str:
        """What `typed` gave, as people read it: each field that has something, with its title."""
        found = ((field.called, field.in_words(typed.get(name))) for name, field in self.fields.items())
        return between.join(f"{title}: {words}" for title, words in found if words)

    def raw(self, name: str) -> Any:
        """What a field holds now, None when it cannot be read."""
        try:
            return self.fields[name].value(self.today())
        except ValueError:
            return None

    def show_faults(self, faults: Sequence[Inputfeil]) -> tuple[Inputfeil, ...]:
        """Shows each fault at its field; gives back those that no field here has."""
        self.clear_faults()
        return tuple(f for f in faults if not self.show_fault(f.peker, f.setning))

    def show_fault(self, pointer: str, sentence: str) -> bool:
        name, rest = split(pointer)
        field = self.fields.get(name)
        return field is not None and field.show_fault(rest, sentence)

    def clear_faults(self) -> None:
        for field in self.fields.values():
            field.clear_faults()

    def focus_on(self, pointer: str = "") -> bool:
        """Moves the focus to the field that the pointer names, or to the first one."""
        name, rest = split(pointer)
        field = self.fields.get(name) or next((f for f in self.fields.values() if not f.isHidden()), None)
        return field is not None and field.focus_on(rest)

    def _counts(self, name: str) -> bool:
        condition = form_layouts.SHOWN_WHEN.get((self.type.__name__, name))
        if condition is None:
            return True
        other, wanted = condition
        return other not in self.fields or self.raw(other) in wanted

    def show_what_counts(self) -> None:
        """Hides the fields that do not count with what stands in the others."""
        for line, names in self._lines:
            counting = [self._counts(name) for name in names]
            for name, counts in zip(names, counting, strict=True):
                set_shown(self.fields[name], counts)
            if len(names) > 1:
                set_shown(line, any(counting))


def split(pointer: str) -> tuple[str, str]:
    """The first part of a JSON pointer, and the rest of it."""
    name, slash, rest = pointer.removeprefix("/").partition("/")
    return name, f"{slash}{rest}"


@cache
def _hints(type_: type) -> dict[str, Any]:
    hints = get_type_hints(type_, include_extras=True)
    return {f.name: hints[f.name] for f in fields(type_)}


def _is_fixed(hint: Any) -> bool:
    """A field that can hold one value only."""
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def _default(type_: type, name: str) -> Any:
    field = next(f for f in fields(type_) if f.name == name)
    return None if field.default is MISSING else field.default


def _grows(field: Field) -> bool:
    """Fields of a set width stand close together; the others share the rest of the line."""
    return not isinstance(field, NumberField | DateField | MoneyField | ComboField)


def _make(owner: type, name: str, hint: Any, today: Today, options: Sequence[Option] | None) -> Field:
    title, help_text = words.title(owner.__name__, name), form_layouts.HELP.get((owner.__name__, name), "")
    bare, krav, optional = _unwrap(hint)
    more: dict[str, Any] = {"help_text": help_text, "optional": optional, "krav": krav}
    more["marked"] = owner.__name__ not in form_layouts.UNMARKED
    if options is not None:
        return ComboField(title, options, **more)
    if get_origin(bare) is tuple:
        item = get_args(bare)[0]
        if get_origin(item) is Literal:
            return ChecksField(title, [(v, words.choice(v)) for v in get_args(item)], **more)
        return _make_list(title, item, today, more)
    if get_origin(bare) is Literal:
        make = ComboField if (owner.__name__, name) in form_layouts.IN_A_LIST else choice_field
        return make(title, [(v, words.choice(v)) for v in get_args(bare)], **more)
    if bare is bool:
        return CheckField(title, help_text=help_text)
    if bare is int:
        return NumberField(title, **more)
    if bare is date:
        return DateField(title, today, **more)
    if bare is Kroner:
        return MoneyField(title, **more)
    if bare is str:
        return _make_text(owner, name, title, more)
    plain = (owner.__name__, name) in form_layouts.PLAIN
    return GroupField(title, partial(Form, bare, today), bare, plain, optional=optional, help_text=help_text)


def _make_text(owner: type, name: str, title: str, more: dict[str, Any]) -> Field:
    options = form_layouts.OPTIONS.get((owner.__name__, name))
    if options is not None:
        return choice_field(title, [(v, words.choice(v)) for v in options], **more)
    if name == "fil":
        return FileField(title, **more)
    if any(isinstance(k, Siffer) for k in more["krav"]):
        return DigitsField(title, width=170, **more)
    longest = max((k.maks for k in more["krav"] if isinstance(k, Tekst)), default=200)
    if longest > LONG_TEXT:
        return AreaField(title, lines=form_layouts.LINES.get((owner.__name__, name), 3), **more)
    field = LineField(title, width=form_layouts.WIDTHS.get(name), **more)
    if (owner.__name__, name) in form_layouts.SECRET:
        field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _make_list(title: str, item: Any, today: Today, more: dict[str, Any]) -> Field:
    bare, _, _ = _unwrap(item)
    if bare is str:
        more["optional"] = not any(getattr(k, "minst", 0) for k in more["krav"])
        return LinesField(title, lines=2, **{**more, "help_text": more["help_text"] or "Én på hver linje."})
    kept = {name: more[name] for name in ("help_text", "krav")}
    return RowsField(title, partial(Form, bare, today, compact=True), bare, **kept)


def _unwrap(hint: Any) -> tuple[Any, tuple[Krav, ...], bool]:
    """The bare type, its requirements, and whether None is allowed."""
    krav: tuple[Krav, ...] = ()
    optional = False
    while True:
        if get_origin(hint) is Annotated:
            krav += tuple(k for k in hint.__metadata__ if isinstance(k, Krav))
            hint = get_args(hint)[0]
        elif get_origin(hint) in {Union, UnionType}:
            kinds = [a for a in get_args(hint) if a is not NoneType]
            optional = optional or len(kinds) < len(get_args(hint))
            hint = kinds[0]  # where a robot may send another kind too, a person types the first
        else:
            return hint, krav, optional
