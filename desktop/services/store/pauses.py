"""A person's own pauses in the local store."""

from sqlalchemy import Connection, select

from desktop.domain.ids import PersonId
from desktop.domain.pauses import Pause
from desktop.services.store.rows import from_row
from desktop.services.store.team_tables import pauses


def latest(connection: Connection, person_id: PersonId) -> Pause | None:
    """The last pause that they began."""
    newest = (pauses.c.at.desc(), pauses.c.id.desc())
    query = select(pauses).where(pauses.c.person_id == person_id).order_by(*newest).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else from_row(Pause, row)
