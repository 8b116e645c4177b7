"""Thanks that customers said, and the stories that advisors agree to share."""

from dataclasses import replace
from datetime import datetime, timedelta

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.drafts import cleaned, set_made
from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import StoryId, ThanksId
from desktop.domain.people import Person
from desktop.domain.stories import (
    OwnStory,
    PublishedStory,
    Story,
    StoryOutcome,
    StoryState,
    TeamStory,
    Thanks,
)
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import drafts
from desktop.services.store import stories as kept
from desktop.services.store.local import LocalStore

UNDO = timedelta(seconds=10)
"""How long a thanks with its words waits on this machine, so that it can be taken back."""

WORDS = timedelta(seconds=50)
"""How long one without words waits for them; `hold` makes it longer while they are typed."""

PAGE = 30
"""How many stories that were decided make a page."""

PUBLISHED = 20
"""How many published stories are read."""


class Thankings:
    """A customer's thanks: its advisor's alone."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def now(self) -> datetime:
        """Now, in UTC."""
        return self._clock.now()

    async def keep(self, draft: Draft) -> Thanks:
        """Keep that the customer of this contact said thank you; the draft knows of it."""
        now = self._clock.now()
        said = Thanks(
            id=ThanksId(self._clock.new_id()),
            customer_id=draft.customer_id,
            contact_id=draft.contact_id,
            person_id=draft.person_id,
            at=now,
        )
        async with self._store.unit() as unit:
            unit.record(said, not_before=now + WORDS)
            unit.then(drafts.save, set_made(draft, said.id), now)
        self._tell(said)
        return said

    async def hold(self, said: Thanks) -> None:
        """Its words are being typed: it waits for them."""
        now = self._clock.now()
        await self._store.write(kept.hold_thanks, said.id, now, now + WORDS)

    async def add_words(self, said: Thanks, words: str) -> Thanks:
        """The same thanks with its words; where it left meanwhile, another one that has them."""
        spoken = replace(said, words=cleaned(words).strip())
        now = self._clock.now()
        try:
            async with self._store.unit() as unit:
                unit.then(kept.require_thanks_taken, said.id, now)
                unit.record(spoken, not_before=now + UNDO)
        except Gone:
            spoken = replace(spoken, id=ThanksId(self._clock.new_id()))
            async with self._store.unit() as unit:
                unit.record(spoken, not_before=now + UNDO)
        self._tell(said)
        return spoken

    async def take_back(self, said: Thanks) -> None:
        """Forget it. Raises Gone where it has left."""
        if not await self._store.write(kept.take_thanks_back, said.id, self._clock.now()):
            raise Gone
        self._tell(said)

    def _tell(self, said: Thanks) -> None:
        self._changes.tell(Changed(kind=Kind.THANKS, customer_id=said.customer_id))


class Stories:
    """Nothing is published but by a lead, and nothing stays so once its author withdraws it."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes

    def here(self) -> datetime:
        """Now, in this workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def propose(
        self, person: Person, words: str, *, signed: bool, thanks_id: str = ""
    ) -> Story:
        """Propose a story, with its author's consent. Raises Incomplete("words") without any."""
        if not words.strip():
            raise Incomplete("words")
        story = Story(
            id=StoryId(self._clock.new_id()),
            person_id=person.id,
            at=self._clock.now(),
            words=cleaned(words).strip(),
            signed=signed,
            thanks_id=thanks_id,
        )
        async with self._store.unit() as unit:
            unit.record(story)
        self._tell()
        return story

    async def withdraw(self, person: Person, story_id: StoryId) -> None:
        """Take one's own story back, published or not. Raises Gone where it is not theirs."""
        async with self._store.unit() as unit:
            unit.then(kept.require_own, person.id, story_id)
            unit.record(self._outcome(person, story_id, StoryState.WITHDRAWN))
        self._tell()

    async def decide(self, lead: Person, story_id: StoryId, *, published: bool) -> None:
        """Publish a story of the team, or decline it. Raises Gone where its author withdrew it."""
        state = StoryState.PUBLISHED if published else StoryState.DECLINED
        async with self._store.unit() as unit:
            unit.then(kept.require_undecided_by_author, story_id)
            unit.record(self._outcome(lead, story_id, state))
        self._tell()

    async def own(self, person: Person) -> tuple[OwnStory, ...]:
        """One's own stories, the newest first."""
        return await self._store.read(kept.own, person.id)

    async def of_team(self, lead: Person, before: TeamStory | None = None) -> tuple[TeamStory, ...]:
        """Stories of the lead's team: all that wait, the oldest first, then a page of those decided,
        the newest first; with `before`, the last of a page, the page that follows it alone.
        """
        if lead.team_id is None:
            return ()
        team = (lead.id, lead.team_id)
        waiting = () if before else await self._store.read(kept.undecided, *team)
        return (*waiting, *await self._store.read(kept.decided, *team, before, PAGE))

    async def all_of_team(self, lead: Person) -> tuple[TeamStory, ...]:
        """The same, as far back as there are any."""
        if lead.team_id is None:
            return ()
        team = (lead.id, lead.team_id)
        waiting = await self._store.read(kept.undecided, *team)
        return (*waiting, *await self._store.read(kept.decided, *team, None, None))

    async def published(self) -> tuple[PublishedStory, ...]:
        """What everybody may read, the last published first."""
        return await self._store.read(kept.published, PUBLISHED)

    def _outcome(self, person: Person, story_id: StoryId, state: StoryState) -> StoryOutcome:
        return StoryOutcome(
            id=self._clock.new_id(),
            story_id=story_id,
            person_id=person.id,
            at=self._clock.now(),
            state=state,
        )

    def _tell(self) -> None:
        self.changes.tell(Changed(kind=Kind.STORY))
