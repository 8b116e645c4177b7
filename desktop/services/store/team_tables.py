"""Tables of latitude, care and stories, and what the server last computed for this machine."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from desktop.services.store.tables import metadata

gestures = Table(
    "gestures",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("cents", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("request_id", Text, nullable=False, server_default=""),
    Column("takes_back", Text, nullable=False, server_default=""),
)
Index("gestures_of_person", gestures.c.person_id, gestures.c.at)
Index("gestures_of_customer", gestures.c.customer_id, gestures.c.at, gestures.c.id)

gesture_requests = Table(
    "gesture_requests",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String, index=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("lead_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("cents", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
)

gesture_answers = Table(
    "gesture_answers",
    metadata,
    Column("id", String, primary_key=True),
    Column("request_id", String, nullable=False, index=True),
    Column("lead_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
)

pauses = Table(
    "pauses",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
)
Index("pauses_of_person", pauses.c.person_id, pauses.c.at)

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", String, primary_key=True),
    Column("incivility_id", String, nullable=False, index=True),
    Column("lead_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
)

talks = Table(
    "talks",
    metadata,
    Column("id", String, primary_key=True),
    Column("check_in_id", String, nullable=False, index=True),
    Column("lead_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("planned_for", String),
)

talk_notes = Table(
    "talk_notes",
    metadata,
    Column("id", String, primary_key=True),
    Column("check_in_id", String, nullable=False, index=True),
    Column("lead_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("signed", Boolean, nullable=False),
    Column("thanks_id", Text, nullable=False, server_default=""),
)

story_outcomes = Table(
    "story_outcomes",
    metadata,
    Column("id", String, primary_key=True),
    Column("story_id", String, nullable=False, index=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("state", String, nullable=False),
)

server_answers = Table(
    "server_answers",
    metadata,
    Column("name", String, primary_key=True),
    Column("read_at", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
"""What the server computed when it was last asked (a team's totals, its mirror), to be shown offline."""
