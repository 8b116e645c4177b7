"""The real gateway on loopback in a thread of its own, and calls made over its HTTP interface."""

import asyncio
import base64
import hashlib
import http.client
import json
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desktop.services.clock import Clock
from tests.video.browser import until

KEY = "k" * 43


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def token() -> str:
    """256 bits of chance, as the application makes them."""
    return base64.urlsafe_b64encode(os.urandom(32)).rstrip(b"=").decode()


@dataclass
class Served:
    """A gateway that answers at `url`."""

    url: str
    key: str = KEY
    clock: Clock = field(default_factory=Clock)

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, bytes]:
        """Status and body of one request with the key."""
        parts = urlsplit(self.url)
        line = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=10)
        headers = {
            "Authorization": f"Bearer {self.key}",
            "Content-Type": "application/json",
            "Host": parts.netloc,
        }
        try:
            line.request(method, path, None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def get(self, path: str) -> Any:
        status, body = self.ask("GET", path)
        assert status == 200, (status, body)
        return json.loads(body)

    def post(self, path: str, body: Any) -> Any:
        status, answer = self.ask("POST", path, body)
        assert status == 200, (status, answer)
        return json.loads(answer)

    def call(
        self,
        *,
        advisor: str = "Sonia Leroy",
        company: str = "Exemple Télécom",
        lang: str = "fr",
        press: str = "",
    ) -> "Call":
        """A call as the application asks for one."""
        made = Call(self, id=self.clock.new_id())
        self.post(
            "/api/calls",
            {
                "id": made.id,
                "asked_ago_ms": 0,
                "seal": base64.b64encode(made.seal).decode(),
                "invite": sha256(made.invite),
                "advisor": sha256(made.advisor),
                "advisor_name": advisor,
                "company": company,
                "lang": lang,
                "press": press,
            },
        )
        return made


@dataclass
class Call:
    """One call: its tokens, and its log as the application reads it."""

    served: Served
    id: str
    seal: bytes = field(default_factory=lambda: os.urandom(32))
    invite: str = field(default_factory=token)
    advisor: str = field(default_factory=token)

    @property
    def customer_url(self) -> str:
        return f"{self.served.url}/v#{self.invite}"

    @property
    def advisor_url(self) -> str:
        return f"{self.served.url}/a#{self.advisor}"

    def log(self) -> list[dict[str, Any]]:
        return list(self.served.get(f"/api/calls/{self.id}/log?since=0")["happenings"])

    def told(self, what: str, *, seconds: float = 12, **detail: Any) -> dict[str, Any]:
        """The first happening of this kind (with this detail), waited for."""

        def find() -> dict[str, Any] | None:
            return next(
                (
                    one
                    for one in self.log()
                    if one["what"] == what
                    and all(one.get(name) == value for name, value in detail.items())
                ),
                None,
            )

        def heard() -> str:
            return str([one["what"] for one in self.log()])

        return until(find, seconds=seconds, what=f"{what} {detail}", also=heard)

    def photo(self, photo: str) -> bytes:
        status, body = self.served.ask("GET", f"/api/calls/{self.id}/photos/{photo}")
        assert status == 200, status
        return body

    def opened(self, answer: str) -> dict[str, Any]:
        """What was sealed, opened with the call's key."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        raw = base64.b64decode(answer)
        plain = AESGCM(self.seal).decrypt(raw[:12], raw[12:], self.id.encode())
        return dict(json.loads(plain))


class Running:
    """The gateway's application in its own thread, as the application of the desk runs it."""

    def __init__(self, folder: Path, clock: Clock, **settings: Any) -> None:
        self.folder = folder
        self.clock = clock
        self.settings = settings
        """Of `GatewayConfig`, over those of a gateway with the peer-to-peer provider and no relay."""
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._gateway: Any = None

    def start(self) -> Served:
        self._thread.start()
        url = asyncio.run_coroutine_threadsafe(self._start(), self.loop).result(20)
        return Served(url, clock=self.clock)

    async def _start(self) -> str:
        from desktop.services.video.gateway.config import GatewayConfig, Key
        from desktop.services.video.gateway.running import Running as Gateway

        settings: dict[str, Any] = {
            "host": "127.0.0.1",
            "keys": (Key(name="desk", sha256=sha256(KEY)),),
            "data": self.folder,
            "company": "Exemple Télécom",
            **self.settings,
        }
        self._gateway = Gateway(GatewayConfig(**settings), self.clock)
        await self._gateway.start()
        return str(self._gateway.url).replace("127.0.0.1", "localhost")

    def stop(self) -> None:
        if self._gateway is not None:
            asyncio.run_coroutine_threadsafe(self._gateway.stop(), self.loop).result(20)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)
        self.loop.close()
