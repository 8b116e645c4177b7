"""An edit and its inverse give the guide back, moving keeps all, and no way is left dangling."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.authoring import editing, items, naming
from desktop.domain.authoring.drafts import blank
from desktop.domain.authoring.items import Items
from desktop.domain.errors import Invalid
from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Law, Script, Suggestion
from tests.domain.authoring.samples import GUIDE, scripts

places = st.integers(-2, 8)
kinds = st.sampled_from(Items)


def dangling(script: Script) -> set[str]:
    """Ways that lead to no step."""
    targets = {one.to for step in script.steps for one in step.reactions}
    targets |= {step.then for step in script.steps}
    return {target for target in targets if target and script.step(target) is None}


@given(scripts(), st.data())
def test_a_step_added_and_removed_leaves_the_guide_as_it_was(script, data):
    after = data.draw(st.sampled_from(["", *(step.id for step in script.steps)]))
    added, new = editing.add_step(script, after)
    assert script.step(new) is None
    if after:
        assert added.position(new) == added.position(after) + 1
    assert editing.remove_step(added, new) == script


@given(scripts(), st.data(), places)
def test_moving_a_step_keeps_all_and_back_again(script, data, place):
    step_id = data.draw(st.sampled_from([step.id for step in script.steps]))
    here = script.position(step_id)
    moved = editing.move_step(script, step_id, place)
    assert sorted(moved.steps, key=lambda one: one.id) == sorted(
        script.steps, key=lambda one: one.id
    )
    assert moved.position(step_id) == min(max(place, 0), len(script.steps) - 1)
    assert editing.move_step(moved, step_id, here) == script


@given(scripts(), st.data())
def test_removing_a_step_leaves_no_way_to_it(script, data):
    step_id = data.draw(st.sampled_from([step.id for step in script.steps]))
    removed = editing.remove_step(script, step_id)
    assert removed.step(step_id) is None
    assert not dangling(removed)
    assert len(removed.steps) == len(script.steps) - 1


@given(scripts(), st.data())
def test_a_duplicate_is_the_same_step_under_another_id(script, data):
    step_id = data.draw(st.sampled_from([step.id for step in script.steps]))
    doubled, twin = editing.duplicate_step(script, step_id)
    whole = replace(editing.the_step(script, step_id), suggestions=())
    assert editing.the_step(doubled, twin) == replace(whole, id=twin)
    assert editing.remove_step(doubled, twin) == script


@given(scripts(), st.data(), kinds, places)
def test_a_line_added_moved_and_removed_leaves_the_guide_as_it_was(script, data, kind, place):
    step_id = data.draw(st.sampled_from([step.id for step in script.steps]))
    added, new = items.add_item(script, step_id, kind, "mots")
    moved = items.move_item(added, step_id, kind, new, place)
    lines = items.items_of(editing.the_step(moved, step_id), kind)
    assert {one.id for one in lines} == {
        one.id for one in items.items_of(editing.the_step(added, step_id), kind)
    }
    assert items.remove_item(moved, step_id, kind, new) == script


@given(scripts())
def test_naming_gives_final_ids_and_breaks_no_way(script):
    named = naming.named(script)
    ids = [step.id for step in named.steps]
    assert len(set(ids)) == len(ids)
    assert not any(naming.is_provisional(one) for one in ids)
    assert not dangling(named)
    for before, after in zip(script.steps, named.steps, strict=True):
        if not naming.is_provisional(before.id):
            assert after.id == before.id
        assert script.position(before.then) == named.position(after.then)
        assert [script.position(one.to) for one in before.reactions] == [
            named.position(one.to) for one in after.reactions
        ]
    assert naming.named(named) == named


@pytest.mark.parametrize(
    ("words", "taken", "expected"),
    [
        ("Ligne à ligne", (), "ligne_a_ligne"),
        ("Œuvrer à l’écoute", (), "oeuvrer_a_l_ecoute"),
        ("Accueillir", ("accueillir",), "accueillir_2"),
        ("Accueillir", ("accueillir", "accueillir_2"), "accueillir_3"),
        ("2 fois", (), "etape_2_fois"),
        ("…", (), "etape"),
        ("", ("etape",), "etape_2"),
        ("x" * 60, (), "x" * 32),
    ],
)
def test_ids_are_made_from_words(words, taken, expected):
    assert naming.from_words(words, taken, "etape") == expected


def test_renaming_a_step_breaks_no_way_to_it():
    renamed = editing.put_step(GUIDE, replace(GUIDE.steps[3], title="Récapituler"))
    assert naming.named(renamed).steps[3].id == "end"
    leading = [
        step.id
        for step in renamed.steps
        if "end" in (step.then, *(one.to for one in step.reactions))
    ]
    assert leading == ["look", "offer"]


def test_a_new_step_is_named_once_and_what_leads_to_it_follows():
    script, new = editing.add_step(GUIDE, "look", "Vérifier ensemble")
    script = editing.lead_on(script, "welcome", new)
    script = items.lead_reaction(script, "look", "calm", new)
    named = naming.named(script)
    assert named.steps[2].id == named.steps[0].then == "verifier_ensemble"
    assert named.steps[1].reactions[0].to == "verifier_ensemble"
    later = editing.put_step(named, replace(named.steps[2], title="Contrôler"))
    assert naming.named(later).steps[2].id == "verifier_ensemble"


def test_a_suggestion_is_added_once_and_changed_the_second_time():
    first = Suggestion(id=SuggestionId("s9"), words="Rappeler le soir", chain="off-9")
    script = editing.add_suggestion(GUIDE, "end", first)
    script = editing.add_suggestion(script, "end", replace(first, words="Rappeler après 18 h"))
    (kept,) = editing.the_step(script, "end").suggestions
    assert (kept.words, kept.chain) == ("Rappeler après 18 h", "off-9")


def test_words_of_a_suggestion_keep_its_chain():
    script = items.word_item(GUIDE, "offer", Items.SUGGESTIONS, "s1", "Un geste")
    assert editing.the_step(script, "offer").suggestions == (
        Suggestion(id=SuggestionId("s1"), words="Un geste", chain="off-1"),
    )


def test_law_is_set_and_taken_off():
    script = editing.set_law(GUIDE, "end", Law(why="", reference=""))
    assert editing.the_step(script, "end").law == Law(why="", reference="")
    assert editing.set_law(script, "end", None) == GUIDE


def test_a_blank_guide_gets_its_first_step():
    script, new = editing.add_step(blank())
    assert ([step.id for step in script.steps], new) == (["new-1"], "new-1")
    assert editing.add_step(script)[1] == "new-2"


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        (lambda: editing.remove_step(GUIDE, "gone"), "step"),
        (lambda: editing.lead_on(GUIDE, "look", "gone"), "step"),
        (lambda: items.lead_reaction(GUIDE, "look", "gone", "end"), "reactions"),
        (lambda: items.lead_reaction(GUIDE, "look", "calm", "gone"), "step"),
        (lambda: items.word_item(GUIDE, "welcome", Items.CHECKS, "gone", ""), "checks"),
    ],
)
def test_what_is_not_there_is_refused(edit, field):
    with pytest.raises(Invalid) as refused:
        edit()
    assert refused.value.field == field
