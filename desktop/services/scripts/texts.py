"""Texts of guides read and written off the loop's thread, each text read once."""

import asyncio
from pathlib import Path

from desktop.domain.scripts import Script
from desktop.services.yaml_files import Problem

KEPT = 200
"""How many texts are remembered as read: a library is read again at each change of one guide."""

Found = tuple[Script | None, tuple[Problem, ...]]


class Texts:
    """`wording`: the file of words that stand in for missing values; `reasons` None: any code."""

    def __init__(self, wording: Path, reasons: frozenset[str] | None) -> None:
        self._wording = wording
        self._reasons = reasons
        self._fallbacks: dict[str, str] | None = None
        self._known: dict[tuple[str, str], Found] = {}

    async def read(self, name: str, text: str) -> Found:
        """The guide of a text, which problems call by this name."""
        key = (name, text)
        if key not in self._known:
            found = await asyncio.to_thread(self._read, name, text)
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[key] = found
        return self._known[key]

    async def read_file(self, path: Path) -> Found:
        """The guide of a file."""
        return await asyncio.to_thread(self._read_file, path)

    async def write(self, script: Script) -> str:
        """A guide as YAML."""
        return await asyncio.to_thread(self._write, script)

    def _read(self, name: str, text: str) -> Found:
        from desktop.services.scripts.library import read_script_text

        return read_script_text(name, text, self._words(), self._reasons)

    def _read_file(self, path: Path) -> Found:
        from desktop.services.scripts.library import read_script

        return read_script(path, self._words(), self._reasons)

    def _write(self, script: Script) -> str:
        from desktop.services.scripts.writing import to_yaml

        return to_yaml(script)

    def _words(self) -> dict[str, str]:
        if self._fallbacks is None:
            from desktop.services.scripts.library import read_wording

            wording, _ = read_wording(self._wording)
            self._fallbacks = dict(wording.fallbacks)
        return self._fallbacks
