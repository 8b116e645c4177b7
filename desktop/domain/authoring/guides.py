"""The list of guides as a lead sees it: what is in force, how often it serves, how that ends."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.authoring.versions import Standing
from desktop.domain.ids import PersonId
from desktop.domain.scripts import Script

FEWEST = 5
"""Below this count no outcome is shown: it would say more of two people than of a guide."""


class Origin(StrEnum):
    """Where a guide's text in force comes from."""

    FILE = "file"
    """It came with the application."""
    DOCUMENT = "document"
    """The administrator put it into the shared database."""
    VERSION = "version"
    """A lead published it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One guide: what reads now, and how that came about."""

    id: str
    script: Script | None
    """None where neither a version nor what came can be read on this machine."""
    origin: Origin
    came: Script | None = None
    """As the application or the shared database brought it."""
    came_from: Origin = Origin.FILE
    standing: Standing = field(default_factory=Standing)
    version_id: str = ""
    """Which version `script` is; empty: what came."""
    damaged: bool = False
    """The version in force cannot be read here, and an earlier one stands in."""

    @property
    def retired(self) -> bool:
        """Nobody is offered it."""
        head = self.standing.in_force
        return head is not None and head.retired

    @property
    def number(self) -> int:
        """Number of the version in force."""
        head = self.standing.in_force
        came = self.came.version if self.came else 0
        return head.version if head else came


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many; hidden where there are too few."""

    count: int = 0
    total: int = 0

    @property
    def percent(self) -> int | None:
        """0 to 100; None where fewer than `FEWEST` stand behind it."""
        return round(100 * self.count / self.total) if self.total >= FEWEST else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideUse:
    """How a guide served, in the contacts that this machine holds: never a person."""

    last_30: int = 0
    """Contacts of the last 30 days that followed it."""
    last_90: int = 0
    resolved: Share = Share()
    """Of the 90 days' contacts whose resolution was said, those that were resolved."""
    easy: Share = Share()
    """Of the 90 days' efforts answered by customers, those of 1 to 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSummary:
    """One guide in the list."""

    guide: Guide
    published_name: str = ""
    """Who published what is in force; empty: it came as a file or a document."""
    use: GuideUse = GuideUse()
    other_names: tuple[str, ...] = ()
    """Who published the versions beside it, in the order of the standing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineVersion:
    """One version in a guide's timeline."""

    id: str
    """Id of the fact; empty for what came as a file or a document."""
    version: int
    origin: Origin
    at: datetime | None = None
    person_id: PersonId | None = None
    name: str = ""
    """Who published it."""
    note: str = ""
    retired: bool = False
    in_force: bool = False
    head: bool = False
    """Nobody wrote from it and it was not picked over."""
    based_on: str = ""
    settles: tuple[str, ...] = ()
