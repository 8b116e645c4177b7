"""Prepares a PostgreSQL as the shared database, and brings an older one up to date."""

import re
from pathlib import Path
from typing import Any, Final

from psycopg import Connection, errors, sql
from psycopg.rows import scalar_row

from desktop.domain.errors import Invalid, OutsideFailed, Refused

SCHEMA: Final = Path(__file__).with_name("schema")
STEPS: Final = tuple(sorted((SCHEMA / "steps").glob("*.sql")))
"""What changes tables, each run once, in order; only ever added to (expand, later contract).
A function that gets another signature or owner is dropped in a step: it cannot be replaced."""
CODE: Final = tuple(sorted((SCHEMA / "code").glob("*.sql")))
"""Functions, triggers, policies and grants: always put in anew."""

VERSION: Final = len(STEPS)
OLDEST_SERVER: Final = 150000
LONGEST_NAME: Final = 63
"""Bytes of a name in PostgreSQL."""

STRUCTURAL: Final = (
    "owner",
    "keeper",
    "advisor",
    "team_lead",
    "administrator",
    "authenticator",
    "anon",
)
_PLACE: Final = re.compile(r"\{\{('?)([a-z_]+)'?\}\}")
PATIENCE: Final = "5s"
"""How long to wait for a table that people are using: longer, and they would wait as well."""
ATTEMPTS: Final = 30
QUEUE: Final = "60s"
"""How long to wait for another preparation: anybody who signs in may hold its key."""
_LOCK: Final = 0x5641_5641
"""Key of the advisory lock that lets one preparation run at a time."""

Shared = Connection[Any]


class NotPrepared(Refused):
    """The database has not been prepared yet: `init` comes first."""


class NewerDatabase(Refused):
    """The database was prepared by a newer version of this application."""

    def __init__(self, found: int) -> None:
        super().__init__(f"the database has schema {found}, this application knows {VERSION}")
        self.found = found


class ServerTooOld(OutsideFailed):
    """The server is older than PostgreSQL 15."""


class InUse(OutsideFailed):
    """Somebody holds a table that must change, or the right to change it: nothing was, try again."""


class NotAllowed(OutsideFailed):
    """The role that signed in may not prepare a database; the text names what was refused."""


def init(connection: Shared, prefix: str | None = None) -> None:
    """Put roles, tables, functions and policies in; safe to run again, all or nothing.

    `prefix` begins the names of the roles; without it the one kept, else the database's name.
    Raises Invalid("prefix"), NewerDatabase, ServerTooOld, NotAllowed, InUse.
    """
    if connection.info.server_version < OLDEST_SERVER:
        raise ServerTooOld(
            f"PostgreSQL 15 or newer is needed, not {connection.info.server_version}"
        )
    try:
        with connection.transaction():
            connection.execute("select set_config('lock_timeout', %s, true)", [QUEUE])
            connection.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
            connection.execute("select set_config('lock_timeout', %s, true)", [PATIENCE])
            found = _found(connection)
            kept = None if found is None else kept_prefix(connection)
            names = _names(connection, kept or prefix)
            if kept and prefix and prefix != kept:
                raise Invalid("prefix", f"this database has {kept}")
            _build(connection, found or 0, names)
    except errors.InsufficientPrivilege as refused:
        raise NotAllowed(refused.diag.message_primary or "") from refused
    except (errors.LockNotAvailable, errors.DeadlockDetected) as refused:
        raise InUse(refused.diag.message_primary or "") from refused


def upgrade(connection: Shared) -> None:
    """Bring a prepared database to this version. Raises NotPrepared, and as `init` does."""
    if version(connection) == 0:
        raise NotPrepared("run init first")
    init(connection)


def version(connection: Shared) -> int:
    """Number of the last step that the database has; 0 when it was not prepared."""
    with connection.transaction():
        return _found(connection) or 0


def kept_prefix(connection: Shared) -> str:
    """What the names of a prepared database's own roles begin with."""
    cursor = connection.cursor(row_factory=scalar_row)
    return str(cursor.execute("select value from vav.meta where name = 'prefix'").fetchone())


