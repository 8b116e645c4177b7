"""Guides, reasons, standards and latitude, as the shared database keeps them for everybody."""

from sqlalchemy import Connection, select

from desktop.services.store.replica_tables import documents

REASONS = "reasons"
SCRIPT = "script"
STANDARDS = "standards"
LATITUDE = "latitude"
"""Types of documents."""


def texts(connection: Connection, type_: str) -> tuple[tuple[str, str], ...]:
    """Name and text (YAML) of each document of a type, by name; of one name the latest version."""
    query = (
        select(documents.c.name, documents.c.text)
        .where(documents.c.type == type_)
        .order_by(documents.c.name, documents.c.version, documents.c.id)
    )
    latest = {row.name: row.text for row in connection.execute(query)}
    return tuple(latest.items())
