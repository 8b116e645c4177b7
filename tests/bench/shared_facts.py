"""Facts as desks push them, for clients that have no store."""

import itertools
import time
from collections.abc import Sequence
from typing import Any

from desktop.services.clock import Clock

_clock, _ranks = Clock(), itertools.count(1)


def fact(person_id: str, customer_id: str) -> dict[str, Any]:
    """A contact that has just ended."""
    now = int(time.time() * 1000)
    return {
        "op_id": _clock.new_id(),
        "dseq": next(_ranks),
        "kind": "contact",
        "version": 1,
        "at": now,
        "clock_offset": 0,
        "body": {
            "id": _clock.new_id(),
            "customer_id": customer_id,
            "person_id": person_id,
            "channel": "call_in",
            "reason": "facture.montant",
            "started_at": now - 300_000,
            "ended_at": now,
            "resolution": "resolved",
            "estimate": 4,
            "note": "Geste de 5 € × 3 mois proposé, accepté. Rappel le 2 décembre après 17 h.",
        },
    }


def batch_of(count: int, person_id: str, ids: Sequence[str], device: str) -> dict[str, Any]:
    """A push of so many facts about these customers in turn."""
    facts = [fact(person_id, ids[rank % len(ids)]) for rank in range(count)]
    return {"protocol": 1, "device": device, "now": int(time.time() * 1000), "facts": facts}
