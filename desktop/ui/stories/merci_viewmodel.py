"""A customer's thanks, kept by one key: its words may follow, or not."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.domain.contacts import Draft
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.stories import Thanks
from desktop.services.stories import Thankings
from desktop.ui.kit import tasks

HELD = timedelta(seconds=20)
"""How often a thanks is told to wait for the words that are being typed."""


class MerciViewModel(QObject):
    """`kept` once it is on the disk, `told` when its words are, `undone` when it was taken back;
    each gives the Thanks. `failed` when nothing was written, `unwritten` with the words that were not.
    """

    kept = Signal(object)
    told = Signal(object)
    undone = Signal(object)
    failed = Signal()
    unwritten = Signal(object, str)

    def __init__(self, thankings: Thankings, front: Callable[[], Draft | None]) -> None:
        super().__init__()
        self._thankings = thankings
        self._front = front
        self._busy = False
        self._held_at: datetime | None = None

    def keep(self) -> None:
        """Keep a thanks of the contact in front; nothing without one."""
        draft = self._front()
        if draft is not None and not self._busy:
            self._busy = True
            tasks.run(self._keep(draft), self)

    def typing(self, said: Thanks) -> None:
        """Its words are being typed: it waits here for them."""
        now = self._thankings.now()
        if self._held_at is None or now - self._held_at >= HELD:
            self._held_at = now
            tasks.run(self._thankings.hold(said), self)

    def add_words(self, said: Thanks, words: str) -> None:
        """Write its words down."""
        tasks.run(self._add(said, words), self)

    def undo(self, said: Thanks) -> None:
        """Take it back, as long as it is here."""
        tasks.run(self._undo(said), self)

    async def _keep(self, draft: Draft) -> None:
        try:
            said = await self._thankings.keep(draft)
        except StoreUnavailable:
            self.failed.emit()
        else:
            self._held_at = self._thankings.now()
            self.kept.emit(said)
        finally:
            self._busy = False

    async def _add(self, said: Thanks, words: str) -> None:
        try:
            self.told.emit(await self._thankings.add_words(said, words))
        except StoreUnavailable:
            self.unwritten.emit(said, words)

    async def _undo(self, said: Thanks) -> None:
        try:
            await self._thankings.take_back(said)
        except Gone:
            return
        except StoreUnavailable:
            self.failed.emit()
        else:
            self.undone.emit(said)
