"""One window process per data folder: a lock, and a line to the window that has it so that it comes to the front."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 500


class OneWindow(QObject):
    """Holds the folder for this process.

    Signals:
    asked_for: someone started the program again on the same folder.
    """

    asked_for = Signal()

    def __init__(self, mappe: Path) -> None:
        super().__init__()
        self._name = f"boligtildeling-{sha256(str(mappe.resolve()).encode()).hexdigest()[:16]}"
        self._lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Takes the folder; False when another window process has it. A dead process holds nothing."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hears from those who start the program again; after the window is painted, since the network is heavy."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        self._server.listen(self._name)

    def ask_the_other(self) -> bool:
        """Asks the window that has the folder to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def let_go(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _asked(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
        self.asked_for.emit()
