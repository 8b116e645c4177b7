"""Which links follow which calls: all that happened since, then each happening as it comes."""

from collections.abc import Callable
from typing import Final

from desktop.domain.video.happenings import Happening
from desktop.services.video.gateway.calls import Call, Calls
from desktop.services.video.gateway.links import Link

MOST: Final = 50
"""Calls that one link may follow; the one it named first is left for the newest."""


class Watches:
    """Every link's calls."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._watched: dict[Link, dict[str, Callable[[], None]]] = {}

    def watch(self, link: Link, call_id: str, since: int) -> None:
        """Tell what happened after that number, and go on; another key's call is nobody's."""
        call = self._calls.get(call_id)
        if call is None or call.key != link.key:
            return
        watched = self._watched.setdefault(link, {})
        if call_id in watched:
            watched.pop(call_id)()
        if len(watched) >= MOST:
            watched.pop(next(iter(watched)))()
        for one in call.since(since):
            _happened(link, call, one)
        watched[call_id] = self._calls.listen(call_id, lambda of, one: _happened(link, of, one))

    def leave(self, link: Link) -> None:
        """The link is gone."""
        for unlisten in self._watched.pop(link, {}).values():
            unlisten()

    def of(self, call_id: str) -> list[Link]:
        """Who follows a call."""
        return [link for link, calls in self._watched.items() if call_id in calls]


def _happened(link: Link, call: Call, one: Happening) -> None:
    link.tell({"type": "happened", "call": call.id, "happening": one.to_json()})
