"""The pages and what they load: files of resources/video, each by its own name and no other way."""

import hashlib
from pathlib import Path
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from desktop.services.video.gateway.config import GatewayConfig

FOLDER: Final = Path(__file__).parents[4] / "resources" / "video"
KINDS: Final = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".wav": "audio/wav",
}
"""What may be fetched, and what it is said to be."""
PAGES: Final = {"/v": "customer.html", "/a": "advisor.html"}
SOS: Final = "sos.html"


class Pages:
    """Files are read when they are asked for: they are small, and may change under a developer."""

    def __init__(self, config: GatewayConfig, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._places = frozenset(place.id for place in config.places)

    def routes(self) -> list[web.RouteDef]:
        """All that a browser loads."""
        return [
            *(web.get(path, self._page(name)) for path, name in PAGES.items()),
            web.get("/sos/{place}", self.sos),
            web.get("/static/{name}", self.static),
        ]

    def _page(self, name: str) -> Handler:
        async def page(_request: web.Request) -> web.Response:
            return self._html(name)

        return page

    async def sos(self, request: web.Request) -> web.Response:
        """The button of a place; 404 for one that is not configured."""
        if request.match_info["place"] not in self._places:
            raise web.HTTPNotFound
        return self._html(SOS)

    async def static(self, request: web.Request) -> web.Response:
        """A script, a style, a picture: only what stands in the folder under exactly this name."""
        name = request.match_info["name"]
        kind = KINDS.get(Path(name).suffix)
        if kind is None or name not in self._names():
            raise web.HTTPNotFound
        content = (self._folder / name).read_bytes()
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        told = {"Cache-Control": "no-cache", "ETag": tag}
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=told)
        answer = web.Response(body=content, content_type=kind, headers=told)
        if kind.startswith("text/") or kind.endswith("xml"):
            answer.charset = "utf-8"
            answer.enable_compression()
        return answer

    def _html(self, name: str) -> web.Response:
        if name not in self._names():
            raise web.HTTPNotFound
        text = (self._folder / name).read_text(encoding="utf-8")
        answer = web.Response(text=text, content_type="text/html", charset="utf-8")
        answer.enable_compression()
        return answer

    def _names(self) -> frozenset[str]:
        """What stands in the folder itself: a path never gets to the file system."""
        if not self._folder.is_dir():
            return frozenset()
        return frozenset(one.name for one in self._folder.iterdir() if one.is_file())
