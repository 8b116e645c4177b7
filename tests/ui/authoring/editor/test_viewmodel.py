"""Every edit is kept and can be taken back, and publishing loses nothing when it fails."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.authoring import editing
from desktop.domain.authoring.checking import Code
from desktop.domain.errors import Incomplete, Invalid, StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId
from desktop.ui.authoring.editor.history import History, Point
from desktop.ui.authoring.editor.viewmodel import EditorViewModel
from desktop.ui.authoring.editor.writing import GuideWriting, StepWriting
from desktop.ui.kit.saving import Saving
from tests.domain.authoring.samples import GUIDE, guide, step
from tests.ui.authoring.editor.stage import (
    ANNE,
    RULES,
    FakeAuthoring,
    FakeCustomers,
    draft,
    settled,
)


class Writer:
    """The view-model, its verbs, and who keeps its drafts."""

    def __init__(self, script=GUIDE, step_id="") -> None:
        self.authoring = FakeAuthoring()
        self.model = EditorViewModel(self.authoring, FakeCustomers())
        self.model.set_rules(RULES)
        self.model.edit(draft(script), step_id)
        self.guide = GuideWriting(self.model)
        self.step = StepWriting(self.model)
        self.published: list[object] = []
        self.pointed: list[object] = []
        self.model.published.connect(self.published.append)
        self.model.pointed.connect(self.pointed.append)

    @property
    def script(self):
        return self.model.state.script


@pytest.fixture
async def writer(qapp):
    made = Writer()
    await settled()
    yield made
    made.authoring.full = False
    await made.model.flush()
    await settled()


async def test_what_is_typed_is_kept_once_it_rests(writer):
    assert writer.model.state.saving is Saving.UNTOUCHED
    writer.guide.set_title("Fact")
    writer.guide.set_title("Factu")
    assert writer.model.state.saving is Saving.SAVING
    await writer.model.flush()
    assert [one.script.title for one in writer.authoring.saved] == ["Factu"]
    assert writer.model.state.saving is Saving.SAVED


async def test_a_full_disk_is_said_and_the_words_go_on_waiting(writer):
    writer.authoring.full = True
    writer.guide.set_title("Factu")
    with pytest.raises(StoreUnavailable):
        await writer.model.flush()
    assert writer.model.state.saving is Saving.FAILED
    writer.guide.set_title("Factur")
    assert writer.model.state.saving is Saving.FAILED
    writer.authoring.full = False
    await writer.model.flush()
    assert writer.authoring.saved[-1].script.title == "Factur"
    assert writer.model.state.saving is Saving.SAVED


async def test_another_draft_in_front_does_not_lose_what_was_typed_in_the_first(writer):
    writer.guide.set_title("Un")
    writer.model.edit(draft(guide(step("a", "A")), "d2"))
    assert writer.model.state.saving is Saving.UNTOUCHED
    assert not writer.model.state.can_undo
    writer.guide.set_title("Deux")
    await writer.model.flush()
    assert {one.id: one.script.title for one in writer.authoring.saved} == {
        "d1": "Un",
        "d2": "Deux",
    }


async def test_leaving_writes_first(writer):
    left: list[int] = []
    writer.model.left.connect(lambda: left.append(len(writer.authoring.saved)))
    writer.guide.set_title("Factu")
    writer.model.leave()
    await settled()
    assert left == [1]


async def test_typing_on_in_one_field_is_one_edit(writer):
    for title in ("F", "Fa", "Fac"):
        writer.guide.set_title(title)
    writer.guide.set_summary("Bref")
    writer.model.undo()
    assert (writer.script.title, writer.script.summary) == ("Fac", GUIDE.summary)
    writer.model.undo()
    assert writer.script == GUIDE
    assert not writer.model.state.can_undo
    writer.model.redo()
    writer.model.redo()
    assert (writer.script.title, writer.script.summary) == ("Fac", "Bref")


async def test_undo_shows_where_it_happened(writer):
    writer.model.select("look")
    writer.step.set_say("Autre chose.")
    writer.model.select("end")
    writer.model.undo()
    assert writer.model.state.step_id == "look"
    assert writer.script == GUIDE


async def test_a_removed_step_comes_back_with_all_that_led_to_it(writer):
    writer.model.select("end")
    writer.guide.remove_step()
    assert writer.model.state.step_id == "offer"
    assert writer.script.steps[1].reactions[0].to == ""
    writer.model.undo()
    assert writer.script == GUIDE
    assert writer.model.state.step_id == "end"


async def test_publishing_names_new_steps_and_leaves_the_editor_empty(writer):
    writer.model.select("look")
    writer.guide.add_step()
    writer.step.set_title("Vérifier")
    writer.step.set_intention("Pour")
    writer.step.set_say("Bonjour.")
    writer.model.publish("Une étape de plus")
    await settled()
    ((published, note),) = writer.authoring.published
    assert [one.id for one in published.script.steps] == [
        "welcome",
        "look",
        "verifier",
        "offer",
        "end",
    ]
    assert note == "Une étape de plus"
    assert len(writer.published) == 1
    assert writer.model.state.draft is None
    saved = len(writer.authoring.saved)
    await writer.model.flush()
    assert len(writer.authoring.saved) == saved, "a published draft is not kept again"


async def test_with_errors_one_is_led_to_the_first_and_nothing_is_published(writer):
    writer.guide.set_title("")
    writer.model.select("end")
    writer.model.publish("")
    await settled()
    assert writer.authoring.published == []
    assert writer.model.state.step_id == ""
    assert [one.code for one in writer.pointed] == [Code.EMPTY]


@pytest.mark.parametrize(
    ("refusal", "step_id", "item", "code"),
    [
        (Incomplete("steps[1].say"), "look", "", Code.REFUSED),
        (Invalid("steps[1].reactions[1].label", "too_long"), "look", "angry", Code.TOO_LONG),
        (Invalid("reasons[0]", "unknown_reason"), "", "", Code.UNKNOWN_REASON),
        (Invalid("steps[9].say", "nobody knows"), "", "", Code.REFUSED),
    ],
)
async def test_what_publishing_refuses_is_said_where_it_is(writer, refusal, step_id, item, code):
    writer.authoring.refusal = refusal
    writer.model.publish("")
    await settled()
    (problem,) = writer.model.state.errors
    assert (problem.step, problem.item, problem.code) == (step_id, item, code)
    assert not writer.model.state.publishing
    assert writer.model.state.draft is not None
    writer.guide.set_summary("Autrement")
    assert writer.model.state.errors == (), "said until something is changed"


async def test_a_version_that_cannot_be_written_leaves_the_draft(writer):
    writer.authoring.refusal = StoreUnavailable(Trouble.DISK_FULL, "store")
    writer.model.publish("")
    await settled()
    assert writer.model.state.failed
    assert writer.script == GUIDE
    writer.authoring.refusal = None
    writer.model.publish("")
    await settled()
    assert len(writer.authoring.published) == 1


async def test_nothing_is_edited_while_it_is_published(writer):
    writer.model.publish("")
    writer.guide.set_title("Trop tard")
    assert writer.script == GUIDE
    assert not writer.model.state.can_undo
    await settled()
    ((published, _note),) = writer.authoring.published
    assert published.script.title == GUIDE.title


async def test_lists_stop_at_their_most(writer):
    while len(writer.script.steps) < 12:
        writer.guide.add_step()
    writer.guide.add_step()
    writer.guide.duplicate_step()
    assert len(writer.script.steps) == 12


async def test_a_customer_who_is_gone_changes_nothing(writer):
    trial = writer.model.trial
    trial.choose(ANNE.id)
    await settled()
    assert trial.tried_on.customer == ANNE
    trial.choose(CustomerId("gone"))
    await settled()
    assert trial.tried_on.customer == ANNE
    trial.choose(None)
    assert trial.tried_on.invented


@given(st.lists(st.tuples(st.sampled_from("ab"), st.text("xy", max_size=2)), max_size=12))
def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(edits):
    history, here = History(), Point(GUIDE, "")
    for mark, words in edits:
        field = {"a": "title", "b": "summary"}[mark]
        after = Point(replace(here.script, **{field: words}), "")
        history.did(here, after, mark)
        here = after
    back = here
    while point := history.undo():
        back = point
    assert back.script == GUIDE
    while point := history.redo():
        back = point
    assert back.script == here.script


def test_an_edit_that_comes_to_nothing_is_none():
    history = History()
    changed = editing.put_step(GUIDE, replace(GUIDE.steps[0], title="x"))
    history.did(Point(GUIDE, ""), Point(changed, ""), "title")
    history.did(Point(changed, ""), Point(GUIDE, ""), "title")
    assert not history.can_undo
