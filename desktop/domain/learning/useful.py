"""Which chains of step-offs are offered to who stands at a step, and in which order."""

from collections.abc import Iterable

from desktop.domain.learning.chains import Chain
from desktop.domain.learning.outcomes import LEAST, helped
from desktop.domain.scripts import EarlierStepOff


def offered(chains: Iterable[Chain], step_id: str) -> tuple[EarlierStepOff, ...]:
    """Chains with words: those tried at this step first, then those that surely helped most.

    « Surely » is the lower bound of the 95 % interval: three that helped out of three are not
    ahead of eighty out of a hundred. Counts of fewer than five contacts are not told.
    """
    rows = [(chain, _row(chain, step_id)) for chain in chains if not chain.by_reason]
    rows.sort(key=lambda pair: (pair[0].latest, pair[1].id), reverse=True)
    rows.sort(key=lambda pair: (not pair[1].here, -pair[1].sure, -pair[1].count))
    return tuple(row for _chain, row in rows)


def _row(chain: Chain, step_id: str) -> EarlierStepOff:
    contacts = {trace.contact_id for trace in chain.traces}
    enough = len(contacts) >= LEAST
    return EarlierStepOff(
        id=chain.tried_id,
        chains=(chain.id, *chain.parts),
        reason=chain.reason,
        words=chain.words,
        here=any(trace.step_id == step_id for trace in chain.traces),
        count=len(chain.traces) if enough else 0,
        helped=helped(chain.traces) if enough else None,
    )
