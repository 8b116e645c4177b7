"""What keeps a store on this machine: facts that the shared database does not have yet."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from desktop.domain.errors import StillWaiting
from desktop.services.store import tables

UNSETTLED = ("waiting", "held", "rejected", "conflict")
"""States of a line that nobody but this machine knows, or that somebody has yet to decide."""


def refuse_while_waiting(connection: Connection, exported: Collection[str] = ()) -> None:
    """Raise StillWaiting where a line is unsettled that is not among `exported` (their op_id)."""
    safe = frozenset(exported)
    counts: dict[str, int] = {}
    lines = select(tables.outbox.c.op_id, tables.outbox.c.state)
    for op_id, state in connection.execute(lines.where(tables.outbox.c.state.in_(UNSETTLED))):
        if op_id not in safe:
            counts[state] = counts.get(state, 0) + 1
    if counts:
        raise StillWaiting(counts)
