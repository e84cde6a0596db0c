"""Takes the copy of the day while the window is used, and says in the status line how it stands with the copies."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QPushButton

from boligtildeling.clock import Klokke
from ui.accessibility import name
from ui.session import Session
from ui.widgets.basics import button, restyle

FIRST_AFTER_MS, THEN_EVERY_MS = 4_000, 3_600_000
CHANNEL = "sikkerhetskopi"


class CopyWatch(QObject):
    """Looks a little after the folder is opened, when the list is on the screen, and then every hour.

    Signals:
    wanted: the user wants to see the copies.
    """

    wanted = Signal()

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._session = session
        self.button: QPushButton = button("", self.wanted.emit, "lenke", name="Sikkerhetskopier")
        self.button.hide()
        window.statusBar().addPermanentWidget(self.button)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.take)
        session.copies_changed.connect(self.look)

    def begin(self) -> None:
        """The folder is open."""
        self._timer.start(FIRST_AFTER_MS)

    def take(self) -> None:
        """The copy of the day, if it is not taken; never in the way of anything."""
        self._timer.start(THEN_EVERY_MS)
        now = Klokke().naa()
        self._session.ask_beside(
            lambda p: p.hylle().daglig(now), lambda _: self.look(), lambda _: self.look(), owner=self, channel=CHANNEL
        )

    def look(self) -> None:
        """How it stands now."""
        now = Klokke().naa()
        self._session.ask_beside(
            lambda p: p.hylle().status(now), self._show, lambda _: self.button.hide(), owner=self, channel=CHANNEL
        )

    def _show(self, status: object) -> None:
        from boligtildeling.casework.views.sikkerhetskopi import Kopistatus
        from ui.copy_words import in_status_line, is_warning

        if not isinstance(status, Kopistatus):
            return
        text = in_status_line(status, Klokke().naa().date())
        self.button.setText(text)
        name(self.button, f"{text.removeprefix('⚠ ')}. Åpne sikkerhetskopiene.")
        restyle(self.button, "merke", "advarsel" if is_warning(status) else "")
        self.button.show()
