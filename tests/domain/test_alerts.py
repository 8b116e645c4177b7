"""What to know now: tables of cases."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from desktop.domain.alerts import MOST, AlertKind, Signs, Talk, alerts
from desktop.domain.contacts import (
    Channel,
    Incivility,
    IncivilityType,
    Promise,
    PromiseKind,
    PromiseState,
)
from desktop.domain.customers import Answer, Case
from desktop.domain.ids import (
    AnswerId,
    CaseId,
    ContactId,
    CustomerId,
    IncivilityId,
    PersonId,
    PromiseId,
)
from desktop.domain.trends import trends

NOW = datetime(2026, 11, 23, 10, 46, tzinfo=timezone(timedelta(hours=1)))


def talk(days: float, reason: str = "billing.gap", advisor: str = "", **rest) -> Talk:
    return Talk(
        at=NOW - timedelta(days=days),
        channel=Channel.CALL_IN,
        reason=reason,
        advisor=advisor,
        **rest,
    )


def promise(due: timedelta, state: PromiseState = PromiseState.OPEN) -> Promise:
    return Promise(
        id=PromiseId("p"),
        contact_id=ContactId("c"),
        customer_id=CustomerId("k"),
        person_id=PersonId("a"),
        at=NOW - timedelta(days=9),
        kind=PromiseKind.CALLBACK,
        due_at=NOW + due,
        words="Rappeler",
        state=state,
    )


def case(due: timedelta | None, closed: bool = False) -> Case:
    return Case(
        id=CaseId("d"),
        customer_id=CustomerId("k"),
        number="D-1",
        title="Facture",
        opened_at=NOW - timedelta(days=30),
        due_at=None if due is None else NOW + due,
        closed_at=NOW if closed else None,
    )


def incivility(days: float) -> Incivility:
    return Incivility(
        id=IncivilityId(str(days)),
        contact_id=ContactId("c"),
        customer_id=CustomerId("k"),
        person_id=PersonId("a"),
        at=NOW - timedelta(days=days),
        type=IncivilityType.INSULT,
        gravity=2,
    )


def efforts(*given: tuple[float, int]):
    answers = [
        Answer(
            id=AnswerId(str(n)),
            customer_id=CustomerId("k"),
            at=NOW - timedelta(days=days),
            effort=value,
        )
        for n, (days, value) in enumerate(given)
    ]
    return trends(answers, NOW)


def kinds(signs: Signs) -> list[AlertKind]:
    return [alert.kind for alert in alerts(signs, NOW)]


def test_nothing_known_says_nothing():
    assert alerts(Signs(), NOW) == ()


@pytest.mark.parametrize(
    ("talks", "said"),
    [
        ([talk(1)], None),
        ([talk(1), talk(10)], (2, 10, "billing.gap")),
        ([talk(0), talk(0.1)], (2, 1, "billing.gap")),
        ([talk(1), talk(15)], None),
        ([talk(1), talk(2, "move")], None),
        ([talk(1, ""), talk(2, "")], None),
        ([talk(1, "move"), talk(2), talk(3), talk(4, "move"), talk(5)], (3, 5, "billing.gap")),
    ],
)
def test_contacts_repeat_themselves_on_one_reason_within_a_fortnight(talks, said):
    found = [one for one in alerts(Signs(talks=talks), NOW) if one.kind is AlertKind.REPEATED]
    assert [(one.count, one.days, one.reason) for one in found] == ([said] if said else [])


@pytest.mark.parametrize(
    ("due", "state", "expected"),
    [
        (timedelta(days=-1), PromiseState.OPEN, [AlertKind.PROMISE_LATE]),
        (timedelta(hours=-10), PromiseState.OPEN, [AlertKind.PROMISE_DUE]),
        (timedelta(hours=-11), PromiseState.OPEN, [AlertKind.PROMISE_LATE]),
        (timedelta(hours=5), PromiseState.OPEN, [AlertKind.PROMISE_DUE]),
        (timedelta(days=1), PromiseState.OPEN, [AlertKind.PROMISE_DUE]),
        (timedelta(days=2), PromiseState.OPEN, []),
        (timedelta(days=-1), PromiseState.KEPT, []),
    ],
)
def test_promises_are_late_or_due_by_the_day_of_the_workstation(due, state, expected):
    assert kinds(Signs(promises=[(promise(due, state), "Sonia")])) == expected


def test_several_late_promises_are_one_alert_with_the_first_due():
    pairs = [(promise(timedelta(days=-2)), "Sonia"), (promise(timedelta(days=-5)), "Luc")]
    (alert,) = alerts(Signs(promises=pairs), NOW)
    assert (alert.count, alert.name, alert.at) == (2, "Luc", NOW - timedelta(days=5))


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([case(None)], []),
        ([case(timedelta(days=1))], [AlertKind.CASE_DUE]),
        ([case(timedelta(days=3))], []),
        ([case(timedelta(days=-3))], [AlertKind.CASE_DUE]),
        ([case(timedelta(days=-3), closed=True)], []),
    ],
)
def test_open_cases_are_told_when_due(cases, expected):
    assert kinds(Signs(cases=cases)) == expected


def test_incivility_is_told_for_thirty_days():
    assert kinds(Signs(incivilities=[incivility(29)])) == [AlertKind.INCIVILITY]
    assert kinds(Signs(incivilities=[incivility(31)])) == []


def test_a_warning_and_an_end_are_of_the_exchange_that_was_reported():
    first = incivility(2)
    ended = replace(first, id=IncivilityId("ended"), warned=True, ended=True)
    other = replace(first, id=IncivilityId("other"), contact_id=ContactId("another"))
    assert [one.count for one in alerts(Signs(incivilities=[first, ended]), NOW)] == [1]
    signs = Signs(incivilities=[first, ended, other])
    assert [one.count for one in alerts(signs, NOW)] == [2]


@pytest.mark.parametrize(
    ("given", "rises"),
    [
        ([(5, 5), (100, 3)], True),
        ([(5, 3), (100, 1)], False),
        ([(5, 5)], False),
        ([(5, 5), (100, 5)], False),
        ([(5, 5), (200, 1)], False),
    ],
)
def test_effort_rises_by_answers_of_two_following_quarters(given, rises):
    assert (kinds(Signs(trends=efforts(*given))) == [AlertKind.EFFORT_RISING]) is rises


def test_the_last_advisor_is_the_last_who_answered():
    talks = [talk(1, advisor="Luc", abandoned=True), talk(2, ""), talk(3, "x", "Sonia")]
    (alert,) = alerts(Signs(talks=talks), NOW)
    assert (alert.kind, alert.name) == (AlertKind.LAST_ADVISOR, "Sonia")


def test_at_most_four_the_most_pressing_first():
    signs = Signs(
        talks=[talk(1, advisor="Luc"), talk(2, advisor="Luc")],
        promises=[(promise(timedelta(days=-1)), ""), (promise(timedelta(days=0)), "")],
        cases=[case(timedelta(days=0))],
        incivilities=[incivility(2)],
        trends=efforts((5, 6), (100, 2)),
    )
    assert kinds(signs) == [
        AlertKind.PROMISE_LATE,
        AlertKind.INCIVILITY,
        AlertKind.PROMISE_DUE,
        AlertKind.CASE_DUE,
    ]
    assert len(kinds(signs)) == MOST


def test_moments_are_told_in_the_zone_of_the_file():
    (alert,) = alerts(Signs(talks=[talk(1, advisor="Luc")]), NOW)
    assert alert.at is not None
    assert alert.at.utcoffset() == timedelta(hours=1)
