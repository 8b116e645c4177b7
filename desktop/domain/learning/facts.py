"""Facts of learning: two chains seen as one by a lead, and an author's word on being credited."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import PersonId, StepOffId, SuggestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainMerge:
    """That a lead sees one chain of step-offs as part of another; the newest of a chain is in force."""

    id: str
    person_id: PersonId
    at: datetime
    script_id: str
    chain_id: StepOffId
    """The first step-off of the chain that goes into the other."""
    into_id: str
    """The first step-off of the other; empty: the merge was undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whether an author of a step-off wants to be named where it became a suggestion; the newest wins."""

    id: str
    person_id: PersonId
    at: datetime
    suggestion_id: SuggestionId
    agreed: bool
    chain_id: str = ""
    """The chain that the suggestion came from when they were asked: for what comes from another they said nothing."""
