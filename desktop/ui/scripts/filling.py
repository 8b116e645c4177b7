"""Makes the pane's picture from the contact, the library of guides and where one stands."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain import scripts, wording
from desktop.domain.contacts import GuideRun
from desktop.domain.customers import Civility
from desktop.domain.scripts import Script, Step
from desktop.domain.wording import Wording
from desktop.services.scripts import Library
from desktop.ui.scripts.state import Filling, GuideContext, GuideState, Mark, Stage, StepMark


def picture(context: GuideContext, library: Library, run: GuideRun | None) -> GuideState:
    """The state for a contact; a guide that can no longer be read leaves the choice open."""
    civility = context.customer.civility if context.customer else Civility.NONE
    script = library.at(run.script_id, run.version) if run else None
    suggested = scripts.suggest(library.scripts, context.reason)
    shared = GuideState(
        stage=Stage.CHOOSING,
        contact_id=context.contact_id,
        civility=civility,
        suggested=suggested,
        others=tuple(one for one in library.scripts if one not in suggested),
        problems=library.problems,
        step_offs=context.step_offs,
    )
    if run is None:
        return shared
    if script is None:
        return replace(shared, missing=run.script_id, words=run.words)
    return _guided(shared, context, library.wording, (script, scripts.settle(script, run)))


def _guided(
    state: GuideState, context: GuideContext, words: Wording, place: tuple[Script, GuideRun]
) -> GuideState:
    script, run = place
    step = script.step(run.step_id)
    put_in = filling(context, words)
    return replace(
        state,
        stage=Stage.GUIDED,
        script=script,
        run=run,
        step=filled(step, put_in.fill) if step else None,
        raw=step.say if step else "",
        filling=put_in,
        contract=wording.main_contract(context.contracts),
        marks=marks(script, run),
        following=scripts.next_step(script, run),
        can_back=len(run.path) > 1,
        words=run.words,
    )


def marks(script: Script, run: GuideRun) -> tuple[StepMark, ...]:
    """The row of steps: those visited are done, those refused are skipped."""
    refused = dict(run.declined)
    found = []
    for step in script.steps:
        if step.id == run.step_id:
            mark = Mark.CURRENT
        elif step.id in refused:
            mark = Mark.SKIPPED
        else:
            mark = Mark.DONE if step.id in run.path else Mark.NEXT
        found.append(StepMark(id=step.id, title=step.title, mark=mark))
    return tuple(found)


def filling(context: GuideContext, words: Wording) -> Filling:
    """What the variables stand for in this contact."""
    values = wording.values_for(words, context.customer, context.contracts, context.advisor)
    return Filling(values=tuple(values.items()), fallbacks=words.fallbacks)


def filled(step: Step, fill: Callable[[str], str]) -> Step:
    """The step with every text filled from the customer."""
    return replace(
        step,
        intention=fill(step.intention),
        say=fill(step.say),
        questions=tuple(replace(one, text=fill(one.text)) for one in step.questions),
        checks=tuple(replace(one, label=fill(one.label)) for one in step.checks),
        reactions=tuple(replace(one, label=fill(one.label)) for one in step.reactions),
        suggestions=tuple(replace(one, words=fill(one.words)) for one in step.suggestions),
    )
