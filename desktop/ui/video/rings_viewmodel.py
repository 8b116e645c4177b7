"""The customer's own button: who rings, taken on a key; calls back; colleagues who ask for help."""

from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from desktop.domain.errors import VideoFailed
from desktop.domain.video.ringing import Invited, Ring
from desktop.ui.kit import tasks
from desktop.ui.video.ringing import Ringing
from desktop.ui.video.state import Doing, Problem


class RingsViewModel(Ringing):
    """The verbs; what rings, and how long, is kept by `Ringing`."""

    def ringing(self) -> bool:
        """Tell whether a key would take a ring or accept an invitation now."""
        state = self.state
        waits = state.ring is not None or state.invitation is not None
        return waits and not state.taking

    def set_available(self, available: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Have customers' buttons ring here, or no longer."""
        if available != self.state.available:
            rings = self.state.rings if available else ()
            self._set(replace(self.state, available=available, rings=rings, problem=None))
            self._do(self._tell_available(), Doing.AVAILABLE)

    def turn_available(self) -> None:
        """The same, on one key."""
        self.set_available(not self.state.available)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """A call is under way, or over: who is in one is not rung."""
        busy = busy or self.state.joined is not None
        if busy != self.state.busy:
            self._set(replace(self.state, busy=busy, rings=()))
            if self.state.available:
                self._do(self._tell_available(), Doing.AVAILABLE)

    def take(self) -> None:
        """Answer the ring that has waited longest; without one, accept a colleague's invitation."""
        if not self.ringing():
            return
        ring = self.state.ring
        if ring is None:
            self.join()
            return
        self._set(replace(self.state, taking=ring.press, problem=None))
        self._do(self._take(ring), Doing.JOIN)

    def dismiss(self) -> None:
        """Let the ring shown to others, or say no to the colleague."""
        ring, invited = self.state.ring, self.state.invitation
        if ring is not None:
            self._drop(ring.press)
        elif invited is not None:
            self._forget(invited)
            self._do(self._video.decline(invited), Doing.JOIN)

    def join(self) -> None:
        """Join the call of the colleague who asks."""
        invited = self.state.invitation
        if invited is not None:
            self._set(replace(self.state, taking=invited.call, problem=None))
            self._do(self._join(invited), Doing.JOIN)

    def leave(self) -> None:
        """Leave the colleague's call; it goes on without one."""
        if self.state.joined is not None:
            self._set(replace(self.state, joined=None, page=""))
            self.set_busy(False)

    def dismiss_problem(self) -> None:
        """What went wrong was read."""
        self._set(replace(self.state, problem=None))

    async def _take(self, ring: Ring) -> None:
        won = await self._video.take(ring)
        self._drop(ring.press)
        if won:
            self.won.emit(ring)
        else:
            self.missed.emit(ring)

    async def _join(self, invited: Invited) -> None:
        page = await self._video.join(invited)
        self._forget(invited)
        self._set(replace(self.state, joined=invited, page=page))
        self.set_busy(True)

    async def _tell_available(self) -> None:
        try:
            await self._video.set_available(self.state.available and not self.state.busy)
        except VideoFailed:
            self._set(replace(self.state, available=False, rings=()))
            raise

    def _do(self, verb: Coroutine[Any, Any, None], doing: Doing) -> None:
        async def done() -> None:
            try:
                await verb
            except VideoFailed as error:
                self._set(replace(self.state, problem=Problem(doing=doing, code=error.code)))
            finally:
                self._set(replace(self.state, taking=""))

        tasks.run(done(), self)
