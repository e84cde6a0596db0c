"""The pages of the case that is open; blank ones are kept ready, so that a step that is chosen is only filled."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.case import Case
from ui.collector import sweep
from ui.idle_jobs import IdleJobs, Job
from ui.step_makers import PageMaker
from ui.step_page import StepPage


class Pages(QStackedWidget):
    """Shows one page at a time, or an empty surface.

    A page in which one case has been shown never shows another: nothing of it, typed or read, may follow.

    Signals:
    made: a page is made; what it asks for is still to be connected.
    """

    made = Signal(object)

    def __init__(self, case: Case, makers: Mapping[str, PageMaker]) -> None:
        super().__init__()
        self._case, self._makers = case, makers
        self.used: dict[str, StepPage] = {}
        self._blank: dict[str, StepPage] = {}
        self._jobs = IdleJobs(self)
        self._empty = QWidget()
        self.addWidget(self._empty)

    @property
    def shown(self) -> StepPage | None:
        page = self.currentWidget()
        return page if isinstance(page, StepPage) else None

    def page(self, step: str) -> StepPage:
        """The page of a step in this case; made now when it is not ready."""
        if step not in self.used:
            page = self._blank.pop(step, None) or self._make(step)
            self.used[step] = page
        return self.used[step]

    def make_ready(self, steps: Iterable[str]) -> None:
        """Makes the blank pages that are missing, in this order, when nothing else is asked for."""
        self._jobs.begin(job for step in steps for job in self._ready(step))

    def forget(self) -> list[Job]:
        """Takes the case off the screen and gives up what is typed in it; the jobs that come back let go of it all."""
        self._jobs.stop()
        self.setCurrentWidget(self._empty)
        leaving = list(self.used.values())
        self.used.clear()
        for page in leaving:
            page.give_up()
        return [*(page.let_go for page in leaving), *([sweep] if leaving else [])]

    def _ready(self, step: str) -> Iterator[Job]:
        yield partial(self._make_blank, step)
        yield partial(self._polish, step)
        if step in self._blank:
            yield from self._blank[step].spare_parts()

    def _make_blank(self, step: str) -> None:
        if step not in self._blank and step not in self.used:
            self._blank[step] = self._make(step)

    def _polish(self, step: str) -> None:
        if step in self._blank:
            self._blank[step].ensurePolished()

    def _make(self, step: str) -> StepPage:
        page = self._makers[step](self._case)
        self.addWidget(page)
        self.made.emit(page)
        return page
