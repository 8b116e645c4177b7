"""What the list of found customers shows, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop.domain.search import Match
from desktop.services.search import LIMIT


class Phase(StrEnum):
    """How the search stands."""

    IDLE = "idle"
    SEARCHING = "searching"
    """The matches shown are still those of what was typed before."""
    FOUND = "found"
    NOTHING = "nothing"
    FAILED = "failed"


class Reach(StrEnum):
    """How far was looked."""

    HERE = "here"
    """On this machine alone: there is nothing else, or too little was typed."""
    ASKING = "asking"
    """The server is asked too, and has not answered yet."""
    EVERYWHERE = "everywhere"
    OFFLINE = "offline"
    """The server did not answer: these are the customers of this machine."""


class Beyond(Protocol):
    """What is asked of the server, for customers that this machine does not hold."""

    async def find(self, text: str) -> Sequence[Match]:
        """Who answers in the whole company. Raises OutsideFailed."""
        ...

    async def fetch(self, customer_id: str) -> None:
        """Bring a customer's whole file here, and keep it. Raises OutsideFailed, Gone."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A file that is being brought here, or could not be."""

    match: Match
    failed: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchState:
    """All that the list shows."""

    text: str = ""
    phase: Phase = Phase.IDLE
    matches: tuple[Match, ...] = ()
    further: tuple[Match, ...] = ()
    """Those that the server alone has, below the others."""
    corrected: tuple[str, ...] = ()
    called: bool = False
    """The matches came by telephone, not by typing: all have the number that calls."""
    reach: Reach = Reach.HERE
    opening: Opening | None = None

    @property
    def all_matches(self) -> tuple[Match, ...]:
        """The rows, in their order."""
        return self.matches + self.further

    @property
    def begun_with(self) -> str:
        """What a new file is begun with: what was typed, or the number that calls."""
        called = self.all_matches[:1] if self.called else ()
        return called[0].phone if called else self.text

    @property
    def awaited(self) -> bool:
        """Whether what may be chosen is still to come."""
        nobody_yet = self.reach is Reach.ASKING and not self.all_matches
        return self.phase is Phase.SEARCHING or nobody_yet

    @property
    def full(self) -> bool:
        """Whether there may be more matches than are shown."""
        return len(self.matches) >= LIMIT
