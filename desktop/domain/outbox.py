"""What waits for the shared database, and what it answered, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.customer_file import CustomerField
from desktop.domain.ids import CustomerId


class LineState(StrEnum):
    """What became of a fact."""

    WAITING = "waiting"
    APPLIED = "applied"
    """On the server; kept for a while, should the server come back from a backup."""
    CONFLICT = "conflict"
    """Somebody else changed the same field meanwhile: one of both is to be picked."""
    REJECTED = "rejected"
    HELD = "held"
    """The server does not know this kind yet: it is asked again later."""
    GONE = "gone"
    """It speaks of something that was erased."""
    SETTLED = "settled"
    """Decided here: a conflict was picked, a rejection corrected or given up."""


PENDING = (LineState.WAITING, LineState.HELD)
"""Facts that stand on top of what the server says."""

UNSENT = (LineState.WAITING, LineState.HELD, LineState.CONFLICT, LineState.REJECTED)
"""What would be lost with this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The outbox in figures."""

    waiting: int = 0
    conflicts: int = 0
    rejected: int = 0
    held: int = 0
    oldest: datetime | None = None
    """When the oldest waiting fact was recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two values of one field of a customer."""

    field: CustomerField
    mine: str
    theirs: str
    base: str
    """What the field held when it was edited here."""
    version: int
    """The server's, on which a new choice is based."""
    by: str = ""
    """Name of who wrote theirs; empty when unknown."""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One fact that a person should look at."""

    op_id: str
    kind: str
    """Name of the kind of fact, as the shared database calls it."""
    state: LineState
    at: datetime
    customer_id: CustomerId | None = None
    customer_name: str = ""
    why: str = ""
    """The server's code for a rejection."""
    field: CustomerField | None = None
    """Which field of the customer, of an edit."""
    words: str | None = None
    """What can be corrected; None: nothing."""
    exported: bool = False
    """Whether it was exported, so that it can be given up."""
    conflict: Conflict | None = None
