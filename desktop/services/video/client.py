"""Video calls for whoever shows them: awaitable on the window's loop, at work in a thread of its own."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final, TypeVar

from desktop.domain.changes import Changed
from desktop.domain.contacts import Draft
from desktop.domain.errors import Unsent
from desktop.domain.ids import VideoCallId
from desktop.domain.people import Person
from desktop.domain.video.calls import VideoPhoto
from desktop.domain.video.happenings import Delivery, EndReason
from desktop.domain.video.readiness import Readiness
from desktop.domain.video.ringing import Colleague, Heard, Invited, Ring
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import video as rows
from desktop.services.store.local import LocalStore
from desktop.services.video.engine import Engine
from desktop.services.video.live import Live
from desktop.services.video.plan import Plan
from desktop.services.video.thread import VideoThread

T = TypeVar("T")
Forget = Callable[[], None]
PATIENCE: Final = 2.2
"""Seconds for the end of lines and of the gateway inside."""


class Video:
    """Each verb may raise VideoFailed and StoreUnavailable; `send` NotSent as well.

    To be made on the loop on which listeners are to hear.
    """

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes, plan: Plan) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes
        self._home = asyncio.get_running_loop()
        self._thread = VideoThread()
        self._listeners: list[Callable[[Live], None]] = []
        self._ring_listeners: list[Callable[[Heard], None]] = []
        self._engine = Engine(store, clock, plan, self._thread.spawn, self._post)
        self.readiness = Readiness()
        """The newest known."""

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """Who else of the team is signed in at the gateway."""
        return self._engine.rings.colleagues

    async def start(self, person: Person, team: str = "") -> Readiness:
        """Somebody signed in, `team` being their team's name: say so, look, settle what was left."""
        await self._thread.run(self._engine.start, person, team)
        return await self.check()

    async def check(self) -> Readiness:
        """Look again; at sign-in and each minute."""
        self.readiness = await self._thread.run(self._engine.check)
        return self.readiness

    async def settle(self) -> None:
        """Record from the gateways' logs what a crash left; `check` does so as well, beside."""
        await self._thread.run(self._engine.settle)

    async def begin(self, draft: Draft, person: Person, *, pressed: float, press: str = "") -> Live:
        """Ask for a call; `pressed` is the monotonic clock at the key, `press` a customer's."""
        waited = self._clock.monotonic() - pressed
        return await self._thread.run(self._engine.begin, draft, person, waited, press)

    def can_send(self, delivery: Delivery) -> Unsent | None:
        """Why this way is closed here; None: it is open."""
        return self._engine.sending.closed(delivery)

    async def send(self, call_id: str, delivery: Delivery, to: str = "") -> None:
        """Send the link, or note that it was shown; the call is offered from then on."""
        await self._thread.run(self._engine.send, call_id, delivery, to)

    async def renew(self, call_id: str) -> Live:
        """Another invitation; the former is void."""
        return await self._thread.run(self._engine.renew, call_id)

    async def page_again(self, call_id: str) -> Live:
        """Another address of the advisor's page."""
        return await self._thread.run(self._engine.page_again, call_id)

    async def end(self, call_id: str, reason: EndReason = EndReason.DONE) -> None:
        """End it; where the gateway does not answer it is asked again until it does."""
        await self._thread.run(self._engine.end, call_id, reason)

    async def invite(self, call_id: str, person_id: str) -> None:
        """Ask a colleague to join."""
        await self._thread.run(self._engine.invite, call_id, person_id)

    async def join(self, invited: Invited) -> str:
        """Join a colleague's call; the address of the page."""
        return self._engine.rings.page_of(invited)

    async def decline(self, invited: Invited) -> None:
        """Say no to a colleague."""
        await self._thread.run(self._engine.rings.decline, invited.call)

    async def set_available(self, on: bool) -> None:  # noqa: FBT001 - the person's own word
        """Say whether customers' buttons ring here; not until it is said, at each sign-in."""
        await self._thread.run(self._engine.set_available, on)

    async def take(self, ring: Ring) -> bool:
        """Answer a ring; False: a colleague was first."""
        return await self._thread.run(self._engine.rings.take, ring.press)

    async def photos(self, call_id: str) -> tuple[VideoPhoto, ...]:
        """Photos of a call, whenever it was; whole where this machine has them."""
        found = await self._store.read(rows.photos_of, VideoCallId(call_id))
        return tuple([await self._store.read(rows.photo, one.id) for one in found])

    def listen(self, callback: Callable[[Live], None]) -> Forget:
        """Hear of each change of a call."""
        return _listen(self._listeners, callback)

    def listen_rings(self, callback: Callable[[Heard], None]) -> Forget:
        """Hear rings, what became of them, calls back, colleagues."""
        return _listen(self._ring_listeners, callback)

    async def close(self) -> None:
        """End lines, the gateway inside and the thread, within about three seconds."""
        await self._thread.end(self._engine.close, PATIENCE)

    def _post(self, told: Live | Heard | Changed) -> None:
        """From the video thread to those who listen; a loop that is gone hears nothing."""
        with contextlib.suppress(RuntimeError):
            self._home.call_soon_threadsafe(self._deliver, told)

    def _deliver(self, told: Live | Heard | Changed) -> None:
        if isinstance(told, Changed):
            self._changes.tell(told)
        elif isinstance(told, Live):
            for listener in tuple(self._listeners):
                listener(told)
        else:
            for heard in tuple(self._ring_listeners):
                heard(told)


def _listen(listeners: list[Callable[[T], None]], callback: Callable[[T], None]) -> Forget:
    listeners.append(callback)

    def forget() -> None:
        if callback in listeners:
            listeners.remove(callback)

    return forget
