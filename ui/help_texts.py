"""The help texts in the window: read when they are first asked for, away from the window, and kept."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.messages import in_words

if TYPE_CHECKING:
    from boligtildeling.domain.hjelp import Hjelp
    from ui.session import Session

PAGE_OF_PLACE = {
    "velkommen": "kom-i-gang",
    "saksliste": "sakslisten",
    "soeknad": "soeknad",
    "sikkerhetskopier": "kopier-og-noekler",
    "innstillinger": "egne-tekster",
    "historikk": "angre-og-utkast",
    "skjerming": "innsyn-og-tilgang",
    "innsyn": "innsyn-og-tilgang",
    "innsynslogg": "innsyn-og-tilgang",
    "til_gjennomgang": "innsyn-og-tilgang",
}
FIRST_PAGE = "kom-i-gang"


def page_of(place: str, step: str = "") -> str:
    """The help page for where the user is; the first one where there is none of its own."""
    here = step or place
    return PAGE_OF_PLACE.get(here, here.replace("_", "-"))


class HelpTexts(QObject):
    """With the kommune's own laid over ours, once the folder is known."""

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self._read: tuple[Path | None, Hjelp] | None = None

    def ask(self, done: "Callable[[Hjelp], object]", owner: QObject) -> None:
        """Calls `done` with the texts, at once when they are here."""
        folder = self._session.mappe
        if self._read is not None and self._read[0] == folder:
            done(self._read[1])
            return

        def read() -> "Hjelp":
            from boligtildeling.hjelp import les_hjelp

            return les_hjelp(folder)

        def keep(texts: "Hjelp") -> None:
            self._read = (folder, texts)
            done(texts)

        def not_read(error: Exception) -> None:
            self._session.told.emit(in_words(error).as_text)

        self._session.runner.drawing(read, keep, not_read, owner=owner)
