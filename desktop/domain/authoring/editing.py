"""Edits of a guide that may be incomplete: each gives the guide after it, and breaks no way.

A step, question, check, reaction or suggestion that is not there raises `Invalid`, naming the field.
"""

from collections.abc import Collection
from dataclasses import replace

from desktop.domain.authoring.naming import provisional
from desktop.domain.errors import Invalid
from desktop.domain.scripts import Law, Script, Step, Suggestion


def add_step(script: Script, after: str = "", title: str = "") -> tuple[Script, str]:
    """A new step after that one ("": at the end), and its id."""
    place = _place(script, after) + 1 if after else len(script.steps)
    step = Step(id=provisional(_ids(script)), title=title, intention="", say="")
    return _inserted(script, place, step), step.id


def duplicate_step(script: Script, step_id: str) -> tuple[Script, str]:
    """The step a second time, right after itself, and the id of the second.

    Suggestions stay with the step that their authors stepped off at.
    """
    place = _place(script, step_id)
    twin = replace(script.steps[place], id=provisional(_ids(script)), suggestions=())
    return _inserted(script, place + 1, twin), twin.id


def remove_step(script: Script, step_id: str) -> Script:
    """Without that step: what led to it simply goes on to what follows."""
    _place(script, step_id)
    kept = tuple(_let_go(step, step_id) for step in script.steps if step.id != step_id)
    return replace(script, steps=kept)


def move_step(script: Script, step_id: str, place: int) -> Script:
    """The step at that place, from 0; beyond an end it stays at the end."""
    step = script.steps[_place(script, step_id)]
    others = tuple(one for one in script.steps if one.id != step_id)
    return _inserted(replace(script, steps=others), place, step)


def put_step(script: Script, step: Step) -> Script:
    """The guide with this step in the place of the one of its id."""
    place = _place(script, step.id)
    return replace(script, steps=(*script.steps[:place], step, *script.steps[place + 1 :]))


def lead_on(script: Script, step_id: str, to: str) -> Script:
    """Let another step than the next one follow; "" for the next one."""
    _target(script, to)
    return put_step(script, replace(the_step(script, step_id), then=to))


def set_law(script: Script, step_id: str, law: Law | None) -> Script:
    """Say that the law asks for the step, and why; None: it does not."""
    return put_step(script, replace(the_step(script, step_id), law=law))


def add_suggestion(script: Script, step_id: str, suggestion: Suggestion) -> Script:
    """Make a step-off that helped a part of the step; one of its id is put in its place."""
    step = the_step(script, step_id)
    if any(one.id == suggestion.id for one in step.suggestions):
        kept = tuple(suggestion if one.id == suggestion.id else one for one in step.suggestions)
    else:
        kept = (*step.suggestions, suggestion)
    return put_step(script, replace(step, suggestions=kept))


def the_step(script: Script, step_id: str) -> Step:
    """The step of that id; raises `Invalid` when the guide has none."""
    return script.steps[_place(script, step_id)]


def _let_go(step: Step, gone: str) -> Step:
    return replace(
        step,
        then="" if step.then == gone else step.then,
        reactions=tuple(replace(one, to="") if one.to == gone else one for one in step.reactions),
    )


def _inserted(script: Script, place: int, step: Step) -> Script:
    place = min(max(place, 0), len(script.steps))
    return replace(script, steps=(*script.steps[:place], step, *script.steps[place:]))


def _place(script: Script, step_id: str) -> int:
    place = script.position(step_id)
    if place < 0:
        raise Invalid("step", step_id)
    return place


def _target(script: Script, to: str) -> None:
    if to:
        _place(script, to)


def _ids(script: Script) -> Collection[str]:
    """Ids in use, and those that something still leads to: a new step must not become its end."""
    leading = {one.to for step in script.steps for one in step.reactions}
    return {step.id for step in script.steps} | leading | {step.then for step in script.steps}
