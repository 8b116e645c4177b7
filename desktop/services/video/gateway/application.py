"""The web application of a gateway: the same whether it stands alone or runs inside the desktop."""

from dataclasses import dataclass
from typing import Final

from aiohttp import web

from desktop.services.clock import Clock
from desktop.services.video.gateway import headers
from desktop.services.video.gateway.config import GatewayConfig
from desktop.services.video.gateway.pages import Pages
from desktop.services.video.gateway.providers import Provider


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What the routes of a gateway share."""

    config: GatewayConfig
    clock: Clock
    provider: Provider


CORE: Final = web.AppKey("core", Core)


async def health(_request: web.Request) -> web.Response:
    """For whoever balances the load: it runs, and nothing else."""
    return web.json_response({"ok": True})


def make(config: GatewayConfig, provider: Provider, clock: Clock) -> web.Application:
    """The application; `config.port` is the one that it will listen on."""
    application = web.Application(middlewares=[headers.by_name(config)])
    application[CORE] = Core(config=config, clock=clock, provider=provider)
    application.on_response_prepare.append(headers.bears(config))
    application.router.add_get("/health", health)
    application.router.add_routes([*Pages(config).routes(), *provider.routes()])
    return application
