"""Reads the outbox."""

from sqlalchemy import Connection, func, select

from desktop.services.store import tables


def waiting(connection: Connection) -> int:
    """How many lines wait to be sent."""
    query = select(func.count()).where(tables.outbox.c.state == "waiting")
    return int(connection.execute(query).scalar_one())
