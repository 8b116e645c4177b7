"""What runs on a read replica: a real one, streamed to while it is asked."""

import threading
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from desktop.domain.errors import Unreachable
from desktop.services.gateways.http import Http
from desktop.services.store.shared.sql_door import SqlDoor as DesktopSqlDoor
from desktop.services.sync.https_door import GivenToken
from desktop.services.sync.https_door import HttpsDoor as DesktopHttpsDoor
from tests.access.lint import READS, WRITES
from tests.access.test_cursor import Reader, write
from tests.access.test_functions import FUNCTIONS
from tests.access.world import (
    Door,
    Refusal,
    SqlDoor,
    World,
    contact,
    furnish,
    open_doors,
    populate,
)
from tests.house.source import ROOT
from tests.postgres_standby import Standby, make
from tests.rest_server import token
from tests.shared_database import SharedDatabase, cloned


@pytest.fixture(scope="module")
def both(template: SharedDatabase, standby: Standby) -> Iterator[tuple[World, World]]:
    """The same company on the primary and on its replica."""
    with cloned(template) as database:
        populate(database)
        sql, https = open_doors(database)
        primary = World(database, sql, https)
        furnish(primary)
        standby.catch_up()
        copy = standby.of(database)
        read_sql, read_https = open_doors(database, copy)
        yield primary, World(copy, read_sql, read_https)
        https.server.stop()
        read_https.server.stop()


def told(door: Door, who: str, function: str) -> Any:
    """An answer, without what the moment says."""
    said = door.call(who, function, **FUNCTIONS[function])
    return {key: value for key, value in said.items() if key not in {"now", "horizon_age_s"}}


@pytest.mark.parametrize("function", sorted(READS))
@pytest.mark.parametrize("kind", ["sql", "https"])
def test_what_reads_runs_there(both, standby: Standby, function: str, kind: str):
    primary, replica = both
    standby.catch_up()
    for who in ("lea", "camille", "zoe"):
        here = told(getattr(primary, kind), who, function)
        assert told(getattr(replica, kind), who, function) == here


@pytest.mark.parametrize("function", sorted(WRITES))
def test_what_writes_is_refused_there(both, function: str):
    """25006 at the first door; PostgREST's own `begin read write` meets 0A000 before that."""
    _, replica = both
    who = "camille" if function in {"read_checkin", "team_totals"} else "lea"
    params = dict(FUNCTIONS[function])
    if function == "push":
        params["facts"] = {**params["facts"], "facts": [contact("lea", "customer-durand")]}
    for door, code in ((replica.sql, "25006"), (replica.https, "0A000")):
        with pytest.raises(Refusal) as said:
            door.call(who, function, **params)
        assert said.value.code == code


def test_a_desktop_tries_again_elsewhere(both):
    """Behind either door a write that met a replica is *unknown*: kept, and sent again."""
    _, replica = both
    lea = replica.database.people["lea"]
    given = {key: str(value) for key, value in conninfo_to_dict(lea.dsn).items()}
    sql_door = DesktopSqlDoor(given)
    https_door = DesktopHttpsDoor(replica.https.server.url, GivenToken(token(lea.role)), Http())
    for door in (sql_door, https_door):
        assert door.call("hello", {"client": {"protocol": 1}})["person"]["id"] == "person-lea"
        with pytest.raises(Unreachable):
            door.call("customer", {"id": "customer-durand"})
        door.close()


def test_a_replica_misses_nothing_while_it_is_written_to(both, standby: Standby):
    """Three write to the primary, commit out of order and roll back; one pulls from the replica."""
    primary, replica = both
    committed: list[str] = []

    def work(who: str) -> None:
        with psycopg.connect(primary.database.people[who].dsn) as session:
            for number in range(40):
                name = f"streamed-{who}-{number}"
                write(session, who, name)
                if number % 7 == 3:
                    session.rollback()
                    continue
                session.execute("select pg_sleep(%s)", (0.02 * (number % 3),))
                session.commit()
                committed.append(name)

    with psycopg.connect(replica.database.people["noor"].dsn, autocommit=True) as session:
        reader = Reader(session, most=7)
        writers = [
            threading.Thread(target=work, args=(who,)) for who in ("lea", "karim", "camille")
        ]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            reader.pull()
        for writer in writers:
            writer.join()
        standby.catch_up()
        reader.pull()
    streamed = [name for name in reader.seen if name.startswith("streamed-")]
    assert sorted(streamed) == sorted(committed)
    assert len(committed) > 90


def test_a_later_replica_takes_nothing_back(both, standby: Standby):
    """From the primary to a replica that lags: the cursor stays where it was, and loses nothing."""
    primary, replica = both
    with (
        standby.server.connect() as boss,
        psycopg.connect(primary.database.people["noor"].dsn, autocommit=True) as here,
        psycopg.connect(replica.database.people["noor"].dsn, autocommit=True) as there,
    ):
        reader = Reader(here)
        boss.execute("select pg_wal_replay_pause()")
        try:
            primary.push("lea", contact("lea", "customer-durand", id="lagging-1"))
            reader.pull()
            ahead = reader.cursor
            reader.session = there
            reader.pull()
            assert reader.cursor == ahead
        finally:
            boss.execute("select pg_wal_replay_resume()")
        primary.push("lea", contact("lea", "customer-durand", id="lagging-2"))
        standby.catch_up()
        reader.pull()
    assert [name for name in reader.seen if name.startswith("lagging")] == [
        "lagging-1",
        "lagging-2",
    ]


NEW_EPOCH = "update vav.meta set value = gen_random_uuid()::text where name = 'epoch'"
"""As docs/deploy.md has it, for a copy that takes the primary's place."""


def test_a_promoted_copy_that_lagged_gets_everything_again(both):
    """Its last commits are lost with the primary: under a new epoch machines send them again."""
    primary, _ = both
    copy = make(primary.database.server, "promoted")
    copy.catch_up()
    with copy.server.connect() as boss:
        boss.execute("alter system set primary_conninfo = ''")
        boss.execute("select pg_reload_conf()")
        while boss.execute("select count(*) from pg_stat_wal_receiver").fetchone() != (0,):
            pass
        lost = contact("lea", "customer-durand", id="lost-with-the-primary")
        assert primary.push("lea", lost) == ["applied"]
        cursor = primary.sql.call("lea", "pull", most=1000)["cursor"]
        boss.execute("select pg_promote()")
    database = copy.of(primary.database)
    world = World(database, SqlDoor(database), primary.https)
    assert "lost-with-the-primary" not in world.pull("lea")["contact"]
    assert world.sql.call("lea", "pull", since=cursor)["reset"] is False
    database.run(NEW_EPOCH)
    assert world.sql.call("lea", "pull", since=cursor)["reset"] is True
    assert world.push("lea", lost) == ["applied"]
    assert "lost-with-the-primary" in world.pull("lea")["contact"]


def test_the_statement_is_the_one_that_is_documented():
    assert NEW_EPOCH in (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
