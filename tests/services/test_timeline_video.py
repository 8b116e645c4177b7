"""Video calls in the journey: with their contact once it is closed, by themselves until then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.contacts import Channel
from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId
from desktop.domain.timeline import EntryKind, Sought
from desktop.domain.video.calls import VideoCall
from desktop.domain.video.happenings import EndReason
from desktop.services.changes import Changes
from desktop.services.customers import Customers
from tests.services.claire import LUC, NOW, SONIA, claire, contact, insert_all
from tests.services.store.test_video import photo

CLAIRE = CustomerId("claire")


@pytest.fixture
async def customers(store, clock) -> Customers:
    await store.write(insert_all, [SONIA, LUC, claire()])
    return Customers(store, clock, Changes())


def call(name: str, contact_id: str = "k1", minutes: float = 0) -> VideoCall:
    at = NOW - timedelta(days=1) + timedelta(minutes=minutes)
    return VideoCall(
        id=VideoCallId(name),
        contact_id=ContactId(contact_id),
        customer_id=CLAIRE,
        person_id=SONIA.id,
        at=at,
        face_at=at + timedelta(seconds=5),
        ended_at=at + timedelta(minutes=2),
        end_reason=EndReason.DONE,
        thirds=((LUC.id, at.isoformat(), ""), (PersonId("who"), at.isoformat(), "")),
        photos=1,
    )


async def record(store, *facts):
    async with store.unit() as unit:
        for fact in facts:
            unit.record(fact)


async def test_a_contacts_calls_show_with_it_in_their_order_with_photos_and_who_joined(
    customers, store
):
    taken = replace(
        photo(), customer_id=CLAIRE, call_id=VideoCallId("v2"), contact_id=ContactId("k1")
    )
    await store.write(insert_all, [contact("k1", NOW - timedelta(days=1))])
    await record(store, call("v2", minutes=3), call("v1"), taken)
    (entry,) = (await customers.timeline(CLAIRE)).entries
    assert (entry.kind, entry.id) == (EntryKind.CONTACT, "k1")
    first, second = entry.calls
    assert (first.call, second.call) == (call("v1"), call("v2", minutes=3))
    assert first.photos == ()
    assert second.photos == (replace(taken, data=""),)
    assert second.thirds == (LUC.name, "")


async def test_calls_of_a_contact_under_way_show_by_themselves_until_it_is_closed(customers, store):
    await record(store, call("v1"))
    (entry,) = (await customers.timeline(CLAIRE)).entries
    assert (entry.kind, entry.id, entry.advisor) == (EntryKind.VIDEO, "v1", SONIA.name)
    assert [one.call.id for one in entry.calls] == ["v1"]
    await store.write(insert_all, [contact("k1", NOW - timedelta(days=1))])
    (entry,) = (await customers.timeline(CLAIRE)).entries
    assert entry.kind is EntryKind.CONTACT
    assert [one.call.id for one in entry.calls] == ["v1"]


async def test_a_call_is_found_by_its_contacts_words_and_channel_alone(customers, store):
    chat = contact("k1", NOW - timedelta(days=1), channel=Channel.CHAT, note="Fuite")
    await store.write(insert_all, [chat])
    await record(store, call("v1"), call("v9", contact_id="k9"))
    for sought in (Sought(text="fuite"), Sought(channels=(Channel.CHAT,))):
        (entry,) = (await customers.timeline(CLAIRE, None, sought)).entries
        assert [one.call.id for one in entry.calls] == ["v1"]


async def test_pages_hold_every_call_once(customers, store):
    kept = [contact(f"k{n}", NOW - timedelta(days=1, hours=n)) for n in range(40)]
    await store.write(insert_all, kept)
    calls = [call(f"v{n}", f"k{n}" if n < 40 else f"open{n}", minutes=-60 * n) for n in range(80)]
    await record(store, *calls)
    seen, cursor = [], None
    while True:
        page = await customers.timeline(CLAIRE, cursor)
        seen += [one.call.id for entry in page.entries for one in entry.calls]
        cursor = page.next
        if cursor is None:
            break
    assert sorted(seen) == sorted(one.id for one in calls)
