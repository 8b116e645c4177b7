"""The button's page in a real browser: a press that is taken, one that nobody takes, and how it reads."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from desktop.services.clock import Clock
from desktop.services.video.gateway.config import Place
from tests.video.browser import Held
from tests.video.desk import Desk
from tests.video.served import Running, Served

PLACES = (Place(id="counter", team="t-north", title="Agence Ralliement"),)
SMALL = {"width": 320, "height": 640}


class MovedClock(Clock):
    """A clock that a test can move on."""

    ahead = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.ahead)


@pytest.fixture
def moved() -> MovedClock:
    return MovedClock()


@pytest.fixture
def counter(tmp_path, moved) -> Iterator[Served]:
    """A gateway of its own: what one test presses does not count for the next."""
    running = Running(tmp_path, moved, places=PLACES)
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture
def desk(counter) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def one(**changes) -> Desk:
        made.append(Desk(counter, "t-north", **changes))
        return made[-1]

    yield one
    for each in made:
        each.close()


def ready(page: Held) -> None:
    page.until("document.querySelector('#press')?.disabled === false")


def heading(page: Held, words: str) -> None:
    page.until(f"document.querySelector('h1')?.innerText === {words!r}")


def test_a_press_becomes_the_call_in_place(counter, tabs, desk):
    sonia = desk()
    page = tabs(f"{counter.url}/sos/counter#n=4018277")
    ready(page)
    assert page.input_value("#who") == "4018277"
    page.click("#press")
    heading(page, "Nous appelons l’équipe")
    assert sonia.hear("ring")["who"] == {"number": "4018277"}
    call = sonia.answer()
    advisor = tabs(call.advisor_url)
    call.told("face")
    log = [one["what"] for one in call.log()]
    assert log[:2] == ["created", "offered"]
    assert log.index("opened") < log.index("consented") < log.index("face")
    assert page.evaluate("location.pathname") == "/sos/counter"
    assert page.evaluate("document.body.className") == "customer"
    assert page.evaluate(
        "[...document.styleSheets].some((one) => one.href.endsWith('customer.css'))"
    )
    page.reload()
    call.told("customer_away")
    call.told("customer_here")
    page.until("document.querySelector('video')?.videoWidth > 0")
    advisor.close()


def test_after_the_call_the_next_customer_finds_the_button(counter, tabs, desk):
    sonia = desk()
    page = tabs(f"{counter.url}/sos/counter")
    ready(page)
    page.fill("#who", "4018277")
    page.click("#press")
    call = sonia.answer()
    call.told("consented")
    counter.post(f"/api/calls/{call.id}/end", {"reason": "done"})
    page.until("document.body.dataset.screen === 'question'")
    page.click("text=Passer")
    page.click("#finish")
    ready(page)
    assert page.input_value("#who") == ""
    heading(page, "Quelqu’un pour vous, en vidéo")


def test_nobody_takes_it_and_the_call_back_is_noted(counter, tabs, desk, moved):
    page = tabs(f"{counter.url}/sos/counter", viewport=SMALL)
    ready(page)
    page.fill("#who", "06 39 98 01 02")
    page.press("#who", "Enter")
    heading(page, "Personne n’est libre à l’instant")
    moved.ahead += 15
    heading(page, "Personne n’est libre")
    assert page.input_value("#phone") == "06 39 98 01 02"
    page.fill("#phone", "0639")
    page.click("#send")
    page.until("document.querySelector('#phone').getAttribute('aria-invalid') === 'true'")
    assert page.evaluate("document.activeElement.id") == "phone"
    page.fill("#phone", "0639980102")
    page.fill("#when", "demain matin")
    page.click("#send")
    heading(page, "C’est noté")
    told = desk(role="lead").hear("callback")
    assert (told["phone"], told["when"]) == ("0639980102", "demain matin")
    assert "06\u00a039\u00a098\u00a001\u00a002" in page.evaluate("document.body.innerText")


def test_an_odd_number_is_asked_about_once_and_then_taken(counter, tabs, desk):
    page = tabs(f"{counter.url}/sos/counter")
    ready(page)
    page.click("#press")
    page.click("button:has-text('Être rappelé')")
    page.fill("#phone", "3900")
    page.click("#send")
    page.until("!document.querySelector('#phone-trouble').hidden")
    page.click("#send")
    heading(page, "C’est noté")
    assert desk().hear("callback")["phone"] == "3900"


def test_a_call_back_left_without_a_line_leaves_when_it_is_back(counter, tabs, desk):
    page = tabs(f"{counter.url}/sos/counter")
    ready(page)
    page.click("#press")
    page.click("button:has-text('Être rappelé')")
    page.fill("#phone", "0639980102")
    page.context.set_offline(True)
    page.until("!document.querySelector('#lost').hidden")
    page.click("#send")
    page.until("document.body.innerText.includes('partira dès qu’elle revient')")
    page.context.set_offline(False)
    heading(page, "C’est noté")
    assert desk().hear("callback")["phone"] == "0639980102"


def test_a_line_cut_while_it_rings_is_said_and_the_button_comes_back(counter, tabs, desk):
    sonia = desk()
    page = tabs(f"{counter.url}/sos/counter")
    ready(page)
    page.click("#press")
    sonia.hear("ring")
    page.context.set_offline(True)
    page.until("document.querySelector('#trouble')?.innerText.includes('coupée')")
    sonia.hear("quiet")
    page.context.set_offline(False)
    ready(page)
    page.click("#press")
    sonia.answer()
    page.until("document.body.className === 'customer'")


def test_in_english_and_back(counter, tabs):
    page = tabs(f"{counter.url}/sos/counter", locale="en-GB")
    ready(page)
    heading(page, "Someone for you, on video")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("text=Français")
    heading(page, "Quelqu’un pour vous, en vidéo")
    assert page.evaluate("document.documentElement.lang") == "fr"


def test_too_many_presses_are_told_how_long_to_wait(counter, tabs, desk, moved):
    page = tabs(f"{counter.url}/sos/counter")
    for _ in range(3):
        ready(page)
        page.click("#press")
        page.click("#cancel")
    ready(page)
    page.click("#press")
    page.until("document.querySelector('#trouble')?.innerText.includes('appuyer à nouveau dans')")
    assert page.evaluate("document.querySelector('#press').disabled") is True


LOOK = """
() => {
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const numbers = (css) => css.match(/[\\d.]+/g).map(Number);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const found = numbers(getComputedStyle(at).backgroundColor);
      if (found.length < 4 || found[3] > 0.99) return found.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const found = { wide: document.documentElement.scrollWidth > innerWidth, unnamed: [], small: [], faint: [] };
  for (const one of document.querySelectorAll("button, input, a[href]")) {
    if (!one.checkVisibility()) continue;
    const name = one.labels?.[0]?.innerText || one.getAttribute("aria-label") || one.innerText;
    if (!name?.trim()) found.unnamed.push(one.outerHTML);
    const box = one.getBoundingClientRect();
    if (box.height < 24 || box.width < 24) found.small.push(one.outerHTML);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility() || one.closest(".unseen, :disabled")) continue;
    const style = getComputedStyle(one);
    const [a, b] = [luminance(numbers(style.color)), luminance(ground(one))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) found.faint.push([walker.currentNode.data.trim(), ratio]);
  }
  return found;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_every_screen_can_be_read_and_reached_at_320(counter, tabs, moved, scheme, locale):
    seen = {"viewport": SMALL, "color_scheme": scheme, "locale": locale}
    # Colours on their way from one to the other are no screen.
    page = tabs(f"{counter.url}/sos/counter#n=4018277", reduced_motion="reduce", **seen)
    fine = {"wide": False, "unnamed": [], "small": [], "faint": []}
    ready(page)
    assert page.evaluate(LOOK) == fine
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#top') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "who"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "press"
    page.keyboard.press("Enter")
    page.until("document.querySelector('.ring[data-free=no]')")
    assert page.evaluate(LOOK) == fine
    assert page.evaluate("document.querySelector('#said').getAttribute('aria-live')") == "polite"
    page.until("document.querySelector('#said').textContent.length > 20")
    moved.ahead += 15
    page.until("document.querySelector('#phone')")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.click("#send")
    page.until("!document.querySelector('#phone-trouble').hidden")
    assert page.evaluate(LOOK) == fine
    page.fill("#phone", "0639980102")
    page.click("#send")
    page.until("document.querySelector('.badge')")
    assert page.evaluate(LOOK) == fine


def test_a_place_that_is_not_known_has_no_page(counter):
    status, _ = counter.ask("GET", "/sos/nowhere")
    assert status == 404
