"""My day on a real store: one's own, cut in the workstation's zone, nothing shown too early."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.domain.contacts import PromiseState, Resolution
from desktop.domain.day import EstimateGap, MyDay
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.changes import Changes
from desktop.services.day import Days
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.services.wellbeing import CheckIns
from tests.services.day_world import CAMILLE, CLAIRE, LEA, NOE, UNNAMED, World


@pytest.fixture
async def world(store, clock):
    made = World(store, clock)
    await made.put(tables.people, [to_row(one) for one in (LEA, NOE, CAMILLE)])
    await made.put(tables.customers, [to_row(one) for one in (CLAIRE, UNNAMED)])
    return made


@pytest.fixture
def days(store, clock):
    return Days(store, clock, Changes())


async def test_a_day_without_anything_is_whole(days, world, clock):
    assert await days.of(LEA) == MyDay(now=clock.now())


async def test_todays_own_contacts_newest_first(days, world, clock):
    now = clock.now()
    early = await world.contact(now - timedelta(hours=3), resolution=Resolution.RESOLVED)
    late = await world.contact(now - timedelta(hours=1), customer="unnamed", reason="billing.gap")
    nameless = await world.contact(now - timedelta(hours=2), customer=None)
    await world.contact(now - timedelta(days=1))
    await world.contact(now, person=NOE)
    day = await days.of(LEA)
    assert [contact.id for contact in day.contacts] == [late, nameless, early]
    assert [contact.customer_name for contact in day.contacts] == ["C2", "", "Claire Moreau"]
    assert day.contacts[0].reason == "billing.gap"
    assert day.resolved == 1


async def test_the_day_is_cut_and_told_in_the_workstations_zone(days, world, clock):
    paris = timezone(timedelta(hours=1))
    clock.zone = lambda: paris
    clock.at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    inside = await world.contact(datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    await world.contact(datetime(2026, 11, 22, 22, 30, tzinfo=UTC))
    due = await world.promise(datetime(2026, 11, 23, 22, 30, tzinfo=UTC))
    await world.promise(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    day = await days.of(LEA)
    assert [contact.id for contact in day.contacts] == [inside]
    assert (day.contacts[0].at.hour, day.contacts[0].at.minute) == (0, 30)
    assert [promise.id for promise in day.promises] == [due]
    assert day.now.utcoffset() == timedelta(hours=1)


async def test_promises_open_and_due_by_tonight_the_longest_due_first(days, world, clock):
    now = clock.now()
    today = await world.promise(now + timedelta(hours=2))
    late = await world.promise(now - timedelta(days=2))
    await world.promise(now + timedelta(days=1))
    await world.promise(now, state=PromiseState.KEPT)
    await world.promise(now, person=NOE)
    day = await days.of(LEA)
    assert [promise.id for promise in day.promises] == [late, today]
    assert day.promises[0].customer_name == "Claire Moreau"


async def test_answers_beside_own_estimates_and_the_gap(days, world, clock):
    yesterday = clock.now() - timedelta(days=1)
    expected = await world.contact(yesterday, estimate=5)
    silent = await world.contact(yesterday)
    others = await world.contact(yesterday, person=NOE, estimate=5)
    old = await world.contact(yesterday - timedelta(days=40), estimate=5)
    await world.answer(expected, 3, clock.now() - timedelta(hours=2))
    await world.answer(silent, 5, clock.now() - timedelta(hours=1))
    await world.answer(others, 1)
    await world.answer(old, 1, clock.now() - timedelta(days=31))
    await world.answer(None, 1)
    await world.answer(expected, None)
    day = await days.of(LEA)
    assert [(one.estimate, one.answer) for one in day.answers] == [(None, 5), (5, 3)]
    assert day.gap == EstimateGap(points=100, n=1)


async def test_an_answer_stays_hidden_while_its_contact_is_under_way(days, world, clock):
    """An estimate comes before the answer is seen, also after a close was taken back."""
    await world.draft("under-way")
    await world.answer("under-way", 5)
    reopened = await world.contact(clock.now(), estimate=2)
    await world.draft(reopened)
    await world.answer(reopened, 5)
    day = await days.of(LEA)
    assert day.answers == ()
    assert day.gap is None
    assert day.drafts == 2
    assert (await days.of(NOE)).drafts == 0


async def test_thanks_of_a_month_newest_first(days, world, clock):
    now = clock.now()
    await world.thank(now - timedelta(days=3), words="Patiente et claire")
    await world.thank(now - timedelta(hours=1), words="Merci Léa")
    await world.thank(now - timedelta(days=31))
    await world.thank(now, person=NOE)
    day = await days.of(LEA)
    assert [one.words for one in day.thanks] == ["Merci Léa", "Patiente et claire"]
    assert day.thanks[0].customer_name == "Claire Moreau"


async def test_replies_of_the_lead_that_were_not_read(days, world, store, clock):
    check_ins = CheckIns(store, clock, days.changes)
    given = await check_ins.check_in(
        LEA, CAMILLE, moment=Moment.START, audience=Audience.LEAD, mood=2
    )
    clock.advance(minutes=5)
    await check_ins.reply(CAMILLE, given.id, "On en parle ?")
    (reply,) = (await days.of(LEA)).replies
    assert (reply.lead_name, reply.words, reply.check_in_id) == (
        "Camille Durand",
        "On en parle ?",
        given.id,
    )
    assert (await days.of(NOE)).replies == ()
    now = clock.now()
    clock.advance(days=31)
    assert (await days.of(LEA)).replies == ()
    clock.at = now
    await check_ins.replies_seen(LEA)
    assert (await days.of(LEA)).replies == ()
