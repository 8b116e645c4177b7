"""The ways of a guide: what leads where, what nothing leads to, and where one goes round."""

from dataclasses import dataclass

from desktop.domain.scripts import Script, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way from a step to another that is there."""

    origin: str
    target: str
    label: str = ""
    """Words of the reaction that leads there; empty: simply what follows."""


def ways(script: Script) -> tuple[Way, ...]:
    """All ways, in the guide's order."""
    return tuple(way for step in script.steps for way in ways_from(script, step))


def ways_from(script: Script, step: Step) -> tuple[Way, ...]:
    """Where the author leads from a step: its reactions, and what follows where one may go on."""
    found = [
        Way(origin=step.id, target=one.to, label=one.label)
        for one in step.reactions
        if one.to and script.step(one.to) is not None
    ]
    led = sum(1 for one in step.reactions if one.to)
    if not step.reactions or led < len(step.reactions):
        following = _following(script, step)
        if following:
            found.append(Way(origin=step.id, target=following))
    return tuple(found)


def unreachable(script: Script) -> tuple[str, ...]:
    """Ids of the steps that nothing leads to, in the guide's order."""
    if not script.steps:
        return ()
    onward = _onward(script)
    found = _from({script.steps[0].id}, onward)
    return tuple(step.id for step in script.steps if step.id not in found)


def endless(script: Script) -> tuple[str, ...]:
    """Ids of the steps from which no end can be reached, in the guide's order.

    An end is a step after which a way leads nowhere: the last one, in most guides.
    """
    ends = {step.id for step in script.steps if is_end(script, step)}
    backward: dict[str, set[str]] = {}
    for origin, targets in _onward(script).items():
        for target in targets:
            backward.setdefault(target, set()).add(origin)
    found = _from(ends, backward)
    return tuple(step.id for step in script.steps if step.id not in found)


def is_end(script: Script, step: Step) -> bool:
    """Whether one may go on from here without being led anywhere.

    A way to a step that is not there is another problem: it counts as an end.
    """
    targets = [one.to for one in step.reactions]
    if any(target and script.step(target) is None for target in targets):
        return True
    simply_on = not targets or not all(targets)
    return simply_on and not _following(script, step)


def _following(script: Script, step: Step) -> str:
    if step.then:
        return step.then if script.step(step.then) is not None else ""
    after = script.position(step.id) + 1
    return script.steps[after].id if after < len(script.steps) else ""


def _onward(script: Script) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for way in ways(script):
        found.setdefault(way.origin, set()).add(way.target)
    return found


def _from(begin: set[str], onward: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(begin)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += onward.get(here, ())
    return found
