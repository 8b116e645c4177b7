"""What is asked of a gateway about one call, so that all of it comes into the store here."""

import hashlib
import logging
from typing import Any

from desktop.domain.errors import VideoFailed
from desktop.domain.video.progress import PhotoTold
from desktop.services.video.call import Call

log = logging.getLogger(__name__)


async def log_of(call: Call) -> list[dict[str, Any]]:
    """What happened after what is here. Raises VideoFailed."""
    told = await call.door.api.ask("GET", f"/api/calls/{call.id}/log?since={call.seen}")
    if told.get("sealable") is False:
        await seal_again(call)
    happenings = told.get("happenings")
    if not isinstance(happenings, list):
        raise VideoFailed("not_a_gateway")
    return [one for one in happenings if isinstance(one, dict) and isinstance(one.get("n"), int)]


async def seal_again(call: Call) -> None:
    """Give a gateway that was restarted the key back, which it had in memory only."""
    asked = {"id": call.id, "asked_ago_ms": 0, "seal": call.asked.seal}
    none = {"invite": "", "advisor": "", "advisor_name": "", "company": "", "lang": "fr"}
    await call.door.api.ask("POST", "/api/calls", asked | none)


async def fetched(call: Call, told: PhotoTold) -> bytes | None:
    """A photo, if what comes is what was told; else it is asked for again another time."""
    try:
        content = await call.door.api.photo(call.id, told.id)
    except VideoFailed as error:
        if error.code == "sealed":
            await seal_again(call)
        elif error.code == "unknown":
            call.lost.add(told.id)
        log.warning("a photo is not here yet: %s", error.code)
        return None
    if hashlib.sha256(content).hexdigest() != told.sha256:
        log.error("a photo is not what the gateway received")
        return None
    return content


async def say_kept(call: Call) -> bool:
    """Have the gateway delete what is here; whether it knows that now."""
    try:
        await call.door.api.ask("POST", f"/api/calls/{call.id}/kept", {"n": call.seen})
    except VideoFailed as error:
        if error.code != "unknown":
            return False
    call.kept = call.seen
    return True
