"""Work away from the window: one thread owns the database, another draws pages; answers come back as queued signals.

What only the window's own thread can do, and would hold it too long in one piece, is done in parts, one a turn.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from ui.idle_jobs import Job

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


@dataclass
class _Task:
    """One piece of work: who asked, on which channel, and what to do with the answer."""

    owner: QObject
    done: Done
    failed: Failed
    channel: str | None
    number: int
    future: "Future[None] | None" = field(default=None)


class Runner(QObject):
    """Runs work in order on the database thread, or beside it: on the drawing thread, or on the one for upkeep.

    On a channel the newest wins: an older request that has not begun is dropped, and the answer of one that has is
    thrown away. An answer whose owner is gone is thrown away too. Callbacks always run on the window's thread.
    """

    idle = Signal()
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="tegning")
        self._upkeep = ThreadPoolExecutor(1, thread_name_prefix="vedlikehold")
        self._newest: dict[str, _Task] = {}
        self._pending = 0
        self._number = 0
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        return self._pending == 0

    def database(
        self, work: Callable[[], Any], done: Done, failed: Failed, *, owner: QObject, channel: str | None = None
    ) -> None:
        """Runs `work` on the thread that owns the database."""
        self._submit(self._database, work, _Task(owner, done, failed, channel, self._next()))

    def drawing(
        self, work: Callable[[], Any], done: Done, failed: Failed, *, owner: QObject, channel: str | None = None
    ) -> None:
        """Runs `work` beside the database thread: pictures of pages, nothing that reads or writes a case."""
        self._submit(self._drawing, work, _Task(owner, done, failed, channel, self._next()))

    def upkeep(
        self, work: Callable[[], Any], done: Done, failed: Failed, *, owner: QObject, channel: str | None = None
    ) -> None:
        """Runs `work` beside the other two: what takes long and nobody waits for, such as a backup copy."""
        self._submit(self._upkeep, work, _Task(owner, done, failed, channel, self._next()))

    def in_turns(self, jobs: Iterable[Job], *, owner: QObject) -> None:
        """Does small jobs in order on the window's own thread, one a turn: paint, keys and clicks come between."""
        self._pending += 1
        self._take_turn(iter(jobs), owner)

    def close(self) -> None:
        """Lets what has begun finish, drops the rest, and delivers nothing more."""
        self._closed = True
        for pool in (self._database, self._drawing, self._upkeep):
            pool.shutdown(wait=True, cancel_futures=True)

    def _take_turn(self, jobs: Iterator[Job], owner: QObject) -> None:
        QTimer.singleShot(0, lambda: self._do_next(jobs, owner))

    def _do_next(self, jobs: Iterator[Job], owner: QObject) -> None:
        """A job that fails takes those after it along: they stand on it."""
        job = None if self._closed or not isValid(owner) else next(jobs, None)
        if job is None:
            self._settle()
            return
        try:
            job()
        except Exception:
            self._settle()
            raise
        self._take_turn(jobs, owner)

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _submit(self, pool: ThreadPoolExecutor, work: Callable[[], Any], task: _Task) -> None:
        if self._closed:
            return
        if task.channel is not None:
            self._drop(self._newest.get(task.channel))
            self._newest[task.channel] = task
        self._pending += 1
        task.future = pool.submit(self._run, work, task)

    def _drop(self, older: _Task | None) -> None:
        if older is not None and older.future is not None and older.future.cancel():
            self._settle()

    def _run(self, work: Callable[[], Any], task: _Task) -> None:
        try:
            answer, error = work(), None
        except Exception as caught:
            answer, error = None, caught
        self._answered.emit(task, answer, error)

    @Slot(object, object, object)
    def _deliver(self, task: _Task, answer: Any, error: Exception | None) -> None:
        outdated = task.channel is not None and self._newest.get(task.channel) is not task
        if not (outdated or self._closed) and isValid(task.owner):
            if error is None:
                task.done(answer)
            else:
                task.failed(error)
        self._settle()

    def _settle(self) -> None:
        self._pending -= 1
        if self._pending == 0:
            self.idle.emit()
