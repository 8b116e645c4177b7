"""Who is signed in at the gateway: one link a person and key, the newest wins."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

Tell = Callable[[dict[str, Any]], None]
"""Send one message; never waits, never raises. A line that is gone swallows it."""

NEWER: Final = 4002
"""Close code of a link that the same person took over from another place."""


@dataclass(slots=True, kw_only=True, eq=False)
class Link:
    """One application at the gateway, and the person who works in it."""

    key: str
    """Name of the key that it came with: what divides companies."""
    person: str
    name: str
    team: str
    role: str
    available: bool
    tell: Tell
    close: Callable[[int], None]
    """Close the line with this code."""


class Links:
    """The links that are up, by key and person; tells who listens which team changed."""

    def __init__(self) -> None:
        self._links: dict[tuple[str, str], Link] = {}
        self._listeners: list[Callable[[str, str], None]] = []
        self._came: list[Callable[[Link], None]] = []

    def listen(self, changed: Callable[[str, str], None]) -> None:
        """Hear `(key, team)` after somebody of it came, went, or changed their availability."""
        self._listeners.append(changed)

    def listen_coming(self, came: Callable[[Link], None]) -> None:
        """Hear of each new link, before its team is said to have changed."""
        self._came.append(came)

    def join(self, link: Link) -> None:
        """Take a link in; the former of the same person and key is dropped."""
        former = self._links.get((link.key, link.person))
        self._links[link.key, link.person] = link
        for came in self._came:
            came(link)
        if former is not None:
            former.close(NEWER)
            if former.team != link.team:
                self._changed(former)
        self._changed(link)

    def leave(self, link: Link) -> None:
        """The line is gone; one that a newer took the place of changes nothing."""
        if self.up(link):
            del self._links[link.key, link.person]
            self._changed(link)

    def set_available(self, link: Link, on: bool) -> None:  # noqa: FBT001 - the person's own word
        """What the person set."""
        if self.up(link) and link.available != on:
            link.available = on
            self._changed(link)

    def up(self, link: Link) -> bool:
        """Whether this very link is the person's."""
        return self._links.get((link.key, link.person)) is link

    def find(self, key: str, person: str) -> Link | None:
        """The person's link, if it is up."""
        return self._links.get((key, person))

    def of_team(self, key: str, team: str) -> list[Link]:
        """The links of one team of one key, in the order of their coming."""
        return [one for one in self._links.values() if (one.key, one.team) == (key, team)]

    def _changed(self, link: Link) -> None:
        for changed in self._listeners:
            changed(link.key, link.team)


def tell_people(links: Links, key: str, team: str) -> None:
    """Tell everybody of a team who of it is here, and who is available."""
    here = links.of_team(key, team)
    people = [
        {"id": one.person, "name": one.name, "role": one.role, "available": one.available}
        for one in here
    ]
    for one in here:
        one.tell({"type": "people", "people": people})
