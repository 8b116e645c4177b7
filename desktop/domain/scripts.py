"""Guides: what one may say and check, step by step, and where an advisor stands in one."""

import unicodedata
from dataclasses import dataclass, replace

from desktop.domain.contacts import GuideRun, StepOffReason
from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.ids import StepOffId, SuggestionId
from desktop.domain.learning.intervals import Share
from desktop.domain.reasons import family


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that one may ask."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something to verify, which can be ticked."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What the customer may answer, and the step that it leads to (empty: simply the next)."""

    id: str
    label: str
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Why the law asks for a step, and where it says so."""

    why: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A step-off that helped and that a lead made part of the step."""

    id: SuggestionId
    words: str
    chain: str = ""
    """First step-off of the chain that it came from; empty: written by the lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a guide."""

    id: str
    title: str
    intention: str
    say: str
    questions: tuple[Question, ...] = ()
    checks: tuple[Check, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    then: str = ""
    """Step that follows; empty: the next in the guide's order."""
    law: Law | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A guide, in one published version."""

    id: str
    version: int
    title: str
    summary: str
    reasons: tuple[str, ...]
    """Codes of the contact reasons for which it is suggested."""
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step | None:
        """The step of that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def position(self, step_id: str) -> int:
        """Place of the step in the guide's order, from 0; -1 when it has none."""
        return next((n for n, step in enumerate(self.steps) if step.id == step_id), -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOffTaken:
    """What an advisor says when stepping off; the contact makes a fact of it."""

    script_id: str
    step_id: str
    reason: StepOffReason
    words: str = ""
    earlier_id: StepOffId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierStepOff:
    """A chain of step-offs that others tried before in this guide: counts, never names."""

    id: StepOffId
    """The one whose words are shown, to which a new one refers."""
    chains: tuple[StepOffId, ...]
    """The first of the chain, by which a suggestion names it, and of those put into it."""
    reason: StepOffReason
    words: str
    here: bool = True
    """It was tried at this step; else at another one of the guide."""
    count: int = 0
    """How often it was tried; 0: too few times to say."""
    helped: Share | None = None
    """Contacts in which it helped among those judged; None: too few of them."""

    @property
    def rate(self) -> int | None:
        """Share that helped among those judged, in percent; None while too few have judged."""
        return round(100 * self.helped.rate) if self.helped else None

    @property
    def sure(self) -> float:
        """The lower bound of the rate's interval; below 0 while nothing can be told."""
        return self.helped.interval.low if self.helped else -1.0


def start(script: Script) -> GuideRun:
    """Stand on the first step."""
    first = script.steps[0].id
    return GuideRun(script_id=script.id, version=script.version, step_id=first, path=(first,))


def go(script: Script, run: GuideRun, step_id: str) -> GuideRun:
    """Stand on any step, at any time; raises `Invalid` for a step that the guide lacks."""
    _known(script, step_id)
    if step_id == run.step_id:
        return run
    return replace(run, step_id=step_id, path=(*run.path, step_id))


def next_step(script: Script, run: GuideRun) -> Step | None:
    """Where one would go on to: where the reaction leads, else the step that follows."""
    step = script.step(run.step_id)
    if step is None:
        return None
    reaction = picked(step, run)
    target = (reaction.to if reaction else "") or step.then
    if target:
        return script.step(target)
    following = script.position(step.id) + 1
    return script.steps[following] if following < len(script.steps) else None


def forward(script: Script, run: GuideRun) -> GuideRun:
    """Go on; on a last step, stay there."""
    step = next_step(script, run)
    return go(script, run, step.id) if step else run


def back(run: GuideRun) -> GuideRun:
    """Return to the step visited before; on the first one, stay there."""
    if len(run.path) < 2:
        return run
    path = run.path[:-1]
    return replace(run, path=path, step_id=path[-1])


def answer(script: Script, run: GuideRun, step_id: str, reaction_id: str) -> GuideRun:
    """Note a reaction, in the place of the one noted before for that step."""
    step = _known(script, step_id)
    if all(reaction.id != reaction_id for reaction in step.reactions):
        raise Invalid("reaction", reaction_id)
    kept = tuple(pair for pair in run.answers if pair[0] != step_id)
    return replace(run, answers=(*kept, (step_id, reaction_id)))


def picked(step: Step, run: GuideRun) -> Reaction | None:
    """The reaction noted for the step; the last one wins."""
    noted = dict(run.answers).get(step.id)
    return next((reaction for reaction in step.reactions if reaction.id == noted), None)


def tick(script: Script, run: GuideRun, step_id: str, check_id: str) -> GuideRun:
    """Tick a check, or take the tick off."""
    step = _known(script, step_id)
    if all(check.id != check_id for check in step.checks):
        raise Invalid("check", check_id)
    mark = f"{step_id}/{check_id}"
    if mark in run.checked:
        return replace(run, checked=tuple(other for other in run.checked if other != mark))
    return replace(run, checked=(*run.checked, mark))


def decline(script: Script, run: GuideRun, step_id: str, why: str) -> GuideRun:
    """Refuse a step that the law asks for, and say why; raises `Incomplete` without a reason."""
    if _known(script, step_id).law is None:
        raise Invalid("step", step_id)
    if not why.strip():
        raise Incomplete("why")
    kept = tuple(pair for pair in run.declined if pair[0] != step_id)
    return replace(run, declined=(*kept, (step_id, why.strip())))


def resume(run: GuideRun, step_id: str) -> GuideRun:
    """Take back the refusal of a step."""
    return replace(run, declined=tuple(pair for pair in run.declined if pair[0] != step_id))


def step_off(
    run: GuideRun | None,
    reason: StepOffReason,
    words: str = "",
    earlier_id: StepOffId | None = None,
) -> StepOffTaken:
    """Step off where one stands; without a guide too, one may say what one did."""
    return StepOffTaken(
        script_id=run.script_id if run else "",
        step_id=run.step_id if run else "",
        reason=reason,
        words=words.strip(),
        earlier_id=earlier_id,
    )


def settle(script: Script, run: GuideRun) -> GuideRun:
    """The run as this version of the guide can hold it: what it no longer has is let go."""
    path = tuple(step_id for step_id in run.path if script.step(step_id))
    if script.step(run.step_id) is None:
        path = path or (script.steps[0].id,)
    elif not path or path[-1] != run.step_id:
        path = (*path, run.step_id)
    marks = {f"{step.id}/{check.id}" for step in script.steps for check in step.checks}
    reactions = {(step.id, one.id) for step in script.steps for one in step.reactions}
    lawful = {step.id for step in script.steps if step.law}
    return GuideRun(
        script_id=script.id,
        version=script.version,
        step_id=path[-1],
        path=path,
        answers=tuple(dict(pair for pair in run.answers if pair in reactions).items()),
        checked=tuple(mark for mark in run.checked if mark in marks),
        declined=tuple(pair for pair in run.declined if pair[0] in lawful),
        words=run.words,
    )


def suggest(scripts: tuple[Script, ...], reason: str) -> tuple[Script, ...]:
    """Guides for this reason first, then those of its family, by title; none when there is none."""
    if not reason:
        return ()
    exact = [one for one in scripts if reason in one.reasons]
    near = [
        one
        for one in scripts
        if one not in exact and any(family(code) == family(reason) for code in one.reasons)
    ]
    return (*_by_title(exact), *_by_title(near))


def _by_title(scripts: list[Script]) -> list[Script]:
    return sorted(scripts, key=lambda one: unicodedata.normalize("NFKD", one.title.casefold()))


def _known(script: Script, step_id: str) -> Step:
    step = script.step(step_id)
    if step is None:
        raise Invalid("step", step_id)
    return step
