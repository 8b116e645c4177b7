"""A customer's whole file as one frozen value, and what may be changed on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import datetime
from enum import StrEnum

from desktop.domain import emails, phones
from desktop.domain.alerts import Alert
from desktop.domain.contacts import Promise
from desktop.domain.customers import Case, Contract, Customer, PinnedNote
from desktop.domain.errors import Invalid
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.timeline import Page
from desktop.domain.trends import Trend

LONGEST = 200
"""Characters of an edited field."""


class CustomerField(StrEnum):
    """Fields that an advisor may change; values are the names of Customer's fields."""

    PREFERRED_NAME = "preferred_name"
    ADDRESS_AS = "address_as"
    PHONE = "phone"
    PHONE2 = "phone2"
    EMAIL = "email"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"


PHONES = frozenset({CustomerField.PHONE, CustomerField.PHONE2})


class Wrong(StrEnum):
    """Why a value cannot stand in a field (`Invalid.why`)."""

    PHONE = "phone"
    EMAIL = "email"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerEdit:
    """That somebody changed one field, and on which version of it they based the change."""

    customer_id: CustomerId
    person_id: PersonId
    at: datetime
    field: CustomerField
    value: str
    former: str
    """What the field held before, so that a conflict can show both."""
    based_on: int
    """Version of the field that was on the screen; 0 when it had never been changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    """What a field held, and in which version, on the screen where somebody began to change it."""

    value: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPromise:
    """A promise that waits, and the name of who made it."""

    promise: Promise
    advisor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFile:
    """All that the first screen of a customer shows."""

    customer: Customer
    read_at: datetime
    """When it was read, in the zone of the workstation: days are cut in it."""
    contracts: tuple[Contract, ...] = ()
    cases: tuple[Case, ...] = ()
    """Open ones, the first due first."""
    promises: tuple[OpenPromise, ...] = ()
    """Open ones, the first due first."""
    note: PinnedNote | None = None
    note_author: str = ""
    trends: tuple[Trend, ...] = ()
    alerts: tuple[Alert, ...] = ()
    timeline: Page = made(default_factory=Page)
    versions: Mapping[CustomerField, int] = made(default_factory=dict)
    """How often each field changed; one that never did is left out."""

    def shown(self, field: CustomerField) -> FieldShown:
        """What an edit of this field is based on, once it begins here."""
        return FieldShown(value=getattr(self.customer, field), version=self.versions.get(field, 0))


def tidied(field: CustomerField, value: str) -> str:
    """The value as it may be kept: spaces set right, phones in E.164. Raises Invalid, a `Wrong`."""
    clean = " ".join(value.split())
    if len(clean) > LONGEST:
        raise Invalid(field, Wrong.TOO_LONG)
    if field is CustomerField.EMAIL and clean:
        return _checked(emails.normalise, Wrong.EMAIL, field, clean)
    if field in PHONES and clean:
        return _checked(phones.normalise, Wrong.PHONE, field, clean)
    return clean


def _checked(
    normalise: Callable[[str, str], str], wrong: Wrong, field: CustomerField, clean: str
) -> str:
    try:
        return normalise(clean, field)
    except Invalid as refused:
        raise Invalid(field, wrong) from refused
