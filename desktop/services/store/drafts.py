"""Contacts under way: one row each, the draft's JSON in it, never sent."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.contacts import Draft
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.instants import from_millis, to_millis
from desktop.services.store.draft_json import from_json, to_json
from desktop.services.store.tables import contacts, drafts
from desktop.services.store.video_tables import answers_shown

# Built once: drafts are written several times a second while one types.
_CLOSED = select(contacts.c.id).where(contacts.c.id == bindparam("contact_id"))
_DROP = delete(drafts).where(drafts.c.contact_id == bindparam("contact_id"))
_INSERT = insert(drafts)
_PUT = _INSERT.on_conflict_do_update(
    index_elements=["contact_id"],
    set_={
        name: _INSERT.excluded[name] for name in ("person_id", "customer_id", "body", "updated_at")
    },
)


def save(connection: Connection, draft: Draft, at: datetime) -> bool:
    """Keep the draft in the place of its last form; False once the contact has been closed."""
    if connection.scalar(_CLOSED, {"contact_id": draft.contact_id}):
        return False
    put(connection, draft, at)
    return True


def put(connection: Connection, draft: Draft, at: datetime) -> None:
    """Keep the draft, whether its contact was closed or not."""
    row = {
        "contact_id": draft.contact_id,
        "person_id": draft.person_id,
        "customer_id": draft.customer_id,
        "body": to_json(draft),
        "updated_at": to_millis(at),
    }
    connection.execute(_PUT, row)


def drop(connection: Connection, contact_id: ContactId) -> None:
    """Forget the draft."""
    connection.execute(_DROP, {"contact_id": contact_id})


def of_person(connection: Connection, person_id: PersonId) -> tuple[Draft, ...]:
    """All drafts of a person, the latest written first."""
    query = (
        select(drafts)
        .where(drafts.c.person_id == person_id)
        .order_by(drafts.c.updated_at.desc(), drafts.c.contact_id.desc())
    )
    return tuple(_draft(connection, row) for row in connection.execute(query).mappings())


def of_customer(
    connection: Connection, person_id: PersonId, customer_id: CustomerId | None
) -> Draft | None:
    """A person's latest draft for a customer; with None, for nobody known."""
    whose = drafts.c.customer_id == customer_id if customer_id else drafts.c.customer_id.is_(None)
    query = (
        select(drafts)
        .where(drafts.c.person_id == person_id, whose)
        .order_by(drafts.c.updated_at.desc(), drafts.c.contact_id.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    return None if row is None else _draft(connection, row)


def settled(connection: Connection, draft: Draft) -> Draft:
    """The draft with the estimate that stood when its answer was shown, if it was."""
    row = connection.execute(_ESTIMATE, {"contact_id": draft.contact_id}).first()
    return draft if row is None else replace(draft, estimate=row.estimate, answer_shown=True)


_ESTIMATE = select(answers_shown.c.estimate).where(
    answers_shown.c.contact_id == bindparam("contact_id")
)


def _draft(connection: Connection, row: RowMapping) -> Draft:
    empty = Draft(
        contact_id=ContactId(row["contact_id"]),
        customer_id=row["customer_id"],
        person_id=PersonId(row["person_id"]),
        started_at=from_millis(row["updated_at"]),
    )
    return settled(connection, from_json(row["body"], empty))
