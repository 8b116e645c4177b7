"""Which of the things that arrive a person was told of, or has seen: each once, at any sign-in."""

from collections.abc import Iterable

KEPT = 200
"""How many ids are remembered."""


class Told:
    """Finds nothing new before it knows what was told at an earlier sign-in."""

    def __init__(self) -> None:
        self._ids: dict[str, None] | None = None

    def begin(self, ids: Iterable[str] = ()) -> None:
        """Start with what was told before, as `kept` gave it."""
        self._ids = dict.fromkeys(reversed([*ids]))

    def new(self, ids: Iterable[str]) -> frozenset[str]:
        """Those that were never told."""
        return frozenset() if self._ids is None else frozenset(ids) - self._ids.keys()

    def tell(self, ids: Iterable[str]) -> None:
        """They count as told from now on."""
        if self._ids is not None:
            self._ids |= dict.fromkeys(ids)

    def fresh(self, ids: Iterable[str]) -> frozenset[str]:
        """Those that were never told; they count as told from now on."""
        found = [*ids]
        new = self.new(found)
        self.tell(one for one in found if one in new)
        return new

    def kept(self) -> tuple[str, ...]:
        """The last that were told, the latest first, to be remembered."""
        return tuple(reversed([*(self._ids or ())]))[:KEPT]
