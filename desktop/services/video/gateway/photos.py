"""A photo of what the customer shows: consented to, sent once by a ticket, sealed, and told."""

import asyncio
import hashlib
from typing import Final

from aiohttp import web

from desktop.domain.video.happenings import What
from desktop.services.video.gateway import fields, jpeg
from desktop.services.video.gateway.calls import Ticket
from desktop.services.video.gateway.core import CORE, Core, error
from desktop.services.video.gateway.joining import Sitting
from desktop.services.video.gateway.line import Message
from desktop.services.video.gateway.rooms import UPLOAD
from desktop.services.video.sealing import digest, sealed

LARGEST: Final = 6 * 1024 * 1024
WIDEST: Final = 16_384


class Unfit(Exception):
    """What was sent is not the photo that was promised; `code` as the answer names it."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


async def answered(sitting: Sitting, said: Message) -> None:
    """The customer says yes or no to the photo that they were asked for."""
    core, call = sitting.core, sitting.call
    photo = call.photo
    yes = fields.flag(said, "yes")
    if photo is None or photo.id or said.get("source") != photo.source.value:
        return
    if not yes:
        core.rooms.no_photo(call, "refused")
        return
    width, height = (fields.whole(said, name, 1, WIDEST) for name in ("width", "height"))
    name = core.clock.new_id()
    core.calls.tell(call, What.PHOTO_CONSENTED, id=name, source=photo.source.value)
    photo.id, photo.until = name, core.clock.monotonic() + UPLOAD
    ticket = core.clock.secret()
    core.tickets[digest(ticket)] = Ticket(call=call, photo=photo, width=width, height=height)
    sitting.line.tell({"type": "photo_ticket", "ticket": ticket, "max_bytes": LARGEST})


async def receive(request: web.Request) -> web.Response:
    """The photo of a ticket; whatever comes of it, the ticket is used up."""
    core = request.app[CORE]
    who = core.source(request)
    wait = core.limits.guesses.wait(who)
    if wait:
        return error("slow_down", 429, retry=wait)
    ticket = core.tickets.pop(digest(request.match_info["ticket"]), None)
    if ticket is None:
        core.limits.guesses.wrong(who)
        return error("unknown", 404)
    if core.clock.monotonic() >= ticket.photo.until or ticket.call.photo is not ticket.photo:
        return error("unknown", 404)
    try:
        async with asyncio.timeout(UPLOAD):
            content = await _read(request)
        await _keep(core, ticket, content)
    except BaseException as failed:
        if ticket.call.photo is ticket.photo:
            core.rooms.no_photo(ticket.call)
        if isinstance(failed, Unfit):
            return error(failed.code, failed.status)
        if isinstance(failed, TimeoutError):
            return error("bad_request", 408)
        raise
    return web.json_response({})


async def _read(request: web.Request) -> bytes:
    """What is sent, as far as a photo may go. Raises Unfit."""
    if request.content_type != "image/jpeg" or "Content-Encoding" in request.headers:
        raise Unfit("bad_request", 400)
    if (request.content_length or 0) > LARGEST:
        raise Unfit("too_large", 413)
    content = bytearray()
    async for part in request.content.iter_any():
        content += part
        if len(content) > LARGEST:
            raise Unfit("too_large", 413)
        if not b"\xff\xd8\xff".startswith(content[:3]):
            raise Unfit("bad_request", 400)
    return bytes(content)


async def _keep(core: Core, ticket: Ticket, content: bytes) -> None:
    """Seal it, write it, then tell of it. Raises Unfit, OSError."""
    call, photo = ticket.call, ticket.photo
    if jpeg.size(content) != (ticket.width, ticket.height):
        raise Unfit("bad_request", 400)

    def write() -> str:
        core.calls.journal.put_photo(
            call.id, photo.id, sealed(call.seal, call.id, content, core.clock)
        )
        return hashlib.sha256(content).hexdigest()

    told = await asyncio.to_thread(write)
    if core.calls.get(call.id) is not call or call.photo is not photo:
        core.calls.journal.drop_photo(call.id, photo.id)
        raise Unfit("unknown", 404)
    core.calls.tell(
        call,
        What.PHOTO,
        id=photo.id,
        source=photo.source.value,
        width=ticket.width,
        height=ticket.height,
        size=len(content),
        sha256=told,
    )
    call.photo = None


def routes() -> list[web.RouteDef]:
    """Where pages send photos."""
    return [web.post("/photo/{ticket}", receive)]
