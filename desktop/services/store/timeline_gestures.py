"""Goodwill gestures as entries of a customer's journey."""

from typing import Any

from sqlalchemy import ColumnElement, select

from desktop.domain.latitude.facts import Gesture
from desktop.domain.timeline import Entry, EntryKind
from desktop.services.store.rows import from_row
from desktop.services.store.team_tables import gestures


def in_force() -> ColumnElement[bool]:
    """Whether a gesture was made and not taken back."""
    back = gestures.alias("back")
    taken = select(back.c.id).where(
        back.c.contact_id == gestures.c.contact_id, back.c.takes_back == gestures.c.id
    )
    return (gestures.c.takes_back == "") & ~taken.exists()


def gesture_entry(row: Any) -> Entry:
    """The entry of a row with its advisor's name."""
    one = from_row(Gesture, row)
    return Entry(
        kind=EntryKind.GESTURE,
        id=one.id,
        at=one.at,
        advisor=row["advisor"],
        gesture=one.kind,
        cents=one.cents,
        note=one.words,
    )
