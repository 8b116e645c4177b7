"""Contacts without widgets: kept by customer, saved as typed, closed and taken back."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.contacts import (
    Channel,
    GuideRun,
    Helped,
    IncivilityType,
    PromiseKind,
    Resolution,
    StepOffReason,
)
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.note_words import Sensitive
from desktop.domain.scripts import StepOffTaken
from desktop.services.store import tables
from desktop.ui.contacts.saving import DELAY_MS
from desktop.ui.contacts.state import Problem, Stage
from desktop.ui.kit import tasks
from desktop.ui.kit.saving import Saving
from tests.ui.contacts.conftest import settled, until
from tests.ui.contacts.people import CLAIRE, KARIM, LEA


async def full(store, pages: int = 1) -> None:
    await store.write(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages}"))


async def opened(viewmodel, customer=CLAIRE):
    viewmodel.show(customer)
    await settled()
    return viewmodel.state.draft


def heard(signal) -> list[Any]:
    found: list[Any] = []
    signal.connect(found.append)
    return found


async def test_a_contact_begins_by_itself_with_the_customer(viewmodel, clock):
    told = heard(viewmodel.draft_changed)
    viewmodel.show(CLAIRE)
    assert viewmodel.state.stage is Stage.LOADING
    await settled()
    draft = viewmodel.state.draft
    assert (viewmodel.state.stage, draft.customer_id) == (Stage.OPEN, CLAIRE.id)
    assert (draft.started_at, viewmodel.state.saving) == (clock.now(), Saving.UNTOUCHED)
    assert told == [draft]


async def test_the_draft_found_on_the_disk_is_taken_up_again(viewmodel, contacts):
    left = replace(await contacts.begin(CLAIRE, LEA), note="Reprendre ici", estimate=4)
    await contacts.save_draft(left)
    assert await opened(viewmodel) == left
    assert viewmodel.state.saving is Saving.SAVED


@pytest.mark.usefixtures("hurried")
async def test_typing_is_saved_while_one_types_on(viewmodel, contacts):
    await opened(viewmodel)
    saved: list[str] = []
    for number in range(60):
        viewmodel.set_note("x" * (number + 1))
        await asyncio.sleep(0.01)
        if number % 10 == 9:
            found = await contacts.draft_of(LEA, CLAIRE.id)
            saved.append(found.note if found else "")
    assert len(saved[-1]) > 60 - DELAY_MS / 10 - 12
    assert len(set(saved)) >= 3
    await until(lambda: viewmodel.state.saving is Saving.SAVED)
    found = await contacts.draft_of(LEA, CLAIRE.id)
    assert found is not None
    assert found.note == "x" * 60


async def test_each_customer_keeps_their_own_draft(viewmodel, contacts):
    await opened(viewmodel)
    viewmodel.set_note("pour Claire")
    await opened(viewmodel, KARIM)
    assert viewmodel.state.draft.note == ""
    found = await contacts.draft_of(LEA, CLAIRE.id)
    assert found is not None, "switching writes at once"
    viewmodel.set_note("pour Karim")
    viewmodel.show(CLAIRE)
    assert viewmodel.state.draft.note == "pour Claire"
    viewmodel.show(KARIM)
    assert viewmodel.state.draft.note == "pour Karim"
    await settled()
    notes = {one.customer_name: one.draft.note for one in await contacts.drafts(LEA)}
    assert notes == {"Claire Moreau": "pour Claire", "Karim Haddad": "pour Karim"}


async def test_the_newest_customer_asked_for_is_the_one_shown(viewmodel):
    viewmodel.show(CLAIRE)
    viewmodel.show(KARIM)
    await settled()
    assert viewmodel.state.customer == KARIM
    assert viewmodel.state.draft.customer_id == KARIM.id


async def test_the_same_customer_shown_again_changes_nothing_and_is_told_again(viewmodel):
    await opened(viewmodel)
    viewmodel.set_note("en cours")
    before, told = viewmodel.state, heard(viewmodel.draft_changed)
    moved = replace(CLAIRE, city="Nantes")
    viewmodel.show(moved)
    assert viewmodel.state == replace(before, customer=moved)
    assert told == [before.draft]


async def test_leaving_drops_what_was_not_touched_and_keeps_the_rest(viewmodel, contacts):
    await opened(viewmodel)
    viewmodel.set_note("x")
    viewmodel.set_note("")
    viewmodel.show(None)
    viewmodel.leave(CLAIRE.id)
    await settled()
    assert await contacts.draft_of(LEA, CLAIRE.id) is None
    await opened(viewmodel, KARIM)
    viewmodel.set_note("à finir")
    viewmodel.show(None)
    viewmodel.leave(KARIM.id)
    await settled()
    (kept,) = await contacts.drafts(LEA)
    assert (kept.draft.note, viewmodel.state.stage) == ("à finir", Stage.NOBODY)
    assert (await opened(viewmodel, KARIM)).note == "à finir"


async def test_closing_takes_the_draft_away_and_tells(viewmodel, contacts):
    await opened(viewmodel)
    told, closed = heard(viewmodel.draft_changed), heard(viewmodel.closed)
    viewmodel.set_resolution(Resolution.RESOLVED)
    viewmodel.set_estimate(4)
    viewmodel.close()
    assert viewmodel.state.busy
    viewmodel.close()
    await settled()
    assert (viewmodel.state.stage, viewmodel.state.draft) == (Stage.CLOSED, None)
    assert viewmodel.state.undo_until == closed[0].undo_until
    assert (len(closed), told[-1]) == (1, None)
    viewmodel.show(KARIM)
    await settled()
    viewmodel.show(CLAIRE)
    assert viewmodel.state.stage is Stage.CLOSED, "looking away begins no new contact"
    viewmodel.begin_again()
    await settled()
    assert viewmodel.state.draft.resolution is None


async def test_undo_brings_the_draft_back_in_front(viewmodel, contacts):
    await opened(viewmodel)
    viewmodel.set_note("trop vite")
    draft = viewmodel.state.draft
    undone = heard(viewmodel.undone)
    viewmodel.close()
    await settled()
    assert viewmodel.can_undo()
    viewmodel.undo()
    await settled()
    assert (viewmodel.state.draft, undone) == (draft, [draft])
    assert not viewmodel.can_undo()
    viewmodel.undo()
    await settled()
    assert len(undone) == 1, "there is nothing more to take back"


async def test_undo_from_another_file_leaves_it_in_front(viewmodel):
    await opened(viewmodel)
    viewmodel.set_note("pour Claire")
    viewmodel.close()
    await settled()
    await opened(viewmodel, KARIM)
    viewmodel.undo()
    await settled()
    assert viewmodel.state.customer == KARIM
    viewmodel.show(CLAIRE)
    assert viewmodel.state.draft.note == "pour Claire"


async def test_undo_too_late_says_so(viewmodel, clock):
    await opened(viewmodel)
    viewmodel.close()
    await settled()
    clock.advance(seconds=11)
    assert not viewmodel.can_undo()
    viewmodel.undo()
    await settled()
    assert (viewmodel.state.problem, viewmodel.state.stage) == (Problem.TOO_LATE, Stage.CLOSED)


@pytest.mark.usefixtures("hurried")
async def test_a_full_disk_keeps_the_text_in_front_then_saves_it(viewmodel, store, contacts):
    await opened(viewmodel)
    await full(store)
    words = "long " * 50_000
    viewmodel.set_note(words)
    await until(lambda: viewmodel.state.saving is Saving.FAILED)
    assert (viewmodel.state.problem, viewmodel.state.trouble) == (
        Problem.NOT_SAVED,
        Trouble.DISK_FULL,
    )
    viewmodel.close()
    await settled()
    assert viewmodel.state.problem is Problem.NOT_CLOSED
    assert viewmodel.state.draft.note == words
    assert not viewmodel.state.busy
    viewmodel.show(KARIM)
    viewmodel.leave(CLAIRE.id)
    await settled()
    viewmodel.show(CLAIRE)
    assert viewmodel.state.draft.note == words, "a tab closed on a full disk loses nothing"
    await full(store, 1_000_000)
    viewmodel.set_estimate(3)
    await until(lambda: viewmodel.state.saving is Saving.SAVED)
    found = await contacts.draft_of(LEA, CLAIRE.id)
    assert found is not None
    assert found.note == words


@pytest.mark.usefixtures("hurried")
async def test_what_failed_is_tried_again_without_another_keystroke(viewmodel, store, monkeypatch):
    monkeypatch.setattr("desktop.ui.contacts.saving.RETRY_MS", 50)
    await opened(viewmodel)
    await full(store)
    viewmodel.set_note("y" * 300_000)
    await until(lambda: viewmodel.state.problem is Problem.NOT_SAVED)
    await full(store, 1_000_000)
    await until(lambda: viewmodel.state.saving is Saving.SAVED)
    assert viewmodel.state.problem is None


async def test_the_guides_reason_never_takes_the_place_of_a_chosen_one(viewmodel):
    await opened(viewmodel)
    run = GuideRun(script_id="bill", version=2, step_id="hello")
    viewmodel.set_guide(run, "billing.higher")
    assert (viewmodel.state.draft.reason, viewmodel.state.draft.guide) == ("billing.higher", run)
    viewmodel.set_reason("contract.move")
    viewmodel.set_guide(run, "billing.higher")
    assert viewmodel.state.draft.reason == "contract.move"


async def test_other_panes_hear_of_reason_and_step_offs_not_of_typing(viewmodel):
    await opened(viewmodel)
    told = heard(viewmodel.draft_changed)
    viewmodel.set_note("a")
    viewmodel.set_estimate(2)
    assert told == []
    viewmodel.set_reason("sales")
    viewmodel.set_channel(Channel.CHAT)
    taken = StepOffTaken(script_id="bill", step_id="why", reason=StepOffReason.FASTER)
    viewmodel.add_step_off(taken)
    (step_off,) = viewmodel.state.draft.step_offs
    viewmodel.set_helped(step_off.id, Helped.YES)
    assert len(told) == 4
    assert told[-1].step_offs[0].helped is Helped.YES
    assert (step_off.step_id, step_off.customer_id) == ("why", CLAIRE.id)


async def test_a_promise_is_due_tomorrow_until_another_date_is_given(viewmodel):
    await opened(viewmodel)
    viewmodel.promise(PromiseKind.CALLBACK)
    promise = viewmodel.state.draft.promise
    assert promise.due_at.hour == 10
    assert (promise.due_at.date() - viewmodel.now().date()).days == 1
    viewmodel.set_promise(replace(promise, words="Vérifier"))
    viewmodel.promise(PromiseKind.PROMISE)
    assert viewmodel.state.draft.promise.words == "Vérifier"
    viewmodel.promise(None)
    assert viewmodel.state.draft.promise is None


async def test_words_to_avoid_warn_as_they_are_typed(viewmodel):
    await opened(viewmodel)
    viewmodel.set_note("cliente dépressive")
    assert [one.kind for one in viewmodel.state.warnings] == [Sensitive.HEALTH]
    viewmodel.set_note("cliente déçue")
    assert viewmodel.state.warnings == ()


async def test_an_incivility_is_told_and_known_to_the_draft(viewmodel, contacts):
    await opened(viewmodel)
    reports = heard(viewmodel.incivility_reported)
    viewmodel.report_incivility(IncivilityType.THREAT, 3, "« Je viendrai vous voir »")
    viewmodel.set_note("écrit pendant ce temps")
    await settled()
    assert viewmodel.state.draft.incivilities == (reports[0].id,)
    assert viewmodel.state.draft.note == "écrit pendant ce temps"
    await viewmodel.flush()
    found = await contacts.draft_of(LEA, CLAIRE.id)
    assert found == viewmodel.state.draft


async def test_dropping_begins_again(viewmodel, contacts, clock):
    first = await opened(viewmodel)
    viewmodel.set_note("pour rien")
    await viewmodel.flush()
    viewmodel.drop()
    await settled()
    assert viewmodel.state.draft.contact_id != first.contact_id
    assert await contacts.drafts(LEA) == ()


async def test_the_clock_ticks_without_a_change_of_state(viewmodel, clock):
    await opened(viewmodel)
    changes: list[int] = []
    viewmodel.changed.connect(lambda: changes.append(1))
    ticks = heard(viewmodel.elapsed.ticked)
    clock.advance(seconds=75)
    await until(lambda: bool(ticks))
    assert (ticks[-1], viewmodel.elapsed.seconds, changes) == (75, 75, [])
    viewmodel.show(None)
    assert viewmodel.elapsed.seconds == 0


@pytest.mark.parametrize("verb", ["close", "undo", "drop", "begin_again", "dismiss_problem"])
async def test_without_a_contact_no_verb_does_anything(viewmodel, store, verb):
    getattr(viewmodel, verb)()
    viewmodel.set_note("x")
    viewmodel.promise(PromiseKind.CALLBACK)
    await settled()
    assert viewmodel.state.stage is Stage.NOBODY
    rows = await store.read(lambda c: c.execute(tables.drafts.select()).all())
    assert rows == []


async def test_giving_up_a_draft_never_brings_its_customer_back_in_front(viewmodel):
    await opened(viewmodel)
    viewmodel.set_note("Claire")
    viewmodel.drop()
    viewmodel.show(KARIM)
    await settled()
    assert viewmodel.state.customer == KARIM
    assert viewmodel.state.draft.customer_id == KARIM.id
    assert (await opened(viewmodel)).note == ""


async def test_a_close_that_fails_out_of_sight_is_not_told_on_another_customer(viewmodel, store):
    failed: list[BaseException] = []
    tasks.on_error(failed.append)
    await opened(viewmodel)
    viewmodel.set_note("Claire " * 4000)
    await full(store)
    viewmodel.close()
    viewmodel.show(KARIM)
    await settled()
    assert viewmodel.state.customer == KARIM
    assert viewmodel.state.problem is None
    tasks.on_error(None)
    await full(store, 1_000_000)
    assert [type(error) for error in failed] == [StoreUnavailable]
