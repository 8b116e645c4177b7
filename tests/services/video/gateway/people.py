"""People with a link, and customers at a button, for tests: each remembers what it was told."""

from typing import Any

from desktop.services.video.gateway.links import Link, Links
from desktop.services.video.gateway.presses import Presses, Spot

SPOT = Spot(key="acme", team="t-north", place="counter", title="Accueil")


class Told(list[dict[str, Any]]):
    """Messages, in the order that they came."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: list[int] = []

    def types(self) -> list[str]:
        return [one["type"] for one in self if one["type"] != "people"]

    def take(self, kind: str) -> list[dict[str, Any]]:
        """Those of one kind, which are then forgotten."""
        found = [one for one in self if one["type"] == kind]
        self[:] = [one for one in self if one["type"] != kind]
        return found


def somebody(links: Links, name: str, **changes: Any) -> tuple[Link, Told]:
    """Sign somebody in."""
    told = Told()
    given = {"key": "acme", "team": "t-north", "role": "advisor", "available": True, **changes}
    link = Link(person=name, name=name.title(), tell=told.append, close=told.codes.append, **given)
    links.join(link)
    return link, told


def press(presses: Presses, address: str = "192.0.2.1", spot: Spot = SPOT, **caller: str):
    """Press the button; the press, and what its page is told."""
    told = Told()
    return presses.press(spot, caller, address, told.append), told
