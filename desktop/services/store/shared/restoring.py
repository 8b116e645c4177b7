"""What a backup needs to know of the database, and what makes a restored one whole again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from desktop.services.store.shared.acting import (
    Connection,
    Names,
    change,
    every,
    keeping,
    one,
    role_words,
)
from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance


def major(connection: Connection) -> int:
    """The server's major version."""
    return connection.info.server_version // 10_000


def check_reader(connection: Connection) -> None:
    """That this login may read past row-level security, as a dump must. Raises DatabaseUnusable."""
    _check(connection, "rolsuper or rolbypassrls", "SUPERUSER | BYPASSRLS")


def check_maker(connection: Connection) -> None:
    """That this login may make roles and write past row-level security. Raises DatabaseUnusable."""
    needed = "rolsuper or (rolbypassrls and rolcreaterole)"
    _check(connection, needed, "SUPERUSER | BYPASSRLS + CREATEROLE")


def _check(connection: Connection, needed: str, named: str) -> None:
    row = one(connection, f"select {needed} as may from pg_roles where rolname = session_user")
    if row is None or not row["may"]:
        raise DatabaseUnusable(Hindrance.MISSING_RIGHT, named)


def unfinished(connection: Connection) -> bool:
    """Whether a restore was begun here and did not come to its end."""
    row = one(
        connection,
        """select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
        where d.datname = current_database() and s.setrole = 0
            and 'vav.restoring=on' = any(s.setconfig)""",
    )
    return row is not None


def check_finished(connection: Connection) -> None:
    """That no restore was left half-way. Raises DatabaseUnusable."""
    if unfinished(connection):
        raise DatabaseUnusable(Hindrance.HALF_RESTORED)


@contextmanager
def closed(connection: Connection, names: Sequence[str]) -> Iterator[None]:
    """Keep everybody out until the end of the block, and for good where it is cut.

    Under the old epoch a machine would take for known what the backup does not have, and its
    facts of that time would be lost. `names`: the groups that people sign in by.
    """
    database = connection.info.dbname
    with connection.transaction():
        role_words(connection, "alter database {} set vav.restoring = 'on'", database)
        role_words(connection, "revoke connect on database {} from public", database)
        for name in names:
            role_words(connection, "revoke connect on database {} from {}", database, name)
    yield
    role_words(connection, "alter database {} reset vav.restoring", database)


def check_empty(connection: Connection) -> None:
    """That nothing is in the database that a restore could mix with. Raises DatabaseUnusable.

    What an unfinished restore left goes: it came from a backup, and nobody has seen it.
    """
    if unfinished(connection):
        connection.execute("drop schema if exists vav, api, ext cascade")
    rows = every(
        connection,
        """select n.nspname || coalesce('.' || c.relname, '') as name
        from pg_namespace n left join pg_class c on c.relnamespace = n.oid
            and c.relkind in ('r', 'p', 'v', 'm')
        where n.nspname in ('vav', 'api', 'ext') or (n.nspname = 'public' and c.oid is not null)
        order by 1 limit 3""",
    )
    if rows:
        raise DatabaseUnusable(Hindrance.NOT_OURS, ", ".join(row["name"] for row in rows))


def about(connection: Connection) -> dict[str, Any]:
    """What a backup says of itself: schema, prefix, epoch, the server's version and time."""
    with keeping(connection) as names:
        rows = every(connection, "select name, value from vav.meta")
        meta = {row["name"]: row["value"] for row in rows}
        moment = one(connection, "select now()::text as at") or {}
    return {
        "schema": int(meta["schema"]),
        "prefix": names.prefix,
        "database": names.database,
        "epoch": meta["epoch"],
        "server": connection.info.server_version,
        "at": moment.get("at"),
    }


@contextmanager
def lent(connection: Connection, prefix: str) -> Iterator[None]:
    """Let the keeper into schemas as they are made, while the block runs.

    The tools give rights when all rows are in; but customers' rows have a column that is worked
    out by a function of the keeper's, from the schema of the extensions.
    """
    keeper = Names(prefix, "").role("keeper")
    role_words(connection, "alter default privileges grant usage on schemas to {}", keeper)
    try:
        yield
    finally:
        role_words(connection, "alter default privileges revoke usage on schemas from {}", keeper)


def begin_epoch(connection: Connection) -> str:
    """Make a restored database another one to its machines; answers the new epoch.

    The feed's transaction ids are the old server's: here they may lie beyond the horizon for
    years, so all lines bear this transaction's, in their order by `seq`.
    """
    with keeping(connection):
        change(connection, "update vav.feed set xid = pg_current_xact_id()")
        fresh = one(
            connection,
            """update vav.meta set value = gen_random_uuid()::text where name = 'epoch'
            returning value""",
        )
    connection.execute("analyze")
    return "" if fresh is None else str(fresh["value"])
