"""The tour: one step at a time, at the place it is about, with what it is about framed."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui.accessibility import announce, reading_order
from ui.widgets.basics import button, button_row, column, label, set_shown
from ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from boligtildeling.domain.hjelp import Omvisningsskritt

WIDTH, BOTTOM, SIDE, AROUND = 520, 48, 24, 4


class TourBar(Overlay):
    """Says where it is, and goes there by `go`, which is told a screen, or a step of a case."""

    def __init__(self, window: QWidget, go: Callable[[str], object], is_idle: Callable[[], bool]) -> None:
        super().__init__(window)
        self._go, self._is_idle = go, is_idle
        self._steps: Sequence[Omvisningsskritt] = ()
        self._number = 0
        self.frame_ = QFrame(window)
        self.frame_.setProperty("flate", "ramme")
        self.frame_.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.frame_.hide()
        self.where, self.title, self.text = label("", "liten"), label("", "h2"), label("")
        self.next = button("Neste", self.forward, "primaer")
        self.previous = button("Forrige", self.back)
        self.stop = button("Avslutt omvisningen", self.close_it)
        box = column(self, 8)
        box.setContentsMargins(20, 14, 20, 16)
        for part in (self.where, self.title, self.text):
            box.addWidget(part)
        box.addLayout(button_row([self.next, self.previous, self.stop]))
        self.closed.connect(self.frame_.hide)
        self._looking = QTimer(self)
        self._looking.setInterval(30)
        self._looking.timeout.connect(self._look)
        self.closed.connect(self._looking.stop)

    def begin(self, steps: "Sequence[Omvisningsskritt]") -> None:
        """From the first step."""
        self._steps, self._number = steps, 0
        self.open()
        self._show()

    def forward(self) -> None:
        """The next step; the last one ends it."""
        if self._number + 1 == len(self._steps):
            self.close_it()
            return
        self._number += 1
        self._show()

    def back(self) -> None:
        self._number = max(0, self._number - 1)
        self._show()

    def _show(self) -> None:
        step = self._steps[self._number]
        is_last = self._number + 1 == len(self._steps)
        self.where.setText(f"Omvisning {self._number + 1} av {len(self._steps)}")
        self.title.setText(step.tittel)
        self.text.setText(step.tekst)
        self.next.setText("Ferdig" if is_last else "Neste")
        self.next.setAccessibleName(self.next.text())
        self.next.setAccessibleDescription(f"{step.tittel}. {step.tekst}")
        set_shown(self.previous, self._number > 0)
        set_shown(self.stop, not is_last)
        self.frame_.hide()
        self._go(step.sted)
        self.place()
        self.raise_()
        announce(self, f"{step.tittel}. {step.tekst}")
        self._looking.start()

    def _look(self) -> None:
        """When the place is filled, what the step is about is framed, and the keyboard is here."""
        if not self._is_idle():
            return
        self._looking.stop()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._point_out()

    def _point_out(self) -> None:
        window, wanted = self.parentWidget(), self._steps[self._number].navn
        if window is None or not wanted:
            return
        found = next(self._named(window, wanted), None)
        if found is not None:
            corner = found.mapTo(window, found.rect().topLeft())
            around = QRect(corner, found.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
            self.frame_.setGeometry(around.intersected(window.rect()))
            self.frame_.show()
            self.frame_.raise_()
            self.raise_()

    def _named(self, window: QWidget, wanted: str) -> Iterator[QWidget]:
        """What is in sight under this name: first what Tab stops at, in the order it is read."""
        everything = (*reading_order(window), *window.findChildren(QWidget))
        return (w for w in everything if w.isVisible() and w.accessibleName().startswith(wanted))

    def place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        width = min(WIDTH, window.width() - 2 * SIDE)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(window.width() - width - SIDE, window.height() - self.height() - BOTTOM)
        if self.frame_.isVisible():
            self._point_out()
