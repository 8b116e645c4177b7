"""Customers' buttons, colleagues, and calls back that are noted exactly once."""

import pytest
from sqlalchemy import select

from desktop.domain.contacts import Channel, Contact, Promise, PromiseKind
from desktop.domain.customers import Customer
from desktop.domain.errors import VideoFailed
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.video.ringing import (
    CallBack,
    Declined,
    Invited,
    People,
    Quiet,
    Ring,
    Uninvited,
)
from desktop.services.store import tables
from desktop.services.store.rows import from_row
from tests.services.video.fake_gateway import gateway
from tests.services.video.world import LEA, QuickClock, draft, plan, until, working


@pytest.fixture
def clock():
    return QuickClock()


@pytest.fixture
def fake(clock):
    with gateway(clock.now) as made:
        yield made


@pytest.fixture
async def video(store, clock, fake, tmp_path):
    async with working(store, clock, plan(tmp_path, fake)) as made:
        await until(lambda: fake.links and any(told["type"] == "hello" for told in fake.heard))
        yield made


def heard_by(video):
    heard = []
    video.listen_rings(heard.append)
    return heard


def ring(fake, press="mine"):
    fake.say(
        type="ring", press=press, place="lyon-1", title="Agence", pressed_ago_ms=400,
        who={"phone": "0639981234", "other": 3},
    )  # fmt: skip


async def test_who_is_there_is_said_and_said_again(video, fake):
    (hello,) = [told for told in fake.heard if told["type"] == "hello"]
    assert hello["person"] == {
        "id": "lea",
        "name": "Léa Martin",
        "team": "Rhône",
        "role": "advisor",
    }
    assert (hello["protocol"], hello["available"]) == (1, False)
    await video.set_available(True)
    await until(lambda: {"type": "available", "on": True} in fake.heard)
    fake.cut()
    await until(lambda: sum(told["type"] == "hello" for told in fake.heard) == 2)
    assert fake.heard[-1]["available"] is True


async def test_a_ring_is_heard_and_the_first_wins(video, clock, fake):
    heard = heard_by(video)
    ring(fake)
    await until(lambda: heard)
    (rung,) = heard
    assert isinstance(rung, Ring)
    assert (rung.caller.phone, rung.title) == ("0639981234", "Agence")
    assert (clock.now() - rung.pressed_at).total_seconds() == 0.4
    assert await video.take(rung)
    live = await video.begin(draft(clock), LEA, pressed=clock.monotonic() - 1, press="mine")
    asked = fake.calls[live.asked.id]
    assert (asked["press"], live.link, live.asked.place) == ("mine", "", "lyon-1")


async def test_who_comes_second_hears_it(video, fake):
    heard = heard_by(video)
    ring(fake, "theirs")
    await until(lambda: heard)
    assert not await video.take(heard[0])
    fake.say(type="quiet", press="theirs")
    await until(lambda: heard[-1] == Quiet(press="theirs"))


async def test_a_press_that_nobody_knows_is_no_call(video, clock):
    with pytest.raises(VideoFailed):
        await video.begin(draft(clock), LEA, pressed=clock.monotonic(), press="unheard")


async def test_colleagues_are_known_and_ask_and_decline(video, clock, fake):
    heard = heard_by(video)
    people = [
        {"id": name.casefold(), "name": name, "role": "lead", "available": True}
        for name in ("Lea", "Marc")
    ]
    fake.say(type="people", people=people)
    await until(lambda: heard)
    assert isinstance(heard[0], People)
    assert [one.name for one in video.colleagues] == ["Marc"]
    until_ms = fake.millis() + 60_000
    fake.say(**{"type": "invited", "call": "c", "token": "t0k", "from": "Marc", "until": until_ms})
    await until(lambda: len(heard) == 2)
    invited = heard[1]
    assert isinstance(invited, Invited)
    assert invited.asker == "Marc"
    assert await video.join(invited) == f"{video.readiness.public}/a#t0k"
    await video.decline(invited)
    await until(lambda: {"type": "decline", "call": "c"} in fake.heard)
    with pytest.raises(VideoFailed):
        await video.join(invited)
    fake.say(type="declined", call="c", person="marc")
    await until(lambda: heard[-1] == Declined(call="c", person=PersonId("marc")))


