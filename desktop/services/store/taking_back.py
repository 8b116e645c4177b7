"""A fact taken back before it left: its row and its line in the outbox go together."""

from datetime import datetime

from sqlalchemy import Connection, Table, delete, select

from desktop.domain.instants import to_millis
from desktop.domain.outbox import PENDING
from desktop.services.store.tables import outbox


def take_away(connection: Connection, table: Table, fact_id: str, now: datetime) -> bool:
    """Remove it; False, with nothing changed, once it has left or its time to leave has come."""
    still = (
        (outbox.c.fact_id == fact_id)
        & (outbox.c.not_before > to_millis(now))
        & (outbox.c.state == "waiting")
        & outbox.c.dseq.is_(None)
        & (outbox.c.attempts == 0)
    )
    line = connection.scalar(select(outbox.c.line).where(still))
    if line is None:
        return False
    connection.execute(delete(outbox).where(outbox.c.line == line))
    connection.execute(delete(table).where(table.c.id == fact_id))
    return True


def waiting(connection: Connection, fact_ids: list[str]) -> frozenset[str]:
    """Which of these facts are on this machine alone."""
    states = [state.value for state in PENDING]
    query = select(outbox.c.fact_id).where(outbox.c.fact_id.in_(fact_ids))
    return frozenset(connection.scalars(query.where(outbox.c.state.in_(states))))
