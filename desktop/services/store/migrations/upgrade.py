"""Takes an older store to this version, step by step, in one transaction."""

from sqlalchemy import Connection


def upgrade(connection: Connection, version: int) -> None:
    """Run the migrations after `version` and write the new one down."""
    raise NotImplementedError(connection, version)
