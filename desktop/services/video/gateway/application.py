"""The web application of a gateway: the same whether it stands alone or runs inside the desktop."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from desktop.domain.errors import VideoFailed
from desktop.services.clock import Clock
from desktop.services.video.gateway import advisor, api, customer, headers, photos
from desktop.services.video.gateway.calls import Call
from desktop.services.video.gateway.config import GatewayConfig
from desktop.services.video.gateway.core import CORE, Core, error
from desktop.services.video.gateway.line import GOING
from desktop.services.video.gateway.pages import Pages
from desktop.services.video.gateway.providers import Provider
from desktop.services.video.gateway.restoring import restore
from desktop.services.video.gateway.sos import Sos

TICK: Final = 0.5
"""Seconds between two looks at what ran out."""
CODES: Final = {400: "bad_request", 404: "unknown", 405: "bad_request", 413: "too_large"}
_log = logging.getLogger(__name__)


async def health(_request: web.Request) -> web.Response:
    """For whoever balances the load: it runs, and nothing else."""
    return web.json_response({"ok": True})


def paced(core: Core) -> Middleware:
    """So many page loads a source address, and no more; what pages load counts apart."""

    @web.middleware
    async def pace(request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.path
        rate = None
        if path in {"/v", "/a"} or path.startswith("/sos/"):
            rate = core.limits.pages
        elif path.startswith("/static/"):
            rate = core.limits.files
        wait = rate.wait(core.source(request)) if rate is not None else 0
        return error("slow_down", 429, retry=wait) if wait else await handler(request)

    return pace


@web.middleware
async def worded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Errors are one word, and say nothing of what went wrong inside."""
    try:
        return await handler(request)
    except web.HTTPException as failed:
        if failed.content_type == "application/json" or failed.status < 400:
            raise
        code = CODES.get(failed.status, "bad_request")
        kept = {
            name: failed.headers[name]
            for name in ("Allow", "Retry-After")
            if name in failed.headers
        }
        return web.Response(
            text=json.dumps({"error": code}),
            status=failed.status,
            content_type="application/json",
            headers=kept,
        )
    except (ConnectionError, asyncio.CancelledError):
        raise
    except Exception:
        _log.exception("a request was not dealt with")
        return error("failed", 500)


async def running(application: web.Application) -> AsyncIterator[None]:
    """While the application runs: yesterday's calls are back, and what runs out is dealt with."""
    core = application[CORE]
    await core.provider.start()
    restore(core)
    # All at once: a media server that is down is waited for once, not once a call.
    await asyncio.gather(*(reopened(core, call) for call in core.calls if call.ended is None))
    watch = asyncio.create_task(watched(core))
    yield
    watch.cancel()
    await asyncio.gather(watch, return_exceptions=True)
    await core.provider.stop()


async def reopened(core: Core, call: Call) -> None:
    """Make room for a call that goes on after a restart; its pages ask again where there is none."""
    try:
        await core.provider.open(call.id)
    except (VideoFailed, OSError):
        _log.warning("the provider made no room for a call that goes on")


async def watched(core: Core) -> None:
    """Look at what time brings about, until it is cancelled."""
    while True:
        await core.clock.sleep(TICK)
        try:
            await core.keeping.sweep(core.retention, core.tickets)
        except Exception:
            _log.exception("a look at the calls failed")


async def stopping(application: web.Application) -> None:
    """Every line is closed with a word: its page comes back by itself."""
    for line in list(application[CORE].lines):
        line.close(GOING)
    await application[CORE].provider.stop()  # its own lines would be waited for


def make(config: GatewayConfig, provider: Provider, clock: Clock) -> web.Application:
    """The application; `config.port` is the one that it will listen on.

    Raises OSError where its folder cannot be used.
    """
    core = Core.of(config, provider, clock)
    application = web.Application(
        middlewares=[headers.by_name(config), paced(core), worded],
        client_max_size=api.LARGEST,
    )
    application[CORE] = core
    sos = Sos(core)
    application.on_response_prepare.append(headers.bears(config))
    application.on_shutdown.append(stopping)
    application.cleanup_ctx.append(running)
    application.cleanup_ctx.append(sos.running)
    application.router.add_get("/health", health)
    application.router.add_get("/ws/customer", customer.door().route)
    application.router.add_get("/ws/advisor", advisor.door().route)
    application.router.add_routes(
        [
            *Pages(config).routes(),
            *api.routes(),
            *photos.routes(),
            *sos.routes(),
            *provider.routes(),
        ]
    )
    return application
