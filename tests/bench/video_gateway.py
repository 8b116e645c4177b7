"""Ten calls at once on one gateway: its processor, its memory, and how long a message takes through it.

The gateway is the real program in a process of its own. Its clients are aiohttp's, not browsers: each call
has an advisor's line, a customer's line and its share of the application's link, and sends what pages send;
pictures do not pass by the gateway. An advisor draws without pause, as fast as the page lets a hand draw.
"""

import asyncio
import base64
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp
import psutil

from tests.bench.shared_server import quantile
from tests.bench.video_trees import memory, row
from tests.video.media_servers import free_ports
from tests.video.served import KEY, sha256, token

ROOT = Path(__file__).resolve().parents[2]
SESSIONS = 10
SECONDS = 15.0
PACE = 1 / 25
"""Seconds between two points of a hand that draws: drawing.js sends no more."""
BEAT = 4.0
"""Seconds between two `hello` of a page."""


@dataclass
class Session:
    """One call: both pages' lines, and how long what the advisor pointed at took to the customer."""

    call: str
    advisor: aiohttp.ClientWebSocketResponse
    customer: aiohttp.ClientWebSocketResponse
    waits: list[float] = field(default_factory=list)
    sent: int = 0


def measure() -> list[dict[str, Any]]:
    """Of the gateway's process with ten calls that all draw; and with the same ten calls at rest."""
    print(
        f"  {SESSIONS} calls of aiohttp clients (no browsers), {1 / PACE:.0f} points a second in each",
        file=sys.stderr,
    )
    with tempfile.TemporaryDirectory() as folder, alone(Path(folder)) as (url, process):
        time.sleep(1)
        return asyncio.run(_play(url, psutil.Process(process.pid)))


