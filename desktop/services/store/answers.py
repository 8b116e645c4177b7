"""Customers' answers, as far as their advisor may see them: the estimate of a contact comes first.

An answer is written at once, and hidden while its contact is under way. It shows when the contact
is closed, or when its advisor asked to see it, having given the estimate: from then on `answers_shown`
has the estimate as it stood, and the database takes no other (`guards.py`).
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    insert,
    literal,
    or_,
    select,
)

from desktop.domain.contacts import Draft
from desktop.domain.customers import Answer
from desktop.domain.ids import ContactId
from desktop.domain.instants import to_millis
from desktop.domain.timeline import PAGE, Entry, EntryKind, Page
from desktop.services.store import drafts as kept
from desktop.services.store.rows import from_row
from desktop.services.store.tables import answers, contacts, drafts
from desktop.services.store.video_tables import answers_shown

# Under other names, so that no query which reads these tables takes them for its own.
_CLOSED, _UNDER_WAY = contacts.alias("closed"), drafts.alias("under_way")
_SHOWN = answers_shown.alias("shown")


def visible() -> ColumnElement[bool]:
    """Whether an answer may be seen; every query that feeds a screen asks for this.

    What came at the end of a call waits for its contact also on a machine that has no draft of it:
    another one of the same person, or one that was set up anew.
    """
    about = answers.c.contact_id
    closed = and_(
        about.not_in(select(_UNDER_WAY.c.contact_id)),
        or_(answers.c.person_id.is_(None), about.in_(select(_CLOSED.c.id))),
    )
    return or_(about.is_(None), about.in_(select(_SHOWN.c.contact_id)), closed)


def waits(connection: Connection, contact_id: ContactId) -> bool:
    """Whether the customer answered about this contact, seen or not: never what."""
    query = select(answers.c.id).where(answers.c.contact_id == contact_id).limit(1)
    return connection.scalar(query) is not None


def of_contact(connection: Connection, contact_id: ContactId) -> Answer | None:
    """The latest answer about a contact, once it may be seen."""
    query = select(answers).where(answers.c.contact_id == contact_id, visible())
    query = query.order_by(answers.c.at.desc(), answers.c.id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else from_row(Answer, row)


def show(connection: Connection, draft: Draft, at: datetime) -> tuple[Draft, Answer | None]:
    """Show the answer about a contact under way: its estimate is settled by it, as the draft has it.

    Where there is none (yet), nothing is settled. The caller has asked the rule
    (`domain.drafts.may_show`).
    """
    if not waits(connection, draft.contact_id):
        return draft, None
    settled = _settle(connection, draft, draft.estimate, at)
    kept.put(connection, settled, at)
    return settled, of_contact(connection, draft.contact_id)


def taken_back(connection: Connection, draft: Draft, estimate: int | None, at: datetime) -> Draft:
    """The draft of a close that is taken back: its answer could be seen meanwhile, if it was there."""
    if not waits(connection, draft.contact_id):
        return draft
    return _settle(connection, draft, estimate, at)


def _settle(connection: Connection, draft: Draft, estimate: int | None, at: datetime) -> Draft:
    fresh = select(literal(draft.contact_id), literal(estimate), literal(to_millis(at))).where(
        ~select(answers_shown).where(answers_shown.c.contact_id == draft.contact_id).exists()
    )
    columns = ["contact_id", "estimate", "at"]
    connection.execute(insert(answers_shown).from_select(columns, fresh))
    return kept.settled(connection, draft)


_ANSWERS_TO = (
    select(answers)
    .where(answers.c.contact_id.in_(bindparam("asked", expanding=True)), visible())
    .limit(4 * PAGE)
)


def with_answers(connection: Connection, found: Page) -> Page:
    """The page with what the customers answered about its contacts; the latest answer counts."""
    asked = [entry.id for entry in found.entries if entry.kind is EntryKind.CONTACT]
    values: dict[str, Any] = {"asked": asked}
    given: dict[str, Answer] = {}
    for row in connection.execute(_ANSWERS_TO, values).mappings():
        answer = from_row(Answer, row)
        known = given.get(answer.contact_id or "")
        if known is None or known.at < answer.at:
            given[answer.contact_id or ""] = answer
    entries = tuple(
        answered(entry, given[entry.id])
        if entry.kind is EntryKind.CONTACT and entry.id in given
        else entry
        for entry in found.entries
    )
    return Page(entries=entries, next=found.next)


def answered(entry: Entry, answer: Answer) -> Entry:
    """The entry with what the customer answered."""
    return replace(
        entry,
        feeling=answer.satisfaction,
        effort=answer.effort,
        nps=answer.nps,
        words=answer.words,
    )
