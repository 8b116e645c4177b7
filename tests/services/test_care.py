"""Care after an incivility: what a lead may reach, what followed, how an exchange stands."""

from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select

from desktop.app.places import RESOURCES
from desktop.domain.care import FollowUpKind
from desktop.domain.contacts import Incivility, IncivilityType
from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import ContactId, CustomerId, IncivilityId, PersonId, TeamId
from desktop.domain.people import Person, Role
from desktop.services.care import Care, Exchanges, FollowUps, phrases
from desktop.services.changes import Changes
from desktop.services.store import care as kept
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.services.store.team_tables import follow_ups

TEAM, OTHER = TeamId("t"), TeamId("u")
LEAD = Person(id=PersonId("camille"), name="Camille Durand", role=Role.LEAD, team_id=TEAM)
LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR, team_id=TEAM)
NOE = Person(id=PersonId("noe"), name="Noé Petit", role=Role.ADVISOR, team_id=TEAM)
ZOE = Person(id=PersonId("zoe"), name="Zoé Roux", role=Role.ADVISOR, team_id=OTHER)
PAUL = Person(id=PersonId("paul"), name="Paul Aubry", role=Role.LEAD, team_id=OTHER)


class World:
    def __init__(self, store, clock) -> None:
        changes = Changes()
        self.store, self.clock = store, clock
        self.care = Care(store, clock)
        self.follow_ups = FollowUps(store, clock, changes)
        self.exchanges = Exchanges(store, clock, changes)

    async def report(self, person=LEA, contact="c1", **fields):
        made = Incivility(
            id=IncivilityId(self.clock.new_id()),
            contact_id=ContactId(contact),
            customer_id=CustomerId("claire"),
            person_id=person.id,
            at=self.clock.now(),
            type=IncivilityType.INSULT,
            gravity=2,
            words="A haussé le ton.",
        )
        made = replace(made, **fields)
        async with self.store.unit() as unit:
            unit.record(made)
        self.clock.advance(minutes=1)
        return made


@pytest.fixture
async def world(store, clock):
    people = [to_row(person) for person in (LEAD, LEA, NOE, ZOE, PAUL)]

    def put(connection):
        connection.execute(
            insert(tables.teams), [{"id": one, "name": one} for one in (TEAM, OTHER)]
        )
        connection.execute(insert(tables.people), people)

    await store.write(put)
    return World(store, clock)


async def test_a_warning_and_an_end_tell_of_one_exchange(world):
    report = await world.report()
    warned = await world.exchanges.warn(report)
    world.clock.advance(minutes=1)
    await world.exchanges.end(warned)
    (told,) = await world.care.lately(LEAD)
    assert (told.id, told.at, told.warned, told.ended) == (report.id, report.at, True, True)
    (own,) = await world.follow_ups.own(LEA)
    assert (own.report.id, own.report.ended) == (report.id, True)


async def test_no_end_without_a_warning(world):
    report = await world.report()
    with pytest.raises(Incomplete, match="warned"):
        await world.exchanges.end(report)
    (told,) = await world.care.lately(LEAD)
    assert not told.ended


async def test_something_else_in_the_same_contact_is_told_apart(world):
    await world.report()
    await world.report(type=IncivilityType.THREAT, gravity=3)
    assert len(await world.care.lately(LEAD)) == 2


async def test_what_followed_is_seen_by_its_author_alone(world):
    report = await world.report()
    await world.report(NOE, "c2")
    await world.follow_ups.note(LEAD, report.id, FollowUpKind.TALK, " Vu ensemble à 16 h. ")
    (own,) = await world.follow_ups.own(LEA)
    (followed,) = own.followed
    assert (followed.name, followed.follow_up.words) == ("Camille Durand", "Vu ensemble à 16 h.")
    assert [one.followed for one in await world.follow_ups.own(NOE)] == [()]
    assert await world.follow_ups.own(ZOE) == ()


async def test_what_was_not_followed_comes_first_the_oldest_at_the_head(world):
    first = await world.report(contact="c1")
    second = await world.report(NOE, "c2")
    third = await world.report(contact="c3", gravity=1)
    await world.follow_ups.note(LEAD, second.id, FollowUpKind.MEASURE)
    listed = await world.care.listed(LEAD)
    assert [one.id for one in listed] == [first.id, third.id, second.id]


@pytest.mark.parametrize("lead", [PAUL, replace(LEAD, team_id=None), replace(LEAD, team_id=OTHER)])
async def test_a_lead_reaches_nobody_elses_team(world, lead):
    """By attack: another lead knows the id, and asks all that there is to ask."""
    report = await world.report()
    assert await world.care.lately(lead) == ()
    assert await world.care.listed(lead) == ()
    with pytest.raises(Gone):
        await world.follow_ups.note(lead, report.id, FollowUpKind.TALK, "…")
    count = select(func.count()).select_from(follow_ups)
    assert await world.store.read(lambda c: c.scalar(count)) == 0


async def test_ones_own_report_is_not_ones_own_to_follow(world):
    report = await world.report(LEAD)
    assert await world.care.listed(LEAD) == ()
    with pytest.raises(Gone):
        await world.follow_ups.note(LEAD, report.id, FollowUpKind.TALK)


async def test_a_report_is_looked_up_for_its_author_alone(world):
    await world.report()
    contact = ContactId("c1")
    assert await world.store.read(kept.of_contact, contact, NOE.id) is None
    assert await world.store.read(kept.of_contact, contact, LEA.id) is not None


async def test_what_was_noted_is_taken_back_for_ten_seconds(world):
    report = await world.report()
    noted = await world.follow_ups.note(LEAD, report.id, FollowUpKind.OTHER, "?")
    await world.follow_ups.take_back(noted)
    assert (await world.care.listed(LEAD))[0].followed == ()
    noted = await world.follow_ups.note(LEAD, report.id, FollowUpKind.OTHER, "!")
    world.clock.advance(seconds=11)
    with pytest.raises(Gone):
        await world.follow_ups.take_back(noted)


async def test_a_kind_is_asked_for(world):
    report = await world.report()
    with pytest.raises(Incomplete, match="kind"):
        await world.follow_ups.note(LEAD, report.id, None, "fait")


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_there_are_words_for_each_moment(language):
    found = await phrases(RESOURCES / "deescalation.yaml", language)
    assert [one.id for one in found] == ["hear", "own", "choose", "warn", "end"]
    assert all(one.when and one.say and one.why for one in found)


async def test_a_damaged_file_of_words_is_no_trouble(tmp_path):
    path = tmp_path / "words.yaml"
    assert await phrases(path, "fr") == ()
    path.write_text("words: [{id: hear}]", encoding="utf-8")
    assert await phrases(path, "fr") == ()
