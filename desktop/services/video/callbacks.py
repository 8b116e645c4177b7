"""What a customer left at a button becomes a contact with a promise to call back, once a press."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from desktop.domain import drafts as rules
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Channel, PromiseDraft, PromiseKind, Resolution
from desktop.domain.due_dates import read_due, suggestions
from desktop.domain.errors import Invalid
from desktop.domain.ids import ContactId, CustomerId, PromiseId
from desktop.domain.importing import derived_id
from desktop.domain.people import Person
from desktop.domain.phones import normalise
from desktop.domain.video.ringing import CallBack
from desktop.services.clock import Clock
from desktop.services.store import search
from desktop.services.store import video as rows
from desktop.services.store.local import LocalStore

_SOURCE: Final = "video-button"
"""Of the ids that a press gives its facts: another machine makes the same."""


async def keep(
    left: CallBack, person: Person, store: LocalStore, clock: Clock
) -> tuple[Changed, ...]:
    """Record it unless it is here already; what changed. Raises StoreUnavailable.

    The customer is named where exactly one has that phone: what they said is proven by nobody.
    """
    contact_id = ContactId(derived_id(_SOURCE, "contact", left.press))
    if await store.read(rows.contact_known, contact_id):
        return ()
    customer_id = await _whose(left.phone, store)
    words = " · ".join(word for word in (left.phone, left.name, left.when, left.title) if word)
    draft = replace(
        rules.begin(
            contact_id=contact_id,
            customer_id=customer_id,
            person_id=person.id,
            at=left.at,
            channel=Channel.MESSAGE,
        ),
        resolution=Resolution.FOLLOW_UP,
        note=words,
        promise=PromiseDraft(kind=PromiseKind.CALLBACK, due_at=due(left.when, clock), words=words),
    )
    promise_id = PromiseId(derived_id(_SOURCE, "promise", left.press))
    closing = rules.close(draft, at=left.at, promise_id=promise_id)
    async with store.unit() as unit:
        unit.record(closing.contact)
        if closing.promise is not None:
            unit.record(closing.promise)
    return tuple(
        Changed(kind=kind, customer_id=customer_id) for kind in (Kind.CONTACT, Kind.PROMISE)
    )


def due(when: str, clock: Clock) -> datetime:
    """When they asked for, where that can be read and is still to come; else the first offer."""
    now, zone = clock.now(), clock.zone()
    asked = read_due(when, now, zone) if when.strip() else None
    return asked if asked is not None and asked > now else suggestions(now, zone)[0].at


async def _whose(phone: str, store: LocalStore) -> CustomerId | None:
    try:
        number = normalise(phone)
    except Invalid:
        return None
    found = await store.read(search.by_phone, number)
    return found[0].customer_id if len(found) == 1 else None
