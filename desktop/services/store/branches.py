"""Reads the branches: their names, and which one this machine works for."""

from sqlalchemy import Connection, select

from desktop.services.store import meta
from desktop.services.store.replica_tables import branches


def elsewhere(connection: Connection) -> dict[str, str]:
    """The names of the other branches, by id."""
    here = meta.get(connection, meta.BRANCH)
    rows = connection.execute(select(branches.c.id, branches.c.name))
    return {row.id: row.name for row in rows if row.id != here}
