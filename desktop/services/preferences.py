"""Small choices that a person leaves on this machine: last channel, keys, theme."""

import json
from typing import Any

from desktop.domain.ids import PersonId
from desktop.services.store import preferences as kept
from desktop.services.store.local import LocalStore


class Preferences:
    """Values of JSON by name, a person each; they never leave this machine."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store

    async def get(self, person_id: PersonId, name: str, default: Any = None) -> Any:
        """The value kept under this name, else `default`."""
        value = await self._store.read(kept.get, person_id, name)
        return default if value is None else json.loads(value)

    async def put(self, person_id: PersonId, name: str, value: Any) -> None:
        """Keep a value."""
        await self._store.write(kept.put, person_id, name, json.dumps(value, ensure_ascii=False))
