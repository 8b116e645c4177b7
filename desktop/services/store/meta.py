"""Reads and writes what a store knows about itself: its device, its server, how far it has pulled."""

from typing import Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.services.store import tables

SERVER: Final = "server"
PERSON: Final = "person_id"
"""Whom a connected store belongs to."""
BRANCH: Final = "branch_id"
"""The branch that the person was last told to be of."""
CURSOR: Final = "cursor"
CLOCK_OFFSET: Final = "clock_offset"
"""How far this machine's clock was from the server's at the last sync, in milliseconds."""


def get(connection: Connection, name: str) -> str | None:
    """The value kept under this name, or None."""
    return connection.scalar(select(tables.meta.c.value).where(tables.meta.c.name == name))


def put(connection: Connection, name: str, value: str) -> None:
    """Keep a value, in the place of the one before."""
    row = insert(tables.meta).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def drop(connection: Connection, name: str) -> None:
    """Forget a value, if there is one."""
    connection.execute(delete(tables.meta).where(tables.meta.c.name == name))


def number(connection: Connection, name: str) -> int:
    """The whole number kept under this name; 0 where there is none."""
    return int(get(connection, name) or 0)
