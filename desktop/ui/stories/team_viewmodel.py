"""Stories of the team, for its lead: the oldest undecided first."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import StoryId
from desktop.domain.people import Person
from desktop.domain.stories import TeamStory
from desktop.services.stories import Stories
from desktop.ui.kit import tasks

_HEARD = frozenset({Kind.STORY, Kind.PEOPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamStoriesState:
    """`now` is None until it was read once."""

    waiting: tuple[TeamStory, ...] = ()
    decided: tuple[TeamStory, ...] = ()
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
        decided = tuple(one for one in found if one.state is not None)
        here = self._stories.here()
        self._become(replace(self.state, waiting=waiting, decided=decided, now=here))

    def _become(self, state: TeamStoriesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _heard(self, changed: Changed) -> None:
        if changed.kind in _HEARD:
            self.load()
