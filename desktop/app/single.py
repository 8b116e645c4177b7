"""One window a store: a second start hands over what it was asked, and ends."""

import getpass
import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LIMIT = 256
"""Bytes that a message may have; a longer one is dropped unread."""

WAIT_MS = 3000


def name_for(store: Path) -> str:
    """The socket's name: one a user and store, of letters and digits only."""
    seed = f"{getpass.getuser()}\0{store.resolve()}"
    return "vis-a-vis-" + hashlib.sha256(seed.encode()).hexdigest()[:24]


class SingleWindow(QObject):
    """Holds the store's lock and listens for later starts of the same user."""

    asked = Signal(str)
    """A later start asks for the window, with a number to open or an empty text."""

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name_for(store)
        self._lock = QLockFile(str(store.with_name(store.name + ".lock")))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Whether this is the first window of the store; it then listens."""
        if not self._lock.tryLock(0):
            # A folder that cannot be written holds no lock: the store itself will say so.
            return self._lock.error() != QLockFile.LockError.LockFailedError
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._name)
        return True

    def hand_over(self, phone: str) -> bool:
        """Give the number (or nothing) to the window that runs; whether it took it."""
        socket = QLocalSocket()
        for _ in range(WAIT_MS // 100):
            socket.connectToServer(self._name)
            if socket.waitForConnected(100):
                break
        else:
            return False
        socket.write(json.dumps({"open": phone}).encode())
        socket.flush()
        taken = socket.waitForReadyRead(WAIT_MS) and socket.readAll().data() == b"ok"
        socket.disconnectFromServer()
        return bool(taken)

    def _greet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        phone = understood(bytes(socket.read(LIMIT + 1).data()))
        socket.write(b"ok" if phone is not None else b"no")
        socket.flush()
        if phone is not None:
            self.asked.emit(phone)

    def release(self) -> None:
        """Let another window take the store."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()


def understood(message: bytes) -> str | None:
    """The number of a message (maybe empty), or None for what is not one of ours.

    The number is only carried here: domain.phones judges it before anything is opened.
    """
    if len(message) > LIMIT:
        return None
    try:
        body = json.loads(message)
    except ValueError:
        return None
    if not isinstance(body, dict) or set(body) != {"open"} or not isinstance(body["open"], str):
        return None
    return body["open"]
