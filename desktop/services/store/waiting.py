"""Check-ins that wait for a lead on the server: who and when, never the content."""

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.instants import from_millis
from desktop.domain.wellbeing import Named, SharedCheckIn
from desktop.services.store.replica_tables import waiting_check_ins
from desktop.services.store.tables import check_in_replies, people
from desktop.services.store.wellbeing import ANSWERED_SHOWN


def shared_with(connection: Connection, lead_id: PersonId) -> tuple[SharedCheckIn, ...]:
    """Who shared with the lead of this store: oldest unanswered first, then those answered."""
    table = waiting_check_ins.c
    replied = (
        select(func.max(check_in_replies.c.at))
        .where(check_in_replies.c.check_in_id == table.id, check_in_replies.c.lead_id == lead_id)
        .correlate(waiting_check_ins)
        .scalar_subquery()
    )
    query = select(waiting_check_ins, people.c.name, replied.label("answered_at")).join_from(
        waiting_check_ins, people, people.c.id == table.person_id, isouter=True
    )
    rows = [
        _shared(row) for row in connection.execute(query.order_by(table.at, table.id)).mappings()
    ]
    answered = [one for one in reversed(rows) if one.answered_at is not None]
    waiting = [one for one in rows if one.answered_at is None]
    return (*waiting, *answered[:ANSWERED_SHOWN])


def mark_read(connection: Connection, check_in_id: CheckInId, now: int) -> bool:
    """Remember on this machine that it was opened; answers whether it was for the first time."""
    first = (waiting_check_ins.c.id == check_in_id) & waiting_check_ins.c.read_at.is_(None)
    change = update(waiting_check_ins).where(first).values(read_at=now)
    return connection.execute(change).rowcount > 0


def drop(connection: Connection, check_in_id: CheckInId) -> None:
    """It is no longer shared; the next pull says so too."""
    connection.execute(delete(waiting_check_ins).where(waiting_check_ins.c.id == check_in_id))


def name_of(connection: Connection, person_id: PersonId) -> str:
    """A person's name; empty when unknown."""
    return connection.scalar(select(people.c.name).where(people.c.id == person_id)) or ""


def own_replies(
    connection: Connection, lead_id: PersonId, check_in_id: CheckInId
) -> tuple[tuple[str, int, str], ...]:
    """The lead's own words as this machine holds them: id, instant, words; those that wait too."""
    table = check_in_replies.c
    query = select(table.id, table.at, table.words).where(
        table.lead_id == lead_id, table.check_in_id == check_in_id
    )
    return tuple((row.id, row.at, row.words) for row in connection.execute(query))


def _shared(row: RowMapping) -> SharedCheckIn:
    read, answered = row["read_at"], row["answered_at"]
    return SharedCheckIn(
        id=CheckInId(row["id"]),
        author=Named(
            person_id=PersonId(row["person_id"]), name=row["name"] or "", at=from_millis(row["at"])
        ),
        read_at=None if read is None else from_millis(read),
        answered_at=None if answered is None else from_millis(answered),
    )
