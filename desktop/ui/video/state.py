"""What the video card shows: one frozen picture of the contact in front and of the call under way."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.contacts import Draft
from desktop.domain.errors import Unsent
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.video.clocks import Hint
from desktop.domain.video.happenings import Delivery
from desktop.domain.video.progress import Step
from desktop.domain.video.readiness import Readiness
from desktop.services.video.live import Live


class Stage(StrEnum):
    """Which of its faces the card shows."""

    NOBODY = "nobody"
    UNREADY = "unready"
    READY = "ready"
    BEGINNING = "beginning"
    INVITING = "inviting"
    """The call exists; how to send its link is to be chosen."""
    WAITING = "waiting"
    TALKING = "talking"
    LOST = "lost"
    ENDED = "ended"
    ELSEWHERE = "elsewhere"
    """Another contact's call is under way."""


class Doing(StrEnum):
    """What did not go through."""

    BEGIN = "begin"
    SEND = "send"
    RENEW = "renew"
    PAGE = "page"
    INVITE = "invite"
    END = "end"
    JOIN = "join"
    AVAILABLE = "available"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What did not go through, and why: `unsent` for a message, else a code of the gateway's."""

    doing: Doing
    unsent: Unsent | None = None
    code: str = ""
    delivery: Delivery | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """With whom, and for which contact."""

    draft: Draft
    name: str
    """As one says it: « Mme Moreau »."""
    phone: str = ""
    """As people write it."""
    email: str = ""
    place: str = ""
    """Where they pressed a button of their own, in words."""

    @property
    def contact_id(self) -> ContactId:
        """The contact that the call belongs to."""
        return self.draft.contact_id

    @property
    def customer_id(self) -> CustomerId | None:
        """The customer, where one is known."""
        return self.draft.customer_id

    def is_with(self, other: "Partner") -> bool:
        """Whether both are one person: a contact may be closed, and another begun, during a call."""
        known = self.customer_id is not None and self.customer_id == other.customer_id
        return known or self.contact_id == other.contact_id


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoState:
    """The contact in front, the call under way (one at a time) and what became of the last one."""

    front: Partner | None = None
    readiness: Readiness = field(default_factory=Readiness)
    checking: bool = False
    beginning: bool = False
    call: Live | None = None
    partner: Partner | None = None
    """With whom the call is, or is about to be."""
    last: Live | None = None
    """The call of the contact in front that ended."""
    sending: Delivery | None = None
    sent_to: str = ""
    choosing: bool = False
    """The ways to send are shown again."""
    ending: bool = False
    hint: Hint = Hint.NONE
    problem: Problem | None = None
    asked: tuple[PersonId, ...] = ()
    """Colleagues who were asked to join this call."""
    declined: tuple[PersonId, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether a call is under way or about to be."""
        return self.beginning or self.call is not None

    @property
    def elsewhere(self) -> bool:
        """Whether the call under way is somebody else's than who is in front."""
        if not self.busy or self.partner is None:
            return False
        return self.front is None or not self.front.is_with(self.partner)

    @property
    def stage(self) -> Stage:
        """Which face is shown."""
        if self.elsewhere:
            return Stage.ELSEWHERE
        if self.call is not None:
            return _of_call(self.call, choosing=self.choosing)
        if self.beginning:
            return Stage.BEGINNING
        if self.front is None:
            return Stage.NOBODY
        if self.last is not None:
            return Stage.ENDED
        return Stage.READY if self.readiness.ok else Stage.UNREADY


def _of_call(call: Live, *, choosing: bool) -> Stage:
    match call.progress.step:
        case Step.CONNECTED:
            return Stage.TALKING
        case Step.LOST:
            return Stage.LOST
        case Step.CREATED if not call.asked.place:
            return Stage.INVITING
        case Step.OFFERED if choosing:
            return Stage.INVITING
        case Step.ENDED:
            return Stage.ENDED
        case _:
            return Stage.WAITING
