"""The mirror of a team over a store: both halves, filters of one only, totals published once."""

import json
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from desktop.domain.contacts import Channel, Resolution
from desktop.domain.ids import PersonId, TeamId
from desktop.domain.instants import to_millis
from desktop.domain.mirror.series import CUSTOMERS, TEAM, Measure
from desktop.domain.people import Person, Role, Team
from desktop.services.mirror import Mirrors
from desktop.services.standards import in_force
from desktop.services.store import tables, team_totals
from desktop.services.store.rows import to_row
from desktop.services.store.team_tables import pauses, server_answers
from tests.services.day_world import World

FILE = Path(__file__).resolve().parents[2] / "resources" / "standards.yaml"
OURS = TeamId("loire")
SEVEN = [
    Person(id=PersonId(f"p{n}"), name=f"P{n}", role=Role.ADVISOR, team_id=OURS) for n in range(7)
]
CAMILLE = Person(id=PersonId("camille"), name="Camille", role=Role.LEAD, team_id=OURS)
ALONE = Person(id=PersonId("alone"), name="Sam", role=Role.ADVISOR)
MONDAY = date(2026, 10, 19)
"""Of the first of three weeks; the second is shorter by the hour of October 25th."""
LAST = MONDAY + timedelta(weeks=2)


@pytest.fixture
async def world(store, clock):
    clock.at = datetime(2026, 11, 23, 11, tzinfo=UTC)
    made = World(store, clock)
    await made.put(tables.teams, to_row(Team(id=OURS, name="Loire")))
    await made.put(tables.people, [to_row(one) for one in (*SEVEN, CAMILLE, ALONE)])
    for week in range(3):
        for number, person in enumerate(SEVEN):
            at = noon(week, 1)
            contact = await made.contact(
                at, person, customer=f"c{number}", reason="billing.copy", estimate=5,
                resolution=Resolution.RESOLVED, waited_s=20 * number,
            )  # fmt: skip
            await made.answer(contact, 3 + number % 2, at)
            await check_in(made, person, at)
    return made


def noon(week: int, day: int) -> datetime:
    at = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 11, tzinfo=UTC)
    return at + timedelta(days=7 * week + day)


async def check_in(world, person, at, audience="team_total", mood=4, **more):
    row = {"id": world._id("i"), "person_id": person.id, "at": to_millis(at), "moment": "any"}
    scales = {"mood": mood, "energy": 3, "load": 2, "audience": audience, "words": "à moi"}
    await world.put(tables.check_ins, row | scales | more)


@pytest.fixture
def mirrors(store, clock):
    return Mirrors(store, clock, partial(in_force, store, FILE))


async def shown(mirrors, person=CAMILLE, first=MONDAY, last=LAST, **filters):
    mirror = await mirrors.of(person, first=first, last=last, **filters)
    return {(one.measure, one.channel): one.points for one in (*mirror.customers, *mirror.team)}


async def test_both_halves_over_the_same_weeks(mirrors, world):
    mirror = await mirrors.of(CAMILLE, first=MONDAY + timedelta(days=3), last=LAST)
    assert (mirror.first, mirror.last, mirror.read_at) == (MONDAY, LAST, None)
    assert tuple(dict.fromkeys(one.measure for one in mirror.customers)) == CUSTOMERS
    assert tuple(one.measure for one in mirror.team) == TEAM
    told = {(one.measure, one.channel): one.points for one in (*mirror.customers, *mirror.team)}
    satisfaction = told[Measure.SATISFACTION, None]
    assert [(one.monday, one.count) for one in satisfaction] == [
        (MONDAY + timedelta(weeks=n), 7) for n in range(3)
    ]
    assert satisfaction[0].share == pytest.approx(3 / 7)
    assert [one.share for one in told[Measure.MOOD, None]] == [1.0] * 3
    assert [one.share for one in told[Measure.LOAD, None]] == [1.0] * 3
    assert [one.share for one in told[Measure.CHECK_INS, None]] == [1.0] * 3
    assert [one.count for one in told[Measure.MOOD, None]] == [None] * 3
    assert [one.share for one in told[Measure.STANDARD, Channel.CALL_IN]] == [1.0] * 3
    assert mirror.gap is not None
    assert (mirror.gap.pairs, mirror.gap.points) == (21, round(100 * 12 / 21))


async def test_reason_and_channel_filter_the_customers_half_only(mirrors, world):
    whole, family = await shown(mirrors), await shown(mirrors, reason="billing")
    none = await shown(mirrors, reason="technical", channel=Channel.CHAT)
    assert family == whole
    assert all(point.count == 0 for point in none[Measure.SATISFACTION, None])
    for measure in TEAM:
        assert none[measure, None] == whole[measure, None]
    filtered = await mirrors.of(CAMILLE, first=MONDAY, last=LAST, reason="technical")
    assert filtered.gap == (await mirrors.of(CAMILLE, first=MONDAY, last=LAST)).gap


