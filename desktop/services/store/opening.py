"""Opens a store's file: makes it, checks whose and which version it is, upgrades it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.services.store import cipher, identity, tables
from desktop.services.store.guards import create_guards
from desktop.services.store.replica_tables import every_table
from desktop.services.store.search_schema import create_search_schema

BUSY_MS = 5000
"""How long a write waits for another process (an import writes at most 50 ms at a time)."""


def engine_for(path: Path, key: bytes | None = None) -> Engine:
    """An engine on one connection: WAL, synchronous=FULL, transactions begun by us.

    The key (32 bytes; None: plain) is in no URL, no parameter and no error.
    """
    engine = create_engine(
        f"sqlite:///{path}",
        module=sqlcipher3.dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA cipher_log_level = none")
        if key is not None:
            cursor.execute(f'PRAGMA key = "{cipher.literal(key)}"')
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA cache_size = -32000")
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


@contextmanager
def immediate(connection: Connection) -> Iterator[None]:
    """A transaction that takes the write lock at once, so that it never has to start again."""
    connection.execution_options(begin="BEGIN IMMEDIATE")
    try:
        with connection.begin():
            yield
    finally:
        connection.execution_options(begin="BEGIN")


def prepare(connection: Connection, path: Path) -> None:
    """Make the schema in a new file, refuse a foreign or newer one, upgrade an older one.

    Raises StoreUnavailable, before anything was written, for what is not a store of ours.
    """
    with connection.begin():
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
        empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
    if not empty and application != tables.APPLICATION_ID:
        raise StoreUnavailable(Trouble.NOT_A_STORE, str(path))
    if not empty:
        _refuse_plain_twin(connection, path)
    if version > tables.SCHEMA_VERSION:
        raise StoreUnavailable(Trouble.NEWER_VERSION, str(path), str(version))
    _write_ahead(connection, path)
    if empty:
        _create(connection)
    elif version < tables.SCHEMA_VERSION:
        from desktop.services.store.migrations.upgrade import upgrade

        with immediate(connection):
            upgrade(connection, version)


def _write_ahead(connection: Connection, path: Path) -> None:
    """Have the file written ahead of; SQLite does not wait there for who makes it just now."""
    raw: Any = connection.connection.driver_connection
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            # Not through SQLAlchemy: the journal's mode cannot change inside its transaction.
            raw.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlcipher3.dbapi2.OperationalError as error:
            if "locked" not in str(error):
                raise
            if time.monotonic() > until:
                raise StoreUnavailable(Trouble.LOCKED, str(path)) from error
            time.sleep(0.02)
        else:
            return


def _create(connection: Connection) -> None:
    with immediate(connection):
        # Another process may have made it while this one waited for the lock.
        if int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()) == 0:
            every_table().create_all(connection)
            create_search_schema(connection)
            create_guards(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {tables.SCHEMA_VERSION}")


def _refuse_plain_twin(connection: Connection, path: Path) -> None:
    """A connected store is encrypted: one that lies there in plain text was made by other means."""
    with connection.begin():
        if not identity.sealed(connection) and identity.read(connection) is not None:
            raise StoreUnavailable(Trouble.NOT_A_STORE, str(path), "connected, and in plain text")
