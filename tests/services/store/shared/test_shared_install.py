"""Preparing a database: again and again, by whom it may, from version to version, or not at all."""

import psycopg
import pytest

from desktop.domain.errors import Invalid
from desktop.services.store.shared import install
from tests.shared_database import SharedDatabase

CATALOGUE = """
select n.nspname || '.' || c.relname, c.relkind::text from pg_class c
join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('vav', 'api')
union all select p.oid::regprocedure::text, md5(p.prosrc) from pg_proc p
where p.pronamespace in ('vav'::regnamespace, 'api'::regnamespace)
union all select tgrelid::regclass::text || tgname, '' from pg_trigger where not tgisinternal
union all select tablename || policyname, coalesce(qual, '') || coalesce(with_check, '')
from pg_policies order by 1, 2
"""


def test_it_may_be_run_again(seeded: SharedDatabase):
    before, people = seeded.run(CATALOGUE), seeded.run("select * from vav.people order by id")
    meta = seeded.run("select * from vav.meta order by name")
    with seeded.superuser() as connection:
        install.init(connection)
        install.upgrade(connection)
        assert install.version(connection) == install.VERSION
    assert seeded.run(CATALOGUE) == before
    assert seeded.run("select * from vav.people order by id") == people
    assert seeded.run("select * from vav.meta order by name") == meta


def test_an_empty_database_cannot_be_upgraded(empty_database: SharedDatabase):
    with empty_database.superuser() as connection:
        assert install.version(connection) == 0
        with pytest.raises(install.NotPrepared):
            install.upgrade(connection)


def test_a_newer_database_is_left_alone(shared: SharedDatabase):
    shared.run("update vav.meta set value = '99' where name = 'schema'")
    before = shared.run(CATALOGUE)
    with shared.superuser() as connection:
        for attempt in (install.init, install.upgrade, install.version):
            with pytest.raises(install.NewerDatabase) as refusal:
                attempt(connection)
            assert refusal.value.found == 99
    assert shared.run(CATALOGUE) == before


@pytest.mark.parametrize("prefix", ["Vav", "a-b", "a b", 'a"b', "a;b", "é", "v" * 50])
def test_a_prefix_that_cannot_name_roles(empty_database: SharedDatabase, prefix: str):
    with empty_database.superuser() as connection:
        with pytest.raises(Invalid):
            install.init(connection, prefix)
        assert install.version(connection) == 0


def test_a_prefix_stays(shared: SharedDatabase):
    with shared.superuser() as connection:
        assert install.kept_prefix(connection) == shared.prefix
        install.init(connection, shared.prefix)
        with pytest.raises(Invalid):
            install.init(connection, "other")


def later(folder, monkeypatch, text: str) -> None:
    step = folder / "9999_later.sql"
    step.write_text(text)
    monkeypatch.setattr(install, "STEPS", (*install.STEPS, step))
    monkeypatch.setattr(install, "VERSION", install.VERSION + 1)


def test_a_later_version_takes_its_steps_once(shared, tmp_path, monkeypatch):
    later(tmp_path, monkeypatch, "set local role {{owner}};"
          " alter table vav.contacts add column colour text; reset role;")  # fmt: skip
    with shared.superuser() as connection:
        assert install.version(connection) == install.VERSION - 1
        install.upgrade(connection)
        install.upgrade(connection)
        assert install.version(connection) == install.VERSION
    assert shared.run("select colour from vav.contacts") == []


def test_a_step_that_fails_leaves_nothing_behind(shared, tmp_path, monkeypatch):
    before = shared.run(CATALOGUE)
    later(tmp_path, monkeypatch, "create table vav.half (); select 1 / 0;")
    with shared.superuser() as connection:
        with pytest.raises(psycopg.errors.DivisionByZero):
            install.upgrade(connection)
        assert install.version(connection) == install.VERSION - 1
    assert shared.run(CATALOGUE) == before


def test_who_makes_databases_and_roles_may_prepare_one(empty_database: SharedDatabase):
    maker = f"{empty_database.prefix}_maker"
    empty_database.run(f"create role {maker} login createrole password 'azertyuiop'")
    empty_database.run(f"alter database {empty_database.name} owner to {maker}")
    with psycopg.connect(empty_database.dsn(maker, "azertyuiop")) as connection:
        install.init(connection)
        install.init(connection)
        assert install.version(connection) == install.VERSION
        connection.execute(f"set role {empty_database.prefix}_keeper")
        connection.execute("insert into vav.branches values ('b1', 'Lyon')")


def test_who_may_not_is_told(empty_database: SharedDatabase):
    nobody = f"{empty_database.prefix}_nobody"
    empty_database.run(f"create role {nobody} login password 'azertyuiop'")
    with (
        psycopg.connect(empty_database.dsn(nobody, "azertyuiop")) as connection,
        pytest.raises(install.NotAllowed),
    ):
        install.init(connection)


def test_two_at_once_wait_for_each_other(empty_database: SharedDatabase, monkeypatch):
    monkeypatch.setattr(install, "QUEUE", "100ms")
    with empty_database.superuser() as one, empty_database.superuser() as other:
        with one.transaction():
            install.init(one)
            with pytest.raises(install.InUse):
                install.init(other)
        install.init(other)
        assert install.version(other) == install.VERSION


@pytest.mark.parametrize("table", ["people", "contacts"])
def test_a_table_in_use_stops_an_upgrade_and_nothing_else(shared, monkeypatch, table):
    monkeypatch.setattr(install, "PATIENCE", "100ms")
    monkeypatch.setattr(install, "ATTEMPTS", 2)
    with shared.superuser() as busy, shared.superuser() as connection:
        with busy.transaction():
            busy.execute(f"lock table vav.{table} in access share mode")
            with pytest.raises(install.InUse):
                install.upgrade(connection)
        install.upgrade(connection)


def test_a_clone_is_closed_again(shared: SharedDatabase):
    shared.run(f"grant temporary on database {shared.name} to public")
    with shared.superuser() as connection:
        install.close_database(connection)
    asked = "select has_database_privilege(%s, current_database(), 'TEMPORARY')"
    assert shared.run(asked, f"{shared.prefix}_advisor") == [(False,)]


def test_the_trail_is_one_chain_a_device_and_only_grows(shared: SharedDatabase):
    import hashlib

    from tests.access.world import contact
    from tests.services.shared_talk import talk

    shared.add_branch("Lyon")
    shared.add_team("Rhone", "branch-lyon")
    shared.add_person("lea", "advisor", "team-rhone")
    desk = talk(shared)
    desk.push("lea", *(contact("lea", None) for _ in range(3)))
    chained = b""
    lines = shared.run("select n, hash, chained from vav.audit where chain = 'desk-lea' order by n")
    for number, (n, content, link) in enumerate(lines, start=1):
        chained = hashlib.sha256(chained + content).digest()
        assert (n, link) == (number, chained)
    assert shared.run("select chained, links from vav.devices") == [(chained, 3)]
    for statement in ("update vav.audit set n = 9", "delete from vav.audit", "truncate vav.audit"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            shared.run(statement)
