"""A gateway in a thread that does what docs/video-protocol.md says of the application's side,

and can be told to lie, to be silent, to forget.
"""

import asyncio
import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp import WSMsgType, web
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = "k3y-of-the-application"
JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 40 + b"\xff\xd9"


class FakeRoutes:
    """What it answers to whoever asks."""

    def __init__(self, now: Any) -> None:
        self.now = now
        self.ahead_ms = 0
        self.protocol: Any = 1
        self.health: dict[str, Any] = {"ok": True, "why": "", "provider": "p2p", "third": True}
        self.calls: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self.links: list[web.WebSocketResponse] = []
        self.heard: list[dict[str, Any]] = []
        self.silent = False
        self.slow_photos = False
        self.refusing: dict[str, tuple[int, str]] = {}
        self.lose_answer: set[str] = set()
        """Paths (their end) of which one question is done and not answered."""
        self.port = 0
        self.deaf = False
        """Takes no links."""
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._started = threading.Event()

    def millis(self) -> int:
        return round(self.now().timestamp() * 1000) - self.ahead_ms

    async def _happen(self, call_id: str, what: str, detail: dict[str, Any]) -> None:
        call = self.calls[call_id]
        told = {"n": len(call["log"]) + 1, "at": self.millis(), "what": what, **detail}
        call["log"].append(told)
        for link in list(self.links):
            if call_id in getattr(link, "watched", ()):
                await link.send_json({"type": "happened", "call": call_id, "happening": told})

    @web.middleware
    async def _door(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.asked.append(f"{request.method} {request.path}")
        if self.silent:
            await asyncio.sleep(30)
        end = request.path.rpartition("/")[2]
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return web.json_response({"error": "key"}, status=401)
        if end in self.refusing:
            status, code = self.refusing[end]
            return web.json_response({"error": code}, status=status)
        answer: web.StreamResponse = await handler(request)
        if end in self.lose_answer:
            self.lose_answer.discard(end)
            assert request.transport is not None
            request.transport.abort()
        return answer

    async def _health(self, _request: web.Request) -> web.Response:
        public = f"http://localhost:{self.port}"
        told = {"protocol": self.protocol, "now": self.millis(), "version": "1", "public": public}
        return web.json_response(told | self.health)

    async def _make(self, request: web.Request) -> web.Response:
        body = await request.json()
        if body["id"] not in self.calls:
            self.calls[body["id"]] = body | {"log": [], "photos": {}, "kept": 0, "reason": ""}
            await self._happen(body["id"], "created", {"provider": "p2p"})
        elif body["invite"] not in ("", self.calls[body["id"]]["invite"]):
            return web.json_response({"error": "taken"}, status=409)
        told = {"now": self.millis(), "expires_at": self.millis() + 600_000, "provider": "p2p"}
        return web.json_response(told | {"third": True})

    async def _verb(self, request: web.Request) -> web.Response:
        call = self.calls.get(request.match_info["call"])
        if call is None:
            return web.json_response({"error": "unknown"}, status=404)
        body = await request.json()
        match request.match_info["verb"]:
            case "offered":
                await self._happen(call["id"], "offered", body)
            case "end" if not any(one["what"] == "ended" for one in call["log"]):
                await self._happen(call["id"], "ended", body)
            case "kept":
                call["kept"] = body["n"]
            case "invite":
                call["invite"] = body["invite"]
                return web.json_response({"expires_at": self.millis() + 600_000})
            case "third" | "advisor":
                call[request.match_info["verb"]] = body
        return web.json_response({})

    async def _log(self, request: web.Request) -> web.Response:
        call = self.calls.get(request.match_info["call"])
        if call is None:
            return web.json_response({"error": "unknown"}, status=404)
        since = int(request.query["since"])
        found = [one for one in call["log"] if one["n"] > since]
        return web.json_response({"now": self.millis(), "happenings": found, "sealable": True})

    async def _photo(self, request: web.Request) -> web.Response:
        while self.slow_photos:
            await asyncio.sleep(0.01)
        photos = self.calls[request.match_info["call"]]["photos"]
        if request.match_info["photo"] not in photos:
            return web.json_response({"error": "unknown"}, status=404)
        return web.Response(body=photos[request.match_info["photo"]], content_type="image/jpeg")

    async def _link(self, request: web.Request) -> web.StreamResponse:
        if self.deaf:
            return web.json_response({"error": "provider"}, status=503)
        link = web.WebSocketResponse(autoping=True)
        await link.prepare(request)
        watched: set[str] = set()
        link.watched = watched
        self.links.append(link)
        try:
            async for message in link:
                if message.type is WSMsgType.TEXT:
                    await self._hear(link, watched, json.loads(message.data))
        finally:
            self.links.remove(link)
        return link

    async def _hear(self, link: Any, watched: set[str], told: dict[str, Any]) -> None:
        self.heard.append(told)
        if told["type"] == "hello":
            await link.send_json({"type": "welcome", "now": self.millis(), "third": True})
        if told["type"] == "watch" and told["call"] in self.calls:
            watched.add(told["call"])
            for one in self.calls[told["call"]]["log"][told["since"] :]:
                await link.send_json({"type": "happened", "call": told["call"], "happening": one})
        if told["type"] == "take":
            won = told["press"] == "mine"
            await link.send_json(
                {"type": "won", "press": told["press"], "who": {}, "place": "lyon-1",
                 "pressed_ago_ms": 900}
                if won
                else {"type": "lost", "press": told["press"]}
            )  # fmt: skip


class FakeGateway(FakeRoutes):
    """Runs in a thread; told what happens from another."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def do(self, work: Any, *args: Any) -> Any:
        """Run a function on its loop."""

        async def run() -> Any:
            found = work(*args)
            return await found if asyncio.iscoroutine(found) else found

        return asyncio.run_coroutine_threadsafe(run(), self.loop).result(5)

    def happen(self, call_id: str, what: str, **detail: Any) -> None:
        """Something happens in a call: logged, then told to links that watch it."""
        self.do(self._happen, call_id, what, detail)

    def photo(self, call_id: str, photo_id: str, content: bytes = JPEG) -> None:
        """A photo, consented to and sent."""
        self.calls[call_id]["photos"][photo_id] = content
        self.happen(call_id, "photo_consented", id=photo_id, source="camera")
        self.happen(
            call_id, "photo", id=photo_id, source="camera", width=4, height=3, size=len(content),
            sha256=hashlib.sha256(JPEG).hexdigest(),
        )  # fmt: skip

    def answer(self, call_id: str, effort: int | None = 2, words: str = "Merci") -> None:
        """The customer answers the question."""
        key = AESGCM(base64.b64decode(self.calls[call_id]["seal"]))
        told = json.dumps({"effort": effort, "words": words}).encode()
        sealed = b"n" * 12 + key.encrypt(b"n" * 12, told, call_id.encode())
        self.happen(call_id, "answer", sealed=base64.b64encode(sealed).decode())

    def say(self, **told: Any) -> None:
        """Say something on every link."""
        self.do(self._say, told)

    def cut(self) -> None:
        """Cut every link without a word."""
        self.do(self._cut)

    async def _cut(self) -> None:
        for link in list(self.links):
            if link._req is not None and link._req.transport is not None:
                link._req.transport.abort()

    async def _say(self, told: dict[str, Any]) -> None:
        for link in list(self.links):
            await link.send_json(told)

    def _serve(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._start())
        self._started.set()
        self.loop.run_forever()
        self.loop.run_until_complete(self.runner.cleanup())
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()

    async def _start(self) -> None:
        application = web.Application(middlewares=[self._door])
        application.add_routes(
            [
                web.get("/api/health", self._health),
                web.post("/api/calls", self._make),
                web.get("/api/link", self._link),
                web.get("/api/calls/{call}/log", self._log),
                web.get("/api/calls/{call}/photos/{photo}", self._photo),
                web.post("/api/calls/{call}/{verb}", self._verb),
            ]
        )
        self.runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]

    def start(self) -> None:
        self._thread.start()
        assert self._started.wait(5)

    def stop(self) -> None:
        self.do(self._cut)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)


@contextmanager
def gateway(now: Any) -> Iterator[FakeGateway]:
    """A gateway on a free port of loopback."""
    made = FakeGateway(now)
    made.start()
    try:
        yield made
    finally:
        made.stop()
