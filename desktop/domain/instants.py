"""Instants as they stand in tables and on lines: milliseconds since 1970, UTC."""

from datetime import UTC, datetime


def to_millis(at: datetime) -> int:
    """Milliseconds since 1970 of an aware instant."""
    return round(at.timestamp() * 1000)


def from_millis(millis: float) -> datetime:
    """The instant, aware, in UTC."""
    return datetime.fromtimestamp(millis / 1000, UTC)
