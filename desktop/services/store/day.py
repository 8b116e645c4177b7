"""What one person did, promised and was told: queries for the page of the day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select, tuple_

from desktop.domain.contacts import Channel, PromiseKind, PromiseState, Resolution
from desktop.domain.day import (
    DayContact,
    DuePromise,
    EstimateAnswer,
    LeadWord,
    MyDay,
    Neighbours,
    Tally,
    ThankYou,
    bounds,
    estimate_gap,
)
from desktop.domain.ids import AnswerId, ContactId, CustomerId, PersonId, PromiseId
from desktop.domain.instants import from_millis, to_millis
from desktop.services.store import wellbeing
from desktop.services.store.answers import visible
from desktop.services.store.names import NAME, name_of
from desktop.services.store.tables import answers, contacts, customers, drafts, promises, thanks

LOOK_BACK = timedelta(days=30)
"""How far back answers, thanks and unread replies go."""

ANSWER_DELAY = timedelta(days=60)
"""Answers to older contacts are not looked for: the query's time stays flat over the years."""


def my_day(
    connection: Connection, person_id: PersonId, now: datetime, day: date, most: int | None
) -> MyDay:
    """One person's day, with at most `most` contacts (None: all); days are cut in the zone of `now`."""
    begins, ends = bounds(day, now.tzinfo or UTC)
    today = day == now.date()
    since = (now if today else ends) - LOOK_BACK
    given = answers_between(connection, person_id, since, ends)
    whole = MyDay(
        now=now,
        day=day,
        neighbours=neighbours(connection, person_id, begins, ends),
        tally=tally(connection, person_id, begins, ends),
        contacts=contacts_between(connection, person_id, (begins, ends), most),
        answers=given,
        gap=estimate_gap(given),
        thanks=thanks_between(connection, person_id, since, ends),
    )
    return _with_what_is_due(connection, person_id, whole, ends) if today else whole


def _with_what_is_due(
    connection: Connection, person_id: PersonId, day: MyDay, ends: datetime
) -> MyDay:
    return replace(
        day,
        promises=promises_due(connection, person_id, ends),
        drafts=draft_count(connection, person_id),
        replies=tuple(
            LeadWord(check_in_id=check_in_id, lead_name=reply.name, at=reply.at, words=reply.words)
            for check_in_id, reply in wellbeing.unread_replies(connection, person_id)
            if reply.at >= day.now - LOOK_BACK
        ),
    )


def neighbours(
    connection: Connection, person_id: PersonId, begins: datetime, ends: datetime
) -> Neighbours:
    """The nearest days with contacts, before `begins` and from `ends` on; each is one seek."""
    table = contacts.c
    own = table.person_id == person_id
    last = select(func.max(table.started_at)).where(own, table.started_at < to_millis(begins))
    first = select(func.min(table.started_at)).where(own, table.started_at >= to_millis(ends))
    zone = begins.tzinfo or UTC
    return Neighbours(
        before=_day_of(connection.scalar(last), zone), after=_day_of(connection.scalar(first), zone)
    )


def _day_of(millis: int | None, zone: tzinfo) -> date | None:
    return None if millis is None else from_millis(millis).astimezone(zone).date()


def tally(connection: Connection, person_id: PersonId, begins: datetime, ends: datetime) -> Tally:
    """How many contacts started within [begins, ends), tell how they ended, and ended resolved."""
    resolved = func.count().filter(contacts.c.resolution == Resolution.RESOLVED.value)
    told = func.count(contacts.c.resolution)
    query = select(func.count(), told, resolved).where(*_started(person_id, begins, ends))
    total, known, done = connection.execute(query).one()
    return Tally(contacts=total, told=known, resolved=done)


def contacts_between(
    connection: Connection,
    person_id: PersonId,
    within: tuple[datetime, datetime],
    most: int | None,
    after: DayContact | None = None,
) -> tuple[DayContact, ...]:
    """At most `most` (None: all) of the contacts that started within [begins, ends), newest first.

    `after` is the last one of the page before.
    """
    table = contacts.c
    place = tuple_(table.started_at, table.id)
    query = (
        select(contacts, *NAME)
        .join_from(contacts, customers, customers.c.id == table.customer_id, isouter=True)
        .where(*_started(person_id, *within))
        .order_by(table.started_at.desc(), table.id.desc())
        .limit(most)
    )
    if after is not None:
        query = query.where(place < (to_millis(after.at), after.id))
    return tuple(_contact(row) for row in connection.execute(query).mappings())


