"""What is wrong in a guide is said with its place, its step and its field, complete or not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from desktop.domain.authoring import checking, editing, items, ways
from desktop.domain.authoring.checking import Code, Severity
from desktop.domain.authoring.items import Items
from desktop.domain.scripts import Check, Law, Question, Reaction, Script
from desktop.services.scripts.library import read_folder
from tests.domain.authoring.samples import GUIDE, guide, scripts, step

FALLBACKS = {"client.appel": "", "client.ville": "votre commune"}
RESOURCES = Path(__file__).parents[3] / "resources"


def found(script: Script, reasons: frozenset[str] | None = None) -> list[tuple[str, str, str, str]]:
    """(step, item, field, code) of each problem."""
    return [
        (one.step, one.item, one.field, one.code.value)
        for one in checking.problems(script, FALLBACKS, reasons)
    ]


def with_step(**more: Any) -> Script:
    return editing.put_step(GUIDE, replace(GUIDE.steps[1], **more))


def test_a_whole_guide_has_nothing_wrong():
    assert found(GUIDE, frozenset({"billing.higher"})) == []


def test_guides_that_ship_have_no_errors():
    library = read_folder(RESOURCES / "scripts", RESOURCES / "wording.yaml", None)
    assert library.scripts
    for script in library.scripts:
        fallbacks = dict(library.wording.fallbacks)
        assert checking.errors(checking.problems(script, fallbacks)) == ()


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (replace(GUIDE, title=" "), ("", "", "title", "empty")),
        (replace(GUIDE, title="x" * 61), ("", "", "title", "too_long")),
        (replace(GUIDE, summary=""), ("", "", "summary", "empty")),
        (replace(GUIDE, reasons=()), ("", "", "reasons", "empty")),
        (replace(GUIDE, reasons=("gone",)), ("", "", "reasons", "unknown_reason")),
        (replace(GUIDE, id="Bad id"), ("", "", "id", "bad_id")),
        (guide(), ("", "", "steps", "empty")),
        (with_step(title="x" * 25), ("look", "", "title", "too_long")),
        (with_step(intention=""), ("look", "", "intention", "empty")),
        (with_step(say="{{client.vile}}."), ("look", "", "say", "unknown_variable")),
        (with_step(say="Bonjour {client"), ("look", "", "say", "bad_braces")),
        (with_step(say="Bonjour [vous]."), ("look", "", "say", "bad_group")),
        (with_step(say="**Bonjour"), ("look", "", "say", "bad_emphasis")),
        (with_step(say="<b>Bonjour"), ("look", "", "say", "markup")),
        (with_step(say="D’{{client.ville}}."), ("look", "", "say", "elision")),
        (with_step(say="Chez {{client.appel}} oui"), ("look", "", "say", "hole")),
        (with_step(say="mot " * 76), ("look", "", "say", "long_to_say")),
        (with_step(then="gone"), ("look", "", "then", "unknown_step")),
        (
            with_step(reactions=(Reaction(id="a", label="Oui", to="gone"),)),
            ("look", "a", "to", "unknown_step"),
        ),
        (
            with_step(
                reactions=(Reaction(id="a", label="", to="end"), Reaction(id="b", label="B"))
            ),
            ("look", "a", "label", "empty"),
        ),
        (
            with_step(questions=(Question(id="q", text="x" * 161),)),
            ("look", "q", "text", "too_long"),
        ),
        (
            with_step(checks=(Check(id="c", label="A"), Check(id="c", label="B"))),
            ("look", "c", "id", "duplicate_id"),
        ),
        (
            with_step(checks=tuple(Check(id=f"c{n}", label="A") for n in range(7))),
            ("look", "", "checks", "too_long"),
        ),
        (with_step(law=Law(why="", reference="art. 1")), ("look", "", "law.why", "empty")),
        (with_step(law=Law(why="Car", reference="")), ("look", "", "law.reference", "empty")),
        (with_step(title="Accueillir"), ("look", "", "title", "same_title")),
        (with_step(reactions=(), then="end"), ("offer", "", "id", "unreachable_step")),
        (
            guide(*(step(f"s{n}", f"{n}") for n in range(13))),
            ("", "", "steps", "too_long"),
        ),
        (guide(step("a", "A"), step("a", "B")), ("a", "", "id", "duplicate_id")),
        (
            items.word_item(GUIDE, "offer", Items.SUGGESTIONS, "s1", ""),
            ("offer", "s1", "words", "empty"),
        ),
    ],
)
def test_each_slip_is_said_where_it_is(script, expected):
    assert expected in found(script, frozenset({"billing.higher"}))


def test_one_slip_is_said_once():
    assert found(with_step(say="{{client.vile}}.")) == [("look", "", "say", "unknown_variable")]


def test_the_unknown_variable_comes_with_the_nearest_one():
    (problem,) = checking.problems(with_step(say="{{client.vile}}."), FALLBACKS)
    assert problem.values == ("client.vile", "client.ville")


def test_a_step_that_one_cannot_leave_has_no_way_on():
    round_and_round = guide(
        step("a", "A", reactions=(Reaction(id="r", label="R", to="b"),)),
        step("b", "B", then="a"),
        step("c", "C"),
    )
    assert ways.endless(round_and_round) == ("a", "b")
    assert {code for _step, _item, _field, code in found(round_and_round)} == {
        "no_way_on",
        "unreachable_step",
    }
    assert ways.endless(guide(step("a", "A", then="a"))) == ("a",)
    assert ways.endless(GUIDE) == ()


def test_a_reaction_that_leads_back_is_only_advised_against():
    script = with_step(
        reactions=(*GUIDE.steps[1].reactions, Reaction(id="d", label="D", to="look"))
    )
    (problem,) = checking.problems(script, FALLBACKS)
    assert (problem.code, problem.severity) == (Code.LEADS_HERE, Severity.ADVICE)
    assert checking.errors((problem,)) == ()


def test_ways_are_the_reactions_and_what_follows():
    assert [(one.origin, one.target, one.label) for one in ways.ways(GUIDE)] == [
        ("welcome", "look", ""),
        ("look", "end", "Calme"),
        ("look", "offer", "En colère"),
        ("look", "offer", ""),
        ("offer", "end", ""),
    ]


@given(scripts())
def test_any_guide_can_be_checked_and_its_places_exist(script):
    ids = {step.id for step in script.steps}
    for problem in checking.problems(script, FALLBACKS, frozenset()):
        assert problem.step in ids | {""}
        node: Any = script
        for part in problem.place:
            node = node[part] if isinstance(part, int) else getattr(node, part, None)


def test_a_guide_without_problems_is_one_that_a_file_may_hold(tmp_path):
    # The other way round too: what a file may not hold is an error here.
    for script in (GUIDE, with_step(say=""), with_step(title="x" * 25), with_step(then="gone")):
        from desktop.services.scripts.shape import ScriptShape

        data = _as_file(script)
        try:
            ScriptShape.model_validate(data)
            fits = True
        except ValueError:
            fits = False
        errors = checking.errors(checking.problems(script, FALLBACKS))
        assert fits or errors


def _as_file(script: Script) -> dict[str, object]:
    steps = [
        {
            "id": one.id,
            "title": one.title,
            "intention": one.intention,
            "say": one.say,
            **({"then": one.then} if one.then else {}),
        }
        for one in script.steps
    ]
    return {
        "id": script.id,
        "version": script.version,
        "title": script.title,
        "summary": script.summary,
        "reasons": list(script.reasons),
        "steps": steps,
    }
