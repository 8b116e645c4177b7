"""A lead's totals: by the rule alone, of their own team, kept to be read offline."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from desktop.domain.errors import Unreachable
from desktop.domain.ids import CheckInId, PersonId, TeamId
from desktop.domain.instants import to_millis
from desktop.domain.people import Person, Role
from desktop.domain.team_totals import Missing
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from desktop.services.store import server_answers, tables
from desktop.services.store.rows import to_row
from desktop.services.team_totals import NAME, ConnectedTotals, Totals
from tests.conftest import NOON

TEAM = TeamId("t")
LEAD = Person(id=PersonId("camille"), name="Camille", role=Role.LEAD, team_id=TEAM)
PEOPLE = [
    Person(id=PersonId(f"p{n}"), name=f"P{n}", role=Role.ADVISOR, team_id=TEAM) for n in range(6)
]
TOLD: dict[str, Any] = {
    "now": to_millis(NOON),
    "periods": [
        {"from": "2020-01-06", "to": "2020-01-12", "people": 6, "mood": 3.5, "energy": None,
         "load": 4.0},
    ]
}  # fmt: skip


class FakeServer:
    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, object]]] = []
        self.down = False

    async def __call__(self, name, arguments):
        if self.down:
            raise Unreachable
        self.asked.append((name, arguments))
        return TOLD


async def fill(store, clock, audiences):
    """Six people, three weeks ago, each for whom they chose."""
    at = clock.now() - timedelta(weeks=3)

    def put(connection):
        connection.execute(insert(tables.teams), [{"id": TEAM, "name": "Loire"}])
        connection.execute(insert(tables.people), [to_row(one) for one in (LEAD, *PEOPLE)])
        for person, audience in zip(PEOPLE, audiences, strict=True):
            given = CheckIn(
                id=CheckInId(f"c-{person.id}"),
                person_id=person.id,
                at=at,
                moment=Moment.START,
                mood=4,
                words="un secret",
                audience=audience,
                addressed_to=LEAD.id if audience is Audience.LEAD else None,
            )
            connection.execute(insert(tables.check_ins), [to_row(given)])

    await store.write(put)


@pytest.mark.parametrize(
    ("named", "kept", "shown"),
    [(0, 0, True), (1, 0, True), (2, 0, False), (0, 1, True), (1, 1, False)],
)
async def test_five_people_whom_the_lead_cannot_read(store, clock, named, kept, shown):
    audiences = [Audience.LEAD] * named + [Audience.NOBODY] * kept
    audiences += [Audience.TEAM_TOTAL] * (6 - len(audiences))
    await fill(store, clock, audiences)
    found = await Totals(store, clock).of(LEAD)
    assert bool(found.periods) is shown
    if not shown:
        assert any(line.missing is Missing.HIDDEN for line in found.lines)
    assert "un secret" not in repr(found)
    assert not any(person.id in repr(found) for person in PEOPLE)


async def test_another_team_and_no_team_get_nothing(store, clock):
    await fill(store, clock, [Audience.TEAM_TOTAL] * 6)
    for lead in (replace(LEAD, team_id=TeamId("u")), replace(LEAD, team_id=None)):
        assert (await Totals(store, clock).of(lead)).periods == ()


async def test_what_the_server_told_is_kept_with_its_time(store, clock):
    server = FakeServer()
    totals = ConnectedTotals(store, clock, server)
    told = await totals.of(LEAD)
    assert server.asked == [("team_totals", {"weeks": 26})]
    assert (told.old, told.read_at) == (False, clock.now())
    at = clock.now()
    clock.advance(hours=3)
    server.down = True
    kept = await totals.of(LEAD)
    assert (kept.old, kept.read_at) == (True, at)


async def test_weeks_after_the_last_total_say_what_the_rule_did(store, clock):
    """Nobody said anything since: that week was decided, and waits for nothing."""
    await fill(store, clock, [Audience.TEAM_TOTAL] * 6)
    found = await Totals(store, clock).of(LEAD)
    whys = [line.missing for line in found.lines if line.missing is not Missing.OPEN]
    assert whys == [Missing.HIDDEN, None]


async def test_a_week_that_four_gave_waits_for_the_next(store, clock):
    await fill(store, clock, [Audience.TEAM_TOTAL] * 6)
    again = to_millis(clock.now() - timedelta(weeks=2))

    def give(connection):
        rows = connection.execute(select(tables.check_ins)).mappings().all()
        later = [{**row, "id": f"{row['id']}-2", "at": again} for row in rows[:4]]
        connection.execute(insert(tables.check_ins), later)

    await store.write(give)
    found = await Totals(store, clock).of(LEAD)
    whys = [line.missing for line in found.lines if line.missing is not Missing.OPEN]
    assert whys == [Missing.MERGED, None]


async def test_a_week_closed_since_the_line_went_down_is_told_so(store, clock):
    server = FakeServer()
    totals = ConnectedTotals(store, clock, server)
    await totals.of(LEAD)
    server.down = True
    clock.advance(days=14)
    whys = [line.missing for line in (await totals.of(LEAD)).lines]
    assert whys.count(Missing.UNREAD) == 2
    assert whys.index(Missing.UNREAD) > whys.index(Missing.OPEN)


@pytest.mark.parametrize(
    ("decided", "why"), [("2020-02-02", Missing.HIDDEN), ("2020-01-12", Missing.MERGED)]
)
async def test_the_server_says_what_was_decided(store, clock, decided, why):
    clock.at = datetime(2020, 2, 5, 12, tzinfo=UTC)

    async def ask(_name, _arguments):
        return {**TOLD, "now": to_millis(clock.now()), "decided": decided}

    lines = (await ConnectedTotals(store, clock, ask).of(LEAD)).lines
    assert {line.missing for line in lines[1:-1]} == {why}


async def test_what_was_kept_by_a_former_version_is_shown(store, clock):
    period = {**TOLD["periods"][0], "from": "2026-11-02", "to": "2026-11-08"}
    text = json.dumps([period])
    await store.write(server_answers.put, NAME, to_millis(clock.now()), text)
    server = FakeServer()
    server.down = True
    assert len((await ConnectedTotals(store, clock, server).of(LEAD)).periods) == 1


async def test_offline_from_the_first_there_is_nothing_to_show(store, clock):
    server = FakeServer()
    server.down = True
    with pytest.raises(Unreachable):
        await ConnectedTotals(store, clock, server).of(LEAD)


def test_there_is_no_filter():
    """By construction: the one verb takes who leads, and nothing to choose by."""
    arguments = Totals.of.__code__.co_varnames[: Totals.of.__code__.co_argcount]
    assert arguments == ("self", "lead")
