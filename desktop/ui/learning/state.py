"""What « Ce que disent les écarts » shows: one frozen picture of it."""

from dataclasses import dataclass

from desktop.domain.learning.facts import ChainMerge
from desktop.domain.learning.lessons import ChainLesson, GuideLesson, StepLesson
from desktop.domain.learning.outcomes import Outcome
from desktop.domain.scripts import Script

WHOLE = "whole"
"""Key of the line that stands for all step-offs of a step together."""


def key_of(chain: ChainLesson) -> str:
    """What tells a chain from the others of its step."""
    return chain.id or f"reason:{chain.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonState:
    """One guide, one step of it, one chain of that step."""

    read: bool = False
    """What there is was read, be it nothing."""
    scripts: tuple[Script, ...] = ()
    """The guides that can be looked at."""
    script: Script | None = None
    lesson: GuideLesson | None = None
    """None: not read yet."""
    failed: bool = False
    step_id: str = ""
    key: str = WHOLE
    undoable: ChainMerge | None = None
    """The merge, or its undo, that can still be taken back."""

    @property
    def step(self) -> StepLesson | None:
        """The step in front."""
        steps = self.lesson.steps if self.lesson else ()
        return next((one for one in steps if one.step_id == self.step_id), None)

    @property
    def chain(self) -> ChainLesson | None:
        """The chain in front; None: all of the step together."""
        chains = self.step.chains if self.step else ()
        return next((one for one in chains if key_of(one) == self.key), None)

    @property
    def outcome(self) -> Outcome | None:
        """How what is in front went; None: too few contacts to tell."""
        if self.chain is not None:
            return self.chain.outcome
        return self.step.outcome if self.step else None

    def others(self) -> tuple[ChainLesson, ...]:
        """The chains of the guide that the one in front could go into, those of its step first."""
        chain, step = self.chain, self.step
        if chain is None or step is None or not chain.id or self.lesson is None:
            return ()
        places = [step, *(one for one in self.lesson.steps if one is not step)]
        found = (one for place in places for one in place.chains)
        return tuple(one for one in found if one.id and one.id != chain.id)
