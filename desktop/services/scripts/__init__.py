"""Guides for screens: the library on disk, read once, and the step-offs that helped before."""

import asyncio
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.scripts import EarlierStepOff
from desktop.services.clock import Clock
from desktop.services.scripts.shelf import Library
from desktop.services.yaml_files import Problem, ProblemCode

if TYPE_CHECKING:
    from desktop.services.store.local import LocalStore

__all__ = ["Library", "Problem", "ProblemCode", "ScriptLibrary", "Scripts"]

EARLIER = 6
"""How many earlier step-offs a list offers."""


class ScriptLibrary:
    """Reads guides off the loop's thread."""

    @staticmethod
    async def load(
        folder: Path, wording: Path | None = None, reasons: frozenset[str] | None = None
    ) -> Library:
        """Read every guide; `wording` is by default the file beside the folder."""
        return await asyncio.to_thread(_load, folder, wording, reasons)

    @staticmethod
    async def of_documents(
        documents: Sequence[tuple[str, str]], wording: Path, reasons: frozenset[str] | None = None
    ) -> Library:
        """Read guides that the shared database keeps, by name and text."""
        return await asyncio.to_thread(_load_documents, documents, wording, reasons)


def _load_documents(
    documents: Sequence[tuple[str, str]], wording: Path, reasons: frozenset[str] | None
) -> Library:
    from desktop.services.scripts.library import read_documents

    return read_documents(documents, wording, reasons)


def _load(folder: Path, wording: Path | None, reasons: frozenset[str] | None) -> Library:
    from desktop.services.scripts.library import read_folder

    return read_folder(folder, wording or folder.parent / "wording.yaml", reasons)


class Scripts:
    """The use cases of guides."""

    def __init__(
        self,
        folder: Path,
        store: "LocalStore",
        clock: Clock,
        reasons: frozenset[str] | None = None,
    ) -> None:
        self._folder = folder
        self._store = store
        self._clock = clock
        self._reasons = reasons
        self._library: Library | None = None

    async def library(self, *, again: bool = False) -> Library:
        """The guides, read at the first call, and anew when asked to.

        Those of the shared database where there are any, else those on disk.
        """
        if self._library is None or again:
            self._library = await self._read()
        return self._library

    async def _read(self) -> Library:
        from desktop.services.store import documents

        texts = await self._store.read(documents.texts, documents.SCRIPT)
        if texts:
            wording = self._folder.parent / "wording.yaml"
            return await ScriptLibrary.of_documents(texts, wording, self._reasons)
        return await ScriptLibrary.load(self._folder, reasons=self._reasons)

    async def earlier(self, script_id: str, step_id: str) -> tuple[EarlierStepOff, ...]:
        """Step-offs noted before at this step, then elsewhere in this guide; none by name."""
        from desktop.services.store import step_offs

        return await self._store.read(step_offs.earlier, script_id, step_id, EARLIER)

    def zone(self) -> tzinfo:
        """The zone in which times are shown."""
        return self._clock.zone()
