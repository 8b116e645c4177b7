"""The standards in force: those of the shared database, else those of the file."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.standards import Standards
from desktop.services.yaml_files import Problem

if TYPE_CHECKING:
    from desktop.services.store.local import LocalStore


async def in_force(store: "LocalStore", path: Path) -> Standards | None:
    """As `load_for`, for who only wants to know by what to go; None where nothing can be used."""
    found, _problems = await load_for(store, path)
    return found


async def load(path: Path) -> tuple[Standards | None, tuple[Problem, ...]]:
    """The standards of a file, or what keeps them from being used."""
    return await asyncio.to_thread(load_now, path)


async def load_for(store: "LocalStore", path: Path) -> tuple[Standards | None, tuple[Problem, ...]]:
    """The standards that the shared database keeps; those of the file where it has none to be used."""
    from desktop.services.store import documents

    for name, text in await store.read(documents.texts, documents.STANDARDS):
        found, problems = await asyncio.to_thread(_load_text, name, text)
        if found is not None:
            return found, problems
    return await load(path)


def load_now(path: Path) -> tuple[Standards | None, tuple[Problem, ...]]:
    """As `load`, in the caller's thread."""
    from desktop.services.standards.shape import StandardsShape, standards_of
    from desktop.services.yaml_files import read

    return standards_of(read(path, StandardsShape))


def of_text(name: str, text: str) -> Standards | None:
    """The standards of a document, in the caller's thread; None where they cannot be used."""
    return _load_text(name, text)[0]


def _load_text(name: str, text: str) -> tuple[Standards | None, tuple[Problem, ...]]:
    from desktop.services.standards.shape import StandardsShape, standards_of
    from desktop.services.yaml_files import read_text

    return standards_of(read_text(name, text, StandardsShape))
