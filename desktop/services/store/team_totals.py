"""A team's totals in a store that no server publishes for: collected here, published once, kept.

Published periods are one row of `server_answers`, for nothing else here computes what stays.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, delete, select, text
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.mirror.series import Measure
from desktop.domain.mirror.shares import FEELING_FROM, LOAD_UP_TO, PARIS, monday_of, starts
from desktop.domain.mirror.totals import Behind, OnesPeriod, Period, open_from, publish
from desktop.services.store.local import LocalStore
from desktop.services.store.team_tables import server_answers

NAME: Final = "totals_published_here:"
"""Beginning of the row's name; the team's id follows."""

_GIVEN = f"""
SELECT c.person_id,
       max(c.audience = 'lead' OR EXISTS (
           SELECT 1 FROM check_in_readings r WHERE r.check_in_id = c.id)) AS readable,
       avg(c.mood) AS mood, avg(c.energy) AS energy, avg(c.load) AS load,
       avg(c.mood >= {FEELING_FROM}) AS good_mood, avg(c.energy >= {FEELING_FROM}) AS good_energy,
       avg(c.load <= {LOAD_UP_TO}) AS good_load
FROM people p CROSS JOIN check_ins c
WHERE p.team_id = :team AND p.role = 'advisor' AND c.person_id = p.id
  AND c.at >= :starts AND c.at < :ends AND c.audience <> 'nobody'
GROUP BY c.person_id"""

_DAYS = """
WITH days(starts, ends) AS (VALUES {days}), worked AS (
    SELECT p.id AS person_id, d.starts, d.ends FROM people p CROSS JOIN days d
    WHERE p.team_id = :team AND p.role = 'advisor' AND EXISTS (
        SELECT 1 FROM contacts c WHERE c.person_id = p.id
        AND c.started_at >= d.starts AND c.started_at < d.ends AND NOT c.abandoned))
SELECT w.person_id, count(*) AS days,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM check_ins i WHERE i.person_id = w.person_id
           AND i.at >= w.starts AND i.at < w.ends AND i.audience <> 'nobody')) AS checked_in,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM pauses i WHERE i.person_id = w.person_id
           AND i.at >= w.starts AND i.at < w.ends)) AS paused,
       max(EXISTS (SELECT 1 FROM check_ins i WHERE i.person_id = w.person_id
           AND i.at >= :starts AND i.at < :ends AND (i.audience = 'lead' OR EXISTS (
               SELECT 1 FROM check_in_readings r WHERE r.check_in_id = i.id)))) AS known
FROM worked w GROUP BY w.person_id"""

_CONTACTS = """
SELECT c.person_id, count(*) AS contacts,
       count(*) FILTER (WHERE EXISTS (
           SELECT 1 FROM step_offs s
           WHERE s.contact_id = c.id AND s.person_id = c.person_id)) AS stepped_off
FROM people p CROSS JOIN contacts c
WHERE p.team_id = :team AND p.role = 'advisor' AND c.person_id = p.id
  AND c.started_at >= :starts AND c.started_at < :ends AND NOT c.abandoned
GROUP BY c.person_id"""

_FIRST = """
SELECT min((SELECT min(c.at) FROM check_ins c WHERE c.person_id = p.id))
FROM people p WHERE p.team_id = :team AND p.role = 'advisor'"""


def periods(connection: Connection, team_id: TeamId) -> tuple[Period, ...]:
    """What was published for a team so far, oldest first."""
    query = select(server_answers.c.text).where(server_answers.c.name == NAME + team_id)
    kept = connection.scalar(query)
    return () if kept is None else tuple(_period(one) for one in json.loads(kept))


def behind(connection: Connection, team_id: TeamId, now: datetime) -> bool:
    """Whether a closed week may not have been looked at yet."""
    return max((one.last_day for one in periods(connection, team_id)), default=date.min) < (
        open_from(now) - timedelta(days=1)
    )


async def published(store: LocalStore, team_id: TeamId, now: datetime) -> tuple[Period, ...]:
    """What was published for a team, closed weeks first published; only these need the store's writer."""
    if await store.read(behind, team_id, now):
        await store.write(publish_closed, team_id, now)
    return await store.read(periods, team_id)


