"""Check-ins in the local store. What a lead may see is decided here, by `_shared_with` alone."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    func,
    select,
    tuple_,
    update,
)

from desktop.domain.errors import Gone
from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.wellbeing import (
    Audience,
    CheckIn,
    CheckInShare,
    Named,
    NamedReply,
    OpenedCheckIn,
    OwnCheckIn,
    SharedCheckIn,
    may_read,
)
from desktop.services.store import preferences
from desktop.services.store.rows import from_row
from desktop.services.store.tables import (
    check_in_readings,
    check_in_replies,
    check_ins,
    people,
)

SEEN = "check_in_replies_seen"
"""Preference: ids of the replies that a person has read. Not an instant: with the line down a
reply can arrive after one that was written later."""

REPLIES_KEPT = 200
"""How many of the newest replies are told apart as read or not."""

ANSWERED_SHOWN = 100
"""How many answered check-ins a lead's list goes back."""


def _shared_with(lead_id: PersonId) -> ColumnElement[bool]:
    """Shared with this lead by name, now: the row holds the audience in force."""
    return and_(check_ins.c.addressed_to == lead_id, check_ins.c.audience == Audience.LEAD.value)


def latest(connection: Connection, person_id: PersonId) -> CheckIn | None:
    """A person's own last check-in."""
    row = connection.execute(_of(person_id).limit(1)).mappings().first()
    return None if row is None else from_row(CheckIn, row)


def between(
    connection: Connection, person_id: PersonId, begins: datetime, ends: datetime
) -> CheckIn | None:
    """A person's own last check-in within [begins, ends)."""
    at = check_ins.c.at
    query = _of(person_id).where(at >= to_millis(begins), at < to_millis(ends)).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else from_row(CheckIn, row)


def own(
    connection: Connection, person_id: PersonId, before: CheckIn | None, limit: int
) -> tuple[OwnCheckIn, ...]:
    """A page of a person's own check-ins, newest first, with who read and what was answered.

    `before` is the last one of the page above.
    """
    query = _of(person_id).limit(limit)
    if before is not None:
        place = tuple_(check_ins.c.at, check_ins.c.id)
        query = query.where(place < (to_millis(before.at), before.id))
    found = [from_row(CheckIn, row) for row in connection.execute(query).mappings()]
    ids = [check_in.id for check_in in found]
    readings = _readings(connection, ids)
    replies = _replies(connection, ids)
    names = _names(connection, {check_in.addressed_to for check_in in found})
    return tuple(
        OwnCheckIn(
            check_in=check_in,
            addressed_name=names.get(check_in.addressed_to, ""),
            readings=tuple(readings.get(check_in.id, ())),
            replies=tuple(replies.get(check_in.id, ())),
        )
        for check_in in found
    )


def shared_with(connection: Connection, lead_id: PersonId) -> tuple[SharedCheckIn, ...]:
    """Who shared with this lead by name and when: oldest unanswered first, then those answered."""
    read, answered = _first_reading(lead_id), _last_reply(lead_id)
    columns = (check_ins.c.id, check_ins.c.person_id, check_ins.c.at, people.c.name)
    query = (
        select(*columns, read.label("read_at"), answered.label("answered_at"))
        .join_from(check_ins, people, people.c.id == check_ins.c.person_id, isouter=True)
        .where(_shared_with(lead_id))
    )
    waiting = query.where(answered.is_(None)).order_by(check_ins.c.at, check_ins.c.id)
    done = (
        query.where(answered.is_not(None))
        .order_by(check_ins.c.at.desc(), check_ins.c.id.desc())
        .limit(ANSWERED_SHOWN)
    )
    rows = [row for part in (waiting, done) for row in connection.execute(part).mappings()]
    return tuple(_shared(row) for row in rows)


