"""What the editor asks of others: to keep and publish a draft, and customers to try it on."""

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.customers import Contract, Customer
from desktop.domain.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedOn:
    """A customer for whom a guide is shown as it would look, and what is known of them."""

    customer: Customer
    contracts: tuple[Contract, ...] = ()
    invented: bool = False
    """Nobody: the example that is always there."""


class Authoring(Protocol):
    """Keeps what a lead writes."""

    async def save(self, draft: ScriptDraft) -> None:
        """Keep the draft as it is. Raises StoreUnavailable."""

    async def overtaken(self, draft: ScriptDraft) -> tuple[ScriptVersion, ...]:
        """Versions published since the draft was begun: publishing it would ask for a pick."""

    async def publish(self, draft: ScriptDraft, note: str) -> ScriptVersion:
        """Make a version of it. Raises Incomplete or Invalid, naming the field."""


class TrialCustomers(Protocol):
    """Customers for whom a guide can be looked at."""

    def example(self) -> TriedOn:
        """The invented one."""

    async def recent(self) -> tuple[Customer, ...]:
        """Whom this person opened last."""

    async def whole(self, customer_id: CustomerId) -> TriedOn:
        """A customer with their contracts. Raises Gone."""
