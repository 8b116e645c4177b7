"""Chains: every step-off is in one, whatever the order, and no merge goes round in a ring."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts import StepOffReason
from desktop.domain.errors import Invalid
from desktop.domain.ids import PersonId, StepOffId
from desktop.domain.learning.chains import chains, check_merge, heads, in_force, top
from desktop.domain.learning.facts import ChainMerge
from tests.conftest import NOON
from tests.domain.learning.making import merge, trace

IDS = [StepOffId(f"s{n}") for n in range(9)]
LINKS = st.dictionaries(st.sampled_from(IDS), st.none() | st.sampled_from(IDS))
MERGES = st.lists(
    st.builds(
        ChainMerge,
        id=st.uuids().map(str),
        person_id=st.just(PersonId("lead")),
        at=st.integers(0, 5).map(lambda minute: NOON + timedelta(minutes=minute)),
        script_id=st.just("bill"),
        chain_id=st.sampled_from(IDS),
        into_id=st.sampled_from([*IDS, ""]),
    )
)


@pytest.mark.parametrize(
    ("links", "first"),
    [
        ({}, {}),
        ({"a": None}, {"a": "a"}),
        ({"a": None, "b": "a", "c": "b"}, {"a": "a", "b": "a", "c": "a"}),
        ({"b": "a", "c": "a"}, {"a": "a", "b": "a", "c": "a"}),
        ({"b": "c", "c": "b"}, {"b": "b", "c": "b"}),
        ({"d": "c", "c": "b", "b": "c"}, {"d": "b", "c": "b", "b": "b"}),
        ({"a": "a"}, {"a": "a"}),
    ],
)
def test_heads(links, first):
    assert heads(links) == first


def test_a_chain_of_ten_thousand_is_no_trouble():
    links = {StepOffId(f"{n:05d}"): StepOffId(f"{n - 1:05d}") for n in range(1, 10_000)}
    assert set(heads(links).values()) == {"00000"}


@given(LINKS)
def test_who_takes_up_another_is_in_its_chain(links):
    first = heads(links)
    assert first.keys() == links.keys() | {one for one in links.values() if one}
    for one, earlier in links.items():
        if earlier is None:
            assert first[one] == one
        else:
            assert first[one] == first.get(earlier, earlier)


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_come_changes_nothing(links, chance):
    pairs = list(links.items())
    chance.shuffle(pairs)
    assert heads(dict(pairs)) == heads(links)


@given(LINKS, MERGES, st.randoms(use_true_random=False))
def test_merges_are_a_forest_whatever_the_order(links, merges, chance):
    first = heads(links)
    merged = in_force(merges, first)
    for chain_id in merged:
        assert top(chain_id, merged) not in merged
        assert first.get(chain_id, chain_id) == chain_id
    shuffled = list(merges)
    chance.shuffle(shuffled)
    assert in_force(shuffled, first) == merged


@given(MERGES, st.sampled_from(IDS), st.sampled_from(IDS))
def test_a_merge_that_is_let_through_is_in_force_and_its_undo_gives_back_what_was(
    merges, chain_id, into_id
):
    before = in_force(merges)
    try:
        check_merge(chain_id, into_id, before)
    except Invalid:
        way = [into_id]
        while way[-1] in before and way[-1] != chain_id:
            way.append(before[way[-1]])
        assert way[-1] == chain_id or not into_id
        return
    after = in_force([*merges, merge(chain_id, into_id, 10)])
    assert after[chain_id] == into_id
    undone = in_force([*merges, merge(chain_id, into_id, 10), merge(chain_id, "", 11)])
    assert chain_id not in undone


@given(LINKS, MERGES)
def test_every_step_off_is_in_one_chain(links, merges):
    traces = [trace(n, "Mots" if n % 3 else "") for n in range(9)]
    first = heads(links)
    made = chains(traces, first, in_force(merges, first))
    assert sorted(one.id for chain in made for one in chain.traces) == sorted(IDS)


def test_two_leads_who_merge_crosswise_are_heard_once():
    merged = in_force([merge("a", "b", 1), merge("b", "a", 2)])
    assert merged == {"b": "a"}
    assert in_force([merge("a", "a", 1)]) == {}


@pytest.mark.parametrize(
    ("chain", "into"), [("a", "a"), ("b", "a"), ("c", "a"), ("", "a"), ("a", "")]
)
def test_a_chain_goes_neither_into_itself_nor_round(chain, into):
    merged = in_force([merge("a", "b", 1), merge("b", "c", 2)])
    with pytest.raises(Invalid):
        check_merge(StepOffId(chain), StepOffId(into), merged)
    check_merge(StepOffId("c"), StepOffId("d"), merged)


def test_a_merge_follows_a_chain_that_turned_out_to_begin_earlier():
    first = heads({StepOffId("b"): StepOffId("a")})
    merged = in_force([merge("b", "x", 1)], first)
    assert merged == {"a": "x"}
    assert in_force([merge("b", "x", 1), merge("a", "", 2)], first) == {}


def test_the_same_words_are_two_chains_until_a_lead_says_otherwise():
    traces = [trace(1, "Rappeler"), trace(2, "Rappeler")]
    assert [chain.id for chain in chains(traces, {}, {})] == ["s2", "s1"]
    (one,) = chains(traces, {}, {StepOffId("s2"): StepOffId("s1")})
    assert (one.id, one.parts, len(one.traces)) == ("s1", ("s2",), 2)


def test_a_chain_speaks_with_the_words_that_it_began_with():
    first = {StepOffId("s3"): StepOffId("s2"), StepOffId("s2"): StepOffId("s2")}
    traces = [trace(1, "Plus ancien"), trace(2, "Premiers mots"), trace(3, "Autres")]
    (one,) = chains(traces, first, {StepOffId("s1"): StepOffId("s2")})
    assert (one.words, one.tried_id, one.parts) == ("Premiers mots", "s2", ("s1",))
    assert one.latest == traces[2].at


def test_a_chain_whose_beginning_is_elsewhere_speaks_with_its_oldest_words():
    first = heads({StepOffId("s2"): StepOffId("gone"), StepOffId("s3"): StepOffId("gone")})
    (one,) = chains([trace(3, "Après"), trace(2, "Avant")], first, {})
    assert (one.id, one.tried_id, one.words) == ("gone", "s2", "Avant")


def test_those_without_a_word_go_by_step_and_reason():
    traces = [
        trace(1),
        trace(2, "  "),
        trace(3, step_id="close"),
        trace(4, reason=StepOffReason.FASTER),
        trace(5, "Un mot"),
    ]
    made = chains(traces, {}, {})
    told = [(chain.by_reason, chain.step_id, chain.reason, len(chain.traces)) for chain in made]
    assert told == [
        (False, "explain", StepOffReason.EMOTION, 1),
        (True, "explain", StepOffReason.FASTER, 1),
        (True, "close", StepOffReason.EMOTION, 1),
        (True, "explain", StepOffReason.EMOTION, 2),
    ]
