"""One case on the screen: read on the database thread, again when something touches it, acted on by its version."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from boligtildeling.domain.datoer import vis_tidspunkt
from boligtildeling.domain.feil import Ugyldig
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.session import Session

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning


class Case(ActDoer):
    """The case that the window shows.

    Signals:
    loaded: the case as it is stored now, as a Saksvisning.
    failed: the case could not be shown; carries the Message.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.saksnummer = ""
        self.sak: Saksvisning | None = None
        session.bus.changed.connect(self._touched)

    @property
    def shown(self) -> "Saksvisning":
        """The case as it was last read; only asked when one is shown."""
        if self.sak is None:
            raise LookupError("sak")
        return self.sak

    def open(self, saksnummer: str) -> None:
        """Shows another case."""
        if saksnummer != self.saksnummer:
            self.saksnummer, self.sak = saksnummer, None
            self.drafts.read()
        self.load()

    def close(self) -> None:
        self.saksnummer, self.sak = "", None

    def load(self) -> None:
        """Reads the case; the newest request wins."""
        number, bruker = self.saksnummer, self.session.bruker
        if number:
            self.session.ask(lambda p: p.vis_sak(number, bruker), self._read, self._refused, owner=self, channel="sak")

    @property
    def draft_case(self) -> str | None:
        return self.saksnummer

    def case_fields(self) -> dict[str, Any]:
        if self.sak is None:
            return {}
        return {"saksnummer": self.saksnummer, "sett_versjon": self.sak.versjon}

    def last_change(self) -> str:
        if self.sak is None or not self.sak.historikk:
            return ""
        line = self.sak.historikk[0]
        return f"{line.tittel} – {line.bruker}, {vis_tidspunkt(line.tidspunkt)}."

    def fetch_newest(self) -> None:
        self.load()

    def _touched(self, numbers: frozenset[str]) -> None:
        if self.saksnummer in numbers:
            self.load()

    def _read(self, sak: "Saksvisning") -> None:
        if sak.saksnummer == self.saksnummer:
            self.sak = sak
            self.loaded.emit(sak)

    def _refused(self, error: Exception) -> None:
        """A case that may not be seen is not left standing on the screen."""
        if isinstance(error, Ugyldig):
            self.sak = None
        self.failed.emit(in_words(error))
