"""Sends what waits: the same facts until an answer comes, each settled by its own answer."""

import logging
from collections import Counter
from collections.abc import Sequence
from typing import Any

from desktop.domain.errors import RefusedByServer
from desktop.domain.sync.verdicts import of_one_fact
from desktop.services.store import outbox, syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.link import PROTOCOL, Link

Fact = dict[str, Any]

_log = logging.getLogger(__name__)


async def push(store: LocalStore, link: Link) -> bool:
    """Send one batch, and settle it; whether anything could leave.

    Raises what the door raises: the batch is then unknown, and leaves again as it is.
    """
    facts = await store.write(outbox.batch, link.now_ms())
    if facts:
        await _send(store, link, facts)
    return bool(facts)


async def _send(store: LocalStore, link: Link, facts: Sequence[Fact]) -> None:
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
        await _send_apart(store, link, facts, error)
        return
    await _settle(store, link, facts, answer["answers"])


async def _send_apart(
    store: LocalStore, link: Link, facts: Sequence[Fact], error: RefusedByServer
) -> None:
    """One fact made the server refuse the whole batch: halves find it, and the others go on."""
    if len(facts) == 1:
        verdict = {"op_id": facts[0]["op_id"], "answer": "rejected", "why": error.code}
        await _settle(store, link, facts, [verdict])
        return
    middle = len(facts) // 2
    await _send(store, link, facts[:middle])
    await _send(store, link, facts[middle:])


async def _settle(
    store: LocalStore, link: Link, facts: Sequence[Fact], answers: Sequence[dict[str, Any]]
) -> None:
    await store.write(syncing.settle, facts, answers, link.now_ms(), link.offset)
    counted = Counter(str(answer.get("answer")) for answer in answers)
    _log.info("pushed %d facts: %s", len(facts), dict(sorted(counted.items())))
