"""What a lead was asked for: the oldest unanswered first; granted, or declined with a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, Incomplete, StoreUnavailable
from desktop.domain.ids import GestureRequestId
from desktop.domain.latitude.requests import Asked
from desktop.domain.people import Person
from desktop.services.latitude.policies import Policies
from desktop.services.latitude.requests import Requests
from desktop.ui.kit import tasks
from desktop.ui.kit.told import Told
from desktop.ui.latitude.typed import TypedWords

_HEARD = frozenset({Kind.GESTURE, Kind.DOCUMENT, Kind.PEOPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestsState:
    """`now` is None until it was read once."""

    waiting: tuple[Asked, ...] = ()
    answered: tuple[Asked, ...] = ()
    """The newest answered first."""
    now: datetime | None = None
    failed: bool = False
    """The last answer was not written: it can be given again."""


class RequestsViewModel(QObject):
    """`told` gives the Asked that are new since the lead last heard; `lacking` the id of a request
    that is declined without a word; `answered` the id of one that has its answer now.
    """

    changed = Signal()
    told = Signal(object)
    lacking = Signal(str)
    answered = Signal(str)

    def __init__(
        self, requests: Requests, policies: Policies, lead: Person, language: str = "fr"
    ) -> None:
        super().__init__()
        self._requests = requests
        self._policies = policies
        self._lead = lead
        self._language = language
        self._labels: dict[str, str] = {}
        self.known = Told()
        self._latest = tasks.Latest(self)
        self._again = False
        self.words = TypedWords(requests, lead, self)
        self.state = RequestsState()
        self.destroyed.connect(requests.changes.listen(self._heard))

    def label(self, code: str) -> str:
        """The words of a kind of gesture."""
        return self._labels.get(code, code)

    def begin(self, told: Sequence[str]) -> None:
        """Start with what this lead was told of before."""
        self.known.begin(told)
        self.load()

    def load(self) -> None:
        """Read what waits; the newest request wins."""
        self._latest.run(self._load())

    async def whole(self) -> tuple[Asked, ...]:
        """All that was ever asked, in the order of the lists."""
        return await self._requests.all_asked_of(self._lead)

    def type(self, request_id: str, words: str) -> None:
        """Keep what is being written beside a request."""
        self.words.type(request_id, words)

    def typed(self, request_id: str) -> str:
        """What was written beside a request so far."""
        return self.words.of(request_id)

    def answer(self, request_id: GestureRequestId, *, granted: bool) -> None:
        """Grant it, or decline it with the word that was written."""
        tasks.run(self._answer(request_id, granted=granted), self)

    async def _answer(self, request_id: GestureRequestId, *, granted: bool) -> None:
        try:
            await self._requests.answer(
                self._lead, request_id, granted=granted, words=self.typed(request_id)
            )
        except Incomplete:
            self.lacking.emit(request_id)
        except Gone:
            self.load()
        except StoreUnavailable:
            self._become(replace(self.state, failed=True))
        else:
            self.words.forget(request_id)
            self._become(replace(self.state, failed=False))
            self.answered.emit(request_id)

    async def _load(self) -> None:
        policy, _problems = await self._policies.policy(again=self._again)
        self._again = False
        await self.words.load()
        asked = await self._requests.asked_of(self._lead)
        if policy is not None:
            self._labels = {one.code: one.label(self._language) for one in policy.kinds}
        waiting = tuple(one for one in asked if one.answer is None)
        answered = tuple(one for one in asked if one.answer is not None)
        here = self._requests.here()
        self._become(replace(self.state, waiting=waiting, answered=answered, now=here))
        self._tell(waiting)

    def _tell(self, waiting: Sequence[Asked]) -> None:
        fresh = self.known.fresh(one.request.id for one in waiting)
        if fresh:
            self.told.emit(tuple(one for one in waiting if one.request.id in fresh))

    def _become(self, state: RequestsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _heard(self, changed: Changed) -> None:
        if changed.kind in _HEARD:
            self._again = self._again or changed.kind is Kind.DOCUMENT
            self.load()
