"""A commit out of order is not missed: what is pulled is bounded by the oldest open transaction."""

from contextlib import ExitStack

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.access.world import World, batch, call, contact
from tests.shared_database import SharedDatabase

SEQUENCE_ALONE = """
create or replace function vav.page(after_xid xid8, after_seq bigint, horizon xid8, most int)
    returns table (kind text, id text, xid xid8, seq bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select f.kind, f.id, f.xid, f.seq from vav.feed f where f.topic = any (vav.topics()) and f.seq > after_seq
          order by f.seq limit most $$
"""
"""The bug planted: a sequence as the cursor."""

NO_HORIZON = """
create or replace function vav.page(after_xid xid8, after_seq bigint, horizon xid8, most int)
    returns table (kind text, id text, xid xid8, seq bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select f.kind, f.id, f.xid, f.seq from vav.feed f
          where f.topic = any (vav.topics())
            and (f.xid, f.seq) > (after_xid, after_seq) order by f.xid, f.seq limit most $$
"""
"""The other bug planted: transactions in order, and those still open passed by."""


class Reader:
    """One who pulls page after page, and remembers what came."""

    def __init__(self, session: psycopg.Connection, most: int = 500) -> None:
        self.session, self.most = session, most
        self.cursor: dict | None = None
        self.seen: list[str] = []

    def pull(self) -> None:
        while True:
            page = call(self.session, "pull", since=self.cursor, most=self.most)
            self.seen += [row["id"] for row in page["rows"] if row["kind"] == "contact"]
            self.cursor = page["cursor"]
            if not page["more"]:
                return


def write(session: psycopg.Connection, who: str, *names: str) -> None:
    """Push contacts, and leave the transaction open."""
    facts = [contact(who, "customer-durand", id=name) for name in names]
    said = call(session, "push", facts=batch(*facts, device=f"desk-{who}"))
    assert [answer["answer"] for answer in said["answers"]] == ["applied"] * len(names)


def out_of_order(database: SharedDatabase) -> Reader:
    """The first to write is the last to commit, and a pull comes in between."""
    people = database.people
    with (
        psycopg.connect(people["lea"].dsn) as first,
        psycopg.connect(people["karim"].dsn) as second,
        psycopg.connect(people["camille"].dsn, autocommit=True) as session,
    ):
        reader = Reader(session)
        reader.pull()
        reader.seen.clear()
        write(first, "lea", "early")
        write(second, "karim", "late")
        second.commit()
        reader.pull()
        first.commit()
        reader.pull()
        return reader


def test_a_commit_out_of_order_is_not_missed(world: World):
    assert out_of_order(world.database).seen == ["early", "late"]


@pytest.mark.parametrize("bug", [SEQUENCE_ALONE, NO_HORIZON], ids=["sequence", "no horizon"])
def test_the_test_sees_a_cursor_that_misses(fresh: SharedDatabase, bug: str):
    with fresh.superuser() as session:
        session.execute(f"set role {fresh.prefix}_keeper; {bug}")
    assert out_of_order(fresh).seen == ["late"]


def test_a_writer_in_another_database_holds_no_row_for_ever(world: World):
    """Its open transaction delays what came after it, and its end lets everything through."""
    with (
        psycopg.connect(world.database.server.url("postgres")) as other,
        psycopg.connect(world.database.people["camille"].dsn, autocommit=True) as session,
    ):
        reader = Reader(session)
        reader.pull()
        other.execute("select pg_current_xact_id()")
        with psycopg.connect(world.database.people["lea"].dsn) as writer:
            write(writer, "lea", "behind")
        reader.pull()
        held = "behind" in reader.seen
        other.rollback()
        reader.pull()
        assert reader.seen.count("behind") == 1
        assert held is False


WRITERS = ("lea", "karim", "camille")
STEPS = st.lists(
    st.tuples(st.sampled_from(WRITERS), st.sampled_from(["write", "commit", "rollback", "pull"])),
    min_size=3,
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, most=st.sampled_from([1, 2, 500]))
def test_any_order_of_writers_is_pulled_once(world: World, steps, most: int):
    """Whatever the order of writes, commits and pulls: each committed row came, and once."""
    database = world.database
    with ExitStack() as stack:
        sessions = {
            who: stack.enter_context(psycopg.connect(database.people[who].dsn)) for who in WRITERS
        }
        reader = Reader(
            stack.enter_context(psycopg.connect(database.people["noor"].dsn, autocommit=True)), most
        )
        reader.cursor = call(reader.session, "pull", since=None, most=1000)["cursor"]
        reader.pull()
        reader.seen.clear()
        open_, committed = {who: list[str]() for who in WRITERS}, list[str]()
        for who, step in steps:
            match step:
                case "write":
                    name = f"any-{next_number()}"
                    write(sessions[who], who, name)
                    open_[who].append(name)
                case "pull":
                    reader.pull()
                case _:
                    if step == "commit":
                        sessions[who].commit()
                        committed += open_[who]
                    else:
                        sessions[who].rollback()
                    open_[who].clear()
        for who in WRITERS:
            sessions[who].rollback()
        reader.pull()
        assert sorted(reader.seen) == sorted(committed)


def next_number(made: list[int] = [0]) -> int:  # noqa: B006 - it counts over all examples
    made[0] += 1
    return made[0]
