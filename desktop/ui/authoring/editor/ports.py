"""What the editor asks of others: to keep and publish a draft, and customers to try it on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.guides import TimelineVersion
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.customers import Contract, Customer
from desktop.domain.ids import CustomerId
from desktop.domain.scripts import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedOn:
    """A customer for whom a guide is shown as it would look, and what is known of them."""

    customer: Customer
    contracts: tuple[Contract, ...] = ()
    invented: bool = False
    """Nobody: the example that is always there."""


class Authoring(Protocol):
    """Keeps what a lead writes, and knows what others published."""

    def now(self) -> datetime:
        """Now, in the workstation's zone."""

    async def versions(self, script_id: str) -> tuple[TimelineVersion, ...]:
        """The timeline of a guide, the newest version first."""

    async def script_of(self, script_id: str, version_id: str = "") -> Script | None:
        """A version as it reads. None: it cannot be read."""

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
