"""What the editor shows: one frozen picture of the guide being written and of what is wrong in it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop.domain.authoring import checking
from desktop.domain.authoring.checking import Code, Place, Problem
from desktop.domain.authoring.drafts import ScriptDraft, blank
from desktop.domain.scripts import Script, Step
from desktop.ui.kit.saving import Saving


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a guide is checked against: words for missing values, and the reasons there are."""

    fallbacks: Mapping[str, str] = field(default_factory=dict)
    reasons: Collection[str] | None = None
    """None: any code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorState:
    """The whole editor."""

    draft: ScriptDraft | None = None
    step_id: str = ""
    """The step in front; empty: the guide itself, its title, summary and reasons."""
    problems: tuple[Problem, ...] = ()
    saving: Saving = Saving.UNTOUCHED
    can_undo: bool = False
    can_redo: bool = False
    publishing: bool = False
    overtaken: bool = False
    """Somebody published a version since this draft was begun."""
    refused: Problem | None = None
    """What kept the guide from being published, where the checks had found nothing."""
    failed: bool = False
    """The version could not be written to the disk."""

    @property
    def script(self) -> Script:
        """The guide as it stands."""
        return self.draft.script if self.draft else blank()

    @property
    def step(self) -> Step | None:
        """The step in front; None: the guide itself."""
        return self.script.step(self.step_id)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being published."""
        return checking.errors(self.problems)

    @property
    def loud(self) -> tuple[Problem, ...]:
        """Those of the errors that are faults, not fields that wait to be filled."""
        return tuple(one for one in self.errors if not one.quiet)

    def of_step(self, step_id: str) -> tuple[Problem, ...]:
        """What is wrong in that step; "": in the guide itself."""
        return tuple(one for one in self.problems if one.step == step_id)


def refusal(script: Script, field: str, why: str = "") -> Problem:
    """What publishing refused, at a field such as `steps[2].reactions[0].to`."""
    parts = re.findall(r"[^.\[\]]+", field)
    place: Place = tuple(int(one) if one.isdecimal() else one for one in parts)
    code = Code(why) if why in set(Code) else Code.REFUSED
    step = item = ""
    if len(place) > 1 and place[0] == "steps" and isinstance(place[1], int):
        step = script.steps[place[1]].id if place[1] < len(script.steps) else ""
    if step and len(place) > 3 and isinstance(place[3], int):
        lines = getattr(script.step(step), str(place[2]), ())
        item = lines[place[3]].id if place[3] < len(lines) else ""
    return Problem(place=place, code=code, step=step, item=item)
