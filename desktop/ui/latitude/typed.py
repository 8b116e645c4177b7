"""A lead's words to requests while they are typed: on the disk 300 ms after a key at the latest."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from desktop.domain.ids import GestureRequestId
from desktop.domain.people import Person
from desktop.services.latitude.requests import Requests
from desktop.ui.kit import tasks

KEPT_AFTER_MS = 200
"""From the first key that is not on the disk to the write."""


class TypedWords(QObject):
    """What is written beside each request, and not given as an answer yet."""

    def __init__(self, requests: Requests, lead: Person, parent: QObject) -> None:
        super().__init__(parent)
        self._requests = requests
        self._lead = lead
        self._words: dict[str, str] = {}
        self._unwritten: set[str] = set()
        self._read = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEPT_AFTER_MS)
        self._pause.timeout.connect(lambda: tasks.run(self.flush(), self))

    def of(self, request_id: str) -> str:
        """What was written beside a request so far."""
        return self._words.get(request_id, "")

    @property
    def waits(self) -> bool:
        """Whether something is not on the disk yet."""
        return bool(self._unwritten)

    def type(self, request_id: str, words: str) -> None:
        """Keep what is being written beside a request; typing on does not put the write off."""
        self._words[request_id] = words
        self._unwritten.add(request_id)
        if not self._pause.isActive():
            self._pause.start()

    def forget(self, request_id: str) -> None:
        """It was given as an answer."""
        self._words.pop(request_id, None)
        self._unwritten.discard(request_id)

    async def load(self) -> None:
        """Read once what was typed before; what is typed meanwhile stays."""
        if not self._read:
            kept: Mapping[str, str] = await self._requests.typed(self._lead)
            self._words = {**kept, **self._words}
            self._read = True

    async def flush(self) -> None:
        """Write what is not on the disk yet. Raises StoreUnavailable, and keeps it."""
        self._pause.stop()
        for request_id in tuple(self._unwritten):
            words = self.of(request_id)
            await self._requests.keep_typed(self._lead, GestureRequestId(request_id), words)
            if self.of(request_id) == words:
                self._unwritten.discard(request_id)
