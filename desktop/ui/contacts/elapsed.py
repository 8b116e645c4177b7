"""The contact's own clock: a figure a second, and nothing else is repainted for it."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.contacts import Contacts


class Elapsed(QObject):
    """`ticked` gives the seconds since the contact began."""

    ticked = Signal(int)

    def __init__(self, contacts: Contacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self._since: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    @property
    def seconds(self) -> int:
        """Seconds since the contact began; 0 without one, or when the clock was set back."""
        if self._since is None:
            return 0
        return max(int((self._contacts.now() - self._since).total_seconds()), 0)

    def follow(self, since: datetime | None) -> None:
        """Count from `since`, or stop."""
        if since == self._since:
            return
        self._since = since
        if since is None:
            self._timer.stop()
        else:
            self._timer.start()
        self._tick()

    def _tick(self) -> None:
        self.ticked.emit(self.seconds)
