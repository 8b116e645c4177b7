"""What keeps a store on this machine: what nobody else has."""

from sqlalchemy import Connection, func, select

from desktop.domain.errors import StillWaiting
from desktop.domain.outbox import UNSENT
from desktop.services.store import preferences, tables

DRAFT = "draft"


def refuse_while_waiting(connection: Connection) -> None:
    """Raise StillWaiting while facts are neither on the server nor in an export, or drafts wait."""
    outbox = tables.outbox.c
    lines = (
        select(outbox.state, func.count())
        .where(outbox.state.in_(UNSENT), outbox.exported_at.is_(None))
        .group_by(outbox.state)
    )
    counts = {str(state): int(count) for state, count in connection.execute(lines)}
    kept = tables.preferences.c.name
    notes = select(func.count()).where(kept.startswith(preferences.NOTE_DRAFT, autoescape=True))
    drafts = connection.scalar(select(func.count()).select_from(tables.drafts)) or 0
    drafts += connection.scalar(notes) or 0
    if drafts:
        counts[DRAFT] = drafts
    if counts:
        raise StillWaiting(counts)
