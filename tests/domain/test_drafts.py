"""Drafts: what counts as touched, and closing that is never refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts import (
    AvoidableCause,
    Channel,
    Draft,
    GuideRun,
    Helped,
    PromiseDraft,
    PromiseKind,
    PromiseState,
    Resolution,
    StepOff,
)
from desktop.domain.drafts import (
    add_step_off,
    begin,
    cleaned,
    close,
    may_show,
    set_estimate,
    set_helped,
    touched,
    unanswered,
)
from desktop.domain.errors import AnswerSeen, Incomplete
from desktop.domain.ids import ContactId, CustomerId, IncivilityId, PersonId, PromiseId, StepOffId

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def fresh(**fields) -> Draft:
    draft = begin(
        contact_id=ContactId("k1"),
        customer_id=CustomerId("c1"),
        person_id=PersonId("p1"),
        at=NOON,
        channel=Channel.EMAIL,
        reason="billing",
    )
    return replace(draft, **fields)


def step_off(number: int = 1, **fields) -> StepOff:
    known: dict[str, Any] = {
        "id": StepOffId(f"s{number}"),
        "contact_id": ContactId("k1"),
        "customer_id": CustomerId("c1"),
        "person_id": PersonId("p1"),
        "at": NOON,
    }
    return StepOff(**(known | fields))


RUN = GuideRun(script_id="bill", version=3, step_id="hello", path=("hello",))
PROMISE = PromiseDraft(kind=PromiseKind.CALLBACK, due_at=NOON + timedelta(days=1), words=" Suivi ")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"note": "  \n"}, False),
        ({"guide": RUN}, False),
        ({"channel": Channel.CHAT, "reason": "sales"}, False),
        ({"note": "x"}, True),
        ({"channel_picked": True}, True),
        ({"reason_picked": True}, True),
        ({"resolution": Resolution.PARTIAL}, True),
        ({"estimate": 1}, True),
        ({"effort_seen": 7}, True),
        ({"avoidable": False}, True),
        ({"promise": PROMISE}, True),
        ({"step_offs": (step_off(),)}, True),
        ({"incivilities": (IncivilityId("i1"),)}, True),
        ({"guide": replace(RUN, path=("hello", "listen"))}, True),
        ({"guide": replace(RUN, answers=(("hello", "1"),))}, True),
        ({"guide": replace(RUN, checked=("hello/check",))}, True),
        ({"guide": replace(RUN, declined=(("law", "refus"),))}, True),
    ],
)
def test_touched_is_what_would_be_missed(fields, expected):
    assert touched(fresh(**fields)) is expected


def test_an_empty_draft_closes_with_what_was_offered():
    closing = close(fresh(), at=NOON + timedelta(minutes=4), promise_id=PromiseId("r1"))
    contact = closing.contact
    assert (contact.channel, contact.reason) == (Channel.EMAIL, "billing")
    assert contact.ended_at - contact.started_at == timedelta(minutes=4)
    assert (contact.resolution, contact.estimate, closing.step_offs, closing.promise) == (
        None,
        None,
        (),
        None,
    )
    assert closing.fact_ids == ("k1",)


def test_a_full_draft_becomes_all_its_facts():
    draft = fresh(
        resolution=Resolution.RESOLVED,
        estimate=4,
        effort_seen=2,
        avoidable=True,
        avoidable_cause=AvoidableCause.REPEAT,
        note=" Geste proposé. ",
        promise=PROMISE,
        step_offs=(step_off(helped=Helped.YES),),
        guide=RUN,
    )
    closing = close(draft, at=NOON, promise_id=PromiseId("r1"))
    contact, promise = closing.contact, closing.promise
    assert (contact.script_id, contact.script_version, contact.note) == (
        "bill",
        3,
        "Geste proposé.",
    )
    assert contact.avoidable_cause is AvoidableCause.REPEAT
    assert promise is not None
    assert (promise.words, promise.due_at, promise.state) == (
        "Suivi",
        PROMISE.due_at,
        PromiseState.OPEN,
    )
    assert closing.fact_ids == ("k1", "s1", "r1")


def test_a_cause_without_an_avoidable_contact_is_left_out():
    draft = fresh(avoidable=False, avoidable_cause=AvoidableCause.OTHER)
    assert close(draft, at=NOON, promise_id=PromiseId("r1")).contact.avoidable_cause is None


def test_step_offs_belong_to_the_draft_that_holds_them():
    stray = step_off(contact_id=ContactId("other"), customer_id=None, words=" déjà dit\x00 ")
    draft = add_step_off(fresh(), stray)
    (kept,) = draft.step_offs
    assert (kept.contact_id, kept.customer_id, kept.words) == ("k1", "c1", "déjà dit")


def test_helped_is_said_once_for_each_step_off():
    draft = add_step_off(add_step_off(fresh(), step_off(1)), step_off(2))
    first = unanswered(draft)
    assert first is not None
    assert first.id == "s1"
    draft = set_helped(draft, first.id, Helped.UNKNOWN)
    second = unanswered(draft)
    assert second is not None
    assert second.id == "s2"
    assert unanswered(set_helped(draft, second.id, Helped.NO)) is None


def test_a_step_off_given_again_takes_the_place_of_its_first_form():
    draft = add_step_off(add_step_off(fresh(), step_off(1)), step_off(1, words="précisé"))
    assert [one.words for one in draft.step_offs] == ["précisé"]


@given(
    effort=st.none() | st.integers(),
    estimate=st.none() | st.integers(),
    note=st.text(st.characters(codec=None), max_size=80),
    offset=st.timedeltas(timedelta(days=-400), timedelta(days=400)),
    avoidable=st.none() | st.booleans(),
    cause=st.none() | st.sampled_from(AvoidableCause),
)
def test_closing_is_never_refused_and_holds_only_what_scales_allow(
    effort, estimate, note, offset, avoidable, cause
):
    draft = fresh(
        effort_seen=effort,
        estimate=estimate,
        note=note,
        avoidable=avoidable,
        avoidable_cause=cause,
    )
    contact = close(draft, at=NOON + offset, promise_id=PromiseId("r1")).contact
    assert contact.ended_at >= contact.started_at
    assert contact.effort_seen in (None, *range(1, 8))
    assert contact.estimate in (None, *range(1, 6))
    assert contact.avoidable_cause is None or contact.avoidable
    contact.note.encode()


@given(st.text(st.characters(codec=None), max_size=60))
def test_cleaning_changes_nothing_the_second_time_and_keeps_lines(words):
    assert cleaned(cleaned(words)) == cleaned(words)
    assert cleaned(f"a\n{words}\nb").startswith("a\n")


def test_an_estimate_is_given_and_changed_until_the_answer_was_shown():
    assert set_estimate(set_estimate(fresh(), 3), 4).estimate == 4
    shown = replace(fresh(estimate=4), answer_shown=True)
    assert set_estimate(shown, 4) == shown
    for other in (None, 1, 5):
        with pytest.raises(AnswerSeen):
            set_estimate(shown, other)


@pytest.mark.parametrize("estimate", [None, 0, 6])
def test_without_an_estimate_on_its_scale_no_answer_is_shown(estimate):
    with pytest.raises(Incomplete):
        may_show(fresh(estimate=estimate))
    may_show(fresh(estimate=1))
