"""Somebody at a desk, whose link is up: takes presses and answers with calls."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import aiohttp

from tests.video.browser import until
from tests.video.served import Call, Served


class Desk:
    """One application's link, on a thread of its own."""

    def __init__(
        self, served: Served, team: str, *, person: str = "p-sonia", role: str = "advisor"
    ) -> None:
        self.served = served
        self.told: list[dict[str, Any]] = []
        self._who = {"id": person, "name": "Sonia Leroy", "team": team, "role": role}
        self._loop = asyncio.new_event_loop()
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._run(),))
        self._thread.start()
        self.hear("welcome")

    async def _run(self) -> None:
        headers = {"Authorization": f"Bearer {self.served.key}"}
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{self.served.url}/api/link", headers=headers) as socket,
        ):
            self._socket = socket
            await socket.send_json(
                {"type": "hello", "protocol": 1, "person": self._who, "available": True}
            )
            async for frame in socket:
                self.told.append(frame.json())

    def say(self, kind: str, **more: Any) -> None:
        assert self._socket is not None
        said = self._socket.send_json({"type": kind, **more})
        asyncio.run_coroutine_threadsafe(said, self._loop).result(10)

    def hear(self, kind: str, wanted: Callable[[dict[str, Any]], bool] = lambda _: True) -> Any:
        """The newest message of a kind, waited for."""
        return until(
            lambda: next(
                (one for one in reversed(self.told) if one["type"] == kind and wanted(one)), None
            ),
            what=kind,
            also=lambda: str([one["type"] for one in self.told]),
        )

    def answer(self) -> Call:
        """Take the press that rings, and make its call."""

        def rings(ring: dict[str, Any]) -> bool:
            return not any(
                one["type"] in {"quiet", "lost"} and one["press"] == ring["press"]
                for one in self.told
            )

        press = self.hear("ring", rings)["press"]
        self.say("take", press=press)
        self.hear("won", lambda one: bool(one["press"] == press))
        return self.served.call(press=press)

    def close(self) -> None:
        if self._socket is not None and not self._loop.is_closed():
            asyncio.run_coroutine_threadsafe(self._socket.close(), self._loop).result(10)
        self._thread.join(10)
        self._loop.close()
