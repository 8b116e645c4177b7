"""The outbox: what may leave and in which order, what each answer does, what is never lost."""

from datetime import timedelta

import pytest

from desktop.domain.contacts import Channel, Draft, Incivility, IncivilityType
from desktop.domain.customers import Customer
from desktop.domain.errors import Gone, Incomplete, Invalid
from desktop.domain.ids import CheckInId, ContactId, IncivilityId
from desktop.domain.outbox import LineState, Overview
from desktop.domain.talks import Talk, TalkNote, TalkState
from desktop.domain.wellbeing import Audience, CheckIn, CheckInReply, CheckInShare, Moment
from desktop.services.store import attention, contacts, meta, outbox, replica
from desktop.services.store.local import LocalStore
from tests.conftest import NOON
from tests.services.store.facts_of import (
    CLAIRE,
    LEA,
    NOW,
    all_rows,
    answer,
    contact,
    customer_row,
    edit,
    keep,
    lines,
    names,
    promise,
    promise_row,
    push,
    record,
)

HOUR = 3600_000


async def city(store: LocalStore) -> str:
    rows = await store.read(all_rows, "customers")
    return next(row[12] for row in rows["customers"] if row[0] == CLAIRE)


async def state_of(store: LocalStore, fact_id: str) -> str:
    return (await store.read(lines))[fact_id]["state"]


async def test_a_batch_is_in_order_and_numbers_what_leaves(store):
    await record(store, contact("k1"), contact("k2"))
    facts = await push(store)
    assert [(fact["body"]["id"], fact["dseq"]) for fact in facts] == [("k1", 1), ("k2", 2)]
    assert set(facts[0]) == {"op_id", "dseq", "kind", "version", "body", "at", "clock_offset"}
    line = (await store.read(lines))["k1"]
    assert (line["attempts"], line["first_try"], line["state"]) == (1, NOW, "waiting")


async def test_an_incivility_does_not_wait_for_the_undo_of_its_contact(store):
    async with store.unit() as unit:
        unit.record(contact("k1"), not_before=NOON + timedelta(seconds=10))
        unit.record(
            Incivility(
                id=IncivilityId("i1"),
                contact_id=ContactId("k1"),
                customer_id=CLAIRE,
                person_id=LEA,
                at=NOON,
                type=IncivilityType.INSULT,
                gravity=2,
            )
        )
    assert names(await push(store)) == ["i1"]


async def test_the_same_lines_leave_again_under_the_same_number_until_they_are_answered(store):
    await record(store, contact("k1"))
    first = await push(store)
    assert await push(store, NOW + 5) == first
    assert (await store.read(lines))["k1"]["first_try"] == NOW
    await answer(store, first)
    assert await push(store) == []


async def test_numbers_go_on_after_what_carried_them_was_forgotten(store):
    await record(store, contact("k1"))
    await answer(store, await push(store))
    assert await store.write(outbox.forget_applied, NOW + 1) == 1
    await record(store, contact("k2"))
    assert [fact["dseq"] for fact in await push(store)] == [2]


async def test_a_batch_keeps_to_its_size_but_takes_one_that_is_larger(store):
    await record(store, *(contact(f"k{n}") for n in range(5)))
    assert len(await push(store, most=3)) == 3
    assert len(await push(store, most_bytes=10)) == 1
    assert len(await push(store)) == 5


async def test_what_is_held_back_holds_only_what_refers_to_it(store, clock):
    until = clock.now() + timedelta(seconds=10)
    await record(store, contact("k1"), promise("r1", "k1"), not_before=until)
    await keep(store, "r1")
    await record(store, contact("k2"))
    assert names(await push(store)) == ["k2"]
    later = await push(store, NOW + 10_000)
    assert [fact["kind"] for fact in later] == ["contact", "contact", "promise", "promise_outcome"]
    assert [fact["dseq"] for fact in later] == [1, 2, 3, 4]


