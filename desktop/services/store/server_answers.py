"""What the server computed when it was last asked, to be shown offline with its time."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.instants import from_millis, to_millis
from desktop.services.store.team_tables import server_answers

MOST: Final = 40
"""Answers of one function to different questions that are kept, the newest."""


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


def name_of(function: str, params: Mapping[str, str]) -> str:
    """The name under which the answer of a function to one of many questions is kept."""
    return f"{function}:{json.dumps(params, sort_keys=True, separators=(',', ':'))}"


def keep(connection: Connection, name: str, answer: Mapping[str, Any], at: datetime) -> None:
    """Keep the answer to one of many questions; the oldest of the function's go."""
    put(connection, name, to_millis(at), json.dumps(answer))
    table = server_answers.c
    alike = table.name.startswith(name.partition(":")[0] + ":")
    newest = select(table.name).where(alike).order_by(table.read_at.desc()).limit(MOST)
    connection.execute(delete(server_answers).where(alike, table.name.not_in(newest)))


def kept(connection: Connection, name: str) -> tuple[dict[str, Any], datetime] | None:
    """The last answer to a question and when it was read; None where it was never asked."""
    held = get(connection, name)
    return None if held is None else (json.loads(held[1]), from_millis(held[0]))
