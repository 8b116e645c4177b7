"""Video calls and their photos, and customers' answers that are taken in here."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ANSWERS = """CREATE TABLE answers (
    id VARCHAR NOT NULL,
    customer_id VARCHAR,
    contact_id VARCHAR,
    person_id VARCHAR,
    at INTEGER NOT NULL,
    satisfaction INTEGER,
    effort INTEGER,
    nps INTEGER,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)"""
FORMER_ANSWERS = """CREATE TABLE answers (
    id VARCHAR NOT NULL,
    customer_id VARCHAR NOT NULL,
    contact_id VARCHAR,
    at INTEGER NOT NULL,
    satisfaction INTEGER,
    effort INTEGER,
    nps INTEGER,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)"""
KEPT = "id, customer_id, contact_id, at, satisfaction, effort, nps, words"
ANSWER_INDEXES = (
    "CREATE INDEX answers_of_customer ON answers (customer_id, at)",
    "CREATE INDEX ix_answers_contact_id ON answers (contact_id)",
    "CREATE INDEX answers_alone ON answers (customer_id, at, id) WHERE contact_id IS NULL",
)

STATEMENTS = (
    """CREATE TABLE video_calls (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    offered_at INTEGER,
    opened_at INTEGER,
    consented_at INTEGER,
    face_at INTEGER,
    ended_at INTEGER NOT NULL,
    end_reason VARCHAR NOT NULL,
    delivery VARCHAR,
    provider TEXT DEFAULT '' NOT NULL,
    via VARCHAR DEFAULT 'unknown' NOT NULL,
    losses INTEGER DEFAULT '0' NOT NULL,
    shares TEXT DEFAULT '[]' NOT NULL,
    thirds TEXT DEFAULT '[]' NOT NULL,
    photos INTEGER DEFAULT '0' NOT NULL,
    place TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE video_photos (
    id VARCHAR NOT NULL,
    call_id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    consented_at INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL,
    data TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE video_running (
    call_id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    asked TEXT NOT NULL,
    doc TEXT DEFAULT '{}' NOT NULL,
    log TEXT DEFAULT '[]' NOT NULL,
    recorded BOOLEAN DEFAULT '0' NOT NULL,
    PRIMARY KEY (call_id)
)""",
    """CREATE TABLE answers_shown (
    contact_id VARCHAR NOT NULL,
    estimate INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (contact_id)
)""",
    "CREATE INDEX ix_video_calls_contact_id ON video_calls (contact_id)",
    "CREATE INDEX video_calls_of_customer ON video_calls (customer_id, at, id)",
    "CREATE INDEX ix_video_photos_call_id ON video_photos (call_id)",
    "CREATE INDEX ix_video_photos_contact_id ON video_photos (contact_id)",
    "CREATE INDEX ix_video_photos_customer_id ON video_photos (customer_id)",
)

TRIGGERS = (
    """CREATE TRIGGER estimate_before_answer_in BEFORE INSERT ON contacts
    WHEN EXISTS (SELECT 1 FROM answers_shown s
        WHERE s.contact_id = NEW.id AND s.estimate IS NOT NEW.estimate)
    BEGIN SELECT RAISE(ABORT, 'the answer was shown before this estimate'); END""",
    """CREATE TRIGGER estimate_before_answer_change BEFORE UPDATE OF estimate ON contacts
    WHEN OLD.estimate IS NOT NEW.estimate AND EXISTS (SELECT 1 FROM answers_shown s
        WHERE s.contact_id = NEW.id AND s.estimate IS NOT NEW.estimate)
    BEGIN SELECT RAISE(ABORT, 'the answer was shown before this estimate'); END""",
    """CREATE TRIGGER answer_shown_once BEFORE UPDATE ON answers_shown
    BEGIN SELECT RAISE(ABORT, 'an answer is shown once'); END""",
)


def _answers_anew(definition: str, where: str = "") -> tuple[str, ...]:
    """A column's NOT NULL cannot be changed in place: the table is made again under its name."""
    drops = ("answers_alone", "ix_answers_contact_id", "answers_of_customer")
    return (
        *(f"DROP INDEX {name}" for name in drops),
        "ALTER TABLE answers RENAME TO answers_former",
        definition,
        f"INSERT INTO answers ({KEPT}) SELECT {KEPT} FROM answers_former {where}",
        "DROP TABLE answers_former",
        *ANSWER_INDEXES,
    )


DROPS = (
    "DROP TRIGGER answer_shown_once",
    "DROP TRIGGER estimate_before_answer_change",
    "DROP TRIGGER estimate_before_answer_in",
    "DROP TABLE answers_shown",
    "DROP TABLE video_running",
    "DROP TABLE video_photos",
    "DROP TABLE video_calls",
)


def upgrade() -> None:
    """Make room for calls, and for answers of callers whom nobody identified."""
    for statement in (*_answers_anew(ANSWERS), *STATEMENTS, *TRIGGERS):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Take it away again; answers of unknown callers have no place there."""
    where = "WHERE customer_id IS NOT NULL"
    for statement in (*DROPS, *_answers_anew(FORMER_ANSWERS, where)):
        op.get_bind().exec_driver_sql(statement)
