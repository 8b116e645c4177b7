"""What an advisor should know now about a customer, derived from what is on the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.contacts import Channel, Incivility, Promise, PromiseKind, PromiseState
from desktop.domain.customers import Case
from desktop.domain.trends import Measure, Trend

MOST = 4
"""A line of more would not be read while somebody speaks."""

REPEATED_WITHIN = timedelta(days=14)
REPEATED_FROM = 2
INCIVILITY_WITHIN = timedelta(days=30)
SOON_DAYS = 1
"""A promise or a case is said to be due from the day before on."""
EFFORT_RISE = 0.5
EFFORT_HIGH = 3.0
"""Efforts of 1 to 3 are favourable: a rise within them is no matter."""


class AlertKind(StrEnum):
    """The kinds of thing to know, the most pressing first."""

    PROMISE_LATE = "promise_late"
    INCIVILITY = "incivility"
    PROMISE_DUE = "promise_due"
    CASE_DUE = "case_due"
    REPEATED = "repeated"
    EFFORT_RISING = "effort_rising"
    LAST_ADVISOR = "last_advisor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to know; fields that its kind has no use for stay as they are."""

    kind: AlertKind
    at: datetime | None = None
    """When it is due, or when it happened last; in the zone of the file."""
    count: int = 0
    days: int = 0
    """Over how many days the contacts repeated themselves."""
    reason: str = ""
    words: str = ""
    """The promise's words, or the case's title."""
    name: str = ""
    """The advisor who spoke with them, or who promised."""
    promise: PromiseKind | None = None
    change: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What alerts need of a past contact."""

    at: datetime
    channel: Channel
    reason: str
    advisor: str
    """Name of who answered; empty when nobody did or nobody knows."""
    abandoned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What alerts are derived from, each newest first except promises and cases."""

    talks: Sequence[Talk] = ()
    promises: Sequence[tuple[Promise, str]] = ()
    """Open promises with the name of who made them, the first due first."""
    cases: Sequence[Case] = ()
    """Open cases, the first due first."""
    incivilities: Sequence[Incivility] = ()
    trends: Sequence[Trend] = ()


def alerts(signs: Signs, now: datetime) -> tuple[Alert, ...]:
    """At most MOST alerts, the most pressing first; days are cut in the zone of `now`."""
    found = [
        *_promised(signs.promises, now),
        *_uncivil(signs.incivilities, now),
        *_cases_due(signs.cases, now),
        *_repeated(signs.talks, now),
        *_effort(signs.trends),
        *_last_advisor(signs.talks, now),
    ]
    order = list(AlertKind)
    return tuple(sorted(found, key=lambda alert: order.index(alert.kind))[:MOST])


def days_until(due: datetime, now: datetime) -> int:
    """Days from today to the due day, in the zone of `now`; negative when it has passed."""
    return (due.astimezone(now.tzinfo).date() - now.date()).days


def _promised(promises: Sequence[tuple[Promise, str]], now: datetime) -> list[Alert]:
    open_ones = [(one, name) for one, name in promises if one.state is PromiseState.OPEN]
    found = []
    for late, kind in ((True, AlertKind.PROMISE_LATE), (False, AlertKind.PROMISE_DUE)):
        due = [
            (one, name)
            for one, name in open_ones
            if (days_until(one.due_at, now) < 0) is late
            and days_until(one.due_at, now) <= SOON_DAYS
        ]
        if due:
            first, name = min(due, key=lambda pair: pair[0].due_at)
            found.append(_promise_alert(first, name, kind, len(due), now))
    return found


def _promise_alert(
    promise: Promise, name: str, kind: AlertKind, count: int, now: datetime
) -> Alert:
    return Alert(
        kind=kind,
        at=promise.due_at.astimezone(now.tzinfo),
        count=count,
        words=promise.words,
        name=name,
        promise=promise.kind,
    )


def _uncivil(incivilities: Sequence[Incivility], now: datetime) -> list[Alert]:
    lately = [one for one in incivilities if now - INCIVILITY_WITHIN <= one.at <= now]
    if not lately:
        return []
    last = max(one.at for one in lately).astimezone(now.tzinfo)
    # A warning and an end are further reports of one exchange.
    exchanges = {one.contact_id for one in lately}
    return [Alert(kind=AlertKind.INCIVILITY, at=last, count=len(exchanges))]


def _cases_due(cases: Sequence[Case], now: datetime) -> list[Alert]:
    due = [
        (case.due_at, case)
        for case in cases
        if case.closed_at is None
        and case.due_at is not None
        and days_until(case.due_at, now) <= SOON_DAYS
    ]
    if not due:
        return []
    at, first = min(due, key=lambda pair: pair[0])
    at = at.astimezone(now.tzinfo)
    return [Alert(kind=AlertKind.CASE_DUE, at=at, count=len(due), words=first.title)]


def _repeated(talks: Sequence[Talk], now: datetime) -> list[Alert]:
    by_reason: dict[str, list[datetime]] = {}
    for talk in talks:
        if talk.reason and now - REPEATED_WITHIN <= talk.at <= now:
            by_reason.setdefault(talk.reason, []).append(talk.at)
    most = max(by_reason, key=lambda reason: len(by_reason[reason]), default="")
    moments = by_reason.get(most, [])
    if len(moments) < REPEATED_FROM:
        return []
    days = max(-days_until(min(moments), now), 1)
    last = max(moments).astimezone(now.tzinfo)
    return [Alert(kind=AlertKind.REPEATED, at=last, count=len(moments), days=days, reason=most)]


def _effort(trends: Sequence[Trend]) -> list[Alert]:
    for trend in trends:
        rising = trend.change is not None and trend.change >= EFFORT_RISE
        if trend.measure is Measure.EFFORT and rising and (trend.value or 0) > EFFORT_HIGH:
            return [
                Alert(kind=AlertKind.EFFORT_RISING, count=trend.recent, change=trend.change or 0.0)
            ]
    return []


def _last_advisor(talks: Sequence[Talk], now: datetime) -> list[Alert]:
    answered = [talk for talk in talks if talk.advisor and not talk.abandoned]
    if not answered:
        return []
    last = max(answered, key=lambda talk: talk.at)
    return [
        Alert(
            kind=AlertKind.LAST_ADVISOR,
            at=last.at.astimezone(now.tzinfo),
            name=last.advisor,
            reason=last.reason,
        )
    ]
