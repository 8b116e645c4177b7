"""What the server computed when it was last asked, to be shown offline with its time."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from desktop.services.store.team_tables import server_answers


def get(connection: Connection, name: str) -> tuple[int, str] | None:
    """When (ms) it was read, and its JSON; None where it never was."""
    query = select(server_answers).where(server_answers.c.name == name)
    row = connection.execute(query).first()
    return None if row is None else (row.read_at, row.text)


def put(connection: Connection, name: str, read_at: int, text: str) -> None:
    """Keep an answer in the place of the one before."""
    row = {"name": name, "read_at": read_at, "text": text}
    put_in = insert(server_answers).values(row)
    connection.execute(put_in.on_conflict_do_update(index_elements=["name"], set_=row))
