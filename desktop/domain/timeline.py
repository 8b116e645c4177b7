"""A customer's journey: everything that happened with them, newest first, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.contacts import (
    Channel,
    Helped,
    IncivilityType,
    PromiseKind,
    PromiseState,
    Resolution,
    StepOffReason,
)
from desktop.domain.search import fold
from desktop.domain.standards import Waiting
from desktop.domain.video.calls import VideoCall, VideoPhoto

PAGE = 30
"""Entries a page."""


class EntryKind(StrEnum):
    """What an entry of the journey is."""

    CONTACT = "contact"
    ANSWER = "answer"
    STEP_OFF = "step_off"
    INCIVILITY = "incivility"
    PROMISE = "promise"
    NOTE = "note"
    VIDEO = "video"
    """Calls of a contact that is still under way; afterwards they show with their contact."""
    GESTURE = "gesture"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallShown:
    """A video call, and what belongs to it."""

    call: VideoCall
    thirds: tuple[str, ...] = ()
    """Names of the colleagues who joined, in the order of `call.thirds`; empty: nobody knows."""
    photos: tuple[VideoPhoto, ...] = ()
    """Without their pictures, which are fetched one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened; fields that its kind has no use for stay as they are."""

    kind: EntryKind
    id: str
    at: datetime
    advisor: str = ""
    """Name of who acted for the company; empty when nobody knows."""
    channel: Channel | None = None
    reason: str = ""
    resolution: Resolution | None = None
    abandoned: bool = False
    waited_s: int | None = None
    waits: tuple[Waiting, ...] = ()
    """When we waited for the customer of the contact."""
    lasted_s: int | None = None
    script_id: str = ""
    """The guide that the contact followed, if any."""
    script_version: int | None = None
    """Its version then."""
    note: str = ""
    """The advisor's words: a contact's note, a promise, a fact of incivility, a pinned note."""
    feeling: int | None = None
    """1 to 5, from the customer's answer alone; an advisor's estimate is never shown here."""
    effort: int | None = None
    nps: int | None = None
    words: str = ""
    """The customer's own words, from the answer."""
    step_off: StepOffReason | None = None
    helped: Helped | None = None
    incivility: IncivilityType | None = None
    gravity: int | None = None
    promise: PromiseKind | None = None
    promise_state: PromiseState | None = None
    due_at: datetime | None = None
    gesture: str = ""
    """Code of a kind of goodwill gesture."""
    cents: int | None = None
    calls: tuple[CallShown, ...] = ()
    """Video calls of the contact, the first one first."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells this entry from all others."""
        return (self.kind, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a page ended: the place of its last entry."""

    at: datetime
    rank: int
    """Place of the entry's kind in `EntryKind`, which orders entries of the same instant."""
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Entries newest first; `next` is where to go on, None at the end."""

    entries: tuple[Entry, ...] = ()
    next: Cursor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What one looks for in a journey: everything when nothing is said."""

    channels: tuple[Channel, ...] = ()
    text: str = ""
    """Words that stand in a note or in an answer; accents and capitals do not count."""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.channels and not self.text.strip()


def plain(text: str) -> str:
    """The text as it is compared: no accents, no capitals, straight apostrophes."""
    return fold(text.replace("’", "'"))


def rank(kind: EntryKind) -> int:
    """Place of a kind among entries of one instant."""
    return list(EntryKind).index(kind)


def place(entry: Entry) -> tuple[float, int, str]:
    """What entries are ordered by, descending."""
    return (entry.at.timestamp(), rank(entry.kind), entry.id)


def page(entries: Iterable[Entry], size: int = PAGE) -> Page:
    """The first `size` entries of several runs; each run must hold one more than a page has."""
    ordered = sorted(entries, key=place, reverse=True)
    if len(ordered) <= size:
        return Page(entries=tuple(ordered))
    last = ordered[size - 1]
    cursor = Cursor(at=last.at, rank=rank(last.kind), id=last.id)
    return Page(entries=tuple(ordered[:size]), next=cursor)
