"""What is exported is whole: more than a page, more than a list goes back, and nothing twice."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from desktop.domain.contacts import (
    Channel,
    Contact,
    Incivility,
    IncivilityType,
    Promise,
    PromiseKind,
)
from desktop.domain.ids import (
    CheckInId,
    ContactId,
    GestureRequestId,
    IncivilityId,
    PromiseId,
    StoryId,
)
from desktop.domain.latitude.facts import GestureAnswer, GestureRequest
from desktop.domain.stories import Story, StoryOutcome, StoryState
from desktop.domain.timeline import Sought
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from desktop.services.care import FollowUps
from desktop.services.changes import Changes
from desktop.services.contacts import Promises
from desktop.services.customers import Customers
from desktop.services.day import PAGE, Days
from desktop.services.latitude.requests import Requests
from desktop.services.store import tables, team_tables
from desktop.services.store.rows import to_row
from desktop.services.stories import PAGE as STORIES_PAGE
from desktop.services.stories import Stories
from desktop.services.wellbeing import PAGE as CHECK_INS_PAGE
from desktop.services.wellbeing import CheckIns
from tests.conftest import NOON
from tests.services.latitude.people import CAMILLE, CLAIRE, LEA, SONIA, settle_in

MANY = 620
"""More than any page, and more than one statement binds ids of."""


@pytest.fixture
async def put(store):
    await settle_in(store)

    async def put(table, facts):
        rows = [to_row(one) for one in facts]
        await store.write(lambda connection: connection.execute(insert(table), rows))

    return put


def minute(clock, n):
    clock.advance(minutes=n and 1)
    return clock.at


async def test_all_requests_the_waiting_ones_first(put, store, clock):
    asked = [
        GestureRequest(
            id=GestureRequestId(f"r{n:03}"), contact_id=ContactId(f"k{n:03}"),
            customer_id=CLAIRE.id, person_id=LEA.id, at=minute(clock, n), lead_id=CAMILLE.id,
            kind="bill", cents=100,
        )
        for n in range(MANY)
    ]  # fmt: skip
    answers = [
        GestureAnswer(id=f"a{n:03}", request_id=one.id, lead_id=CAMILLE.id, at=one.at, granted=True)
        for n, one in enumerate(asked[:-2])
    ]
    await put(team_tables.gesture_requests, asked)
    await put(team_tables.gesture_answers, answers)
    requests = Requests(store, clock, Changes())
    whole = await requests.all_asked_of(CAMILLE)
    assert [one.request.id for one in whole] == [
        one.id for one in (*asked[-2:], *reversed(asked[:-2]))
    ]
    assert all(one.answer is not None for one in whole[2:])
    shown = await requests.asked_of(CAMILLE)
    assert whole[: len(shown)] == shown
    assert len(shown) < MANY
    assert await requests.all_asked_of(SONIA) == ()


async def test_all_stories_but_those_that_were_taken_back(put, store, clock):
    told = [
        Story(
            id=StoryId(f"s{n:03}"), person_id=LEA.id, at=minute(clock, n), words="Bravo", signed=False
        )
        for n in range(MANY)
    ]  # fmt: skip
    gone = StoryOutcome(
        id="o", story_id=told[3].id, person_id=LEA.id, at=clock.at, state=StoryState.WITHDRAWN
    )
    await put(team_tables.stories, told)
    # All but the two oldest are decided, many of them within one instant: no page may lose one.
    decided = [
        StoryOutcome(
            id=f"d{n:03}", story_id=one.id, person_id=CAMILLE.id,
            at=NOON + timedelta(minutes=n // 40), state=StoryState.PUBLISHED,
        )
        for n, one in enumerate(told)
        if n not in (0, 1, 3)
    ]  # fmt: skip
    await put(team_tables.story_outcomes, [gone, *decided])
    stories = Stories(store, clock, Changes())
    whole = await stories.all_of_team(CAMILLE)
    places = {one.story_id: (one.at, one.story_id) for one in decided}
    newest = sorted(places, key=lambda one: places[one], reverse=True)
    assert [one.story.id for one in whole] == ["s000", "s001", *newest]
    shown = list(page := await stories.of_team(CAMILLE))
    assert len(page) == 2 + STORIES_PAGE
    while len(page := await stories.of_team(CAMILLE, shown[-1])) == STORIES_PAGE:
        shown.extend(page)
    assert (*shown, *page) == whole


async def test_all_check_ins_even_those_of_one_instant(put, store, clock):
    """A page ends within the ones of an instant: the next begins there, and loses none."""
    given = [
        CheckIn(
            id=CheckInId(f"i{n:03}"), person_id=LEA.id, at=NOON, moment=Moment.START, mood=3,
            audience=Audience.NOBODY,
        )
        for n in range(CHECK_INS_PAGE + 20)
    ]  # fmt: skip
    await put(tables.check_ins, given)
    check_ins = CheckIns(store, clock, Changes())
    whole = await check_ins.all_mine(LEA)
    assert [one.check_in.id for one in whole] == [one.id for one in reversed(given)]
    assert await check_ins.all_mine(SONIA) == ()


async def test_all_of_ones_own_reports(put, store, clock):
    reports = [
        Incivility(
            id=IncivilityId(f"i{n:03}"), contact_id=ContactId(f"k{n:03}"), customer_id=CLAIRE.id,
            person_id=LEA.id, at=minute(clock, n), type=IncivilityType.INSULT, gravity=1,
        )
        for n in range(90)
    ]  # fmt: skip
    await put(tables.incivilities, reports)
    follow_ups = FollowUps(store, clock, Changes())
    whole = await follow_ups.all_own(LEA)
    assert [one.report.id for one in whole] == [one.id for one in reversed(reports)]
    assert len(await follow_ups.own(LEA)) < 90


async def test_a_day_a_journey_and_promises_are_whole(put, store, clock):
    contacts = [
        Contact(
            id=ContactId(f"k{n:03}"), customer_id=CLAIRE.id, person_id=LEA.id, started_at=clock.at,
            ended_at=clock.at, channel=Channel.EMAIL if n % 2 else Channel.CALL_IN,
        )
        for n in range(3 * PAGE)
    ]  # fmt: skip
    promised = [
        Promise(
            id=PromiseId(f"p{n:03}"), contact_id=ContactId("k"), customer_id=CLAIRE.id, person_id=LEA.id,
            at=clock.at, kind=PromiseKind.CALLBACK, due_at=minute(clock, n),
        )
        for n in range(250)
    ]  # fmt: skip
    await put(tables.contacts, contacts)
    changes = Changes()
    days = Days(store, clock, changes)
    assert len((await days.of(LEA)).contacts) == PAGE
    assert len((await days.of(LEA, None, None)).contacts) == 3 * PAGE
    customers = Customers(store, clock, changes)
    assert [one.id for one in await customers.whole_timeline(CLAIRE.id)] == [
        one.id for one in reversed(contacts)
    ]
    mails = await customers.whole_timeline(CLAIRE.id, Sought(channels=(Channel.EMAIL,)))
    assert len(mails) == 3 * PAGE // 2
    await put(tables.promises, promised)
    promises = Promises(store, clock, changes)
    assert len(await promises.promises(LEA)) < 250
    assert [one.promise.id for one in await promises.promises(LEA, None)] == [
        one.id for one in promised
    ]
