"""Does acts for a screen: fills in which case and which version, and knows where reasons and the newest are."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.drafts import Drafts
from ui.runner import Done, Failed
from ui.session import Session, SignIn


class ActDoer(QObject):
    """For screens that belong to no case; a case has its own kind.

    Signals:
    point_wanted: the user wants to go to the checkpoint with this code.
    newest_wanted: the user wants what is stored now, and keeps what is typed.
    """

    point_wanted = Signal(str)
    newest_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def today(self) -> Callable[[], date]:
        return self.session.i_dag

    @property
    def drafts(self) -> Drafts:
        return self.session.drafts

    @property
    def draft_case(self) -> str | None:
        """The case that drafts belong to; None outside of all."""
        return None

    def case_fields(self) -> dict[str, Any]:
        """The fields of a command that say which case, and which version of it was seen."""
        return {}

    def last_change(self) -> str:
        """The last thing that was done, by whom and when, in a sentence; empty where nobody keeps count."""
        return ""

    def act(
        self,
        kommando: object,
        done: Done,
        failed: Failed,
        *,
        owner: QObject,
        files: Path | None = None,
        sign_in: SignIn | None = None,
    ) -> None:
        """Does an act; attachments that it names are read below `files`, and `sign_in` says who else does it here."""
        self.session.act(kommando, done, failed, owner=owner, files=files, sign_in=sign_in)

    def tell(self, text: str) -> None:
        self.session.told.emit(text)

    def go_to_point(self, kode: str) -> None:
        self.point_wanted.emit(kode)

    def fetch_newest(self) -> None:
        self.newest_wanted.emit()
