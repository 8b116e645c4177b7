"""A person's place in a call: their page's line, and the secrets that it may come back with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from desktop.services.video.gateway.providers import Role

Entry = dict[str, Any]


class Heard(Protocol):
    """A line as a seat knows it: neither of these waits or raises."""

    def tell(self, message: Entry) -> None:
        """Send one message, after those before it."""

    def close(self, code: int, reason: str = "") -> None:
        """Say goodbye, after what was said before."""


@dataclass(slots=True, kw_only=True, eq=False)
class Seat:
    """The customer's, the advisor's, or one of a third person's."""

    role: Role
    person: str = ""
    """Id of a third person."""
    name: str = ""
    """Of a third person; in memory alone."""
    held: tuple[str, ...] = ()
    """Digests of the secrets that are good: one that was used, and the one that came last."""
    line: Heard | None = None
    here: bool = False
    away_since: float | None = None
    """By the clock that is never set back; None: here, or never came."""
    consented: bool = False
    """The customer's, of this sitting: another page by another invitation asks anew."""
    unlisten: Callable[[], None] | None = field(default=None, repr=False)
