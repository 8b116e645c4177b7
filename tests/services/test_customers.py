"""The customer's file on a real store: opened, gone through, pinned, edited."""

import dataclasses
import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, text

from desktop.domain.alerts import AlertKind
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Channel
from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Gone, Invalid
from desktop.domain.ids import CustomerId
from desktop.domain.timeline import EntryKind, Sought
from desktop.domain.trends import Measure, Recommendation
from desktop.services.changes import Changes
from desktop.services.customers import MOST_RECENT, Customers
from desktop.services.store import customers as files
from desktop.services.store import tables
from desktop.services.store.timeline import timeline
from tests.services.claire import CLAIRE, LUC, NOW, SONIA, insert_all, many, write_rich


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
async def customers(store, clock, told) -> Customers:
    clock.at = NOW
    await write_rich(store)
    changes = Changes()
    changes.listen(told.append)
    return Customers(store, clock, changes)


async def test_the_file_has_everything_of_the_first_screen(customers):
    file = await customers.open(CLAIRE)
    assert file.customer.full_name == "Claire Moreau"
    assert [one.product for one in file.contracts] == ["Box Fibre Confort", "Mobile 80 Go"]
    assert [one.number for one in file.cases] == ["D-58214"]
    assert [(one.promise.id, one.advisor) for one in file.promises] == [("ring", "Sonia Kadri")]
    assert file.note is not None
    assert file.note.words.startswith("Entend mal")
    assert file.note_author == "Sonia Kadri"
    assert [alert.kind for alert in file.alerts] == [
        AlertKind.PROMISE_DUE,
        AlertKind.CASE_DUE,
        AlertKind.REPEATED,
        AlertKind.EFFORT_RISING,
    ]
    by_measure = {trend.measure: trend for trend in file.trends}
    assert by_measure[Measure.SATISFACTION].count == 6
    assert by_measure[Measure.NPS].recommendation is Recommendation.PROMOTER
    assert file.read_at.utcoffset() == timedelta(0)


async def test_the_journey_mixes_kinds_newest_first(customers):
    entries = (await customers.open(CLAIRE)).timeline.entries
    assert [(one.kind, one.id) for one in entries] == [
        (EntryKind.CONTACT, "mail"),
        (EntryKind.NOTE, "pinned_notes-0"),
        (EntryKind.PROMISE, "ring"),
        (EntryKind.STEP_OFF, "off"),
        (EntryKind.CONTACT, "call"),
        (EntryKind.INCIVILITY, "rude"),
        (EntryKind.CONTACT, "shop"),
        (EntryKind.CONTACT, "chat"),
        (EntryKind.CONTACT, "left"),
        (EntryKind.ANSWER, "a5"),
        (EntryKind.CONTACT, "letter"),
    ]
    by_id = {one.id: one for one in entries}
    assert (by_id["mail"].feeling, by_id["mail"].words) == (2, "Deux fois que j’explique")
    assert by_id["mail"].advisor == "Sonia Kadri"
    assert by_id["left"].abandoned
    assert by_id["left"].feeling is None, "an advisor's estimate is not the customer's feeling"


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        (Sought(channels=(Channel.EMAIL, Channel.BRANCH)), ["mail", "shop"]),
        (Sought(channels=(Channel.CALL_IN,)), ["ring", "off", "call", "rude", "left"]),
        (Sought(text="TRANSFEREE fois"), ["call"]),
        (Sought(text="j'explique"), ["mail"]),
        (Sought(text="aimables"), ["a5"]),
        (Sought(text="posement"), ["pinned_notes-0"]),
        (Sought(text="rappel", channels=(Channel.CALL_IN,)), ["ring", "call"]),
        (Sought(text="100%_"), []),
        (Sought(text="introuvable"), []),
    ],
)
async def test_the_journey_is_filtered_and_searched_without_accents(customers, sought, ids):
    page = await customers.timeline(CLAIRE, None, sought)
    assert [one.id for one in page.entries] == ids
    assert page.next is None


@pytest.mark.parametrize("sought", [Sought(), Sought(text="échange")])
async def test_pages_follow_one_another_without_gap_or_double(customers, store, sought):
    await store.write(insert_all, many(CustomerId("busy"), 100))
    seen: list[str] = []
    cursor = None
    pages = 0
    while pages < 9:
        pages += 1
        page = await customers.timeline(CustomerId("busy"), cursor, sought)
        seen += [one.id for one in page.entries]
        cursor = page.next
        if cursor is None:
            break
    assert pages == 4
    assert seen == [f"busy-{n:05d}" for n in range(100)]


async def test_pages_keep_entries_of_one_instant(customers, store, clock):
    busy = CustomerId("busy")
    rows = many(busy, 70)
    same = [
        dataclasses.replace(one, started_at=NOW, ended_at=NOW)
        if hasattr(one, "started_at")
        else one
        for one in rows
    ]
    await store.write(insert_all, same)
    for n in range(35):
        await customers.pin(busy, SONIA, f"note {n}")
    seen: list[tuple[str, str]] = []
    page = await customers.timeline(busy)
    while True:
        seen += [one.key for one in page.entries]
        if page.next is None:
            break
        page = await customers.timeline(busy, page.next)
    assert len(seen) == len(set(seen)) == 105


async def test_a_customer_known_by_a_number_alone_opens(customers, store):
    await store.write(insert_all, many(CustomerId("n"), 3))
    file = await customers.open(CustomerId("n"))
    assert file.customer.full_name == "23317894"
    assert len(file.timeline.entries) == 3


async def test_an_unknown_customer_is_gone(customers):
    with pytest.raises(Gone):
        await customers.open(CustomerId("nobody"))
    with pytest.raises(Gone):
        await customers.edit(CustomerId("nobody"), SONIA, {CustomerField.CITY: "Brest"})


