"""The totals that a local store publishes are those of the server, over the same check-ins and days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, insert

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.mirror.series import TEAM, Measure
from desktop.domain.mirror.totals import shown
from desktop.services.store import tables, team_totals
from desktop.services.store.replica_tables import every_table
from desktop.services.store.team_tables import pauses, server_answers
from tests.access.world import call
from tests.shared_database import SharedDatabase, cloned

LOCAL = create_engine("sqlite://")
every_table().create_all(LOCAL)
PARIS = ZoneInfo("Europe/Paris")
PEOPLE = [f"person-p{n}" for n in range(9)]
TABLES = (tables.check_ins, tables.check_in_readings, tables.contacts, tables.step_offs, pauses,
          tables.people, tables.teams, server_answers)  # fmt: skip
WEEKS = 4
SCALE = st.none() | st.integers(1, 5)
GIVEN = st.fixed_dictionaries(
    {
        "hour": st.integers(0, 24 * 7 * WEEKS - 1),
        "person_id": st.sampled_from(PEOPLE),
        "audience": st.sampled_from(["team_total"] * 5 + ["lead", "nobody"]),
        "mood": SCALE, "energy": SCALE, "load": SCALE,
        "read": st.sampled_from([False] * 9 + [True]),
    }
)  # fmt: skip
DONE = st.fixed_dictionaries(
    {
        "hour": st.integers(0, 24 * 7 * WEEKS - 1),
        "person_id": st.sampled_from(PEOPLE),
        "what": st.sampled_from(["contact", "contact", "stepped", "abandoned", "pause"]),
    }
)
STEADY = st.sets(st.integers(0, 8), max_size=3)


def newest_closed() -> date:
    then = (datetime.now(PARIS) - timedelta(hours=48)).date()
    return then - timedelta(days=then.weekday() + 7)


def at(hour: int) -> int:
    first = newest_closed() - timedelta(weeks=WEEKS - 1)
    begins = datetime(first.year, first.month, first.day, tzinfo=PARIS).astimezone(UTC)
    return int((begins + timedelta(hours=hour)).timestamp() * 1000)


@pytest.fixture(scope="module")
def database(template: SharedDatabase) -> Iterator[SharedDatabase]:
    with cloned(template) as made:
        team = made.add_team("Rhone", made.add_branch("Lyon"))
        made.add_person("camille", "lead", team)
        for number in range(9):
            made.add_person(f"p{number}", "advisor", team)
        yield made


@pytest.fixture(scope="module")
def boss(database) -> Iterator[psycopg.Connection]:
    with database.superuser() as session:
        session.execute("set session_replication_role = replica")
        yield session


def rows(given, done):
    """The rows of each table, alike on both sides."""
    made: dict[str, list[dict]] = {name: [] for name in
            ("check_ins", "check_in_readings", "contacts", "step_offs", "pauses")}  # fmt: skip
    for number, one in enumerate(given):
        addressed = "person-camille" if one["audience"] == "lead" else None
        row = {key: value for key, value in one.items() if key not in ("hour", "read")}
        row |= {"id": f"i{number}", "at": at(one["hour"]), "moment": "any"}
        made["check_ins"].append(row | {"addressed_to": addressed})
        if one["read"]:
            made["check_in_readings"].append(
                {"id": f"r{number}", "check_in_id": f"i{number}", "lead_id": "person-camille",
                 "at": at(one["hour"])}
            )  # fmt: skip
    for number, one in enumerate(done):
        who, when = one["person_id"], at(one["hour"])
        if one["what"] == "pause":
            made["pauses"].append({"id": f"b{number}", "person_id": who, "at": when, "minutes": 5})
            continue
        made["contacts"].append(
            {"id": f"k{number}", "person_id": who, "channel": "chat", "started_at": when,
             "ended_at": when, "abandoned": one["what"] == "abandoned"}
        )  # fmt: skip
        if one["what"] == "stepped":
            made["step_offs"].append(
                {"id": f"s{number}", "contact_id": f"k{number}", "person_id": who, "at": when,
                 "reason": "other"}
            )  # fmt: skip
    return made


def everyday(away: set[int], week: int):
    """What most give in a week, so that something is published at all."""
    for number in range(9):
        if number not in away:
            hour = 24 * 7 * week + 34
            person = PEOPLE[number]
            yield {"hour": hour, "person_id": person, "audience": "team_total", "read": False,
                   "mood": 1 + number % 5, "energy": 4, "load": 3}  # fmt: skip
            yield {"hour": hour + 1, "person_id": person, "what": "contact"}


@settings(
    max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(
    given=st.lists(GIVEN, max_size=12),
    done=st.lists(DONE, max_size=25),
    away=st.lists(STEADY, min_size=WEEKS, max_size=WEEKS),
)
@example(
    given=[
        {"hour": hour, "person_id": who, "audience": audience, "read": True,
         "mood": None, "energy": 2, "load": 3}
        for hour, who, audience in ((93, PEOPLE[0], "nobody"), (53, PEOPLE[6], "team_total"))
    ],
    done=[],
    away=[{4, 7, 8}, {2}, {8}, {4}],
)  # fmt: skip
def test_the_same_periods_and_shares(database, boss, given, done, away):
    for week, absent in enumerate(away):
        for one in everyday(absent, week):
            (done if "what" in one else given).append(one)
    made = rows(given, done)
    boss.execute(
        "truncate vav.check_ins, vav.check_in_readings, vav.contacts, vav.step_offs, vav.pauses, vav.totals"
    )
    for name, many in made.items():
        for row in many:
            extra = {"team_id": "team-rhone"} if name in ("check_ins", "pauses") else {}
            both = row | extra
            marks = ", ".join(f"%({key})s" for key in both)
            boss.execute(f"insert into vav.{name} ({', '.join(both)}) values ({marks})", both)
    first = newest_closed() - timedelta(weeks=WEEKS - 1)
    with database.connect("camille") as session:
        team = call(session, "mirror", first=first, last=newest_closed())["team"]
    told = {(one["from"], one["to"]): one["shares"] for one in team}
    assert told == published_here(made)


def published_here(made) -> dict[tuple[str, str], dict[str, float]]:
    with LOCAL.begin() as connection:
        for table in TABLES:
            connection.execute(delete(table))
        connection.execute(insert(tables.teams), [{"id": "team-rhone"}])
        people = [{"id": one, "role": "advisor", "team_id": "team-rhone"} for one in PEOPLE]
        connection.execute(insert(tables.people), people)
        for name, many in made.items():
            if many:
                connection.execute(insert(every_table().tables[name]), many)
        team_totals.publish_closed(connection, TeamId("team-rhone"), datetime.now(UTC))
        periods = team_totals.periods(connection, TeamId("team-rhone"))
    seen = {one: shown(periods, one, PersonId("person-camille")) for one in TEAM}
    told = {
        (str(one.first_day), str(one.last_day)): {
            measure.value: one.shares[measure]
            for measure in Measure
            if measure in one.shares and one.first_day in seen[measure]
        }
        for one in periods
    }
    return {period: shares for period, shares in told.items() if shares}
