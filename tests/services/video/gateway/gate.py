"""A gateway on a free port of loopback, whose clock the test moves, with pages made of sockets."""

import asyncio
import base64
import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from desktop.domain.video.readiness import Unready
from desktop.services.video.gateway.application import make
from desktop.services.video.gateway.config import GatewayConfig, Key
from desktop.services.video.gateway.core import CORE, Core
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.running import bound
from tests.conftest import FakeClock

KEY, OTHER = "k" * 43, "o" * 43
SEAL = base64.b64encode(bytes(range(32))).decode()
ROLES = {"customer": "customer", "advisor": "advisor", "third": "advisor"}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class FakeProvider:
    """Gives each page credentials of its own, and remembers which calls are open."""

    name = "fake"
    third = True

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.closed: list[str] = []
        self.why: Unready | None = None
        self.down: Exception | None = None

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass

    async def check(self) -> Unready | None:
        return self.why

    async def open(self, call: str) -> None:
        await asyncio.sleep(0)
        if self.down is not None:
            raise self.down
        self.opened.append(call)

    async def credentials(self, call: str, role: Role, now: int) -> dict[str, Any]:
        if self.down is not None:
            raise self.down
        return {"provider": self.name, "ice": [{"role": role.value, "at": now}]}

    async def close(self, call: str) -> None:
        self.closed.append(call)

    def routes(self) -> tuple[web.AbstractRouteDef, ...]:
        return ()


class Page:
    """A browser's line; `told` is what it heard."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.told: list[dict[str, Any]] = []
        self.secret = ""

    async def say(self, kind: str, **more: Any) -> None:
        await self.socket.send_json({"type": kind, **more})

    async def hear(self, kind: str) -> dict[str, Any]:
        """The next message of a kind; those before it stay in `told`."""
        while True:
            frame = await self.socket.receive(timeout=5)
            assert frame.type is aiohttp.WSMsgType.TEXT, (kind, frame, self.socket.close_code)
            message = frame.json()
            self.told.append(message)
            if message["type"] == kind:
                self.secret = message.get("secret", self.secret)
                return message

    async def closed(self) -> int:
        """The code that it is closed with; what comes before stays in `told`."""
        while True:
            frame = await self.socket.receive(timeout=5)
            if frame.type is not aiohttp.WSMsgType.TEXT:
                return self.socket.close_code or 0
            self.told.append(frame.json())

    async def happened(self, what: str) -> dict[str, Any]:
        """The next happening of a kind."""
        while True:
            found = (await self.hear("happened"))["happening"]
            if found["what"] == what:
                return found

    async def quiet(self) -> list[str]:
        """What was said until now: a `hello` comes back after it."""
        before = len(self.told)
        await self.say("hello")
        await self.hear("hello")
        return [one["type"] for one in self.told[before:-1]]


@dataclass
class Gate:
    """The gateway, and what a test does at it."""

    clock: FakeClock
    config: GatewayConfig
    session: aiohttp.ClientSession
    provider: FakeProvider = field(default_factory=FakeProvider)
    runner: web.AppRunner | None = None
    made: int = 0

    @property
    def core(self) -> Core:
        return self.runner.app[CORE]

    @property
    def url(self) -> str:
        return self.config.public

    async def start(self) -> None:
        ear, self.config = bound(self.config)
        self.runner = web.AppRunner(
            make(self.config, self.provider, self.clock), access_log=None, shutdown_timeout=1
        )
        await self.runner.setup()
        await web.SockSite(self.runner, ear).start()

    async def stop(self) -> None:
        if self.runner is not None:
            await self.runner.cleanup()
            self.runner = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def ask(
        self, method: str, path: str, body: Any = None, *, key: str = KEY, **more: Any
    ) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        async with self.session.request(
            method, self.url + path, json=body, headers=headers, **more
        ) as answer:
            kind = answer.content_type
            return answer.status, await (
                answer.json() if kind == "application/json" else answer.read()
            )

    def asked(self, **changes: Any) -> dict[str, Any]:
        """The body of a call of its own; its tokens are `i-<id>` and `a-<id>`."""
        self.made += 1
        name = changes.pop("id", f"call-{self.made:04d}")
        return {
            "id": name,
            "asked_ago_ms": 0,
            "seal": SEAL,
            "invite": sha256(f"i-{name}"),
            "advisor": sha256(f"a-{name}"),
            "advisor_name": "Sonia Leroy",
            "company": "Exemple",
            "lang": "fr",
            **changes,
        }

    async def call(self, **changes: Any) -> str:
        body = self.asked(**changes)
        status, answer = await self.ask("POST", "/api/calls", body)
        assert status == 200, answer
        return body["id"]

    async def post(self, call: str, what: str, **body: Any) -> tuple[int, Any]:
        return await self.ask("POST", f"/api/calls/{call}/{what}", body)

    async def log(self, call: str) -> list[dict[str, Any]]:
        status, answer = await self.ask("GET", f"/api/calls/{call}/log")
        assert status == 200, answer
        return answer["happenings"]

    async def whats(self, call: str) -> list[str]:
        return [one["what"] for one in await self.log(call)]

    async def page(self, role: str, origin: str | None = None) -> Page:
        headers = {"Origin": self.url if origin is None else origin}
        path = f"{self.url}/ws/{ROLES[role]}"
        return Page(await self.session.ws_connect(path, headers=headers))

    async def join(self, role: str, token: str) -> Page:
        page = await self.page(role)
        await page.say("join", token=token)
        await page.hear("welcome")
        return page

    async def resume(self, role: str, secret: str) -> Page:
        page = await self.page(role)
        await page.say("resume", secret=secret)
        await page.hear("welcome")
        return page

    async def both(self, **changes: Any) -> tuple[str, Page, Page]:
        """A call with both pages, after the customer's consent and the first picture."""
        call = await self.call(**changes)
        advisor = await self.join("advisor", f"a-{call}")
        customer = await self.join("customer", f"i-{call}")
        await customer.say("consent", lang="fr")
        await customer.hear("media")
        await customer.say("face")
        await advisor.happened("face")
        return call, advisor, customer

    async def sweep(self, **passed: float) -> None:
        """Let time pass, and the gateway see it."""
        self.clock.advance(**passed)
        await self.core.keeping.sweep(self.core.retention, self.core.tickets)


def configured(folder: Path, **changes: Any) -> GatewayConfig:
    keys = (Key(name="ours", sha256=sha256(KEY)), Key(name="theirs", sha256=sha256(OTHER)))
    return replace(GatewayConfig(keys=keys, data=folder, company="Exemple"), **changes)


def jpeg(width: int = 64, height: int = 48, size: int = 0) -> bytes:
    """The headers of one, and as many bytes of nothing as are wanted."""
    frame = b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\x00"
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    head += b"\xff\xc0" + (len(frame) + 2).to_bytes(2, "big") + frame
    return head + b"\x00" * max(0, size - len(head) - 2) + b"\xff\xd9"
