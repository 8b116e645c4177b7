"""Both sides of a call in a real browser, driven by the names that people read."""

from collections.abc import Callable
from typing import Any, Protocol

from tests.video.browser import Held, until
from tests.video.served import Call

Tabs = Callable[..., Held]

PICTURES = """[...document.querySelectorAll('video')]
  .filter((one) => one.videoWidth > 0 && one.offsetParent !== null)
  .map((one) => one.getVideoPlaybackQuality().totalVideoFrames)"""
LIVE = "(window.tracks || []).filter((one) => one.readyState === 'live').map((one) => one.kind)"
WATCH_TRACKS = """window.tracks = [];
for (const name of ['getUserMedia', 'getDisplayMedia']) {
  const real = navigator.mediaDevices[name].bind(navigator.mediaDevices);
  navigator.mediaDevices[name] = async (wanted) => {
    const stream = await real(wanted);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
}"""
"""Remembers each track that the page opened: whether its light is on can be asked."""


class Opened(Protocol):
    """A call as its two pages need it: where they are."""

    @property
    def customer_url(self) -> str:
        """With the invitation."""

    @property
    def advisor_url(self) -> str:
        """With the advisor's token."""


class Side:
    """A page of a call; trouble of its scripts is kept."""

    def __init__(self, page: Held) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._said)

    def _said(self, message: Any) -> None:
        if message.type == "error" and "favicon" not in message.location.get("url", ""):
            self.errors.append(message.text)

    def button(self, name: str) -> Held:
        found: Held = self.page.get_by_role("button", name=name, exact=True)
        return found

    def press(self, name: str) -> None:
        self.button(name).click()

    def shows(self, words: str, *, seconds: float = 12) -> None:
        """Wait until these words are to be read."""
        until(
            lambda: words in self.words(),
            seconds=seconds,
            what=words,
            also=self.page.tail,
        )

    def words(self) -> str:
        return str(self.page.evaluate("document.body.innerText")).replace("\u202f", " ")


class Customer(Side):
    """The customer's page."""

    def __init__(self, tabs: Tabs, call: Opened, **settings: Any) -> None:
        page = tabs(**settings)
        super().__init__(page)
        page.add_init_script(WATCH_TRACKS)
        page.goto(call.customer_url)

    def on(self, screen: str, *, seconds: float = 12) -> None:
        """Wait for a screen."""
        self.page.until(f"document.body.dataset.screen === '{screen}'", seconds=seconds)

    def start(self) -> None:
        self.on("welcome")
        self.press("Démarrer la vidéo")

    def agree(self, kind: str, yes: str) -> None:
        """Press a button, and say yes to what it asks."""
        self.press(kind)
        self.press(yes)

    @property
    def lights(self) -> list[str]:
        """Kinds of what is open at this moment."""
        found: list[str] = self.page.evaluate(LIVE)
        return found


class Advisor(Side):
    """The advisor's page."""

    def __init__(self, tabs: Tabs, call: Opened, **settings: Any) -> None:
        page = tabs(**settings)
        super().__init__(page)
        page.goto(call.advisor_url)

    def sees(self, source: str) -> None:
        """Wait for moving pictures of the customer's `camera` or `screen`."""
        label = {"camera": "caméra", "screen": "écran"}[source]
        frames = (
            "(() => { const one = [...document.querySelectorAll('video')].find((each) =>"
            f" (each.getAttribute('aria-label') || '').includes('{label} de votre client'));"
            " return one ? one.getVideoPlaybackQuality().totalVideoFrames : 0; })()"
        )
        first = self.page.until(frames)
        self.page.until(f"{frames} > {first}")


MARK = """(() => { const one = document.querySelector('.face video');
  window.marked = [one.srcObject, one.getVideoPlaybackQuality().totalVideoFrames]; return true; })()"""
MOVED = """(() => { const one = document.querySelector('.face video'), [of, first] = window.marked;
  return one.getVideoPlaybackQuality().totalVideoFrames > (one.srcObject === of ? first : 0) + 4; })()"""
"""A connection that was made anew counts its frames from none."""


def moves(customer: Customer, seconds: float = 15) -> None:
    """The customer sees the advisor's picture move, from now on."""
    customer.page.until(MARK, seconds=seconds)
    customer.page.until(MOVED, seconds=seconds)


def joined(tabs: Tabs, call: Call, **settings: Any) -> tuple[Advisor, Customer]:
    """Both pages of a call, the face seen."""
    advisor = Advisor(tabs, call)
    customer = Customer(tabs, call, **settings)
    customer.start()
    call.told("face")
    customer.page.until("!document.querySelector('.face video').hidden")
    return advisor, customer
