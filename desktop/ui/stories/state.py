"""What the day shows of stories, and what the forms need: one frozen picture."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.stories import OwnStory, PublishedStory


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesState:
    """`now` is None until it was read once."""

    own: tuple[OwnStory, ...] = ()
    """The newest first."""
    published: tuple[PublishedStory, ...] = ()
    """The last published first."""
    now: datetime | None = None
    busy: bool = False
    failed: bool = False
    """The last thing asked for was not written: it can be asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The thanks that a story tells of; all empty for a story of its own."""

    thanks_id: str = ""
    words: str = ""
    customer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A story as written so far."""

    words: str = ""
    signed: bool | None = None
    """None: not chosen yet."""
