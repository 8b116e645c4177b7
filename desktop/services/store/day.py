"""What one person did, promised and was told: queries for the page of the day."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from desktop.domain.contacts import Channel, PromiseKind, PromiseState, Resolution
from desktop.domain.day import (
    DayContact,
    DuePromise,
    EstimateAnswer,
    LeadWord,
    MyDay,
    ThankYou,
    bounds,
    estimate_gap,
)
from desktop.domain.ids import AnswerId, ContactId, CustomerId, PersonId, PromiseId
from desktop.services.store import wellbeing
from desktop.services.store.rows import from_millis, to_millis
from desktop.services.store.tables import answers, contacts, customers, drafts, promises, thanks

LOOK_BACK = timedelta(days=30)
"""How far back answers, thanks and unread replies go."""

ANSWER_DELAY = timedelta(days=60)
"""Answers to older contacts are not looked for: the query's time stays flat over the years."""

_NAME = (customers.c.given_name, customers.c.family_name, customers.c.number)


def my_day(connection: Connection, person_id: PersonId, now: datetime) -> MyDay:
    """All of one person's day; `now` is in the zone in which days are cut."""
    begins, ends = bounds(now.date(), now.tzinfo or UTC)
    given = answers_since(connection, person_id, now - LOOK_BACK)
    return MyDay(
        now=now,
        contacts=contacts_between(connection, person_id, begins, ends),
        promises=promises_due(connection, person_id, ends),
        answers=given,
        gap=estimate_gap(given),
        thanks=thanks_since(connection, person_id, now - LOOK_BACK),
        drafts=draft_count(connection, person_id),
        replies=tuple(
            LeadWord(check_in_id=check_in_id, lead_name=reply.name, at=reply.at, words=reply.words)
            for check_in_id, reply in wellbeing.unread_replies(connection, person_id)
            if reply.at >= now - LOOK_BACK
        ),
    )


def contacts_between(
    connection: Connection, person_id: PersonId, begins: datetime, ends: datetime
) -> tuple[DayContact, ...]:
    """A person's closed contacts that started within [begins, ends), newest first."""
    table = contacts.c
    query = (
        select(contacts, *_NAME)
        .join_from(contacts, customers, customers.c.id == table.customer_id, isouter=True)
        .where(
            table.person_id == person_id,
            table.started_at >= to_millis(begins),
            table.started_at < to_millis(ends),
        )
        .order_by(table.started_at.desc(), table.id.desc())
    )
    return tuple(_contact(row) for row in connection.execute(query).mappings())


def promises_due(
    connection: Connection, person_id: PersonId, until: datetime
) -> tuple[DuePromise, ...]:
    """A person's open promises due before `until`, longest due first."""
    table = promises.c
    query = (
        select(promises, *_NAME)
        .join_from(promises, customers, customers.c.id == table.customer_id, isouter=True)
        .where(
            table.person_id == person_id,
            table.state == PromiseState.OPEN.value,
            table.due_at < to_millis(until),
        )
        .order_by(table.due_at, table.id)
    )
    return tuple(_promise(row) for row in connection.execute(query).mappings())


def answers_since(
    connection: Connection, person_id: PersonId, since: datetime
) -> tuple[EstimateAnswer, ...]:
    """Customers' satisfaction about this person's own closed contacts, newest first.

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
            *_NAME,
        )
        .join_from(answers, contacts, table.id == answers.c.contact_id)
        .join(customers, customers.c.id == answers.c.customer_id, isouter=True)
        .where(
            table.person_id == person_id,
            table.started_at >= to_millis(since - ANSWER_DELAY),
            answers.c.satisfaction.is_not(None),
            answers.c.at >= to_millis(since),
            answers.c.contact_id.not_in(select(drafts.c.contact_id)),
        )
        .order_by(answers.c.at.desc(), answers.c.id.desc())
    )
    return tuple(_answer(row) for row in connection.execute(query).mappings())


def thanks_since(
    connection: Connection, person_id: PersonId, since: datetime
) -> tuple[ThankYou, ...]:
    """Thanks that a person received, newest first."""
    query = (
        select(thanks, *_NAME)
        .join_from(thanks, customers, customers.c.id == thanks.c.customer_id, isouter=True)
        .where(thanks.c.person_id == person_id, thanks.c.at >= to_millis(since))
        .order_by(thanks.c.at.desc(), thanks.c.id.desc())
    )
    return tuple(_thank_you(row) for row in connection.execute(query).mappings())


def draft_count(connection: Connection, person_id: PersonId) -> int:
    """How many of a person's contacts are still to be closed on this machine."""
    query = select(func.count()).select_from(drafts).where(drafts.c.person_id == person_id)
    return int(connection.scalar(query) or 0)


def _name(row: RowMapping) -> str:
    """Given then family name; the number where both are unknown."""
    return f"{row['given_name'] or ''} {row['family_name'] or ''}".strip() or row["number"] or ""


def _who(row: RowMapping) -> dict[str, Any]:
    customer_id = row["customer_id"]
    return {
        "customer_id": None if customer_id is None else CustomerId(customer_id),
        "customer_name": _name(row),
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
