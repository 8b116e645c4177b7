"""One's own pause: taken, counted down quietly, come back from when one likes."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.pauses import MINUTES, Pause, ends
from desktop.domain.people import Person
from desktop.services.pauses import Pauses
from desktop.ui.kit import tasks

_SECOND = 1000


class PauseViewModel(QObject):
    """`changed` at each second; `began`, `passed` once the minutes have, `returned`, `offered`."""

    changed = Signal()
    began = Signal()
    passed = Signal()
    returned = Signal()
    offered = Signal()

    def __init__(self, pauses: Pauses, person: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pauses = pauses
        self._person = person
        self._busy = False
        self._told = False
        self.pause: Pause | None = None
        """The one under way: also past its minutes, until its person says that they are back."""
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)

    @property
    def seconds_left(self) -> int:
        """Of the pause under way; 0 past its minutes."""
        if self.pause is None:
            return 0
        left = (ends(self.pause) - self._pauses.now()).total_seconds()
        return max(0, round(left))

    def load(self) -> None:
        """Find the pause that a restart left under way."""
        tasks.run(self._load(), self)

    def take(self, minutes: int = MINUTES) -> None:
        """Begin a pause; nothing while one is under way."""
        if self.pause is None and not self._busy:
            self._busy = True
            tasks.run(self._take(minutes), self)

    def come_back(self) -> None:
        """End the pause under way."""
        if self.pause is not None:
            pause, self.pause = self.pause, None
            self._clock.stop()
            tasks.run(self._come_back(pause), self)
            self.changed.emit()
            self.returned.emit()

    def toggle(self) -> None:
        """Begin one, or come back: the key does both."""
        if self.pause is None:
            self.take()
        else:
            self.come_back()

    def offer(self) -> None:
        """Offer one, unless that was done a moment ago."""
        if self.pause is None:
            tasks.run(self._offer(), self)

    def count_as_offered(self) -> None:
        """One was offered in another way."""
        tasks.run(self._pauses.offered(self._person), self)

    async def _load(self) -> None:
        pause = await self._pauses.under_way(self._person)
        if pause is not None and self.pause is None:
            self._begin(pause)

    async def _take(self, minutes: int) -> None:
        try:
            self._begin(await self._pauses.take(self._person, minutes))
        finally:
            self._busy = False

    async def _come_back(self, pause: Pause) -> None:
        await self._pauses.come_back(self._person, pause)

    async def _offer(self) -> None:
        if await self._pauses.offer(self._person) and self.pause is None:
            self.offered.emit()

    def _begin(self, pause: Pause) -> None:
        self.pause, self._told = pause, False
        self._clock.start()
        self.changed.emit()
        self.began.emit()

    def _tick(self) -> None:
        self.changed.emit()
        if self.pause is not None and self.seconds_left == 0 and not self._told:
            self._told = True
            self._clock.stop()
            self.passed.emit()
