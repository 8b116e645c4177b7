"""Guides as files: what is written reads back equal, and what is wrong is told with its place."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Check, Law, Question, Reaction, Script, Step, Suggestion
from desktop.services.authoring import NotAGuide
from desktop.services.scripts.shape import ScriptShape, script_of
from desktop.services.scripts.writing import to_yaml
from desktop.services.yaml_files import ProblemCode, read_text
from tests.services.authoring.world import BILL, CAMILLE

signs = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(
    " :#-'\"»«\u202f\u00a0…{}[]&*!|>%@`?,0~"
)


def trimmed(size):
    return st.text(signs, min_size=1, max_size=size).map(str.strip).filter(bool)


lines = trimmed(40) | st.sampled_from(
    ["yes", "null", "12", "2026-11-23", "- a", "a: b", "1e3", "=", "<<"]
)
texts = (
    lines
    | st.lists(trimmed(12), min_size=8, max_size=40).map(" ".join)
    | st.lists(trimmed(20), min_size=1, max_size=4).map("\n".join)
)
ids = st.from_regex(r"\A[a-z][a-z0-9_-]{0,9}\Z") | st.sampled_from(["y", "no", "null", "e1"])
steps = st.builds(
    Step,
    id=ids,
    title=trimmed(24),
    intention=texts,
    say=texts,
    questions=st.lists(st.builds(Question, id=ids, text=lines), max_size=2).map(tuple),
    checks=st.lists(st.builds(Check, id=ids, label=lines), max_size=2).map(tuple),
    reactions=st.lists(
        st.builds(Reaction, id=ids, label=lines, to=st.just("") | ids), max_size=2
    ).map(tuple),
    then=st.just("") | ids,
    law=st.none() | st.builds(Law, why=texts, reference=lines),
    suggestions=st.lists(
        st.builds(
            Suggestion,
            id=ids.map(SuggestionId),
            words=texts,
            chain=st.just("") | st.uuids().map(str),
        ),
        max_size=2,
    ).map(tuple),
)
scripts = st.builds(
    Script,
    id=ids,
    version=st.integers(1, 999),
    title=lines,
    summary=texts,
    reasons=st.lists(st.sampled_from(["billing.higher", "no", "y"]), min_size=1, max_size=3).map(
        tuple
    ),
    steps=st.lists(steps, min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=60)
@given(scripts)
def test_what_is_written_reads_back_equal(script):
    reading = read_text("x", to_yaml(script), ScriptShape)
    assert reading.problems == ()
    assert reading.model is not None
    assert script_of(reading.model) == script


@settings(max_examples=30)
@given(st.text(st.characters(codec=None), max_size=90), scripts)
def test_whatever_was_typed_can_be_written(text, script):
    typed = replace(script, title=text, summary=text)
    read_text("x", to_yaml(typed), ScriptShape)


async def test_what_ships_is_written_as_people_write_it(desk, tmp_path):
    script = (await desk.scripts.library()).script("bill")
    await desk.authoring.write_file(script, tmp_path / "copy.yaml")
    assert (tmp_path / "copy.yaml").read_bytes().decode() == BILL.replace(
        "[billing.higher]", "\n  - billing.higher"
    ).replace("reasons: \n", "reasons:\n")


async def test_a_file_becomes_a_draft_of_the_guide_that_bears_its_id(desk, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(BILL.replace("Facture", "De loin").replace("12", "3"), encoding="utf-8-sig")
    draft = await desk.authoring.read_file(path, CAMILLE)
    assert (draft.script.title, draft.script.version) == ("De loin", 13)
    assert await desk.authoring.drafts(CAMILLE) == ()
    made = await desk.authoring.publish(draft)
    path.write_text(BILL, encoding="utf-8")
    again = await desk.authoring.read_file(path, CAMILLE)
    assert (again.based_on, again.script.version) == (made.id, 14)
    path.write_text(BILL.replace("id: bill", "id: parcel", 1), encoding="utf-8")
    fresh = await desk.authoring.read_file(path, CAMILLE)
    assert (fresh.script.id, fresh.script.version, fresh.based_on) == ("parcel", 1, "")


@pytest.mark.parametrize(
    ("content", "code", "line", "field"),
    [
        (BILL.replace("say: Merci.", "dire: Merci.").encode(), "missing", 11, "steps[1].say"),
        (BILL.replace("id: conclude", "id: welcome").encode(), "duplicate_id", 11, "steps[1].id"),
        (b"steps: [", "not_yaml", 2, ""),
        (BILL.replace("Un guide", "Un guide éclairé").encode("cp1252"), "wrong_encoding", 4, ""),
        (BILL.encode("utf-16"), "wrong_encoding", 1, ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "wrong_encoding", 1, ""),
        (b"", "wrong_type", 1, ""),
        (b"x" * 300_000, "too_large", 0, ""),
    ],
)
async def test_a_wrong_file_tells_what_is_wrong_and_where(
    desk, tmp_path, content, code, line, field
):
    path = tmp_path / "wrong.yaml"
    path.write_bytes(content)
    with pytest.raises(NotAGuide) as refused:
        await desk.authoring.read_file(path, CAMILLE)
    first = refused.value.problems[0]
    assert (first.file, first.code, first.line, first.field) == ("wrong.yaml", code, line, field)
    assert "Merci" not in str(refused.value)


async def test_which_encoding_a_file_has_is_told(desk, tmp_path):
    path = tmp_path / "wrong.yaml"
    for encoding, told in (
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
    ):
        path.write_bytes(BILL.replace("Un guide", "Éclairé").encode(encoding))
        with pytest.raises(NotAGuide) as refused:
            await desk.authoring.read_file(path, CAMILLE)
        assert refused.value.problems[0].code is ProblemCode.WRONG_ENCODING
        assert refused.value.problems[0].values == (told,)


async def test_a_file_that_is_not_there_is_told(desk, tmp_path):
    with pytest.raises(NotAGuide) as refused:
        await desk.authoring.read_file(tmp_path / "gone.yaml", CAMILLE)
    assert refused.value.problems[0].code is ProblemCode.UNREADABLE
