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
    Column("based_on", Text, nullable=False, server_default=""),
    Column("settles", Text, nullable=False, server_default="[]"),
    Column("note", Text, nullable=False, server_default=""),
    Column("retired", Boolean, nullable=False, server_default="0"),
    # Last: what is asked without the text is read without its pages.
    Column("text", Text, nullable=False),
)
Index(
    "script_versions_of_script",
    *(script_versions.c.script_id, script_versions.c.version),
    *(script_versions.c.at, script_versions.c.id),
)

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
Index(
    "own_words_of_step",
    *(own_words.c.script_id, own_words.c.step_id, own_words.c.at, own_words.c.id),
)
Index(
    "own_words_of_person",
    *(own_words.c.person_id, own_words.c.script_id, own_words.c.step_id),
    *(own_words.c.at, own_words.c.id),
)

chain_merges = Table(
    "chain_merges",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("script_id", String, nullable=False),
    Column("chain_id", String, nullable=False),
    Column("into_id", Text, nullable=False, server_default=""),
)
Index("merges_of_script", chain_merges.c.script_id, chain_merges.c.at, chain_merges.c.id)

agreements = Table(
    "credits",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("suggestion_id", String, nullable=False, index=True),
    Column("agreed", Boolean, nullable=False),
    Column("chain_id", Text, nullable=False, server_default=""),
)
Index("credits_of_person", agreements.c.person_id, agreements.c.at, agreements.c.id)