async def test_pinning_is_a_fact_and_takes_the_last_one_s_place(customers, store, clock, told):
    clock.advance(minutes=1)
    await customers.pin(CLAIRE, LUC, "  Appeler le soir  ")
    file = await customers.open(CLAIRE)
    assert file.note is not None
    assert (file.note.words, file.note_author) == ("Appeler le soir", "Luc Bernard")
    assert told == [Changed(kind=Kind.NOTE, customer_id=CLAIRE)]
    (line,) = await store.read(outbox)
    assert line["kind"] == "pinned_note"
    clock.advance(minutes=1)
    await customers.pin(CLAIRE, LUC, "")
    assert (await customers.open(CLAIRE)).note is None


def outbox(connection: Connection):
    return list(connection.execute(select(tables.outbox)).mappings())


async def test_an_edit_is_a_fact_a_field_with_the_version_it_was_based_on(customers, store, told):
    values = {
        CustomerField.PREFERRED_NAME: "Clairette",
        CustomerField.CITY: "Angers",
        CustomerField.STREET: "3 place du Ralliement",
    }
    assert await customers.edit(CLAIRE, SONIA, values) == (
        CustomerField.PREFERRED_NAME,
        CustomerField.STREET,
    )
    await customers.edit(CLAIRE, LUC, {CustomerField.PREFERRED_NAME: "Claire M."})
    customer = (await customers.open(CLAIRE)).customer
    assert (customer.preferred_name, customer.street) == ("Claire M.", "3 place du Ralliement")
    bodies = [json.loads(line["body"]) for line in await store.read(outbox)]
    assert [(one["field"], one["former"], one["value"], one["based_on"]) for one in bodies] == [
        ("preferred_name", "Claire", "Clairette", 0),
        ("street", "12 rue des Tanneurs", "3 place du Ralliement", 0),
        ("preferred_name", "Clairette", "Claire M.", 1),
    ]
    assert told == [Changed(kind=Kind.CUSTOMER, customer_id=CLAIRE)] * 2


async def test_a_wrong_value_changes_nothing(customers, store, told):
    wrong = {CustomerField.CITY: "Brest", CustomerField.EMAIL: "claire"}
    with pytest.raises(Invalid) as refused:
        await customers.edit(CLAIRE, SONIA, wrong)
    assert refused.value.field == CustomerField.EMAIL
    assert (await customers.open(CLAIRE)).customer.city == "Angers"
    assert await store.read(outbox) == []
    assert told == []


async def test_the_same_values_make_no_fact(customers, store):
    assert await customers.edit(CLAIRE, SONIA, {CustomerField.CITY: " Angers "}) == ()
    assert await store.read(outbox) == []


async def test_whom_one_opened_last_is_kept_by_person(customers, store):
    for n in range(MOST_RECENT + 2):
        await store.write(insert_all, many(CustomerId(f"n{n}"), 0))
        await customers.remember(SONIA, CustomerId(f"n{n}"))
    await customers.remember(SONIA, CustomerId("n5"))
    await customers.remember(SONIA, CustomerId("nobody"))
    found = [one.id for one in await customers.recent(SONIA)]
    assert found == ["n5", "n9", "n8", "n7", "n6", "n4", "n3"]
    assert await customers.recent(LUC) == ()


def statements(connection: Connection, query, *args) -> list[str]:
    """What a query runs, with its values."""
    raw: Any = connection.connection.driver_connection
    ran: list[str] = []
    raw.set_trace_callback(ran.append)
    query(connection, *args)
    raw.set_trace_callback(None)
    return [one for one in ran if one.lstrip().upper().startswith("SELECT")]


def work(connection: Connection, customer_id: str) -> tuple[int, int]:
    """Statements run and rows read to open a customer."""
    ran = statements(connection, files.file_parts, CustomerId(customer_id))
    rows = sum(len(connection.execute(text(one.replace(":", "\\:"))).all()) for one in ran)
    return len(ran), rows


async def test_opening_reads_the_same_whatever_the_count_of_contacts(customers, store):
    for count in (5, 600, 5000):
        await store.write(insert_all, many(CustomerId(f"n{count}"), count))
    few, some, lots = [await store.read(work, f"n{count}") for count in (5, 600, 5000)]
    assert few[0] == some[0] == lots[0] <= 18
    assert few[1] < some[1] == lots[1] < 250


async def test_opening_is_one_hop_to_the_store_s_thread(customers, store, monkeypatch):
    hops = []
    run = store._worker.run

    async def counted(*args, **kwargs):
        hops.append(args[1])
        return await run(*args, **kwargs)

    monkeypatch.setattr(store._worker, "run", counted)
    await customers.open(CLAIRE)
    assert len(hops) == 1


def plans(connection: Connection, query, *args) -> list[str]:
    """How the store goes about each statement."""
    found = []
    for one in statements(connection, query, *args):
        plan = connection.execute(text("EXPLAIN QUERY PLAN " + one.replace(":", "\\:")))
        found += [f"{row[3]}   <- {one}" for row in plan]
    return found


async def test_nothing_is_scanned_or_sorted_to_open_or_to_go_on(customers, store):
    busy = CustomerId("busy")
    await store.write(insert_all, many(busy, 100))
    cursor = (await customers.timeline(busy)).next
    asked = [
        await store.read(plans, files.file_parts, busy),
        await store.read(plans, timeline, busy, cursor, Sought()),
        await store.read(plans, timeline, busy, cursor, Sought(channels=(Channel.EMAIL,))),
        await store.read(plans, timeline, busy, cursor, Sought(text="échange")),
    ]
    for plan in asked:
        assert plan
        for step in plan:
            assert "TEMP B-TREE" not in step
            assert not step.startswith("SCAN"), step
