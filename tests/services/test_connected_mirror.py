"""The mirror over a shared database: asked there, kept, and shown offline with the time it was read."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.domain.contacts import Channel
from desktop.domain.errors import Refused, Unreachable
from desktop.domain.ids import PersonId, TeamId
from desktop.domain.instants import to_millis
from desktop.domain.mirror.series import CUSTOMERS, TEAM, GapDistribution, Measure, WeekPoint
from desktop.domain.people import Person, Role
from desktop.services.mirror import ConnectedMirrors
from desktop.services.standards import in_force
from desktop.services.store import server_answers
from desktop.services.store.team_tables import server_answers as table

FILE = Path(__file__).resolve().parents[2] / "resources" / "standards.yaml"
LEA = Person(id=PersonId("lea"), name="Léa", role=Role.ADVISOR, team_id=TeamId("loire"))
MONDAY = date(2026, 11, 9)
NEXT = MONDAY + timedelta(weeks=1)
NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
WEEK = {measure.value: [3, 6] for measure in CUSTOMERS} | {"nps": [4.5, 9], "effort": [None, 4]}
ANSWER = {
    "now": to_millis(NOW),
    "team_id": "loire",
    "first": "2026-11-09",
    "last": "2026-11-16",
    "customers": {"2": WEEK},
    "standards": {"call_in": {"1": [9, 10]}},
    "gap": {"pairs": 12, "points": 25, "counts": [0, 0, 0, 1, 5, 5, 1, 0, 0]},
    "team": [{"from": "2026-11-02", "to": "2026-11-15", "shares": {"mood": 0.6, "pauses": 0.15}}],
}


class Server:
    """Answers `mirror` as the shared database does."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.asked: list[dict] = []

    async def ask(self, function, params):
        assert function == "mirror"
        self.asked.append(params)
        if self.error is not None:
            raise self.error
        return ANSWER


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def mirrors(store, clock, server):
    return ConnectedMirrors(store, clock, partial(in_force, store, FILE), server.ask)


async def of(mirrors, **filters):
    return await mirrors.of(LEA, first=MONDAY, last=NEXT, **filters)


async def test_the_answer_is_the_mirror(mirrors, server, clock):
    mirror = await of(mirrors, reason="billing", channel=Channel.CHAT)
    assert (mirror.first, mirror.last, mirror.read_at) == (MONDAY, NEXT, clock.now())
    told = {(one.measure, one.channel): one.points for one in (*mirror.customers, *mirror.team)}
    assert told[Measure.SATISFACTION, None] == (
        WeekPoint(monday=MONDAY, count=0), WeekPoint(monday=NEXT, share=0.5, count=6),
    )  # fmt: skip
    assert told[Measure.EFFORT, None][1] == WeekPoint(monday=NEXT, count=4, hidden=True)
    assert told[Measure.NPS, None][1].share == 0.5
    assert told[Measure.STANDARD, Channel.CALL_IN][0].share == 0.9
    assert told[Measure.STANDARD, Channel.LETTER][0].count == 0
    assert told[Measure.MOOD, None] == (
        WeekPoint(monday=date(2026, 11, 2), weeks=2, share=0.6),
    )  # fmt: skip
    assert [one.measure for one in mirror.team] == list(TEAM)
    # The week of the 16th is not closed yet on the 23rd before Tuesday's end.
    assert told[Measure.ENERGY, None] == (WeekPoint(monday=MONDAY, hidden=True),)
    assert mirror.gap == GapDistribution(
        counts=(0, 0, 0, 1, 5, 5, 1, 0, 0), pairs=12, people_enough=True, points=25
    )
    (asked,) = server.asked
    assert (asked["first"], asked["last"]) == ("2026-11-09", "2026-11-16")
    assert (asked["reason"], asked["channel"]) == ("billing", "chat")
    assert {"channel": "call_in", "limit_s": 180, "open": None} in asked["standards"]


async def test_offline_the_last_answer_to_the_same_question_is_shown(mirrors, server, clock):
    online = await of(mirrors)
    server.error = Unreachable()
    clock.advance(hours=5)
    offline = await of(mirrors)
    assert offline == online
    assert offline.read_at == clock.now() - timedelta(hours=5)


async def test_another_question_has_no_answer_offline(mirrors, server):
    await of(mirrors)
    server.error = Unreachable()
    for other in ({"reason": "billing"}, {"channel": Channel.CHAT}):
        with pytest.raises(Unreachable):
            await of(mirrors, **other)


async def test_a_refusal_is_no_silence(mirrors, server):
    await of(mirrors)
    server.error = Refused()
    with pytest.raises(Refused):
        await of(mirrors)


async def test_a_newer_answer_takes_the_place_of_the_last_and_the_oldest_go(mirrors, store, clock):
    await of(mirrors)
    await of(mirrors)
    count = select(func.count()).select_from(table)
    assert await store.read(lambda c: c.scalar(count)) == 1
    for number in range(server_answers.MOST + 5):
        clock.advance(minutes=1)
        await of(mirrors, reason=f"r{number}")
    assert await store.read(lambda c: c.scalar(count)) == server_answers.MOST
    name = server_answers.name_of("mirror", {})
    assert await store.read(server_answers.kept, name) is None


async def test_without_a_team_nothing_is_asked(mirrors, server):
    alone = Person(id=PersonId("sam"), name="Sam", role=Role.ADVISOR)
    mirror = await mirrors.of(alone, first=MONDAY, last=NEXT)
    assert mirror.customers == ()
    assert server.asked == []
