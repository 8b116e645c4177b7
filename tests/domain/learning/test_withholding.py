"""What a lead reads of a step, less what they read of its chains, is never of one to four contacts.

The oracle subtracts: every choice of chains that are told and tried at this step alone, from every
figure of the step, by its own memory of which contacts are behind each.
"""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.contacts import Helped, Resolution, StepOffReason
from desktop.domain.ids import ContactId, StepOffId
from desktop.domain.learning import lessons
from desktop.domain.learning.chains import Chain, Trace, chains
from desktop.domain.learning.lessons import GuideLesson, Learned, lesson
from desktop.domain.learning.outcomes import LEAST, ContactOutcome, GuideTotals, Outcome
from desktop.domain.scripts import Script, Step
from tests.domain.learning.making import judged, trace

GUIDE = Script(
    id="bill",
    version=1,
    title="Facture",
    summary="",
    reasons=(),
    steps=(Step(id="explain", title="Expliquer", intention="", say=""),),
)
TOTALS = GuideTotals(contacts=90, answered=90, easy=40, judged=90, resolved=40)


def learned(traces: list[Trace], known: dict[ContactId, ContactOutcome]) -> Learned:
    """Step-offs with the same words are one chain."""
    first: dict[str, StepOffId] = {}
    for one in sorted(traces, key=lambda one: (one.at, one.id)):
        first.setdefault(one.words, one.id)
    first_of = {one.id: first[one.words] for one in traces}
    return Learned(
        chains=chains(traces, first_of, {}), outcomes=known, totals=TOTALS, first_of=first_of
    )


def told(traces: list[Trace], known: dict[ContactId, ContactOutcome] | None = None) -> GuideLesson:
    return lesson(GUIDE, learned(traces, known or {}))


def test_one_more_contact_beside_a_chain_is_not_told_by_the_step():
    (step,) = told([*judged(range(6), 6, words="a"), trace(6, "b", helped=Helped.NO)]).steps
    assert step.outcome is None
    assert step.chains[0].outcome is not None


def test_five_others_are():
    (step,) = told([*judged(range(6), 6, words="a"), *judged(range(6, 11), 0, words="b")]).steps
    assert step.outcome is not None
    assert (step.outcome.contacts, step.outcome.helped.n) == (11, 11)


def test_several_small_chains_hide_each_other():
    small = [trace(n, f"b{n}") for n in range(6, 11)]
    (step,) = told([*judged(range(6), 6, words="a"), *small]).steps
    assert step.outcome is not None
    assert step.outcome.contacts == 11
    assert step.outcome.helped is not None


def test_only_the_figure_that_could_be_subtracted_is_kept_back():
    """Ten contacts beside the chain, of which two said whether it helped."""
    more = [*judged(range(6, 8), 1, words="b"), *(trace(n, "b") for n in range(8, 16))]
    (step,) = told([*judged(range(6), 6, words="a"), *more]).steps
    assert step.outcome is not None
    assert (step.outcome.contacts, step.outcome.helped) == (16, None)


def test_the_others_of_a_chain_do_not_tell_of_its_own_few():
    """What one chain and all others answered is what another and its own others did."""
    known = {
        ContactId(f"c{n}"): ContactOutcome(contact_id=ContactId(f"c{n}"), effort=e)
        for n, e in [(0, 2), (1, 6), *((n, 2) for n in range(6, 12))]
    }
    few, enough = [trace(n, "a") for n in range(6)], [trace(n, "b") for n in range(6, 12)]
    (step,) = told([*few, *enough], known).steps
    found = {one.words: one.outcome for one in step.chains}
    assert found["b"].effort.others is not None
    assert (found["a"].effort.here, found["a"].effort.others) == (None, None)


