"""The quiet line at a form: something was typed here and not saved, and can be fetched or thrown away."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from boligtildeling.casework.act import handling_for
from boligtildeling.casework.utkast import UTEN_UTKAST, skjema_for
from boligtildeling.domain.datoer import vis_tidspunkt
from ui.drafts import Draft, Key
from ui.widgets.basics import button, label

if TYPE_CHECKING:
    from ui.widgets.act_form import ActForm


def sentence(draft: Draft, version: int | None) -> str:
    """When it was typed, and whether the case is another since."""
    changed = draft.sett_versjon is not None and version is not None and draft.sett_versjon != version
    since = " Saken er endret siden." if changed else ""
    return f"Du skrev noe her {vis_tidspunkt(draft.skrevet)} som ikke ble lagret.{since}"


class DraftLine(QFrame):
    """Asks nothing of anyone who does not want it."""

    def __init__(self, text: str, fetch: Callable[[], object], discard: Callable[[], object], what: str) -> None:
        super().__init__()
        self.setProperty("flate", "felt")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        self.text = label(text, "dempet")
        self.fetch = button("Hent fram", fetch, "liten", name=f"Hent fram det du skrev: {what}")
        self.discard = button("Forkast", discard, "liten", name=f"Forkast det du skrev: {what}")
        self.fetch.setAccessibleDescription(text)
        row.addWidget(self.text, 1)
        for one in (self.fetch, self.discard):
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)


class FormDraft(QObject):
    """Keeps what is typed in one form, and offers what was typed in it before."""

    def __init__(self, form: "ActForm", part: str, *, is_kept: bool) -> None:
        super().__init__(form)
        self._form, self._act = form, handling_for(form.command)
        self.skjema = skjema_for(self._act.navn, part)
        self.is_kept = is_kept and self._act.navn not in UTEN_UTKAST
        self.line: DraftLine | None = None
        self._shown: Draft | None = None
        if self.is_kept:
            form.touched.connect(self._typed)
            form.doer.drafts.changed.connect(self.look)
            self.look()

    def is_about(self, part: str) -> None:
        """The form is for this part of the act from now on."""
        self.skjema = skjema_for(self._act.navn, part)

    @property
    def _key(self) -> Key:
        return self._form.doer.draft_case, self.skjema

    def look(self) -> None:
        """Shows the line when there is something to offer. One that is shown stays until it is answered."""
        draft = self._form.doer.drafts.offered(self._key) if self.is_kept else None
        if draft is None or draft is self._shown or self._form.is_touched:
            return
        self._hide()
        self._shown = draft
        text = sentence(draft, self._form.doer.case_fields().get("sett_versjon"))
        self.line = DraftLine(text, self._fetch, self._discard, self._act.tittel)
        self._form.show_first(self.line)

    def _typed(self) -> None:
        self._form.doer.drafts.write_soon(self._key, self._take, self._form)

    def _take(self) -> tuple[dict[str, Any], int | None]:
        return self._form.form.typed(), self._form.doer.case_fields().get("sett_versjon")

    def _fetch(self) -> None:
        draft = self._shown
        self._hide()
        if draft is not None:
            self._form.put_back(draft.felter)
            self._form.doer.tell("Det du skrev, er hentet fram. Det er ikke lagret ennå.")

    def _discard(self) -> None:
        self._hide()
        self._form.doer.drafts.discard(self._key)
        self._form.form.focus_on()

    def _hide(self) -> None:
        if self.line is not None:
            self.line.hide()
            self.line.deleteLater()
        self.line = self._shown = None

    def put_down(self) -> bool:
        """Writes what is typed now, and offers it the next time; False when it cannot be kept."""
        drafts = self._form.doer.drafts
        if not self.is_kept or drafts.is_failing:
            return False
        drafts.put_down(self._key)
        return True

    def submitted(self) -> None:
        if self.is_kept:
            self._form.doer.drafts.hold(self._key)

    def refused(self) -> None:
        if self.is_kept:
            self._typed()

    def done(self) -> None:
        if self.is_kept:
            self._hide()
            self._form.doer.drafts.done(self._key)
