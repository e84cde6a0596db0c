"""Waiting until a window is at rest, where there is no qtbot to wait with."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

SETTLE_MS, TICKS = 40, 3


def settle(is_at_rest: Callable[[], bool]) -> None:
    """Lets the window live until it has been at rest for a while, and is painted."""
    loop, idle = QEventLoop(), [0]

    def tick() -> None:
        idle[0] = idle[0] + 1 if is_at_rest() else 0
        if idle[0] == TICKS:
            loop.quit()

    quiet = QTimer()
    quiet.setInterval(SETTLE_MS)
    quiet.timeout.connect(tick)
    quiet.start()
    loop.exec()
