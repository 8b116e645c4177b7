"""From the advisor's key, and from the opened link, to the picture that the customer sees; both sides' work.

The application runs offscreen with its web engine, the customer is Debian's Chromium; cameras are fake.
The moments are the pages' own and the application's, on one machine's clock. A picture is "seen" when
Chromium presents its first frame, some milliseconds after it is decoded. The link is opened by the bench
at once and « Démarrer la vidéo » pressed by a script as soon as it is there: the person's part is zero.
"""

import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.video_drawing import drawn
from tests.bench.video_gateway import alone
from tests.bench.video_sides import (
    Customer,
    Desk,
    customer_pid,
    desk,
    lacking,
    make_demonstration,
)
from tests.bench.video_trees import Watch, memory, row, spread
from tests.video.browser import FAKE_MEDIA, Held, launched
from tests.video.media_servers import TURN_SECRET, make_coturn
from tests.video.served import KEY

CHEAP, DEAR = 10, 5
LOOK = 8.0
"""Seconds of a call, or of a page made ready, whose processor is measured."""
SETTLED = 1.0
"""Seconds before the key: a customer's browser that starts would work on the advisor's cores."""
WHOLE = 12.0
"""Seconds that a call has to come to whole pictures; a busy machine may not."""
KILOBIT = 1000 / 8
SLOW_4G = {
    "latency": 150,
    "downloadThroughput": 1600 * KILOBIT,
    "uploadThroughput": 750 * KILOBIT,
}
POOR = {"latency": 400, "downloadThroughput": 400 * KILOBIT, "uploadThroughput": 400 * KILOBIT}
WORDS = """\
  the link is opened at once, the customer's yes is given by a script: people's part is zero
  slow 4G: 150 ms, 1,600 and 750 kb/s; poor: 400 ms, 400 kb/s; of Chromium's emulation, for the customer's
    page, its files, its line to the gateway and the packets of its pictures"""


