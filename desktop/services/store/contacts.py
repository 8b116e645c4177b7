"""Contacts taken back or to resume, the last choice, and promises with what became of them."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, delete, select, update

from desktop.domain.contacts import Channel, Draft, Promise, PromiseState
from desktop.domain.drafts import DraftToResume, touched
from desktop.domain.due_dates import DuePromise
from desktop.domain.errors import Gone
from desktop.domain.ids import PersonId, PromiseId
from desktop.domain.instants import to_millis
from desktop.services.store import answers, drafts, preferences
from desktop.services.store.names import NAME, name_of
from desktop.services.store.rows import from_row
from desktop.services.store.tables import (
    contacts,
    customers,
    outbox,
    promise_outcomes,
    promises,
    step_offs,
)

LAST_CHANNEL = "contacts.last_channel"
LAST_REASON = "contacts.last_reason"
"""Names of preferences: what the next contact is offered."""


def take_back(
    connection: Connection, draft: Draft, fact_ids: Sequence[str], now: datetime
) -> Draft:
    """Remove a close's facts and their lines, and keep the draft again; answers it as it is kept.

    An answer of the customer that was there could be seen meanwhile: the estimate stays then.
    Raises Gone, having changed nothing, once a line has left or its time to leave has come.
    """
    held = outbox.c.not_before > to_millis(now)
    still = held & (outbox.c.state == "waiting") & outbox.c.dseq.is_(None)
    query = select(outbox.c.line).where(outbox.c.fact_id.in_(fact_ids), still)
    lines = connection.scalars(query.where(outbox.c.attempts == 0)).all()
    if len(lines) != len(fact_ids):
        raise Gone
    connection.execute(delete(outbox).where(outbox.c.line.in_(lines)))
    estimate = select(contacts.c.estimate).where(contacts.c.id == draft.contact_id)
    draft = answers.taken_back(connection, draft, connection.scalar(estimate), now)
    # What was said meanwhile of a promise that goes: its lines wait behind, so none has left.
    theirs = promise_outcomes.c.promise_id.in_(fact_ids)
    said = connection.scalars(select(promise_outcomes.c.id).where(theirs)).all()
    connection.execute(delete(outbox).where(outbox.c.fact_id.in_(said)))
    connection.execute(delete(promise_outcomes).where(theirs))
    for table in (contacts, step_offs, promises):
        connection.execute(delete(table).where(table.c.id.in_(fact_ids)))
    drafts.put(connection, draft, now)
    return draft


def open_promises(
    connection: Connection, person_id: PersonId, limit: int | None
) -> tuple[DuePromise, ...]:
    """A person's open promises, the one due first at the head; `limit` None: all of them."""
    query = (
        _with_customer()
        .where(promises.c.person_id == person_id, promises.c.state == PromiseState.OPEN.value)
        .order_by(promises.c.due_at, promises.c.id)
        .limit(limit)
    )
    return tuple(_due_promise(row) for row in connection.execute(query).mappings())


def set_promise_state(connection: Connection, promise_id: PromiseId, state: PromiseState) -> None:
    """Note what became of a promise; Gone when this machine does not hold it."""
    change = update(promises).where(promises.c.id == promise_id).values(state=state.value)
    if connection.execute(change).rowcount == 0:
        raise Gone


def last_choice(connection: Connection, person_id: PersonId) -> tuple[Channel, str]:
    """Channel and reason of the person's last contact on this machine."""
    channel = preferences.get(connection, person_id, LAST_CHANNEL)
    reason = preferences.get(connection, person_id, LAST_REASON)
    known = json.loads(channel) if channel else None
    return (
        Channel(known) if known in set(Channel) else Channel.CALL_IN,
        str(json.loads(reason)) if reason else "",
    )


def keep_choice(connection: Connection, draft: Draft) -> None:
    """Remember channel and reason for the person's next contact."""
    for name, value in ((LAST_CHANNEL, draft.channel.value), (LAST_REASON, draft.reason)):
        preferences.put(connection, draft.person_id, name, json.dumps(value))


def to_resume(connection: Connection, person_id: PersonId) -> tuple[DraftToResume, ...]:
    """A person's drafts with something in them, the latest written first, with whom they are for."""
    found = [one for one in drafts.of_person(connection, person_id) if touched(one)]
    names = _names_of(connection, [one.customer_id for one in found if one.customer_id])
    return tuple(
        DraftToResume(draft=one, customer_name=names.get(one.customer_id or "", ""))
        for one in found
    )


def _names_of(connection: Connection, customer_ids: Sequence[str]) -> dict[str, str]:
    """Full names, else numbers, by customer id."""
    query = select(customers.c.id, *NAME).where(customers.c.id.in_(customer_ids))
    return {row["id"]: name_of(row) for row in connection.execute(query).mappings()}


def _with_customer() -> Select[Any]:
    return select(promises, *NAME).join(
        customers, customers.c.id == promises.c.customer_id, isouter=True
    )


def _due_promise(row: RowMapping) -> DuePromise:
    return DuePromise(
        promise=from_row(Promise, row),
        customer_name=name_of(row),
    )
