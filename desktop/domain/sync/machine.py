"""The engine's brain: what to do next, given what happened. Pure: time and chance are given."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop.domain.sync.events import (
    Action,
    Ask,
    Cadence,
    Confirmed,
    Event,
    Failed,
    Greeted,
    LineBack,
    Pause,
    Probe,
    Pull,
    Pulled,
    Push,
    Pushed,
    SignedIn,
    Sleep,
    Stop,
    Timer,
    TooMany,
    Work,
)
from desktop.domain.sync.status import SIGN_IN_AGAIN, PauseReason

FIRST_BACK_OFF: Final = 1.0
LONGEST_BACK_OFF: Final = 30.0
"""Seconds between two looks at a line that is down."""

BUSY_BACK_OFF: Final = 120.0
"""Seconds at most between two tries where the server asked to come back later."""

LONGEST_RETRY_AFTER: Final = 900.0
"""Seconds that a server may ask to wait; more is taken for a mistake."""

LOOK_AGAIN: Final = 120.0
"""Seconds until a pause that needs nobody's sign-in is looked into again."""

ASK_AGAIN: Final = 600.0
"""Seconds until a pull that would have deleted too much is tried again, as guarded as before."""


class Stage(StrEnum):
    """What the engine is doing."""

    IDLE = "idle"
    PUSHING = "pushing"
    PULLING = "pulling"
    PROBING = "probing"
    OFFLINE = "offline"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that the next step depends on; instants are seconds of one clock, never set back."""

    stage: Stage = Stage.IDLE
    cadence: Cadence = Cadence.ADVISOR
    attempt: int = 0
    """Tries since the server last answered."""
    push_at: float | None = None
    """When the first fact that waits may leave; None: nothing waits."""
    woken_at: float | None = None
    """When the first fact may leave that was written while a batch is under way."""
    pull_at: float = 0.0
    retry_at: float | None = None
    """When a line that is down, or a pause, is looked into again; None: not by itself."""
    busy: bool = False
    """The line is there, and the server asked to come back later: a line's return means nothing."""
    pause: PauseReason | None = None
    deletions: int = 0
    """Rows that a pull wanted to delete: too many without a yes. Pushes go on meanwhile."""
    allowed: bool = False
    """Somebody said yes to the deletions of the pull that comes."""


Step = tuple[State, tuple[Action, ...]]

ACTIVE: Final = frozenset((Stage.PUSHING, Stage.PULLING, Stage.PROBING))
"""Stages that an answer of the outside ends."""


def step(state: State, event: Event, *, now: float, chance: float) -> Step:
    """The state after an event, and what is to be done; `chance` is in [0, 1)."""
    if state.stage is Stage.STOPPED:
        return state, ()
    match event:
        case Stop():
            return replace(state, stage=Stage.STOPPED), ()
        case Work(due=due):
            return _went_on(_woken(state, due), now)
        case Timer():
            return _went_on(state, now)
        case LineBack():
            return _line_back(state, now)
        case Greeted(cadence=cadence):
            return replace(state, cadence=cadence), ()
        case SignedIn():
            fresh = replace(state, attempt=0, busy=False, pause=None, pull_at=now, deletions=0)
            return (fresh, ()) if state.stage in ACTIVE else _next(fresh, now)
        case Confirmed():
            return _confirmed(state, event, now)
        case Pushed() | Pulled() | TooMany() | Failed():
            return _ended(state, event, now, chance)


def _ended(
    state: State, event: Pushed | Pulled | TooMany | Failed, now: float, chance: float
) -> Step:
    """After what was asked of the outside came to its end."""
    match event:
        case Pushed(due=due):
            known = [at for at in (due, state.woken_at) if at is not None]
            state = replace(_answered(state), push_at=min(known, default=None), woken_at=None)
            return _next(state, now)
        case Pulled():
            return _pulled(state, event, now, chance)
        case TooMany(deletions=deletions):
            state = replace(_answered(state), deletions=deletions, pull_at=now + ASK_AGAIN)
            after, actions = _next(state, now)
            return after, (Ask(deletions=deletions), *actions)
        case Failed():
            return _failed(state, event, now, chance)


