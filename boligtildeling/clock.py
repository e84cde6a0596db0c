"""The clock: the only module that reads the time."""

from datetime import datetime


class Klokke:
    """Tells local time; a trial folder may set it to a fixed instant."""

    def __init__(self, fast: datetime | None = None) -> None:
        self._fast = fast

    def naa(self) -> datetime:
        """Now, local time with its offset."""
        return (self._fast or datetime.now()).astimezone()
