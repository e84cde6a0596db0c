"""The page of one step: heading, cards, checkpoints, and the button that leads on."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from ui.accessibility import reading_order
from ui.case import Case
from ui.idle_jobs import Job
from ui.veien import STEPS
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Card, button, button_row, column, label
from ui.widgets.checkpoint import CheckpointCard
from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning

WIDEST = 900


class Page(QScrollArea):
    """A page that scrolls and keeps what has the focus in sight."""

    def __init__(self, title: str, widest: int = WIDEST) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("flate", "klar")
        holder.setMinimumHeight(1)  # else a page is as high as its texts would be in the narrowest column
        self.inside = QWidget()
        self.inside.setMaximumWidth(widest)
        outer = column(holder)
        outer.addWidget(self.inside)
        outer.setContentsMargins(4, 16, 16, 32)
        self.body = column(self.inside, 14)
        self.heading = label(title, "h1")
        self.body.addWidget(self.heading)
        outer.addStretch(1)
        self.setWidget(holder)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 20, 60)

    def focus_first(self) -> None:
        """Moves the focus to the first control of the page."""
        first = next(reading_order(self.inside), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)  # what stands before it is read first, where there is room for both
            QTimer.singleShot(0, self._follow_again)

    @Slot()
    def _follow_again(self) -> None:
        """When all has found its place."""
        self._follow(None, QApplication.focusWidget())

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.body.addWidget(widget)

    def card(self, title: str, *widgets: QWidget) -> Card:
        """A new card with these widgets in it."""
        made = Card(title)
        for widget in widgets:
            made.add(widget)
        self.add(made)
        return made


class StepPage(Page):
    """One of the ten steps of a case.

    Signals:
    next_wanted: the user is done here and wants the next step.
    left: the user is done with a page beside the steps, and wants the step before it.
    document_wanted: the user wants to see the document with this name.
    beside_wanted: the user wants `beside` (a letter that follows what is written) shown, or no longer.
    """

    next_wanted = Signal()
    left = Signal()
    document_wanted = Signal(str)
    step: ClassVar[str] = ""
    title: ClassVar[str] = ""
    # Shows more than the reading of the case holds, and asks for it each time it is chosen.
    asks_for_more: ClassVar[bool] = True
    beside_wanted = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__(self.title)
        self.case = case
        self.beside: QWidget | None = None
        self._last_read: Saksvisning | None = None
        self._last_day: date | None = None
        self.checkpoints = CheckpointCard(case)

    def bring_up_to_date(self, sak: "Saksvisning") -> None:
        """Shows the case, unless this very reading of it was shown here earlier today and is all there is to show."""
        today = self.case.today()
        if self.asks_for_more or self._last_read is not sak or self._last_day != today:
            self.show_case(sak)
            self._last_read, self._last_day = sak, today

    def show_case(self, sak: "Saksvisning") -> None:
        """Shows the case as it stands; what the user is typing stays."""
        self.checkpoints.show_points([p for p in sak.sjekkpunkter if p.steg == self.step])

    def spare_parts(self) -> Iterable[Job]:
        """What a page can have ready, in parts, before it shows a case; nothing of the case is in it."""
        sak = self.case.sak
        return self.checkpoints.spare_parts(sum(p.steg == self.step for p in sak.sjekkpunkter) if sak else 0)

    def give_up(self) -> None:
        """What is typed and not saved is a draft, and is offered when the case is opened again."""
        for form in self.findChildren(ActForm):
            form.let_go()
            form.form.is_touched = False

    def let_go(self) -> None:
        """The page, and what belongs beside it, is gone when the event loop is back."""
        if self.beside is not None:
            self.beside.deleteLater()
        self.deleteLater()

    def end_with(self, *buttons: QPushButton, primary: bool = False) -> None:
        """The checkpoints, then the way on; `primary` when nothing else on the page is."""
        following = dict(zip([code for code, _ in STEPS], STEPS[1:], strict=False)).get(self.step)
        last = list(buttons)
        if following is not None:
            text = f"Neste: {following[1].lower()}"
            last.insert(0, button(text, self.next_wanted.emit, "primaer" if primary else "vanlig"))
        if self.checkpoints.parentWidget() is None:
            self.add(self.checkpoints)
        self.body.addLayout(button_row(last))

    def focus_point(self, kode: str) -> bool:
        """Moves the focus to what clears this code: a step may know a better place than the checkpoint itself."""
        return self.checkpoints.focus_point(kode)

    def focus_draft(self, skjema: str) -> None:
        """Opens the form with this name, and moves the focus to it: to the line that offers what was typed."""
        fold = next((f for f in self.findChildren(Fold) if f.skjema == skjema), None)
        if fold is not None and not fold.is_open:
            fold.toggle()
            return
        form = next((f for f in self.findChildren(ActForm) if f.draft.skjema == skjema), None)
        if form is not None and form.draft.line is not None:
            form.draft.line.fetch.setFocus(Qt.FocusReason.OtherFocusReason)
