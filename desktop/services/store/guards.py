"""Rules that the local database keeps by itself, whoever writes."""

from typing import Final

from sqlalchemy import Connection

TRIGGERS: Final = (
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
"""An estimate that was written after its advisor could see the customer's answer is refused."""


def create_guards(connection: Connection) -> None:
    """Make the triggers; runs inside the caller's transaction."""
    for statement in TRIGGERS:
        connection.exec_driver_sql(statement)
