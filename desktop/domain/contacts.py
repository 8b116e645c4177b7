"""A contact from its draft to its facts: channel, reason, resolution, estimate, promises."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import (
    ContactId,
    CustomerId,
    IncivilityId,
    PersonId,
    PromiseId,
    StepOffId,
    VideoCallId,
)


class Channel(StrEnum):
    """How customer and advisor meet, in the order of their digits."""

    CALL_IN = "call_in"
    CALL_OUT = "call_out"
    EMAIL = "email"
    CHAT = "chat"
    BRANCH = "branch"
    LETTER = "letter"
    MESSAGE = "message"
    SOCIAL = "social"


class Resolution(StrEnum):
    """How it ended for the customer, in the order of their digits."""

    RESOLVED = "resolved"
    PARTIAL = "partial"
    FOLLOW_UP = "follow_up"
    NOT_RESOLVED = "not_resolved"


class PromiseKind(StrEnum):
    """What was promised."""

    CALLBACK = "callback"
    PROMISE = "promise"


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    CANCELLED = "cancelled"


class Helped(StrEnum):
    """Whether stepping off helped, as the advisor saw it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class StepOffReason(StrEnum):
    """Why one stepped off the guide, in the order of their digits."""

    ALREADY_TOLD = "already_told"
    EMOTION = "emotion"
    OTHER_NEED = "other_need"
    FASTER = "faster"
    NOT_TRUE_HERE = "not_true_here"
    GESTURE = "gesture"
    OTHER = "other"


class IncivilityType(StrEnum):
    """What happened."""

    RUDENESS = "rudeness"
    INSULT = "insult"
    THREAT = "threat"
    DISCRIMINATION = "discrimination"
    SEXUAL = "sexual"
    OTHER = "other"


class AvoidableCause(StrEnum):
    """Why the contact could have been avoided."""

    UNCLEAR_MESSAGE = "unclear_message"
    OUR_MISTAKE = "our_mistake"
    PROMISE_NOT_KEPT = "promise_not_kept"
    NO_SELF_SERVICE = "no_self_service"
    REPEAT = "repeat"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOff:
    """One step off the guide."""

    id: StepOffId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    script_id: str = ""
    step_id: str = ""
    reason: StepOffReason = StepOffReason.OTHER
    words: str = ""
    earlier_id: StepOffId | None = None
    """The earlier step-off that was taken up again, if one was picked."""
    helped: Helped | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A callback or another promise, with its due date."""

    id: PromiseId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    kind: PromiseKind
    due_at: datetime
    words: str = ""
    state: PromiseState = PromiseState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseOutcome:
    """That a promise was kept or cancelled, by whom and when."""

    promise_id: PromiseId
    person_id: PersonId
    at: datetime
    state: PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class Incivility:
    """A report of incivility; the exchange is described, never the person."""

    id: IncivilityId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    type: IncivilityType
    gravity: int
    """1 (light) to 3 (grave)."""
    words: str = ""
    warned: bool = False
    """The customer was told that the exchange may end."""
    ended: bool = False
    """The advisor ended the exchange after the warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact that took place."""

    id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId | None
    channel: Channel
    reason: str = ""
    """Code in the tree of reasons; empty when unknown."""
    started_at: datetime
    ended_at: datetime
    waited_s: int | None = None
    """Seconds that the customer waited before being answered."""
    abandoned: bool = False
    """The customer hung up before anybody answered."""
    resolution: Resolution | None = None
    effort_seen: int | None = None
    """1 to 7, as it seemed to the advisor."""
    estimate: int | None = None
    """1 to 5, the satisfaction that the advisor expects the customer to answer."""
    avoidable: bool | None = None
    avoidable_cause: AvoidableCause | None = None
    note: str = ""
    script_id: str = ""
    script_version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDraft:
    """A promise not yet made a fact."""

    kind: PromiseKind
    due_at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRun:
    """Where the advisor stands in a guide, kept in the draft."""

    script_id: str
    version: int
    step_id: str
    path: tuple[str, ...] = ()
    """Ids of the steps visited, in order, the current one last."""
    answers: tuple[tuple[str, str], ...] = ()
    """Step id (or `step/question`) and the reaction or answer picked; the last one wins."""
    checked: tuple[str, ...] = ()
    """`step/check` that were ticked."""
    declined: tuple[tuple[str, str], ...] = ()
    """Steps that the law requires and that were refused, with the reason given."""
    words: str = ""
    """Words begun for a step-off and not yet noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A contact under way; every field may still be empty. Saved as it is typed."""

    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    started_at: datetime
    channel: Channel = Channel.CALL_IN
    reason: str = ""
    channel_picked: bool = False
    """The advisor chose it; else it came from the last contact."""
    reason_picked: bool = False
    """The advisor chose it; else it came from the guide or the last contact."""
    resolution: Resolution | None = None
    effort_seen: int | None = None
    estimate: int | None = None
    avoidable: bool | None = None
    avoidable_cause: AvoidableCause | None = None
    note: str = ""
    promise: PromiseDraft | None = None
    step_offs: tuple[StepOff, ...] = field(default=())
    incivilities: tuple[IncivilityId, ...] = ()
    """Reports already made: each is a fact of its own."""
    videos: tuple[VideoCallId, ...] = ()
    """Video calls begun: each becomes a fact of its own when it ends."""
    made: tuple[str, ...] = ()
    """Gestures, requests and thanks already made here: each is a fact of its own."""
    guide: GuideRun | None = None
    answer_shown: bool = False
    """The customer's answer was shown, or could be seen: the estimate stays as it is."""
