"""Branches, teams and people of the shared database, and each person's role in PostgreSQL."""

import re
from dataclasses import dataclass
from typing import Any

from desktop.domain.errors import Refused
from desktop.services.store.shared.acting import (
    GROUPS,
    RESERVED,
    Connection,
    Names,
    change,
    every,
    keeping,
    one,
    role_words,
    session,
)

SESSIONS = 4
"""Connections that a person may hold at once."""
LONGEST_ROLE = 63
"""Bytes in the name of a role."""
_SIGN_IN = re.compile(r"[a-z][a-z0-9_]*")


class NotDone(Refused):
    """What was asked of people, teams or branches cannot be done: `why`, and the names it is about."""

    def __init__(self, why: str, *names: str) -> None:
        super().__init__(why)
        self.why = why
        self.names = names


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A person to add."""

    sign_in: str
    role: str
    """advisor, lead or admin."""
    team: str = ""
    full_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was added, or was there already."""

    id: str
    name: str
    new: bool


def add_branch(connection: Connection, name: str, fresh_id: str) -> Added:
    """The branch of that name, made where there is none."""
    with keeping(connection):
        return _branch(connection, name, fresh_id)


def _branch(connection: Connection, name: str, fresh_id: str) -> Added:
    found = one(connection, "select id from vav.branches where name = %s", name)
    if found is None:
        change(connection, "insert into vav.branches (id, name) values (%s, %s)", fresh_id, name)
    return Added(id=found["id"] if found else fresh_id, name=name, new=found is None)


def add_team(connection: Connection, name: str, branch: str | None, fresh_id: str) -> Added:
    """The team of that name in that branch, made where there is none; the branch must be there.

    A team that has no branch yet gets this one; one of another branch is another. Raises NotDone.
    """
    with keeping(connection):
        branch_id = None if branch is None else _branch_id(connection, branch)
        found = one(
            connection,
            """select id, branch_id from vav.teams where name = %s
                and (%s::text is null or branch_id is null or branch_id = %s)
            order by branch_id nulls last, id limit 1""",
            name,
            branch_id,
            branch_id,
        )
        if found is None:
            words = "insert into vav.teams (id, name, branch_id) values (%s, %s, %s)"
            change(connection, words, fresh_id, name, branch_id)
        elif branch_id is not None and found["branch_id"] is None:
            words = "update vav.teams set branch_id = %s where id = %s"
            change(connection, words, branch_id, found["id"])
        return Added(id=found["id"] if found else fresh_id, name=name, new=found is None)


def _branch_id(connection: Connection, name: str) -> str:
    found = one(connection, "select id from vav.branches where name = %s", name)
    if found is None:
        raise NotDone("unknown_branch", name)
    return str(found["id"])


def add_person(
    connection: Connection, wanted: Newcomer, password: str, fresh_id: str
) -> tuple[str, str | None]:
    """Make a person and their role, with a password to be changed; answers the role's name.

    Somebody whom an import made without a role keeps their id and what they did: the name by
    which they were known is answered too. Raises NotDone.
    """
    with keeping(connection) as names:
        role = names.of_person(_checked(wanted.sign_in, names))
        team_id = _team(connection, wanted)
        found = one(
            connection, "select name, db_role from vav.people where sign_in = %s", wanted.sign_in
        )
        if found is not None and found["db_role"] is not None:
            raise NotDone("person_there", wanted.sign_in)
        if one(connection, "select from pg_roles where rolname = %s", role) is not None:
            raise NotDone("role_there", role)
        _enter(connection, wanted, {"id": fresh_id, "db_role": role, "team_id": team_id})
        with session(connection, names):
            _make_role(connection, names, role, wanted.role, verifier(connection, role, password))
        return role, None if found is None else str(found["name"])


def _enter(connection: Connection, wanted: Newcomer, given: dict[str, Any]) -> None:
    connection.execute(
        """insert into vav.people (id, name, sign_in, role, db_role, team_id, enabled, must_change)
        values (%(id)s, %(name)s, %(sign_in)s, %(role)s, %(db_role)s, %(team_id)s, true, true)
        on conflict (sign_in) do update set
            name = case when %(named)s then excluded.name else people.name end,
            role = excluded.role, db_role = excluded.db_role, team_id = excluded.team_id,
            enabled = true, must_change = true""",
        given
        | {
            "name": wanted.full_name or wanted.sign_in,
            "named": bool(wanted.full_name),
            "sign_in": wanted.sign_in,
            "role": wanted.role,
        },
    )


def _checked(sign_in: str, names: Names) -> str:
    if not _SIGN_IN.fullmatch(sign_in):
        raise NotDone("bad_name", sign_in)
    if sign_in in RESERVED or len(names.of_person(sign_in).encode()) > LONGEST_ROLE:
        raise NotDone("name_taken", sign_in)
    return sign_in


