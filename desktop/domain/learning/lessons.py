"""What a lead reads of a guide: each step with its chains, how they went, and what came of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.contacts import StepOffReason
from desktop.domain.ids import ContactId, StepOffId, SuggestionId
from desktop.domain.learning.chains import Chain, Merged, Trace, top
from desktop.domain.learning.outcomes import ContactOutcome, GuideTotals, Outcome, outcome
from desktop.domain.learning.withholding import withhold
from desktop.domain.scripts import Script, Step, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What is known of the step-offs of one guide; nothing in it says whose they were."""

    chains: tuple[Chain, ...] = ()
    outcomes: Mapping[ContactId, ContactOutcome] = field(default_factory=dict)
    totals: GuideTotals = field(default_factory=GuideTotals)
    first_of: Mapping[StepOffId, StepOffId] = field(default_factory=dict)
    """The first step-off of each one's own chain, before merges."""
    merged: Merged = field(default_factory=dict)
    since: datetime | None = None
    """What is older was not read: there is too much of it. None: all was read."""

    def chain_of(self, step_off_id: StepOffId) -> StepOffId:
        """The chain in which a step-off counts, after all merges."""
        return top(self.first_of.get(step_off_id, step_off_id), self.merged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A chain that a lead put into another one."""

    id: StepOffId
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLesson:
    """One chain, and how it went."""

    id: StepOffId
    """Its first step-off; empty where they said nothing (see `Chain.by_reason`)."""
    reason: StepOffReason
    words: str
    outcome: Outcome | None
    """None: of fewer than five contacts."""
    parts: tuple[Part, ...] = ()
    suggestion_id: SuggestionId | None = None
    """The suggestion of this guide that came from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLesson:
    """One step, all that was tried at it together, and chain by chain."""

    step_id: str
    title: str
    """Empty: the guide no longer has this step."""
    outcome: Outcome | None
    """None: of fewer than five contacts, or nobody stepped off here, or it would tell of a chain of fewer."""
    chains: tuple[ChainLesson, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideLesson:
    """All steps in the guide's order, then those that it had once."""

    script_id: str
    contacts: int
    """That ran the guide and are known here."""
    steps: tuple[StepLesson, ...] = ()
    since: datetime | None = None
    """From when on all of this is counted; None: from the beginning."""


def lesson(script: Script, learned: Learned) -> GuideLesson:
    """What was learned of a guide, step by step."""
    at_step: dict[str, list[Chain]] = defaultdict(list)
    tried: dict[str, list[Trace]] = defaultdict(list)
    for chain in learned.chains:
        at_step[chain.step_id].append(chain)
        for trace in chain.traces:
            tried[trace.step_id].append(trace)
    known = {step.id for step in script.steps}
    gone = sorted((at_step.keys() | tried.keys()) - known)
    steps = [(step.id, step) for step in script.steps]
    places: list[tuple[str, Step | None]] = [*steps, *((one, None) for one in gone)]
    grown = _grown(script, learned)
    told = _steps(tried, learned)
    return GuideLesson(
        script_id=script.id,
        contacts=learned.totals.contacts,
        since=learned.since,
        steps=tuple(
            StepLesson(
                step_id=step_id,
                title=step.title if step else "",
                outcome=told.get(step_id),
                chains=_ordered(_chain(one, learned, grown) for one in at_step[step_id]),
                suggestions=step.suggestions if step else (),
            )
            for step_id, step in places
        ),
    )


def _steps(tried: Mapping[str, list[Trace]], learned: Learned) -> Mapping[str, Outcome | None]:
    """How each step went as a whole, without what would tell of a chain of too few."""
    whole = {step_id: _outcome(found, learned) for step_id, found in tried.items()}
    return withhold(whole, (chain.traces for chain in learned.chains), learned.outcomes)


def _grown(script: Script, learned: Learned) -> dict[StepOffId, SuggestionId]:
    """The chains from which suggestions of the guide came."""
    return {
        learned.chain_of(StepOffId(one.chain)): one.id
        for step in script.steps
        for one in step.suggestions
        if one.chain
    }


def _chain(chain: Chain, learned: Learned, grown: Mapping[StepOffId, SuggestionId]) -> ChainLesson:
    return ChainLesson(
        id=chain.id,
        reason=chain.reason,
        words=chain.words,
        outcome=_outcome(chain.traces, learned),
        parts=tuple(
            Part(id=part, words=_words(part, chain.traces, learned)) for part in chain.parts
        ),
        suggestion_id=grown.get(chain.id) if chain.id else None,
    )


def _words(part: StepOffId, traces: Iterable[Trace], learned: Learned) -> str:
    own = (one for one in traces if learned.first_of.get(one.id, one.id) == part)
    return next((one.words.strip() for one in own if one.words.strip()), "")


def _outcome(traces: Iterable[Trace], learned: Learned) -> Outcome | None:
    return outcome(traces, learned.outcomes, learned.totals)


def _ordered(chains: Iterable[ChainLesson]) -> tuple[ChainLesson, ...]:
    """Those with words first, what surely helped most before; then those told by reason alone."""

    def place(chain: ChainLesson) -> tuple[bool, float, int]:
        found = chain.outcome
        sure = found.helped.interval.low if found and found.helped else -1.0
        return not chain.id, -sure, -(found.contacts if found else 0)

    return tuple(sorted(chains, key=place))
