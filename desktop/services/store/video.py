"""Video calls as this machine keeps them: those under way with their log, and what remains of them."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.errors import Gone, Invalid
from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId, VideoPhotoId
from desktop.domain.video.calls import Asked, VideoCall, VideoPhoto
from desktop.domain.video.happenings import Happening
from desktop.services.store import tables
from desktop.services.store.rows import from_row, to_row
from desktop.services.store.video_tables import video_calls, video_photos, video_running


class Running(NamedTuple):
    """A call whose gateway still has something for this machine."""

    asked: Asked
    log: str
    """Its happenings, a JSON array in their order."""
    recorded: bool
    """Whether its fact is there: what is left to come is an answer, or a photo."""
    doc: str
    """What else whoever keeps it wants to find again (JSON)."""

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """The log as far as this version understands it; kinds of a newer gateway are left aside."""
        return understood(json.loads(self.log))


def understood(log: Iterable[Mapping[str, Any]]) -> tuple[Happening, ...]:
    """The happenings of a log that this version can read."""
    found = []
    for told in log:
        try:
            found.append(Happening.of_json(told))
        except Invalid:
            continue
    return tuple(found)


def keep_running(connection: Connection, asked: Asked, doc: str = "{}") -> None:
    """Remember a call that begins; asked again, only `doc` (JSON) is changed."""
    row = {
        "call_id": asked.id,
        "contact_id": asked.contact_id,
        "person_id": asked.person_id,
        "asked": json.dumps(to_row(asked)),
        "doc": doc,
    }
    put = insert(video_running).values(row)
    connection.execute(
        put.on_conflict_do_update(index_elements=["call_id"], set_={"doc": put.excluded.doc})
    )


def running(connection: Connection, person_id: PersonId | None = None) -> list[Running]:
    """Calls under way or not settled, the oldest first; of everybody, or of one person."""
    query = select(video_running).order_by(video_running.c.call_id)
    if person_id is not None:
        query = query.where(video_running.c.person_id == person_id)
    return [_running(row) for row in connection.execute(query).mappings()]


def _running(row: Mapping[Any, Any]) -> Running:
    asked = from_row(Asked, json.loads(row["asked"]))
    return Running(asked=asked, log=row["log"], recorded=row["recorded"], doc=row["doc"])


def note_log(
    connection: Connection, call_id: VideoCallId, happenings: Sequence[Mapping[str, Any]] | str
) -> None:
    """Add happenings (as JSON, or as values of it) to a call's log; those it has are left aside.

    A call that was dropped meanwhile stays dropped.
    """
    known = connection.scalar(_OF_CALL_LOG.where(video_running.c.call_id == call_id))
    if known is None:
        return
    told = json.loads(happenings) if isinstance(happenings, str) else happenings
    log = {int(one["n"]): dict(one) for one in (*told, *json.loads(known))}
    ordered = json.dumps([log[n] for n in sorted(log)])
    change = update(video_running).where(video_running.c.call_id == call_id)
    connection.execute(change.values(log=ordered))


_OF_CALL_LOG = select(video_running.c.log)


def mark_recorded(connection: Connection, call_id: VideoCallId) -> None:
    """Note, in the transaction of its fact, that the call needs none any more."""
    change = update(video_running).where(video_running.c.call_id == call_id)
    connection.execute(change.values(recorded=True))


def drop_running(connection: Connection, call_id: VideoCallId) -> None:
    """Forget a call of which the gateway has nothing left for this machine."""
    connection.execute(delete(video_running).where(video_running.c.call_id == call_id))


def recorded(connection: Connection, ids: Sequence[str]) -> frozenset[str]:
    """Which of these calls, photos and answers are facts here already."""
    found: set[str] = set()
    for table in (video_calls, video_photos, tables.answers):
        found |= set(connection.scalars(select(table.c.id).where(table.c.id.in_(ids))))
    return frozenset(found)


def calls_of(connection: Connection, contact_id: ContactId) -> tuple[VideoCall, ...]:
    """The calls of a contact that ended, the first one first."""
    query = select(video_calls).where(video_calls.c.contact_id == contact_id)
    rows = connection.execute(query.order_by(video_calls.c.at, video_calls.c.id)).mappings()
    return tuple(from_row(VideoCall, row) for row in rows)


def photo(connection: Connection, photo_id: VideoPhotoId) -> VideoPhoto:
    """One photo, whole where this machine has it (else `data` is empty). Raises Gone."""
    query = select(video_photos).where(video_photos.c.id == photo_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise Gone
    return from_row(VideoPhoto, row)


def photos_of(connection: Connection, call_id: VideoCallId) -> tuple[VideoPhoto, ...]:
    """A call's photos without their pictures (`data` is empty), in their order."""
    return _photos(connection, video_photos.c.call_id == call_id)


def photos_of_contact(connection: Connection, contact_id: ContactId) -> tuple[VideoPhoto, ...]:
    """Likewise of all calls of a contact."""
    return _photos(connection, video_photos.c.contact_id == contact_id)


def _photos(connection: Connection, which: ColumnElement[bool]) -> tuple[VideoPhoto, ...]:
    columns = [column for column in video_photos.c if column.name != "data"]
    query = select(*columns).where(which).order_by(video_photos.c.at, video_photos.c.id)
    rows = connection.execute(query).mappings()
    return tuple(from_row(VideoPhoto, {**row, "data": ""}) for row in rows)


def same_picture(data: str, sha256: str) -> bool:
    """Whether a picture (base64) is the one of this fingerprint."""
    try:
        content = base64.b64decode(data, validate=True)
    except ValueError:
        return False
    return hashlib.sha256(content).hexdigest() == sha256


def customer_of(connection: Connection, contact_id: ContactId) -> CustomerId | None:
    """Whom a contact is about as this machine knows it now: it may have been found meanwhile."""
    of_draft = select(tables.drafts.c.customer_id).where(tables.drafts.c.contact_id == contact_id)
    of_contact = select(tables.contacts.c.customer_id).where(tables.contacts.c.id == contact_id)
    found = connection.scalar(of_draft) or connection.scalar(of_contact)
    return None if found is None else CustomerId(found)


def contact_known(connection: Connection, contact_id: ContactId) -> bool:
    """Whether a contact is a fact here."""
    found = select(tables.contacts.c.id).where(tables.contacts.c.id == contact_id)
    return connection.scalar(found) is not None
