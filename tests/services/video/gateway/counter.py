"""A gateway with places, the links of those who answer, and customers' pages at the buttons."""

from dataclasses import replace
from typing import Any

from desktop.services.video.gateway.config import Place
from tests.services.video.gateway.gate import KEY, Gate, Page

PLACES = (
    Place(id="counter", team="t-north", title="Accueil"),
    Place(id="site", team="t-north", title="Site"),
    Place(id="south", team="t-south", title="Agence Sud", key="ours"),
)


def placed(gate: Gate) -> Gate:
    gate.config = replace(gate.config, places=PLACES)
    return gate


async def linked(gate: Gate, person: str, *, key: str = KEY, **changes: Any) -> Page:
    """An application's line, with somebody signed in."""
    socket = await gate.session.ws_connect(
        f"{gate.url}/api/link", headers={"Authorization": f"Bearer {key}"}
    )
    page = Page(socket)
    given = {"team": "t-north", "role": "advisor", "available": True, "protocol": 1, **changes}
    available, protocol = given.pop("available"), given.pop("protocol")
    who = {"id": person, "name": person.title(), **given}
    await page.say("hello", protocol=protocol, person=who, available=available)
    await page.hear("welcome")
    return page


async def at_button(gate: Gate, place: str = "counter", **headers: str) -> Page:
    """A customer's page at a button."""
    headers = {"Origin": gate.url, **headers}
    page = Page(await gate.session.ws_connect(f"{gate.url}/ws/sos/{place}", headers=headers))
    await page.hear("place")
    return page


async def answered(gate: Gate, link: Page, press: str, **changes: Any) -> str:
    """Take a press and make its call."""
    await link.say("take", press=press)
    await link.hear("won")
    return await gate.call(press=press, **changes)


async def unheard(page) -> list[str]:
    """What was said until now, but for who is there."""
    return [kind for kind in await page.quiet() if kind != "people"]
