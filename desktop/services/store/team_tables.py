"""Tables of waits for customers, latitude, care and stories, and what the server last computed for this machine."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from desktop.services.store.tables import metadata

gestures = Table(
    "gestures",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact_id", String, nullable=False),
    Column("customer_id", String),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("cents", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("request_id", Text, nullable=False, server_default=""),
    Column("takes_back", Text, nullable=False, server_default=""),
)
Index(
    "gestures_of_contact", gestures.c.contact_id, gestures.c.person_id, gestures.c.at, gestures.c.id
)
Index("gestures_of_person", gestures.c.person_id, gestures.c.at)
Index("gestures_of_customer", gestures.c.customer_id, gestures.c.at, gestures.c.id)

awaitings = Table(
    "awaitings",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String, index=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("begins", Boolean, nullable=False),
    Column("takes_back", Text, nullable=False, server_default=""),
)

gesture_requests = Table(
    "gesture_requests",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact_id", String, nullable=False),
    Column("customer_id", String, index=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("lead_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("cents", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
)
Index(
    "requests_of_contact",
    *(gesture_requests.c.contact_id, gesture_requests.c.person_id, gesture_requests.c.at),
)
Index(
    "requests_of_person",
    *(gesture_requests.c.person_id, gesture_requests.c.at, gesture_requests.c.id),
)
Index("requests_of_lead", gesture_requests.c.lead_id, gesture_requests.c.at, gesture_requests.c.id)

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
Index(
    "gesture_answers_of_lead",
    *(gesture_answers.c.lead_id, gesture_answers.c.at, gesture_answers.c.request_id),
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
Index("talks_of_lead", talks.c.lead_id, talks.c.at, talks.c.id)

talk_notes = Table(
    "talk_notes",
    metadata,
    Column("id", String, primary_key=True),
    Column("check_in_id", String, nullable=False),
    Column("lead_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
)
Index(
    "notes_of_check_in",
    *(talk_notes.c.check_in_id, talk_notes.c.lead_id, talk_notes.c.at, talk_notes.c.id),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("signed", Boolean, nullable=False),
    Column("thanks_id", Text, nullable=False, server_default=""),
)
Index("stories_of_person", stories.c.person_id, stories.c.at, stories.c.id)

story_outcomes = Table(
    "story_outcomes",
    metadata,
    Column("id", String, primary_key=True),
    Column("story_id", String, nullable=False, index=True),
    Column("person_id", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("state", String, nullable=False),
)
Index("outcomes_of_state", story_outcomes.c.state, story_outcomes.c.at, story_outcomes.c.story_id)

server_answers = Table(
    "server_answers",
    metadata,
    Column("name", String, primary_key=True),
    Column("read_at", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
"""What the server computed when it was last asked (a team's totals, its mirror), to be shown offline."""
