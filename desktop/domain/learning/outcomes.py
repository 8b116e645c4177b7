"""How contacts went in which somebody stepped off, beside the others that ran the same guide."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.domain.contacts import Helped, Resolution, StepOffReason
from desktop.domain.ids import ContactId
from desktop.domain.learning.chains import Trace
from desktop.domain.learning.intervals import Interval, Share, newcombe

LEAST: Final = 5
"""Contacts, at least: nothing is told of fewer."""

EASY: Final = 3
"""An effort of 1 to 3 out of 7 is a favourable answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactOutcome:
    """How one contact went, as far as it is known."""

    contact_id: ContactId
    effort: int | None = None
    """1 to 7, as the customer answered."""
    resolution: Resolution | None = None
    counted: bool = True
    """It is among those that the guide's totals count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideTotals:
    """All contacts that ran the guide, step-offs or not."""

    contacts: int = 0
    answered: int = 0
    """Of how many the customer answered the question about effort."""
    easy: int = 0
    judged: int = 0
    """Of how many the resolution was said."""
    resolved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A share of these contacts, that of the others, and the difference; None: too few to tell."""

    here: Share | None = None
    others: Share | None = None

    @property
    def difference(self) -> Interval | None:
        """The 95 % interval of `here` less `others`."""
        return newcombe(self.here, self.others) if self.here and self.others else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What stepping off came to, over at least five contacts and never by person."""

    contacts: int
    step_offs: int
    reasons: tuple[tuple[StepOffReason, int], ...]
    """In how many contacts, most first; reasons of fewer than five are left out."""
    helped: Share | None
    effort: Beside
    resolved: Beside


def share(favourable: int, n: int) -> Share | None:
    """The share, or None where fewer than five contacts make it."""
    return Share(favourable, n) if n >= LEAST else None


def helped(traces: Iterable[Trace]) -> Share | None:
    """Contacts in which it helped among those in which somebody said whether it did.

    A contact in which it was tried twice counts once, as helped when one of them was.
    """
    judged: dict[ContactId, bool] = {}
    for trace in traces:
        if trace.helped in (Helped.YES, Helped.NO):
            before = judged.get(trace.contact_id, False)
            judged[trace.contact_id] = before or trace.helped is Helped.YES
    return share(sum(judged.values()), len(judged))


def outcome(
    traces: Iterable[Trace],
    known: Mapping[ContactId, ContactOutcome],
    totals: GuideTotals,
) -> Outcome | None:
    """What these step-offs of one guide came to; None where they are of fewer than five contacts.

    `known` holds the contacts with step-offs, `totals` all contacts that ran the guide. The others
    are what is left of the totals: contacts that ran the guide without these step-offs.
    """
    found = list(traces)
    ids = {trace.contact_id for trace in found}
    if len(ids) < LEAST:
        return None
    here = [known[one] for one in ids if one in known]
    mine = _totals(here)
    rest = _less(totals, _totals(one for one in here if one.counted))
    return Outcome(
        contacts=len(ids),
        step_offs=len(found),
        reasons=_reasons(found),
        helped=helped(found),
        effort=_beside((mine.easy, mine.answered), (rest.easy, rest.answered)),
        resolved=_beside((mine.resolved, mine.judged), (rest.resolved, rest.judged)),
    )


def _beside(here: tuple[int, int], others: tuple[int, int]) -> Beside:
    """Two shares whose sum is the guide's, which another chain may tell: one of few hides both."""
    if 0 < here[1] < LEAST or 0 < others[1] < LEAST:
        return Beside()
    return Beside(here=share(*here), others=share(*others))


def _reasons(traces: list[Trace]) -> tuple[tuple[StepOffReason, int], ...]:
    pairs = {(trace.reason, trace.contact_id) for trace in traces}
    counts = Counter(reason for reason, _contact in pairs)
    told = [(reason, n) for reason, n in counts.items() if n >= LEAST]
    return tuple(sorted(told, key=lambda pair: (-pair[1], pair[0])))


def _totals(contacts: Iterable[ContactOutcome]) -> GuideTotals:
    found = list(contacts)
    efforts = [one.effort for one in found if one.effort is not None]
    ends = [one.resolution for one in found if one.resolution is not None]
    return GuideTotals(
        contacts=len(found),
        answered=len(efforts),
        easy=sum(effort <= EASY for effort in efforts),
        judged=len(ends),
        resolved=sum(end is Resolution.RESOLVED for end in ends),
    )


def _less(all_of_them: GuideTotals, some: GuideTotals) -> GuideTotals:
    return GuideTotals(
        contacts=all_of_them.contacts - some.contacts,
        answered=all_of_them.answered - some.answered,
        easy=all_of_them.easy - some.easy,
        judged=all_of_them.judged - some.judged,
        resolved=all_of_them.resolved - some.resolved,
    )
