"""Drafts of every shape, for laws that hold for all of them."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from desktop.domain.contacts import (
    AvoidableCause,
    Channel,
    Draft,
    GuideRun,
    Helped,
    PromiseDraft,
    PromiseKind,
    Resolution,
    StepOff,
    StepOffReason,
)
from desktop.domain.ids import ContactId, CustomerId, IncivilityId, PersonId, StepOffId

AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
EMPTY = Draft(
    contact_id=ContactId("k"), customer_id=CustomerId("c"), person_id=PersonId("p"), started_at=AT
)
words = st.text(st.characters(codec=None), max_size=40)
instants = st.integers(0, 4_000_000_000_000).map(
    lambda ms: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
)
pairs = st.lists(st.tuples(words, words), max_size=3).map(tuple)
texts = st.lists(words, max_size=3).map(tuple)
step_offs = st.builds(
    StepOff,
    id=st.sampled_from(["s1", "s2"]).map(StepOffId),
    contact_id=st.just(ContactId("k")),
    customer_id=st.none() | st.just(CustomerId("other")),
    person_id=st.just(PersonId("p")),
    at=instants,
    reason=st.sampled_from(StepOffReason),
    words=words,
    helped=st.none() | st.sampled_from(Helped),
)
drafts = st.builds(
    Draft,
    contact_id=st.just(ContactId("k")),
    customer_id=st.just(CustomerId("c")),
    person_id=st.just(PersonId("p")),
    started_at=instants,
    channel=st.sampled_from(Channel),
    reason=words,
    channel_picked=st.booleans(),
    resolution=st.none() | st.sampled_from(Resolution),
    effort_seen=st.none() | st.integers(1, 7),
    avoidable=st.none() | st.booleans(),
    avoidable_cause=st.none() | st.sampled_from(AvoidableCause),
    note=words,
    promise=st.none()
    | st.builds(PromiseDraft, kind=st.sampled_from(PromiseKind), due_at=instants, words=words),
    step_offs=st.lists(step_offs, max_size=2).map(tuple),
    incivilities=st.lists(words.map(IncivilityId), max_size=2).map(tuple),
    guide=st.none()
    | st.builds(
        GuideRun,
        script_id=words,
        version=st.integers(0, 99),
        step_id=words,
        path=texts,
        answers=pairs,
        checked=texts,
        declined=pairs,
    ),
)
