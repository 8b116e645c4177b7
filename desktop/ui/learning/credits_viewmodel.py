"""Suggestions that came from one's own step-offs, and whether one wants to be named there."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import SuggestionId
from desktop.domain.learning.credits import Authored
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.learning import Learning
from desktop.services.scripts import Library
from desktop.ui.kit import tasks


class Guides(Protocol):
    """Who has the guides in force."""

    async def library(self, *, again: bool = False) -> Library:
        """Return them, read anew if `again`."""


class CreditsViewModel(QObject):
    """`rows` are one's suggestions, `asked` those to be asked about now."""

    changed = Signal()

    def __init__(
        self, learning: Learning, scripts: Guides, changes: Changes, person: Person
    ) -> None:
        super().__init__()
        self._learning = learning
        self._scripts = scripts
        self._person = person
        self._reading = tasks.Latest(self)
        self.rows: tuple[Authored, ...] = ()
        self.asked: tuple[Authored, ...] = ()
        self.destroyed.connect(changes.listen(self._hear))

    def load(self) -> None:
        """Look for suggestions of one's own."""
        self._reading.run(self._load(again=False))

    def answer(self, found: Authored, *, agreed: bool) -> None:
        """Be named there from now on, or not."""
        tasks.run(self._learning.answer(self._person, found, agreed=agreed), self)

    def put_off(self, suggestion_id: SuggestionId) -> None:
        """Answer another day."""
        tasks.run(self._learning.put_off(self._person, suggestion_id), self)

    def _hear(self, changed: Changed) -> None:
        if changed.kind in (Kind.SCRIPT, Kind.DOCUMENT):
            self._reading.run(self._load(again=True))

    async def _load(self, *, again: bool) -> None:
        library = await self._scripts.library(again=again)
        rows = await self._learning.authored(self._person, library.scripts)
        asked = await self._learning.asked(self._person, rows)
        if (rows, asked) != (self.rows, self.asked):
            self.rows, self.asked = rows, asked
            self.changed.emit()
