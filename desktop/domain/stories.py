"""Thanks that customers said, and the stories that their advisors agree to share."""

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
