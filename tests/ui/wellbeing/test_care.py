"""Incivility in the team, as its lead hears of it: each once, none counted, none of one's own."""

import asyncio
from dataclasses import replace

import pytest

from desktop.domain.care import TeamIncivility
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Incivility, IncivilityType
from desktop.domain.ids import ContactId, IncivilityId, PersonId, TeamId
from desktop.domain.people import Person, Role
from desktop.services.care import Care
from desktop.services.changes import Changes
from desktop.services.people import People
from desktop.ui.kit import tasks
from desktop.ui.wellbeing.care_viewmodel import CareViewModel

TEAM = TeamId("t")
LEAD = Person(id=PersonId("lead"), name="Camille", role=Role.LEAD, team_id=TEAM)
LEA = Person(id=PersonId("lea"), name="Léa Bertin", role=Role.ADVISOR, team_id=TEAM)
ELSEWHERE = replace(LEA, id=PersonId("zoe"), name="Zoé", team_id=TeamId("other"))


async def settle():
    while tasks.running():
        await asyncio.wait(tasks.running())


@pytest.fixture
def changes():
    return Changes()


@pytest.fixture
async def care(qapp, store, clock, changes):
    for person in (LEAD, LEA, ELSEWHERE):
        await People(store).keep(person)

    async def keep(ids):
        made.kept = list(ids)

    made = CareViewModel(Care(store, clock), changes, LEAD, keep)
    made.heard = []
    made.told.connect(made.heard.append)
    made.begin(())
    await settle()
    yield made
    await settle()


async def report(store, clock, changes, person):
    made = Incivility(
        id=IncivilityId(clock.new_id()),
        contact_id=ContactId("c"),
        customer_id=None,
        person_id=person.id,
        at=clock.now(),
        type=IncivilityType.INSULT,
        gravity=2,
        words="A haussé le ton.",
    )
    async with store.unit() as unit:
        unit.record(made)
    changes.tell(Changed(kind=Kind.INCIVILITY))
    await settle()
    return made.id


async def test_one_of_the_team_is_told_once(care, store, clock, changes):
    told = await report(store, clock, changes, LEA)
    assert [[one.name for one in new] for new in care.heard] == [["Léa Bertin"]]
    assert [one.id for one in care.unseen] == [told]
    changes.tell(Changed(kind=Kind.INCIVILITY))
    await settle()
    assert len(care.heard) == 1


async def test_another_team_and_oneself_are_not_told(care, store, clock, changes):
    await report(store, clock, changes, ELSEWHERE)
    await report(store, clock, changes, LEAD)
    assert care.unseen == ()


async def test_what_was_seen_stays_seen(care, store, clock, changes):
    told = await report(store, clock, changes, LEA)
    care.see()
    await settle()
    assert care.kept == [told]
    changes.tell(Changed(kind=Kind.INCIVILITY))
    await settle()
    assert care.unseen == ()
    await report(store, clock, changes, LEA)
    assert len(care.unseen) == 1


async def test_after_a_day_it_is_news_no_longer(care, store, clock, changes):
    await report(store, clock, changes, LEA)
    clock.advance(hours=25)
    care.load()
    await settle()
    assert care.unseen == ()


def test_it_says_nothing_of_the_customer():
    assert "customer_id" not in TeamIncivility.__dataclass_fields__
