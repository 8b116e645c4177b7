"""What is in force: guides as they came, under the versions that leads published."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from desktop.domain.authoring.guides import Guide, Origin
from desktop.domain.authoring.versions import ScriptVersion, line, standing
from desktop.domain.scripts import Script
from desktop.services.scripts.shelf import Library
from desktop.services.yaml_files import Problem

Texts = Callable[[Sequence[str]], Awaitable[tuple[ScriptVersion, ...]]]
"""Gives these versions with their texts."""
Read = Callable[[ScriptVersion], Awaitable[tuple[Script | None, tuple[Problem, ...]]]]
"""Reads the text of a version."""


async def publish(
    came: Library, origin: Origin, outlines: Iterable[ScriptVersion], *, texts: Texts, read: Read
) -> Library:
    """The library that advisors get: one damaged version stops no guide, it is told."""
    of_script: defaultdict[str, list[ScriptVersion]] = defaultdict(list)
    for one in outlines:
        of_script[one.script_id].append(one)
    order = dict.fromkeys([*(one.id for one in came.scripts), *sorted(of_script)])
    guides, problems = [], list(came.problems)
    for script_id in order:
        guide = _begun(script_id, came, origin, of_script[script_id])
        guide, slips = await _read(guide, of_script[script_id], texts, read)
        guides.append(guide)
        problems += slips
    return replace(
        came,
        scripts=tuple(one.script for one in guides if one.script and not one.retired),
        problems=tuple(problems),
        guides=tuple(guides),
    )


def _begun(script_id: str, came: Library, origin: Origin, versions: list[ScriptVersion]) -> Guide:
    script = came.script(script_id)
    return Guide(
        id=script_id,
        script=script,
        origin=origin,
        came=script,
        came_from=origin,
        standing=standing(versions, script.version if script else 0),
    )


async def _read(
    guide: Guide, versions: list[ScriptVersion], texts: Texts, read: Read
) -> tuple[Guide, tuple[Problem, ...]]:
    """With the text in force, or the nearest one before it that can be read."""
    head = guide.standing.in_force
    if head is None:
        return guide, ()
    told: tuple[Problem, ...] = ()
    for outline in line(head, {one.id: one for one in versions}):
        for whole in await texts((outline.id,)):
            script, problems = await read(whole)
            told = told or problems
            if script is not None:
                found = replace(guide, script=script, origin=Origin.VERSION, version_id=whole.id)
                return replace(found, damaged=whole.id != head.id), told
    return replace(guide, damaged=True), told
