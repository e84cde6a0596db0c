"""Work for the window's own thread that would hold it too long in one piece: done in parts, one a turn."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Job = Callable[[], object]


class IdleJobs(QObject):
    """Does small jobs, one for each turn of the event loop that has nothing else in it: keys and clicks come first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = deque[Job]()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._do_one)

    @property
    def is_at_work(self) -> bool:
        return self._timer.isActive()

    def begin(self, jobs: Iterable[Job]) -> None:
        """Starts on these jobs; what was left of the former ones is dropped."""
        self.stop()
        self._jobs.extend(jobs)
        if self._jobs:
            self._timer.start()

    def stop(self) -> None:
        self._jobs.clear()
        self._timer.stop()

    def _do_one(self) -> None:
        job = self._jobs.popleft()
        if not self._jobs:
            self._timer.stop()
        job()
