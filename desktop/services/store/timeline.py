"""Reads a customer's journey: a run of rows from each table, each in the order of its index."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Table,
    bindparam,
    func,
    literal,
    select,
    true,
    tuple_,
)

from desktop.domain.contacts import Contact, Incivility, Promise, StepOff
from desktop.domain.customers import Answer, PinnedNote
from desktop.domain.ids import CustomerId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.timeline import PAGE, Cursor, Entry, EntryKind, Page, Sought, page, plain, rank
from desktop.services.store import awaiting
from desktop.services.store.answers import answered, visible, with_answers
from desktop.services.store.care import report_in_force
from desktop.services.store.rows import from_row
from desktop.services.store.tables import (
    answers,
    contacts,
    incivilities,
    people,
    pinned_notes,
    promises,
    step_offs,
)
from desktop.services.store.team_tables import gestures
from desktop.services.store.timeline_gestures import gesture_entry, in_force
from desktop.services.store.timeline_video import with_calls
from desktop.services.store.video_tables import video_calls


def timeline(
    connection: Connection, customer_id: CustomerId, before: Cursor | None, sought: Sought
) -> Page:
    """The page of what is sought that follows the cursor; the first page without one."""
    if sought.text.strip():
        # Only then: teaching makes the connection prepare its other statements anew.
        _teach(connection)
    runs = (read(connection, customer_id, before, sought) for read in _READERS)
    return with_calls(connection, with_answers(connection, page(e for run in runs for e in run)))


def _teach(connection: Connection) -> None:
    """Give the connection the function that the search compares with."""
    raw: Any = connection.connection.driver_connection
    raw.create_function("plain", 1, plain)


class _After(StrEnum):
    """Where a run begins: at its top, or after a cursor that its kind comes before or behind."""

    TOP = "top"
    TIE = "tie"
    SAME = "same"
    UNDER = "under"


def _run(
    table: Table, kind: EntryKind, customer_id: CustomerId, before: Cursor | None
) -> tuple[Select[Any], dict[str, Any]]:
    """Rows with their advisor's name, newest first, from the cursor on; and the values to bind."""
    if before is None:
        return _statement(table, _After.TOP), {"wanted": customer_id}
    after = _After.UNDER
    if rank(kind) == before.rank:
        after = _After.TIE
    elif rank(kind) < before.rank:
        after = _After.SAME
    values = {"wanted": customer_id, "moment": to_millis(before.at), "last": before.id}
    return _statement(table, after), values


@cache
def _statement(table: Table, after: _After) -> Select[Any]:
    """Built once a table: composing a statement costs as much as running it."""
    at = table.c.started_at if table is contacts else table.c.at
    query = select(table, *_beside(table)).where(table.c.customer_id == bindparam("wanted"))
    if "person_id" in table.c:
        query = query.outerjoin_from(table, people, people.c.id == table.c.person_id)
    moment = bindparam("moment", type_=Integer)
    match after:
        case _After.TIE:
            last = bindparam("last", type_=String)
            query = query.where(tuple_(at, table.c.id) < tuple_(moment, last))
        case _After.SAME:
            query = query.where(at <= moment)
        case _After.UNDER:
            query = query.where(at < moment)
    return query.order_by(at.desc(), table.c.id.desc()).limit(PAGE + 1)


def _beside(table: Table) -> tuple[ColumnElement[Any], ...]:
    if "person_id" not in table.c:
        return ()
    waits = (awaiting.said(),) if table is contacts else ()
    return (func.coalesce(people.c.name, "").label("advisor"), *waits)


