"""For whom the guide is shown: an invented customer, or one whom the lead opened lately."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.customers import Customer
from desktop.domain.errors import Gone
from desktop.domain.ids import CustomerId
from desktop.ui.authoring.editor.ports import TrialCustomers, TriedOn
from desktop.ui.kit import tasks


class Trial(QObject):
    """`changed` when somebody else is chosen, or others can be."""

    changed = Signal()

    def __init__(self, customers: TrialCustomers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customers = customers
        self._asking = tasks.Latest(self)
        self._listing = tasks.Latest(self)
        self.recent: tuple[Customer, ...] = ()
        self.tried_on: TriedOn = customers.example()

    @property
    def example(self) -> TriedOn:
        """The invented one."""
        return self._customers.example()

    def load(self) -> None:
        """Read whom the lead opened lately."""
        self._listing.run(self._load())

    def choose(self, customer_id: CustomerId | None) -> None:
        """Show the guide as it looks for this customer; None: for the invented one."""
        if customer_id is None:
            self._asking.cancel()
            self._show(self.example)
        else:
            self._asking.run(self._ask(customer_id))

    async def _load(self) -> None:
        self.recent = await self._customers.recent()
        self.changed.emit()

    async def _ask(self, customer_id: CustomerId) -> None:
        try:
            self._show(await self._customers.whole(customer_id))
        except Gone:
            self.load()

    def _show(self, customer: TriedOn) -> None:
        self.tried_on = customer
        self.changed.emit()
