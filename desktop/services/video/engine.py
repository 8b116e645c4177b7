"""All that happens in the video thread: gateways, their links, calls, rings, messages."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from desktop.domain.changes import Changed
from desktop.domain.contacts import Draft
from desktop.domain.errors import VideoFailed, VisAVisError
from desktop.domain.people import Person
from desktop.domain.video.happenings import Delivery, EndReason
from desktop.domain.video.readiness import Readiness, Unready
from desktop.domain.video.ringing import Heard
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from desktop.services.video.api import PROTOCOL
from desktop.services.video.call import Call
from desktop.services.video.calls import Calls, Order, Spawn
from desktop.services.video.doors import Door, Doors
from desktop.services.video.keeping import Keeping
from desktop.services.video.link import Link
from desktop.services.video.live import Live
from desktop.services.video.plan import Plan
from desktop.services.video.rings import Rings
from desktop.services.video.sending import Sending
from desktop.services.video.settling import Settling

log = logging.getLogger(__name__)

LAST_WORD: Final = 1.2
"""Seconds that gateways have to hear, as somebody leaves, that their calls are over."""

Post = Callable[[Live | Heard | Changed], None]


class Engine:
    """Made and used on the video thread's loop alone, but for what `Video` reads of it."""

    def __init__(
        self, store: LocalStore, clock: Clock, plan: Plan, spawn: Spawn, post: Post
    ) -> None:
        self._clock = clock
        self._plan = plan
        self._spawn = spawn
        self._post = post
        self._available = False
        self._team = ""
        self._readiness = Readiness()
        self.sending = Sending(plan, clock, spawn)
        self.rings = Rings(store, clock, post, post)
        self._doors = Doors(plan, clock, self._opened)
        keeping = Keeping(store, clock, lambda call: post(call.live()), post)
        self._calls = Calls(store, clock, keeping, spawn)
        self._settling = Settling(store, self._calls, self._doors)

    async def start(self, person: Person, team: str) -> None:
        """Somebody signed in: gateways hear who, from now on."""
        self.rings.person, self._team = person, team
        self._available = False
        for door in self._doors.all():
            await self._greet(door)

    async def check(self) -> Readiness:
        """Look at gateways and secrets, and go on with what could not be done so far."""
        readiness = self._readiness = await self._doors.look()
        await asyncio.to_thread(self.sending.look)
        self._spawn(self.settle())
        return readiness

    async def settle(self) -> None:
        """Record what former starts left."""
        await self._settling.settle()

    async def begin(self, draft: Draft, person: Person, waited: float, press: str) -> Live:
        """Ask for a call; `waited`: seconds since the key."""
        door, place = self.rings.of(press) if press else (self._doors.current, "")
        if door is None:
            raise VideoFailed(self._readiness.why or Unready.NO_ANSWER)
        order = Order(
            draft=draft,
            person=person,
            at=self._clock.now() - timedelta(seconds=max(waited, 0)),
            door=door,
            lang=self._plan.lang,
            company=self._plan.settings.company,
            press=press,
            place=place,
        )
        return self._told(await self._calls.begin(order))

    async def send(self, call_id: str, delivery: Delivery, to: str) -> None:
        """Get the link to the customer."""
        await self.sending.send(self._calls.get(call_id), delivery, to)

    async def renew(self, call_id: str) -> Live:
        """Another invitation."""
        call = self._calls.get(call_id)
        await self._calls.renew(call)
        return self._told(call)

    async def page_again(self, call_id: str) -> Live:
        """Another address of the advisor's page."""
        call = self._calls.get(call_id)
        await self._calls.page_again(call)
        return self._told(call)

    async def end(self, call_id: str, reason: EndReason) -> None:
        """End it."""
        await self._calls.end(self._calls.get(call_id), reason)

    async def invite(self, call_id: str, person_id: str) -> None:
        """Ask a colleague to join."""
        call = self._calls.get(call_id)
        await call.door.api.ask("POST", f"/api/calls/{call.id}/third", {"person": person_id})

    async def set_available(self, on: bool) -> None:  # noqa: FBT001 - the person's own word
        """Have customers' buttons ring here, or not; said again whenever a line comes back."""
        self._available = on
        for door in self._doors.all():
            if door.link is not None:
                await door.link.tell({"type": "available", "on": on})

    async def close(self) -> None:
        """End calls, lines and the gateway inside."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORD):
                await self._settling.leave()
        await self.sending.close()
        await self._doors.close()

    def _told(self, call: Call) -> Live:
        live = call.live()
        self._post(live)
        return live

    def _opened(self, door: Door) -> None:
        """A gateway answered for the first time: keep a line to it."""
        door.link = Link(
            door.api,
            self._clock,
            greet=lambda: self._greeting(door),
            heard=lambda told: self._heard(door, told),
            missed=lambda: self._spawn(self._settling.missed(door)),
        )
        self._spawn(door.link.run())

    def _greeting(self, door: Door) -> list[dict[str, Any]]:
        person = self.rings.person
        who = {"id": "", "name": "", "team": "", "role": ""}
        if person is not None:
            who = {"id": person.id, "name": person.name, "role": person.role.value}
            who["team"] = self._team or str(person.team_id or "")
        hello = {"type": "hello", "protocol": PROTOCOL, "person": who, "available": self._available}
        watched = [
            {"type": "watch", "call": call.id, "since": call.seen} for call in self._calls.of(door)
        ]
        return [hello, *watched]

    async def _greet(self, door: Door) -> None:
        for told in self._greeting(door):
            if door.link is not None:
                await door.link.tell(told)

    async def _heard(self, door: Door, told: dict[str, Any]) -> None:
        try:
            if told.get("type") == "happened":
                self._calls.heard(door, told)
            else:
                await self.rings.heard(door, told)
        except VisAVisError as error:
            # The store or the gateway could not be used: it stays due, and is tried again.
            log.warning("what the gateway told waits: %s", type(error).__name__)
