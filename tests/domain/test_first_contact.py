"""First contact resolution: who is counted, what a return is, when a contact is judged."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.first_contact import Call, FirstContact, Verdict, first_contact, verdicts
from desktop.domain.ids import CustomerId

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANNE, BOB = CustomerId("anne"), CustomerId("bob")


def call(days: float, customer: CustomerId | None = ANNE, reason: str = "billing", *, left=False):
    return Call(
        customer_id=customer, at=MONDAY + timedelta(days=days), reason=reason, abandoned=left
    )


LATER = call(30, None)
"""Makes everything before it old enough to be judged; itself it is excluded."""

CASES = {
    "nothing": ([], (0, 0, 0, 0)),
    "one alone is not judged: it is the newest itself": ([call(0)], (0, 0, 1, 0)),
    "one, a month ago": ([call(0), LATER], (1, 1, 0, 1)),
    "back after three days": ([call(0), call(3), LATER], (1, 2, 0, 1)),
    "back after seven days to the second": ([call(0), call(7), LATER], (1, 2, 0, 1)),
    "back a second too late": ([call(0), call(7 + 1 / 86_400), LATER], (2, 2, 0, 1)),
    "another reason is no return": ([call(0), call(3, reason="move"), LATER], (2, 2, 0, 1)),
    "a part of the reason is no return": (
        [call(0), call(3, reason="billing.copy"), LATER],
        (2, 2, 0, 1),
    ),
    "another customer is no return": ([call(0), call(3, BOB), LATER], (2, 2, 0, 1)),
    "who hung up did not come back": ([call(0), call(3, left=True), LATER], (1, 1, 0, 2)),
    "and is not counted": ([call(0, left=True), call(3), LATER], (1, 1, 0, 2)),
    "nobody identified": ([call(0, None), call(3, None), LATER], (0, 0, 0, 3)),
    "unknown reasons are alike": ([call(0, reason=""), call(3, reason=""), LATER], (1, 2, 0, 1)),
    "three in a row: two came back": ([call(0), call(6), call(12), LATER], (1, 3, 0, 1)),
    "at the same instant nobody is later": ([call(0), call(0), LATER], (2, 2, 0, 1)),
    "both of one instant came back": ([call(0), call(0), call(2), LATER], (1, 3, 0, 1)),
    "seven days have just passed": ([call(0), call(7, BOB)], (1, 1, 1, 0)),
    "and not yet": ([call(0), call(6.99, BOB)], (0, 0, 2, 0)),
    "a return does not judge what is too young": ([call(0), call(3)], (0, 0, 2, 0)),
    "the newest counts though it is excluded": ([call(0), call(7, left=True)], (1, 1, 0, 1)),
    "in any order": ([LATER, call(3), call(0)], (1, 2, 0, 1)),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str):
    calls, (resolved, judged, not_yet, excluded) = CASES[name]
    assert first_contact(calls) == FirstContact(
        resolved=resolved, judged=judged, not_yet_judged=not_yet, excluded=excluded
    )


def test_the_rate_is_told_where_something_is_judged():
    assert first_contact([call(0), call(3), LATER]).rate == 0.5
    assert first_contact([call(0)]).rate is None
    assert first_contact([call(0), call(3), LATER]).returned == 1


def test_days_can_be_chosen():
    calls = [call(0), call(3), LATER]
    assert first_contact(calls, days=2).resolved == 2
    assert first_contact(calls, days=3).resolved == 1


def test_to_stands_for_the_newest_and_hides_what_came_later():
    calls = [call(0), call(3), LATER]
    assert first_contact(calls, to=call(2).at) == FirstContact(not_yet_judged=1)
    assert first_contact(calls, to=call(7).at) == FirstContact(judged=1, not_yet_judged=1)
    assert first_contact(calls, to=call(40).at).excluded == 1


def test_earlier_ones_are_not_counted_and_later_returns_still_are():
    calls = [call(-1), call(0), call(3), LATER]
    assert first_contact(calls, since=call(0).at) == FirstContact(resolved=1, judged=2, excluded=1)


def test_one_verdict_a_contact_in_the_order_given():
    calls = [call(3), call(0, left=True), LATER, call(0), call(29)]
    assert verdicts(calls) == (
        Verdict.RESOLVED,
        Verdict.EXCLUDED,
        Verdict.EXCLUDED,
        Verdict.RETURNED,
        Verdict.NOT_YET,
    )


CALLS = st.lists(
    st.builds(
        Call,
        customer_id=st.sampled_from([None, ANNE, BOB]),
        at=st.integers(0, 24 * 30).map(lambda hours: MONDAY + timedelta(hours=hours)),
        reason=st.sampled_from(["", "billing", "move"]),
        abandoned=st.booleans(),
    ),
    max_size=25,
)
DAYS = st.integers(0, 12)
TO = st.none() | st.integers(-10, 24 * 35).map(lambda hours: MONDAY + timedelta(hours=hours))


def naive(calls: list[Call], days: int, since: datetime | None, to: datetime | None):
    """Issue 5, point 11, word by word, each contact held against each other one."""
    known = [one for one in calls if to is None or one.at <= to]
    if not known:
        return FirstContact()
    newest = to or max(one.at for one in known)
    counted = [one for one in known if one.customer_id is not None and not one.abandoned]
    resolved = judged = not_yet = 0
    for one in counted:
        if since is not None and one.at < since:
            continue
        if newest < one.at + timedelta(days=days):
            not_yet += 1
            continue
        judged += 1
        resolved += not any(
            other.customer_id == one.customer_id
            and other.reason == one.reason
            and one.at < other.at <= one.at + timedelta(days=days)
            for other in counted
        )
    excluded = sum(
        (one.customer_id is None or one.abandoned) and (since is None or one.at >= since)
        for one in known
    )
    return FirstContact(resolved=resolved, judged=judged, not_yet_judged=not_yet, excluded=excluded)


@given(calls=CALLS, days=DAYS, since=TO, to=TO)
def test_the_same_as_holding_each_against_each(calls, days, since, to):
    assert first_contact(calls, days=days, since=since, to=to) == naive(calls, days, since, to)


@given(calls=CALLS, days=DAYS)
def test_every_contact_is_in_one_place(calls: list[Call], days: int):
    told = first_contact(calls, days=days)
    assert told.judged + told.not_yet_judged + told.excluded == len(calls)
    assert told.resolved + told.returned == told.judged
    assert 0 <= told.resolved <= told.judged


@given(calls=CALLS, days=DAYS, chance=st.randoms())
def test_the_order_does_not_matter(calls: list[Call], days: int, chance):
    mixed = list(calls)
    chance.shuffle(mixed)
    assert first_contact(mixed, days=days) == first_contact(calls, days=days)


@given(calls=CALLS, days=DAYS)
def test_a_longer_wait_for_returns_never_resolves_more(calls: list[Call], days: int):
    shorter, longer = first_contact(calls, days=days), first_contact(calls, days=days + 1)
    assert longer.resolved <= shorter.resolved
    assert longer.judged <= shorter.judged
