"""Which version of a guide is in force: one answer, whatever came when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.authoring.drafts import id_of
from desktop.domain.authoring.versions import ScriptVersion, line, next_number, standing
from desktop.domain.ids import PersonId, ScriptVersionId

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def version(ident, number, minute=0, on="", *settles, retired=False):
    return ScriptVersion(
        id=ScriptVersionId(ident),
        script_id="bill",
        version=number,
        person_id=PersonId("camille"),
        at=MORNING + timedelta(minutes=minute),
        text="",
        based_on=on,
        settles=settles,
        retired=retired,
    )


FIRST = version("a", 13, 0)
TWO = (version("b", 14, 10, "a"), version("c", 14, 20, "a"))

CASES = {
    "nothing but what came": ((), 12, []),
    "one version": ((FIRST,), 12, ["a"]),
    "a line": ((FIRST, TWO[0]), 12, ["b"]),
    "two wrote from the same one": ((FIRST, *TWO), 12, ["b", "c"]),
    "going on with the second turns nothing": (
        (FIRST, *TWO, version("d", 15, 30, "c")),
        12,
        ["b", "d"],
    ),
    "nor does going on with the first": (
        (FIRST, *TWO, version("d", 15, 30, "b")),
        12,
        ["d", "c"],
    ),
    "one is picked": ((FIRST, *TWO, version("d", 15, 30, "c", "b")), 12, ["d"]),
    "a pick stands beside what was written from the other meanwhile": (
        (FIRST, *TWO, version("d", 15, 30, "c", "b"), version("e", 15, 40, "b")),
        12,
        ["d", "e"],
    ),
    "two wrote from what came": ((version("a", 13, 5), version("b", 13, 4)), 12, ["b", "a"]),
    "the administrator pushed a higher one": ((FIRST, TWO[0]), 20, []),
    "a lead wrote from what was pushed": ((FIRST, version("d", 21, 60)), 20, ["d"]),
    "the same number is not higher": ((FIRST,), 13, ["a"]),
    "what it was written from is not here": ((version("b", 14, 10, "gone"),), 12, ["b"]),
    "one written from itself": ((version("a", 13, 0, "a"),), 12, ["a"]),
    "two written from each other": (
        (version("a", 13, 0, "b"), version("b", 13, 5, "a")),
        12,
        ["a", "b"],
    ),
    "two at the same instant": ((version("b", 13), version("a", 13)), 12, ["a", "b"]),
}


@pytest.mark.parametrize("case", CASES)
def test_which_is_in_force(case):
    versions, document, heads = CASES[case]
    for order in (versions, tuple(reversed(versions))):
        found = standing(order, document)
        assert [one.id for one in found.heads] == heads
        assert (found.in_force.id if found.in_force else None) == (heads[0] if heads else None)
        assert [one.id for one in found.others] == heads[1:]


def _grown(choices):
    """A history in which each version is written from earlier ones."""
    made = []
    for at, (first, second, both) in enumerate(choices):
        known = made and [made[first % len(made)]]
        if made and both:
            known.append(made[second % len(made)])
        on = known[0].id if known else ""
        settles = {one.id for one in known[1:] if one.id != on}
        made.append(version(f"v{at}", next_number(known, 13), at, on, *settles))
    return made


histories = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=10)


@given(histories.map(_grown), st.randoms(use_true_random=False))
def test_every_machine_says_the_same_and_nothing_is_lost(versions, chance):
    shuffled = list(versions)
    chance.shuffle(shuffled)
    found = standing(shuffled, 12)
    assert found == standing(versions, 12)
    heads = {one.id for one in found.heads}
    assert bool(heads) == bool(versions)
    parents = {parent for one in versions for parent in (one.based_on, *one.settles)}
    assert heads == {one.id for one in versions} - parents


@given(histories.filter(bool).map(_grown))
def test_going_on_with_what_is_in_force_keeps_its_line_in_force(versions):
    now = standing(versions, 12).in_force
    later = version("later", now.version + 1, 99, now.id)
    assert standing([*versions, later], 12).in_force == later


@given(histories.filter(bool).map(_grown))
def test_a_pick_of_all_heads_leaves_one(versions):
    first, *others = standing(versions, 12).heads
    pick = version("pick", next_number((first, *others)), 99, first.id, *(one.id for one in others))
    assert standing([*versions, pick], 12).heads == (pick,)


def test_what_stands_in_for_a_damaged_text():
    known = {one.id: one for one in (FIRST, *TWO)}
    assert [one.id for one in line(TWO[1], known)] == ["c", "a"]
    circle = {one.id: one for one in (version("a", 13, 0, "b"), version("b", 13, 5, "a"))}
    assert [one.id for one in line(circle["a"], circle)] == ["a"]
    assert line(replace(FIRST, based_on="a"), {"a": FIRST})[1:] == ()


@pytest.mark.parametrize(
    ("title", "ident"),
    [
        ("Facture plus élevée que prévu", "facture-plus-elevee-que-prevu-1a2b"),
        ("  ÉTÉ : l’accueil !  ", "ete-laccueil-1a2b"),
        ("24 heures sans réponse", "guide-1a2b"),
        ("客户", "guide-1a2b"),
        ("x" * 90, f"{'x' * 32}-1a2b"),
    ],
)
def test_a_new_guide_has_an_id_that_reads(title, ident):
    assert id_of(title, "1a2b") == ident
