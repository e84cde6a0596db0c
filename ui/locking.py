"""Locks the window after idle minutes, and lets nobody see or do anything in it until someone has signed in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.accessibility import announce
from ui.messages import in_words
from ui.session import Session
from ui.widgets.lock_screen import LockScreen

LOCKED = "Boligtildeling er låst"
STAYS = "Det du har skrevet, står der fortsatt når du låser opp."
NO_PASSWORD = "Du har ikke passord her. Sett et under Innstillinger og brukere, så kan ingen andre låse opp for deg."
_USE = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})
SignedIn = Callable[[str], None]


class Locking(QObject):
    """The lock of one window: what is in it is taken out of sight and put back, with the focus where it was.

    Signals:
    covered: nothing that lies over the window may be seen.
    """

    covered = Signal()

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._hidden: QWidget | None = None
        self._focus: QWidget | None = None
        self._title = ""
        self._signed_in: SignedIn | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._watch)

    @property
    def is_locked(self) -> bool:
        return self._hidden is not None

    def begin(self, minutes: int) -> None:
        """Locks when nothing has been typed, pressed or moved for so long."""
        self._watch(self._window.windowHandle())
        self._idle.setInterval(minutes * 60_000)
        self._idle.start()

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        """Keys and the mouse come to a window first, and to what is in it after: to see them all there would cost a
        third of what everything in the window costs.
        """
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USE and self._idle.isActive():
            self._idle.start()
        return False

    def lock(self) -> None:
        """Locks now. Without an open folder there is nothing to hide."""
        if self.is_locked or not self._session.er_aapen:
            return
        navn = self._session.navn
        self._session.ask(
            lambda p: p.har_passord(navn),
            lambda has: self._cover(LOCKED, STAYS if has else f"{STAYS} {NO_PASSWORD}", navn, has),
            lambda _: self._cover(LOCKED, STAYS, navn, True),
            owner=self,
        )

    def sign_in(self, signed_in: SignedIn) -> None:
        """Asks for name and password before anything of the folder is shown."""
        self._signed_in = signed_in
        what = "Brukeren på maskinen er ikke registrert i denne mappen. Logg inn med brukernavn og passord."
        self._cover("Logg inn", what, "", True)

    def _cover(self, title: str, what: str, navn: str, needs_password: bool) -> None:
        if self.is_locked:
            return
        self._idle.stop()
        self._focus, self._title = QApplication.focusWidget(), self._window.windowTitle()
        hidden = self._window.takeCentralWidget()
        if hidden is None:
            return
        hidden.hide()
        self.covered.emit()
        self._hidden = hidden
        screen = LockScreen()
        screen.answered.connect(lambda who, password, own: self._try(navn or who, password, own, needs_password))
        self._window.setCentralWidget(screen)
        self._let_work(False)
        self._window.setWindowTitle(title)
        screen.ask(title, what, navn, needs_password)
        announce(self._window, title)

    def _try(self, navn: str, password: str, own: str, needs_password: bool) -> None:
        if not needs_password:
            self._uncover(navn)
            return
        self._session.ask(
            lambda p: p.logg_inn(navn, password, own or None),
            self._uncover,
            self._refused,
            owner=self,
            channel="innlogging",
        )

    def _refused(self, error: Exception) -> None:
        from boligtildeling.app import Engangspassord
        from boligtildeling.domain.feil import Ugyldig

        screen = self._window.centralWidget()
        if not isinstance(screen, LockScreen):
            return
        if isinstance(error, Engangspassord | Ugyldig):
            screen.ask_for_own(in_words(error))
        else:
            screen.refuse(in_words(error))

    def _uncover(self, navn: str) -> None:
        if self._hidden is None:
            return
        hidden, self._hidden = self._hidden, None
        self._window.setCentralWidget(hidden)
        hidden.show()
        self._let_work(True)
        self._window.setWindowTitle(self._title)
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self._idle.start()
        signed_in, self._signed_in = self._signed_in, None
        if signed_in is not None:
            signed_in(navn)

    def _let_work(self, works: bool) -> None:
        """Neither menus, keys nor the status line say or do anything while the window is locked."""
        self._window.menuBar().setVisible(works)
        self._window.statusBar().clearMessage()
        for shortcut in self._window.findChildren(QShortcut):
            shortcut.setEnabled(works)
