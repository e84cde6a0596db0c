"""What an act touched, told to every screen that may want to read again; the only way screens reach sideways."""

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Signals:
    changed: the numbers (cases, dwellings, settings, users) that an act touched, as a frozenset of str.
    """

    changed = Signal(object)

    def tell(self, numbers: tuple[str, ...]) -> None:
        if numbers:
            self.changed.emit(frozenset(numbers))
