"""Whole calls on the gateway and its own pages, by each provider: the same for people, whatever carries it."""

import asyncio
import json

import pytest

from desktop.services.clock import Clock
from desktop.services.video.gateway.config import Janus as JanusSettings
from desktop.services.video.gateway.config import Relay
from tests.video.media_servers import (  # noqa: F401 - fixtures
    ADMIN_KEY,
    API_SECRET,
    TOKEN_SECRET,
    TURN_SECRET,
    coturn,
    free_ports,
    janus,
    make_janus,
)
from tests.video.served import Running, Served

pytestmark = pytest.mark.video

START = ".answers .violet"
SEEN = "document.querySelector('.face video')?.hidden === false"
INK = """[...document.querySelectorAll('.mirror canvas')].some((one) => one.width > 0 && one.getContext('2d')
    .getImageData(0, 0, one.width, one.height).data.some((value) => value > 0))"""


def by_janus(url: str) -> dict[str, object]:
    secrets = {"secret": API_SECRET, "token_secret": TOKEN_SECRET, "room_secret": ADMIN_KEY}
    return {"provider": "janus", "janus": JanusSettings(urls=(url,), **secrets)}


@pytest.fixture
def served(tmp_path):
    """Starts a gateway with these settings."""
    runs = []

    def start(**settings) -> Served:
        run = Running(tmp_path / "calls", Clock(), **settings)
        runs.append(run)
        return run.start()

    def stop() -> None:
        runs.pop().stop()

    start.stop = stop
    yield start
    while runs:
        stop()


@pytest.fixture(params=["p2p", "relay", "janus"])
def provided(request, served):
    """A gateway, and the way that its pictures take."""
    if request.param == "p2p":
        return served(), "direct"
    if request.param == "janus":
        return served(**by_janus(request.getfixturevalue("janus").url)), "server"
    port = request.getfixturevalue("coturn").port
    urls = tuple(f"turn:127.0.0.1:{port}?transport={one}" for one in ("udp", "tcp"))
    return served(relay=Relay(turn=urls, secret=TURN_SECRET, only=True)), "relay"


def show(customer, place: int) -> None:
    """Press one of the customer's buttons (camera, screen, sound) and agree."""
    customer.click(f".controls .control >> nth={place}")
    customer.click(".ask-buttons .violet")


def sees(advisor, source: str) -> None:
    """The advisor sees pictures of it, and not only their first."""
    video = (
        f"[...document.querySelectorAll('video.customer')][{['camera', 'screen'].index(source)}]"
    )
    advisor.until(f"{video}.videoWidth > 0 && !{video}.hidden")
    frames = f"{video}.getVideoPlaybackQuality().totalVideoFrames"
    advisor.evaluate(f"window.seen = [{video}.srcObject, {frames}]; 0")
    # Another stream in its place counts from none.
    advisor.until(f"{frames} - ({video}.srcObject === window.seen[0] ? window.seen[1] : 0) > 3")


def draw(advisor) -> None:
    """An arrow across the picture."""
    box = advisor.evaluate(
        "(({x, y, width, height}) => [x, y, width, height])"
        "([...document.querySelectorAll('canvas.ink')].find((one) => !one.hidden).getBoundingClientRect())"
    )
    x, y, width, height = box
    advisor.mouse.move(x + width * 0.4, y + height * 0.4)
    advisor.mouse.down()
    advisor.mouse.move(x + width * 0.6, y + height * 0.6, steps=4)
    advisor.mouse.up()


def test_a_call(provided, tabs):
    """Face, camera, arrow, screen, mute, a reload of both pages, and the end."""
    gateway, way = provided
    call = gateway.call()
    advisor, customer = tabs(call.advisor_url), tabs(call.customer_url)
    customer.click(START)
    call.told("face")
    call.told("via", via=way)
    customer.until(SEEN)

    show(customer, 0)
    call.told("share", source="camera")
    sees(advisor, "camera")
    draw(advisor)
    customer.until(INK)

    show(customer, 1)
    sees(advisor, "screen")

    advisor.click("[data-do=mute]")
    customer.until("document.querySelector('.stage-muted').hidden === false")

    customer.reload()
    customer.until(SEEN, seconds=20)
    show(customer, 0)
    sees(advisor, "camera")

    advisor.reload()
    sees(advisor, "camera")
    customer.until(SEEN)

    advisor.click("[data-do=end]")
    call.told("ended", reason="done")
    customer.until("document.body.dataset.screen === 'question'")


def test_a_colleague_joins_sees_is_seen_and_leaves(janus, served, tabs):  # noqa: F811 - a fixture
    gateway = served(**by_janus(janus.url))
    call = gateway.call()
    advisor, customer = tabs(call.advisor_url), tabs(call.customer_url)
    customer.click(START)
    call.told("face")
    show(customer, 0)
    sees(advisor, "camera")

    third = tabs(f"{gateway.url}/a#{asyncio.run(invited(gateway, call.id))}")
    call.told("third_here", person="colleague")
    sees(third, "camera")
    for page, picture in ((third, ".colleague video"), (advisor, ".colleague video")):
        page.until(f"document.querySelector('{picture}').videoWidth > 0")
    customer.until("document.querySelector('.third video')?.videoWidth > 0")

    third.click("[data-do=end]")
    call.told("third_away")
    customer.until("!document.querySelector('.third video')")
    sees(advisor, "camera")
    assert "ended" not in [one["what"] for one in call.log()]
    assert "lost" not in [one["what"] for one in call.log()]


async def invited(gateway: Served, call: str) -> str:
    """A colleague's application is there, is asked, and gives the token of their page."""
    import aiohttp

    key = {"Authorization": f"Bearer {gateway.key}"}
    person = {"id": "colleague", "name": "Karim Haddad", "team": "Rhône", "role": "advisor"}
    async with aiohttp.ClientSession(headers=key) as http:
        link = await http.ws_connect(f"{gateway.url}/api/link")
        await link.send_json({"type": "hello", "protocol": 1, "person": person, "available": True})
        await link.receive_json(timeout=5)
        asked = await http.post(
            f"{gateway.url}/api/calls/{call}/third", json={"person": "colleague"}
        )
        assert asked.status == 200, await asked.text()
        while True:
            message = json.loads((await link.receive(5)).data)
            if message["type"] == "invited":
                await link.close()
                return str(message["token"])


def test_pictures_through_janus_come_back_after_the_gateway_was_restarted(
    janus,  # noqa: F811 - a fixture
    served,
    tabs,
):
    (port,) = free_ports(1)
    settings = {"port": port, **by_janus(janus.url)}
    gateway = served(**settings)
    call = gateway.call()
    advisor, customer = tabs(call.advisor_url), tabs(call.customer_url)
    customer.click(START)
    call.told("face")
    show(customer, 0)
    sees(advisor, "camera")
    served.stop()
    served(**settings)
    customer.until(f"{SEEN} && document.querySelector('.stage-state').hidden", seconds=20)
    sees(advisor, "camera")


def test_a_call_outlives_its_janus(tmp_path, served, tabs):
    own = make_janus(tmp_path)
    own.start()
    try:
        gateway = served(**by_janus(own.url))
        call = gateway.call()
        advisor, customer = tabs(call.advisor_url), tabs(call.customer_url)
        customer.click(START)
        call.told("face")
        show(customer, 0)
        sees(advisor, "camera")
        own.kill()
        call.told("lost")
        assert gateway.get("/api/health")["why"] == "media_server_down"
        own.start()
        call.told("back", seconds=20)
        sees(advisor, "camera")
    finally:
        own.kill()