async def test_the_next_departure_is_that_of_a_line_that_waits_for_no_other(store, clock):
    assert await store.read(outbox.next_departure, NOW) is None
    await record(store, promise("r1"), not_before=clock.now() + timedelta(seconds=10))
    await keep(store, "r1")
    assert await store.read(outbox.next_departure, NOW) == NOW + 10_000
    assert await store.read(outbox.next_departure, NOW - 365 * 24 * HOUR) == NOW - 365 * 24 * HOUR
    await record(store, contact("k1"))
    assert await store.read(outbox.next_departure, NOW) == NOW


async def test_back_off_of_one_line_does_not_block_the_others(store):
    await record(store, contact("k1"))
    await store.write(outbox.postpone, [one["op_id"] for one in await push(store)], NOW + 5000)
    await record(store, contact("k2"))
    assert names(await push(store)) == ["k2"]
    assert names(await push(store, NOW + 5000)) == ["k1", "k2"]


async def test_facts_of_a_new_customer_wait_for_the_customer(store):
    await record(
        store, Customer(id=CLAIRE, family_name="Moreau"), contact("k1"), contact("k2", None)
    )
    sent = await push(store, most=1)
    await store.write(outbox.postpone, [sent[0]["op_id"]], NOW + 5000)
    assert names(await push(store)) == ["k2"]


async def test_a_share_never_overtakes_its_check_in(store, clock):
    said = CheckIn(id=CheckInId("i1"), person_id=LEA, at=NOON, moment=Moment.START, mood=3)
    share = CheckInShare(
        check_in_id=CheckInId("i1"), person_id=LEA, at=NOON, audience=Audience.TEAM_TOTAL
    )
    await record(store, said)
    await answer(store, await push(store), "hold")
    await record(store, share)
    assert await push(store) == []
    assert [one["kind"] for one in await push(store, NOW + HOUR)] == ["check_in", "check_in_share"]


async def test_a_second_edit_of_a_field_leaves_after_the_answer_to_the_first(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"), edit("Brest", 1, "Nantes"))
    first = await push(store)
    assert [fact["body"]["value"] for fact in first] == ["Nantes"]
    await answer(store, first)
    assert [fact["body"]["value"] for fact in await push(store)] == ["Brest"]


@pytest.mark.parametrize("ahead", [timedelta(days=365), timedelta(minutes=2)])
async def test_a_clock_that_was_ahead_does_not_hold_lines_for_ever(store, clock, ahead):
    clock.at = NOON + ahead
    await record(store, contact("k1"), not_before=clock.at + timedelta(seconds=10))
    assert names(await push(store)) == ["k1"]


async def test_a_next_try_under_a_clock_that_was_ahead_does_not_hold_either(store):
    await record(store, contact("k1"))
    await store.write(outbox.postpone, [(await push(store))[0]["op_id"]], NOW + 365 * 24 * HOUR)
    assert names(await push(store)) == ["k1"]


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        ("applied", "applied"),
        ("rejected", "rejected"),
        ("gone", "gone"),
        ("hold", "held"),
        ("retry", "waiting"),
        ("something new", "waiting"),
    ],
)
async def test_each_answer_leads_to_its_state(store, verdict, state):
    await record(store, contact("k1"))
    await answer(store, await push(store), verdict, why="23514")
    assert await state_of(store, "k1") == state


async def test_retry_waits_for_the_back_off_and_an_unknown_line_is_ignored(store):
    await record(store, contact("k1"))
    facts = await push(store)
    await answer(store, [*facts, {"op_id": "nobody"}], "retry")
    assert await push(store) == []
    assert await store.read(outbox.next_departure, NOW) == NOW + 1000
    assert len(await push(store, NOW + 1000)) == 1


async def test_a_late_answer_changes_nothing_that_is_settled(store):
    await record(store, contact("k1"))
    facts = await push(store)
    await answer(store, facts)
    await answer(store, facts, "rejected")
    assert await state_of(store, "k1") == "applied"


