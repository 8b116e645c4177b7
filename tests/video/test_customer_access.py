"""The customer's page for everybody: read aloud, by keys alone, at 320 px, in large letters, in both languages."""

from pathlib import Path

import pytest

from tests.video.browser import Held, until
from tests.video.served import Served
from tests.video.sides import Customer, Tabs, joined

pytestmark = pytest.mark.video

READING = (Path(__file__).parent / "reading.js").read_text(encoding="utf-8")
SMALL = {"width": 320, "height": 640}
LARGE_LETTERS = "document.documentElement.style.fontSize = '200%'"
ROLES = {"button", "radio", "textbox", "dialog", "radiogroup", "group", "list", "Video", "video"}


def read(page: Held, *, targets: bool = True) -> None:
    """Nothing is too faint, too small, cut off or wider than the window."""
    page.evaluate(
        "document.getAnimations().forEach((one) => one.finish && one.effect"
        " && one.effect.getTiming().iterations !== Infinity && one.finish())"
    )
    found = page.evaluate(READING)
    assert found["faint"] == []
    assert found["wide"] <= 0, page.tail()
    assert found["cut"] == []
    if targets:
        assert found["small"] == []


def everywhere(page: Held) -> None:
    """As it is, with letters twice as large, and in the other theme."""
    read(page)
    page.emulate_media(color_scheme="dark")
    read(page)
    page.emulate_media(color_scheme="light")
    page.evaluate(LARGE_LETTERS)
    read(page, targets=False)
    page.evaluate("document.documentElement.style.fontSize = ''")


