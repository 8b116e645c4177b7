"""Pages come in: by a token once, by a secret afterwards; then their messages go to their role's room."""

import asyncio
import logging
import math
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import What
from desktop.services.video.gateway import fields
from desktop.services.video.gateway.admission import TurnedAway
from desktop.services.video.gateway.calls import ANSWERING, Call
from desktop.services.video.gateway.core import CORE, Core
from desktop.services.video.gateway.headers import own_origins
from desktop.services.video.gateway.line import Line, Message
from desktop.services.video.gateway.providers import Media, Role
from desktop.services.video.gateway.rooms import ENDED
from desktop.services.video.gateway.seats import Seat

UNKNOWN: Final = 4001
SLOW_DOWN: Final = 4008
KNOCKING: Final = 10.0
"""Seconds that a page has to say who it is."""
STRANGERS: Final = 32
"""Lines of one source address that have not said so yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One page at its seat."""

    core: Core
    call: Call
    seat: Seat
    line: Line


_log = logging.getLogger(__name__)
Verb = Callable[[Sitting, Message], Awaitable[None]]
Verbs = Mapping[str, Verb]
Greeting = Callable[[Sitting, str], Awaitable[None]]


class Door:
    """A path that pages of some roles come in by."""

    def __init__(
        self, roles: frozenset[Role], greet: Greeting, verbs: Mapping[Role, Verbs]
    ) -> None:
        self._roles = roles
        self._greet = greet
        self._verbs = verbs
        self._strangers: Counter[str] = Counter()

    async def route(self, request: web.Request) -> web.StreamResponse:
        """One page, from its coming to its going."""
        core = request.app[CORE]
        if request.headers.get("Origin", "").lower() not in own_origins(core.config):
            raise web.HTTPForbidden
        who = core.source(request)
        if self._strangers[who] >= STRANGERS:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "5"})
        page = Page(self, core, who, await core.line(request))
        self._strangers[who] += 1
        late = asyncio.get_running_loop().call_later(KNOCKING, page.late)
        try:
            await page.line.run(page.hear)
        finally:
            late.cancel()
            page.gone()
        return page.line.response

    def known(self, who: str) -> None:
        """A page of this address said who it is, or went."""
        self._strangers[who] -= 1
        self._strangers += Counter()  # forgets those at nought

    async def seated(self, core: Core, line: Line, said: Message, who: str) -> Sitting | None:
        """The page's seat; None: it was turned away."""
        if core.limits.guesses.wait(who) or core.limits.joins.wait(who):
            line.close(SLOW_DOWN)
            return None
        fresh = said["type"] == "join"
        given = fields.text(said, "token" if fresh else "secret", 200)
        try:
            coming = core.admission.redeem if fresh else core.admission.resume
            call, seat = coming(given, self._roles)
        except TurnedAway as away:
            if not away.why:
                core.limits.guesses.wrong(who)
            line.close(UNKNOWN, away.why)
            return None
        if call.ended is not None and not _may_answer(core, call, seat):
            line.close(ENDED)
            return None
        sitting = Sitting(core=core, call=call, seat=seat, line=line)
        secret = core.admission.new_secret(call, seat, "" if fresh else given)
        core.rooms.arrive(call, seat, line, fresh=fresh)
        await self._greet(sitting, secret)
        return sitting

    async def hear(self, sitting: Sitting, message: Message) -> None:
        """A message of a page that sits; one that is not its role's to send is left aside."""
        verb = self._verbs[sitting.seat.role].get(message["type"])
        if verb is not None and sitting.seat.line is sitting.line:
            await verb(sitting, message)


def _may_answer(core: Core, call: Call, seat: Seat) -> bool:
    return seat.role is Role.CUSTOMER and core.keeping.answerable(call)


class Page:
    """A line, and the seat that it got."""

    def __init__(self, door: Door, core: Core, who: str, line: Line) -> None:
        self.line = line
        self._door = door
        self._core = core
        self._who = who
        self._stranger = True
        self._sitting: Sitting | None = None

    async def hear(self, message: Message) -> None:
        """The first says who it is; each `hello` is answered, for a browser sees no pings."""
        if message["type"] == "hello":
            self.line.tell({"type": "hello"})
        elif self._sitting is not None:
            await self._door.hear(self._sitting, message)
        elif message["type"] in {"join", "resume"}:
            self._known()
            self._sitting = await self._door.seated(self._core, self.line, message, self._who)

    def late(self) -> None:
        """Nobody said who they are."""
        if self._sitting is None:
            self.line.close(SLOW_DOWN)

    def _known(self) -> None:
        if self._stranger:
            self._stranger = False
            self._door.known(self._who)

    def gone(self) -> None:
        """Its line is closed."""
        self._known()
        sitting = self._sitting
        if sitting is not None:
            try:
                self._core.rooms.leave(sitting.call, sitting.seat, self.line)
            except OSError:
                _log.exception("a page's going cannot be written")


async def media(sitting: Sitting) -> Media:
    """Late credentials; the provider's name alone where it has none now: the page asks again."""
    core = sitting.core
    try:
        return await core.provider.credentials(sitting.call.id, sitting.seat.role, core.now())
    except (VideoFailed, OSError):
        return {"provider": core.provider.name}


async def media_again(sitting: Sitting, _message: Message) -> None:
    """A page's own credentials once more."""
    if sitting.call.ended is None:
        sitting.line.tell({"type": "media", **await media(sitting)})


def minutes_left(core: Core, call: Call) -> int:
    """Whole minutes, begun ones counted: of the invitation, after the end for the question."""
    until = call.expires if call.ended is None else call.ended + ANSWERING
    return max(0, math.ceil((until - core.clock.monotonic()) / 60))


def tell_happened(sitting: Sitting) -> None:
    """Push what happened and what will, but never the customer's answer."""

    def push(_call: Call, one: Any) -> None:
        if one.what is not What.ANSWER:
            sitting.line.tell({"type": "happened", "happening": one.to_json()})

    for one in sitting.call.log:
        push(sitting.call, one)
    if sitting.seat.unlisten is not None:
        sitting.seat.unlisten()
    sitting.seat.unlisten = sitting.core.calls.listen(sitting.call.id, push)
