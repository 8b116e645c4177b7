"""What was given, what is left, and what needs a word of somebody: laws over whole cents."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import ContactId, PersonId
from desktop.domain.latitude.facts import Gesture
from desktop.domain.latitude.policy import GestureKind, Policy
from desktop.domain.latitude.spending import (
    Standing,
    Verdict,
    decide,
    in_force,
    spent_in,
    spent_on,
    standing,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
KIND = GestureKind(code="bill", labels=(("fr", "Remise"),))
POLICY = Policy(daily=5000, ceiling=2500, kinds=(KIND,))


def gesture(n, cents, *, at=NOON, contact="k1", request="", back=""):
    return Gesture(
        id=f"g{n}",
        contact_id=ContactId(contact),
        customer_id=None,
        person_id=PersonId("p1"),
        at=at,
        kind="bill",
        cents=cents,
        request_id=request,
        takes_back=back,
    )


sums = st.integers(0, 10_000)


@st.composite
def days(draw):
    """Gestures of some contacts, of which some were taken back, in any order."""
    made = [
        gesture(n, cents, contact=f"k{draw(st.integers(1, 3))}")
        for n, cents in enumerate(draw(st.lists(sums, max_size=8)))
    ]
    back = [
        gesture(100 + n, one.cents, contact=one.contact_id, back=one.id)
        for n, one in enumerate(made)
        if draw(st.booleans())
    ]
    return made, back, draw(st.permutations([*made, *back]))


@given(days())
def test_what_was_taken_back_counts_for_nothing(day):
    made, back, told = day
    gone = {one.takes_back for one in back}
    kept = [one for one in made if one.id not in gone]
    assert {one.id for one in in_force(told)} == {one.id for one in kept}
    assert spent_on(TODAY, told, UTC) == sum(one.cents for one in kept)
    by_contact = sum(spent_in(ContactId(f"k{n}"), told) for n in (1, 2, 3))
    assert by_contact == sum(one.cents for one in kept)


@given(days())
def test_a_fact_told_twice_counts_once(day):
    _made, _back, told = day
    assert spent_on(TODAY, [*told, *told], UTC) == spent_on(TODAY, told, UTC)


@given(daily=sums, ceiling=sums, spent=sums, in_contact=sums, cents=st.integers(1, 20_000))
def test_within_is_exactly_what_is_left(daily, ceiling, spent, in_contact, cents):
    here = Standing(daily=daily, ceiling=ceiling, spent=spent, in_contact=in_contact)
    within = decide(cents, here) is Verdict.WITHIN
    assert within == (cents <= here.allowed)
    assert within == (spent + cents <= daily and in_contact + cents <= ceiling)
    assert 0 <= here.share <= 1
    assert here.left >= 0 <= here.left_in_contact


@given(st.lists(st.integers(1, 4000), max_size=30))
def test_given_one_after_another_the_day_is_never_passed(wishes):
    given_ = []
    for n, cents in enumerate(wishes):
        contact = f"k{n % 2}"
        here = standing(
            POLICY,
            spent=spent_on(TODAY, given_, UTC),
            in_contact=spent_in(ContactId(contact), given_),
        )
        if decide(cents, here) is Verdict.WITHIN:
            given_.append(gesture(n, cents, contact=contact))
    assert spent_on(TODAY, given_, UTC) <= POLICY.daily
    assert all(spent_in(ContactId(f"k{n}"), given_) <= POLICY.ceiling for n in (0, 1))


def test_what_costs_nothing_is_always_within():
    assert decide(0, Standing(daily=0, ceiling=0)) is Verdict.WITHIN


def test_the_contacts_ceiling_is_named_before_the_day():
    here = Standing(daily=5000, ceiling=2500, spent=4000)
    assert decide(1000, here) is Verdict.WITHIN
    assert decide(1001, here) is Verdict.BEYOND_DAY
    assert decide(2501, here) is Verdict.BEYOND_CONTACT


def test_a_day_is_cut_in_the_workstations_zone():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    paris = timezone(timedelta(hours=1))
    made = [gesture(1, 700, at=late)]
    assert spent_on(TODAY, made, paris) == 700
    assert spent_on(TODAY, made, UTC) == 0


def test_what_a_lead_granted_counts_in_neither_sum():
    made = [gesture(1, 4000, request="r1"), gesture(2, 300)]
    assert spent_on(TODAY, made, UTC) == 300
    assert spent_in(ContactId("k1"), made) == 300


def test_a_gesture_taken_back_on_another_day_gives_today_nothing_more():
    yesterday = NOON - timedelta(days=1)
    told = [gesture(1, 900, at=yesterday), gesture(2, 900, back="g1"), gesture(3, 100)]
    assert spent_on(TODAY, told, UTC) == 100
    assert spent_on(yesterday.date(), told, UTC) == 0


def test_a_policy_that_was_lowered_leaves_nothing_and_not_less():
    here = standing(Policy(daily=1000, ceiling=500, kinds=(KIND,)), spent=3000, in_contact=900)
    assert (here.left, here.left_in_contact, here.allowed, here.share) == (0, 0, 0, 1.0)


def test_a_kind_has_words_in_each_language_and_at_least_its_code():
    both = GestureKind(code="bill", labels=(("fr", "Remise"), ("en", "Money off")))
    assert both.label("en") == "Money off"
    assert KIND.label("en") == "Remise"
    assert POLICY.label("unknown", "fr") == "unknown"
