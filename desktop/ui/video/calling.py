"""The call under way: followed as it is told, with its clocks, and kept to the contact it is of."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import NotSent, VideoFailed
from desktop.domain.ids import ContactId
from desktop.domain.people import Person
from desktop.domain.video.clocks import hint
from desktop.domain.video.progress import Step
from desktop.services.clock import Clock
from desktop.services.video.live import Live
from desktop.ui.kit import tasks
from desktop.ui.video.ports import Video
from desktop.ui.video.state import Problem, VideoState
from desktop.ui.video.timing import Timing

SECOND_MS: Final = 1000
KEPT: Final = 20
"""How many calls that ended can be seen again on their contacts."""


class Calling(Timing):
    """`ticked` each second of a call; `page_asked` gives the address of the advisor's page, "" for none."""

    changed = Signal()
    ticked = Signal()
    page_asked = Signal(str)

    def __init__(
        self, video: Video, person: Person, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(clock, VideoState(readiness=video.readiness), parent)
        self._video = video
        self._person = person
        self._ended: dict[ContactId, Live] = {}
        self._early: dict[str, Live] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._tick)
        self.destroyed.connect(video.listen(self._hear))

    def ended_of(self, contact_id: ContactId) -> Live | None:
        """The call of a contact that ended, if it was one of the last."""
        return self._ended.get(contact_id)

    def _hear(self, live: Live) -> None:
        known = self.state.call
        if known is None or known.asked.id != live.asked.id:
            self._hear_other(live)
        elif live.progress.last >= known.progress.last:
            self._follow(live)

    def _hear_other(self, live: Live) -> None:
        """A call that is only about to be known here, or one that ended: its last photo, for instance."""
        if self.state.beginning:
            self._early[str(live.asked.id)] = live
        kept = self._ended.get(live.asked.contact_id)
        if kept is not None and kept.asked.id == live.asked.id:
            self._ended[live.asked.contact_id] = live
            if self.state.last is not None and self.state.last.asked.id == live.asked.id:
                self._set(replace(self.state, last=live))

    def _begun(self, live: Live) -> None:
        early = self._early.get(str(live.asked.id))
        self._early = {}
        if early is not None and early.progress.last > live.progress.last:
            live = early
        self._set(replace(self.state, beginning=False, call=live, last=None))
        self._timer.start()
        self.page_asked.emit(live.page)
        self._follow(live)

    def _follow(self, live: Live) -> None:
        if live.progress.step is Step.ENDED:
            self._end(live)
            return
        opened = live.progress.opened_at is not None
        state = replace(self.state, call=live, hint=hint(live.progress, self._there(live)))
        self._set(replace(state, choosing=state.choosing and not opened))

    def _end(self, live: Live) -> None:
        self._timer.stop()
        self._ended[live.asked.contact_id] = live
        while len(self._ended) > KEPT:
            del self._ended[next(iter(self._ended))]
        self.page_asked.emit("")
        front = self.state.front
        here = front is not None and front.contact_id == live.asked.contact_id
        self._set(
            VideoState(
                front=front,
                readiness=self.state.readiness,
                checking=self.state.checking,
                last=live if here else self.state.last,
            )
        )

    def _tick(self) -> None:
        call = self.state.call
        if call is None:
            self._timer.stop()
            return
        now = hint(call.progress, self._there(call))
        if now is not self.state.hint:
            self._set(replace(self.state, hint=now))
        self.ticked.emit()

    def _do(
        self,
        verb: Coroutine[Any, Any, None],
        problem: Problem,
        over: Callable[[VideoState], VideoState],
    ) -> None:
        """Run a verb of the facade; what it raises is told on the card as `problem`."""

        async def done() -> None:
            try:
                await verb
            except NotSent as error:
                self._tell(replace(problem, unsent=error.why, code=error.code))
            except VideoFailed as error:
                self._tell(replace(problem, code=error.code))
            finally:
                self._set(over(self.state))

        tasks.run(done(), self)

    def _tell(self, problem: Problem) -> None:
        self._set(replace(self.state, problem=problem))

    def _set(self, state: VideoState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