def _says(sought: Sought, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether one of the columns holds every word sought."""
    whole: ColumnElement[Any] = func.plain(columns[0])
    for column in columns[1:]:
        whole = whole + " " + func.plain(column)
    held: ColumnElement[bool] = literal(value=True)
    for word in plain(sought.text).split():
        held = held & (func.instr(whole, word) > 0)
    return held


def _of_channel(table: Table, sought: Sought) -> ColumnElement[bool]:
    """Whether the row's contact took place on a channel that is sought."""
    return (
        select(contacts.c.id)
        .where(contacts.c.id == table.c.contact_id, contacts.c.channel.in_(sought.channels))
        .exists()
    )


def _contacts(
    connection: Connection, customer_id: CustomerId, before: Cursor | None, sought: Sought
) -> list[Entry]:
    query, values = _run(contacts, EntryKind.CONTACT, customer_id, before)
    if sought.channels:
        query = query.where(contacts.c.channel.in_(sought.channels))
    if sought.text.strip():
        said = (
            select(answers.c.words).where(answers.c.contact_id == contacts.c.id, visible()).limit(1)
        )
        words = func.coalesce(said.scalar_subquery(), "")
        query = query.where(_says(sought, contacts.c.note, words))
    return [_contact_entry(row) for row in connection.execute(query, values).mappings()]


def _contact_entry(row: Any) -> Entry:
    contact = from_row(Contact, row)
    return Entry(
        kind=EntryKind.CONTACT,
        id=contact.id,
        at=contact.started_at,
        advisor=row["advisor"],
        channel=contact.channel,
        reason=contact.reason,
        resolution=contact.resolution,
        abandoned=contact.abandoned,
        waited_s=contact.waited_s,
        waits=awaiting.told(row),
        lasted_s=round((contact.ended_at - contact.started_at).total_seconds()),
        script_id=contact.script_id,
        script_version=contact.script_version,
        note=contact.note,
    )


def _step_off_entry(row: Any) -> Entry:
    one = from_row(StepOff, row)
    return Entry(
        kind=EntryKind.STEP_OFF,
        id=one.id,
        at=one.at,
        advisor=row["advisor"],
        step_off=one.reason,
        note=one.words,
        helped=one.helped,
    )


def _incivility_entry(row: Any) -> Entry:
    one = from_row(Incivility, row)
    return Entry(
        kind=EntryKind.INCIVILITY,
        id=one.id,
        at=one.at,
        advisor=row["advisor"],
        incivility=one.type,
        gravity=one.gravity,
        note=one.words,
    )


def _promise_entry(row: Any) -> Entry:
    one = from_row(Promise, row)
    return Entry(
        kind=EntryKind.PROMISE,
        id=one.id,
        at=one.at,
        advisor=row["advisor"],
        promise=one.kind,
        promise_state=one.state,
        due_at=one.due_at,
        note=one.words,
    )


def _reader(
    table: Table,
    kind: EntryKind,
    entry: Callable[[Any], Entry],
    shown: Callable[[], ColumnElement[bool]] = true,
) -> Callable[[Connection, CustomerId, Cursor | None, Sought], list[Entry]]:
    """A reader of a table whose rows belong to a contact and hold words."""

    def read(
        connection: Connection, customer_id: CustomerId, before: Cursor | None, sought: Sought
    ) -> list[Entry]:
        query, values = _run(table, kind, customer_id, before)
        query = query.where(shown())
        if sought.channels:
            query = query.where(_of_channel(table, sought))
        if sought.text.strip():
            query = query.where(_says(sought, table.c.words))
        if table is incivilities:
            query = query.where(report_in_force())
        return [entry(row) for row in connection.execute(query, values).mappings()]

    return read


def _answers(
    connection: Connection, customer_id: CustomerId, before: Cursor | None, sought: Sought
) -> list[Entry]:
    """Answers that are about no contact in particular; the others show with their contact."""
    if sought.channels:
        return []
    query, values = _run(answers, EntryKind.ANSWER, customer_id, before)
    query = query.where(answers.c.contact_id.is_(None))
    if sought.text.strip():
        query = query.where(_says(sought, answers.c.words))
    found = (from_row(Answer, row) for row in connection.execute(query, values).mappings())
    return [answered(Entry(kind=EntryKind.ANSWER, id=one.id, at=one.at), one) for one in found]


def _notes(
    connection: Connection, customer_id: CustomerId, before: Cursor | None, sought: Sought
) -> list[Entry]:
    if sought.channels:
        return []
    query, values = _run(pinned_notes, EntryKind.NOTE, customer_id, before)
    query = query.where(pinned_notes.c.words != "")
    if sought.text.strip():
        query = query.where(_says(sought, pinned_notes.c.words))
    found = []
    for row in connection.execute(query, values).mappings():
        note = from_row(PinnedNote, row)
        found.append(
            Entry(
                kind=EntryKind.NOTE,
                id=row["id"],
                at=note.at,
                advisor=row["advisor"],
                note=note.words,
            )
        )
    return found


def _calls(
    connection: Connection, customer_id: CustomerId, before: Cursor | None, sought: Sought
) -> list[Entry]:
    """Calls whose contact is not closed: it has no entry yet that they could show with."""
    if not sought.everything:
        return []
    query, values = _run(video_calls, EntryKind.VIDEO, customer_id, before)
    query = query.where(video_calls.c.contact_id.not_in(select(contacts.c.id)))
    rows = connection.execute(query, values).mappings()
    return [
        Entry(
            kind=EntryKind.VIDEO,
            id=row["id"],
            at=from_millis(row["at"]),
            advisor=row["advisor"],
        )
        for row in rows
    ]


_READERS = (
    _calls,
    _contacts,
    _answers,
    _notes,
    _reader(step_offs, EntryKind.STEP_OFF, _step_off_entry),
    _reader(incivilities, EntryKind.INCIVILITY, _incivility_entry),
    _reader(promises, EntryKind.PROMISE, _promise_entry),
    _reader(gestures, EntryKind.GESTURE, gesture_entry, in_force),
)
