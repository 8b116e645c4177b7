"""Which of the things that arrive were told before: each is told once."""

from collections.abc import Iterable

KEPT = 200
"""How many ids are remembered."""


class Told:
    """Tells nothing before it knows what was told at an earlier sign-in."""

    def __init__(self) -> None:
        self._ids: set[str] | None = None

    def begin(self, ids: Iterable[str]) -> None:
        """Start with what was told before."""
        self._ids = set(ids)

    def fresh(self, ids: Iterable[str]) -> frozenset[str]:
        """Those that were never told; they count as told from now on."""
        if self._ids is None:
            return frozenset()
        new = frozenset(ids) - self._ids
        self._ids |= new
        return new

    def kept(self) -> tuple[str, ...]:
        """The newest ids, by their order, to be remembered."""
        return tuple(sorted(self._ids or ()))[-KEPT:]
