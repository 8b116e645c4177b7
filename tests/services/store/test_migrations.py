"""Migrations: their head is the models' schema, one by one, with data, up and down."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import op
from sqlalchemy import insert, select

from desktop.services.store import opening, tables
from desktop.services.store.local import LocalStore
from desktop.services.store.migrations.upgrade import downgrade, scripts, upgrade


def schema(connection):
    """Every object of the schema, its SQL without what only formats it."""
    rows = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL"
    )
    return {(kind, name): re.sub(r"\s+", "", sql) for kind, name, sql in rows}


@pytest.fixture
def connection(tmp_path: Path):
    engine = opening.engine_for(tmp_path / "old.sqlite")
    with engine.connect() as opened:
        yield opened
    engine.dispose()


async def test_the_head_is_the_models_schema(store, connection):
    with opening.immediate(connection):
        upgrade(connection, 0)
        migrated = schema(connection)
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    assert migrated == await store.read(schema)
    assert version == tables.SCHEMA_VERSION == len(scripts())


def test_each_step_goes_up_and_back_to_the_same_schema(connection):
    with opening.immediate(connection):
        for version in range(len(scripts())):
            before = schema(connection)
            upgrade(connection, version, version + 1)
            after = schema(connection)
            downgrade(connection, version + 1, version)
            assert schema(connection) == before
            upgrade(connection, version, version + 1)
            assert schema(connection) == after


def test_a_failing_migration_leaves_the_store_as_it_was(connection, monkeypatch):
    class Failing:
        module = SimpleNamespace(upgrade=lambda: 1 / 0)

    now = scripts()
    monkeypatch.setattr(
        "desktop.services.store.migrations.upgrade.scripts", lambda: (*now, Failing)
    )
    with pytest.raises(ZeroDivisionError), opening.immediate(connection):
        upgrade(connection, 0)
    with connection.begin():
        assert schema(connection) == {}
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 0


async def test_opening_an_older_store_upgrades_it_and_keeps_its_rows(store, clock, monkeypatch):
    """A later version of ours, with one migration more, opens a store of today."""

    def add_colour():
        op.execute("ALTER TABLE customers ADD COLUMN colour TEXT NOT NULL DEFAULT ''")

    class Later:
        module = SimpleNamespace(upgrade=add_colour)

    await store.write(lambda c: c.execute(insert(tables.customers).values(id="c1", city="Angers")))
    await store.close()
    now = scripts()
    monkeypatch.setattr("desktop.services.store.migrations.upgrade.scripts", lambda: (*now, Later))
    monkeypatch.setattr(tables, "SCHEMA_VERSION", tables.SCHEMA_VERSION + 1)
    later = await LocalStore.open(store.path, clock)
    query = select(tables.customers.c.city)
    assert await later.read(lambda c: c.execute(query).scalars().all()) == ["Angers"]
    columns = await later.read(
        lambda c: [row[1] for row in c.exec_driver_sql("PRAGMA table_info(customers)")]
    )
    assert columns[-1] == "colour"
    await later.close()
