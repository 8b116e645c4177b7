"""A lead's totals: by the rule alone, of their own team, kept to be read offline."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from desktop.domain.errors import Unreachable
from desktop.domain.ids import CheckInId, PersonId, TeamId
from desktop.domain.people import Person, Role
from desktop.domain.team_totals import Missing
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.services.team_totals import ConnectedTotals, Totals

TEAM = TeamId("t")
LEAD = Person(id=PersonId("camille"), name="Camille", role=Role.LEAD, team_id=TEAM)
PEOPLE = [
    Person(id=PersonId(f"p{n}"), name=f"P{n}", role=Role.ADVISOR, team_id=TEAM) for n in range(6)
]
TOLD = {
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


async def test_offline_from_the_first_there_is_nothing_to_show(store, clock):
    server = FakeServer()
    server.down = True
    with pytest.raises(Unreachable):
        await ConnectedTotals(store, clock, server).of(LEAD)


def test_there_is_no_filter():
    """By construction: the one verb takes who leads, and nothing to choose by."""
    arguments = Totals.of.__code__.co_varnames[: Totals.of.__code__.co_argcount]
    assert arguments == ("self", "lead")
