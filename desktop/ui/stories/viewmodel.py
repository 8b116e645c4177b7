"""One's own stories, and those that everybody may read."""

from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import StoryId
from desktop.domain.people import Person
from desktop.services.stories import Stories
from desktop.ui.kit import tasks
from desktop.ui.stories.state import StoriesState, Told

_HEARD = frozenset({Kind.STORY, Kind.PEOPLE})


class StoriesViewModel(QObject):
    """`proposed` gives a Story, `withdrawn` a StoryId."""

    changed = Signal()
    proposed = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, stories: Stories, person: Person) -> None:
        super().__init__()
        self._stories = stories
        self._person = person
        self._latest = tasks.Latest(self)
        self.state = StoriesState()
        self.destroyed.connect(stories.changes.listen(self._heard))

    def load(self) -> None:
        """Read the stories; the newest request wins."""
        self._latest.run(self._load())

    def propose(self, told: Told, words: str, *, signed: bool) -> None:
        """Propose a story: its author agrees that it be published."""
        self._write(self._propose(told, words, signed=signed))

    def withdraw(self, story_id: StoryId) -> None:
        """Take one's own story back, published or not."""
        self._write(self._withdraw(story_id))

    def _write(self, work: Coroutine[Any, Any, None]) -> None:
        if self.state.busy:
            work.close()
            return
        self._become(replace(self.state, busy=True, failed=False))
        tasks.run(self._written(work), self)

    async def _written(self, work: Coroutine[Any, Any, None]) -> None:
        failed = False
        try:
            await work
        except Gone:
            self.load()
        except StoreUnavailable:
            failed = True
        finally:
            self._become(replace(self.state, busy=False, failed=failed))

    async def _propose(self, told: Told, words: str, *, signed: bool) -> None:
        story = await self._stories.propose(
            self._person, words, signed=signed, thanks_id=told.thanks_id
        )
        self.proposed.emit(story)

    async def _withdraw(self, story_id: StoryId) -> None:
        await self._stories.withdraw(self._person, story_id)
        self.withdrawn.emit(story_id)

    async def _load(self) -> None:
        own = await self._stories.own(self._person)
        published = await self._stories.published()
        here = self._stories.here()
        self._become(replace(self.state, own=own, published=published, now=here))

    def _become(self, state: StoriesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _heard(self, changed: Changed) -> None:
        unsent = any(one.unsent for one in self.state.own)
        if changed.kind in _HEARD or (unsent and changed.kind is Kind.OUTBOX):
            self.load()
