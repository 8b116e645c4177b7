"""Makes a new customer's file, and tells who may be the same person."""

from desktop.domain.changes import Changed, Kind
from desktop.domain.customers import Customer
from desktop.domain.errors import Invalid
from desktop.domain.ids import CustomerId
from desktop.domain.newcomers import Newcomer, make
from desktop.domain.phones import normalise
from desktop.domain.search import Match
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import search
from desktop.services.store.local import LocalStore

SIMILAR = 4
"""Likely doubles that are offered: one looks, one does not read a list."""


class Newcomers:
    """New customers, made here; a fact of kind customer each."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    async def create(self, newcomer: Newcomer) -> Customer:
        """Make the file. Raises Incomplete or Invalid, which name the field."""
        today = self._clock.now().astimezone(self._clock.zone()).date()
        customer = make(newcomer, id=CustomerId(self._clock.new_id()), today=today)
        async with self._store.unit() as unit:
            unit.record(customer)
        self._changes.tell(Changed(kind=Kind.CUSTOMER, customer_id=customer.id))
        return customer

    async def similar(self, newcomer: Newcomer) -> tuple[Match, ...]:
        """Customers with the same phone, address or whole name, in this order.

        A newer call cancels this one.
        """
        try:
            phone = normalise(newcomer.phone) if newcomer.phone.strip() else ""
        except Invalid:
            phone = ""
        return await self._store.read_newest(
            "similar",
            search.alike,
            phone,
            newcomer.email.strip(),
            (newcomer.given_name, newcomer.family_name),
            SIMILAR,
        )
