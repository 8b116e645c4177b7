"""Stories of the team, for its lead: the oldest undecided first."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import StoryId
from desktop.domain.people import Person
from desktop.domain.stories import TeamStory
from desktop.services.stories import PAGE, Stories
from desktop.ui.kit import tasks

_HEARD = frozenset({Kind.STORY, Kind.PEOPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamStoriesState:
    """`now` is None until it was read once."""

    waiting: tuple[TeamStory, ...] = ()
    decided: tuple[TeamStory, ...] = ()
    more: bool = False
    """Whether older ones were decided, that were not read yet."""
    now: datetime | None = None
    failed: bool = False


class TeamStoriesViewModel(QObject):
    """`decided` gives whether the story is published now; `gone` when its author withdrew it."""

    changed = Signal()
    decided = Signal(bool)
    gone = Signal()

    def __init__(self, stories: Stories, lead: Person) -> None:
        super().__init__()
        self._stories = stories
        self._lead = lead
        self._latest = tasks.Latest(self)
        self.state = TeamStoriesState()
        self.destroyed.connect(stories.changes.listen(self._heard))

    def load(self) -> None:
        """Read the stories; the newest request wins."""
        self._latest.run(self._load())

    def more(self) -> None:
        """Read older ones, under those that are shown."""
        if self.state.more:
            self._latest.run(self._more())

    async def whole(self) -> tuple[TeamStory, ...]:
        """All that was ever proposed, in the order of the lists."""
        return await self._stories.all_of_team(self._lead)

    def decide(self, story_id: StoryId, *, published: bool) -> None:
        """Publish a story, or decline it; either can be changed later."""
        tasks.run(self._decide(story_id, published=published), self)

    async def _decide(self, story_id: StoryId, *, published: bool) -> None:
        try:
            await self._stories.decide(self._lead, story_id, published=published)
        except Gone:
            self.gone.emit()
            self.load()
        except StoreUnavailable:
            self._become(replace(self.state, failed=True))
        else:
            self._become(replace(self.state, failed=False))
            self.decided.emit(published)

    async def _load(self) -> None:
        found = await self._stories.of_team(self._lead)
        waiting = tuple(one for one in found if one.state is None)
        decided = found[len(waiting) :]
        shown, more = len(self.state.decided), len(decided) == PAGE
        while more and len(decided) < shown:
            older = await self._stories.of_team(self._lead, decided[-1])
            decided, more = (*decided, *older), len(older) == PAGE
        here = self._stories.here()
        self._become(replace(self.state, waiting=waiting, decided=decided, more=more, now=here))

    async def _more(self) -> None:
        older = await self._stories.of_team(self._lead, self.state.decided[-1])
        decided = (*self.state.decided, *older)
        self._become(replace(self.state, decided=decided, more=len(older) == PAGE))

    def _become(self, state: TeamStoriesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _heard(self, changed: Changed) -> None:
        if changed.kind in _HEARD:
            self.load()
