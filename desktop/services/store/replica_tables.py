"""Tables that a store has for its shared database, beside those of `tables.py`."""

from sqlalchemy import Column, Integer, MetaData, String, Table, Text

from desktop.services.store import script_tables, team_tables, video_tables
from desktop.services.store.tables import metadata

replica = Table(
    "replica",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("read_at", Integer),
    sqlite_with_rowid=False,
)
"""Which state of which row came from the server; `read_at` is empty where it said gone."""

followed = Table(
    "followed",
    metadata,
    Column("customer_id", String, primary_key=True),
    Column("at", Integer, nullable=False),
)
"""Customers opened through the live search, and when last."""

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    *(Column(name, String, nullable=False) for name in ("type", "name")),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False, server_default=""),
)

branches = Table(
    "branches",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False, server_default=""),
)

waiting_check_ins = Table(
    "waiting_check_ins",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("read_at", Integer),
)
"""Shared by name with the lead of this store: never the content. `read_at` stays here."""


BESIDE = (video_tables.video_calls, script_tables.script_versions, team_tables.gestures)
"""One table of each of the other modules."""


def every_table() -> MetaData:
    """These tables, those of `tables.py`, and those of the modules beside it."""
    return BESIDE[0].metadata
