"""Reads and writes small choices, a row each."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.services.store import tables

NOTE_DRAFT = "note_draft:"
"""Beginning of the name under which a note being written waits; the customer's id follows."""


def get(connection: Connection, person_id: str, name: str) -> str | None:
    """The value kept under this name, or None."""
    table = tables.preferences
    query = select(table.c.value).where(table.c.person_id == person_id, table.c.name == name)
    return connection.scalar(query)


def put(connection: Connection, person_id: str, name: str, value: str) -> None:
    """Keep a value, in the place of the one before."""
    row = insert(tables.preferences).values(person_id=person_id, name=name, value=value)
    connection.execute(
        row.on_conflict_do_update(index_elements=["person_id", "name"], set_={"value": value})
    )


def drop(connection: Connection, person_id: str, name: str) -> None:
    """Forget a value, if there is one."""
    table = tables.preferences
    connection.execute(delete(table).where(table.c.person_id == person_id, table.c.name == name))