async def test_what_speaks_of_the_erased_goes_with_what_it_said(store):
    await record(
        store,
        contact("k1"),
        CheckInReply(check_in_id=CheckInId("i"), lead_id=LEA, at=NOON, words="Ok"),
        Talk(id="t", check_in_id=CheckInId("i"), lead_id=LEA, at=NOON, state=TalkState.HELD),
        TalkNote(id="n", check_in_id=CheckInId("i"), lead_id=LEA, at=NOON, words="À revoir"),
    )
    await answer(store, await push(store), "gone")
    left = await store.read(all_rows, "contacts", "talks", "check_in_replies", "talk_notes")
    assert [len(rows) for rows in left.values()] == [0, 0, 1, 1]
    assert (await store.read(lines))["k1"]["body"] == "{}"


async def test_a_conflict_shows_the_servers_value_until_it_is_picked(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"))
    theirs = {"value": "Brest", "version": 1, "by": "p9", "at": NOW}
    await answer(store, await push(store), "conflict", theirs=theirs)
    assert await city(store) == "Brest"
    (asked,) = await store.read(attention.attention, NOW)
    assert asked.state is LineState.CONFLICT
    found = asked.conflict
    assert (found.mine, found.theirs, found.base, found.version) == ("Nantes", "Brest", "Angers", 1)
    await store.write(attention.settle, asked.op_id, NOW)
    assert await store.read(attention.attention, NOW) == ()
    with pytest.raises(Gone):
        await store.write(attention.settle, asked.op_id, NOW)


async def test_of_several_edits_the_last_one_meets_theirs(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"), edit("Lyon", 1, "Nantes"))
    theirs = {"value": "Brest", "version": 1, "by": None, "at": None}
    await answer(store, await push(store), "conflict", theirs=theirs)
    assert await push(store) == []
    (asked,) = await store.read(attention.attention, NOW)
    assert (asked.conflict.mine, asked.conflict.theirs) == ("Lyon", "Brest")
    assert await city(store) == "Brest"


async def test_writing_once_more_makes_the_choice(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"))
    theirs = {"value": "Brest", "version": 1, "by": None, "at": None}
    await answer(store, await push(store), "conflict", theirs=theirs)
    await record(store, edit("Lyon", 1, "Brest"))
    assert len(await store.read(attention.attention, NOW)) == 1
    await answer(store, await push(store))
    assert await store.read(attention.attention, NOW) == ()


async def test_a_rejected_edit_gives_way_to_what_is_beneath(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"))
    await store.write(replica.apply, [customer_row(2, "Rennes")], NOW)
    assert await city(store) == "Nantes"
    await answer(store, await push(store), "rejected", why="22001")
    assert await city(store) == "Rennes"
    (asked,) = await store.read(attention.attention, NOW)
    await store.write(attention.retry, asked.op_id, NOW)
    assert await city(store) == "Nantes"
    assert len(await push(store)) == 1


async def test_what_is_beneath_the_second_is_what_the_first_put_there(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"), edit("Brest", 1, "Nantes"))
    await store.write(replica.apply, [customer_row(2, "Rennes")], NOW)
    await answer(store, await push(store))
    assert await city(store) == "Brest"
    await answer(store, await push(store), "rejected")
    assert await city(store) == "Nantes"


async def test_a_rejected_first_leaves_the_second_over_the_servers(store):
    await store.write(replica.apply, [customer_row(1)], NOW)
    await record(store, edit("Nantes"), edit("Brest", 1, "Nantes"))
    await answer(store, await push(store), "rejected")
    assert await city(store) == "Brest"
    await answer(store, await push(store), "rejected")
    assert await city(store) == "Angers"


async def test_a_rejected_outcome_opens_the_promise_again(store):
    await store.write(replica.apply, [promise_row(1)], NOW)
    await keep(store)
    await answer(store, await push(store), "rejected")
    assert (await store.read(all_rows, "promises"))["promises"][0][-1] == "open"


async def test_a_correction_takes_the_place_of_the_rejected(store):
    await record(store, contact("k1"))
    await answer(store, await push(store), "rejected", why="22P05")
    (asked,) = await store.read(attention.attention, NOW)
    assert (asked.words, asked.why, asked.kind) == ("Note de k1", "22P05", "contact")
    await store.write(attention.correct, asked.op_id, "Sans le signe", "new-op", NOW)
    (fact,) = await push(store)
    assert (fact["op_id"], fact["body"]["note"], fact["dseq"]) == ("new-op", "Sans le signe", 2)
    assert fact["body"]["id"] == "k1"
    assert "Sans le signe" in (await store.read(all_rows, "contacts"))["contacts"][0]
    assert await store.read(attention.attention, NOW) == ()


async def test_a_customer_has_no_words_to_correct(store):
    await record(store, Customer(id=CLAIRE, family_name="Moreau"))
    await answer(store, await push(store), "rejected")
    (asked,) = await store.read(attention.attention, NOW)
    assert (asked.words, asked.customer_name) == (None, "Moreau")
    with pytest.raises(Invalid):
        await store.write(attention.correct, asked.op_id, "x", "new-op", NOW)


async def test_giving_up_needs_the_export_first(store):
    await record(store, contact("k1"), contact("k2"))
    await answer(store, (await push(store))[:1], "rejected")
    (asked,) = await store.read(attention.attention, NOW)
    with pytest.raises(Incomplete):
        await store.write(attention.give_up, asked.op_id, NOW)
    found = await store.read(attention.export)
    assert [(one["body"]["id"], one["state"]) for one in found] == [
        ("k1", "rejected"),
        ("k2", "waiting"),
    ]
    await store.write(attention.mark_exported, [one["op_id"] for one in found], NOW)
    await store.write(attention.give_up, asked.op_id, NOW)
    assert [row[0] for row in (await store.read(all_rows, "contacts"))["contacts"]] == ["k2"]
    with pytest.raises(Gone):
        await store.write(attention.give_up, asked.op_id, NOW)


async def test_what_has_no_answer_for_an_hour_is_shown(store):
    await record(store, contact("k1"))
    await push(store)
    assert await store.read(attention.attention, NOW + HOUR - 1) == ()
    (asked,) = await store.read(attention.attention, NOW + HOUR)
    assert asked.state is LineState.WAITING


async def test_the_overview_counts_each_state(store):
    assert await store.read(outbox.overview) == Overview()
    assert not await store.read(outbox.anything_waiting)
    await record(store, *(contact(f"k{n}") for n in range(5)))
    facts = await push(store)
    for fact, verdict in zip(facts, ("applied", "rejected", "hold", "gone"), strict=False):
        await answer(store, [fact], verdict)
    assert await store.read(outbox.overview) == Overview(waiting=1, rejected=1, held=1, oldest=NOON)
    assert await store.read(outbox.anything_waiting)


async def test_a_new_epoch_sends_once_what_was_applied_lately(store):
    await record(store, contact("k1"), contact("k2"))
    facts = await push(store)
    await answer(store, facts[:1], now=NOW - 1)
    await answer(store, facts[1:], now=NOW)
    assert await store.write(outbox.again, NOW, "second") == 1
    assert await store.write(outbox.again, NOW, "second") == 0
    assert await push(store) == facts[1:]


async def test_a_close_that_left_is_not_taken_back(store, clock):
    until = clock.now() + timedelta(seconds=10)
    await record(store, contact("k1"), not_before=until)
    await push(store, NOW + 10_000)
    draft = Draft(
        contact_id=ContactId("k1"),
        customer_id=CLAIRE,
        person_id=LEA,
        channel=Channel.CHAT,
        started_at=NOON,
    )
    with pytest.raises(Gone):  # the clock went back, and the time to leave is to come again
        await store.write(contacts.take_back, draft, ["k1"], clock.now())


async def test_a_line_bears_the_offset_of_the_last_sync(store):
    await store.write(meta.put, "clock_offset", "-1500")
    await record(store, contact("k1"))
    assert [one["clock_offset"] for one in await push(store)] == [-1500]
