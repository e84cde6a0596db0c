"""Two have changed the same: field by field what you wrote beside what stands there now, and one of them chosen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ui.accessibility import announce, name
from ui.widgets.basics import button, button_row, clear, column, label
from ui.widgets.fields import Field
from ui.widgets.groups import GroupField

if TYPE_CHECKING:
    from ui.widgets.form import Form

HEADING = "En annen har endret dette mens du skrev"
EXPLAIN = "Velg for hvert felt. Ingenting er lagret ennå."
CHOOSE_FIRST = "Velg for hvert felt før du lagrer."
Typed = Mapping[str, Any]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Difference:
    """A field that both have changed, and what each wrote."""

    title: str
    field: Field
    mine: Any
    theirs: Any


def meet(form: "Form", base: Typed, theirs: Typed) -> tuple[list[Difference], list[str]]:
    """What both have changed since `base`; and the titles of what only the other has, which is taken in now."""
    clashes, taken = [], []
    for title, field, was, now in _leaves(form, base, theirs):
        mine = field.typed()
        if now == was or mine == now:
            continue
        if mine == was:
            field.put_back(now)
            taken.append(title)
        else:
            clashes.append(Difference(title, field, mine, now))
    form.show_what_counts()
    return clashes, taken


def _leaves(form: "Form", base: Typed, theirs: Typed) -> Iterator[tuple[str, Field, Any, Any]]:
    """The fields that can be chosen one by one, with what stood in each and what stands there now."""
    for key, field in form.fields.items():
        was, now = base.get(key), theirs.get(key)
        if isinstance(field, GroupField) and field.is_present and was and now and was["er_med"] and now["er_med"]:
            yield from _leaves(field.form, was["felter"], now["felter"])
        else:
            yield field.called, field, was, now


class ConflictPanel(QFrame):
    """Hidden until there is something to choose.

    Signals:
    settled: everything is chosen.
    """

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "advarsel")
        self._box = column(self, 8)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._open: dict[Difference, QWidget] = {}
        self.hide()

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def show_conflict(self, who: str, clashes: list[Difference], taken: list[str]) -> None:
        """Shows what must be chosen, and tells what was taken in; read aloud."""
        self.clear()
        if not (clashes or taken):
            return
        self._box.addWidget(label(HEADING, "h3"))
        if who:
            self._box.addWidget(label(who))
        if taken:
            self._box.addWidget(label(f"Hentet inn, siden du ikke hadde rørt det: {', '.join(taken)}."))
        if clashes:
            self._box.addWidget(label(EXPLAIN))
        for clash in clashes:
            self._open[clash] = self._row(clash)
            self._box.addWidget(self._open[clash])
        self.show()
        announce(self, f"{HEADING}. {who} {EXPLAIN if clashes else ''}".strip())

    def insist(self) -> None:
        """Moves the focus to the first choice that remains, and says so."""
        first = next(iter(self._open.values()))
        first.findChildren(QWidget, "valg")[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, CHOOSE_FIRST)

    def clear(self) -> None:
        self._open.clear()
        clear(self._box)
        self.hide()

    def _row(self, clash: Difference) -> QWidget:
        row = QFrame()
        row.setProperty("flate", "felt")
        box = column(row, 8)
        box.setContentsMargins(12, 8, 12, 10)
        box.addWidget(label(clash.title, "h3"))
        beside = QGridLayout()
        beside.setHorizontalSpacing(24)
        for place, (whose, what) in enumerate((("Du skrev", clash.mine), ("Nå står det", clash.theirs))):
            text = label(clash.field.in_words(what) or "Ingenting")
            name(text, f"{clash.title}. {whose}")
            beside.addWidget(label(whose, "liten"), 0, place)
            beside.addWidget(text, 1, place, Qt.AlignmentFlag.AlignTop)
            beside.setColumnStretch(place, 1)
        box.addLayout(beside)
        box.addLayout(button_row([self._choice(clash, *one) for one in self._choices(clash)]))
        return row

    def _choices(self, clash: Difference) -> tuple[tuple[str, Callable[[], object]], ...]:
        return (
            ("Behold mitt", partial(self._chosen, clash)),
            ("Bruk det som står der nå", partial(self._take_theirs, clash)),
        )

    @staticmethod
    def _choice(clash: Difference, text: str, chosen: Callable[[], object]) -> QWidget:
        made = button(text, chosen, "liten", name=f"{text}: {clash.title}")
        made.setObjectName("valg")
        return made

    def _take_theirs(self, clash: Difference) -> None:
        clash.field.put_back(clash.theirs)
        self._chosen(clash)

    def _chosen(self, clash: Difference) -> None:
        row = self._open.pop(clash)
        row.hide()
        row.deleteLater()
        if self._open:
            self.insist()
        else:
            self.clear()
            self.settled.emit()
