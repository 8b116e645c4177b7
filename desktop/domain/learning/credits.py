"""Whose step-off became a suggestion: asked of its authors alone, and told if they agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.ids import StepOffId, SuggestionId
from desktop.domain.learning.lessons import Learned
from desktop.domain.scripts import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Authored:
    """A suggestion that came from a chain in which somebody said something of their own."""

    suggestion_id: SuggestionId
    words: str
    """Of the suggestion, as the guide has it."""
    said: str
    """What they had noted themselves."""
    script_title: str
    step_title: str
    chain_id: str = ""
    """The chain that it came from, as the guide names it."""
    agreed: bool | None = None
    """None: not asked yet, or not answered."""


def authored(
    script: Script,
    own: Mapping[StepOffId, str],
    learned: Learned,
    said: Mapping[tuple[SuggestionId, str], bool],
) -> tuple[Authored, ...]:
    """The suggestions of a guide of which somebody is an author, in the order of its steps.

    `own`: their step-offs in their own words. Who took up another's words is no author of them.
    `said`: what they answered, by suggestion and the chain that it came from.
    """
    mine = {learned.chain_of(one): words for one, words in own.items()}
    return tuple(
        Authored(
            suggestion_id=one.id,
            words=one.words,
            said=mine[learned.chain_of(StepOffId(one.chain))],
            script_title=script.title,
            step_title=step.title,
            chain_id=one.chain,
            agreed=said.get((one.id, one.chain)),
        )
        for step in script.steps
        for one in step.suggestions
        if one.chain and learned.chain_of(StepOffId(one.chain)) in mine
    )


def unanswered(found: Iterable[Authored], later: Iterable[str]) -> tuple[Authored, ...]:
    """Those to ask about now; `later` holds ids that somebody put off."""
    off = set(later)
    return tuple(one for one in found if one.agreed is None and one.suggestion_id not in off)
