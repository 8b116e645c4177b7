"""Takes a fact back while its line may not leave yet: its row and the line go together."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from desktop.domain.errors import Gone
from desktop.domain.instants import to_millis
from desktop.services.store.facts import KINDS
from desktop.services.store.tables import outbox


def take_back(connection: Connection, fact: Any, now: datetime) -> None:
    """Remove the row and the line of a fact that has an `id` and was recorded with `not_before`.

    Raises Gone, having changed nothing, once the line has left or its time to leave has come.
    """
    held = outbox.c.not_before > to_millis(now)
    still = held & (outbox.c.state == "waiting") & outbox.c.dseq.is_(None)
    mine = (outbox.c.fact_id == fact.id) & (outbox.c.attempts == 0) & still
    line = connection.scalar(select(outbox.c.line).where(mine))
    if line is None:
        raise Gone
    table = KINDS[type(fact)].table
    connection.execute(delete(outbox).where(outbox.c.line == line))
    connection.execute(delete(table).where(table.c.id == fact.id))
