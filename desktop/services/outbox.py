"""What waits on this machine for the shared database."""

from desktop.services.store import outbox
from desktop.services.store.local import LocalStore


class Outbox:
    """Counts lines; sending them comes with the shared database."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store

    async def count(self) -> int:
        """How many facts wait here."""
        return await self._store.read(outbox.waiting)
