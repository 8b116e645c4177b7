"""How the administrator's statements run: as the role that keeps the tables, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, LiteralString, TypeAlias

from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance
from desktop.services.store.shared.sql_door import role_of

if TYPE_CHECKING:
    import psycopg

Connection: TypeAlias = "psycopg.Connection[dict[str, Any]]"
"""A session whose rows are dictionaries."""

GROUPS = {"advisor": "advisor", "lead": "team_lead", "admin": "administrator"}
"""The group of each role of `vav.people`."""
RESERVED = ("owner", "keeper", "advisor", "team_lead", "administrator", "authenticator", "anon")
"""Ends of role names that are no person's."""


@dataclass(frozen=True, slots=True)
class Names:
    """The roles of one database in the cluster."""

    prefix: str
    """What the roles that own and keep it, and its groups, begin with."""
    database: str
    """Its own name: its people's roles begin with it, also where it is a copy of another."""

    def role(self, name: str) -> str:
        """The role of a group, or of who owns or keeps the database."""
        return f"{self.prefix}_{name}"

    def of_person(self, sign_in: str) -> str:
        """The role of a person."""
        return role_of(self.database, sign_in)


def names(connection: Connection) -> Names:
    """The roles of the database, read from who owns it. Raises DatabaseUnusable."""
    row = connection.execute(
        """select pg_get_userbyid(c.relowner) as owner, current_database() as database
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'vav' and c.relname = 'meta'"""
    ).fetchone()
    if row is None:
        raise DatabaseUnusable(Hindrance.NOT_INITIALISED)
    found = Names(str(row["owner"]).removesuffix("_owner"), str(row["database"]))
    keeper = found.role("keeper")
    may = connection.execute(
        "select pg_has_role(session_user, oid, 'member') as may from pg_roles where rolname = %s",
        [keeper],
    ).fetchone()
    if may is None or not may["may"]:
        raise DatabaseUnusable(Hindrance.MISSING_RIGHT, keeper)
    return found


@contextmanager
def keeping(connection: Connection) -> Iterator[Names]:
    """One transaction as the keeper; `session` inside it goes back to the administrator."""
    found = names(connection)
    with connection.transaction():
        become(connection, found.role("keeper"))
        yield found


@contextmanager
def session(connection: Connection, found: Names) -> Iterator[None]:
    """For statements about roles, which the keeper may not make."""
    connection.execute("set local role none")
    yield
    become(connection, found.role("keeper"))


def become(connection: Connection, role: str) -> None:
    """Take a role until the transaction ends."""
    from psycopg import sql

    connection.execute(sql.SQL("set local role {}").format(sql.Identifier(role)))


def one(connection: Connection, query: LiteralString, *values: Any) -> dict[str, Any] | None:
    """The first row of a query."""
    return connection.execute(query, values).fetchone()


def every(connection: Connection, query: LiteralString, *values: Any) -> list[dict[str, Any]]:
    """The rows of a query."""
    return connection.execute(query, values).fetchall()


def change(connection: Connection, query: LiteralString, *values: Any) -> int:
    """Run a statement; answers how many rows it touched."""
    return max(connection.execute(query, values).rowcount, 0)


def role_words(connection: Connection, query: LiteralString, *parts: str) -> None:
    """Run a statement about roles, with `{}` for each name."""
    from psycopg import sql

    connection.execute(sql.SQL(query).format(*(sql.Identifier(part) for part in parts)))
