"""Ends transactions that hold the horizon: while one is open, no machine pulls what came since."""

from dataclasses import dataclass

from desktop.services.store.shared.acting import Connection, every, names

LONGEST_S = 30
"""A transaction of a person's that holds an xid longer than this is ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A transaction that holds the horizon."""

    pid: int
    role: str
    database: str
    seconds: int
    state: str
    ended: bool = False


def held(connection: Connection, seconds: float) -> list[Held]:
    """Transactions with an xid that are older than this, the oldest first, in every database."""
    rows = every(
        connection,
        """select pid, coalesce(usename, '') as role, coalesce(datname, '') as database,
            coalesce(state, '') as state,
            extract(epoch from clock_timestamp() - xact_start)::int as seconds
        from pg_stat_activity
        where backend_xid is not null and pid <> pg_backend_pid()
            and xact_start < clock_timestamp() - make_interval(secs => %s)
        union all
        select 0, owner, database, 'prepared',
            extract(epoch from clock_timestamp() - prepared)::int
        from pg_prepared_xacts where prepared < clock_timestamp() - make_interval(secs => %s)
        order by seconds desc""",
        seconds,
        seconds,
    )
    return [Held(**row) for row in rows]


def reap(connection: Connection, seconds: float = LONGEST_S) -> list[Held]:
    """End those of this database's people and second door; answers all that were found.

    What belongs to others (an administrator, another database, a prepared transaction) is
    told and left.
    """
    found = names(connection)
    ours = {
        row["role"]
        for row in every(
            connection,
            """select m.rolname as role from pg_roles m
            where starts_with(m.rolname, %s) or m.rolname = %s""",
            found.of_person(""),
            found.role("authenticator"),
        )
    }
    told = []
    for one_held in held(connection, seconds):
        mine = one_held.database == found.database and one_held.role in ours and one_held.pid != 0
        ended = mine and _end(connection, one_held.pid)
        told.append(
            Held(
                pid=one_held.pid,
                role=one_held.role,
                database=one_held.database,
                seconds=one_held.seconds,
                state=one_held.state,
                ended=ended,
            )
        )
    return told


def _end(connection: Connection, pid: int) -> bool:
    return bool(every(connection, "select pg_terminate_backend(%s) as done", pid)[0]["done"])
