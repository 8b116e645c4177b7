"""First contact resolution over the contacts of a store, counted where they are.

The rule is `domain/first_contact.py`; its window is a RANGE frame: what began at least a millisecond
and at most N days after a contact, of the same customer and reason.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, text

from desktop.domain.first_contact import DAYS, FirstContact
from desktop.domain.instants import to_millis

STATEMENT = """
WITH known AS (
    SELECT customer_id, reason, started_at,
           customer_id IS NOT NULL AND NOT abandoned AS counted
    FROM contacts WHERE started_at <= :until
), followed AS (
    SELECT started_at, count(*) OVER (
        PARTITION BY customer_id, reason ORDER BY started_at
        RANGE BETWEEN 1 FOLLOWING AND :within FOLLOWING) AS returns
    FROM known WHERE counted
), newest AS (
    SELECT CASE WHEN :given THEN :until ELSE (SELECT max(started_at) FROM known) END AS at
)
SELECT count(*) FILTER (WHERE newest.at - started_at >= :within) AS judged,
       count(*) FILTER (WHERE newest.at - started_at >= :within AND returns = 0) AS resolved,
       count(*) AS counted,
       (SELECT count(*) FROM known WHERE NOT counted AND started_at >= :since) AS excluded
FROM followed, newest WHERE started_at >= :since
"""

_EVER = 1 << 53
"""Later, and earlier below zero, than any instant."""


def first_contact(
    connection: Connection,
    *,
    days: int = DAYS,
    since: datetime | None = None,
    to: datetime | None = None,
) -> FirstContact:
    """As `domain.first_contact.first_contact` over every contact of the store."""
    values = {
        "within": round(timedelta(days=days).total_seconds() * 1000),
        "since": -_EVER if since is None else to_millis(since),
        "until": _EVER if to is None else to_millis(to),
        "given": to is not None,
    }
    row = connection.execute(text(STATEMENT), values).one()
    return FirstContact(
        resolved=row.resolved,
        judged=row.judged,
        not_yet_judged=row.counted - row.judged,
        excluded=row.excluded,
    )
