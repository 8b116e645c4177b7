"""The pages and what they load: files of resources/video, each by its own name and no other way."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from desktop.services.video.gateway.config import GatewayConfig

FOLDER: Final = Path(__file__).parents[4] / "resources" / "video"
KINDS: Final = {
    ".html": "text/html",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as it was last read."""

    stamp: tuple[int, int]
    content: bytes
    packed: bytes
    """The same by gzip; empty where that makes it no smaller."""
    tag: str

    @classmethod
    def read(cls, path: Path, stamp: tuple[int, int]) -> "File":
        """Read it, once for all who ask for it."""
        content = path.read_bytes()
        packed = gzip.compress(content, 6, mtime=0)
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        smaller = packed if len(packed) < len(content) * 0.9 else b""
        return cls(stamp=stamp, content=content, packed=smaller, tag=tag)


class Pages:
    """The files of a folder. One that changed is read anew: a developer may be at it."""

    def __init__(self, config: GatewayConfig, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._places = frozenset(place.id for place in config.places)
        self._files: dict[str, File] = {}

    def routes(self) -> list[web.RouteDef]:
        """All that a browser loads."""
        return [
            *(web.get(path, self._page(name)) for path, name in PAGES.items()),
            web.get("/sos/{place}", self.sos),
            web.get("/static/{name}", self.static),
        ]

    def _page(self, name: str) -> Handler:
        async def page(request: web.Request) -> web.Response:
            return self._answer(request, name)

        return page

    async def sos(self, request: web.Request) -> web.Response:
        """The button of a place; 404 for one that is not configured."""
        if request.match_info["place"] not in self._places:
            raise web.HTTPNotFound
        return self._answer(request, SOS)

    async def static(self, request: web.Request) -> web.Response:
        """A script, a style, a picture: only what stands in the folder under exactly this name."""
        name = request.match_info["name"]
        if Path(name).suffix == ".html":
            raise web.HTTPNotFound
        return self._answer(request, name)

    def _answer(self, request: web.Request, name: str) -> web.Response:
        kind = KINDS.get(Path(name).suffix)
        if kind is None or name not in self._names():
            raise web.HTTPNotFound
        file = self._file(name)
        told = {"Vary": "Accept-Encoding"}
        if kind != KINDS[".html"]:
            told |= {"Cache-Control": "no-cache", "ETag": file.tag}
            if request.headers.get("If-None-Match") == file.tag:
                return web.Response(status=304, headers=told)
        content = file.content
        if file.packed and "gzip" in request.headers.get("Accept-Encoding", ""):
            content = file.packed
            told["Content-Encoding"] = "gzip"
        charset = "utf-8" if kind.startswith("text/") else None
        return web.Response(body=content, content_type=kind, charset=charset, headers=told)

    def _file(self, name: str) -> File:
        path = self._folder / name
        found = path.stat()
        stamp = (found.st_mtime_ns, found.st_size)
        known = self._files.get(name)
        if known is None or known.stamp != stamp:
            known = self._files[name] = File.read(path, stamp)
        return known

    def _names(self) -> frozenset[str]:
        """What stands in the folder itself: a path never gets to the file system."""
        if not self._folder.is_dir():
            return frozenset()
        return frozenset(one.name for one in self._folder.iterdir() if one.is_file())
