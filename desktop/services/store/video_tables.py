"""Tables of video calls: the facts, those under way on this machine, and answers that were shown."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from desktop.services.store.tables import metadata

video_calls = Table(
    "video_calls",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    *(Column(name, Integer) for name in ("offered_at", "opened_at", "consented_at", "face_at")),
    Column("ended_at", Integer, nullable=False),
    Column("end_reason", String, nullable=False),
    Column("delivery", String),
    Column("provider", Text, nullable=False, server_default=""),
    Column("via", String, nullable=False, server_default="unknown"),
    Column("losses", Integer, nullable=False, server_default="0"),
    Column("shares", Text, nullable=False, server_default="[]"),
    Column("thirds", Text, nullable=False, server_default="[]"),
    Column("photos", Integer, nullable=False, server_default="0"),
    Column("place", Text, nullable=False, server_default=""),
)
Index("video_calls_of_customer", video_calls.c.customer_id, video_calls.c.at, video_calls.c.id)

video_photos = Table(
    "video_photos",
    metadata,
    Column("id", String, primary_key=True),
    Column("call_id", String, nullable=False, index=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String, index=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("consented_at", Integer, nullable=False),
    Column("source", String, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("width", "height", "size")),
    Column("sha256", String, nullable=False),
    Column("data", Text, nullable=False, server_default=""),
)
"""`data` is last and empty where only the server has the picture: a list is read without it."""

video_running = Table(
    "video_running",
    metadata,
    Column("call_id", String, primary_key=True),
    Column("contact_id", String, nullable=False),
    Column("person_id", String, nullable=False),
    Column("asked", Text, nullable=False),
    Column("doc", Text, nullable=False, server_default="{}"),
    Column("log", Text, nullable=False, server_default="[]"),
    Column("recorded", Boolean, nullable=False, server_default="0"),
)
"""Calls whose gateway still has something for this machine; never sent."""

answers_shown = Table(
    "answers_shown",
    metadata,
    Column("contact_id", String, primary_key=True),
    Column("estimate", Integer),
    Column("at", Integer, nullable=False),
)
"""Contacts whose answer their advisor may have seen, and the estimate as it stood then."""
