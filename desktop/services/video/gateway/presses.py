"""The customer's own button: a press rings a team's free links until one takes it or 15 s ran."""

from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil
from typing import Any, Final

from desktop.domain.errors import VideoFailed
from desktop.domain.instants import to_millis
from desktop.domain.video.ringing import PATIENCE
from desktop.services.clock import Clock
from desktop.services.video.gateway.links import Link, Links, Tell

FOLLOWS: Final = 5.0
"""Seconds that a winner has to make the call, before the others are rung again."""
A_MINUTE: Final = 3
"""Presses a minute and source address."""
MINUTE: Final = 60.0
AT_ONCE: Final = 20
"""Presses that ring at one place at a time: a flood neither buries a team nor other places."""
BUSY: Final = 5
"""Seconds that a page is told to wait where the place, or its address, has its fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a button stands, and whom it rings."""

    key: str
    team: str
    place: str
    title: str


class State(StrEnum):
    """How far a press has come."""

    RINGING = "ringing"
    TAKEN = "taken"
    """Somebody won it, and is making the call."""
    CLAIMED = "claimed"
    """The call is being made."""
    OVER = "over"


@dataclass(slots=True, kw_only=True, eq=False)
class Press:
    """One press, in memory alone: what the customer said of themselves is written nowhere."""

    id: str
    spot: Spot
    caller: Mapping[str, str]
    address: str
    at: int
    """Milliseconds since 1970, for the call's clocks."""
    began: float
    """By the clock that is never set back, for the 15 s."""
    tell: Tell
    state: State = State.RINGING
    winner: str = ""
    taken_at: int = 0
    taken: float = 0.0
    free: bool | None = None
    """What the page was told: whether anybody is available."""
    rung: dict[str, Link] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    """People who won it and made no call."""
    call_off: Callable[[], None] | None = None
    """Set once there is a call: for a customer who gave up in that very moment."""

    def ran_out(self, now: float) -> bool:
        """Whether its 15 s are over."""
        return now - self.began >= PATIENCE.total_seconds()

    def ring(self, free: Mapping[str, Link], now: float) -> None:
        """Ring these and no others; the page hears whether there is anybody."""
        for name in [one for one in self.rung if one not in free]:
            self.rung.pop(name).tell({"type": "quiet", "press": self.id})
        for name, link in free.items():
            if name not in self.rung:
                self.rung[name] = link
                link.tell({"type": "ring", "title": self.spot.title, **self.told(now)})
        if self.free is not bool(free):
            self.free = bool(free)
            self.tell({"type": "ringing", "press": self.id, "free": self.free})

    def quiet(self) -> None:
        """It rings nowhere any more."""
        for link in self.rung.values():
            link.tell({"type": "quiet", "press": self.id})
        self.rung.clear()

    def told(self, now: float) -> dict[str, Any]:
        """What links hear of it."""
        return {
            "press": self.id,
            "place": self.spot.place,
            "who": dict(self.caller),
            "pressed_ago_ms": max(0, round((now - self.began) * 1000)),
        }


class Knocks:
    """How often each source address pressed within the last minute."""

    def __init__(self, clock: Clock, most: int = A_MINUTE) -> None:
        self._clock = clock
        self._most = most
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        """The address that was heard last stands last."""

    def wait(self, address: str) -> int:
        """Count one; seconds to wait where it is one too many, which does not count."""
        now = self._clock.monotonic()
        while self._seen and now - next(iter(self._seen.values()))[-1] >= MINUTE:
            self._seen.popitem(last=False)
        seen = self._seen.setdefault(address, deque(maxlen=self._most))
        if len(seen) == self._most and now - seen[0] < MINUTE:
            return max(1, ceil(MINUTE - (now - seen[0])))
        seen.append(now)
        self._seen.move_to_end(address)
        return 0


