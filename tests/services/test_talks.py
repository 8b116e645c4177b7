"""Talks: planned and held in their author's sight; the note is its lead's, whoever asks."""

from datetime import date

import pytest
from sqlalchemy import func, insert, select

from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.people import Person, Role
from desktop.domain.talks import TalkState, TalkWith
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.changes import Changes
from desktop.services.store import tables
from desktop.services.store.replica_tables import waiting_check_ins
from desktop.services.store.rows import to_row
from desktop.services.store.team_tables import talk_notes, talks
from desktop.services.talks import Talks
from desktop.services.wellbeing import CheckIns

LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)
NOE = Person(id=PersonId("noe"), name="Noé Petit", role=Role.ADVISOR)
CAMILLE = Person(id=PersonId("camille"), name="Camille Durand", role=Role.LEAD)
PAUL = Person(id=PersonId("paul"), name="Paul Aubry", role=Role.LEAD)
DAY = date(2026, 11, 30)


class World:
    def __init__(self, store, clock) -> None:
        changes = Changes()
        self.store, self.clock = store, clock
        self.talks = Talks(store, clock, changes)
        self.check_ins = CheckIns(store, clock, changes)

    async def give(self, audience=Audience.LEAD):
        made = await self.check_ins.check_in(
            LEA, CAMILLE, moment=Moment.START, audience=audience, mood=2
        )
        self.clock.advance(minutes=5)
        return made.id

    async def count(self, table):
        return await self.store.read(lambda c: c.scalar(select(func.count()).select_from(table)))


@pytest.fixture
async def world(store, clock):
    people = [to_row(one) for one in (LEA, NOE, CAMILLE, PAUL)]
    await store.write(lambda c: c.execute(insert(tables.people), people) and None)
    return World(store, clock)


async def test_the_newest_is_in_force_and_its_author_sees_it(world):
    given = await world.give()
    await world.talks.say(CAMILLE, given, TalkState.PLANNED, DAY)
    world.clock.advance(days=4)
    held = await world.talks.say(CAMILLE, given, TalkState.HELD)
    assert await world.talks.of_lead(CAMILLE) == {given: held}
    assert await world.talks.of_author(LEA) == {given: TalkWith(talk=held, name="Camille Durand")}


async def test_a_plan_has_a_day(world):
    with pytest.raises(Incomplete, match="planned_for"):
        await world.talks.say(CAMILLE, await world.give(), TalkState.PLANNED)
    assert await world.count(talks) == 0


async def test_what_was_said_is_taken_back_and_the_one_before_is_in_force_again(world):
    given = await world.give()
    planned = await world.talks.say(CAMILLE, given, TalkState.PLANNED, DAY)
    world.clock.advance(minutes=1)
    held = await world.talks.say(CAMILLE, given, TalkState.HELD)
    await world.talks.take_back(held)
    assert await world.talks.of_lead(CAMILLE) == {given: planned}
    with pytest.raises(Gone):
        await world.talks.take_back(planned)


@pytest.mark.parametrize("lead", [PAUL, NOE, LEA])
async def test_nobody_plans_what_was_not_shared_with_them(world, lead):
    """By attack: the id is known."""
    given = await world.give()
    with pytest.raises(Gone):
        await world.talks.say(lead, given, TalkState.HELD)
    assert await world.count(talks) == 0


@pytest.mark.parametrize("audience", [Audience.TEAM_TOTAL, Audience.NOBODY])
async def test_nor_what_was_shared_with_nobody_by_name(world, audience):
    given = await world.give(audience)
    with pytest.raises(Gone):
        await world.talks.say(CAMILLE, given, TalkState.HELD)


async def test_a_connected_lead_plans_what_waits_on_the_server(world):
    row = {"id": "far", "person_id": LEA.id, "at": 1}
    await world.store.write(lambda c: c.execute(insert(waiting_check_ins), row) and None)
    far = CheckInId("far")
    talk = await world.talks.say(CAMILLE, far, TalkState.PLANNED, DAY)
    assert await world.talks.of_lead(CAMILLE) == {far: talk}


async def test_a_note_is_kept_as_typed_recorded_once_and_its_leads_alone(world):
    given = await world.give()
    await world.talks.keep_typed(CAMILLE, given, "Fatigue du soir")
    assert await world.count(talk_notes) == 0
    assert await world.talks.note(CAMILLE, given) == "Fatigue du soir"
    await world.talks.record_note(CAMILLE, given)
    await world.talks.record_note(CAMILLE, given)
    assert await world.count(talk_notes) == 1
    for other in (PAUL, NOE, LEA):
        assert await world.talks.note(other, given) == ""
    assert await world.talks.of_author(LEA) == {}


async def test_a_note_that_a_crash_left_is_recorded_at_the_next_start(world):
    given = await world.give()
    await world.talks.keep_typed(CAMILLE, given, "À revoir")
    await world.talks.record_left(PAUL)
    assert await world.count(talk_notes) == 0
    await world.talks.record_left(CAMILLE)
    assert await world.count(talk_notes) == 1


async def test_what_an_author_is_told_has_no_place_for_the_note():
    assert set(TalkWith.__dataclass_fields__) == {"talk", "name"}
