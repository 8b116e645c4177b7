"""How long customers waited, as the contacts of a store tell it."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from desktop.domain.contacts import Channel
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.standards import Wait
from desktop.services.store.tables import contacts


def waits(
    connection: Connection, since: datetime | None = None, to: datetime | None = None
) -> Iterator[Wait]:
    """The waits of contacts that began within [since, to), in no order; those that tell none are left out."""
    table = contacts.c
    query = select(table.channel, table.started_at, table.waited_s, table.abandoned)
    query = query.where(table.waited_s.is_not(None))
    if since is not None:
        query = query.where(table.started_at >= to_millis(since))
    if to is not None:
        query = query.where(table.started_at < to_millis(to))
    for row in connection.execute(query):
        yield Wait(
            channel=Channel(row.channel),
            received_at=from_millis(row.started_at),
            seconds=row.waited_s,
            abandoned=bool(row.abandoned),
        )
