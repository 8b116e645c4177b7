"""My day on a real store: one's own, cut in the workstation's zone, nothing shown too early."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from desktop.domain.contacts import PromiseState, Resolution
from desktop.domain.day import EstimateGap, MyDay, Neighbours, Tally
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.changes import Changes
from desktop.services.day import PAGE, Days
from desktop.services.store import day as kept
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
    assert await days.of(LEA) == MyDay(now=clock.now(), day=clock.now().date())


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
    assert day.tally == Tally(contacts=3, told=1, resolved=1)


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


async def test_another_day_has_its_own_contacts_answers_and_thanks(days, world, clock):
    seen = clock.now() - timedelta(days=100)
    done = await world.contact(seen, resolution=Resolution.RESOLVED, estimate=5)
    await world.contact(seen, waited_s=72, abandoned=True)
    await world.contact(clock.now())
    before = await world.contact(seen - timedelta(days=31), estimate=5)
    await world.answer(done, 2, seen + timedelta(hours=2))
    await world.answer(before, 5, seen - timedelta(days=1))
    await world.answer(before, 1, seen - timedelta(days=31))
    await world.answer(done, 5, seen + timedelta(days=2))
    await world.thank(seen + timedelta(hours=1), words="Ce jour-là")
    await world.thank(seen + timedelta(days=1), words="Plus tard")
    await world.thank(seen - timedelta(days=31), words="Trop tôt")
    day = await days.of(LEA, seen.date())
    assert not day.is_today
    assert day.tally == Tally(contacts=2, told=1, resolved=1)
    assert {one.id for one in day.contacts} > {done}
    assert [(one.abandoned, one.waited_s) for one in day.contacts if one.id != done] == [(True, 72)]
    assert [(one.estimate, one.answer) for one in day.answers] == [(5, 2), (5, 5)]
    assert day.gap == EstimateGap(points=50, n=2)
    assert [one.words for one in day.thanks] == ["Ce jour-là"]


async def test_what_is_still_to_do_is_told_today_only(days, world, store, clock):
    check_ins = CheckIns(store, clock, days.changes)
    given = await check_ins.check_in(
        LEA, CAMILLE, moment=Moment.START, audience=Audience.LEAD, mood=2
    )
    await check_ins.reply(CAMILLE, given.id, "On en parle ?")
    await world.promise(clock.now() - timedelta(days=2))
    await world.draft("k1")
    today = await days.of(LEA)
    assert (len(today.promises), today.drafts, len(today.replies)) == (1, 1, 1)
    other = await days.of(LEA, clock.now().date() - timedelta(days=1))
    assert (other.promises, other.drafts, other.replies) == ((), 0, ())


async def test_the_days_beside_are_those_with_own_contacts(days, world, clock):
    for back in (0, 0, 3, 3, 9):
        await world.contact(clock.now() - timedelta(days=back))
    await world.contact(clock.now() - timedelta(days=1), person=NOE)

    def day(number: int) -> date:
        return date(2026, 11, number)

    assert await days.neighbours(LEA, day(23)) == Neighbours(before=day(20))
    assert await days.neighbours(LEA, day(20)) == Neighbours(before=day(14), after=day(23))
    assert await days.neighbours(LEA, day(1)) == Neighbours(after=day(14))
    assert await days.neighbours(CAMILLE, day(23)) == Neighbours()
    assert (await days.of(LEA)).neighbours == Neighbours(before=day(20))


async def test_a_day_of_another_season_is_cut_by_its_own_offset(days, world, clock):
    """In November a day of July is still cut at midnight in Paris, summer time."""
    clock.zone = lambda: ZoneInfo("Europe/Paris")
    await world.contact(datetime(2026, 7, 13, 22, 30, tzinfo=UTC))
    await world.contact(datetime(2026, 7, 14, 22, 30, tzinfo=UTC))
    fourteenth = await days.of(LEA, date(2026, 7, 14))
    assert [f"{one.at:%d %H:%M}" for one in fourteenth.contacts] == ["14 00:30"]
    assert fourteenth.neighbours == Neighbours(after=date(2026, 7, 15))


async def test_a_day_of_many_contacts_comes_by_pages(days, world, clock):
    # Three at each minute: pages are cut between contacts of one instant.
    made = [
        await world.contact(clock.now() - timedelta(minutes=number // 3))
        for number in range(2 * PAGE + 7)
    ]
    day = await days.of(LEA)
    assert len(day.contacts) == PAGE
    assert day.tally.contacts == len(made)
    seen = list(day.contacts)
    while page := await days.more(LEA, replace(day, contacts=tuple(seen))):
        assert len(page) <= PAGE
        seen += page
    assert len(seen) == len({one.id for one in seen}) == len(made)
    assert seen == sorted(seen, key=lambda one: (one.at, one.id), reverse=True)
    assert await days.more(LEA, replace(day, contacts=())) == ()


def plans(connection, query, *args) -> list[str]:
    """How the store goes about each statement of a query."""
    raw = connection.connection.driver_connection
    ran: list[str] = []
    raw.set_trace_callback(ran.append)
    query(connection, *args)
    raw.set_trace_callback(None)
    return [
        row[3]
        for one in ran
        if one.lstrip().upper().startswith("SELECT")
        for row in connection.execute(text("EXPLAIN QUERY PLAN " + one.replace(":", "\\:")))
    ]


async def test_the_days_beside_are_found_by_the_index(store, world, clock):
    await world.contact(clock.now())
    cut = (clock.now() - timedelta(days=1), clock.now() + timedelta(days=1))
    beside = await store.read(plans, kept.neighbours, LEA.id, *cut)
    assert len(beside) == 2
    paged = await store.read(
        plans,
        kept.contacts_between,
        LEA.id,
        cut,
        PAGE,
        (await Days(store, clock, Changes()).of(LEA)).contacts[0],
    )
    counted = await store.read(plans, kept.tally, LEA.id, *cut)
    for steps in (beside, paged, counted):
        assert steps
        assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]
        assert "contacts_of_person (person_id=? AND started_at" in steps[0]
