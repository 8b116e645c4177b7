"""What every answer bears, and whom the gateway answers at all: by name, never by an address's rebinding."""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from desktop.config.video import LOOPBACK
from desktop.services.video.gateway.config import GatewayConfig

_FEATURES: Final = ("camera", "microphone", "display-capture")
_NEVER: Final = ("geolocation", "serial", "midi", "gyroscope", "accelerometer")


def authority(public: str) -> str:
    """Name and port of an address, as a browser's `Host` says them."""
    return urlsplit(public).netloc.lower()


def own_hosts(config: GatewayConfig) -> frozenset[str]:
    """The names that a browser may know it by."""
    own = {authority(config.public)} if config.public else set()
    if config.loopback:
        names = (f"[{name}]" if ":" in name else name for name in LOOPBACK)
        own |= {f"{name}:{config.port}" for name in names}
    return frozenset(own)


def own_origins(config: GatewayConfig) -> frozenset[str]:
    """Pages that may open a line to it: its own."""
    public = urlsplit(config.public).scheme or "http"
    scheme = "https" if config.certificate is not None else public
    own = {config.public.lower()} if config.public else set()
    return frozenset(own | {f"{scheme}://{host}" for host in own_hosts(config)})


_STRICT: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)
_ALWAYS: Final = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": ", ".join(
        [*(f"{name}=(self)" for name in _FEATURES), *(f"{name}=()" for name in _NEVER)]
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "gateway",
}


def policy(config: GatewayConfig) -> dict[str, str]:
    """The headers of every answer."""
    host = authority(config.public)
    # Older browsers do not count the line's scheme as their own page's.
    line = f" {'wss' if config.public.startswith('https') else 'ws'}://{host}" if host else ""
    rules = (*_STRICT, f"connect-src 'self'{line}")
    found = {"Content-Security-Policy": "; ".join(rules), **_ALWAYS}
    if config.public.startswith("https"):
        found["Strict-Transport-Security"] = "max-age=31536000"
    return found


def bears(config: GatewayConfig) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Puts the headers on every answer just before it leaves, errors too."""
    headers = policy(config)

    async def put(_request: web.Request, response: web.StreamResponse) -> None:
        for name, value in headers.items():
            if name != "Cache-Control" or name not in response.headers:
                response.headers[name] = value

    return put


def by_name(config: GatewayConfig) -> Middleware:
    """Answers those alone who call it by its own name; `/health` is for whoever balances the load."""
    own = own_hosts(config)

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.raw_path.startswith("/"):
            return web.json_response({"error": "bad_request"}, status=400)  # meant for a proxy
        if request.path != "/health" and request.headers.get("Host", "").lower() not in own:
            return web.json_response({"error": "host"}, status=421)
        return await handler(request)

    return check
