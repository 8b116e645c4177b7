"""What the application asks for calls: made, offered, ended, read, kept. Each belongs to its key."""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import web

from desktop import __version__
from desktop.domain.errors import Invalid, VideoFailed
from desktop.domain.video.happenings import Delivery, EndReason, What
from desktop.domain.video.readiness import Unready
from desktop.services.video.gateway import fields
from desktop.services.video.gateway.admission import ADVISORS
from desktop.services.video.gateway.calls import INVITATION, Call
from desktop.services.video.gateway.core import CORE, Core, error
from desktop.services.video.gateway.making import made
from desktop.services.video.gateway.providers import Role
from desktop.services.video.sealing import digest, opened

PROTOCOL: Final = 1
LARGEST: Final = 64 * 1024
STATUS: Final = {"bad_request": 400, "unknown": 404, "ended": 409, "taken": 409, "sealed": 409}
Asked = Callable[[Core, Call, fields.Said], Awaitable[Any]]


def key_of(request: web.Request, core: Core) -> str:
    """Name of the key that a request bears. Raises HTTPUnauthorized; HTTPTooManyRequests for guesses."""
    word, _, given = request.headers.get("Authorization", "").partition(" ")
    if word.lower() == "bearer" and given:
        found = digest(given.strip())
        names = [key.name for key in core.config.keys if hmac.compare_digest(key.sha256, found)]
        if names:
            return names[0]
    who = core.source(request)
    wait = core.limits.guesses.wait(who)
    if wait:
        raise no(web.HTTPTooManyRequests, "slow_down", {"Retry-After": str(wait)})
    core.limits.guesses.wrong(who)
    raise no(web.HTTPUnauthorized, "key", {"WWW-Authenticate": "Bearer"})


def no(
    kind: type[web.HTTPException], code: str, headers: dict[str, str] | None = None
) -> web.HTTPException:
    """An HTTP error with its code as JSON."""
    return kind(text=json.dumps({"error": code}), content_type="application/json", headers=headers)


def call_of(request: web.Request, core: Core) -> Call:
    """The call in a request's path, which is of the request's key. Raises HTTPException."""
    key = key_of(request, core)
    call = core.calls.get(request.match_info["call"])
    if call is None or call.key != key:
        raise no(web.HTTPNotFound, "unknown")
    return call


async def body_of(request: web.Request) -> fields.Said:
    """The JSON object that a request brings; empty where it brings none. Raises Invalid."""
    try:
        found = json.loads(await request.text() or "{}")
    except (ValueError, RecursionError, LookupError):
        found = None
    if not isinstance(found, dict):
        raise Invalid("body", "json")
    return found


def asked(what: Asked) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A route about one call: finds it, reads the body, answers JSON."""

    async def route(request: web.Request) -> web.StreamResponse:
        core = request.app[CORE]
        call = call_of(request, core)
        try:
            return web.json_response(await what(core, call, await body_of(request)) or {})
        except Invalid:
            return error("bad_request", 400)
        except VideoFailed as failed:
            return error(failed.code, STATUS.get(failed.code, 503))

    return route


def still_on(call: Call) -> None:
    """Raises VideoFailed("ended") for a call that is over."""
    if call.ended is not None:
        raise VideoFailed("ended")


async def health(request: web.Request) -> web.Response:
    """Whether calls can be begun, and why not."""
    core = request.app[CORE]
    key_of(request, core)
    why = await core.provider.check()
    return web.json_response(
        {
            "protocol": PROTOCOL,
            "now": core.now(),
            "version": __version__,
            "public": core.config.public,
            "provider": core.provider.name,
            "third": core.provider.third,
            "ok": why in (None, Unready.RELAY_DOWN),
            "why": why.value if why is not None else "",
        }
    )


async def make(request: web.Request) -> web.Response:
    """A new call; or the one that was made by the same words before."""
    core = request.app[CORE]
    key = key_of(request, core)
    try:
        call = await made(core, key, await body_of(request))
    except Invalid:
        return error("bad_request", 400)
    except VideoFailed as failed:
        return error(failed.code, STATUS.get(failed.code, 503))
    return web.json_response(
        {
            "now": core.now(),
            "expires_at": core.expires_at(call),
            "provider": core.provider.name,
            "third": core.provider.third,
        }
    )


async def offered(core: Core, call: Call, said: fields.Said) -> None:
    """The customer was told how to come."""
    by = fields.choice(said, "by", Delivery)
    still_on(call)
    core.calls.tell(call, What.OFFERED, by=by.value)


async def invite(core: Core, call: Call, said: fields.Said) -> dict[str, Any]:
    """Another invitation; the former is void."""
    token = fields.matching(said, "invite", fields.DIGEST)
    still_on(call)
    free(core, token)
    core.admission.grant(call, Role.CUSTOMER, token, INVITATION)
    return {"expires_at": core.expires_at(call)}


async def advisor(core: Core, call: Call, said: fields.Said) -> None:
    """Another token for the advisor's page."""
    token = fields.matching(said, "advisor", fields.DIGEST)
    still_on(call)
    free(core, token)
    core.admission.grant(call, Role.ADVISOR, token, ADVISORS)


def free(core: Core, token: str) -> None:
    """Raises VideoFailed("taken") for a token that somebody has already."""
    if core.admission.known(token):
        raise VideoFailed("taken")


async def end(core: Core, call: Call, said: fields.Said) -> None:
    """The advisor's word, or the application's."""
    await core.rooms.end(call, fields.choice(said, "reason", EndReason))


async def kept(core: Core, call: Call, said: fields.Said) -> None:
    """All up to there is in the application's store."""
    core.keeping.keep(call, fields.whole(said, "n", 0, 10**9))


async def log(request: web.Request) -> web.Response:
    """What happened after a number."""
    core = request.app[CORE]
    call = call_of(request, core)
    since = request.query.get("since", "0")
    if not (since.isascii() and since.isdecimal() and len(since) < 10):
        return error("bad_request", 400)
    told = [one.to_json() for one in call.since(int(since))]
    return web.json_response({"now": core.now(), "happenings": told, "sealable": bool(call.seal)})


async def photo(request: web.Request) -> web.Response:
    """A photo, opened with the call's key."""
    core = request.app[CORE]
    call = call_of(request, core)
    name = request.match_info["photo"]
    known = any(one.what is What.PHOTO and one.detail.get("id") == name for one in call.log)
    content = core.calls.journal.photo(call.id, name) if known else None
    if content is None:
        return error("unknown", 404)
    if not call.seal:
        return error("sealed", 409)
    jpeg = opened(call.seal, call.id, content)
    if jpeg is None:
        return error("unknown", 404)
    return web.Response(body=jpeg, content_type="image/jpeg")


def routes() -> list[web.RouteDef]:
    """All of them, but for what colleagues and customers' buttons add."""
    one = "/api/calls/{call}"
    return [
        web.get("/api/health", health),
        web.post("/api/calls", make),
        *(
            web.post(f"{one}/{what.__name__}", asked(what))
            for what in (offered, invite, advisor, end, kept)
        ),
        web.get(f"{one}/log", log),
        web.get(f"{one}/photos/{{photo}}", photo),
    ]
