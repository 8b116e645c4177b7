"""The verbs of a call, in the video thread: begun, renewed, ended, settled after a crash."""

import base64
import json
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from desktop.domain.contacts import Draft
from desktop.domain.errors import VideoFailed, VisAVisError
from desktop.domain.ids import VideoCallId
from desktop.domain.instants import from_millis
from desktop.domain.people import Person
from desktop.domain.video.calls import Asked
from desktop.domain.video.happenings import EndReason
from desktop.services.clock import Clock
from desktop.services.store import video as rows
from desktop.services.store.local import LocalStore
from desktop.services.video.call import Call
from desktop.services.video.doors import Door, offset
from desktop.services.video.keeping import Keeping
from desktop.services.video.sealing import digest

log = logging.getLogger(__name__)

Spawn = Callable[[Coroutine[Any, Any, None]], None]
"""Lets work run beside."""
CLOSE_ENOUGH: Final = 50
"""Milliseconds of difference between two readings of the gateway's clock that change nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What an advisor asks for."""

    draft: Draft
    person: Person
    at: datetime
    """The key, by this machine's clock."""
    door: Door
    lang: str
    company: str
    press: str = ""
    place: str = ""


class Calls:
    """Calls that this application has, by id, until nothing of theirs can come any more."""

    def __init__(self, store: LocalStore, clock: Clock, keeping: Keeping, spawn: Spawn) -> None:
        self._store = store
        self._clock = clock
        self._keeping = keeping
        self._spawn = spawn
        self._calls: dict[str, Call] = {}

    def get(self, call_id: str) -> Call:
        """A call that goes on. Raises VideoFailed("unknown")."""
        if call_id not in self._calls:
            raise VideoFailed("unknown")
        return self._calls[call_id]

    def of(self, door: Door) -> list[Call]:
        """Those of one gateway of which something may come."""
        return [call for call in self._calls.values() if call.door is door and call.made]

    def find(self, call_id: str) -> Call | None:
        """A call of this start; None: it is none, or done with."""
        return self._calls.get(call_id)

    def take_up(self, call: Call) -> None:
        """Go on with a call of a former start."""
        self._calls[call.id] = call

    async def begin(self, order: Order) -> Call:
        """Write down that it is asked for, then ask. Raises VideoFailed, StoreUnavailable."""
        call = self._made(order)
        self._calls[call.id] = call
        try:
            # Before the gateway hears of it: whatever is killed now is found at the next sign-in.
            await self._store.write(rows.keep_running, call.asked, "{}")
            await self._ask(call, order)
        except BaseException as error:
            del self._calls[call.id]
            if isinstance(error, VideoFailed) and error.code != "no_answer":
                await self._store.write(rows.drop_running, call.id)
            raise
        await self.watch(call)
        return call

    async def renew(self, call: Call) -> None:
        """Another invitation. Raises VideoFailed."""
        token = self._clock.secret()
        told = await call.door.api.ask(
            "POST", f"/api/calls/{call.id}/invite", {"invite": digest(token)}
        )
        call.link = f"{call.door.public}/v#{token}"
        call.expires_at = call.here(from_millis(told["expires_at"]))

    async def page_again(self, call: Call) -> None:
        """Another address of the advisor's page. Raises VideoFailed."""
        token = self._clock.secret()
        await call.door.api.ask("POST", f"/api/calls/{call.id}/advisor", {"advisor": digest(token)})
        call.page = f"{call.door.public}/a#{token}"

    async def end(self, call: Call, reason: EndReason) -> None:
        """End it; where no answer comes it is asked again at each look. Raises VideoFailed."""
        call.ending = call.ending or reason
        await self.end_now(call)
        if call.door.link is None or not call.door.link.up:
            await self.catch_up(call)

    def heard(self, door: Door, told: dict[str, Any]) -> None:
        """A happening from a gateway's link; what it brings is kept beside, so that more can come."""
        call = self._calls.get(str(told["call"]))
        if call is None or call.door is not door or not isinstance(told["happening"], dict):
            return
        whole = self._keeping.hear(call, [told["happening"]])
        self._spawn(self._go_on(call, whole=whole))

    async def _go_on(self, call: Call, *, whole: bool) -> None:
        try:
            if not whole:
                await self.catch_up(call)
            elif await self._keeping.keep(call):
                self._calls.pop(call.id, None)
        except VisAVisError as error:
            log.warning("what happened in a call is kept later: %s", type(error).__name__)

    async def catch_up(self, call: Call) -> None:
        """Ask for what the link did not tell. Raises VideoFailed, StoreUnavailable."""
        try:
            done = await self._keeping.catch_up(call)
        except VideoFailed as error:
            if error.code != "unknown":
                raise
            await self._keeping.leave(call)
            done = True
        if done:
            self._calls.pop(call.id, None)

    async def end_now(self, call: Call) -> None:
        """Tell the gateway that it ended. Raises VideoFailed."""
        reason = call.ending or EndReason.DONE
        try:
            await call.door.api.ask("POST", f"/api/calls/{call.id}/end", {"reason": reason.value})
        except VideoFailed as error:
            if error.code not in ("ended", "unknown"):
                raise

    def _made(self, order: Order) -> Call:
        asked = Asked(
            id=VideoCallId(self._clock.new_id()),
            contact_id=order.draft.contact_id,
            customer_id=order.draft.customer_id,
            person_id=order.person.id,
            at=order.at,
            gateway=order.door.gateway,
            seal=base64.b64encode(self._clock.random_bytes(32)).decode(),
            offset_ms=order.door.offset_ms,
            place=order.place,
        )
        return Call(asked=asked, door=order.door, expires_at=order.at)

    async def _ask(self, call: Call, order: Order) -> None:
        invite, advisor = self._clock.secret(), self._clock.secret()
        before, door = self._clock.now(), order.door
        body = {
            "id": call.id,
            "asked_ago_ms": max(round((before - order.at) / timedelta(milliseconds=1)), 0),
            "seal": call.asked.seal,
            "invite": digest(invite),
            "advisor": digest(advisor),
            "advisor_name": order.person.name,
            "company": order.company,
            "lang": order.lang,
        }
        pressed = {"press": order.press} if order.press else {}
        told = await door.api.ask("POST", "/api/calls", body | pressed)
        try:
            moved, until = offset(before, self._clock, told["now"]), from_millis(told["expires_at"])
        except (KeyError, TypeError, ValueError):
            raise VideoFailed("not_a_gateway") from None
        if abs(moved - call.asked.offset_ms) > CLOSE_ENOUGH:
            call.shift(moved)
            doc = json.dumps({"offset_ms": moved})
            await self._store.write(rows.keep_running, call.asked, doc)
        call.page = f"{door.public}/a#{advisor}"
        call.link = "" if order.press else f"{door.public}/v#{invite}"
        call.expires_at, call.third, call.made = call.here(until), bool(told.get("third")), True

    async def watch(self, call: Call) -> None:
        """Have its happenings told from here on; where there is no line, `Link.greet` says it."""
        if call.door.link is not None:
            await call.door.link.tell({"type": "watch", "call": call.id, "since": call.seen})
