"""A bare stage for a provider: its routes, the pages' media modules, and a line that passes messages on.

No invitation and no consent: those are the gateway's, and tried elsewhere.
"""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from desktop.services.clock import Clock
from desktop.services.video.gateway.providers import Learnt, Provider, Role, Tell

STATIC = Path(__file__).parents[2] / "resources" / "video"
CALL = "call"
PAGE = """<!doctype html><meta charset="utf-8"><body><script type="module">
const seen = { states: [], via: "", faces: 0, remote: {}, said: [] };
window.seen = seen;
window.begin = async (role, provider) => {
  const { connect } = await import(`/static/media_${provider}.js`);
  const line = new WebSocket(`ws://${location.host}/line?role=${role}`);
  window.line = line;
  const signal = (message) => line.readyState === 1 && line.send(JSON.stringify(message));
  const on = {
    state: (state) => seen.states.push(state),
    via: (via) => { seen.via = via; },
    face: () => { seen.faces += 1; },
    remote: (kind, track) => {
      document.getElementById(kind)?.remove();
      delete seen.remote[kind];
      if (!track) return;
      const element = document.createElement(track.kind === "video" ? "video" : "audio");
      Object.assign(element, { id: kind, autoplay: true, muted: true, srcObject: new MediaStream([track]) });
      document.body.append(element);
      seen.remote[kind] = track;
    },
  };
  line.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    seen.said.push(message.type);
    if (window.media) window.media.handle(message);
    else if (message.type === "media") window.media = connect({ role, media: message, signal, on });
  };
};
window.camera = (width = 320) => navigator.mediaDevices.getUserMedia(
  { video: { width, height: width * 0.75 }, audio: true });
window.screen_ = () => navigator.mediaDevices.getDisplayMedia({ video: true });
const marks = {};
const count = (element) => element?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
window.mark = (kind) => {
  const element = document.getElementById(kind);
  marks[kind] = [element, count(element)];
};
/** Pictures since the mark; a line that was made anew counts from its beginning. */
window.pictures = (kind) => {
  const element = document.getElementById(kind);
  const [marked, before] = marks[kind];
  return count(element) - (element === marked ? before : 0);
};
/** Sound on a line, by its bytes. */
window.sound = async (kind) => (await window.media.stats()).lines.filter(
  (one) => one.way === "in" && one.kind === "audio" && one.bytes > 0).length;
</script></body>"""


class Stage:
    """Serves one provider in a thread of its own."""

    def __init__(self, make: Callable[[str, Tell], Provider]) -> None:
        self._make = make
        self.provider: Provider
        self.url = ""
        self.lines: dict[str, Any] = {}
        self.kept: list[str] = []
        """The advisor's newest offer and its ways, for a customer who comes later."""
        self.learnt: list[tuple[str, Role, Learnt]] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def run(self, work: Awaitable[Any], patience: float = 20) -> Any:
        async def awaited() -> Any:
            return await work

        return asyncio.run_coroutine_threadsafe(awaited(), self._loop).result(patience)

    def start(self) -> None:
        self._thread.start()
        self.run(self._start())

    def stop(self) -> None:
        self.run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _start(self) -> None:
        import socket

        from aiohttp import web

        ear = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://localhost:{ear.getsockname()[1]}"
        self.provider = self._make(self.url, lambda *learnt: self.learnt.append(learnt))
        await self.provider.start()
        app = web.Application()
        app.router.add_get("/", _page)
        app.router.add_get("/line", self._line)
        app.router.add_static("/static", STATIC)
        app.router.add_routes(list(self.provider.routes()))
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.SockSite(self._runner, ear).start()

    async def _stop(self) -> None:
        await self.provider.stop()
        await self._runner.cleanup()

    def run_check(self) -> Any:
        return self.run(self.provider.check())

    def said(self, ticket: str, *texts: str, origin: str = "", shut: bool = False) -> Any:
        """A media line with no browser: `ready` where it stays open after these words, else why not.

        `shut`: it is going to be closed, and that is waited for.
        """
        return self.run(self._told(ticket, texts, origin or self.url, 10 if shut else 0.5))

    async def _told(self, ticket: str, texts: tuple[str, ...], origin: str, patience: float) -> Any:
        import aiohttp

        async with aiohttp.ClientSession() as http:
            url = f"{self.url}/ws/media?ticket={ticket}"
            try:
                line = await http.ws_connect(url, headers={"Origin": origin})
            except aiohttp.WSServerHandshakeError as refused:
                return refused.status
            first = await line.receive(5)
            if first.type is not aiohttp.WSMsgType.TEXT:
                return line.close_code
            for text in texts:
                await line.send_str(text)
            try:
                await line.receive(patience)
            except TimeoutError:
                await line.close()
                return json.loads(first.data)["type"]
            return line.close_code

    async def media(self, role: str) -> dict[str, Any]:
        now = round(Clock().now().timestamp() * 1000)
        return await self.provider.credentials(CALL, Role(role), now)

    async def _line(self, request: Any) -> Any:
        from aiohttp import web

        role = request.query["role"]
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        fresh = role in self.lines
        self.lines[role] = socket
        await socket.send_json({"type": "media", **await self.media(role)})
        if role == "customer":
            for text in self.kept:
                await socket.send_str(text)
            if "advisor" in self.lines and fresh:
                await self.lines["advisor"].send_json({"type": "peer", "here": True, "fresh": True})
        async for message in socket:
            await self._said(role, message.data)
        return socket

    async def _said(self, role: str, text: str) -> None:
        kind = json.loads(text)["type"]
        if kind == "media_again":
            await self.lines[role].send_json({"type": "media", **await self.media(role)})
            return
        if role == "advisor" and kind in {"offer", "candidate"}:
            self.kept = [text] if kind == "offer" else [*self.kept, text]
        other = self.lines.get({"advisor": "customer", "customer": "advisor"}.get(role, ""))
        if other is not None and not other.closed:
            await other.send_str(text)


async def _page(_request: Any) -> Any:
    from aiohttp import web

    return web.Response(text=PAGE, content_type="text/html")