@contextlib.contextmanager
def alone(folder: Path, relay: str = "") -> Iterator[tuple[str, subprocess.Popen]]:
    """The gateway's own program on loopback: its address and its process. `relay`: a table of TOML."""
    (port,) = free_ports(1)
    config = folder / "gateway.toml"
    config.write_text(
        f'listen = "127.0.0.1:{port}"\npublic = "http://localhost:{port}"\ncompany = "Exemple"\n'
        f'data = "{folder / "calls"}"\n[keys]\ndesk = "{sha256(KEY)}"\n{relay}',
        encoding="utf-8",
    )
    config.chmod(0o640)
    command = [sys.executable, "-m", "desktop.services.video.gateway", "--config", str(config)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _listening(port, running)
        yield f"http://localhost:{port}", running
    finally:
        running.terminate()
        running.wait(10)


def _listening(port: int, running: subprocess.Popen) -> None:
    import socket

    ends = time.monotonic() + 20
    while time.monotonic() < ends and running.poll() is None:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return
        time.sleep(0.05)
    raise RuntimeError("the gateway did not start")


async def _play(url: str, process: psutil.Process) -> list[dict[str, Any]]:
    bare = memory(process.pid)
    async with aiohttp.ClientSession() as http, _linked(http, url) as link:
        sessions = [await _open(http, link, url) for _ in range(SESSIONS)]
        await asyncio.sleep(1)
        rest, rest_s = await _used(process, asyncio.sleep(SECONDS / 3))
        drawing = asyncio.gather(*(_draw(one) for one in sessions))
        used, taken = await _used(process, drawing)
        held = memory(process.pid)
        for one in sessions:
            await one.advisor.close()
            await one.customer.close()
    waits = [wait * 1000 for one in sessions for wait in one.waits]
    sent = sum(one.sent for one in sessions)
    lost = sent - len(waits)
    if lost:
        raise AssertionError(f"{lost} of {sent} messages did not arrive")
    count = len(waits)
    return [
        row("video_ten_calls_signal_p50_ms", median(waits), "ms", count),
        row("video_ten_calls_signal_p95_ms", quantile(waits, 0.95), "ms", count),
        row("video_ten_calls_signal_worst_ms", max(waits), "ms", count),
        row("video_ten_calls_cpu_percent", 100 * used / taken, "% of a core", SESSIONS),
        row("video_ten_calls_rest_cpu_percent", 100 * rest / rest_s, "% of a core", SESSIONS),
        row("video_ten_calls_messages_per_s", count / taken, "messages/s", count),
        row("video_ten_calls_memory_mib", held, "MiB", 1),
        row("video_no_call_memory_mib", bare, "MiB", 1),
    ]


async def _used(process: psutil.Process, work: Any) -> tuple[float, float]:
    """Seconds of processor that it used during some work, and the seconds that passed."""
    before, began = sum(process.cpu_times()[:2]), time.perf_counter()
    await work
    return sum(process.cpu_times()[:2]) - before, time.perf_counter() - began


@contextlib.asynccontextmanager
async def _linked(http: aiohttp.ClientSession, url: str) -> AsyncIterator[Any]:
    """The application's link, which hears all that happens in all calls."""
    async with http.ws_connect(f"{url}/api/link", headers=_key()) as link:
        who = {"id": "p-lea", "name": "Léa Bonnet", "team": "Rhône", "role": "advisor"}
        await link.send_json({"type": "hello", "protocol": 1, "person": who, "available": False})
        hearing = asyncio.ensure_future(_drain(link))
        try:
            yield link
        finally:
            hearing.cancel()


async def _drain(line: aiohttp.ClientWebSocketResponse) -> None:
    async for _ in line:
        pass


async def _open(http: aiohttp.ClientSession, link: Any, url: str) -> Session:
    """A call whose face was seen and whose customer shows the camera."""
    call, invite, advisor = f"call-{os.urandom(8).hex()}", token(), token()
    asked = {
        "id": call,
        "asked_ago_ms": 0,
        "seal": base64.b64encode(os.urandom(32)).decode(),
        "invite": sha256(invite),
        "advisor": sha256(advisor),
        "advisor_name": "Léa Bonnet",
        "company": "Exemple",
        "lang": "fr",
    }
    async with http.post(f"{url}/api/calls", json=asked, headers=_key()) as answer:
        answer.raise_for_status()
    await link.send_json({"type": "watch", "call": call, "since": 0})
    own = {"Origin": url}
    one = await http.ws_connect(f"{url}/ws/advisor", headers=own)
    other = await http.ws_connect(f"{url}/ws/customer", headers=own)
    await one.send_json({"type": "join", "token": advisor})
    await _hear(one, "welcome")
    await other.send_json({"type": "join", "token": invite})
    await _hear(other, "welcome")
    await other.send_json({"type": "consent", "lang": "fr"})
    await _hear(other, "media")
    await one.send_json({"type": "offer", "gen": 1, "sdp": "v=0\r\n" + "a=x\r\n" * 900})
    await _hear(other, "offer")
    await other.send_json({"type": "answer", "gen": 1, "sdp": "v=0\r\n" + "a=x\r\n" * 900})
    await _hear(one, "answer")
    await other.send_json({"type": "face"})
    await other.send_json({"type": "share", "source": "camera", "width": 640, "height": 480})
    await _hear(one, "share")
    return Session(call=call, advisor=one, customer=other)


async def _hear(line: aiohttp.ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    while True:
        told: dict[str, Any] = await line.receive_json(timeout=10)
        if told["type"] == kind:
            return told


async def _draw(session: Session) -> None:
    """Point, point, point; each id bears its moment, so that the customer's side knows how old it is."""
    hearing = asyncio.ensure_future(_look(session))
    resting = asyncio.ensure_future(_drain(session.advisor))
    due = time.perf_counter()
    until, beat = due + SECONDS, due
    while due < until:
        due += PACE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        if due > beat:
            beat += BEAT
            await session.advisor.send_json({"type": "hello"})
            await session.customer.send_json({"type": "hello"})
        points = [[0.25, 0.25], [0.5, round(session.sent % 97 / 100, 4)]]
        said = {"id": f"{time.perf_counter():.6f}", "on": "camera", "shape": "arrow"}
        await session.advisor.send_json({"type": "point", **said, "points": points})
        session.sent += 1
    await asyncio.sleep(0.5)
    for task in (hearing, resting):
        task.cancel()


async def _look(session: Session) -> None:
    async for frame in session.customer:
        told = frame.json()
        if told["type"] == "point":
            session.waits.append(time.perf_counter() - float(told["id"]))


def _key() -> dict[str, str]:
    return {"Authorization": f"Bearer {KEY}"}
