"""The catalogue's lint holds on a fresh database, and fails on each violation planted."""

from pathlib import Path

import pytest

from tests.access.lint import broken
from tests.admin.shared import Admin
from tests.shared_database import SharedDatabase


def lint(database: SharedDatabase) -> list[str]:
    with database.superuser() as connection:
        return broken(connection, database.prefix)


def test_a_database_with_people_keeps_every_rule(seeded: SharedDatabase):
    assert lint(seeded) == []


def test_the_administrators_own_people_keep_every_rule(shared: SharedDatabase):
    """What the commands make, and a schema put in again over it."""
    admin = Admin(shared.dsn())
    admin.json("branch", "add", "Lyon")
    admin.json("team", "add", "Rhone", "--branch", "Lyon")
    for name, role in (("ana", "advisor"), ("bea", "lead"), ("cleo", "admin")):
        admin.json("person", "add", name, "--role", role, "--team", "Rhone")
    admin.json("person", "disable", "ana")
    admin.json("upgrade")
    assert lint(shared) == []


def test_a_restored_database_keeps_every_rule(
    seeded: SharedDatabase, empty_database: SharedDatabase, tmp_path: Path
):
    folder = seeded.server.binaries
    tools = ("--tools", folder) if folder else ()
    Admin(seeded.dsn()).json("backup", tmp_path / "vis.backup", *tools)
    Admin(empty_database.dsn()).json("restore", tmp_path / "vis.backup", *tools)
    with empty_database.superuser() as connection:
        assert broken(connection, seeded.prefix) == []


PLANTED = {
    "a table without row-level security": ("create table vav.{n} (id text)", "vav belongs|enabled"),
    "row-level security not forced": (
        "alter table vav.check_ins no force row level security", "check_ins: enabled"),
    "row-level security disabled": ("alter table vav.contacts disable row level security", "contacts"),
    "a table's policies dropped": (
        ("do $$ declare p text; begin for p in select policyname from pg_policies"
        " where tablename = 'customers' loop execute format('drop policy %I on vav.customers', p);"
        " end loop; end $$"), "policies 0"),
    "a policy for everybody": (
        "create policy open on vav.check_ins for select using (true)", "open on check_ins is for"),
    "a policy that shows all": (
        "create policy open on vav.check_ins for select to {p}_owner using (true)", "every row"),
    "a policy that calls for each row": (
        "create policy slow on vav.check_ins to {p}_owner using (person_id = vav.person())",
        "for each row"),
    "a right on a table": ("grant select on vav.customers to {p}_advisor", "SELECT vav.customers"),
    "a right on a column": ("grant select (name) on vav.people to {p}_team_lead", "SELECT vav.people"),
    "a right on a table for PUBLIC": ("grant insert on vav.audit to public", "PUBLIC may INSERT"),
    "a function for PUBLIC": ("grant execute on function api.hello to public", "by PUBLIC"),
    "a function of the inside": ("grant execute on function vav.person to {p}_advisor", "may call"),
    "a function of a superuser": (
        ("create function api.{n}() returns jsonb language sql security definer"
        " set search_path = pg_catalog, pg_temp as 'select null::jsonb'"), "belongs to postgres"),
    "a function that trusts the caller's search_path": (
        "alter function api.pull reset search_path", "api.pull has the settings"),
    "a function with the caller's rights": (
        "alter function api.push security invoker", "api.push has the caller's rights"),
    "a function that is not of the protocol": (
        "alter function api.hello rename to {n}", "is not of the protocol"),
    "a reading function that may write": ("alter function api.pull volatile", "pull is not STABLE"),
    "an owner that passes row-level security": ("alter role {p}_owner bypassrls", "of the cluster"),
    "an owner that signs in": ("alter role {p}_keeper login", "can sign in"),
    "a person with rights of the cluster": ("alter role {d}_lea createrole", "of the cluster"),
    "a person without a limit": ("alter role {d}_lea connection limit -1", "sessions"),
    "a person in a second group": ("grant {p}_owner to {d}_lea", "lea is in"),
    "a group that reads all": ("grant pg_read_all_data to {p}_advisor", "advisor is in"),
    "an authenticator that inherits": ("alter role {p}_authenticator inherit", "inherits"),
    "a trail that can be changed": ("grant update on vav.audit to {p}_keeper", "the trail"),
    "a trail without its guards": ("alter table vav.audit disable trigger user", "the trail"),
    "a view": ("create view api.{n} as select * from vav.customers", "owner's rights"),
    "a materialized view": (
        "create materialized view vav.{n} as select 1 as one", "owner's rights"),
    "the inside opened": ("grant usage on schema vav to {p}_advisor", "may use vav"),
    "the public schema opened": ("grant all on schema public to public", "may create in public"),
    "temporary tables": ("grant temp on database {d} to public", "TEMPORARY on the database"),
    "an extension that reads files": ("create extension adminpack", "extension adminpack"),
    "large objects": ("grant execute on function lo_creat(int) to public", "large object"),
}  # fmt: skip
UNDO = ("alter role {p}_owner nobypassrls", "alter role {p}_keeper nologin",
        "alter role {p}_authenticator noinherit", "revoke pg_read_all_data from {p}_advisor")  # fmt: skip
"""Roles are the cluster's and not the test's."""


@pytest.mark.parametrize("name", PLANTED)
def test_each_violation_is_found(seeded: SharedDatabase, name: str):
    statement, expected = PLANTED[name]
    words = {"p": seeded.prefix, "d": seeded.name, "n": "planted"}
    with seeded.superuser() as connection:
        if (
            "adminpack" in statement
            and not connection.execute(
                "select from pg_available_extensions where name = 'adminpack'"
            ).fetchone()
        ):
            statement, expected = "create extension citext", "extension citext"
        connection.execute(statement.format(**words) if "{" in statement else statement)
        try:
            found = broken(connection, seeded.prefix)
        finally:
            for undo in UNDO:
                connection.execute(undo.format(**words))
    assert any(part in line for line in found for part in expected.split("|")), found
