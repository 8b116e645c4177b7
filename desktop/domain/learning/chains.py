"""Chains of step-offs: one taken up again and again, and those that a lead sees as one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.contacts import Helped, StepOffReason
from desktop.domain.errors import Invalid
from desktop.domain.ids import ContactId, StepOffId
from desktop.domain.learning.facts import ChainMerge

Links = Mapping[StepOffId, StepOffId | None]
"""A step-off, and the earlier one that it took up."""

Merged = Mapping[StepOffId, StepOffId]
"""The first step-off of a chain, and that of the chain it goes into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What learning sees of a step-off: everything but whose it was."""

    id: StepOffId
    contact_id: ContactId
    at: datetime
    step_id: str
    reason: StepOffReason
    words: str = ""
    helped: Helped | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Step-offs that count together."""

    id: StepOffId
    """The first of them; empty where they said nothing and are told apart by their reason alone."""
    tried_id: StepOffId
    """The one whose words are shown, which a new one takes up."""
    step_id: str
    reason: StepOffReason
    words: str
    traces: tuple[Trace, ...]
    """All of them, oldest first; of the chains that went into this one too."""
    parts: tuple[StepOffId, ...] = ()
    """First step-offs of the chains that a lead put into this one."""

    @property
    def by_reason(self) -> bool:
        """Nobody said a word and none took up another: they have only their reason in common."""
        return not self.id

    @property
    def latest(self) -> datetime:
        """When it was last tried."""
        return self.traces[-1].at


def heads(links: Links) -> dict[StepOffId, StepOffId]:
    """The first step-off of the chain that each belongs to.

    A chain whose beginning is not known here goes by the earliest id that it names, which is
    answered too. Should links ever go round in a ring, its smallest id is the first.
    """
    found: dict[StepOffId, StepOffId] = {}
    for start in links:
        way: list[StepOffId] = []
        seen: set[StepOffId] = set()
        here, first = start, found.get(start)
        while first is None:
            if here in seen:
                first = min(way[way.index(here) :])
                break
            way.append(here)
            seen.add(here)
            earlier = links.get(here)
            if earlier is None:
                first = here
                break
            here = earlier
            first = found.get(here)
        found.update(dict.fromkeys(way, first))
    return found


def in_force(
    merges: Iterable[ChainMerge], first_of: Mapping[StepOffId, StepOffId] | None = None
) -> dict[StepOffId, StepOffId]:
    """Which chain goes into which: the newest word on each chain, and never round in a ring.

    Where two leads put two chains into each other, the later of the two stands. `first_of` brings a chain that turned out to have an earlier beginning to that one.
    """
    first = first_of or {}
    newest: dict[StepOffId, ChainMerge] = {}
    for merge in sorted(merges, key=_when):
        newest[first.get(merge.chain_id, merge.chain_id)] = merge
    into: dict[StepOffId, StepOffId] = {}
    for chain_id, merge in sorted(newest.items(), key=lambda pair: _when(pair[1]), reverse=True):
        target = StepOffId(merge.into_id)
        target = first.get(target, target)
        if target and top(target, into) != chain_id:
            into[chain_id] = target
    return into


def top(chain_id: StepOffId, merged: Merged) -> StepOffId:
    """The chain that this one counts in, after all merges."""
    while chain_id in merged:
        chain_id = merged[chain_id]
    return chain_id


def check_merge(chain_id: StepOffId, into_id: StepOffId, merged: Merged) -> None:
    """Raise Invalid("into") where a chain would go into itself, at once or by a detour."""
    # The new word takes the place of what was said of this chain before.
    rest = {one: target for one, target in merged.items() if one != chain_id}
    if not chain_id or not into_id or top(into_id, rest) == chain_id:
        raise Invalid("into", "cycle")


def chains(
    traces: Iterable[Trace], first_of: Mapping[StepOffId, StepOffId], merged: Merged
) -> tuple[Chain, ...]:
    """The step-offs of one guide, chain by chain, the latest tried first.

    `first_of` as `heads` gives it, `merged` as `in_force` gives it. Words said twice are two chains
    until a lead puts them together; those without words go by step and reason.
    """
    together: dict[StepOffId, list[Trace]] = defaultdict(list)
    parts: dict[StepOffId, set[StepOffId]] = defaultdict(set)
    silent: dict[tuple[str, StepOffReason], list[Trace]] = defaultdict(list)
    for trace in sorted(traces, key=lambda one: (one.at, one.id)):
        own = first_of.get(trace.id, trace.id)
        chain_id = top(own, merged)
        together[chain_id].append(trace)
        if own != chain_id:
            parts[chain_id].add(own)
    made = []
    for chain_id, found in together.items():
        if any(trace.words.strip() for trace in found):
            made.append(_spoken(chain_id, found, tuple(sorted(parts[chain_id])), first_of))
        else:
            for trace in found:
                silent[trace.step_id, trace.reason].append(trace)
    made += [_silent(found) for found in silent.values()]
    return tuple(sorted(made, key=lambda chain: (chain.latest, chain.tried_id), reverse=True))


def _spoken(
    chain_id: StepOffId,
    found: list[Trace],
    parts: tuple[StepOffId, ...],
    first_of: Mapping[StepOffId, StepOffId],
) -> Chain:
    """Its words are those it began with, else the oldest said in it before those put into it."""
    said = [trace for trace in found if trace.words.strip()]
    own = [trace for trace in said if first_of.get(trace.id, trace.id) == chain_id]
    shown = next((trace for trace in own if trace.id == chain_id), (own or said)[0])
    return Chain(
        id=chain_id,
        tried_id=shown.id,
        step_id=shown.step_id,
        reason=shown.reason,
        words=shown.words.strip(),
        traces=tuple(found),
        parts=parts,
    )


def _silent(found: list[Trace]) -> Chain:
    found.sort(key=lambda one: (one.at, one.id))
    return Chain(
        id=StepOffId(""),
        tried_id=found[-1].id,
        step_id=found[0].step_id,
        reason=found[0].reason,
        words="",
        traces=tuple(found),
    )


def _when(merge: ChainMerge) -> tuple[datetime, str]:
    return merge.at, merge.id
