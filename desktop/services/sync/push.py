"""Sends what waits: the same facts until an answer comes, each settled by its own answer."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import RefusedByServer
from desktop.domain.ids import CustomerId
from desktop.domain.sync.verdicts import of_one_fact
from desktop.services.store import outbox, replica, syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.link import PROTOCOL, Link

Fact = dict[str, Any]

_UNDONE: Final = frozenset(("conflict", "rejected", "gone"))
"""Answers after which this machine shows something else than what was written here."""
_TOLD: Final = {
    **replica.TOLD,
    "customer_edit": Kind.CUSTOMER,
    "promise_outcome": Kind.PROMISE,
    "check_in_share": Kind.CHECK_IN,
}

_log = logging.getLogger(__name__)


async def push(store: LocalStore, link: Link, tell: Callable[[Changed], None]) -> bool:
    """Send one batch, and settle it; whether anything could leave.

    What is not in force after all is told, so that screens show what the server holds.
    Raises what the door raises: the batch is then unknown, and leaves again as it is.
    """
    facts = await store.write(outbox.batch, link.now_ms())
    if facts:
        for changed in await _send(store, link, facts):
            tell(changed)
    return bool(facts)


async def _send(store: LocalStore, link: Link, facts: Sequence[Fact]) -> frozenset[Changed]:
    sent = {
        "protocol": PROTOCOL,
        "device": store.device,
        "now": link.now_ms(),
        "facts": [fact | {"clock_offset": link.offset} for fact in facts],
    }
    try:
        answer = await link.call("push", {"facts": sent})
    except RefusedByServer as error:
        if not of_one_fact(error):
            raise
        return await _send_apart(store, link, facts, error)
    return await _settle(store, link, facts, answer["answers"])


async def _send_apart(
    store: LocalStore, link: Link, facts: Sequence[Fact], error: RefusedByServer
) -> frozenset[Changed]:
    """One fact made the server refuse the whole batch: halves find it, and the others go on."""
    if len(facts) == 1:
        verdict = {"op_id": facts[0]["op_id"], "answer": "rejected", "why": error.code}
        return await _settle(store, link, facts, [verdict])
    middle = len(facts) // 2
    first = await _send(store, link, facts[:middle])
    return first | await _send(store, link, facts[middle:])


async def _settle(
    store: LocalStore, link: Link, facts: Sequence[Fact], answers: Sequence[dict[str, Any]]
) -> frozenset[Changed]:
    await store.write(syncing.settle, facts, answers, link.now_ms(), link.offset)
    counted = Counter(str(answer.get("answer")) for answer in answers)
    _log.info("pushed %d facts: %s", len(facts), dict(sorted(counted.items())))
    undone = {answer["op_id"] for answer in answers if answer.get("answer") in _UNDONE}
    return frozenset(
        Changed(kind=_TOLD[fact["kind"]], customer_id=_customer(fact))
        for fact in facts
        if fact["op_id"] in undone and fact["kind"] in _TOLD
    )


def _customer(fact: Fact) -> CustomerId | None:
    body = fact["body"]
    named = body.get("id") if fact["kind"] == "customer" else body.get("customer_id")
    return None if named is None else CustomerId(named)
