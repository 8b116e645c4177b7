"""Goes on with calls that a former start of the application left, and with what failed so far."""

import asyncio
import json
import logging

from desktop.domain.errors import VisAVisError
from desktop.domain.video.happenings import EndReason
from desktop.services.store import video as rows
from desktop.services.store.local import LocalStore
from desktop.services.video.call import Call, resumed
from desktop.services.video.calls import Calls
from desktop.services.video.doors import Door, Doors

log = logging.getLogger(__name__)


class Settling:
    """In the video thread; a call that cannot be settled now is left for the next time."""

    def __init__(self, store: LocalStore, calls: Calls, doors: Doors) -> None:
        self._store = store
        self._calls = calls
        self._doors = doors
        self._one = asyncio.Lock()
        self._missing: set[Door] = set()

    async def missed(self, door: Door) -> None:
        """The link to a gateway is down: ask what it would have told."""
        if door in self._missing:
            return
        self._missing.add(door)
        try:
            await self._catch_up(door)
        finally:
            self._missing.discard(door)

    async def _catch_up(self, door: Door) -> None:
        for call in self._calls.of(door):
            try:
                await self._calls.catch_up(call)
            except VisAVisError as error:
                log.info("a call's log is not here yet: %s", type(error).__name__)

    async def leave(self) -> None:
        """End what goes on: whoever leaves talks to nobody. What no gateway hears, the next start ends."""
        calls = [call for door in self._doors.all() for call in self._calls.of(door)]
        going = [self._leave(call) for call in calls if not call.ended]
        await asyncio.gather(*going, return_exceptions=True)

    async def _leave(self, call: Call) -> None:
        call.ending = call.ending or EndReason.ADVISOR_GONE
        try:
            await self._calls.end_now(call)
            await self._calls.catch_up(call)
        except VisAVisError as error:
            log.info("a call is ended at the next start: %s", type(error).__name__)

    async def settle(self) -> None:
        """Every call of which something is still to come into the store."""
        async with self._one:
            for row in await self._store.read(rows.running):
                try:
                    await self._settle(row)
                except Exception as error:  # one call never keeps the others from being settled
                    log.warning("a call is settled later: %s", type(error).__name__)

    async def _settle(self, row: rows.Running) -> None:
        call = self._calls.find(row.asked.id) or self._left(row)
        if call is None or not call.made:
            return
        await self._calls.catch_up(call)
        if call.ending is not None and not call.ended and self._goes_on(call):
            await self._calls.end_now(call)
            await self._calls.catch_up(call)
        if self._goes_on(call):
            await self._calls.watch(call)

    def _left(self, row: rows.Running) -> Call | None:
        """A call of a former start: nobody is left to talk to its customer, so it is to end."""
        door = self._doors.of(row.asked.gateway)
        if door is None:
            return None
        call = resumed(row.asked, door, json.loads(row.log), recorded=row.recorded)
        moved = json.loads(row.doc).get("offset_ms")
        if isinstance(moved, int):
            call.shift(moved)
        call.ending = EndReason.ADVISOR_GONE
        self._calls.take_up(call)
        return call

    def _goes_on(self, call: Call) -> bool:
        return self._calls.find(call.id) is call