def _started(
    person_id: PersonId, begins: datetime, ends: datetime
) -> tuple[ColumnElement[bool], ...]:
    table = contacts.c
    return (
        table.person_id == person_id,
        table.started_at >= to_millis(begins),
        table.started_at < to_millis(ends),
    )


def promises_due(
    connection: Connection, person_id: PersonId, until: datetime
) -> tuple[DuePromise, ...]:
    """A person's open promises due before `until`, longest due first."""
    table = promises.c
    query = (
        select(promises, *NAME)
        .join_from(promises, customers, customers.c.id == table.customer_id, isouter=True)
        .where(
            table.person_id == person_id,
            table.state == PromiseState.OPEN.value,
            table.due_at < to_millis(until),
        )
        .order_by(table.due_at, table.id)
    )
    return tuple(_promise(row) for row in connection.execute(query).mappings())


def answers_between(
    connection: Connection, person_id: PersonId, since: datetime, until: datetime
) -> tuple[EstimateAnswer, ...]:
    """Customers' satisfaction, given within [since, until), about this person's own closed
    contacts, newest first.

    A contact under way has no row here, so that its answer stays hidden until the estimate
    was given or left out for good.
    """
    table = contacts.c
    query = (
        select(
            answers.c.id,
            answers.c.customer_id,
            answers.c.at,
            answers.c.satisfaction,
            answers.c.words,
            table.estimate,
            table.reason,
            *NAME,
        )
        .join_from(answers, contacts, table.id == answers.c.contact_id)
        .join(customers, customers.c.id == answers.c.customer_id, isouter=True)
        .where(
            table.person_id == person_id,
            table.started_at >= to_millis(since - ANSWER_DELAY),
            answers.c.satisfaction.is_not(None),
            answers.c.at >= to_millis(since),
            answers.c.at < to_millis(until),
            visible(),
        )
        .order_by(answers.c.at.desc(), answers.c.id.desc())
    )
    return tuple(_answer(row) for row in connection.execute(query).mappings())


def thanks_between(
    connection: Connection, person_id: PersonId, since: datetime, until: datetime
) -> tuple[ThankYou, ...]:
    """Thanks that a person received within [since, until), newest first."""
    query = (
        select(thanks, *NAME)
        .join_from(thanks, customers, customers.c.id == thanks.c.customer_id, isouter=True)
        .where(
            thanks.c.person_id == person_id,
            thanks.c.at >= to_millis(since),
            thanks.c.at < to_millis(until),
        )
        .order_by(thanks.c.at.desc(), thanks.c.id.desc())
    )
    return tuple(_thank_you(row) for row in connection.execute(query).mappings())


def draft_count(connection: Connection, person_id: PersonId) -> int:
    """How many of a person's contacts are still to be closed on this machine."""
    query = select(func.count()).select_from(drafts).where(drafts.c.person_id == person_id)
    return int(connection.scalar(query) or 0)


def _who(row: RowMapping) -> dict[str, Any]:
    customer_id = row["customer_id"]
    return {
        "customer_id": None if customer_id is None else CustomerId(customer_id),
        "customer_name": name_of(row),
    }


def _contact(row: RowMapping) -> DayContact:
    resolution = row["resolution"]
    return DayContact(
        id=ContactId(row["id"]),
        **_who(row),
        at=from_millis(row["started_at"]),
        channel=Channel(row["channel"]),
        reason=row["reason"],
        resolution=None if resolution is None else Resolution(resolution),
        abandoned=row["abandoned"],
        waited_s=row["waited_s"],
    )


def _promise(row: RowMapping) -> DuePromise:
    return DuePromise(
        id=PromiseId(row["id"]),
        **_who(row),
        kind=PromiseKind(row["kind"]),
        due_at=from_millis(row["due_at"]),
        words=row["words"],
    )


def _answer(row: RowMapping) -> EstimateAnswer:
    return EstimateAnswer(
        answer_id=AnswerId(row["id"]),
        **_who(row),
        at=from_millis(row["at"]),
        reason=row["reason"],
        answer=row["satisfaction"],
        estimate=row["estimate"],
        words=row["words"],
    )


def _thank_you(row: RowMapping) -> ThankYou:
    return ThankYou(id=row["id"], **_who(row), at=from_millis(row["at"]), words=row["words"])
