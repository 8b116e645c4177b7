"""The customers' half of a team's mirror, and its estimate gap, counted by the store.

Contacts are found a person and a week at a time through `contacts_of_person`, returns a contact at
a time through `contacts_of_customer`: what is read grows with the team and the weeks, not with the
store. The team is that of the person now; what nobody answered belongs to every team.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, text

from desktop.domain.contacts import Channel
from desktop.domain.first_contact import DAYS
from desktop.domain.ids import PersonId, TeamId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.mirror.gaps import Pairs, distribution
from desktop.domain.mirror.series import GapDistribution, Measure, Series
from desktop.domain.mirror.shares import (
    DETRACTOR_UP_TO,
    EFFORT_UP_TO,
    PROMOTER_FROM,
    SATISFACTION_FROM,
    nps,
    point,
    starts,
)
from desktop.domain.standards import (
    ClockKind,
    Outcome,
    Standard,
    Standards,
    Wait,
    outcome,
)
from desktop.services.store import awaiting
from desktop.services.store.answers import visible

DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of the customers' half."""

    team_id: TeamId
    mondays: tuple[date, ...]
    reason: str = ""
    """A code, or a family of them; empty: all."""
    channel: Channel | None = None
    standards: Standards
    days: int = DAYS
    """Within which a contact counts as a return."""

    def weeks(self) -> str:
        """The weeks as rows of a statement: place, beginning, end (the end excluded)."""
        bounds = [(day, day + timedelta(weeks=1)) for day in self.mondays]
        rows = (
            f"({n}, {to_millis(starts(day))}, {to_millis(starts(following))})"
            for n, (day, following) in enumerate(bounds)
        )
        return ", ".join(rows)

    def values(self) -> dict[str, Any]:
        """What the statements bind."""
        family = self.reason.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return {
            "team": self.team_id,
            "reason": self.reason,
            "family": f"{family}.%",
            "channel": "" if self.channel is None else self.channel.value,
            "within": self.days * DAY_MS,
        }


_FILTER = """(:reason = '' OR c.reason = :reason OR c.reason LIKE :family ESCAPE '\\')
      AND (:channel = '' OR c.channel = :channel)"""

_MINE = """WITH weeks(n, starts, ends) AS (VALUES {weeks}), mine AS MATERIALIZED (
    SELECT w.n, c.id, c.customer_id, c.person_id, c.channel, c.reason, c.started_at, c.waited_s,
           c.abandoned, c.resolution, c.estimate
    FROM people p CROSS JOIN weeks w CROSS JOIN contacts c
    WHERE p.team_id = :team AND c.person_id = p.id
      AND c.started_at >= w.starts AND c.started_at < w.ends AND {filter})"""

_CONTACTS = """, newest(at) AS MATERIALIZED (
    SELECT max((SELECT max(c.started_at) FROM contacts c WHERE c.person_id = p.id))
    FROM people p WHERE p.team_id = :team)
SELECT n, count(*) AS contacts, count(resolution) AS told,
       count(*) FILTER (WHERE resolution = 'resolved') AS resolved,
       count(*) FILTER (WHERE EXISTS (
           SELECT 1 FROM incivilities i
           WHERE i.contact_id = m.id AND i.person_id = m.person_id)) AS uncivil,
       count(*) FILTER (WHERE m.customer_id IS NOT NULL
           AND newest.at - m.started_at >= :within) AS judged,
       count(*) FILTER (WHERE m.customer_id IS NOT NULL
           AND newest.at - m.started_at >= :within AND NOT EXISTS (
               SELECT 1 FROM contacts r WHERE r.customer_id = m.customer_id
               AND r.started_at > m.started_at AND r.started_at <= m.started_at + :within
               AND r.reason = m.reason AND NOT r.abandoned)) AS kept
FROM mine m, newest WHERE NOT m.abandoned GROUP BY n"""

_ANSWERS = f"""
SELECT n, count(effort) AS efforts,
       count(*) FILTER (WHERE effort <= {EFFORT_UP_TO}) AS easy,
       count(satisfaction) AS satisfactions,
       count(*) FILTER (WHERE satisfaction >= {SATISFACTION_FROM}) AS satisfied,
       count(nps) AS scores,
       count(*) FILTER (WHERE nps >= {PROMOTER_FROM}) AS promoters,
       count(*) FILTER (WHERE nps <= {DETRACTOR_UP_TO}) AS detractors
FROM mine CROSS JOIN answers ON answers.contact_id = mine.id WHERE {{visible}} GROUP BY n"""

_WAITED = """, waited AS (
    SELECT n, id, channel, started_at, waited_s, abandoned FROM mine WHERE waited_s IS NOT NULL
    UNION ALL SELECT w.n, c.id, c.channel, c.started_at, c.waited_s, c.abandoned
    FROM weeks w CROSS JOIN contacts c
    WHERE c.person_id IS NULL AND c.abandoned AND c.waited_s IS NOT NULL
      AND c.started_at >= w.starts AND c.started_at < w.ends AND {filter})"""

_STANDARD = """, asked(of, within_s, opens) AS (VALUES {asked})
SELECT n, channel, count(*) FILTER (WHERE NOT abandoned AND waited_s <= within_s) AS met,
       count(*) FILTER (WHERE waited_s > within_s) AS missed,
       json_group_array(json_array(id, started_at, waited_s, abandoned)) FILTER (
           WHERE waited_s > within_s AND (opens OR EXISTS (
               SELECT 1 FROM awaitings WHERE awaitings.contact_id = waited.id))) AS late
FROM waited CROSS JOIN asked ON asked.of = waited.channel GROUP BY n, channel"""
"""Counts as all time would have them; `late` is for the rule to judge again: those of opening hours, and
those with a time when we waited for the customer. One statement: each lays out the team's contacts anew.
"""