def opened(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> OpenedCheckIn:
    """What was shared with this lead. Raises Gone when it is not, or no longer."""
    query = (
        select(check_ins, people.c.name)
        .join_from(check_ins, people, people.c.id == check_ins.c.person_id, isouter=True)
        .where(check_ins.c.id == check_in_id, _shared_with(lead_id))
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        raise Gone
    check_in = from_row(CheckIn, row)
    # The query says so already; the rule has the last word all the same.
    if not may_read(check_in, lead_id):
        raise Gone
    author = Named(person_id=check_in.person_id, name=row["name"] or "", at=check_in.at)
    replies = _replies(connection, [check_in_id]).get(check_in_id, ())
    mine = tuple(reply for reply in replies if reply.person_id == lead_id)
    return OpenedCheckIn(check_in=check_in, author=author, replies=mine)


def require_shared(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> None:
    """Raise Gone unless this check-in is shared with this lead at this very moment."""
    query = select(check_ins.c.id).where(check_ins.c.id == check_in_id, _shared_with(lead_id))
    if connection.scalar(query) is None:
        raise Gone


def was_read(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> bool:
    """Whether this lead opened it before."""
    return connection.scalar(_readings_of(lead_id, check_in_id).limit(1)) is not None


def apply_share(connection: Connection, share: CheckInShare) -> None:
    """Put a change of audience in force on its author's row. Raises Gone for anyone else's."""
    changed = connection.execute(
        update(check_ins)
        .where(check_ins.c.id == share.check_in_id, check_ins.c.person_id == share.person_id)
        .values(audience=share.audience.value, addressed_to=share.addressed_to)
    )
    if changed.rowcount != 1:
        raise Gone


def unread_replies(
    connection: Connection, person_id: PersonId
) -> tuple[tuple[CheckInId, NamedReply], ...]:
    """Leads' replies that came since the person last looked, newest first."""
    seen = set(json.loads(preferences.get(connection, person_id, SEEN) or "[]"))
    return tuple(
        (CheckInId(row["check_in_id"]), _reply(row))
        for row in _replies_to(connection, person_id)
        if row["id"] not in seen
    )


def mark_replies_seen(connection: Connection, person_id: PersonId, but: int = 0) -> None:
    """Remember on this machine that the person has read what leads answered, `but` the newest."""
    read = [row["id"] for row in _replies_to(connection, person_id)][but:]
    preferences.put(connection, person_id, SEEN, json.dumps(read))


def _replies_to(connection: Connection, person_id: PersonId) -> Sequence[RowMapping]:
    table = check_in_replies.c
    query = (
        select(check_in_replies, people.c.name)
        .join_from(check_in_replies, check_ins, check_ins.c.id == table.check_in_id)
        .join(people, people.c.id == table.lead_id, isouter=True)
        .where(check_ins.c.person_id == person_id)
        .order_by(table.at.desc(), table.id.desc())
        .limit(REPLIES_KEPT)
    )
    return connection.execute(query).mappings().all()


def _of(person_id: PersonId) -> Select[Any]:
    newest = (check_ins.c.at.desc(), check_ins.c.id.desc())
    return select(check_ins).where(check_ins.c.person_id == person_id).order_by(*newest)


def _readings_of(lead_id: PersonId, check_in_id: CheckInId) -> Select[Any]:
    table = check_in_readings.c
    return select(table.at).where(table.check_in_id == check_in_id, table.lead_id == lead_id)


def _first_reading(lead_id: PersonId) -> ColumnElement[int | None]:
    table = check_in_readings.c
    mine = (table.check_in_id == check_ins.c.id) & (table.lead_id == lead_id)
    return select(func.min(table.at)).where(mine).correlate(check_ins).scalar_subquery()


def _last_reply(lead_id: PersonId) -> ColumnElement[int | None]:
    table = check_in_replies.c
    mine = (table.check_in_id == check_ins.c.id) & (table.lead_id == lead_id)
    return select(func.max(table.at)).where(mine).correlate(check_ins).scalar_subquery()


def _readings(connection: Connection, ids: list[CheckInId]) -> dict[CheckInId, list[Named]]:
    found: dict[CheckInId, list[Named]] = {}
    for row in _with_lead(connection, check_in_readings, ids):
        reader = Named(
            person_id=PersonId(row["lead_id"]),
            name=row["name"] or "",
            at=from_millis(row["at"]),
        )
        found.setdefault(CheckInId(row["check_in_id"]), []).append(reader)
    return found


def _replies(connection: Connection, ids: list[CheckInId]) -> dict[CheckInId, list[NamedReply]]:
    found: dict[CheckInId, list[NamedReply]] = {}
    for row in _with_lead(connection, check_in_replies, ids):
        found.setdefault(CheckInId(row["check_in_id"]), []).append(_reply(row))
    return found


def _with_lead(connection: Connection, table: Any, ids: list[CheckInId]) -> Iterable[RowMapping]:
    query = (
        select(table, people.c.name)
        .join_from(table, people, people.c.id == table.c.lead_id, isouter=True)
        .where(table.c.check_in_id.in_(ids))
        .order_by(table.c.at, table.c.id)
    )
    return connection.execute(query).mappings()


def _names(connection: Connection, ids: Iterable[PersonId | None]) -> dict[PersonId | None, str]:
    wanted = [person_id for person_id in ids if person_id is not None]
    query = select(people.c.id, people.c.name).where(people.c.id.in_(wanted))
    return {PersonId(row.id): row.name for row in connection.execute(query)}


def _reply(row: RowMapping) -> NamedReply:
    return NamedReply(
        person_id=PersonId(row["lead_id"]),
        name=row["name"] or "",
        at=from_millis(row["at"]),
        words=row["words"],
    )


def _shared(row: RowMapping) -> SharedCheckIn:
    author = Named(
        person_id=PersonId(row["person_id"]), name=row["name"] or "", at=from_millis(row["at"])
    )
    read, answered = row["read_at"], row["answered_at"]
    return SharedCheckIn(
        id=CheckInId(row["id"]),
        author=author,
        read_at=None if read is None else from_millis(read),
        answered_at=None if answered is None else from_millis(answered),
    )
