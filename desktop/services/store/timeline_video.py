"""Video calls in a customer's journey: each with its contact, or by itself while that is under way."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, select

from desktop.domain.timeline import CallShown, EntryKind, Page
from desktop.domain.video.calls import VideoCall, VideoPhoto
from desktop.services.store.rows import from_row
from desktop.services.store.tables import people
from desktop.services.store.video_tables import video_calls, video_photos

_OF_CONTACTS, _THESE = (
    select(video_calls).where(column.in_(bindparam("ids", expanding=True)))
    for column in (video_calls.c.contact_id, video_calls.c.id)
)
_PHOTOS = select(*(column for column in video_photos.c if column.name != "data")).where(
    video_photos.c.call_id.in_(bindparam("ids", expanding=True))
)
_NAMES = select(people.c.id, people.c.name).where(people.c.id.in_(bindparam("ids", expanding=True)))


def with_calls(connection: Connection, found: Page) -> Page:
    """The page with the calls of its contacts, their photos and who joined."""
    calls: list[VideoCall] = []
    for kind, query in ((EntryKind.CONTACT, _OF_CONTACTS), (EntryKind.VIDEO, _THESE)):
        rows = _rows(connection, query, [one.id for one in found.entries if one.kind is kind])
        calls += [from_row(VideoCall, row) for row in rows]
    if not calls:
        return found
    by_place: defaultdict[str, list[CallShown]] = defaultdict(list)
    for shown in _shown(connection, sorted(calls, key=lambda one: (one.at, one.id))):
        by_place[shown.call.contact_id].append(shown)
        by_place[shown.call.id].append(shown)
    taking = (EntryKind.CONTACT, EntryKind.VIDEO)
    entries = tuple(
        replace(entry, calls=tuple(by_place[entry.id])) if entry.kind in taking else entry
        for entry in found.entries
    )
    return Page(entries=entries, next=found.next)


def _rows(connection: Connection, query: Select[Any], ids: Sequence[str]) -> Sequence[RowMapping]:
    """Nothing is asked where nothing is sought: most customers never had a call."""
    if not ids:
        return ()
    values: dict[str, Any] = {"ids": list(ids)}
    return connection.execute(query, values).mappings().all()


def _shown(connection: Connection, calls: Sequence[VideoCall]) -> list[CallShown]:
    photos: defaultdict[str, list[VideoPhoto]] = defaultdict(list)
    for row in _rows(connection, _PHOTOS, [call.id for call in calls]):
        photos[row["call_id"]].append(from_row(VideoPhoto, {**row, "data": ""}))
    asked = {third[0] for call in calls for third in call.thirds}
    names = {row["id"]: row["name"] for row in _rows(connection, _NAMES, sorted(asked))}
    return [
        CallShown(
            call=call,
            thirds=tuple(names.get(third[0], "") for third in call.thirds),
            photos=tuple(sorted(photos[call.id], key=lambda one: (one.at, one.id))),
        )
        for call in calls
    ]