def _team(connection: Connection, wanted: Newcomer) -> str | None:
    if not wanted.team:
        if wanted.role == "admin":
            return None
        raise NotDone("no_team")
    words = "select id from vav.teams where name = %s or id = %s order by id"
    found = every(connection, words, wanted.team, wanted.team)
    if not found:
        raise NotDone("unknown_team", wanted.team)
    if len(found) > 1:
        raise NotDone("several_teams", wanted.team, ", ".join(row["id"] for row in found))
    return str(found[0]["id"])


def verifier(connection: Connection, role: str, password: str) -> str:
    """The SCRAM verifier of a password, worked out here: the server never sees the password."""
    made = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return made.decode()


def _make_role(
    connection: Connection, names: Names, role: str, kind: str, secret: str | None
) -> None:
    from psycopg import sql

    words = sql.SQL(
        "create role {} login inherit nosuperuser nocreatedb nocreaterole noreplication"
        " connection limit {} password {}"
    )
    connection.execute(
        words.format(sql.Identifier(role), sql.Literal(SESSIONS), sql.Literal(secret))
    )
    # A session that is forgotten open holds every machine's pull back: see reaping.
    role_words(connection, "alter role {} set idle_in_transaction_session_timeout = '30s'", role)
    role_words(connection, "grant {} to {}", names.role(GROUPS[kind]), role)
    role_words(connection, "grant {} to {}", role, names.role("authenticator"))


def person(connection: Connection, sign_in: str) -> dict[str, Any]:
    """A person who has a role: id, name, role, db_role, enabled. Raises NotDone."""
    found = one(
        connection,
        "select id, name, role, db_role, enabled from vav.people where sign_in = %s",
        sign_in,
    )
    if found is None or found["db_role"] is None:
        raise NotDone("unknown_person", sign_in)
    return found


def look_up(connection: Connection, sign_in: str) -> dict[str, Any]:
    """As `person`, in a transaction of its own."""
    with keeping(connection):
        return person(connection, sign_in)


def set_enabled(connection: Connection, sign_in: str, *, enabled: bool) -> tuple[bool, int]:
    """Open or close the database to a person; answers whether that changed, and sessions ended."""
    with keeping(connection) as names:
        found = person(connection, sign_in)
        change(connection, "update vav.people set enabled = %s where id = %s", enabled, found["id"])
        with session(connection, names):
            role_words(
                connection, "alter role {} " + ("login" if enabled else "nologin"), found["db_role"]
            )
    ended = 0 if enabled else end_sessions(connection, found["db_role"])
    return found["enabled"] != enabled, ended


def set_password(connection: Connection, sign_in: str, password: str) -> tuple[str, int]:
    """Give a person a new password, to be changed; answers their role, and sessions ended."""
    from psycopg import sql

    with keeping(connection) as names:
        found = person(connection, sign_in)
        role = str(found["db_role"])
        change(connection, "update vav.people set must_change = true where id = %s", found["id"])
        with session(connection, names):
            words = sql.SQL("alter role {} password {}")
            secret = sql.Literal(verifier(connection, role, password))
            connection.execute(words.format(sql.Identifier(role), secret))
    return role, end_sessions(connection, role)


def end_sessions(connection: Connection, role: str) -> int:
    """End what a role has open, after the change is committed, so that it cannot come back."""
    return change(
        connection,
        """select pg_terminate_backend(pid) from pg_stat_activity
        where usename = %s and (pg_has_role(session_user, usesysid, 'usage')
            or pg_has_role(session_user, 'pg_signal_backend', 'usage'))""",
        role,
    )


def restore_roles(connection: Connection, kept: list[dict[str, Any]]) -> list[str]:
    """Make the roles of a backup, by this database's name; answers those without a password.

    A role that is there already stays as it is; one that was closed since stays closed at the
    second door too.
    """
    without = []
    with keeping(connection) as names:
        for each in kept:
            role = names.of_person(each["sign_in"])
            words = "update vav.people set db_role = %s where sign_in = %s"
            change(connection, words, role, each["sign_in"])
            there = one(connection, "select rolcanlogin from pg_roles where rolname = %s", role)
            if there is not None:
                words = "update vav.people set enabled = enabled and %s where sign_in = %s"
                change(connection, words, there["rolcanlogin"], each["sign_in"])
                continue
            with session(connection, names):
                _make_role(connection, names, role, each["role"], each["verifier"])
                if not each["enabled"]:
                    role_words(connection, "alter role {} nologin", role)
            if each["verifier"] is None:
                without.append(role)
    return without


def kept_roles(connection: Connection) -> list[dict[str, Any]]:
    """People's roles for a backup, each with its verifier where this login may read it, else None."""
    with keeping(connection) as names:
        kept = connection.execute(
            """select sign_in, db_role, role, enabled from vav.people
            where db_role is not null order by db_role"""
        ).fetchall()
        with session(connection, names):
            may = one(connection, "select has_table_privilege('pg_authid', 'select') as may")
            secrets = {}
            if may is not None and may["may"]:
                rows = connection.execute(
                    "select rolname, rolpassword from pg_authid where rolname = any(%s)",
                    [[row["db_role"] for row in kept]],
                )
                secrets = {row["rolname"]: row["rolpassword"] for row in rows}
    return [row | {"verifier": secrets.get(row["db_role"])} for row in kept]
