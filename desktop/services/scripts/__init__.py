"""Guides for screens: the library on disk, read once, and the step-offs that helped before."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.authoring.guides import Guide, Origin
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import EarlierStepOff, Script, Step
from desktop.services.clock import Clock
from desktop.services.scripts.publishing import publish
from desktop.services.scripts.shelf import Library
from desktop.services.scripts.texts import Texts
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
        self._wanted = self._known = 0
        self._texts = Texts(folder.parent / "wording.yaml", reasons)

    async def library(self, *, again: bool = False) -> Library:
        """The guides in force, read at the first call, and anew when asked to.

        What came (those of the shared database where there are any, else those on disk), under the
        versions that leads published.
        """
        if self._library is None or again or self._known != self._wanted:
            wanted = self._wanted
            earlier = self._library.earlier if self._library else ()
            self._library = replace(await self._read(), earlier=earlier)
            self._known = wanted
        return self._library

    def forget(self) -> None:
        """Something was published: whoever asks next is told of it, though the reader before leaves."""
        self._wanted += 1

    async def at(self, script_id: str, version: int) -> Library:
        """The library, with the version in which a contact was begun, where it is still known."""
        from desktop.services.store import authoring

        library = await self.library()
        if (now := library.at(script_id, version)) and now.version == version:
            return library
        for one in await self._store.read(authoring.numbered, script_id, version):
            script, _ = await self.read_version(one)
            if script is not None:
                kept = replace(self._library or library, earlier=(*library.earlier, script))
                self._library = kept
                return kept
        return library

    def title(self, script_id: str) -> str:
        """A guide's title as it is now; "" for one that is not known, or before any was read."""
        found = self._library.script(script_id) if self._library else None
        return found.title if found else ""

    async def guides(self) -> tuple[Guide, ...]:
        """All guides, the retired ones too, as they stand at this moment."""
        return (await self.library(again=True)).guides

    async def read_version(self, one: ScriptVersion) -> tuple[Script | None, tuple[Problem, ...]]:
        """The guide of a version; its number and id are the fact's, whatever its text says."""
        script, problems = await self._texts.read(f"{one.script_id} ({one.version})", one.text)
        known = script and replace(script, id=one.script_id, version=one.version)
        return known, problems

    async def read_file(self, path: Path) -> tuple[Script | None, tuple[Problem, ...]]:
        """The guide of a file that a person chose, or all that is wrong in it."""
        return await self._texts.read_file(path)

    async def to_text(self, script: Script) -> str:
        """The guide as YAML, in the shape of those that ship."""
        return await self._texts.write(script)

    async def _read(self) -> Library:
        from desktop.services.store import authoring, documents

        texts = await self._store.read(documents.texts, documents.SCRIPT)
        if texts:
            wording = self._folder.parent / "wording.yaml"
            came = await ScriptLibrary.of_documents(texts, wording, self._reasons)
        else:
            came = await ScriptLibrary.load(self._folder, reasons=self._reasons)
        return await publish(
            came,
            Origin.DOCUMENT if texts else Origin.FILE,
            await self._store.read(authoring.outlines),
            texts=lambda ids: self._store.read(authoring.whole, ids),
            read=self.read_version,
        )

    async def earlier(self, script_id: str, step_id: str) -> tuple[EarlierStepOff, ...]:
        """Step-offs noted before at this step, then elsewhere in this guide; none by name."""
        from desktop.services.store import step_offs

        return await self._store.read(step_offs.earlier, script_id, step_id, EARLIER)

    async def credits(self, step: Step) -> dict[SuggestionId, tuple[str, ...]]:
        """Names of the authors who agreed to be named at the step's suggestions."""
        from desktop.services.store import learning

        found = step.suggestions
        return await self._store.read(learning.credited, found) if found else {}

    def zone(self) -> tzinfo:
        """The zone in which times are shown."""
        return self._clock.zone()
