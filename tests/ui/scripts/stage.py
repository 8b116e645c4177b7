"""A stage for the guide's tests: real guides, a real store, a contact with a customer."""

import asyncio
from datetime import date
from pathlib import Path

from desktop.domain.contacts import GuideRun, StepOff, StepOffReason
from desktop.domain.customers import Civility, Contract, Customer
from desktop.domain.ids import ContactId, ContractId, CustomerId, PersonId, StepOffId
from desktop.services.scripts import Scripts
from desktop.ui.kit import tasks
from desktop.ui.scripts.state import GuideContext
from desktop.ui.scripts.viewmodel import GuideViewModel
from tests.conftest import NOON

FOLDER = Path(__file__).parents[3] / "resources" / "scripts"
CLAIRE = Customer(
    id=CustomerId("claire"),
    civility=Civility.MADAM,
    given_name="Claire",
    family_name="Moreau",
    city="Angers",
    since=date(2016, 3, 1),
)
BOX = Contract(
    id=ContractId("box"),
    customer_id=CLAIRE.id,
    number="77-20418",
    product="Box Fibre Confort",
    monthly_cents=3999,
)


def context(contact: str = "c1", **more: object) -> GuideContext:
    """A contact with Claire about her bill."""
    given = {"reason": "billing.higher", "customer": CLAIRE, "contracts": (BOX,)}
    return GuideContext(
        contact_id=ContactId(contact),
        advisor="Sonia Keller",
        **(given | more),  # type: ignore[arg-type] # tests mix fields
    )


def stepped(words: str = "Elle a tout expliqué deux fois.", **more: object) -> StepOff:
    """A step-off of this contact."""
    given = {"reason": StepOffReason.ALREADY_TOLD, "step_id": "understand"}
    return StepOff(
        id=StepOffId("off1"),
        contact_id=ContactId("c1"),
        customer_id=CLAIRE.id,
        person_id=PersonId("p1"),
        at=NOON,
        script_id="bill-higher",
        words=words,
        **(given | more),  # type: ignore[arg-type] # tests mix fields
    )


class Drafts:
    """Stands in for the contact: keeps what the guide tells, as the draft does."""

    def __init__(self, model: GuideViewModel) -> None:
        self.run: GuideRun | None = None
        self.taken: list[object] = []
        self.helped: list[tuple[str, object]] = []
        model.run_changed.connect(self._keep)
        model.stepped_off.connect(self.taken.append)
        model.helped_changed.connect(lambda one, how: self.helped.append((one, how)))

    def _keep(self, run: GuideRun | None) -> None:
        self.run = run


async def settled() -> None:
    """Wait until nothing runs any more."""
    while tasks.running():
        await asyncio.gather(*tasks.running(), return_exceptions=True)
        await asyncio.sleep(0)


def scripts(store, clock) -> Scripts:
    """The service over the guides that ship."""
    return Scripts(FOLDER, store, clock)