def make_roles(connection: Shared, prefix: str) -> None:
    """Make the roles that own a database of this prefix, where they are not: a restore needs them."""
    with connection.transaction():
        _run(connection, SCHEMA / "roles.sql", _names(connection, prefix))


def close_database(connection: Shared) -> None:
    """Take from everybody what a database grants by default: a clone by template needs it again."""
    with connection.transaction():
        _run(connection, SCHEMA / "database.sql", _names(connection, kept_prefix(connection)))


def _found(connection: Shared) -> int | None:
    cursor = connection.cursor(row_factory=scalar_row)
    if cursor.execute("select to_regclass('vav.meta')").fetchone() is None:
        return None
    found = int(cursor.execute("select value from vav.meta where name = 'schema'").fetchone() or 0)
    if found > VERSION:
        raise NewerDatabase(found)
    return found


def _names(connection: Shared, prefix: str | None) -> dict[str, str]:
    prefix = prefix or re.sub("[^a-z0-9_]", "_", connection.info.dbname.lower())
    if not re.fullmatch("[a-z0-9_]+", prefix):
        raise Invalid("prefix", f"{prefix!r}: only a-z, 0-9 and _")
    names = {name: f"{prefix}_{name}" for name in STRUCTURAL}
    longest = max(names.values(), key=len)
    if len(longest) > LONGEST_NAME:
        raise Invalid("prefix", f"{longest!r} has more than {LONGEST_NAME} letters")
    return {**names, "prefix": prefix, "database": connection.info.dbname}


def _build(connection: Shared, found: int, names: dict[str, str]) -> None:
    if found:
        _lock_tables(connection)
    for name in ("roles.sql", "grounds.sql", "database.sql"):
        _run(connection, SCHEMA / name, names)
    for step in STEPS[found:]:
        _run(connection, step, names)
    for part in CODE:
        _run(connection, part, names)
    rows = {"prefix": names["prefix"], "schema": str(VERSION)}
    statement = (
        "insert into vav.meta (name, value) values (%s, %s)"
        " on conflict (name) do update set value = excluded.value"
    )
    connection.execute(sql.SQL("set local role {}").format(sql.Identifier(names["keeper"])))
    for row in rows.items():
        connection.execute(statement, row)
    connection.execute(
        "insert into vav.meta (name, value) values ('epoch', gen_random_uuid()::text)"
        " on conflict (name) do nothing"
    )
    connection.execute("reset role")


def _lock_tables(connection: Shared) -> None:
    """Have every table to oneself, without ever waiting for one while another is held.

    Every function begins by asking who calls: with `people` ours, nobody is in the middle of one,
    and whoever comes waits there, holding nothing. An administrator's command may hold others.
    """
    cursor = connection.cursor(row_factory=scalar_row)
    # Nobody has the rights on the trail that this lock asks for, and it is written last anyway.
    asked = "select tablename from pg_tables where schemaname = 'vav' and tablename <> 'audit'"
    names = cursor.execute(asked).fetchall()
    tables = sql.SQL(", ").join(sql.Identifier("vav", name) for name in names)
    every = sql.SQL("lock table {} in access exclusive mode nowait").format(tables)
    for attempt in range(ATTEMPTS):
        try:
            with connection.transaction():
                connection.execute("lock table vav.people in access exclusive mode")
                connection.execute(every)
        except errors.LockNotAvailable:
            if attempt == ATTEMPTS - 1:
                raise
            connection.execute("select pg_sleep(0.1)")
        else:
            return


def _run(connection: Shared, path: Path, names: dict[str, str]) -> None:
    """Run one file, its places filled with quoted names: `{{owner}}`, or `{{'owner'}}` as text."""

    def filled(place: re.Match[str]) -> str:
        quote = sql.Literal if place[1] else sql.Identifier
        return quote(names[place[2]]).as_string(connection)

    text = _PLACE.sub(filled, path.read_text(encoding="utf-8"))
    connection.execute(text)
