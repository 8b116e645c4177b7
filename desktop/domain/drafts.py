"""A draft from its first second to its facts: begun, touched or not, closed without refusal."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.contacts import (
    Channel,
    Contact,
    Draft,
    Helped,
    Promise,
    Resolution,
    StepOff,
    StepOffReason,
)
from desktop.domain.errors import AnswerSeen, Incomplete
from desktop.domain.ids import ContactId, CustomerId, PersonId, PromiseId, StepOffId
from desktop.domain.scripts import StepOffTaken

WRITTEN = frozenset({Channel.EMAIL, Channel.LETTER, Channel.MESSAGE, Channel.SOCIAL})
"""Where the answer is the end of the contact, not its beginning."""
EFFORT = range(1, 8)
ESTIMATE = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The facts that a draft becomes, all or none."""

    contact: Contact
    step_offs: tuple[StepOff, ...] = ()
    promise: Promise | None = None

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Ids of all its facts, the contact's first."""
        promise = () if self.promise is None else (self.promise.id,)
        return (self.contact.id, *(one.id for one in self.step_offs), *promise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A contact that was closed, and until when the close can be taken back."""

    contact_id: ContactId
    customer_id: CustomerId | None
    undo_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftToResume:
    """A draft with something in it, and whom it is about."""

    draft: Draft
    customer_name: str = ""


def begin(
    *,
    contact_id: ContactId,
    customer_id: CustomerId | None,
    person_id: PersonId,
    at: datetime,
    channel: Channel = Channel.CALL_IN,
    reason: str = "",
) -> Draft:
    """A contact that begins now; channel and reason are offered, not chosen."""
    return Draft(
        contact_id=contact_id,
        customer_id=customer_id,
        person_id=person_id,
        started_at=at,
        channel=channel,
        reason=reason,
    )


def touched(draft: Draft) -> bool:
    """Whether dropping it would lose something that the advisor did."""
    run = draft.guide
    in_guide = run is not None and bool(
        len(run.path) > 1 or run.answers or run.checked or run.declined or run.words
    )
    answers = (draft.resolution, draft.effort_seen, draft.estimate, draft.avoidable, draft.promise)
    return (
        in_guide
        or any(answer is not None for answer in answers)
        or draft.channel_picked
        or draft.reason_picked
        or bool(draft.note.strip() or draft.step_offs or draft.incivilities)
        or bool(draft.videos or draft.made)
    )


def close(
    draft: Draft,
    *,
    at: datetime,
    promise_id: PromiseId,
    refusal_ids: tuple[StepOffId, ...] = (),
    awaited: bool = False,
) -> Closing:
    """The facts of a draft that ends at `at`. Never refused: whatever is empty stays so.

    A step of the law that was refused is a step-off, in the words of the reason given; each takes
    one of `refusal_ids` (see `refusals`). `awaited`: one waited for the customer in it (`_waited_s`).

    A value that is off its scale counts as empty; a clock set back ends the contact where it began;
    what no store takes (half characters, a step-off twice) does not keep it from closing.
    """
    return Closing(
        contact=_contact(draft, at, awaited=awaited),
        step_offs=(
            *{one.id: _of(draft, one) for one in draft.step_offs}.values(),
            *_refused(draft, max(at, draft.started_at), refusal_ids),
        ),
        promise=_promise(draft, max(at, draft.started_at), promise_id),
    )


def _contact(draft: Draft, at: datetime, *, awaited: bool) -> Contact:
    run = draft.guide
    return Contact(
        id=draft.contact_id,
        customer_id=draft.customer_id,
        person_id=draft.person_id,
        channel=draft.channel,
        reason=cleaned(draft.reason),
        started_at=draft.started_at,
        ended_at=max(at, draft.started_at),
        waited_s=_waited_s(draft, at) if awaited else None,
        resolution=draft.resolution,
        effort_seen=draft.effort_seen if draft.effort_seen in EFFORT else None,
        estimate=draft.estimate if draft.estimate in ESTIMATE else None,
        avoidable=draft.avoidable,
        avoidable_cause=draft.avoidable_cause if draft.avoidable else None,
        note=cleaned(draft.note),
        script_id="" if run is None else cleaned(run.script_id),
        script_version=None if run is None else run.version,
    )


def _waited_s(draft: Draft, at: datetime) -> int | None:
    """A written contact whose clock was kept tells how long its answer took, so that its standard is
    judged; not while it is still to be followed up.
    """
    if draft.channel not in WRITTEN or draft.resolution is Resolution.FOLLOW_UP:
        return None
    return max(0, round((at - draft.started_at).total_seconds()))


def refusals(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The steps of the law that were refused, with the reason given."""
    return draft.guide.declined if draft.guide else ()


def step_off(draft: Draft, taken: StepOffTaken, *, step_off_id: StepOffId, at: datetime) -> StepOff:
    """What was said when stepping off, as this draft holds it."""
    return StepOff(
        id=step_off_id,
        contact_id=draft.contact_id,
        customer_id=draft.customer_id,
        person_id=draft.person_id,
        at=at,
        script_id=taken.script_id,
        step_id=taken.step_id,
        reason=taken.reason,
        words=taken.words,
        earlier_id=taken.earlier_id,
    )


def add_step_off(draft: Draft, added: StepOff) -> Draft:
    """The draft with this step-off; one that it already has is replaced by its newer form."""
    kept = tuple(one for one in draft.step_offs if one.id != added.id)
    return replace(draft, step_offs=(*kept, _of(draft, added)))


def set_made(draft: Draft, fact_id: str, *, made: bool = True) -> Draft:
    """The draft that knows of a fact made beside it; with `made` False, that it was taken back."""
    others = tuple(one for one in draft.made if one != fact_id)
    return replace(draft, made=(*others, fact_id) if made else others)


def set_helped(draft: Draft, step_off_id: StepOffId, helped: Helped | None) -> Draft:
    """The draft where that step-off is said to have helped, or not."""
    found = tuple(
        replace(one, helped=helped) if one.id == step_off_id else one for one in draft.step_offs
    )
    return replace(draft, step_offs=found)


def set_estimate(draft: Draft, estimate: int | None) -> Draft:
    """The draft with this estimate. Raises AnswerSeen once the customer's answer could be seen."""
    if draft.answer_shown and estimate != draft.estimate:
        raise AnswerSeen
    return replace(draft, estimate=estimate)


def may_show(draft: Draft) -> None:
    """Whether the customer's answer may be shown now. Raises Incomplete("estimate")."""
    if draft.estimate not in ESTIMATE:
        raise Incomplete("estimate")


def unanswered(draft: Draft) -> StepOff | None:
    """The first step-off of which nobody has said whether it helped."""
    return next((one for one in draft.step_offs if one.helped is None), None)


def cleaned(words: str) -> str:
    """Words that any store takes: trimmed, without half characters or control signs."""
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    kept = (sign for sign in whole if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    return "".join(kept).strip()


def _of(draft: Draft, one: StepOff) -> StepOff:
    return replace(
        one,
        contact_id=draft.contact_id,
        customer_id=draft.customer_id,
        person_id=draft.person_id,
        script_id=cleaned(one.script_id),
        step_id=cleaned(one.step_id),
        words=cleaned(one.words),
    )


def _refused(draft: Draft, at: datetime, ids: tuple[StepOffId, ...]) -> tuple[StepOff, ...]:
    run = draft.guide
    if run is None:
        return ()
    return tuple(
        step_off(
            draft,
            StepOffTaken(
                script_id=cleaned(run.script_id),
                step_id=cleaned(step_id),
                reason=StepOffReason.OTHER,
                words=cleaned(why),
            ),
            step_off_id=one,
            at=at,
        )
        for one, (step_id, why) in zip(ids, run.declined, strict=False)
    )


def _promise(draft: Draft, at: datetime, promise_id: PromiseId) -> Promise | None:
    if draft.promise is None:
        return None
    return Promise(
        id=promise_id,
        contact_id=draft.contact_id,
        customer_id=draft.customer_id,
        person_id=draft.person_id,
        at=at,
        kind=draft.promise.kind,
        due_at=draft.promise.due_at,
        words=cleaned(draft.promise.words),
    )
