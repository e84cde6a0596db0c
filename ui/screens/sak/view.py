"""The frame of a case: three panes, the step that is shown, and where a link leads."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ui.acts import step_of
from ui.case import Case
from ui.messages import Message
from ui.screens.sak.followed import Followed
from ui.screens.sak.pages import Pages
from ui.screens.sak.right_pane import LETTER_WIDTH, RightPane
from ui.step_makers import PageMaker
from ui.step_page import StepPage
from ui.theme import FOLD_WIDTH, LEFT_WIDTH, RIGHT_WIDTH
from ui.veien import STEP_TITLES, Hinder, foerste_uferdige, stegstand
from ui.widgets.basics import button, column
from ui.widgets.draft_notice import DraftNotice
from ui.widgets.message_panel import MessagePanel
from ui.widgets.step_list import StepList

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning

EXTRA = (
    ("boforhold", "Boforhold"),
    ("klage", "Klage"),
    ("dokumenter", "Dokumenter"),
    ("historikk", "Historikk og notater"),
)


class CaseScreen(QWidget):
    """The window's middle when a case is open.

    Signals:
    shown: the case is on the screen, as a Saksvisning; None when it may not be seen.
    road_kept: whether the user wants the road in sight where there is room for it.
    """

    shown = Signal(object)
    road_kept = Signal(bool)

    def __init__(self, case: Case, makers: Mapping[str, PageMaker]) -> None:
        super().__init__()
        self.case = case
        self.current = self._last_step = self._wanted_point = self._opening = ""
        self.steps = StepList(EXTRA)
        self.stack = Pages(case, makers)
        self.right = RightPane()
        self.road = self.right.road
        self.problem = MessagePanel()
        self.drafts = DraftNotice(self._go_to_draft)
        self.fold = button("", self._toggle_road, "liten")
        self.followed = Followed()
        self.keeps_road = True
        self._is_fresh = False
        self._leaving = self._beside_wanted = False
        self._lay_out()
        self.steps.chosen.connect(self.go_to)
        self.road.wanted.connect(self._follow)
        self.road.hide_wanted.connect(self._toggle_road)
        self.road.document_wanted.connect(lambda name: self.go_to("dokumenter", name))
        self.road.history_wanted.connect(lambda: self.go_to("historikk"))
        self.stack.made.connect(self._connect_page)
        case.loaded.connect(self._show)
        case.failed.connect(self._fail)
        case.drafts.changed.connect(self._show_drafts)
        case.point_wanted.connect(self._go_to_point)

    def _lay_out(self) -> None:
        middle = QWidget()
        box = column(middle, 8)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.fold)
        top.setContentsMargins(0, 8, 16, 0)
        box.addLayout(top)
        box.addWidget(self.problem)
        box.addWidget(self.drafts)
        box.addWidget(self.followed)
        box.addWidget(self.stack, 1)
        left = QWidget()
        left_box = column(left)
        left_box.setContentsMargins(16, 16, 8, 8)
        left_box.addWidget(self.steps)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for pane, stretch in ((left, 0), (middle, 1), (self.right, 0)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
            self.splitter.setCollapsible(self.splitter.count() - 1, False)
        left.setMinimumWidth(LEFT_WIDTH - 40)
        left.setMaximumWidth(LEFT_WIDTH + 40)
        self.splitter.setSizes([LEFT_WIDTH, 800, RIGHT_WIDTH])
        outer = column(self, 0)
        outer.addWidget(self.splitter)

    @property
    def pages(self) -> Mapping[str, StepPage]:
        """The pages that this case has been shown in."""
        return self.stack.used

    def make_ready(self) -> None:
        """Makes what every case needs before the first is opened."""
        self.stack.make_ready([*STEP_TITLES, *(code for code, _ in EXTRA)])

    def open(self, saksnummer: str, step: str = "", point: str = "") -> None:
        """Opens a case, at a step when one is given, else at the first that is not finished."""
        if saksnummer != self.case.saksnummer:
            self._leave()
        self._is_fresh = True
        self._wanted_point = point
        if step:
            self.current = step
        self._opening = saksnummer
        if not self._leaving:
            self.case.open(saksnummer)

    def _leave(self) -> None:
        """The case is off the screen at once; what holds it is let go of a page a turn, and then the next is read."""
        self.right.show_beside(None)
        self.followed.close_it()
        self.current = self._last_step = ""
        jobs = self.stack.forget()
        if jobs and not self._leaving:
            self._leaving = True
            self.case.session.runner.in_turns([*jobs, self._left], owner=self)

    def _left(self) -> None:
        self._leaving = False
        if self._opening:
            self.case.open(self._opening)
        elif self.case.sak is not None:  # seen again by someone else while it was let go of
            self._show(self.case.sak)

    @property
    def _sak(self) -> "Saksvisning | None":
        """The case that may be on the screen now."""
        return None if self._leaving else self.case.sak

    def go_to(self, step: str, point: str = "") -> None:
        """Shows a step, and moves the focus to what clears `point`; a case on its way to the screen opens there."""
        sak = self._sak
        if sak is None:
            if self._opening:
                self.current, self._wanted_point = step, point
            return
        if step in STEP_TITLES:
            self._last_step = step
        if step != self.current:
            self.followed.close_it()
        self.current = step
        self.stack.page(step).bring_up_to_date(sak)
        self._bring(step, point)

    def _follow(self, hinder: Hinder) -> None:
        """To what clears it, with the reason and the law to read."""
        self.go_to(hinder.steg, hinder.kode)
        self.followed.show_hinder(hinder)

    def _bring(self, step: str, point: str) -> None:
        page = self.stack.page(step)
        self.stack.setCurrentWidget(page)
        self._show_beside(page)
        self.steps.mark(step)
        if point:
            page.focus_point(point)

    def _go_to_point(self, kode: str) -> None:
        punkt = next((p for p in self.case.shown.sjekkpunkter if p.kode == kode), None)
        if punkt is not None:
            self.go_to(punkt.steg, kode)

    def _show_drafts(self) -> None:
        self.drafts.show_drafts(self.case.drafts.offered_in(self.case.saksnummer) if self._sak is not None else ())

    def _go_to_draft(self, skjema: str) -> None:
        """The way to a form: the page it is on, and the checkpoint when it is the answer to one."""
        act, _, part = skjema.partition(" ")
        if step := step_of(act):
            self.go_to(step)
        else:
            self._go_to_point(part)
        if self.stack.shown is not None:
            self.stack.shown.focus_draft(skjema)

    def _connect_page(self, page: StepPage) -> None:
        page.next_wanted.connect(self.go_to_next)
        page.left.connect(self.go_back)
        page.document_wanted.connect(lambda name: self.go_to("dokumenter", name))
        page.beside_wanted.connect(self._toggle_beside)

    def go_to_next(self) -> None:
        """The step after this one."""
        codes = [s.kode for s in stegstand(self.case.shown)]
        if self.current in codes[:-1]:
            self.go_to(codes[codes.index(self.current) + 1])

    @property
    def is_beside_the_steps(self) -> bool:
        """Whether the page shown is none of the ten steps."""
        return bool(self.current) and self.current not in STEP_TITLES

    def go_back(self) -> None:
        """From a page beside the steps to the step before it."""
        self.go_to(self._last_step or foerste_uferdige(self.case.shown))
        self.focus_page()

    def focus_page(self) -> None:
        """Moves the focus to the first control of the page."""
        if self.stack.shown is not None:
            self.stack.shown.focus_first()

    def _show(self, sak: "Saksvisning") -> None:
        if self._leaving:
            return
        self.problem.clear()
        self.current = self.current or foerste_uferdige(sak)
        self.steps.show_steps(stegstand(sak), self.current)
        self.road.show_case(sak)
        self._show_drafts()
        self._show_road(self._is_wide and self.keeps_road)
        if self.followed.hinder not in [h for gruppe in self.road.vei.grupper for h in gruppe.hindre]:
            self.followed.close_it()
        if self._is_fresh:
            self._is_fresh = False
            self.case.session.runner.in_turns([self._prepare, self._fill, self._arrive], owner=self)
        else:
            self.go_to(self.current)
        self.shown.emit(sak)

    def _prepare(self) -> None:
        """The page that the case opens at, made ready to be filled; another one may have been chosen meanwhile."""
        if self._sak is not None:
            self.stack.page(self.current).ensurePolished()

    def _fill(self) -> None:
        if self._sak is not None:
            self.stack.page(self.current).bring_up_to_date(self._sak)

    def _arrive(self) -> None:
        if self._sak is None:
            return
        point, self._wanted_point = self._wanted_point, ""
        self._bring(self.current, point)
        if self.current in STEP_TITLES:
            self._last_step = self.current
        if not point:
            self.focus_page()
        self.make_ready()

    def _fail(self, message: Message) -> None:
        self.problem.show_message(message)
        if self.case.sak is None:
            self._opening = ""
            self._leave()
            self.steps.show_nothing()
            self.right.hide()
            self.shown.emit(None)

    def panes(self) -> list[QWidget]:
        """What F6 moves between."""
        page = self.stack.shown
        return [self.steps, *([page] if page is not None else []), *self.right.panes()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_road(self._is_wide and self.keeps_road)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= FOLD_WIDTH

    def _show_road(self, shown: bool) -> None:
        self.right.setVisible(shown or self.right.is_beside)
        self.fold.setVisible(not shown)
        vei = self.road.vei
        self.fold.setText(f"Veien til nøkkelen: {vei.antall} igjen" if vei.grupper else "Veien til nøkkelen")
        self.fold.setAccessibleName(self.fold.text())

    def _toggle_beside(self) -> None:
        self._beside_wanted = not self._beside_wanted
        if self.stack.shown is not None:
            self._show_beside(self.stack.shown)

    def _show_beside(self, page: StepPage) -> None:
        beside = page.beside if self._beside_wanted else None
        self.right.show_beside(beside)
        if beside is not None:
            self.splitter.setSizes([LEFT_WIDTH, self.width() - LEFT_WIDTH - LETTER_WIDTH, LETTER_WIDTH])
        self._show_road(self._is_wide and self.keeps_road)

    def _toggle_road(self) -> None:
        """Where there is room for it the choice is kept; where there is not, it holds until the window changes."""
        shown = not self.fold.isHidden()
        if self._is_wide:
            self.keeps_road = shown
            self.road_kept.emit(shown)
        self._show_road(shown)
        (self.road.focus_first if shown else self.fold.setFocus)()

    def keep_road(self, kept: bool) -> None:
        """As it was chosen before."""
        self.keeps_road = kept
        self._show_road(self._is_wide and kept)
