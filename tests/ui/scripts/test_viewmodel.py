"""The guide's verbs, without a widget: what is told goes to the contact, and comes back from it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.domain.contacts import Helped, StepOffReason
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.domain.scripts import StepOffTaken
from desktop.services.authoring import Authoring
from desktop.services.changes import Changes
from desktop.services.scripts import Scripts
from desktop.services.store import rows, tables
from desktop.ui.scripts.state import GuideState, Mark, Stage
from desktop.ui.scripts.viewmodel import GuideViewModel
from tests.ui.scripts.stage import Drafts, context, scripts, settled, stepped


@pytest.fixture
async def model(store, clock):
    made = GuideViewModel(scripts(store, clock))
    made.show(context())
    await settled()
    yield made
    await settled()
    made.deleteLater()


@pytest.fixture
def drafts(model):
    return Drafts(model)


async def test_guides_are_suggested_for_the_reason_and_none_is_forced(model):
    state = model.state
    assert (state.stage, state.run, state.script) == (Stage.CHOOSING, None, None)
    assert [one.id for one in state.suggested] == ["bill-higher"]
    assert len(state.others) == 5
    model.show(context(reason="contract.move"))
    assert model.state.suggested[0].id == "move"
    assert model.state.run is None


async def test_a_chosen_guide_starts_and_is_filled(model, drafts):
    model.choose("bill-higher")
    state = model.state
    assert (state.stage, state.reason) == (Stage.GUIDED, "billing.higher")
    assert state.step.say.startswith("Bonjour Madame Moreau, Sonia de Lumio.")
    assert drafts.run.step_id == "welcome"
    assert [one.mark for one in state.marks][:2] == [Mark.CURRENT, Mark.NEXT]
    assert state.following.id == "understand"


async def test_walking_answering_and_going_back(model, drafts):
    model.choose("bill-higher")
    model.next()
    model.answer("promo")
    assert (model.state.run.step_id, model.state.following.id) == ("understand", "explain")
    model.answer("promo")
    assert model.state.step.id == "explain"
    assert "Box Fibre Confort" in model.state.step.say
    model.back()
    model.answer("ours")
    model.next()
    assert drafts.run.path == ("welcome", "understand", "offer")
    assert drafts.run.answers == (("understand", "ours"),)
    model.go("welcome")
    model.tick("identity")
    model.tick("history")
    model.tick("history")
    assert drafts.run.checked == ("welcome/identity",)


async def test_what_the_law_asks_is_refused_with_a_reason_and_taken_up_again(model, drafts):
    model.choose("bill-higher")
    model.decline("Identifiée juste avant")
    assert drafts.run.declined == (("welcome", "Identifiée juste avant"),)
    model.next()
    assert model.state.marks[0].mark is Mark.SKIPPED
    model.back()
    model.decline("")
    assert drafts.run.declined == ()


async def test_it_stays_where_it_was_when_one_looks_at_another_customer(model, drafts):
    model.choose("bill-higher")
    model.next()
    here = drafts.run
    model.show(context("c2", reason="technical.internet"))
    assert model.state.stage is Stage.CHOOSING
    model.choose("outage")
    model.show(context("c1", guide=here))
    assert (model.state.script.id, model.state.step.id) == ("bill-higher", "understand")


async def test_a_guide_put_aside_is_found_again_where_one_stood(model, drafts):
    model.choose("bill-higher")
    model.next()
    model.choose("cancellation")
    assert model.state.step.id == "welcome"
    model.choose("")
    assert (model.state.stage, drafts.run) == (Stage.CHOOSING, None)
    model.choose("bill-higher")
    assert model.state.step.id == "understand"
    model.show(context("c2"))
    model.choose("bill-higher")
    assert model.state.step.id == "welcome", "another contact starts anew"


async def test_stepping_off_is_told_with_its_step(model, drafts):
    model.choose("bill-higher")
    model.step_off(StepOffReason.EMOTION, "  J’écoute  ")
    assert drafts.taken == [
        StepOffTaken(
            script_id="bill-higher",
            step_id="welcome",
            reason=StepOffReason.EMOTION,
            words="J’écoute",
        )
    ]
    model.choose("")
    model.step_off(StepOffReason.FASTER)
    assert drafts.taken[1].script_id == ""


async def test_words_begun_are_kept_by_contact_and_go_with_the_step_off(model, drafts):
    model.choose("bill-higher")
    model.type_words("Je laisse par")
    assert drafts.run.words == "Je laisse par"
    model.next()
    assert model.state.words == "Je laisse par"
    model.show(context("c2"))
    assert model.state.words == ""
    model.type_words("Sans guide")
    model.show(context("c1", guide=drafts.run))
    assert model.state.words == "Je laisse par"
    model.show(context("c2"))
    assert model.state.words == "Sans guide"
    model.step_off(StepOffReason.OTHER, model.state.words)
    assert (model.state.words, drafts.taken[0].words) == ("", "Sans guide")


async def test_earlier_step_offs_of_the_step_come_and_can_be_tried(model, drafts, store):
    fact = replace(stepped("Reconnaître l’erreur"), helped=Helped.YES, step_id="understand")
    await store.write(
        lambda connection: connection.execute(insert(tables.step_offs), [rows.to_row(fact)])
    )
    model.choose("bill-higher")
    model.next()
    await settled()
    (earlier,) = model.state.earlier
    assert (earlier.words, earlier.rate) == ("Reconnaître l’erreur", None), "one tells nothing"
    model.answer("promo")
    assert model.state.earlier == (earlier,), "they stay while one stands on the step"
    model.try_again(earlier)
    assert drafts.taken[0].earlier_id == "off1"
    assert drafts.taken[0].words == "Reconnaître l’erreur"


async def test_whether_it_helped_is_told(model, drafts):
    model.show(context(step_offs=(stepped(),)))
    assert model.state.step_offs[0].words.startswith("Elle a tout")
    model.helped("off1", Helped.YES)
    assert drafts.helped == [("off1", Helped.YES)]


async def test_a_guide_that_is_gone_leaves_the_choice_open_and_the_draft_alone(model, drafts):
    model.choose("bill-higher")
    gone = replace(drafts.run, script_id="retired")
    drafts.run = gone
    model.show(context(guide=gone))
    assert (model.state.stage, model.state.missing) == (Stage.CHOOSING, "retired")
    assert drafts.run is gone


async def test_a_draft_that_gives_back_what_it_was_told_changes_nothing(model):
    told, reasons = [], []

    def give_back(run):
        reasons.append(model.state.reason)
        model.show(context(guide=run))

    model.run_changed.connect(give_back)
    model.changed.connect(lambda: told.append(model.state.run))
    model.choose("bill-higher")
    assert reasons == ["billing.higher"], "the guide's reason is known when the run is told"
    model.next()
    model.type_words("Je")
    assert (model.state.step.id, model.state.words) == ("understand", "Je")
    assert len(told) == 2, "one picture a verb, none for words that the list shows itself"
    model.show(context(guide=model.state.run, reason="billing.copy"))
    assert len(told) == 3


async def test_nobody_then_somebody(model):
    model.show(None)
    assert model.state == GuideState()
    model.step_off(StepOffReason.FASTER)
    model.choose("bill-higher")
    model.next()
    assert model.state.run is None
    model.show(context())
    assert model.state.stage is Stage.CHOOSING


async def test_damaged_guides_are_told_and_mended_ones_are_read_again(tmp_path, store, clock):
    folder = tmp_path / "scripts"
    folder.mkdir()
    (folder / "a.yaml").write_text("id: [", encoding="utf-8")
    model = GuideViewModel(Scripts(folder, store, clock))
    model.show(context())
    assert model.state.stage is Stage.LOADING
    await settled()
    assert {one.file for one in model.state.problems} == {"a.yaml", "wording.yaml"}
    (folder / "a.yaml").unlink()
    model.reload()
    await settled()
    assert {one.file for one in model.state.problems} == {"wording.yaml"}


class FakeBrokenScripts(Scripts):
    """Fails as a disk does, once."""

    broken = True

    async def library(self, *, again=False):
        if self.broken:
            raise OSError
        return await super().library(again=again)


async def test_a_failure_to_read_is_shown_and_can_be_tried_again(store, clock):
    service = FakeBrokenScripts(Path("nowhere"), store, clock)
    model = GuideViewModel(service)
    model.show(context())
    await settled()
    assert (model.state.stage, model.state.failed) == (Stage.LOADING, True)
    service.broken = False
    model.reload()
    await settled()
    assert model.state.stage is Stage.CHOOSING


async def test_a_contact_under_way_keeps_its_version_when_another_is_published(
    store, clock, drafts, model
):
    lead = Person(id=PersonId("camille"), name="Camille", role=Role.LEAD)
    desk = Authoring(store, clock, Changes(), scripts(store, clock))

    async def publish(say):
        draft = await desk.draft_of("bill-higher", lead)
        steps = (replace(draft.script.steps[0], say=say), *draft.script.steps[1:])
        return await desk.publish(replace(draft, script=replace(draft.script, steps=steps)))

    thirteen = await publish("Treize.")
    model.reload()
    await settled()
    model.choose("bill-higher")
    await publish("Quatorze.")
    model.reload()
    await settled()
    assert (drafts.run.version, model.state.step.say) == (thirteen.version, "Treize.")
    # Another start of the application: the version is read anew, and nothing else is shown before.
    later = GuideViewModel(scripts(store, clock))
    told = Drafts(later)
    seen = []
    later.changed.connect(lambda: seen.append(later.state.step and later.state.step.say))
    later.show(context(guide=drafts.run))
    await settled()
    assert {one for one in seen if one} == {"Treize."}
    later.next()
    assert told.run.version == thirteen.version
    later.show(context("c2"))
    later.choose("bill-higher")
    assert (told.run.version, later.state.step.say) == (14, "Quatorze.")
    # A version that was never here reads as the guide does now.
    assert told.run is not None
    later.show(context("c3", guide=replace(told.run, version=99)))
    await settled()
    assert later.state.step.say == "Quatorze."
    later.deleteLater()