def publish_closed(connection: Connection, team_id: TeamId, now: datetime) -> None:
    """Publish what is closed and was not yet; asking again changes nothing."""
    former = periods(connection, team_id)
    first = connection.scalar(text(_FIRST), {"team": team_id})
    if first is None:
        return
    begins = monday_of(from_millis(first).astimezone(PARIS).date())
    made = publish(
        former, begins, open_from(now), lambda *days: collect(connection, team_id, *days)
    )
    if made:
        row = {"name": NAME + team_id, "read_at": to_millis(now)}
        row["text"] = json.dumps([_told(one) for one in (*former, *made)], separators=(",", ":"))
        put = insert(server_answers).values(row)
        connection.execute(put.on_conflict_do_update(index_elements=["name"], set_=row))


def forget(connection: Connection) -> None:
    """Let go of all that was published here: the demonstration's days have moved."""
    connection.execute(delete(server_answers).where(server_answers.c.name.startswith(NAME)))


def collect(
    connection: Connection, team_id: TeamId, first: date, following: date
) -> tuple[OnesPeriod, ...]:
    """What each advisor of the team gave and did, from one Monday to another."""
    values = {"team": team_id, "starts": _at(first), "ends": _at(following)}
    given = {row.person_id: row for row in connection.execute(text(_GIVEN), values)}
    days = [first + timedelta(days=n) for n in range((following - first).days)]
    rows = ", ".join(f"({_at(day)}, {_at(day + timedelta(days=1))})" for day in days)
    worked = connection.execute(text(_DAYS.replace("{days}", rows)), values)
    done = {row.person_id: row for row in worked}
    met = {row.person_id: row for row in connection.execute(text(_CONTACTS), values)}
    return tuple(
        _ones(PersonId(who), given.get(who), done.get(who), met.get(who))
        for who in sorted({*given, *done})
    )


def _ones(who: PersonId, given: Any, done: Any, met: Any) -> OnesPeriod:
    scales = (Measure.MOOD, Measure.ENERGY, Measure.LOAD)
    held = [one for one in scales if given is not None and getattr(given, one) is not None]
    return OnesPeriod(
        person_id=who,
        readable=bool(given.readable) if given else False,
        known=bool(done.known) if done else False,
        gave=given is not None,
        means={one: getattr(given, one) for one in held},
        shares={one: getattr(given, f"good_{one.value}") for one in held},
        days=done.days if done else 0,
        checked_in=done.checked_in if done else 0,
        paused=done.paused if done else 0,
        contacts=met.contacts if met else 0,
        stepped_off=met.stepped_off if met else 0,
    )


def _at(day: date) -> int:
    return to_millis(starts(day))


def _told(period: Period) -> dict[str, Any]:
    return {
        "from": period.first_day.isoformat(),
        "to": period.last_day.isoformat(),
        "members": sorted(period.members),
        "means": dict(period.means),
        "shares": dict(period.shares),
        "behind": {
            measure: [sorted(one.gave), sorted(one.unread)]
            for measure, one in period.behind.items()
        },
    }


def _period(told: Mapping[str, Any]) -> Period:
    return Period(
        first_day=date.fromisoformat(told["from"]),
        last_day=date.fromisoformat(told["to"]),
        members=_people(told["members"]),
        means={Measure(name): value for name, value in told["means"].items()},
        shares={Measure(name): value for name, value in told["shares"].items()},
        behind={
            Measure(name): Behind(gave=_people(gave), unread=_people(unread))
            for name, (gave, unread) in told["behind"].items()
        },
    )


def _people(ids: Sequence[str]) -> frozenset[PersonId]:
    return frozenset(PersonId(one) for one in ids)
