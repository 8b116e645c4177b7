"""Which figures of steps are not told: less those of their chains, they would tell of one to four contacts.

What this does not hold back, and why, stands in decision 021: figures compared over time, and values all alike.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.contacts import Helped, StepOffReason
from desktop.domain.ids import ContactId, StepOffId
from desktop.domain.learning.chains import Trace
from desktop.domain.learning.outcomes import LEAST, Beside, ContactOutcome, Outcome

Known = Mapping[ContactId, ContactOutcome]
Counts = Callable[[Trace], bool]
"""Whether a step-off counts in a figure."""
Strip = Callable[[Outcome], Outcome]
"""Takes one figure out of an outcome."""
Placed = frozenset[tuple[StepOffId, ContactId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The step-offs that one figure is of."""

    steps: frozenset[str]
    traces: Placed
    contacts: frozenset[ContactId]

    @property
    def told(self) -> bool:
        return len(self.contacts) >= LEAST


def withhold(
    told: Mapping[str, Outcome | None], chains: Iterable[Sequence[Trace]], known: Known
) -> dict[str, Outcome | None]:
    """The outcomes of steps, by the steps' ids, without what could be subtracted.

    `chains`: all of a guide, each by its step-offs. As statistical offices keep a second figure back beside
    one that is too small; here it is the step's, so that each chain still says what it can.
    """
    every = [tuple(chain) for chain in chains]
    hidden = _subtractable(every, lambda _: True)
    left = {step: None if step in hidden else one for step, one in told.items()}
    for strip, counts in _figures(known):
        for step in _subtractable(every, counts):
            one = left.get(step)
            left[step] = None if one is None else strip(one)
    return left


def _figures(known: Known) -> Iterator[tuple[Strip, Counts]]:
    """How each figure is taken out of an outcome, and which step-offs count in it."""
    answered = {key for key, one in known.items() if one.effort is not None}
    judged = {key for key, one in known.items() if one.resolution is not None}
    yield _without_helped, lambda trace: trace.helped in (Helped.YES, Helped.NO)
    yield _without_effort, lambda trace: trace.contact_id in answered
    yield _without_resolved, lambda trace: trace.contact_id in judged
    for reason in StepOffReason:
        yield _without(reason)


def _without_helped(one: Outcome) -> Outcome:
    return replace(one, helped=None)


def _without_effort(one: Outcome) -> Outcome:
    return replace(one, effort=Beside())


def _without_resolved(one: Outcome) -> Outcome:
    return replace(one, resolved=Beside())


def _without(reason: StepOffReason) -> tuple[Strip, Counts]:
    def strip(one: Outcome) -> Outcome:
        return replace(one, reasons=tuple(pair for pair in one.reasons if pair[0] is not reason))

    return strip, lambda trace: trace.reason is reason


def _subtractable(chains: Iterable[Sequence[Trace]], counts: Counts) -> frozenset[str]:
    """The steps whose figure, less those of chains that are told, is of one to four contacts.

    Each step by itself, and together the steps that told chains go across.
    """
    at: dict[str, list[Trace]] = defaultdict(list)
    told: list[_Group] = []
    for chain in chains:
        counted = [trace for trace in chain if counts(trace)]
        for trace in counted:
            at[trace.step_id].append(trace)
        group = _group(counted)
        if group.told:
            told.append(group)
    whole = {step: _group(traces) for step, traces in at.items()}
    found = {step for step, one in whole.items() if one.told and _tells(one, one.steps, told)}
    for together in _joined(whole, told):
        total = [whole[step] for step in together if whole[step].told and step not in found]
        if len(together) > 1 and total and _tells(_sum(total), together, told):
            found |= together
    return frozenset(found)


def _tells(total: _Group, within: frozenset[str], told: Iterable[_Group]) -> bool:
    """Whether one chain's figure, those of all, or of all but one leave so few of a total."""
    parts = [one for one in told if one.steps <= within]
    others = [_sum([*parts[:n], *parts[n + 1 :]]) for n in range(len(parts))]
    return any(_few(total, some) for some in (*parts, *others, _sum(parts)) if some.traces)


def _few(total: _Group, part: _Group) -> bool:
    """Whether one to four contacts are behind what two figures do not share."""
    apart = {contact_id for _trace, contact_id in total.traces ^ part.traces}
    return 1 <= len(apart) < LEAST or 1 <= len(total.contacts ^ part.contacts) < LEAST


def _group(traces: Iterable[Trace]) -> _Group:
    found = list(traces)
    return _Group(
        steps=frozenset(trace.step_id for trace in found),
        traces=frozenset((trace.id, trace.contact_id) for trace in found),
        contacts=frozenset(trace.contact_id for trace in found),
    )


def _sum(groups: Sequence[_Group]) -> _Group:
    steps: frozenset[str] = frozenset()
    return _Group(
        steps=steps.union(*(one.steps for one in groups)),
        traces=frozenset[tuple[StepOffId, ContactId]]().union(*(one.traces for one in groups)),
        contacts=frozenset[ContactId]().union(*(one.contacts for one in groups)),
    )


def _joined(whole: Iterable[str], told: Iterable[_Group]) -> set[frozenset[str]]:
    """The steps, those that told chains hold together in one set."""
    found = {step: frozenset({step}) for step in whole}
    for one in told:
        both = one.steps.union(*(found[step] for step in one.steps))
        found |= dict.fromkeys(both, both)
    return set(found.values())