NUMBERS = st.integers(0, 30)
TRACES = st.lists(
    st.builds(
        lambda n, c, words, how, why, step: trace(
            n, words, contact_id=ContactId(f"c{c}"), helped=how, reason=why, step_id=step
        ),
        st.integers(0, 400), NUMBERS, st.sampled_from(["a", "b", "c", "d"]),
        st.sampled_from([Helped.YES, Helped.NO, None]), st.sampled_from(list(StepOffReason)[:2]),
        st.sampled_from(["explain", "explain", "explain", "end"]),
    ),
    min_size=5, max_size=40, unique_by=lambda one: one.id,
)  # fmt: skip
OUTCOMES = st.dictionaries(
    NUMBERS.map(lambda n: ContactId(f"c{n}")),
    st.builds(
        ContactOutcome, contact_id=st.just(ContactId("")), effort=st.none() | st.integers(1, 7),
        resolution=st.none() | st.sampled_from(Resolution),
    ),
)  # fmt: skip


def figures(one: Outcome | None) -> dict[str, int]:
    """Of how many contacts each figure of an outcome is."""
    if one is None:
        return {}
    shares = {"helped": one.helped, "effort": one.effort.here, "resolved": one.resolved.here}
    found = {name: share.n for name, share in shares.items() if share}
    return {"contacts": one.contacts, **found, **dict(one.reasons)}


def behind(known: dict[ContactId, ContactOutcome], name: str) -> Callable[[Trace], bool]:
    """Whether a step-off counts in a figure, by the oracle's own words."""

    def counts(one: Trace) -> bool:
        went = known.get(one.contact_id)
        return {
            "contacts": True,
            "helped": one.helped is not None,
            "effort": went is not None and went.effort is not None,
            "resolved": went is not None and went.resolution is not None,
        }.get(name, one.reason == name)

    return counts


def subtract(traces: list[Trace], known: dict[ContactId, ContactOutcome]) -> None:
    """Take every choice of chains from every step."""
    made = learned(traces, known)
    by_words = {chain.words: chain for chain in made.chains}
    for step in lesson(GUIDE, made).steps:
        for name, n in figures(step.outcome).items():
            counts = behind(known, name)
            of_step = {t for t in traces if t.step_id == step.step_id and counts(t)}
            contacts = {t.contact_id for t in of_step}
            assert len(contacts) == n
            parts = [
                {t for t in by_words[one.words].traces if counts(t)}
                for one in step.chains
                if name in figures(one.outcome) and at_one_step(by_words[one.words], counts)
            ]
            for some in (c for size in (1, 2, 3, 4) for c in combinations(parts, size)):
                taken = set().union(*some)
                rest = {t.contact_id for t in of_step - taken}
                assert not 1 <= len(rest) < LEAST, (step.step_id, name)
                left = contacts - {t.contact_id for t in taken}
                if len(some) in {1, len(parts) - 1, len(parts)}:
                    assert not 1 <= len(left) < LEAST, (step.step_id, name)


def at_one_step(chain: Chain, counts: Callable[[Trace], bool]) -> bool:
    return len({t.step_id for t in chain.traces if counts(t)}) == 1


@settings(deadline=None)
@given(TRACES, OUTCOMES)
def test_no_difference_of_two_figures_is_of_fewer_than_five(traces, known):
    subtract(traces, known)


def test_the_oracle_sees_it(monkeypatch):
    """Planted: nothing is kept back."""
    monkeypatch.setattr(lessons, "withhold", lambda told, _chains, _known: told)
    with pytest.raises(AssertionError):
        subtract([*judged(range(6), 6, words="a"), trace(6, "b")], {})


def test_contacts_in_which_two_chains_were_tried_hide_nobody():
    """All but one of the second chain's contacts are the first one's: that one would be left."""
    both = [trace(n, "b", contact_id=ContactId(f"c{n - 20}")) for n in range(21, 26)]
    (step,) = told([*judged(range(6), 6, words="a"), *both, trace(30, "b")]).steps
    assert step.outcome is None
    assert [one.outcome.contacts for one in step.chains] == [6, 6]
