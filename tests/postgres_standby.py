"""A hot standby of the run's PostgreSQL, by streaming replication."""

import os
import time
from dataclasses import dataclass

import pytest

from tests.postgres import Server, prepare, run, run_as_server, short_folder
from tests.shared_database import SharedDatabase


@dataclass(frozen=True, slots=True, kw_only=True)
class Standby:
    """The standby's server, and its primary's."""

    server: Server
    primary: Server

    def of(self, database: SharedDatabase) -> SharedDatabase:
        """The same database as the standby holds it."""
        copy = SharedDatabase(server=self.server, name=database.name, prefix=database.prefix)
        for name, person in database.people.items():
            url = copy.dsn(person.role)
            copy.people[name] = type(person)(
                id=person.id, name=person.name, role=person.role, dsn=url
            )
        return copy

    def catch_up(self) -> None:
        """Wait until what the primary has committed is to be read here."""
        with self.primary.connect() as primary, self.server.connect() as standby:
            ((there,),) = primary.execute("select pg_current_wal_flush_lsn()").fetchall()
            for _ in range(3000):
                reached = "select pg_last_wal_replay_lsn() >= %s::pg_lsn"
                if standby.execute(reached, (there,)).fetchone() == (True,):
                    return
                time.sleep(0.01)
        raise AssertionError("the standby does not catch up")


def make(postgres: Server, name: str) -> Standby:
    """A standby of the run's server."""
    if postgres.folder is None or postgres.binaries is None:
        pytest.skip("a standby needs a PostgreSQL that the run starts itself, not TEST_PG_DSN")
    folder = short_folder() / f"vav-pg-{os.getpid()}-{name}"
    found = prepare(folder, postgres.binaries)
    run_as_server(
        found / "pg_basebackup", "-D", folder / "data", "-R", "-X", "stream", "-c", "fast",
        "-h", postgres.superuser["host"], "-p", postgres.superuser["port"], "-U", "postgres",
        folder=folder,
    )  # fmt: skip
    return Standby(server=run(folder, found), primary=postgres)


@pytest.fixture(scope="session")
def standby(postgres: Server) -> Standby:
    """Made once a run, for the tests that ask for it."""
    return make(postgres, "standby")