async def test_a_customers_point_of_few_is_counted_and_hidden(mirrors, world, store):
    await store.write(
        lambda c: c.execute(delete(tables.answers).where(tables.answers.c.id < "a009"))
    )
    point = (await shown(mirrors))[Measure.SATISFACTION, None][0]
    assert (point.count, point.share, point.hidden) == (4, None, True)


async def test_the_phone_s_standard_counts_who_hung_up_late(mirrors, world):
    at = noon(1, 2)
    nobody = Person(id=PersonId("x"), name="", role=Role.ADVISOR)
    for waited in (10, 181):
        made = await world.contact(at, nobody, customer=None, waited_s=waited, abandoned=True)
        await world.store.write(
            lambda c, made=made: c.execute(
                update(tables.contacts).where(tables.contacts.c.id == made).values(person_id=None)
            )
        )
    point = (await shown(mirrors))[Measure.STANDARD, Channel.CALL_IN][1]
    assert (point.count, point.share) == (8, 7 / 8)


async def test_what_was_published_stays_whatever_is_withdrawn(mirrors, world, store):
    before = (await shown(mirrors))[Measure.MOOD, None]
    await store.write(lambda c: c.execute(update(tables.check_ins).values(audience="nobody")))
    assert (await shown(mirrors))[Measure.MOOD, None] == before
    kept = await store.read(lambda c: c.scalar(select(server_answers.c.text)))
    assert "à moi" not in kept
    assert len(json.loads(kept)) == 4


async def test_withdrawn_before_it_counts_for_nothing(mirrors, world, store):
    await store.write(lambda c: c.execute(update(tables.check_ins).values(audience="nobody")))
    told = await shown(mirrors)
    assert all(point.hidden for point in told[Measure.MOOD, None])
    assert [one.share for one in told[Measure.CHECK_INS, None]] == [0.0] * 3


async def test_six_are_enough_for_the_lead_and_seven_for_one_of_them(mirrors, world, store):
    """A colleague knows their own value: five others are needed."""
    gone = tables.check_ins.c.person_id.in_(["p5", "p6"])
    await store.write(lambda c: c.execute(delete(tables.check_ins).where(gone)))
    assert [one.share for one in (await shown(mirrors))[Measure.MOOD, None]] == [1.0] * 3
    own = await shown(mirrors, SEVEN[0])
    assert all(point.hidden for point in own[Measure.MOOD, None])
    assert [one.share for one in (await shown(mirrors, SEVEN[6]))[Measure.MOOD, None]] == [1.0] * 3


async def test_the_week_under_way_has_customers_and_no_totals(mirrors, world, clock):
    at = clock.now()
    contact = await world.contact(at, SEVEN[0])
    await world.answer(contact, 5, at)
    monday = date(2026, 11, 23)
    told = await shown(mirrors, first=monday, last=monday)
    assert told[Measure.SATISFACTION, None][0].count == 1
    assert told[Measure.MOOD, None] == ()


async def test_rates_are_of_days_with_a_contact(mirrors, world):
    """Seven people-days a week, and one more without a contact; two of the seven had a pause."""
    for person in SEVEN[:2]:
        row = {"id": f"pause{person.id}", "person_id": person.id, "minutes": 5}
        await world.put(pauses, row | {"at": to_millis(noon(0, 1))})
    await world.put(
        pauses, {"id": "free", "person_id": "p3", "minutes": 5, "at": to_millis(noon(0, 4))}
    )
    told = await shown(mirrors)
    assert told[Measure.PAUSES, None][0].share == round(2 / 7 * 20) / 20
    assert told[Measure.PAUSES, None][1].share == 0
    assert told[Measure.STEP_OFFS, None][0].share == 0


async def test_who_is_in_no_team_sees_nothing(mirrors, world):
    mirror = await mirrors.of(ALONE, first=MONDAY, last=LAST)
    assert (mirror.customers, mirror.team, mirror.gap) == ((), (), None)


async def test_own_pairs_are_one_s_own(mirrors, world):
    found = await mirrors.own_pairs(SEVEN[1], MONDAY, MONDAY)
    assert [(one.estimate, one.answer) for one in found] == [(5, 4)]
    assert len(await mirrors.own_pairs(SEVEN[1], MONDAY, LAST)) == 3


async def test_the_days_of_the_demonstration_move_and_totals_are_made_anew(mirrors, world, store):
    await shown(mirrors)
    await store.write(team_totals.forget)
    assert await store.read(team_totals.periods, OURS) == ()
    assert [one.share for one in (await shown(mirrors))[Measure.MOOD, None]] == [1.0] * 3
