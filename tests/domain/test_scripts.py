"""A guide may be walked in any order, and a run stays one that the guide can hold."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import scripts
from desktop.domain.contacts import GuideRun, StepOffReason
from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.ids import StepOffId
from desktop.domain.learning.intervals import Share
from desktop.domain.scripts import Check, EarlierStepOff, Law, Reaction, Script, Step


def step(id_: str, **more: Any) -> Step:
    return Step(id=id_, title=id_, intention="so that", say="Bonjour", **more)


GUIDE = Script(
    id="bill",
    version=3,
    title="Facture",
    summary="",
    reasons=("billing.higher",),
    steps=(
        step(
            "welcome",
            checks=(Check(id="who", label="Qui"), Check(id="why", label="Pourquoi")),
            law=Law(why="parce que", reference="art. 1"),
        ),
        step(
            "understand",
            reactions=(
                Reaction(id="calm", label="Calme", to="conclude"),
                Reaction(id="angry", label="En colère", to="aside"),
                Reaction(id="other", label="Autre"),
            ),
        ),
        step("offer"),
        step("aside", then="offer"),
        step("conclude"),
    ),
)


def run_at(*path: str) -> GuideRun:
    run = scripts.start(GUIDE)
    for step_id in path:
        run = scripts.go(GUIDE, run, step_id)
    return run


def test_a_run_starts_on_the_first_step():
    run = scripts.start(GUIDE)
    assert (run.script_id, run.version, run.step_id, run.path) == (
        "bill",
        3,
        "welcome",
        ("welcome",),
    )


@pytest.mark.parametrize(
    ("at", "reaction", "expected"),
    [
        ("welcome", None, "understand"),
        ("understand", None, "offer"),
        ("understand", "calm", "conclude"),
        ("understand", "angry", "aside"),
        ("understand", "other", "offer"),
        ("aside", None, "offer"),
        ("offer", None, "aside"),
        ("conclude", None, None),
    ],
)
def test_what_comes_next(at, reaction, expected):
    run = run_at(at)
    if reaction:
        run = scripts.answer(GUIDE, run, at, reaction)
    found = scripts.next_step(GUIDE, run)
    assert (found.id if found else None) == expected
    assert scripts.forward(GUIDE, run).step_id == (expected or at)


def test_an_answer_can_be_changed_later():
    run = scripts.answer(GUIDE, run_at("understand"), "understand", "calm")
    run = scripts.forward(GUIDE, run)
    assert run.step_id == "conclude"
    run = scripts.answer(GUIDE, scripts.back(run), "understand", "angry")
    assert run.answers == (("understand", "angry"),)
    assert scripts.forward(GUIDE, run).step_id == "aside"


def test_back_returns_to_where_one_was_and_stays_on_the_first():
    run = run_at("conclude", "offer")
    assert scripts.back(run).step_id == "conclude"
    assert scripts.back(scripts.back(run)).step_id == "welcome"
    first = scripts.start(GUIDE)
    assert scripts.back(first) == first


def test_going_where_one_stands_changes_nothing():
    run = run_at("offer")
    assert scripts.go(GUIDE, run, "offer") is run


def test_a_tick_goes_on_and_off():
    run = scripts.tick(GUIDE, run_at(), "welcome", "who")
    run = scripts.tick(GUIDE, run, "welcome", "why")
    assert run.checked == ("welcome/who", "welcome/why")
    assert scripts.tick(GUIDE, run, "welcome", "who").checked == ("welcome/why",)


def test_only_what_the_law_asks_is_refused_and_with_a_reason():
    run = run_at()
    with pytest.raises(Incomplete):
        scripts.decline(GUIDE, run, "welcome", "   ")
    with pytest.raises(Invalid):
        scripts.decline(GUIDE, run, "offer", "no")
    run = scripts.decline(GUIDE, run, "welcome", "first")
    run = scripts.decline(GUIDE, run, "welcome", " Déjà identifiée ")
    assert run.declined == (("welcome", "Déjà identifiée"),)
    assert scripts.resume(run, "welcome").declined == ()


@pytest.mark.parametrize(
    "slip",
    [
        lambda run: scripts.go(GUIDE, run, "nowhere"),
        lambda run: scripts.answer(GUIDE, run, "understand", "nothing"),
        lambda run: scripts.answer(GUIDE, run, "welcome", "calm"),
        lambda run: scripts.tick(GUIDE, run, "offer", "who"),
    ],
)
def test_what_the_guide_lacks_is_refused(slip):
    with pytest.raises(Invalid):
        slip(run_at())


def test_a_run_made_with_another_version_is_settled():
    shorter = replace(GUIDE, version=4, steps=(GUIDE.steps[0], GUIDE.steps[4]))
    run = scripts.answer(GUIDE, run_at("understand"), "understand", "calm")
    run = scripts.tick(GUIDE, run, "welcome", "who")
    settled = scripts.settle(shorter, run)
    assert (settled.version, settled.step_id, settled.path) == (4, "welcome", ("welcome",))
    assert (settled.answers, settled.checked) == ((), ("welcome/who",))
    assert scripts.settle(GUIDE, run_at("offer")) == run_at("offer")


VERBS = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.sampled_from([one.id for one in GUIDE.steps])),
        st.tuples(st.just("answer"), st.sampled_from(["calm", "angry", "other"])),
        st.sampled_from([("back", ""), ("forward", ""), ("tick", "who"), ("decline", "non")]),
    ),
    max_size=40,
)


@given(VERBS)
def test_any_walk_leaves_a_run_that_the_guide_can_hold(verbs):
    run = scripts.start(GUIDE)
    for verb, value in verbs:
        if verb == "go":
            run = scripts.go(GUIDE, run, value)
        elif verb == "answer":
            run = scripts.answer(GUIDE, run, "understand", value)
        elif verb == "tick":
            run = scripts.tick(GUIDE, run, "welcome", value)
        elif verb == "decline":
            run = scripts.decline(GUIDE, run, "welcome", value)
        else:
            run = scripts.back(run) if verb == "back" else scripts.forward(GUIDE, run)
        assert run.path[-1] == run.step_id
        assert all(GUIDE.step(step_id) for step_id in run.path)
        assert all(one != two for one, two in zip(run.path, run.path[1:], strict=False))
        assert len(dict(run.answers)) == len(run.answers)
        assert scripts.settle(GUIDE, run) == run


def test_suggestions_put_the_exact_reason_first_then_the_family():
    other = replace(GUIDE, id="pay", title="Échéance", reasons=("billing.payment",))
    far = replace(GUIDE, id="down", title="Panne", reasons=("technical.internet",))
    every = (far, other, GUIDE)
    assert [one.id for one in scripts.suggest(every, "billing.higher")] == ["bill", "pay"]
    assert [one.id for one in scripts.suggest(every, "billing.copy")] == ["pay", "bill"]
    assert scripts.suggest(every, "") == ()
    assert scripts.suggest(every, "other") == ()


@pytest.mark.parametrize(
    ("helped", "rate", "sure"),
    [(None, None, -1.0), (Share(4, 6), 67, 0.3), (Share(9, 9), 100, 0.7)],
)
def test_the_rate_counts_only_what_was_judged(helped, rate, sure):
    one = EarlierStepOff(
        id=StepOffId("1"),
        chains=(StepOffId("1"),),
        reason=StepOffReason.EMOTION,
        words="w",
        count=9,
        helped=helped,
    )
    assert (one.rate, round(one.sure, 1)) == (rate, sure)


def test_one_steps_off_from_where_one_stands():
    taken = scripts.step_off(run_at("offer"), StepOffReason.EMOTION, "  Écouter ", StepOffId("e"))
    assert (taken.script_id, taken.step_id, taken.words) == ("bill", "offer", "Écouter")
    assert taken.earlier_id == "e"
    assert scripts.step_off(None, StepOffReason.FASTER).script_id == ""
