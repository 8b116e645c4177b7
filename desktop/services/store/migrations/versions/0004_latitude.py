"""Guides that leads write, latitude, waits for customers, care, talks and stories."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE incivilities ADD COLUMN warned BOOLEAN DEFAULT '0' NOT NULL",
    "ALTER TABLE incivilities ADD COLUMN ended BOOLEAN DEFAULT '0' NOT NULL",
    """CREATE TABLE script_versions (
    id VARCHAR NOT NULL,
    script_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    based_on TEXT DEFAULT '' NOT NULL,
    settles TEXT DEFAULT '[]' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    retired BOOLEAN DEFAULT '0' NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE script_drafts (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    script_id TEXT DEFAULT '' NOT NULL,
    based_on TEXT DEFAULT '' NOT NULL,
    settles TEXT DEFAULT '[]' NOT NULL,
    text TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE own_words (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    script_id VARCHAR NOT NULL,
    step_id VARCHAR NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    shared BOOLEAN DEFAULT '0' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE chain_merges (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    script_id VARCHAR NOT NULL,
    chain_id VARCHAR NOT NULL,
    into_id TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE credits (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    suggestion_id VARCHAR NOT NULL,
    agreed BOOLEAN NOT NULL,
    chain_id TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE gestures (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    cents INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    request_id TEXT DEFAULT '' NOT NULL,
    takes_back TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE awaitings (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    begins BOOLEAN NOT NULL,
    takes_back TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE gesture_requests (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    lead_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    cents INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE gesture_answers (
    id VARCHAR NOT NULL,
    request_id VARCHAR NOT NULL,
    lead_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    granted BOOLEAN NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE pauses (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE follow_ups (
    id VARCHAR NOT NULL,
    incivility_id VARCHAR NOT NULL,
    lead_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE talks (
    id VARCHAR NOT NULL,
    check_in_id VARCHAR NOT NULL,
    lead_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    planned_for VARCHAR,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE talk_notes (
    id VARCHAR NOT NULL,
    check_in_id VARCHAR NOT NULL,
    lead_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE stories (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    words TEXT NOT NULL,
    signed BOOLEAN NOT NULL,
    thanks_id TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE story_outcomes (
    id VARCHAR NOT NULL,
    story_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE server_answers (
    name VARCHAR NOT NULL,
    read_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (name)
)""",
    "CREATE INDEX contacts_of_script ON contacts (script_id, started_at) WHERE script_id != ''",
    "CREATE INDEX step_offs_of_script ON step_offs (script_id, at)",
    "CREATE INDEX script_versions_of_script ON script_versions (script_id, version, at, id)",
    "CREATE INDEX ix_script_drafts_person_id ON script_drafts (person_id)",
    "CREATE INDEX own_words_of_step ON own_words (script_id, step_id, at, id)",
    "CREATE INDEX own_words_of_person ON own_words (person_id, script_id, step_id, at, id)",
    "CREATE INDEX merges_of_script ON chain_merges (script_id, at, id)",
    "CREATE INDEX ix_credits_suggestion_id ON credits (suggestion_id)",
    "CREATE INDEX credits_of_person ON credits (person_id, at, id)",
    "CREATE INDEX gestures_of_customer ON gestures (customer_id, at, id)",
    "CREATE INDEX gestures_of_person ON gestures (person_id, at)",
    "CREATE INDEX gestures_of_contact ON gestures (contact_id, person_id, at, id)",
    "CREATE INDEX requests_of_contact ON gesture_requests (contact_id, person_id, at)",
    "CREATE INDEX requests_of_person ON gesture_requests (person_id, at, id)",
    "CREATE INDEX requests_of_lead ON gesture_requests (lead_id, at, id)",
    "CREATE INDEX ix_awaitings_contact_id ON awaitings (contact_id)",
    "CREATE INDEX ix_awaitings_customer_id ON awaitings (customer_id)",
    "CREATE INDEX ix_gesture_requests_customer_id ON gesture_requests (customer_id)",
    "CREATE INDEX ix_gesture_answers_request_id ON gesture_answers (request_id)",
    "CREATE INDEX gesture_answers_of_lead ON gesture_answers (lead_id, at, request_id)",
    "CREATE INDEX pauses_of_person ON pauses (person_id, at)",
    "CREATE INDEX ix_follow_ups_incivility_id ON follow_ups (incivility_id)",
    "CREATE INDEX ix_talks_check_in_id ON talks (check_in_id)",
    "CREATE INDEX talks_of_lead ON talks (lead_id, at, id)",
    "CREATE INDEX notes_of_check_in ON talk_notes (check_in_id, lead_id, at, id)",
    "CREATE INDEX stories_of_person ON stories (person_id, at, id)",
    "CREATE INDEX ix_story_outcomes_story_id ON story_outcomes (story_id)",
    "CREATE INDEX outcomes_of_state ON story_outcomes (state, at, story_id)",
    "CREATE INDEX incivilities_of_person ON incivilities (person_id, at, id)",
    "CREATE INDEX people_of_team ON people (team_id)",
)

DROPS = (
    "DROP INDEX people_of_team",
    "DROP INDEX incivilities_of_person",
    "DROP INDEX step_offs_of_script",
    "DROP INDEX contacts_of_script",
    "DROP TABLE server_answers",
    "DROP TABLE story_outcomes",
    "DROP TABLE stories",
    "DROP TABLE talk_notes",
    "DROP TABLE talks",
    "DROP TABLE follow_ups",
    "DROP TABLE pauses",
    "DROP TABLE gesture_answers",
    "DROP TABLE gesture_requests",
    "DROP TABLE awaitings",
    "DROP TABLE gestures",
    "DROP TABLE credits",
    "DROP TABLE chain_merges",
    "DROP TABLE own_words",
    "DROP TABLE script_drafts",
    "DROP TABLE script_versions",
    "ALTER TABLE incivilities DROP COLUMN ended",
    "ALTER TABLE incivilities DROP COLUMN warned",
)


def upgrade() -> None:
    """Make room for what leads write and for care."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Take it away again."""
    for statement in DROPS:
        op.get_bind().exec_driver_sql(statement)
