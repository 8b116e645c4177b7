"""The first words with the server: do both speak the same protocol, and whose store is this?"""

import logging
from typing import Any

from desktop.domain.errors import SignInNeeded, WrongSignIn
from desktop.domain.people import Role
from desktop.domain.sync.events import Cadence
from desktop.domain.sync.status import PauseReason
from desktop.domain.sync.verdicts import SyncPaused
from desktop.services.store import syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.link import PROTOCOL, Link

_log = logging.getLogger(__name__)


def client(device: str) -> dict[str, Any]:
    """What this side says of itself."""
    return {"protocol": PROTOCOL, "device": device}


def check_protocol(hello: dict[str, Any]) -> None:
    """Raises SignInNeeded (too old, not a server), SyncPaused (a server that is too old)."""
    try:
        lowest, highest = map(int, hello["protocol"])
    except (KeyError, TypeError, ValueError):
        raise SignInNeeded(WrongSignIn.NOT_A_SERVER) from None
    if lowest > PROTOCOL:
        raise SignInNeeded(WrongSignIn.TOO_OLD)
    if highest < PROTOCOL:
        raise SyncPaused(PauseReason.SERVER_TOO_OLD)


async def greet(store: LocalStore, link: Link, person_id: str) -> Cadence:
    """Say hello; how often this person pulls. Raises as a door, SyncPaused."""
    hello = await link.call("hello", {"client": client(store.device)})
    check_protocol(hello)
    if hello["person"]["id"] != person_id:
        raise SyncPaused(PauseReason.ANOTHER_PERSON)
    if await store.write(syncing.greeted, hello, link.offset):
        _log.warning("the shared database has another epoch: what it may have lost leaves again")
    lead = hello["person"].get("role") == Role.LEAD
    return Cadence.LEAD if lead else Cadence.ADVISOR
