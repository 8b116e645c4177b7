"""Tables of guides: versions, drafts, own words, and what was learned of step-offs."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from desktop.services.store.tables import metadata

script_versions = Table(
    "script_versions",
    metadata,
    Column("id", String, primary_key=True),
    Column("script_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("based_on", Text, nullable=False, server_default=""),
    Column("settles", Text, nullable=False, server_default="[]"),
    Column("note", Text, nullable=False, server_default=""),
    Column("retired", Boolean, nullable=False, server_default="0"),
)
Index("script_versions_of_script", script_versions.c.script_id, script_versions.c.version)

script_drafts = Table(
    "script_drafts",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False, index=True),
    Column("script_id", Text, nullable=False, server_default=""),
    Column("based_on", Text, nullable=False, server_default=""),
    Column("settles", Text, nullable=False, server_default="[]"),
    Column("text", Text, nullable=False),
    Column("updated_at", Integer, nullable=False),
)
"""Guides being written on this machine; never sent."""

own_words = Table(
    "own_words",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("script_id", String, nullable=False),
    Column("step_id", String, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("shared", Boolean, nullable=False, server_default="0"),
)
Index("own_words_of_step", own_words.c.script_id, own_words.c.step_id, own_words.c.person_id)

chain_merges = Table(
    "chain_merges",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("script_id", String, nullable=False, index=True),
    Column("chain_id", String, nullable=False),
    Column("into_id", Text, nullable=False, server_default=""),
)

agreements = Table(
    "credits",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("suggestion_id", String, nullable=False, index=True),
    Column("agreed", Boolean, nullable=False),
)
