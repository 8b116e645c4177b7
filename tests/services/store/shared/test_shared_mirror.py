"""The mirror of the shared database is that of a local store over the same facts, and is one's team's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from desktop.domain.contacts import Channel
from desktop.domain.instants import to_millis
from desktop.domain.mirror.series import Measure
from desktop.domain.mirror.shares import PARIS
from desktop.domain.mirror.telling import limits, mirror_of
from desktop.services.store.mirror import Wanted, customers, gap
from desktop.services.store.replica_tables import every_table
from tests.access.world import Refusal, call
from tests.services.store.test_mirror import (
    CHANNELS,
    LIVES,
    OURS,
    REASONS,
    STANDARDS,
    TEAM,
    WAITED_FOR,
    WEEKS,
    fill,
    marks_of,
    when,
)
from tests.shared_database import SharedDatabase, cloned

LOCAL = create_engine("sqlite://")
every_table().create_all(LOCAL)
CONTACT = ("customer_id", "person_id", "channel", "reason", "waited_s", "abandoned", "resolution",
           "estimate")  # fmt: skip
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def database(template: SharedDatabase) -> Iterator[SharedDatabase]:
    """Six advisors in a team of Lyon, one in another, one lead."""
    with cloned(template) as made:
        lyon, lille = made.add_branch("Lyon"), made.add_branch("Lille")
        team, other = made.add_team("Rhone", lyon), made.add_team("Nord", lille)
        made.add_person("camille", "lead", team)
        for name in OURS:
            made.add_person(name, "advisor", team)
        made.add_person("zoe", "advisor", other)
        made.add_person("admin", "admin")
        yield made


@pytest.fixture(scope="module")
def boss(database) -> Iterator[psycopg.Connection]:
    with database.superuser() as session:
        session.execute("set session_replication_role = replica")
        yield session


@pytest.fixture(scope="module")
def camille(database) -> Iterator[psycopg.Connection]:
    with database.connect("camille") as session:
        yield session


def put(boss: psycopg.Connection, contacts) -> None:
    boss.execute("truncate vav.contacts, vav.answers, vav.incivilities, vav.totals, vav.awaitings")
    with boss.cursor() as cursor:
        for number, one in enumerate(contacts):
            at, who = to_millis(when(one)), one["person_id"]
            values = [one[name] for name in CONTACT]
            values[1] = who and ("person-zoe" if who == "elsewhere" else f"person-{who}")
            cursor.execute(
                f"insert into vav.contacts (id, started_at, ended_at, branch_id, {', '.join(CONTACT)})"
                " values (%s, %s, %s, 'branch-lyon'" + ", %s" * len(CONTACT) + ")",
                (str(number), at, at, *values),
            )
            for place, answer in enumerate(one["answers"]):
                cursor.execute(
                    "insert into vav.answers (id, contact_id, customer_id, at, satisfaction, effort, nps)"
                    " values (%s, %s, 'anne', %s, %s, %s, %s)",
                    (
                        f"{number}-{place}",
                        str(number),
                        at,
                        *(answer[name] for name in ("satisfaction", "effort", "nps")),
                    ),
                )
            for mark in marks_of(number, one):
                cursor.execute(
                    "insert into vav.awaitings values (%s, %s, %s, %s, %s, %s, %s, 'branch-lyon')",
                    tuple(mark.values()),
                )
            if one["uncivil"]:
                cursor.execute(
                    "insert into vav.incivilities (id, contact_id, person_id, at, type, gravity)"
                    " values (%s, %s, %s, %s, 'rudeness', 1)",
                    (f"i{number}", str(number), values[1] or "person-p0", at),
                )


def ask(session, reason="", channel=None, weeks=WEEKS, **more):
    return call(
        session, "mirror", first=weeks[0], last=weeks[-1], reason=reason,
        channel="" if channel is None else channel.value, standards=limits(STANDARDS, weeks), **more,
    )  # fmt: skip


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@example(contacts=WAITED_FOR, reason="", channel=None)
@given(contacts=LIVES, reason=REASONS, channel=CHANNELS)
def test_the_same_as_in_a_local_store(boss, camille, contacts, reason, channel):
    put(boss, contacts)
    told = mirror_of(ask(camille, reason, channel), WEEKS, STANDARDS, NOW)
    wanted = Wanted(
        team_id=TEAM, mondays=WEEKS, reason=reason, channel=channel, standards=STANDARDS
    )
    with Session(LOCAL) as session:
        connection = session.connection()
        fill(connection, contacts)
        assert told.customers == customers(connection, wanted)
        assert told.gap == gap(connection, wanted)


def steady(number: int, hour: int = 200, **more):
    one = {"hour": hour, "person_id": OURS[number % 6], "customer_id": "anne", "channel": "chat",
           "reason": "billing", "waited_s": None, "abandoned": False, "resolution": "resolved",
           "estimate": 5, "uncivil": False,
           "answers": [{"satisfaction": 4, "effort": 2, "nps": 9}]}  # fmt: skip
    return {**one, **more}


def test_a_mirror_is_of_one_s_own_team(boss, database):
    put(boss, [steady(n) for n in range(6)])
    for name, count in (("p3", 6), ("camille", 6), ("zoe", 0)):
        with database.connect(name) as session:
            told = mirror_of(ask(session), WEEKS, STANDARDS, NOW)
        assert told.customers[0].points[0].count == count, name


def test_who_is_in_no_team_has_none(database):
    with database.connect("admin") as session, pytest.raises(Refusal) as said:
        ask(session)
    assert said.value.code == "PT403"


def test_few_are_counted_and_their_share_never_leaves(boss, camille):
    put(boss, [steady(n) for n in range(4)])
    told = ask(camille)
    assert told["customers"]["1"]["effort"] == [None, 4]
    assert told["gap"] is None
    point = mirror_of(told, WEEKS, STANDARDS, NOW).customers[0].points[0]
    assert (point.count, point.share, point.hidden) == (4, None, True)


def test_an_answer_that_waits_is_not_counted(boss, camille):
    put(boss, [steady(n) for n in range(6)])
    boss.execute("update vav.answers set waits = true where id = '0-0'")
    assert ask(camille)["customers"]["1"]["effort"] == [5, 5]


def test_the_oldest_of_many_weeks_are_left_out(camille):
    weeks = (WEEKS[0] - timedelta(weeks=400), WEEKS[-1])
    told = call(camille, "mirror", first=weeks[0], last=weeks[1])
    assert told["first"] == str(WEEKS[-1] - timedelta(weeks=103))


@pytest.mark.parametrize(
    "params",
    [
        {"first": "2026-03-16", "last": "2026-03-02"},
        {"first": None, "last": "2026-03-02"},
        {"first": "2026-03-02", "last": "infinity"},
        {"first": "-infinity", "last": "2026-03-02", "standards": {}},
        {"first": "2026-03-02", "last": "2026-03-02", "standards": [{}] * 21},
    ],
)
def test_nonsense_is_refused(camille, params):
    with pytest.raises(Refusal) as said:
        call(camille, "mirror", **params)
    assert said.value.code in {"PT400", "42883"}


def test_opening_hours_that_clocks_shift_are_told_as_instants():
    office = next(one for one in limits(STANDARDS, WEEKS) if one["channel"] == Channel.EMAIL)
    day = datetime(2026, 3, 30, 9, tzinfo=PARIS)
    assert [to_millis(day), to_millis(day + timedelta(hours=8))] in office["open"]


def test_the_series_are_those_of_the_screens(boss, camille):
    put(boss, [])
    told = mirror_of(ask(camille), WEEKS, replace(STANDARDS), NOW)
    assert [one.measure for one in told.team][:3] == [Measure.MOOD, Measure.ENERGY, Measure.LOAD]
    assert told.read_at == NOW
