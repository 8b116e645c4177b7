"""Two mails of the invented team: one waits for its customer, of the other a day was the customer's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.domain.awaiting import Awaiting
from desktop.domain.contacts import Channel, Contact, Resolution
from desktop.domain.customers import Customer
from desktop.domain.ids import ContactId
from desktop.services.demo.company import Company, Making

_AWAITING = 55


def waits(
    making: Making, company: Company, customers: list[Customer]
) -> Iterator[Contact | Awaiting]:
    """Of the first advisor and two of their customers, for the mirror and the report to count."""
    open_words, kept_words = company.texts["awaited"]
    started = making.midnight() - timedelta(days=1) + timedelta(hours=9, minutes=20)
    still = _mail(making, company, customers[0], started)
    still = replace(still, resolution=Resolution.FOLLOW_UP, note=open_words)
    yield still
    yield _said(making, still, timedelta(minutes=10), begins=True)
    long_ago = started - timedelta(days=7)
    kept = replace(
        _mail(making, company, customers[1], long_ago),
        ended_at=long_ago + timedelta(hours=55),
        waited_s=55 * 3600,
        note=kept_words,
    )
    yield kept
    yield _said(making, kept, timedelta(hours=6), begins=True)
    yield _said(making, kept, timedelta(hours=31), begins=False)


def _mail(making: Making, company: Company, customer: Customer, started: datetime) -> Contact:
    return Contact(
        id=ContactId(making.new_id(6)),
        customer_id=customer.id,
        person_id=company.advisors[0].id,
        channel=Channel.EMAIL,
        reason="billing.explain",
        started_at=started,
        ended_at=started + timedelta(minutes=12),
        resolution=Resolution.RESOLVED,
    )


def _said(making: Making, contact: Contact, after: timedelta, *, begins: bool) -> Awaiting:
    assert contact.person_id is not None  # noqa: S101 - both are the first advisor's
    return Awaiting(
        id=making.new_id(_AWAITING),
        contact_id=contact.id,
        customer_id=contact.customer_id,
        person_id=contact.person_id,
        at=contact.started_at + after,
        begins=begins,
    )
