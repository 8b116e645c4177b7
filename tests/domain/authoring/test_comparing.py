"""What changed between two versions: tables of cases, and laws."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.authoring.comparing import Fate, Part, Piece, compare, words_changed
from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Check, Law, Question, Reaction, Script, Step, Suggestion


def step(ident, say="Bonjour à vous", **more):
    return Step(id=ident, title=ident.title(), intention="Accueillir", say=say, **more)


def script(*steps, **more):
    given = {"title": "Facture", "summary": "Un guide", "reasons": ("billing.higher",)} | more
    return Script(id="bill", version=12, steps=steps, **given)


BEFORE = script(step("a"), step("b"), step("c"), step("d"))


def fates(before, after):
    found = compare(before, after).steps
    return [(one.id, one.fate.value + "+" * one.moved) for one in found]


def test_steps_added_removed_moved_and_changed():
    b = replace(BEFORE.steps[1], say="Bonjour à toi")
    after = replace(BEFORE, steps=(step("new"), step("d"), step("a"), b))
    assert fates(BEFORE, after) == [
        ("new", "added"),
        ("d", "same+"),
        ("a", "same"),
        ("b", "changed"),
        ("c", "removed"),
    ]
    found = compare(BEFORE, after)
    assert (found.count(Fate.ADDED), found.count(Fate.REMOVED), found.moved) == (1, 1, 1)
    assert not found.same


def test_what_is_gone_stands_where_it_was():
    after = replace(BEFORE, steps=(BEFORE.steps[2], step("z")))
    assert [one for one, _ in fates(BEFORE, after)] == ["a", "b", "c", "d", "z"]
    assert compare(BEFORE, replace(BEFORE, steps=())).count(Fate.REMOVED) == 4
    assert compare(replace(BEFORE, steps=()), BEFORE).count(Fate.ADDED) == 4


def test_every_part_of_a_step_is_looked_at():
    full = step(
        "a",
        questions=(Question(id="q", text="Depuis quand"),),
        checks=(Check(id="k", label="Identité"),),
        reactions=(Reaction(id="r", label="Calme", to="b"),),
        then="b",
        law=Law(why="Il le faut", reference="art. 1"),
        suggestions=(Suggestion(id=SuggestionId("s"), words="Rappeler"),),
    )
    bare = replace(
        step("a", "Salut", reactions=(Reaction(id="r", label="Calme", to="c"),)),
        title="Autre",
        intention="Comprendre",
    )
    (change, *_) = compare(
        script(full, step("b"), step("c")), script(bare, step("b"), step("c"))
    ).steps
    assert [(one.part, one.item) for one in change.fields] == [
        (Part.TITLE, ""),
        (Part.INTENTION, ""),
        (Part.SAY, ""),
        (Part.QUESTION, "q"),
        (Part.CHECK, "k"),
        (Part.LEADS_TO, "r"),
        (Part.THEN, ""),
        (Part.LAW, ""),
        (Part.REFERENCE, ""),
        (Part.SUGGESTION, "s"),
    ]
    assert change.fields[3].after == ()
    assert "".join(one.text for one in change.fields[5].after) == "C"


def test_the_guides_own_texts():
    after = replace(BEFORE, title="Facture haute", reasons=("billing.refund",))
    found = compare(BEFORE, after)
    assert [one.part for one in found.fields] == [Part.TITLE, Part.REASONS]
    assert found.fields[0].after == (Piece(text="Facture"), Piece(text=" haute", changed=True))
    assert not found.same


def test_words_that_changed_inside_a_text():
    left, right = words_changed("Je regarde avec vous.", "Je vérifie avec vous !")
    assert [one.text for one in left if one.changed] == ["regarde", "."]
    assert [one.text for one in right if one.changed] == ["vérifie", " !"]


ids = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)
scripts = st.builds(
    lambda names, words: script(*(step(one, f"{one} {words}") for one in names)),
    ids,
    st.sampled_from(["vous", "toi", ""]),
)


@given(scripts, scripts)
def test_each_step_is_told_once_and_the_least_of_them_moved(before, after):
    found = compare(before, after)
    told = [one.id for one in found.steps]
    assert sorted(told) == sorted({one.id for one in (*before.steps, *after.steps)})
    assert [one for one in told if after.step(one)] == [one.id for one in after.steps]
    still = [one.id for one in found.steps if one.before and one.after and not one.moved]
    assert [one.id for one in before.steps if one.id in still] == still
    assert compare(before, before).same
    assert found.moved == compare(after, before).moved
    assert found.count(Fate.ADDED) == compare(after, before).count(Fate.REMOVED)


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_join_back_into_the_texts(before, after):
    left, right = words_changed(before, after)
    assert "".join(one.text for one in left) == before
    assert "".join(one.text for one in right) == after
    same = [one.text for one in left if not one.changed]
    assert same == [one.text for one in right if not one.changed]
