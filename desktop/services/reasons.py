"""The tree of contact reasons, read from its file."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from desktop.domain.reasons import Reason, codes
from desktop.services.yaml_files import (
    Document,
    Place,
    Problem,
    ProblemCode,
    Reading,
    read,
    read_text,
)

if TYPE_CHECKING:
    from desktop.services.store.local import LocalStore


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Reason(_Shape):
    code: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")
    key: int = Field(ge=1, le=9)
    label: dict[str, str] = Field(min_length=1)
    children: list["_Reason"] = Field(default_factory=list, max_length=9)


class _File(_Shape):
    reasons: list[_Reason] = Field(min_length=1, max_length=9)


async def load(path: Path) -> tuple[tuple[Reason, ...], tuple[Problem, ...]]:
    """The tree, and what keeps it from being used; it is empty when the file is damaged."""
    return await asyncio.to_thread(load_now, path)


async def load_for(
    store: "LocalStore", path: Path
) -> tuple[tuple[Reason, ...], tuple[Problem, ...]]:
    """The tree that the shared database keeps; that of the file where it has none to be used."""
    from desktop.services.store import documents

    for name, text in await store.read(documents.texts, documents.REASONS):
        found, problems = await asyncio.to_thread(_load_text, name, text)
        if found:
            return found, problems
    return await load(path)


def load_now(path: Path) -> tuple[tuple[Reason, ...], tuple[Problem, ...]]:
    """As `load`, in the caller's thread."""
    return _tree(read(path, _File))


def _load_text(name: str, text: str) -> tuple[tuple[Reason, ...], tuple[Problem, ...]]:
    return _tree(read_text(name, text, _File))


def _tree(reading: Reading[_File]) -> tuple[tuple[Reason, ...], tuple[Problem, ...]]:
    if reading.model is None:
        return (), reading.problems
    reasons = tuple(_reason(one) for one in reading.model.reasons)
    problems = _neighbours(reading.document, reading.model.reasons, ("reasons",))
    every = codes(reasons)
    if len(set(every)) < len(every):
        twice = next(code for code in every if every.count(code) > 1)
        problems += (reading.document.problem(("reasons",), ProblemCode.DUPLICATE_ID, twice),)
    return ((), problems) if problems else (reasons, ())


def _reason(shape: _Reason) -> Reason:
    return Reason(
        code=shape.code,
        key=shape.key,
        labels=tuple(shape.label.items()),
        children=tuple(_reason(child) for child in shape.children),
    )


def _neighbours(document: Document, shapes: list[_Reason], place: Place) -> tuple[Problem, ...]:
    """Two neighbours on one digit could not both be picked."""
    found: tuple[Problem, ...] = ()
    keys: set[int] = set()
    for index, shape in enumerate(shapes):
        here = (*place, index)
        if shape.key in keys:
            code = ProblemCode.DUPLICATE_ID
            found += (document.problem((*here, "key"), code, str(shape.key)),)
        keys.add(shape.key)
        found += _neighbours(document, shape.children, (*here, "children"))
    return found
