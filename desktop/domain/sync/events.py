"""What happens to the engine, and what it is told to do."""

from dataclasses import dataclass
from enum import Enum

from desktop.domain.sync.status import PauseReason


class Cadence(Enum):
    """Seconds between two pulls, at least and at most."""

    ADVISOR = (30.0, 60.0)
    LEAD = (8.0, 12.0)
    """What is urgent must be seen by a signed-in lead within 15 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something was written that may leave at this instant."""

    due: float


@dataclass(frozen=True, slots=True)
class Timer:
    """The time of the last Sleep is over; early or double is no harm."""


@dataclass(frozen=True, slots=True)
class LineBack:
    """A probe reached the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """A batch was answered and settled here."""

    due: float | None
    """When the next fact that waits may leave; None: nothing waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """A page was applied here, with its cursor."""

    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """A page was left unapplied, because with it the pull would delete this many rows."""

    deletions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """What was asked did not come about, or nobody knows."""

    pause: PauseReason | None = None
    """None: no answer; it is asked again for ever."""
    busy: bool = False
    retry_after: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeted:
    """The server said whom it knows here."""

    cadence: Cadence


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody signed in, or asked to try now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What was said to the deletions of a pull."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Nothing more is to be done."""


Event = (
    Work
    | Timer
    | LineBack
    | Pushed
    | Pulled
    | TooMany
    | Failed
    | Greeted
    | SignedIn
    | Confirmed
    | Stop
)


@dataclass(frozen=True, slots=True)
class Push:
    """Send the next batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """Fetch the next page."""

    allowed: bool = False
    """Whether it may delete as much as it likes."""


@dataclass(frozen=True, slots=True)
class Probe:
    """See whether the server's port can be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """Send Timer after this many seconds, instead of any Timer that was asked for before."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Say why nothing goes on."""

    reason: PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask whether a pull may delete this many rows."""

    deletions: int


Action = Push | Pull | Probe | Sleep | Pause | Ask
