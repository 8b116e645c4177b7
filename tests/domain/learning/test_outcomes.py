"""How stepping off went: counted by contact, beside the others, and nothing from fewer than five."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts import Helped, Resolution, StepOffReason
from desktop.domain.ids import ContactId
from desktop.domain.learning.chains import Chain, Trace, chains
from desktop.domain.learning.intervals import Share
from desktop.domain.learning.outcomes import (
    LEAST,
    ContactOutcome,
    GuideTotals,
    Outcome,
    helped,
    outcome,
)
from desktop.domain.learning.useful import offered
from tests.domain.learning.making import judged, trace


def known(*rows: tuple[int, int | None, Resolution | None, bool]):
    return {
        ContactId(f"c{n}"): ContactOutcome(
            contact_id=ContactId(f"c{n}"), effort=effort, resolution=resolution, counted=counted
        )
        for n, effort, resolution, counted in rows
    }


DONE, OPEN = Resolution.RESOLVED, Resolution.FOLLOW_UP
SIX = known(
    (1, 2, DONE, True),
    (2, 3, DONE, True),
    (3, 4, OPEN, True),
    (4, 1, DONE, True),
    (5, 7, None, True),
    (6, None, DONE, False),
)
TOTALS = GuideTotals(contacts=30, answered=20, easy=9, judged=25, resolved=14)


def test_the_others_are_what_is_left_of_the_guide():
    found = outcome([trace(n) for n in range(1, 7)], SIX, TOTALS)
    assert (found.contacts, found.step_offs) == (6, 6)
    assert found.effort.here == Share(3, 5)
    assert found.effort.others == Share(6, 15)
    assert found.resolved.here == Share(4, 5)
    # The sixth contact went on in another guide: it was never among the totals.
    assert found.resolved.others == Share(11, 21)
    assert found.resolved.difference.low < 4 / 5 - 11 / 21 < found.resolved.difference.high


def test_a_contact_counts_once_however_often_one_stepped_off_in_it():
    twice = [trace(1), *(trace(n) for n in range(1, 6))]
    found = outcome(twice, SIX, TOTALS)
    assert (found.contacts, found.step_offs) == (5, 6)
    assert helped([trace(1, helped=Helped.NO), *judged(range(1, 6), 5)]) == Share(5, 5)


def test_four_contacts_tell_nothing():
    assert outcome([trace(n) for n in range(1, 5)], SIX, TOTALS) is None
    same = [trace(n, contact_id=ContactId("c1")) for n in range(9)]
    assert outcome(same, SIX, TOTALS) is None


def test_each_share_has_its_own_five():
    few = known((1, 2, DONE, True), (2, 2, DONE, True), (3, None, None, True))
    found = outcome([trace(n) for n in range(1, 7)], few, TOTALS)
    assert (found.effort.here, found.resolved.here, found.helped) == (None, None, None)
    assert found.effort.difference is None
    little = GuideTotals(contacts=7, answered=7, easy=3, judged=7, resolved=4)
    found = outcome([trace(n) for n in range(1, 7)], SIX, little)
    assert found.effort.others is None


def test_reasons_of_fewer_than_five_contacts_are_left_out():
    traces = [trace(n) for n in range(6)]
    traces += [trace(n, reason=StepOffReason.FASTER) for n in range(6, 10)]
    assert outcome(traces, {}, TOTALS).reasons == ((StepOffReason.EMOTION, 6),)


TRACES = st.lists(
    st.builds(
        lambda n, c, how, why: trace(n, "Mots", contact_id=ContactId(c), helped=how, reason=why),
        st.integers(0, 50),
        st.sampled_from("abcdefgh"),
        st.none() | st.sampled_from(Helped),
        st.sampled_from(StepOffReason),
    ),
    unique_by=lambda one: one.id,
)
OUTCOMES = st.dictionaries(
    st.sampled_from("abcdefgh").map(ContactId),
    st.builds(
        ContactOutcome,
        contact_id=st.just(ContactId("")),
        effort=st.none() | st.integers(1, 7),
        resolution=st.none() | st.sampled_from(Resolution),
    ),
)


@given(TRACES, OUTCOMES)
def test_no_figure_stands_for_fewer_than_five_contacts(traces, contacts):
    found = outcome(traces, contacts, GuideTotals(contacts=40, answered=40, judged=40))
    if found is None:
        assert len({one.contact_id for one in traces}) < LEAST
        return
    shares = (found.helped, found.effort.here, found.resolved.here)
    assert all(one is None or one.n >= LEAST for one in shares)
    assert all(n >= LEAST for _reason, n in found.reasons)
    assert found.contacts >= LEAST


@given(TRACES)
def test_what_is_offered_tells_no_count_of_fewer_than_five(traces):
    for row in offered(chains(traces, {}, {}), "explain"):
        assert row.count == 0 or row.count >= LEAST
        assert row.helped is None or row.helped.n >= LEAST


def test_what_learning_sees_has_no_place_for_a_person():
    for kind in (Trace, Chain, ContactOutcome, Outcome):
        names = {field.name for field in dataclasses.fields(kind)}
        assert not {name for name in names if "person" in name or "author" in name}


def test_surely_useful_comes_before_luckily_useful():
    lucky, sure = judged(range(5), 5, words="Chance"), judged(range(10, 110), 90, words="Sûr")
    fresh = [trace(200, "Neuf")]
    heads = {one.id: lucky[0].id for one in lucky} | {one.id: sure[0].id for one in sure}
    rows = offered(chains([*lucky, *sure, *fresh], heads, {}), "explain")
    assert [(row.words, row.count, row.rate) for row in rows] == [
        ("Sûr", 100, 90),
        ("Chance", 5, 100),
        ("Neuf", 0, None),
    ]
    elsewhere = offered(chains([*sure, trace(300, "Ici", step_id="close")], heads, {}), "close")
    assert [row.words for row in elsewhere] == ["Ici", "Sûr"]
    assert [row.here for row in elsewhere] == [True, False]
