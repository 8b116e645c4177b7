"""A shared database for a test: a clone of one that `init` made, with people, gone afterwards."""

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

import psycopg
import pytest
from psycopg import sql

from desktop.services.store.shared.acting import GROUPS
from tests.postgres import Server

PASSWORD = "correct-horse-battery"

NEW_ROLE = "create role {role} login connection limit 4 password {password}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who can sign in at a shared database."""

    id: str
    name: str
    role: str
    """The role in the database: `<database>_lea`."""
    dsn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDatabase:
    """One database of the run's server."""

    server: Server
    name: str
    """Begins the names of people's roles."""
    prefix: str
    """Begins the names of its groups and owners; a clone has its template's."""
    people: dict[str, Person] = field(default_factory=dict)

    def dsn(self, role: str | None = None, password: str | None = None) -> str:
        """Address as the superuser, or as a role over TCP."""
        return self.server.url(self.name, role, password or PASSWORD)

    @property
    def place(self) -> tuple[str, int]:
        """Host and port over TCP."""
        at = self.server.superuser
        host = str(at.get("host", ""))
        return ("127.0.0.1" if host.startswith("/") else host, int(at.get("port", 5432)))

    def superuser(self, **options) -> psycopg.Connection:
        """A superuser's session in autocommit."""
        return self.server.connect(self.name, **options)

    def connect(self, person: str, **options) -> psycopg.Connection:
        """A person's plain session, in autocommit, by the name that they sign in with."""
        return psycopg.connect(self.people[person].dsn, autocommit=True, **options)

    def run(self, statement: str, *values) -> list[tuple]:
        """What a statement answers to the superuser."""
        with self.superuser() as connection:
            done = connection.execute(statement, values or None)
            return done.fetchall() if done.description else []

    def add_branch(self, name: str) -> str:
        """A branch; its id."""
        row = f"branch-{name.lower()}"
        self.run("insert into vav.branches (id, name) values (%s, %s)", row, name)
        return row

    def add_team(self, name: str, branch: str) -> str:
        """A team of a branch; its id."""
        row = f"team-{name.lower()}"
        self.run(
            "insert into vav.teams (id, name, branch_id) values (%s, %s, %s)", row, name, branch
        )
        return row

    def add_person(
        self, name: str, role: str = "advisor", team: str | None = None, *, enabled: bool = True
    ) -> Person:
        """Somebody with a role of their own, `role` being advisor, lead or admin."""
        own = f"{self.name}_{name}"
        names = {"role": sql.Identifier(own), "password": sql.Literal(PASSWORD)}
        group = sql.Identifier(f"{self.prefix}_{GROUPS[role]}")
        authenticator = sql.Identifier(f"{self.prefix}_authenticator")
        with self.superuser() as connection:
            connection.execute(sql.SQL(NEW_ROLE).format(**names))
            connection.execute(sql.SQL("grant {} to {}").format(group, names["role"]))
            connection.execute(sql.SQL("grant {} to {}").format(names["role"], authenticator))
            connection.execute(
                "insert into vav.people (id, name, sign_in, role, team_id, enabled, db_role)"
                " values (%s, %s, %s, %s, %s, %s, %s)",
                (f"person-{name}", name.capitalize(), name, role, team, enabled, own),
            )
        person = Person(id=f"person-{name}", name=name, role=own, dsn=self.dsn(own))
        self.people[name] = person
        return person

    def authenticator(self) -> str:
        """Address of the second door's own session, its password set."""
        role = f"{self.prefix}_authenticator"
        self.run(f"alter role {role} password '{PASSWORD}'")
        return self.dsn(role)


def roles(server: Server, prefix: str) -> set[str]:
    """The roles whose names begin with a prefix."""
    with server.connect() as connection:
        asked = "select rolname from pg_roles where starts_with(rolname, %s)"
        return {name for (name,) in connection.execute(asked, (f"{prefix}_",))}


def create(server: Server, name: str, template: str = "template1") -> None:
    """A new database; a clone is closed anew, since PostgreSQL leaves a database's rights behind."""
    from desktop.services.store.shared import install

    with server.connect() as connection:
        connection.execute(f"create database {name} template {template}")
    if template != "template1":
        with server.connect(name) as connection:
            install.close_database(connection)


def drop(server: Server, name: str) -> None:
    with server.connect() as connection:
        connection.execute(f"drop database if exists {name} with (force)")


def drop_roles(server: Server, names: set[str]) -> None:
    with server.connect() as connection:
        for name in sorted(names):
            connection.execute(sql.SQL("drop role if exists {}").format(sql.Identifier(name)))


def new_name(of: str = "vav") -> str:
    return f"{of}_{secrets.token_hex(3)}"


@contextlib.contextmanager
def installed(server: Server) -> Iterator[SharedDatabase]:
    """A database of its own roles that `init` has just made."""
    from desktop.services.store.shared import install

    name = new_name()
    try:
        create(server, name)
        with psycopg.connect(server.url(name)) as connection:
            install.init(connection)
        yield SharedDatabase(server=server, name=name, prefix=name)
    finally:
        drop(server, name)
        drop_roles(server, roles(server, name))


@contextlib.contextmanager
def cloned(template: SharedDatabase) -> Iterator[SharedDatabase]:
    """A copy of an installed database that shares its group roles; people of its own."""
    server, name = template.server, new_name(f"{template.name}_clone")
    try:
        create(server, name, template.name)
        yield SharedDatabase(server=server, name=name, prefix=template.prefix)
    finally:
        drop(server, name)
        drop_roles(server, roles(server, name))


@contextlib.contextmanager
def empty(server: Server) -> Iterator[SharedDatabase]:
    """A database on which nobody ran `init` yet."""
    name = new_name()
    try:
        create(server, name)
        yield SharedDatabase(server=server, name=name, prefix=name)
    finally:
        drop(server, name)
        drop_roles(server, roles(server, name))


@pytest.fixture(scope="session")
def template(postgres: Server) -> Iterator[SharedDatabase]:
    """Made once a process: what each test gets a copy of."""
    with installed(postgres) as database:
        yield database


@pytest.fixture
def shared(template: SharedDatabase) -> Iterator[SharedDatabase]:
    """A shared database without people."""
    with cloned(template) as database:
        yield database


@pytest.fixture
def empty_database(postgres: Server) -> Iterator[SharedDatabase]:
    """A database on which nobody ran `init` yet."""
    with empty(postgres) as database:
        yield database


@pytest.fixture
def seeded(shared: SharedDatabase) -> SharedDatabase:
    """Two branches: at Lyon Camille leads Léa and Karim (disabled: Ex), at Lille Zoé is alone."""
    lyon, lille = shared.add_branch("Lyon"), shared.add_branch("Lille")
    team, other = shared.add_team("Rhone", lyon), shared.add_team("Nord", lille)
    shared.add_person("camille", "lead", team)
    shared.add_person("lea", "advisor", team)
    shared.add_person("karim", "advisor", team)
    shared.add_person("ex", "advisor", team, enabled=False)
    shared.add_person("zoe", "advisor", other)
    shared.add_person("admin", "admin")
    return shared
