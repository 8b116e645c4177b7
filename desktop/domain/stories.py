"""Thanks that customers said, and the stories that their advisors agree to share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import ContactId, CustomerId, PersonId, StoryId, ThanksId


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """A customer's thanks, saved from a contact; their advisor's alone."""

    id: ThanksId
    customer_id: CustomerId | None
    contact_id: ContactId | None
    person_id: PersonId
    at: datetime
    words: str = ""


class StoryState(StrEnum):
    """What became of a story; an author can withdraw theirs at any time."""

    PUBLISHED = "published"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story that its author agrees to see published: words without the customer's name."""

    id: StoryId
    person_id: PersonId
    at: datetime
    words: str
    signed: bool
    """Published with the author's name."""
    thanks_id: str = ""
    """The thanks that it tells of; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOutcome:
    """That a lead published or declined a story, or its author withdrew it; the newest is in force."""

    id: str
    story_id: StoryId
    person_id: PersonId
    at: datetime
    state: StoryState


def state_of(outcomes: Iterable[StoryOutcome]) -> StoryState | None:
    """What is in force of one story; None: nobody decided. Withdrawn stays so, whatever comes later."""
    told = sorted(outcomes, key=lambda one: (one.at, one.id))
    if any(one.state is StoryState.WITHDRAWN for one in told):
        return StoryState.WITHDRAWN
    return told[-1].state if told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStory:
    """A story as its author sees it."""

    story: Story
    state: StoryState | None
    """None: their lead has not decided yet."""
    unsent: bool = False
    """It waits on this machine for the line to the shared database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamStory:
    """A story as the lead of its author sees it."""

    story: Story
    author: str
    state: StoryState | None
    at: datetime
    """When it was decided; when it was proposed, while it was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStory:
    """A story as everybody reads it."""

    id: StoryId
    words: str
    at: datetime
    """When it was published."""
    author: str = ""
    """Empty: it is not signed."""