def _woken(state: State, due: float) -> State:
    """What is written while a batch is under way may be missing from what its end says."""
    earliest = due if state.push_at is None else min(due, state.push_at)
    if state.stage is not Stage.PUSHING:
        return replace(state, push_at=earliest)
    woken_at = due if state.woken_at is None else min(due, state.woken_at)
    return replace(state, push_at=earliest, woken_at=woken_at)


def _answered(state: State) -> State:
    return replace(state, attempt=0, busy=False, pause=None, retry_at=None)


def _next(state: State, now: float) -> Step:
    """What is due: facts first, then a page, else a wait until one of them is."""
    if state.push_at is not None and state.push_at <= now:
        return replace(state, stage=Stage.PUSHING, retry_at=None), (Push(),)
    if state.pull_at <= now:
        state = replace(state, stage=Stage.PULLING, retry_at=None)
        return state, (Pull(allowed=state.allowed),)
    due = state.pull_at if state.push_at is None else min(state.pull_at, state.push_at)
    return replace(state, stage=Stage.IDLE, retry_at=None), (Sleep(seconds=due - now),)


def _went_on(state: State, now: float) -> Step:
    """After a write, or when the alarm rang."""
    if state.stage is Stage.IDLE:
        return _next(state, now)
    if state.stage in ACTIVE or state.retry_at is None:
        return state, ()
    if now < state.retry_at:
        return state, (Sleep(seconds=state.retry_at - now),)
    if state.stage is Stage.OFFLINE and not state.busy:
        return replace(state, stage=Stage.PROBING), (Probe(),)
    return _next(replace(state, pull_at=min(state.pull_at, now)), now)


def _line_back(state: State, now: float) -> Step:
    if state.stage is Stage.IDLE or state.stage is Stage.PROBING:
        return _next(replace(state, pull_at=now), now)
    if state.stage is Stage.OFFLINE and not state.busy:
        return _next(replace(state, pull_at=now), now)
    return state, ()


def _pulled(state: State, pulled: Pulled, now: float, chance: float) -> Step:
    state = replace(_answered(state), deletions=0)
    if pulled.more:
        return _next(replace(state, pull_at=now), now)
    least, most = state.cadence.value
    later = now + least + (most - least) * chance
    return _next(replace(state, pull_at=later, allowed=False), now)


def _failed(state: State, failed: Failed, now: float, chance: float) -> Step:
    attempt = state.attempt + 1
    if failed.pause is not None:
        wait = None if failed.pause in SIGN_IN_AGAIN else LOOK_AGAIN * (0.5 + chance)
        state = replace(state, stage=Stage.PAUSED, pause=failed.pause, attempt=attempt, busy=False)
    else:
        wait = back_off(attempt, chance, busy=failed.busy, retry_after=failed.retry_after)
        state = replace(state, stage=Stage.OFFLINE, pause=None, attempt=attempt, busy=failed.busy)
    retry_at = None if wait is None else now + wait
    said = () if failed.pause is None else (Pause(reason=failed.pause),)
    alarm = () if wait is None else (Sleep(seconds=wait),)
    return replace(state, retry_at=retry_at), (*said, *alarm)


def back_off(
    attempt: int, chance: float, *, busy: bool = False, retry_after: float | None = None
) -> float:
    """Seconds until the next try: doubling up to a ceiling, then between half and all of it."""
    ceiling = BUSY_BACK_OFF if busy else LONGEST_BACK_OFF
    wait = min(ceiling, FIRST_BACK_OFF * 2.0 ** min(attempt, 10)) * (0.5 + chance / 2)
    return wait if retry_after is None else max(wait, min(retry_after, LONGEST_RETRY_AFTER))


def _confirmed(state: State, said: Confirmed, now: float) -> Step:
    if not state.deletions:
        return state, ()
    if not said.yes:
        return replace(state, pull_at=max(state.pull_at, now + ASK_AGAIN)), ()
    state = replace(state, deletions=0, allowed=True, pull_at=now)
    return _next(state, now) if state.stage is Stage.IDLE else (state, ())