class Presses:
    """The presses under way. Nothing here waits: each call settles all that follows from it."""

    def __init__(self, links: Links, clock: Clock) -> None:
        self._links = links
        self._clock = clock
        self._knocks = Knocks(clock)
        self._presses: dict[str, Press] = {}
        links.listen(self._refresh)
        links.listen_coming(self._came)

    def press(self, spot: Spot, caller: Mapping[str, str], address: str, tell: Tell) -> Press | int:
        """Ring; or the seconds to wait, where this address or this place has its fill."""
        here = [one for one in self._presses.values() if one.spot.place == spot.place]
        if len(here) >= AT_ONCE or any(one.address == address for one in self._presses.values()):
            return BUSY
        wait = self._knocks.wait(address)
        if wait:
            return wait
        press = Press(
            id=self._clock.new_id(),
            spot=spot,
            caller=caller,
            address=address,
            at=to_millis(self._clock.now()),
            began=self._clock.monotonic(),
            tell=tell,
        )
        self._presses[press.id] = press
        self._refresh(spot.key, spot.team)
        return press

    def cancel(self, press: Press) -> None:
        """The customer gave up, or their page is gone; one that became a call goes on."""
        self._over(press)

    def take(self, link: Link, press_id: str) -> None:
        """The first to ask wins it; everybody hears how it went."""
        press = self._presses.get(press_id)
        if press is None or press.rung.get(link.person) is not link:
            link.tell({"type": "lost", "press": press_id})
            return
        press.state = State.TAKEN
        press.winner = link.person
        press.taken_at, press.taken = to_millis(self._clock.now()), self._clock.monotonic()
        del press.rung[link.person]
        link.tell({"type": "won", **press.told(self._clock.monotonic())})
        self._refresh(link.key, link.team)

    def claim(self, key: str, press_id: str) -> Press:
        """The press that a call is made of. Raises VideoFailed `unknown` (over) or `taken`."""
        press = self._presses.get(press_id)
        if press is None or press.spot.key != key:
            raise VideoFailed("unknown")
        if press.state is not State.TAKEN:
            raise VideoFailed("taken")
        press.state = State.CLAIMED
        return press

    def begun(self, press: Press, token: str, advisor: str) -> bool:
        """The call is there: the customer's page gets its invitation. False: that page is gone."""
        if press.state is not State.CLAIMED:
            return False
        press.state = State.OVER
        self._presses.pop(press.id, None)
        press.tell({"type": "taken", "invite": token, "advisor": advisor})
        return True

    def failed(self, press: Press) -> None:
        """The call could not be made after all: others are rung while the 15 s run."""
        if press.state is State.CLAIMED:
            self._give_back(press)

    def tick(self) -> None:
        """End what has rung for 15 s; give back what its winner made no call of."""
        now = self._clock.monotonic()
        for press in list(self._presses.values()):
            if press.state is State.TAKEN and now - press.taken >= FOLLOWS:
                self._give_back(press)
            elif press.state is State.RINGING and press.ran_out(now):
                self._nobody(press)

    def under_way(self) -> list[Press]:
        """Those that ring or are being answered."""
        return list(self._presses.values())

    def _came(self, link: Link) -> None:
        """A link that is new, or came again: what it was told on a former line is told again."""
        for press in self._of_team(link.key, link.team):
            press.rung.pop(link.person, None)
            if press.state is State.TAKEN and press.winner == link.person:
                link.tell({"type": "won", **press.told(self._clock.monotonic())})

    def _refresh(self, key: str, team: str) -> None:
        """Ring who is free and was not rung, quiet who is no longer; tell pages who is left."""
        presses = self._of_team(key, team)
        here = {one.person: one for one in self._links.of_team(key, team)}
        lost = [one for one in presses if one.state is State.TAKEN and one.winner not in here]
        if lost:
            self._give_back(lost[0])  # and that comes back here
            return
        now = self._clock.monotonic()
        answering = {one.winner for one in presses if one.state in (State.TAKEN, State.CLAIMED)}
        free = {name: one for name, one in here.items() if one.available and name not in answering}
        for press in presses:
            if press.state is State.RINGING:
                press.ring({n: free[n] for n in free if n not in press.failed}, now)
            else:
                press.quiet()

    def _give_back(self, press: Press) -> None:
        """Its winner made no call: others hear it while its 15 s run, and that person no more."""
        press.failed.add(press.winner)
        former = self._links.find(press.spot.key, press.winner)
        if former is not None:
            former.tell({"type": "quiet", "press": press.id})
        press.state, press.winner = State.RINGING, ""
        if press.ran_out(self._clock.monotonic()):
            self._nobody(press)
        else:
            self._refresh(press.spot.key, press.spot.team)

    def _nobody(self, press: Press) -> None:
        press.tell({"type": "nobody"})
        self._over(press)

    def _over(self, press: Press) -> None:
        if self._presses.pop(press.id, None) is None:
            return
        winner = self._links.find(press.spot.key, press.winner) if press.winner else None
        if winner is not None:
            winner.tell({"type": "quiet", "press": press.id})
        press.state = State.OVER
        press.quiet()
        self._refresh(press.spot.key, press.spot.team)

    def _of_team(self, key: str, team: str) -> list[Press]:
        """The oldest first."""
        spots = ((one, one.spot) for one in self._presses.values())
        return [one for one, spot in spots if (spot.key, spot.team) == (key, team)]
