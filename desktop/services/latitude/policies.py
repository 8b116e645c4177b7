"""The policy in force: the shared database's, else that of the file."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.latitude.policy import Policy
from desktop.services.store import documents
from desktop.services.store.local import LocalStore

if TYPE_CHECKING:
    from desktop.services.yaml_files import Problem


class Policies:
    """Read once, and anew when asked to."""

    def __init__(self, store: LocalStore, path: Path) -> None:
        self._store = store
        self._path = path
        self._read: tuple[Policy | None, tuple[Problem, ...]] | None = None

    async def policy(self, *, again: bool = False) -> "tuple[Policy | None, tuple[Problem, ...]]":
        """The policy that the shared database keeps, else that of the file; or what is wrong in it.

        One of the shared database that cannot be used is not replaced: nobody gives by amounts
        that their organisation did not set.
        """
        if self._read is None or again:
            texts = await self._store.read(documents.texts, documents.LATITUDE)
            if texts:
                self._read = await asyncio.to_thread(_of_text, *texts[0])
            else:
                self._read = await asyncio.to_thread(_of_file, self._path)
        return self._read


def _of_text(name: str, text: str) -> "tuple[Policy | None, tuple[Problem, ...]]":
    from desktop.services.latitude.shape import read_policy_text

    return read_policy_text(name, text)


def _of_file(path: Path) -> "tuple[Policy | None, tuple[Problem, ...]]":
    from desktop.services.latitude.shape import read_policy

    return read_policy(path)
