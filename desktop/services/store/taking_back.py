"""A fact taken back before it left: its row and its line in the outbox go together."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update

from desktop.domain.instants import to_millis
from desktop.domain.outbox import PENDING
from desktop.services.store.tables import outbox


def take_away(connection: Connection, table: Table, fact_id: str, now: datetime) -> bool:
    """Remove it; False, with nothing changed, once it has left or its time to leave has come."""
    line = connection.scalar(select(outbox.c.line).where(_still(fact_id, now)))
    if line is None:
        return False
    connection.execute(delete(outbox).where(outbox.c.line == line))
    connection.execute(delete(table).where(table.c.id == fact_id))
    return True


def hold(connection: Connection, fact_id: str, now: datetime, until: datetime) -> None:
    """Have it wait until then; nothing where it has left or its time to leave has come."""
    later = update(outbox).where(_still(fact_id, now)).values(not_before=to_millis(until))
    connection.execute(later)


def _still(fact_id: str, now: datetime) -> ColumnElement[bool]:
    """Whether a fact's line is here, and nobody else can know of it."""
    return (
        (outbox.c.fact_id == fact_id)
        & (outbox.c.not_before > to_millis(now))
        & (outbox.c.state == "waiting")
        & outbox.c.dseq.is_(None)
        & (outbox.c.attempts == 0)
    )


def waiting(connection: Connection, fact_ids: list[str]) -> frozenset[str]:
    """Which of these facts are on this machine alone."""
    states = [state.value for state in PENDING]
    query = select(outbox.c.fact_id).where(outbox.c.fact_id.in_(fact_ids))
    return frozenset(connection.scalars(query.where(outbox.c.state.in_(states))))
