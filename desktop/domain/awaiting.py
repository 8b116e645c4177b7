"""Waiting for the customer: since when, until when, taken back or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.standards import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaiting:
    """That we wait for the customer of a contact from then on, or that they answered."""

    id: str
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    begins: bool
    """False: the customer answered."""
    takes_back: str = ""
    """The one of these that was said by mistake; this one then says nothing else."""


def in_force(marks: Iterable[Awaiting]) -> tuple[Awaiting, ...]:
    """What was said and not taken back, in order."""
    said = tuple(marks)
    undone = {one.takes_back for one in said}
    kept = (one for one in said if not one.takes_back and one.id not in undone)
    return tuple(sorted(kept, key=lambda one: (one.at, one.id)))


def waits_of(marks: Iterable[Awaiting]) -> tuple[Waiting, ...]:
    """The times during which we waited for the customer of one contact; the last may still be on.

    Whoever said so: two who began to wait wait for the same answer, and one answer ends it.
    """
    found: list[Waiting] = []
    since: datetime | None = None
    for one in in_force(marks):
        if one.begins and since is None:
            since = one.at
        elif not one.begins and since is not None:
            found.append(Waiting(since=since, until=one.at))
            since = None
    if since is not None:
        found.append(Waiting(since=since))
    return tuple(found)


def still(waits: Iterable[Waiting]) -> bool:
    """Whether we wait now."""
    return any(one.until is None for one in waits)
