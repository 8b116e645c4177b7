"""What the guide's pane shows: one frozen picture of it, and what it is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from enum import StrEnum

from desktop.domain import wording
from desktop.domain.contacts import GuideRun, StepOff
from desktop.domain.customers import Civility, Contract, Customer
from desktop.domain.ids import ContactId, SuggestionId
from desktop.domain.scripts import EarlierStepOff, Script, Step
from desktop.services.yaml_files import Problem


class Stage(StrEnum):
    """Which of its faces the pane shows."""

    NOBODY = "nobody"
    """No contact is under way."""
    LOADING = "loading"
    CHOOSING = "choosing"
    """No guide is followed; some may be suggested."""
    GUIDED = "guided"


class Mark(StrEnum):
    """Where a step stands."""

    DONE = "done"
    CURRENT = "current"
    NEXT = "next"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideContext:
    """The contact on screen, as far as a guide needs to know it."""

    contact_id: ContactId
    customer: Customer | None = None
    contracts: tuple[Contract, ...] = ()
    advisor: str = ""
    """Full name of who serves."""
    reason: str = ""
    guide: GuideRun | None = None
    step_offs: tuple[StepOff, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What the variables of a text stand for, with this customer and this advisor."""

    values: tuple[tuple[str, str], ...] = ()
    fallbacks: tuple[tuple[str, str], ...] = ()
    """Words that stand in for a value that is missing."""

    def fill(self, text: str) -> str:
        """The text with its variables filled, its marks of weight kept."""
        return wording.fill(text, dict(self.values), dict(self.fallbacks))


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """One step in the row of steps."""

    id: str
    title: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideState:
    """The whole pane."""

    stage: Stage = Stage.NOBODY
    failed: bool = False
    """The guides could not be read at all."""
    contact_id: ContactId | None = None
    civility: Civility = Civility.NONE
    script: Script | None = None
    run: GuideRun | None = None
    step: Step | None = None
    """The step at hand, its words filled from the customer."""
    raw: str = ""
    """What one may say at this step, as the guide has it: its variables not filled."""
    filling: Filling = field(default_factory=Filling)
    contract: Contract | None = None
    """The customer's contract that the words of the guide speak of."""
    marks: tuple[StepMark, ...] = ()
    following: Step | None = None
    can_back: bool = False
    suggested: tuple[Script, ...] = ()
    others: tuple[Script, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: str = ""
    """Id of the guide that this contact followed and that can no longer be read."""
    step_offs: tuple[StepOff, ...] = ()
    earlier: tuple[EarlierStepOff, ...] = ()
    credits: Mapping[SuggestionId, tuple[str, ...]] = field(default_factory=dict)
    """Names of authors who agreed to be named, by suggestion of this step."""
    words: str = ""
    """Words begun for a step-off and not yet noted."""
    zone: tzinfo = UTC

    @property
    def reason(self) -> str:
        """The contact reason that the guide stands for; empty without a guide."""
        return self.script.reasons[0] if self.script else ""

    def title_of(self, step_id: str) -> str:
        """Title of one of the guide's steps; empty when it has no such step."""
        step = self.script.step(step_id) if self.script else None
        return step.title if step else ""
