"""What a gateway's link says beside calls: customers' buttons, colleagues, calls back."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from desktop.domain.changes import Changed
from desktop.domain.errors import VideoFailed
from desktop.domain.ids import PersonId
from desktop.domain.instants import from_millis
from desktop.domain.people import Person
from desktop.domain.video.ringing import (
    CallBack,
    Caller,
    Colleague,
    Declined,
    Heard,
    Invited,
    People,
    Quiet,
    Ring,
    Uninvited,
)
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from desktop.services.video import callbacks
from desktop.services.video.doors import Door

log = logging.getLogger(__name__)

DECIDED_WITHIN: Final = 3.0
"""Seconds until a gateway has said who was first."""


class Rings:
    """Presses that ring, and who may take them; in the video thread but for `colleagues`."""

    def __init__(
        self,
        store: LocalStore,
        clock: Clock,
        tell: Callable[[Heard], None],
        change: Callable[[Changed], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._tell = tell
        self._change = change
        self._presses: dict[str, tuple[Door, str]] = {}
        self._invitations: dict[str, Door] = {}
        self._taking: dict[str, asyncio.Future[bool]] = {}
        self.person: Person | None = None
        self.colleagues: tuple[Colleague, ...] = ()

    def of(self, press: str) -> tuple[Door, str]:
        """The gateway and the place of a press. Raises VideoFailed("unknown")."""
        if press not in self._presses:
            raise VideoFailed("unknown")
        return self._presses[press]

    async def take(self, press: str) -> bool:
        """Answer a press; False: somebody was first, or nobody said in time."""
        door, _place = self.of(press)
        decided = self._taking.setdefault(press, asyncio.get_running_loop().create_future())
        try:
            if door.link is None or not await door.link.tell({"type": "take", "press": press}):
                return False
            async with asyncio.timeout(DECIDED_WITHIN):
                return await asyncio.shield(decided)
        except TimeoutError:
            return False
        finally:
            self._taking.pop(press, None)

    async def decline(self, call: str) -> None:
        """Say no to a colleague; one who is gone needs no answer."""
        door = self._invitations.pop(call, None)
        if door is not None and door.link is not None:
            await door.link.tell({"type": "decline", "call": call})

    def page_of(self, invited: Invited) -> str:
        """Where a colleague's call is joined. Raises VideoFailed("unknown")."""
        door = self._invitations.get(invited.call)
        if door is None or invited.until < self._clock.now():
            raise VideoFailed("unknown")
        return f"{door.public}/a#{invited.token}"

    async def heard(self, door: Door, told: dict[str, Any]) -> None:
        """One message; what is not understood raises, and is left aside."""
        match told.get("type"):
            case "welcome":
                door.third = bool(told.get("third", door.third))
            case "people":
                self._tell(People(colleagues=self._meet(told["people"])))
            case "ring":
                self._ring(door, told)
            case "won" | "lost":
                self._decide(door, told, won=told["type"] == "won")
            case "quiet":
                self._tell(Quiet(press=str(told["press"])))
            case "invited":
                self._invite(door, told)
            case "uninvited":
                self._uninvite(str(told["call"]))
            case "declined":
                person = PersonId(str(told["person"]))
                self._tell(Declined(call=str(told["call"]), person=person))
            case "callback":
                await self._keep(door, told)

    def _meet(self, told: list[dict[str, Any]]) -> tuple[Colleague, ...]:
        """Who else is there: the gateway counts oneself among one's team."""
        people = tuple(_colleague(one) for one in told)
        own = None if self.person is None else self.person.id
        self.colleagues = tuple(one for one in people if one.id != own)
        return self.colleagues

    def _ring(self, door: Door, told: dict[str, Any]) -> None:
        press, place = str(told["press"]), str(told["place"])
        ago = timedelta(milliseconds=float(told["pressed_ago_ms"]))
        who = told.get("who") or {}
        caller = Caller(**{name: str(who.get(name) or "") for name in ("number", "phone", "name")})
        self._presses[press] = (door, place)
        self._tell(
            Ring(
                press=press,
                place=place,
                title=str(told["title"]),
                caller=caller,
                pressed_at=self._clock.now() - ago,
            )
        )

    def _decide(self, door: Door, told: dict[str, Any], *, won: bool) -> None:
        press = str(told["press"])
        decided = self._taking.get(press)
        if decided is not None and not decided.done():
            decided.set_result(won)
        if won:
            self._presses[press] = (door, str(told.get("place", "")))

    def _invite(self, door: Door, told: dict[str, Any]) -> None:
        call = str(told["call"])
        self._invitations[call] = door
        self._tell(
            Invited(
                call=call,
                token=str(told["token"]),
                asker=str(told["from"]),
                until=self._here(door, told["until"]),
            )
        )

    def _uninvite(self, call: str) -> None:
        self._invitations.pop(call, None)
        self._tell(Uninvited(call=call))

    async def _keep(self, door: Door, told: dict[str, Any]) -> None:
        """In the store first, then gone from the gateway: it is offered again otherwise."""
        if self.person is None or door.link is None:
            return
        words = {
            name: str(told.get(name) or "")
            for name in ("press", "place", "title", "phone", "name", "when")
        }
        left = CallBack(**words, at=self._here(door, told["at"]))
        changed = await callbacks.keep(left, self.person, self._store, self._clock)
        await door.link.tell({"type": "callback_kept", "press": left.press})
        for one in changed:
            self._change(one)
        if changed:
            self._tell(left)

    def _here(self, door: Door, millis: Any) -> datetime:
        return from_millis(millis) + timedelta(milliseconds=door.offset_ms)


def _colleague(told: dict[str, Any]) -> Colleague:
    return Colleague(
        id=PersonId(str(told["id"])),
        name=str(told["name"]),
        role=str(told["role"]),
        available=bool(told["available"]),
    )
