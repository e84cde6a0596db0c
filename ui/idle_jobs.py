"""Work for the window's own thread that would hold it too long in one piece: done in parts, one a turn."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

Job = Callable[[], object]


class IdleJobs(QObject):
    """Does small jobs, one for each turn of the event loop that has nothing else in it: keys and clicks come first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: Iterator[Job] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._do_one)

    @property
    def is_at_work(self) -> bool:
        return self._timer.isActive()

    def begin(self, jobs: Iterable[Job]) -> None:
        """Starts on these jobs, each asked for when the one before is done; what was left of the former is dropped."""
        self._jobs = iter(jobs)
        self._timer.start()

    def stop(self) -> None:
        self._jobs = iter(())
        self._timer.stop()

    def _do_one(self) -> None:
        job = next(self._jobs, None)
        if job is None:
            self._timer.stop()
        else:
            job()
