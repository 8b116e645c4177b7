"""Published versions of guides: facts that are never changed, and which of them is in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import PersonId, ScriptVersionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptVersion:
    """One version of a guide as a lead published it, whole."""

    id: ScriptVersionId
    script_id: str
    version: int
    """One more than the version that it was written from."""
    person_id: PersonId
    at: datetime
    text: str
    """The guide as YAML, in the shape of `resources/scripts/`."""
    based_on: str = ""
    """Id of the version that it was written from; empty: from the guide that came with the application
    or the shared database, or from nothing."""
    settles: tuple[str, ...] = ()
    """Ids of the other versions that it was picked over."""
    note: str = ""
    """What changed, in the lead's words."""
    retired: bool = False
    """Nobody is offered this guide from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Which versions of one guide count now."""

    heads: tuple[ScriptVersion, ...] = ()
    """Those that nobody wrote from, that were not picked over, and that no document replaced;
    the one in force first. More than one: leads wrote from the same one, and a pick is due.
    """

    @property
    def in_force(self) -> ScriptVersion | None:
        """The version that advisors get; None: what came as a file or a document."""
        return self.heads[0] if self.heads else None

    @property
    def others(self) -> tuple[ScriptVersion, ...]:
        """The heads that are kept and shown, and not in force."""
        return self.heads[1:]


def standing(versions: Iterable[ScriptVersion], document: int = 0) -> Standing:
    """Which of a guide's versions is in force, whatever the order in which they came.

    Versions form a graph by `based_on` and `settles`. Where it has several heads, the line that was
    published first at the place where they part stays in force, so that going on with one of them
    never turns what advisors read. A document (its version; 0: none) that is higher than a head
    replaces it.
    """
    known: dict[str, ScriptVersion] = {one.id: one for one in versions}
    gone = {parent for one in known.values() for parent in _parents(one, known)}
    lines: dict[str, tuple[tuple[datetime, str], ...]] = {}
    # Parents have lower numbers (see `_parents`): each line is there when it is asked for.
    for one in sorted(known.values(), key=lambda each: each.version):
        before = min((lines[parent] for parent in _parents(one, known)), default=())
        lines[one.id] = (*before, (one.at, one.id))
    heads = [one for one in known.values() if one.id not in gone and one.version >= document]
    return Standing(heads=tuple(sorted(heads, key=lambda one: lines[one.id])))


def _parents(one: ScriptVersion, known: Mapping[str, ScriptVersion]) -> list[str]:
    """What it came from, as far as it is here; a number that does not go up is no parent,
    so that damaged facts make no circle.
    """
    return [
        parent
        for parent in (one.based_on, *one.settles)
        if parent in known and known[parent].version < one.version
    ]


def next_number(parents: Iterable[ScriptVersion], least: int = 1) -> int:
    """The number of a version written from these."""
    return max((least, *(one.version + 1 for one in parents)))


def line(one: ScriptVersion, known: Mapping[str, ScriptVersion]) -> tuple[ScriptVersion, ...]:
    """A version, the one that it was written from, and so on: what stands in where a text is damaged."""
    found = [one]
    while (base := known.get(found[-1].based_on)) and base.version < found[-1].version:
        found.append(base)
    return tuple(found)
