"""Help beside what is being done: follows the focus while it is open, and never takes it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea

from ui.accessibility import announce
from ui.widgets.basics import button, button_row, clear, column, label

if TYPE_CHECKING:
    from ui.field_help import Section

WIDTH, BETWEEN = 340, 12


class HelpPane(QFrame):
    """Hidden until F1."""

    def __init__(self, close: Callable[[], object], all_pages: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("flate", "kort")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Hjelp")
        self._shown: Sequence[Section] = ()
        inside = QFrame()
        inside.setProperty("flate", "klar")
        self._box = column(inside, 8)
        self._box.setContentsMargins(0, 0, 8, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName("Hjelpeteksten")
        outer = column(self, 12)
        outer.setContentsMargins(16, 14, 8, 14)
        outer.addWidget(label("Hjelp", "h2"))
        outer.addWidget(scroll, 1)
        outer.addLayout(button_row([button("Lukk", close, "liten", name="Lukk hjelpen")]))
        outer.addLayout(button_row([button("Alle hjelpesider", all_pages, "lenke")]))
        self.hide()

    def show_sections(self, sections: "Sequence[Section]", *, aloud: bool) -> None:
        """Shows them in place of those before; `aloud`: the first is read to who uses a screen reader."""
        if list(sections) != list(self._shown):
            self._shown = sections
            clear(self._box)
            for number, section in enumerate(sections):
                title = label(section.title, "h3")
                title.setContentsMargins(0, BETWEEN if number else 0, 0, 0)
                self._box.addWidget(title)
                for text in section.texts:
                    self._box.addWidget(label(text))
            self._box.addStretch(1)
        if aloud and sections:
            announce(self, " ".join((sections[0].title, *sections[0].texts)))
