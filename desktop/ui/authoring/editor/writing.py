"""The edits of a step and of the guide itself, each of them one verb."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.authoring import editing, items, limits
from desktop.domain.authoring.items import Items
from desktop.domain.scripts import Law, Step
from desktop.ui.authoring.editor.viewmodel import EditorViewModel


class GuideWriting:
    """Edits of the guide itself, and of which steps it has."""

    def __init__(self, model: EditorViewModel) -> None:
        self._model = model

    def set_title(self, title: str) -> None:
        """Call the guide otherwise."""
        self._model.apply(replace(self._model.state.script, title=title), "title")

    def set_summary(self, summary: str) -> None:
        """Say otherwise what it is for."""
        self._model.apply(replace(self._model.state.script, summary=summary), "summary")

    def leave(self, field: str) -> None:
        """Go on from a field of the guide itself."""
        self._model.leave_field("", "", field)

    def set_reasons(self, reasons: Sequence[str]) -> None:
        """Offer it for these contact reasons."""
        self._model.apply(replace(self._model.state.script, reasons=tuple(reasons)))

    def add_step(self) -> None:
        """Add a step after the one in front, and show it."""
        state = self._model.state
        if len(state.script.steps) < limits.STEPS:
            script, new = editing.add_step(state.script, state.step_id)
            self._model.apply(script, select=new)

    def duplicate_step(self) -> None:
        """Add the step in front a second time, and show the second."""
        state = self._model.state
        if state.step and len(state.script.steps) < limits.STEPS:
            script, new = editing.duplicate_step(state.script, state.step_id)
            self._model.apply(script, select=new)

    def remove_step(self) -> None:
        """Take the step in front out, and show its neighbour; undo brings it back with its ways."""
        state = self._model.state
        if state.step is None:
            return
        place = state.script.position(state.step_id)
        script = editing.remove_step(state.script, state.step_id)
        near = script.steps[min(place, len(script.steps) - 1)].id if script.steps else ""
        self._model.apply(script, select=near)

    def move_step(self, step_id: str, place: int) -> None:
        """Put a step at that place, from 0."""
        script = self._model.state.script
        if script.step(step_id) is not None:
            self._model.apply(editing.move_step(script, step_id, place), select=step_id)

    def shift_step(self, by: int) -> None:
        """Move the step in front up or down."""
        state = self._model.state
        place = state.script.position(state.step_id) + by
        if state.step and 0 <= place < len(state.script.steps):
            self.move_step(state.step_id, place)


class StepWriting:
    """Edits of the step in front; without one they do nothing."""

    def __init__(self, model: EditorViewModel) -> None:
        self._model = model

    def set_title(self, title: str) -> None:
        """Call the step otherwise; what leads to it still does."""
        if step := self._step:
            self._put(replace(step, title=title), "title")

    def set_intention(self, intention: str) -> None:
        """Say otherwise what the step is for."""
        if step := self._step:
            self._put(replace(step, intention=intention), "intention")

    def set_say(self, say: str) -> None:
        """Suggest other words."""
        if step := self._step:
            self._put(replace(step, say=say), "say")

    def leave(self, field: str, item_id: str = "") -> None:
        """Go on from a field of the step, or of one of its lines."""
        if step := self._step:
            self._model.leave_field(step.id, item_id, field)

    def set_then(self, to: str) -> None:
        """Let that step follow; "": the next one."""
        if step := self._step:
            self._model.apply(editing.lead_on(self._model.state.script, step.id, to))

    def set_law(self, law: Law | None, field: str = "") -> None:
        """Say why the law asks for the step, or that it does not; `field` is the one typed in."""
        if step := self._step:
            mark = f"{step.id}.law.{field}" if field else ""
            self._model.apply(editing.set_law(self._model.state.script, step.id, law), mark)

    def add(self, kind: Items) -> str:
        """Add a line to one of the step's lists; its id, "" when the list is full."""
        step = self._step
        if step is None or len(items.items_of(step, kind)) >= items.MOST[kind]:
            return ""
        script, new = items.add_item(self._model.state.script, step.id, kind)
        self._model.apply(script)
        return new

    def word(self, kind: Items, item_id: str, words: str) -> None:
        """Put a line otherwise."""
        if step := self._step:
            script = items.word_item(self._model.state.script, step.id, kind, item_id, words)
            self._model.apply(script, f"{step.id}.{kind}.{item_id}")

    def lead(self, reaction_id: str, to: str) -> None:
        """Let a reaction lead to that step; "": to what follows."""
        if step := self._step:
            script = items.lead_reaction(self._model.state.script, step.id, reaction_id, to)
            self._model.apply(script)

    def move(self, kind: Items, item_id: str, place: int) -> None:
        """Put a line at that place, from 0."""
        if step := self._step:
            script = items.move_item(self._model.state.script, step.id, kind, item_id, place)
            self._model.apply(script)

    def remove(self, kind: Items, item_id: str) -> None:
        """Take a line out."""
        if step := self._step:
            script = items.remove_item(self._model.state.script, step.id, kind, item_id)
            self._model.apply(script)

    @property
    def _step(self) -> Step | None:
        return self._model.state.step

    def _put(self, step: Step, field: str) -> None:
        script = editing.put_step(self._model.state.script, step)
        self._model.apply(script, f"{step.id}.{field}")