def spoken(page: Held) -> list[tuple[str, str]]:
    """Role and name of what a screen reader finds, in its order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {one["nodeId"]: one for one in nodes}
    found: list[tuple[str, str]] = []

    def walk(one: dict) -> None:
        if not one.get("ignored"):
            found.append((one["role"]["value"], one.get("name", {}).get("value", "")))
        for child in one.get("childIds", []):
            walk(by_id[child])

    walk(nodes[0])
    return found


SLOW = """(() => {
  const devices = navigator.mediaDevices, open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    if (wanted.video) await new Promise((done) => setTimeout(done, 1500));
    return open(wanted);
  };
})()"""


def test_every_screen_is_read_at_320_px_in_both_themes_and_in_large_letters(
    gateway: Served, tabs: Tabs
):
    call = gateway.call()
    advisor, customer = joined(tabs, call, viewport=SMALL)
    page = customer.page
    everywhere(page)
    for kind in ("Ma caméra", "Mon écran", "Mon micro"):
        customer.press(kind)
        everywhere(page)
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.textContent") == kind, "back where one was"
    assert customer.lights == [], "Escape is a no"
    page.evaluate(SLOW)  # the next question comes while the camera still opens
    customer.agree("Ma caméra", "Oui, montrer")
    customer.agree("Mon micro", "Oui, allumer")
    customer.shows("On vous entend")
    customer.shows("Vous montrez votre caméra")
    advisor.page.keyboard.press("Control+Shift+KeyM")
    customer.shows("a coupé son micro")
    everywhere(page)
    advisor.press("Demander une photo")
    customer.shows("Envoyer une photo")
    everywhere(page)
    page.keyboard.press("Escape")
    call.told("photo_refused")
    customer.press("Arrêter")
    customer.on("question")
    everywhere(page)
    customer.press("Passer")
    customer.on("bye")
    everywhere(page)


def test_the_first_screen_is_read_in_english_by_keys_alone(gateway: Served, tabs: Tabs):
    call = gateway.call()
    page = tabs(locale="en-GB", viewport=SMALL)
    customer = Customer.__new__(Customer)
    super(Customer, customer).__init__(page)
    page.goto(call.customer_url)
    customer.on("welcome")
    customer.shows("Sonia Leroy is calling you by video")
    assert page.evaluate("document.documentElement.lang") == "en"
    everywhere(page)
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert reached[:2] == ["Start the video", "No, thank you"]
    page.keyboard.press("Shift+Tab")
    if page.evaluate("document.activeElement.textContent") != "Start the video":
        page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"

    customer.press("Français")
    customer.shows("Sonia Leroy vous appelle en vidéo")
    assert page.evaluate("document.documentElement.lang") == "fr"
    customer.press("English")
    page.reload()
    customer.shows("Sonia Leroy is calling you by video")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    customer.on("call")
    assert call.told("consented")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert customer.errors == []


def test_all_that_can_be_pressed_has_a_name(gateway: Served, tabs: Tabs):
    call = gateway.call()
    advisor, customer = joined(tabs, call)
    customer.agree("Ma caméra", "Oui, montrer")
    customer.shows("Vous montrez votre caméra")
    customer.agree("Mon écran", "Oui, choisir quoi montrer")
    customer.shows("Vous montrez votre écran")
    found = spoken(customer.page)
    assert [one for one in found if one[0] in ROLES and not one[1] and one[0] != "list"] == []
    buttons = [name for role, name in found if role == "button"]
    assert buttons.index("Arrêter") == len(buttons) - 1, "the order follows the eye"
    assert {"Ne plus montrer la caméra", "Ne plus montrer l’écran", "English"} <= set(buttons)
    assert ("group", "Commandes de l’appel") in found
    assert ("list", "Ce que vous montrez") in found
    headings = [name for role, name in found if role == "heading"]
    assert headings == ["Sonia Leroy vous appelle en vidéo"]
    assert any(role == "status" for role, _ in found)

    advisor.press("Raccrocher")
    customer.on("question")
    asked = spoken(customer.page)
    radios = [name for role, name in asked if role == "radio"]
    assert radios == ["1 Très facile", "2", "3", "4", "5", "6", "7 Très difficile"]
    assert ("textbox", "Un mot à ajouter\u202f?") in asked
    page = customer.page
    page.get_by_role("radio", name="1 Très facile").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("radio", name="2", exact=True).is_checked(), "arrows choose"
    page.keyboard.press("Enter")
    until(lambda: "Merci" in customer.words(), what="thanks")
    call.told("answer")


def test_a_hand_held_thing_begins_with_its_back_camera(gateway: Served, tabs: Tabs):
    call = gateway.call()
    _, customer = joined(
        tabs, call, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    page = customer.page
    page.evaluate(
        """(() => {
          window.wanted = [];
          const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = (asked) => {
            window.wanted.push(asked.video.facingMode.ideal);
            return real(asked);
          };
          const all = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
          navigator.mediaDevices.enumerateDevices = async () => {
            const found = await all();
            return [...found, ...found.filter((one) => one.kind === 'videoinput')];
          };
        })()"""
    )
    customer.agree("Ma caméra", "Oui, montrer")
    call.told("share", source="camera")
    assert page.evaluate("wanted") == ["environment"]
    customer.press("Changer de caméra")
    page.until("wanted.length === 2")
    page.until(
        "document.querySelector('.mirror video').srcObject.getTracks()[0].readyState === 'live'"
    )
    assert "unshare" not in [one["what"] for one in call.log()]
    read(page)


def test_motion_stands_still_and_forced_colours_keep_what_is_pressed(gateway: Served, tabs: Tabs):
    call = gateway.call()
    _, customer = joined(tabs, call, reduced_motion="reduce", forced_colors="active")
    customer.agree("Ma caméra", "Oui, montrer")
    customer.shows("Vous montrez votre caméra")
    page = customer.page
    live = "getComputedStyle(document.querySelector('.live'))"
    assert page.evaluate(f"{live}.animationIterationCount") == "1"
    pressed = "getComputedStyle(document.querySelector('[aria-pressed=true]')).backgroundColor"
    other = "getComputedStyle(document.querySelector('[aria-pressed=false]')).backgroundColor"
    # However short, a transition begins with the colour before it: the next frame has the other.
    page.until(f"{pressed} !== {other}")
