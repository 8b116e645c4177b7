"""What one call costs a relay, a media server and the gateway: `uv run -m tests.video.sizes`.

Everybody sends all they can: 640x480 and sound, the customer their screen (1280x720) as well.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from desktop.services.clock import Clock
from desktop.services.video.gateway.config import read
from desktop.services.video.gateway.providers import Provider, Tell
from desktop.services.video.gateway.providers.janus import Janus as JanusProvider
from desktop.services.video.gateway.providers.janus_line import Server
from desktop.services.video.gateway.providers.janus_rooms import Rooms
from desktop.services.video.gateway.providers.p2p import PeerToPeer
from desktop.services.video.gateway.providers.relays import Relays
from tests.video.browser import FAKE_MEDIA, launched, until
from tests.video.media_servers import (
    ADMIN_KEY,
    API_SECRET,
    SAMPLES,
    TOKEN_SECRET,
    make_coturn,
    make_janus,
)
from tests.video.served import KEY, Served, sha256
from tests.video.stage import CALL, Stage

SECONDS = 15
CALLS = 200
ENTER = """async ([role, provider]) => {
  await begin(role, provider);
  while (!window.media) await new Promise((done) => setTimeout(done, 20));
  const own = await camera(640);
  const [picture, sound] = [own.getVideoTracks()[0], own.getAudioTracks()[0]];
  if (role === "customer") {
    const shown = await screen_();
    await Promise.all([media.setCustomerSource("camera", picture), media.setCustomerSound(sound),
      media.setCustomerSource("screen", shown.getVideoTracks()[0])]);
  } else await Promise.all([media.setAdvisorVideo(picture), media.setAdvisorSound(sound)]);
}"""
BYTES = """media.stats().then(({ lines }) => ["in", "out"].map((way) =>
  lines.filter((one) => one.way === way).reduce((sum, one) => sum + one.bytes, 0)))"""


def one_call(name: str, server: psutil.Process, make: Callable[[str, Tell], Provider], *roles: str):
    """Measure a call of these people."""
    stage = Stage(make)
    stage.start()
    stage.run(stage.provider.open(CALL))
    with launched(*FAKE_MEDIA) as browser:
        pages = []
        for role in roles:
            page = browser.new_context().new_page()
            page.goto(stage.url)
            page.evaluate(ENTER, [role, stage.provider.name])
            pages.append(page)
        for page in pages:
            page.until("['connected', 'back'].includes(seen.states.at(-1))", seconds=30)
        time.sleep(8)  # until the browsers have found their pace

        def sums() -> list[int]:
            each = [page.evaluate(BYTES) for page in pages]
            return [sum(one[0] for one in each), sum(one[1] for one in each)]

        before, used, at = sums(), server.cpu_times(), time.monotonic()
        time.sleep(SECONDS)
        after, spent = sums(), server.cpu_times()
        took = time.monotonic() - at
    cpu = (spent.user + spent.system - used.user - used.system) / took * 100
    rates = [(new - old) * 8 / 1000 / took for old, new in zip(before, after, strict=True)]
    memory = server.memory_info().rss / 2**20
    print(
        f"{name}: {cpu:.1f} % of a core, {memory:.0f} MiB; people receive {rates[0]:.0f} kb/s"
        f" and send {rates[1]:.0f} kb/s in all"
    )
    stage.stop()


def servers(folder: Path) -> None:
    coturn, janus = make_coturn(folder), make_janus(folder)
    for server in (coturn, janus):
        server.start()
    assert coturn.process is not None
    assert janus.process is not None
    try:
        relay, media = psutil.Process(coturn.process.pid), psutil.Process(janus.process.pid)
        relays = coturn.relays("udp", only=True)
        one_call(
            "coturn, a relayed call of two",
            relay,
            lambda *_: PeerToPeer(relays, Clock()),
            *("advisor", "customer"),
        )
        secrets = {"secret": API_SECRET, "token_secret": TOKEN_SECRET, "room_secret": ADMIN_KEY}

        def through(url: str, tell: Tell) -> Provider:
            rooms = Rooms([Server(url=janus.url, **secrets)], Clock())
            return JanusProvider(rooms, Relays(), Clock(), tell, frozenset([url]))

        one_call("janus, a call of two", media, through, "advisor", "customer")
        one_call("janus, a call of three", media, through, "advisor", "customer", "third")
    finally:
        coturn.kill()
        janus.kill()


def gateway(folder: Path) -> None:
    """Memory of one that stands alone, and what calls add that nobody has come to yet."""
    config = folder / "gateway.toml"
    text = (SAMPLES / "gateway.toml").read_text(encoding="utf-8").replace("0" * 64, sha256(KEY))
    text = text.replace("/var/lib/vis-video", str(folder / "calls"))
    config.write_text(text.replace("https://visio.bank.example", "http://localhost:8765"))
    read(config)
    command = [sys.executable, "-m", "desktop.services.video.gateway", "--config", str(config)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            served = Served("http://localhost:8765")
            until(lambda: _answers(served), what="the gateway")
            itself = psutil.Process(process.pid)
            alone = itself.memory_info().rss
            used, at = itself.cpu_times(), time.monotonic()
            for _ in range(CALLS):
                served.call()
            spent, took = itself.cpu_times(), time.monotonic() - at
            each = (itself.memory_info().rss - alone) / CALLS / 1024
            cpu = (spent.user + spent.system - used.user - used.system) / CALLS * 1000
            print(
                f"gateway: {alone / 2**20:.0f} MiB, {each:.0f} KiB a call;"
                f" {cpu:.1f} ms CPU to make one, {CALLS / took:.0f} a second asked one by one"
            )
        finally:
            process.terminate()


def _answers(served: Served) -> bool:
    try:
        return served.ask("GET", "/health")[0] == 200
    except OSError:
        return False


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        servers(Path(name))
        gateway(Path(name))
