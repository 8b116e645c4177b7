"""Time in a call: its three clocks, and what the advisor hears of a wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from desktop.domain.video.progress import Progress

SLOW: Final = timedelta(seconds=10)
"""From when a wait is named to the advisor, who may offer to call back."""
NOBODY: Final = timedelta(seconds=60)
"""From when an invitation that nobody opened is to be sent again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The three honest clocks; None: not begun. `running` is the place (0 to 2) of the one that runs."""

    asked_to_offered: timedelta | None
    offered_to_opened: timedelta | None
    opened_to_face: timedelta | None
    running: int | None


class Hint(StrEnum):
    """What the advisor should hear now."""

    NONE = "none"
    SLOW = "slow"
    """Ten seconds and no face: say so to the customer, or offer to call back."""
    NOBODY = "nobody"
    """Nobody opened the link within a minute: send it again, or call back."""
    RECONNECTING = "reconnecting"


def clocks(progress: Progress, now: datetime) -> Clocks:
    """The clocks as they stand at `now` (by the gateway's clock), those that ran out fixed."""
    # What was never told was reached at the latest with what came after it.
    opened = progress.opened_at or progress.face_at
    marks = (progress.asked_at, progress.offered_at or opened, opened, progress.face_at)
    end = progress.ended_at or now
    spans: list[timedelta | None] = []
    running: int | None = None
    for place in range(3):
        since, until = marks[place], marks[place + 1]
        if since is None:
            spans.append(None)
            continue
        if until is None and progress.ended_at is None and running is None:
            running = place
        spans.append(max((until or end) - since, timedelta(0)))
    return Clocks(
        asked_to_offered=spans[0],
        offered_to_opened=spans[1],
        opened_to_face=spans[2],
        running=running,
    )


def hint(progress: Progress, now: datetime) -> Hint:
    """What to tell the advisor at `now` (by the gateway's clock)."""
    if progress.ended_at is not None or progress.asked_at is None:
        return Hint.NONE
    if progress.lost_at is not None:
        return Hint.RECONNECTING
    if progress.face_at is not None:
        return Hint.NONE
    offered = progress.offered_at
    if progress.opened_at is None and offered is not None and now - offered >= NOBODY:
        return Hint.NOBODY
    return Hint.SLOW if now - progress.asked_at >= SLOW else Hint.NONE
