"""Finds customers by any piece of what is known of them; the newest question wins."""

from desktop.domain.search import Match, Results, readings
from desktop.domain.vocabulary import Vocabulary
from desktop.services.store import search
from desktop.services.store.local import LocalStore

LIMIT = 50
"""Matches of one search: more than anybody reads."""


class Search:
    """Asks the local store's indexes."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store
        self._vocabulary = Vocabulary()
        """Touched in the store's thread only."""

    async def find(self, text: str, limit: int = LIMIT) -> Results:
        """The customers who answer what was typed, the best first.

        A newer call cancels this one: it then raises CancelledError.
        """
        if not readings(text):
            return Results(text=text)
        return await self._store.read_newest("search", search.find, text, limit, self._vocabulary)

    async def by_phone(self, e164: str) -> tuple[Match, ...]:
        """The customers who have exactly this number (E.164)."""
        return await self._store.read(search.by_phone, e164)

    async def warm(self) -> None:
        """Read the names known here ahead of the first correction."""
        await self._store.read(search.learn, self._vocabulary)