async def test_a_colleague_who_needs_nobody_any_more_says_so(video, fake):
    heard = heard_by(video)
    until_ms = fake.millis() + 60_000
    fake.say(**{"type": "invited", "call": "c", "token": "t0k", "from": "Marc", "until": until_ms})
    fake.say(type="uninvited", call="c")
    await until(lambda: heard[-1:] == [Uninvited(call="c")])
    with pytest.raises(VideoFailed):
        await video.join(heard[0])


def left(fake, press="p-1", phone="06 39 98 12 34", when="demain 9h"):
    fake.say(
        type="callback", press=press, place="lyon-1", title="Agence de Lyon", phone=phone,
        name="Claire Moreau", when=when, at=fake.millis(),
    )  # fmt: skip


async def noted(store):
    def all_of(connection):
        return tuple(
            [from_row(kind, row) for row in connection.execute(select(table)).mappings()]
            for kind, table in ((Contact, tables.contacts), (Promise, tables.promises))
        )

    return await store.read(all_of)


def kept_by(fake):
    return [told["press"] for told in fake.heard if told["type"] == "callback_kept"]


async def test_a_call_back_is_a_contact_with_a_promise_once_a_press(video, store, fake):
    heard = heard_by(video)
    for _ in range(3):
        left(fake)
    await until(lambda: kept_by(fake) == ["p-1"] * 3)
    (contact,), (promise,) = await noted(store)
    assert (contact.channel, contact.person_id, contact.customer_id) == (
        *(Channel.MESSAGE, "lea"),
        None,
    )
    assert (promise.kind, promise.contact_id) == (PromiseKind.CALLBACK, contact.id)
    assert promise.due_at.isoformat() == "2026-11-24T09:00:00+00:00"
    for word in ("06 39 98 12 34", "Claire Moreau", "demain 9h", "Agence de Lyon"):
        assert word in promise.words
    assert [type(one) for one in heard] == [CallBack]


@pytest.mark.parametrize("when", ["", "après le marché", "hier 9h", "12/11/2025"])
async def test_a_time_that_cannot_be_read_is_the_first_offer(video, store, fake, when):
    left(fake, when=when)
    await until(lambda: kept_by(fake))
    (_,), (promise,) = await noted(store)
    assert promise.due_at.isoformat() == "2026-11-23T13:00:00+00:00"


async def test_one_customer_with_that_phone_is_meant_and_two_are_nobody(video, store, fake):
    async def add(name):
        async with store.unit() as unit:
            unit.record(Customer(id=CustomerId(name), phone="+33639981234"))

    await add("claire")
    left(fake, "p-1")
    await until(lambda: kept_by(fake) == ["p-1"])
    await add("twin")
    left(fake, "p-2")
    await until(lambda: kept_by(fake) == ["p-1", "p-2"])
    contacts, _ = await noted(store)
    assert sorted(str(one.customer_id) for one in contacts) == ["None", "claire"]


async def test_a_call_back_without_a_phone_is_kept_all_the_same(video, store, fake):
    left(fake, phone="je ne sais plus\n'\"; DROP")
    await until(lambda: kept_by(fake))
    (contact,), _ = await noted(store)
    assert contact.customer_id is None


async def test_a_store_that_cannot_be_written_leaves_it_with_the_gateway(video, store, fake):
    from desktop.domain.errors import StoreUnavailable, Trouble

    write = store.write

    async def full(*_args, **_rest):
        raise StoreUnavailable(Trouble.DISK_FULL, "store")

    store.write = full
    left(fake)
    ring(fake)
    heard = heard_by(video)
    fake.say(type="quiet", press="x")
    await until(lambda: heard)
    assert kept_by(fake) == []
    store.write = write
    left(fake)
    await until(lambda: kept_by(fake) == ["p-1"])
