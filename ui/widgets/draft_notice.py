"""At the top of a case: what this user has begun to write in it and not saved, each with the way to its form."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame

from boligtildeling.casework.act import HANDLINGER
from ui.acts import IN_STEPS, step_of
from ui.veien import STEP_TITLES
from ui.widgets.basics import clear, column, label, set_shown
from ui.widgets.link import Link

TITLE = "Du har skrevet noe her som ikke er lagret:"


def words(skjema: str) -> str:
    """What the form is called: the act, and what it is about."""
    act, _, part = skjema.partition(" ")
    step = step_of(act) or ""
    title = HANDLINGER[act].tittel if act in HANDLINGER else act
    if step in STEP_TITLES and len(IN_STEPS[step]) == 1:
        title = STEP_TITLES[step]
    return f"{title}: {part}" if part else title


class DraftNotice(QFrame):
    """Hidden when there is nothing."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("flate", "felt")
        self._go = go
        self._shown: tuple[str, ...] = ()
        self._box = column(self, 2)
        self._box.setContentsMargins(16, 8, 16, 8)
        self.hide()

    def show_drafts(self, names: Sequence[str]) -> None:
        """One link for each form that the window has a place for."""
        wanted = tuple(name for name in names if step_of(name.partition(" ")[0]) is not None)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._box)
        if wanted:
            self._box.addWidget(label(TITLE, "liten"))
        for name in wanted:
            self._box.addWidget(Link(words(name), partial(self._go, name)))
        set_shown(self, bool(wanted))
