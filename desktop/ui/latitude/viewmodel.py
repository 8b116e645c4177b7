"""One's own latitude: what is left, gestures of the contact in front, requests and answers."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import GestureRequestId
from desktop.domain.latitude.facts import Gesture
from desktop.domain.latitude.requests import Asked, InContact
from desktop.domain.latitude.wishes import Wish
from desktop.domain.people import Person
from desktop.services.latitude import Latitude
from desktop.services.latitude.policies import Policies
from desktop.ui.kit import tasks
from desktop.ui.kit.told import Told
from desktop.ui.latitude.state import LatitudeState, written

_HEARD = frozenset({Kind.GESTURE, Kind.DOCUMENT, Kind.PEOPLE})


class LatitudeViewModel(QObject):
    """`given` gives a Gesture, `asked` a GestureRequest, `taken_back` a Gesture and whether nothing
    is left of it, `answered` the Asked that a lead answered since they were last told.
    """

    changed = Signal()
    given = Signal(object)
    asked = Signal(object)
    taken_back = Signal(object, bool)
    answered = Signal(object)

    def __init__(
        self,
        latitude: Latitude,
        policies: Policies,
        person: Person,
        front: Callable[[], Draft | None],
        language: str = "fr",
    ) -> None:
        super().__init__()
        self._latitude = latitude
        self._person = person
        self._front = front
        self._language = language
        self.linked = False
        """Whether there is a shared database, which what is written has to reach."""
        self.told = Told()
        self._policies = policies
        self._latest = tasks.Latest(self)
        self._again = False
        self.state = LatitudeState()
        self.destroyed.connect(latitude.changes.listen(self._heard))

    def label(self, code: str) -> str:
        """The words of a kind of gesture."""
        policy = self.state.policy
        return code if policy is None else policy.label(code, self._language)

    def begin(self, told: Sequence[str]) -> None:
        """Start with the answers that this person was told of before."""
        self.told.begin(told)
        self.load()

    def follow(self, draft: Draft | None) -> None:
        """Another contact is in front, or none."""
        contact_id = None if draft is None else draft.contact_id
        if contact_id != self.state.contact_id:
            self._become(replace(self.state, contact_id=contact_id, here=InContact()))
            self.load()

    def load(self) -> None:
        """Read where one stands; the newest request wins."""
        self._latest.run(self._load())

    def give(self, wish: Wish) -> None:
        """Make a gesture within the policy in the contact in front."""
        draft, policy = self._front(), self.state.policy
        if draft is not None and policy is not None:
            self._write(self._give(draft, wish))

    def ask(self, wish: Wish) -> None:
        """Ask one's lead for a gesture beyond the policy."""
        draft = self._front()
        if draft is not None and self.state.lead is not None:
            self._write(self._ask(draft, wish, self.state.lead))

    def make(self, request_id: GestureRequestId) -> None:
        """Make a gesture of what was granted."""
        self._write(self._make(request_id))

    def take_back(self, gesture: Gesture) -> None:
        """Take a gesture back."""
        self._write(self._take_back(gesture))

    def _write(self, work: Coroutine[Any, Any, None]) -> None:
        if self.state.busy:
            work.close()
            return
        self._become(replace(self.state, busy=True, failed=False))
        tasks.run(self._written(work), self)

    async def _written(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Gone:
            # Another gesture, or another answer, came between: what is true now says why.
            self._become(written(self.state))
            self.load()
        except StoreUnavailable:
            self._become(written(self.state, failed=True))
        finally:
            if self.state.busy:
                self._become(written(self.state))

    async def _give(self, draft: Draft, wish: Wish) -> None:
        if self.state.policy is not None:
            self.given.emit(await self._latitude.give(draft, wish, self.state.policy))

    async def _ask(self, draft: Draft, wish: Wish, lead: Person) -> None:
        if self.state.policy is not None:
            self.asked.emit(await self._latitude.ask(draft, wish, self.state.policy, lead))

    async def _make(self, request_id: GestureRequestId) -> None:
        self.given.emit(await self._latitude.make(self._person, request_id))

    async def _take_back(self, gesture: Gesture) -> None:
        self.taken_back.emit(gesture, await self._latitude.take_back(gesture))

    async def _load(self) -> None:
        # A newer question may cancel this one here: what is to be read anew stays so.
        policy, problems = await self._policies.policy(again=self._again)
        self._again = False
        contact_id, here = self.state.contact_id, InContact()
        if contact_id is not None:
            here = await self._latitude.in_contact(self._person, contact_id)
        lead = await self._latitude.lead_of(self._person)
        own = await self._latitude.own(self._person)
        standing = None
        if policy is not None:
            standing = await self._latitude.standing(self._person, contact_id, policy)
        if contact_id != self.state.contact_id:
            return
        self._become(
            replace(
                self.state,
                policy=policy,
                problems=problems,
                standing=standing,
                here=here,
                own=own,
                lead=lead,
                now=self._latitude.here(),
            )
        )
        self._tell(own)

    def _tell(self, own: Sequence[Asked]) -> None:
        fresh = self.told.fresh(one.answer.id for one in own if one.answer)
        if fresh:
            self.answered.emit(tuple(one for one in own if one.answer and one.answer.id in fresh))

    def _become(self, state: LatitudeState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _heard(self, changed: Changed) -> None:
        unsent = any(one.unsent for one in self.state.own)
        if changed.kind in _HEARD or (unsent and changed.kind is Kind.OUTBOX):
            self._again = self._again or changed.kind is Kind.DOCUMENT
            self.load()
