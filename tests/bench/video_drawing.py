"""Within one call: a share to the advisor's picture, an arrow to the customer's paint, a photo to the store."""

import json
import sys
import time
from typing import Any

from tests.bench.video_sides import Customer, Desk
from tests.bench.video_trees import spread
from tests.video.browser import until

SHARES, ARROWS, PHOTOS = 10, 30, 10
SEEN = """(() => {
  window.came = 0;
  const since = performance.now();
  const one = [...document.querySelectorAll(".stage video")]
    .find((each) => (each.getAttribute("aria-label") || "").includes("%s"));
  // A picture of the share before may be presented once more: it was received earlier.
  const look = (_now, { receiveTime }) => {
    if (receiveTime > since) window.came = performance.timeOrigin + performance.now();
    else one.requestVideoFrameCallback(look);
  };
  one.requestVideoFrameCallback(look);
  return 1;
})()"""
CANVAS = """(() => {
  const one = [...document.querySelectorAll("canvas.ink")].find((each) => !each.hidden);
  const box = one && one.getBoundingClientRect();
  return box && box.width ? JSON.stringify([box.x, box.y, box.width, box.height]) : "";
})()"""


def drawn(desk: Desk, customer: Customer) -> list[dict[str, Any]]:
    """Medians and worst of all three; the camera stays shown meanwhile."""
    rows = []
    for kind, button, label in (
        ("screen", "Mon écran", "écran"),
        ("camera", "Ma caméra", "caméra"),
    ):
        took = [_share(desk, customer, button, label) for _ in range(SHARES)]
        rows += spread(f"video_share_{kind}_to_picture", took)
    _share(desk, customer, "Ma caméra", "caméra", stop=False)
    rows += spread("video_arrow", _arrows(desk, customer))
    return rows + spread("video_photo", _photos(desk, customer))


def _share(desk: Desk, customer: Customer, button: str, label: str, *, stop: bool = True) -> float:
    """Milliseconds from the customer's yes to the first picture that the advisor's page presents."""
    desk.do("script", script=SEEN % label)
    agreed = customer.yes(button)
    came = float(desk.until("window.came"))
    if stop:
        customer.stop(button)
        desk.until(f"!({CANVAS})")
        time.sleep(0.3)
    return came - agreed


def _arrows(desk: Desk, customer: Customer) -> list[float]:
    """From a move of the held mouse in the application to the frame in which the customer's page drew it."""
    x, y, width, height = json.loads(desk.until(CANVAS))
    took = []
    for turn in range(ARROWS):
        at = (x + width * 0.4, y + height * (0.3 + 0.3 * turn / ARROWS))
        desk.do("hold", x=at[0], y=at[1])
        time.sleep(0.2)
        customer.page.evaluate("bench.strokes.length = 0")
        moved = desk.do("move", x=at[0] + width * 0.15, y=at[1] + 4)
        took.append(float(customer.page.until("bench.strokes[0]")) - moved)
        desk.do("let_go", x=at[0] + width * 0.15, y=at[1] + 4)
        time.sleep(0.1)
        desk.do("script", script="window.visavis.clear()")
    return took


def _photos(desk: Desk, customer: Customer) -> list[float]:
    """From the customer's yes to the photo, encrypted on its way, whole in the application's store."""
    took, kept = [], {}
    for count in range(1, PHOTOS + 1):
        desk.do("photo")
        until(lambda: customer.page.evaluate("!!document.querySelector('dialog.ask .violet')"))
        time.sleep(0.3)
        agreed = customer.agree()
        kept = desk.do("photo_kept", count=count)
        took.append(kept["at"] - agreed)
    print(
        f"  photos of {kept['width']} by {kept['height']}, {kept['kib']:.0f} KiB", file=sys.stderr
    )
    return took
