"""Customers for whom a lead looks at a guide: an invented one, and those opened lately."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers import Civility, Contract, Customer
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.people import Person
from desktop.services.customers import Customers
from desktop.ui.authoring.editor.ports import TriedOn

_ID = CustomerId("example")


class RecentCustomers:
    """Reads files; writes nothing, not even that somebody was looked at."""

    def __init__(self, customers: Customers, person: Person) -> None:
        self._customers = customers
        self._person = person

    def example(self) -> TriedOn:
        """Nobody, with every value that a guide may ask for."""
        customer = Customer(
            id=_ID,
            number="C-000000",
            civility=Civility.MADAM,
            given_name="Dominique",
            family_name="Exemple",
            postcode="69003",
            city="Lyon",
            since=date(2019, 5, 2),
        )
        contract = Contract(
            id=ContractId("example"),
            customer_id=_ID,
            number="F-000000",
            product=QCoreApplication.translate("Editor", "Box Fibre Confort"),
            kind="fibre",
            monthly_cents=3499,
            committed_until=date(2027, 5, 2),
        )
        return TriedOn(customer=customer, contracts=(contract,), invented=True)

    async def recent(self) -> tuple[Customer, ...]:
        """Whom this person opened last, the latest first."""
        return await self._customers.recent(self._person)

    async def whole(self, customer_id: CustomerId) -> TriedOn:
        """A customer with their contracts. Raises Gone."""
        file = await self._customers.open(customer_id)
        return TriedOn(customer=file.customer, contracts=file.contracts)
