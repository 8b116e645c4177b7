"""The customer written by hand, whom the tour and the README show."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from desktop.domain.contacts import (
    Channel,
    Contact,
    Promise,
    PromiseKind,
    Resolution,
)
from desktop.domain.customers import (
    Answer,
    Case,
    Civility,
    Contract,
    Customer,
    PinnedNote,
)
from desktop.domain.ids import AnswerId, CaseId, ContactId, ContractId, CustomerId, PromiseId
from desktop.services.demo.company import Company, Making


def portrait(making: Making, company: Company) -> Iterator[Any]:
    """The customer, then all that concerns them."""
    told = company.texts["portrait"]
    customer = _customer(making, told)
    midnight = making.midnight()
    yield customer
    yield from _contracts(making, told, customer)
    for row in told["contacts"]:
        yield from _contact(making, company, customer, (midnight, row))
    yield _case(making, told["case"], customer, midnight)
    sonia, then = company.advisors[1], midnight - timedelta(days=9.6)
    yield Promise(
        id=PromiseId(making.new_id(8)),
        contact_id=ContactId(making.new_id(6)),
        customer_id=customer.id,
        person_id=sonia.id,
        at=then,
        kind=PromiseKind.CALLBACK,
        due_at=midnight + timedelta(days=told["promise"]["days"], hours=told["promise"]["hour"]),
        words=told["promise"]["words"],
    )
    yield PinnedNote(customer_id=customer.id, person_id=sonia.id, at=then, words=told["pin"])


def _case(making: Making, told: dict[str, Any], customer: Customer, midnight: datetime) -> Case:
    return Case(
        id=CaseId(making.new_id(5)),
        customer_id=customer.id,
        number=told["number"],
        title=told["title"],
        reason=told["reason"],
        opened_at=midnight - timedelta(days=told["days"] - 0.4),
        due_at=midnight + timedelta(days=told["due"], hours=18),
        reminders=told["reminders"],
    )


def _customer(making: Making, told: dict[str, Any]) -> Customer:
    plain = ("number", "given_name", "family_name", "preferred_name", "address_as")
    place = ("phone", "email", "street", "postcode", "city")
    return Customer(
        id=CustomerId(making.new_id(3)),
        civility=Civility(told["civility"]),
        since=told["since"],
        details=tuple((label, value) for label, value in told["details"]),
        **{name: told[name] for name in plain + place},
    )


def _contracts(making: Making, told: dict[str, Any], customer: Customer) -> Iterator[Contract]:
    for row in told["contracts"]:
        committed: date | None = row.get("committed_until")
        yield Contract(
            id=ContractId(making.new_id(4)),
            customer_id=customer.id,
            number=row["number"],
            product=row["product"],
            kind=row["kind"],
            monthly_cents=row["cents"],
            starts=row["starts"],
            committed_until=committed,
            remark=row["remark"],
        )


def _contact(
    making: Making, company: Company, customer: Customer, told: tuple[datetime, list[Any]]
) -> Iterator[Contact | Answer]:
    midnight, row = told
    days, minutes, channel, reason, resolution, satisfaction, _effort, _nps, note, _words = row
    started = midnight - timedelta(days=days) + timedelta(minutes=540 + minutes)
    advisor = company.advisors[1 if days == 10 else days % 5]
    contact = Contact(
        id=ContactId(making.new_id(6)),
        customer_id=customer.id,
        person_id=advisor.id,
        channel=Channel(channel),
        reason=reason,
        started_at=started,
        ended_at=started + timedelta(minutes=7),
        resolution=Resolution(resolution),
        estimate=min(5, satisfaction + 1),
        note=note,
    )
    yield contact
    yield _answer(making, contact, row[5:])


def _answer(making: Making, contact: Contact, told: list[Any]) -> Answer:
    satisfaction, effort, nps, _note, words = told
    return Answer(
        id=AnswerId(making.new_id(9)),
        customer_id=contact.customer_id or CustomerId(""),
        contact_id=contact.id,
        at=min(contact.started_at + timedelta(hours=3), making.now),
        satisfaction=satisfaction,
        effort=effort,
        nps=nps,
        words=words,
    )
