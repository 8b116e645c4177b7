"""A call finds its caller, and a team's totals their people, without reading everybody."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from desktop.domain.instants import to_millis
from tests.shared_database import SharedDatabase, cloned

EVERYBODY, GIVERS, WEEKS = 4_000, 60, 8

PEOPLE = """insert into vav.people (id, name, sign_in, role, team_id, db_role)
select 'x' || n, '', 'x' || n, 'advisor', case when n <= %s then 'team-rhone' else 'team-' || n / 20 end,
       'nobody_' || n from generate_series(1, %s) n"""
GIVEN = """insert into vav.check_ins (id, person_id, at, moment, mood, audience, team_id)
select 'k' || n || '-' || d, 'x' || n, %s + d * 86400000::bigint, 'any', 3, 'team_total', 'team-rhone'
from generate_series(1, %s) n, generate_series(0, %s) d"""
READ = """select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint
from pg_stat_xact_all_tables where schemaname = 'vav' and relname = 'people'"""


@pytest.fixture(scope="module")
def company(template: SharedDatabase) -> Iterator[SharedDatabase]:
    """Thousands of people, of whom a dozen checked in for some weeks."""
    began = datetime.now(UTC) - timedelta(weeks=WEEKS)
    with cloned(template) as made:
        made.add_person("camille", "lead", made.add_team("Rhone", made.add_branch("Lyon")))
        with made.superuser() as boss:
            boss.execute("set session_replication_role = replica")
            boss.execute(
                "insert into vav.teams (id, name) select 'team-' || n, '' from generate_series(0, %s) n",
                (EVERYBODY // 20,),
            )
            boss.execute(PEOPLE, (GIVERS, EVERYBODY))
            boss.execute(GIVEN, (to_millis(began), GIVERS, WEEKS * 7 - 1))
            # Last on the disk, as who came last.
            boss.execute("update vav.people set name = name where sign_in = 'camille'")
            boss.execute("vacuum analyze vav.people, vav.check_ins")
        yield made


def people_read(session: psycopg.Connection, words: str, *values: str) -> int:
    """Rows of people that a call reads; what the session did before is taken off."""
    with session.transaction():
        (before,) = session.execute(READ).fetchone() or (0,)
        session.execute(words, values)
        (after,) = session.execute(READ).fetchone() or (0,)
    return after - before


def test_a_caller_is_found_by_the_index(company):
    with company.connect("camille") as session:
        (first,) = session.execute("select api.pull()").fetchone()
        cursor = json.dumps(first["cursor"])
        assert people_read(session, "select api.pull(%s::jsonb)", cursor) < 50
        assert people_read(session, "select api.my_readings()") < 10


def test_totals_read_the_people_who_gave_something(company):
    with company.connect("camille") as session:
        read = people_read(session, "select api.team_totals()")
        (told,) = session.execute("select api.team_totals()").fetchone()
    assert len(told["periods"]) >= WEEKS - 2
    assert read < 6 * GIVERS * 7 * WEEKS