_PAIRS = """
SELECT n, mine.person_id, estimate, satisfaction, count(*) AS times
FROM mine CROSS JOIN answers ON answers.contact_id = mine.id
WHERE estimate IS NOT NULL AND satisfaction IS NOT NULL AND ({visible})
GROUP BY n, mine.person_id, estimate, satisfaction"""


def customers(connection: Connection, wanted: Wanted) -> tuple[Series, ...]:
    """The customers' series, in the order in which they are shown."""
    own = {row.n: row for row in _rows(connection, _CONTACTS, wanted)}
    given = {row.n: row for row in _rows(connection, _ANSWERS, wanted)}

    def series(measure: Measure, good: str, count: str, rows: dict[int, Any]) -> Series:
        points = (
            point(day, getattr(rows[n], good), getattr(rows[n], count))
            if n in rows
            else point(day, 0, 0)
            for n, day in enumerate(wanted.mondays)
        )
        return Series(measure=measure, points=tuple(points))

    return (
        series(Measure.EFFORT, "easy", "efforts", given),
        series(Measure.SATISFACTION, "satisfied", "satisfactions", given),
        _recommended(wanted, given),
        series(Measure.FCR_DECLARED, "resolved", "told", own),
        series(Measure.FCR_COMPUTED, "kept", "judged", own),
        *_standards(connection, wanted),
        _civil(wanted, own),
    )


def gap(connection: Connection, wanted: Wanted) -> GapDistribution:
    """The team's estimate gap over the weeks; reason and channel do not filter it."""
    whole = Wanted(team_id=wanted.team_id, mondays=wanted.mondays, standards=wanted.standards)
    return distribution(
        Pairs(
            monday=wanted.mondays[row.n],
            person_id=PersonId(row.person_id),
            estimate=row.estimate,
            answer=row.satisfaction,
            count=row.times,
        )
        for row in _rows(connection, _PAIRS, whole)
    )


def _rows(connection: Connection, statement: str, wanted: Wanted, **values: Any) -> Sequence[Any]:
    shown = str(
        visible().compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    )
    words = (_MINE + statement).replace("{weeks}", wanted.weeks()).replace("{filter}", _FILTER)
    bound = {**wanted.values(), **values}
    used = {name: value for name, value in bound.items() if f":{name}" in words}
    return connection.execute(text(words.replace("{visible}", shown)), used).all()


def _recommended(wanted: Wanted, given: dict[int, Any]) -> Series:
    points = (
        point(day, nps(row.promoters, row.detractors, row.scores), row.scores)
        if (row := given.get(n))
        else point(day, 0, 0)
        for n, day in enumerate(wanted.mondays)
    )
    return Series(measure=Measure.NPS, points=tuple(points))


def _civil(wanted: Wanted, own: dict[int, Any]) -> Series:
    """Share of contacts without a report of incivility."""
    points = (
        point(day, row.contacts - row.uncivil, row.contacts)
        if (row := own.get(n))
        else point(day, 0, 0)
        for n, day in enumerate(wanted.mondays)
    )
    return Series(measure=Measure.INCIVILITY, points=tuple(points))


def _standards(connection: Connection, wanted: Wanted) -> Sequence[Series]:
    """One series a channel, of one look at the waits."""
    asked = wanted.standards.standards
    if not asked:
        return ()
    limits = ", ".join(
        f"('{one.channel.value}', {_seconds(one)}, {int(one.clock is ClockKind.BUSINESS)})"
        for one in asked
    )
    rows = _rows(connection, _WAITED + _STANDARD.replace("{asked}", limits), wanted)
    counts = {(row.channel, row.n): [row.met, row.missed] for row in rows}
    late = [(row.channel, row.n, *one) for row in rows for one in json.loads(row.late)]
    _clock_stood(connection, wanted.standards, late, counts)
    return [_standard(wanted, one, counts) for one in asked]


def _clock_stood(
    connection: Connection,
    standards: Standards,
    late: Sequence[tuple[Any, ...]],
    counts: dict[tuple[str, int], list[int]],
) -> None:
    """Opening hours, and times when we waited for the customer, are asked of the rule, for the waits
    alone that all time would make too long: channel, week, id, instant, seconds, abandoned.
    """
    asked = {one.channel.value: one for one in standards.standards}
    waits = awaiting.of_contacts(connection, [one[2] for one in late]) if late else {}
    for channel, n, contact_id, started_at, seconds, abandoned in late:
        wait = Wait(
            channel=asked[channel].channel,
            received_at=from_millis(started_at),
            seconds=seconds,
            abandoned=bool(abandoned),
            waits=waits.get(contact_id, ()),
        )
        told = outcome(asked[channel], wait, standards.calendar)
        counts[channel, n][1] -= told is not Outcome.MISSED
        counts[channel, n][0] += told is Outcome.MET


def _standard(
    wanted: Wanted, standard: Standard, counts: dict[tuple[str, int], list[int]]
) -> Series:
    points = []
    for n, day in enumerate(wanted.mondays):
        met, missed = counts.get((standard.channel.value, n), (0, 0))
        points.append(point(day, met, met + missed))
    return Series(measure=Measure.STANDARD, channel=standard.channel, points=tuple(points))


def _seconds(standard: Standard) -> int:
    return int(standard.limit.total_seconds())
