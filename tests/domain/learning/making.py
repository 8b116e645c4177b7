"""Traces and merges for tests of learning, with little to write."""

from datetime import timedelta

from desktop.domain.contacts import Helped, StepOffReason
from desktop.domain.ids import ContactId, PersonId, StepOffId
from desktop.domain.learning.chains import Trace
from desktop.domain.learning.facts import ChainMerge
from tests.conftest import NOON


def trace(number: int, words: str = "", **more: object) -> Trace:
    """The step-off `s{number}` of the contact `c{number}`, a minute after the one before."""
    given: dict[str, object] = {
        "contact_id": ContactId(f"c{number}"),
        "step_id": "explain",
        "reason": StepOffReason.EMOTION,
    }
    return Trace(
        id=StepOffId(f"s{number}"),
        at=NOON + timedelta(minutes=number),
        words=words,
        **(given | more),  # type: ignore[arg-type] # tests mix fields
    )


def judged(numbers: range, yes: int, **more: object) -> list[Trace]:
    """Traces of which the first `yes` helped and the others did not."""
    return [
        trace(n, helped=Helped.YES if place < yes else Helped.NO, **more)  # type: ignore[arg-type] # tests mix fields
        for place, n in enumerate(numbers)
    ]


def merge(chain: str, into: str, minute: int = 0, merge_id: str = "m") -> ChainMerge:
    """A lead's word on a chain; `into` empty takes an earlier one back."""
    return ChainMerge(
        id=f"{merge_id}{minute}",
        person_id=PersonId("lead"),
        at=NOON + timedelta(minutes=minute),
        script_id="bill",
        chain_id=StepOffId(chain),
        into_id=into,
    )
