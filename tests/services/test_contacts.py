"""Contacts on a real store: facts with their lines, undo within its time, nothing half done."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from desktop.domain.changes import Kind
from desktop.domain.contacts import (
    Channel,
    Contact,
    Helped,
    IncivilityType,
    Promise,
    PromiseDraft,
    PromiseKind,
    PromiseState,
    Resolution,
    StepOff,
)
from desktop.domain.customers import Customer
from desktop.domain.drafts import add_step_off
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import ContactId, CustomerId, PersonId, StepOffId
from desktop.domain.instants import to_millis
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts, Promises
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import from_row, to_row

LEA = Person(id=PersonId("p1"), name="Léa Bonnet", role=Role.ADVISOR)
SAMI = Person(id=PersonId("p2"), name="Sami Roche", role=Role.ADVISOR)
CLAIRE = Customer(
    id=CustomerId("c1"), given_name="Claire", family_name="Moreau", phone="+33639981234"
)


def rows(connection, table):
    return connection.execute(select(table)).mappings().all()


@pytest.fixture
def told() -> list[Kind]:
    return []


@pytest.fixture
async def contacts(store, clock, told) -> Contacts:
    await store.write(lambda c: c.execute(insert(tables.customers), to_row(CLAIRE)))
    changes = Changes()
    changes.listen(lambda changed: told.append(changed.kind))
    return Contacts(store, clock, changes)


@pytest.fixture
def promises(contacts, store, clock) -> Promises:
    return Promises(store, clock, contacts._changes)


async def full_draft(contacts, clock):
    draft = await contacts.begin(CLAIRE, LEA)
    draft = replace(
        draft,
        channel=Channel.CHAT,
        reason="billing.higher",
        resolution=Resolution.RESOLVED,
        estimate=4,
        note="Geste de 5 € × 3 mois, accepté.",
        promise=PromiseDraft(
            kind=PromiseKind.CALLBACK, due_at=clock.now() + timedelta(days=1), words="Contrôle"
        ),
    )
    step_off = StepOff(
        id=StepOffId("s1"),
        contact_id=draft.contact_id,
        customer_id=draft.customer_id,
        person_id=LEA.id,
        at=clock.now(),
        helped=Helped.YES,
    )
    return add_step_off(draft, step_off)


async def counts(store) -> dict[str, int]:
    names = ("contacts", "step_offs", "promises", "incivilities", "drafts", "outbox")
    found = {}
    for name in names:
        found[name] = len(await store.read(rows, tables.metadata.tables[name]))
    return found


async def test_a_contact_begins_without_a_row_and_with_the_last_choice(contacts, store, clock):
    first = await contacts.begin(CLAIRE, LEA)
    assert (first.channel, first.reason, first.started_at) == (Channel.CALL_IN, "", clock.now())
    assert (await counts(store))["drafts"] == 0
    await contacts.close(await full_draft(contacts, clock))
    second = await contacts.begin(None, LEA)
    assert (second.channel, second.reason) == (Channel.CHAT, "billing.higher")
    assert (second.customer_id, second.channel_picked, second.reason_picked) == (None, False, False)
    other = await contacts.begin(CLAIRE, SAMI)
    assert (other.channel, other.reason) == (Channel.CALL_IN, "")


async def test_a_draft_comes_back_as_it_was_after_the_store_is_opened_again(contacts, store, clock):
    draft = await full_draft(contacts, clock)
    await contacts.save_draft(draft)
    await store.close()
    again = Contacts(await LocalStore.open(store.path, clock), clock, Changes())
    assert await again.draft_of(LEA, CLAIRE.id) == draft
    assert await again.draft_of(SAMI, CLAIRE.id) is None
    assert await again.draft_of(LEA, None) is None
    (listed,) = await again.drafts(LEA)
    assert (listed.draft, listed.customer_name) == (draft, "Claire Moreau")
    await again._store.close()


async def test_drafts_lists_only_what_would_be_missed_the_latest_first(contacts, clock):
    for number, note in enumerate(("", "un", "deux")):
        clock.advance(seconds=1)
        draft = replace(await contacts.begin(CLAIRE, LEA), note=note)
        await contacts.save_draft(replace(draft, customer_id=CustomerId(f"x{number}")))
    assert [one.draft.note for one in await contacts.drafts(LEA)] == ["deux", "un"]


async def test_typing_tells_of_drafts_once_not_at_each_save(contacts, told):
    draft = await contacts.begin(CLAIRE, LEA)
    for note in ("", "G", "Ge", "Geste"):
        await contacts.save_draft(replace(draft, note=note))
    assert told == [Kind.DRAFT]
    await contacts.save_draft(draft)
    assert told == [Kind.DRAFT, Kind.DRAFT]
    assert await contacts.drafts(LEA) == ()


async def test_a_dropped_draft_can_be_saved_again(contacts, told):
    draft = replace(await contacts.begin(CLAIRE, LEA), note="x")
    await contacts.save_draft(draft)
    await contacts.drop(draft)
    assert await contacts.drafts(LEA) == ()
    await contacts.save_draft(draft)
    assert [one.draft for one in await contacts.drafts(LEA)] == [draft]
    assert told == [Kind.DRAFT] * 3


async def test_closing_is_one_transaction_of_facts_and_lines_held_for_ten_seconds(
    contacts, store, clock, told
):
    draft = await full_draft(contacts, clock)
    await contacts.save_draft(draft)
    told.clear()
    clock.advance(minutes=4)
    closed = await contacts.close(draft)
    assert closed.undo_until == clock.now() + timedelta(seconds=10)
    (contact,) = [from_row(Contact, r) for r in await store.read(rows, tables.contacts)]
    assert (contact.note, contact.ended_at) == (draft.note, clock.now())
    (promise,) = [from_row(Promise, r) for r in await store.read(rows, tables.promises)]
    assert (promise.words, promise.state) == ("Contrôle", PromiseState.OPEN)
    lines = await store.read(rows, tables.outbox)
    assert [line["kind"] for line in lines] == ["contact", "step_off", "promise"]
    assert {line["not_before"] for line in lines} == {to_millis(closed.undo_until)}
    assert (await counts(store))["drafts"] == 0
    assert set(told) == {Kind.CONTACT, Kind.DRAFT, Kind.STEP_OFF, Kind.PROMISE}


async def test_closing_twice_closes_once(contacts, store):
    draft = await contacts.begin(CLAIRE, LEA)
    assert await contacts.close(draft) == await contacts.close(draft)
    assert (await counts(store))["contacts"] == 1


async def test_a_late_save_does_not_bring_a_closed_draft_back(contacts, store):
    draft = replace(await contacts.begin(CLAIRE, LEA), note="x")
    await contacts.close(draft)
    await contacts.save_draft(draft)
    assert (await counts(store))["drafts"] == 0


async def test_undo_takes_rows_and_lines_and_gives_the_draft_back(contacts, store, clock):
    draft = await full_draft(contacts, clock)
    closed = await contacts.close(draft)
    clock.advance(seconds=9.9)
    assert await contacts.undo(closed.contact_id) == draft
    assert await counts(store) == {
        "contacts": 0,
        "step_offs": 0,
        "promises": 0,
        "incivilities": 0,
        "drafts": 1,
        "outbox": 0,
    }
    assert await contacts.draft_of(LEA, CLAIRE.id) == draft
    await contacts.close(draft)
    assert (await counts(store))["contacts"] == 1


async def test_undo_takes_along_what_was_said_of_its_promise(contacts, promises, store, clock):
    closed = await contacts.close(await full_draft(contacts, clock))
    (due,) = await promises.promises(LEA)
    await promises.keep(due.promise, PromiseState.KEPT, LEA)
    await contacts.undo(closed.contact_id)
    assert await store.read(rows, tables.promise_outcomes) == []
    assert await store.read(rows, tables.outbox) == []


@pytest.mark.parametrize(
    "leave",
    [
        {"state": "sent"},
        {"dseq": 1},
        {"attempts": 1},
    ],
)
async def test_undo_is_refused_once_a_line_has_left(contacts, store, clock, leave):
    closed = await contacts.close(await full_draft(contacts, clock))
    before = await counts(store)
    await store.write(
        lambda c: c.execute(update(tables.outbox).where(tables.outbox.c.line == 2).values(**leave))
    )
    with pytest.raises(Gone):
        await contacts.undo(closed.contact_id)
    assert await counts(store) == before


async def test_undo_is_refused_after_ten_seconds_and_for_the_unknown(contacts, store, clock):
    closed = await contacts.close(await full_draft(contacts, clock))
    before = await counts(store)
    clock.advance(seconds=10)
    with pytest.raises(Gone):
        await contacts.undo(closed.contact_id)
    with pytest.raises(Gone):
        await contacts.undo(ContactId("unknown"))
    assert await counts(store) == before


async def test_a_full_disk_leaves_the_draft_and_nothing_else_then_closes(contacts, store):
    draft = replace(await contacts.begin(CLAIRE, LEA), note="court")
    await contacts.save_draft(draft)
    await store.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
    long = replace(draft, note="x" * 500_000)
    for verb in (contacts.save_draft, contacts.close):
        with pytest.raises(StoreUnavailable):
            await verb(long)
    found = await counts(store)
    assert (found["contacts"], found["outbox"], found["drafts"]) == (0, 0, 1)
    assert await contacts.draft_of(LEA, CLAIRE.id) == draft
    await store.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    await contacts.close(long)
    assert (await counts(store))["contacts"] == 1


async def test_incivility_is_a_fact_at_once_even_if_the_contact_is_undone(
    contacts, store, clock, told
):
    draft = await contacts.begin(CLAIRE, LEA)
    report = await contacts.report_incivility(
        draft, IncivilityType.INSULT, 9, " « Bande de nuls » "
    )
    assert (report.incivility.gravity, report.incivility.words) == (3, "« Bande de nuls »")
    assert report.draft.incivilities == (report.incivility.id,)
    assert await contacts.draft_of(LEA, CLAIRE.id) == report.draft
    assert set(told) == {Kind.INCIVILITY, Kind.DRAFT}
    (line,) = await store.read(rows, tables.outbox)
    assert (line["kind"], line["not_before"]) == ("incivility", None)
    closed = await contacts.close(report.draft)
    await contacts.undo(closed.contact_id)
    found = await counts(store)
    assert (found["incivilities"], found["outbox"], found["contacts"]) == (1, 1, 0)


async def promised(contacts, clock, **due) -> None:
    draft = await contacts.begin(CLAIRE, LEA)
    promise = PromiseDraft(kind=PromiseKind.PROMISE, due_at=clock.now() + timedelta(**due))
    await contacts.close(replace(draft, promise=promise))


async def test_promises_come_due_first_and_are_ones_own(contacts, promises, clock):
    for due in ({"days": 3}, {"hours": -2}, {"hours": 2}, {"hours": 13}):
        await promised(contacts, clock, **due)
    found = await promises.promises(LEA)
    hours = [(one.promise.due_at - clock.now()) / timedelta(hours=1) for one in found]
    assert hours == [-2, 2, 13, 72]
    assert found[0].customer_name == "Claire Moreau"
    assert await promises.promises(SAMI) == ()
    assert len(await promises.promises(LEA, limit=1)) == 1


async def test_keeping_a_promise_is_a_fact_and_can_be_corrected(
    contacts, promises, store, clock, told
):
    await promised(contacts, clock, hours=1)
    (due,) = await promises.promises(LEA)
    told.clear()
    await promises.keep(due.promise, PromiseState.KEPT, LEA)
    assert (await promises.promises(LEA), told) == ((), [Kind.PROMISE])
    await promises.keep(due.promise, PromiseState.OPEN, LEA)
    assert await promises.promises(LEA) == (due,)
    outcomes = await store.read(rows, tables.promise_outcomes)
    assert [one["state"] for one in outcomes] == ["kept", "open"]
    lines = await store.read(rows, tables.outbox)
    assert [line["kind"] for line in lines][-2:] == ["promise_outcome"] * 2


async def test_an_outcome_of_a_promise_that_is_not_here_writes_nothing(
    contacts, promises, store, clock
):
    await promised(contacts, clock, hours=1)
    (due,) = await promises.promises(LEA)
    await store.write(lambda c: c.execute(tables.promises.delete()))
    before = await counts(store)
    with pytest.raises(Gone):
        await promises.keep(due.promise, PromiseState.KEPT, LEA)
    assert await counts(store) == before