def measure() -> list[dict[str, Any]]:
    """All that takes both sides; nothing where there is no browser or no web engine."""
    if why := lacking():
        print(f"  skipped: {why}", file=sys.stderr)
        return []
    print(WORDS, f"  load {os.getloadavg()[0]:.1f}", sep="\n", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder, launched(*FAKE_MEDIA) as browser:
        made = make_demonstration(Path(folder))
        rows = _ready(made, browser)
        rows += _cold(made, browser)
        return rows + _relayed(made, browser)


def _ready(made: Path, browser: Held) -> list[dict[str, Any]]:
    """Everything with one application whose page is made ready."""
    with desk(made, "ready") as one:
        one.do("warmed")
        rows = _at_rest(one)
        _call(one, browser)  # the first of all reads files that later ones find in memory
        calls = [_call(one, browser) for _ in range(CHEAP)]
        rows += spread("video_key_to_picture", [seen - pressed for pressed, _, seen, _ in calls])
        rows += spread("video_key_to_link", [link - pressed for pressed, link, _, _ in calls])
        for name, slow, count in (
            ("video_link_to_picture", None, CHEAP),
            ("video_link_to_picture_slow_4g", SLOW_4G, DEAR),
            ("video_link_to_picture_poor", POOR, DEAR),
        ):
            rows += spread(name, [_opened(one, browser, slow) for _ in range(count)])
        with called(one, browser) as customer:
            rows += _at_work(one, browser)
            rows += drawn(one, customer)
    return rows


def _cold(made: Path, browser: Held) -> list[dict[str, Any]]:
    """The first call of an application that made nothing ready: a new one each time."""
    took, bare = [], []
    for turn in range(DEAR):
        with desk(made, f"cold-{turn}", "--cold") as one:
            bare.append(memory(one.pid))
            pressed, _, seen, _ = _call(one, browser)
            took.append(seen - pressed)
    return [
        *spread("video_cold_key_to_picture", took),
        row("video_app_without_page_memory_mib", sorted(bare)[DEAR // 2], "MiB", DEAR),
    ]


def _relayed(made: Path, browser: Held) -> list[dict[str, Any]]:
    """Through a real coturn and no other way, with a gateway that stands alone."""
    if shutil.which("turnserver") is None:
        print("  skipped: Debian's package coturn is not installed", file=sys.stderr)
        return []
    with contextlib.ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        relay = make_coturn(folder)
        held.callback(relay.kill)
        relay.start()
        url = f"turn:127.0.0.1:{relay.port}?transport=udp"
        table = f'[relay]\nturn = ["{url}"]\nsecret = "{TURN_SECRET}"\nonly = true\n'
        gateway, _ = held.enter_context(alone(folder, table))
        name = "VISAVIS_SECRET_VIDEO_GATEWAY_" + "".join(
            sign if sign.isalnum() else "_" for sign in gateway.upper()
        )
        one = held.enter_context(
            desk(made, "relayed", "--gateway", gateway, environment={name: KEY})
        )
        one.do("warmed")
        calls = [_call(one, browser) for _ in range(DEAR + 1)][1:]
        opened = [_opened(one, browser, None, way="relay") for _ in range(DEAR)]
    return [
        *spread("video_relay_key_to_picture", [seen - pressed for pressed, _, seen, _ in calls]),
        *spread("video_relay_link_to_picture", opened),
    ]


def _call(one: Desk, browser: Held) -> tuple[float, float, float, float]:
    """Moments of the key, the link, the picture and the navigation; the call is ended again."""
    customer = Customer(browser)
    time.sleep(SETTLED)
    begun = one.do("begin")
    customer.open(begun["link"])
    try:
        return begun["pressed"], begun["there"], customer.seen(), customer.navigated
    finally:
        one.do("end")
        customer.close()


def _opened(one: Desk, browser: Held, slow: dict[str, float] | None, way: str = "direct") -> float:
    """Milliseconds from the navigation to the picture, the advisor being there already."""
    with called(one, browser, slow) as customer:
        took = customer.seen() - customer.navigated
        went = one.until(
            "window.visavis.stats().then((it) => { window.way = it.via; }), window.way"
        )
        if went != way:
            raise AssertionError(f"pictures went {went}")
        return took


@contextlib.contextmanager
def called(one: Desk, browser: Held, slow: dict[str, float] | None = None) -> Iterator[Customer]:
    """A call whose customer came once the advisor's page had its camera and had offered its lines."""
    customer = Customer(browser, slow=slow)
    begun = one.do("begin")
    one.do("script", script="window.way = ''")
    one.until("document.querySelector('.self video')?.videoWidth > 0")
    time.sleep(0.3)
    customer.open(begun["link"])
    try:
        customer.seen()
        yield customer
    finally:
        one.do("end")
        customer.close()


def _at_rest(one: Desk) -> list[dict[str, Any]]:
    """The application with its page made ready and nothing to do."""
    time.sleep(2)
    watch = Watch(advisor=one.pid)
    time.sleep(LOOK)
    return [
        row("video_ready_memory_mib", memory(one.pid), "MiB", 1),
        row("video_ready_cpu_percent", watch.shares()["advisor"], "% of a core", 1),
    ]


def _at_work(one: Desk, browser: Held) -> list[dict[str, Any]]:
    """Both sides in a call; nothing shown by the customer."""
    _wait_for_whole(one)
    print(f"  the advisor sends {_sent(one)}", file=sys.stderr)
    pid = customer_pid(browser)
    watch = Watch(advisor=one.pid, customer=pid)
    time.sleep(LOOK)
    shares = watch.shares()
    return [
        row("video_call_advisor_cpu_percent", shares["advisor"], "% of a core", 1),
        row("video_call_customer_cpu_percent", shares["customer"], "% of a core", 1),
        row("video_call_advisor_memory_mib", memory(one.pid), "MiB", 1),
        row("video_call_customer_memory_mib", memory(pid), "MiB", 1),
    ]


def _wait_for_whole(one: Desk) -> None:
    """A call begins with small pictures, and grows as its way turns out to be wide."""
    ends = time.monotonic() + WHOLE
    while " 640 by" not in _sent(one) and time.monotonic() < ends:
        time.sleep(0.5)


def _sent(one: Desk) -> str:
    """What the advisor's page sends at this moment, in words."""
    one.do("script", script="window.told = ''")
    ask = "window.visavis.stats().then((it) => { window.told = JSON.stringify(it.lines); }), window.told"
    lines = json.loads(one.until(ask))
    sent = next(each for each in lines if each["way"] == "out" and each["kind"] == "video")
    return f"{sent['codec']}, {sent['width']} by {sent['height']}, {sent['pace']:.0f} a second"
