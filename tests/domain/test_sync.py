"""The engine's brain: what comes after what, and the laws that hold whatever happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.sync.events import (
    Ask,
    Cadence,
    Confirmed,
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
from desktop.domain.sync.machine import (
    ACTIVE,
    BUSY_BACK_OFF,
    LONGEST_BACK_OFF,
    LONGEST_RETRY_AFTER,
    Stage,
    State,
    back_off,
    step,
)
from desktop.domain.sync.status import SIGN_IN_AGAIN, PauseReason

IDLE = State(pull_at=1040.0)
PUSHING = State(stage=Stage.PUSHING, push_at=1000.0, pull_at=1040.0)
PULLING = State(stage=Stage.PULLING, pull_at=1000.0)
DOWN = State(stage=Stage.OFFLINE, attempt=3, retry_at=1005.0)
BUSY = State(stage=Stage.OFFLINE, attempt=3, retry_at=1005.0, busy=True)
SIGNED_OUT = State(stage=Stage.PAUSED, pause=PauseReason.WRONG_PASSWORD, push_at=900.0)
FULL = State(stage=Stage.PAUSED, pause=PauseReason.STORE, retry_at=1060.0)
ASKED = State(deletions=40, pull_at=1600.0)


def after(state: State, event, now: float = 1000.0, chance: float = 0.5):
    return step(state, event, now=now, chance=chance)


@pytest.mark.parametrize(
    ("state", "event", "stage", "actions"),
    [
        (IDLE, Work(due=1000.0), Stage.PUSHING, (Push(),)),
        (IDLE, Work(due=1010.0), Stage.IDLE, (Sleep(seconds=10.0),)),
        (IDLE, Timer(), Stage.IDLE, (Sleep(seconds=40.0),)),
        (State(pull_at=1000.0), Timer(), Stage.PULLING, (Pull(),)),
        (IDLE, LineBack(), Stage.PULLING, (Pull(),)),
        (PUSHING, Pushed(due=None), Stage.IDLE, (Sleep(seconds=40.0),)),
        (PUSHING, Pushed(due=1000.0), Stage.PUSHING, (Push(),)),
        (PUSHING, Pushed(due=1008.0), Stage.IDLE, (Sleep(seconds=8.0),)),
        (PUSHING, Work(due=1000.0), Stage.PUSHING, ()),
        (PULLING, Pulled(more=True), Stage.PULLING, (Pull(),)),
        (PULLING, Pulled(more=False), Stage.IDLE, (Sleep(seconds=45.0),)),
        (PULLING, Failed(), Stage.OFFLINE, (Sleep(seconds=1.5),)),
        (PULLING, Failed(retry_after=60.0), Stage.OFFLINE, (Sleep(seconds=60.0),)),
        (
            PULLING,
            Failed(pause=PauseReason.WRONG_PASSWORD),
            Stage.PAUSED,
            (Pause(reason=PauseReason.WRONG_PASSWORD),),
        ),
        (
            PUSHING,
            Failed(pause=PauseReason.STORE),
            Stage.PAUSED,
            (Pause(reason=PauseReason.STORE), Sleep(seconds=120.0)),
        ),
        (DOWN, Timer(), Stage.OFFLINE, (Sleep(seconds=5.0),)),
        (DOWN, Work(due=1000.0), Stage.OFFLINE, (Sleep(seconds=5.0),)),
        (DOWN, LineBack(), Stage.PULLING, (Pull(),)),
        (BUSY, LineBack(), Stage.OFFLINE, ()),
        (SIGNED_OUT, Work(due=1000.0), Stage.PAUSED, ()),
        (SIGNED_OUT, LineBack(), Stage.PAUSED, ()),
        (SIGNED_OUT, Timer(), Stage.PAUSED, ()),
        (SIGNED_OUT, SignedIn(), Stage.PUSHING, (Push(),)),
        (FULL, Timer(), Stage.PAUSED, (Sleep(seconds=60.0),)),
        (PULLING, TooMany(deletions=40), Stage.IDLE, (Ask(deletions=40), Sleep(seconds=600.0))),
        (ASKED, Confirmed(yes=True), Stage.PULLING, (Pull(allowed=True),)),
        (ASKED, Confirmed(yes=False), Stage.IDLE, ()),
        (ASKED, Work(due=1000.0), Stage.PUSHING, (Push(),)),
        (IDLE, Confirmed(yes=True), Stage.IDLE, ()),
        (PUSHING, Stop(), Stage.STOPPED, ()),
        (State(stage=Stage.STOPPED), Work(due=1000.0), Stage.STOPPED, ()),
    ],
)
def test_one_step(state, event, stage, actions):
    reached, done = after(state, event)
    assert (reached.stage, done) == (stage, actions)


@pytest.mark.parametrize("state", [DOWN, BUSY, FULL])
def test_a_wait_that_is_over_tries_again(state):
    reached, actions = after(state, Timer(), now=1060.0)
    assert actions == ((Probe(),) if state is DOWN else (Pull(),))
    assert reached.stage in ACTIVE


def test_facts_leave_before_a_page_is_fetched():
    both = State(stage=Stage.PULLING, pull_at=990.0, push_at=1000.0)
    assert after(both, Pulled(more=True))[1] == (Push(),)
    assert after(both, Pulled(more=False))[1] == (Push(),)


def test_a_probe_that_reaches_the_server_does_not_shorten_the_next_wait():
    """A line that takes connections and answers nothing is looked at ever more seldom."""
    state, waits = DOWN, []
    for _ in range(6):
        state, _ = after(state, Timer(), now=state.retry_at or 0.0)
        state, _ = after(state, LineBack())
        state, (sleep,) = after(state, Failed())
        waits.append(sleep.seconds)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_BACK_OFF * 0.75


def test_what_is_written_while_a_batch_is_under_way_is_not_forgotten():
    state, _ = after(PUSHING, Work(due=1000.0))
    assert after(state, Pushed(due=None))[1] == (Push(),)


def test_a_lead_pulls_every_ten_seconds():
    state, _ = after(PULLING, Greeted(cadence=Cadence.LEAD))
    for chance in (0.0, 0.999):
        _, (sleep,) = after(state, Pulled(more=False), chance=chance)
        assert 8.0 <= sleep.seconds <= 12.0


def test_a_yes_holds_for_one_pull_alone():
    state, actions = after(ASKED, Confirmed(yes=True))
    state, actions = after(state, Pulled(more=True))
    assert actions == (Pull(allowed=True),)
    state, _ = after(state, Pulled(more=False))
    assert after(state, LineBack())[1] == (Pull(allowed=False),)


@given(
    attempt=st.integers(1, 10_000),
    chance=st.floats(0, 0.999),
    busy=st.booleans(),
    retry_after=st.none() | st.floats(0, 1e9),
)
def test_back_off_is_bounded(attempt, chance, busy, retry_after):
    wait = back_off(attempt, chance, busy=busy, retry_after=retry_after)
    ceiling = BUSY_BACK_OFF if busy else LONGEST_BACK_OFF
    assert 0.5 <= wait <= max(ceiling, 0 if retry_after is None else LONGEST_RETRY_AFTER)
    if retry_after is not None:
        assert wait >= min(retry_after, LONGEST_RETRY_AFTER)


PAUSES = st.sampled_from([None, *PauseReason])
OUTSIDE = st.one_of(
    st.builds(Work, due=st.floats(0, 30)),
    st.just(Timer()),
    st.just(LineBack()),
    st.just(SignedIn()),
    st.builds(Confirmed, yes=st.booleans()),
)
ENDS = st.one_of(
    st.just(Pushed(due=None)),
    st.builds(Pulled, more=st.booleans()),
    st.builds(TooMany, deletions=st.integers(1, 99)),
    st.builds(Failed, pause=PAUSES, busy=st.booleans(), retry_after=st.none() | st.floats(0, 99)),
)


class Played:
    """Plays events at a machine as the engine would: an alarm, and one thing under way."""

    def __init__(self) -> None:
        self.state = State()
        self.now = 0.0
        self.alarm: float | None = 0.0
        self.written = False
        """Whether something waits that no answered batch has taken along."""
        self.taken = False
        """Whether the batch that is under way has all of it."""

    def send(self, event, chance: float = 0.5) -> None:
        if isinstance(event, Work):
            event = Work(due=self.now + event.due)
            self.written, self.taken = True, False
        if isinstance(event, Pushed) and self.taken:
            self.written = False
        self.state, actions = step(self.state, event, now=self.now, chance=chance)
        for action in actions:
            if isinstance(action, Sleep):
                assert 0 <= action.seconds <= 900
                self.alarm = self.now + action.seconds
            if isinstance(action, Push):
                self.taken = True

    def waits_for_somebody(self) -> bool:
        return self.state.stage is Stage.PAUSED and self.state.pause in SIGN_IN_AGAIN


def answered(state: State):
    """What the outside says when it says yes."""
    ends = {Stage.PUSHING: Pushed(due=None), Stage.PULLING: Pulled(more=False)}
    return ends.get(state.stage, LineBack())


@given(st.lists(st.tuples(OUTSIDE | ENDS, st.floats(0, 60), st.floats(0, 0.999)), max_size=40))
def test_no_wake_is_ever_lost(events):
    """Whatever happened: once all answers are yes, the alarm alone brings out what waits."""
    played = Played()
    for event, passes, chance in events:
        played.now += passes
        under_way = played.state.stage in ACTIVE
        ends = isinstance(event, Pushed | Pulled | TooMany | Failed)
        if ends and not under_way:
            continue
        if isinstance(event, Pushed) and played.state.stage is not Stage.PUSHING:
            continue
        played.send(event, chance)
        kept = played.state.push_at is not None or not played.written
        assert kept, "a fact waits that the machine has forgotten"
        if played.waits_for_somebody():
            assert played.state.stage is Stage.PAUSED
    if played.waits_for_somebody():
        played.send(SignedIn())
    for _ in range(60):
        if played.state.stage in ACTIVE:
            played.send(answered(played.state))
        elif played.state.push_at is None and not played.written:
            return
        else:
            assert played.alarm is not None, "nothing will wake the engine"
            played.now = max(played.now, played.alarm)
            played.send(Timer())
    raise AssertionError("what waits never left")
