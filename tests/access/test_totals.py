"""A team's totals under attack: whatever people give, withdraw, join and leave, no figure and no
difference of two figures tells what fewer than five people gave.

The clock is moved through the data: after each week everything in the database grows a week older.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.access.world import call, call_once
from tests.shared_database import SharedDatabase, cloned

SCALES = ("mood", "energy", "load")
TEAM = 10
WEEK_MS = 7 * 86_400_000
PARIS = ZoneInfo("Europe/Paris")


@dataclass(slots=True)
class CheckIn:
    """What the oracle remembers of one check-in."""

    id: str
    person: int
    week: int
    audience: str
    values: dict[str, int | None]
    read: bool = False


@dataclass(slots=True)
class Team:
    """Ten advisors, their lead's and the superuser's session, and the oracle's own memory."""

    boss: psycopg.Connection = field(repr=False)
    lead: psycopg.Connection = field(repr=False)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    week: int = 0
    given: list[CheckIn] = field(default_factory=list)
    published: dict[tuple[int, int], dict[str, Fraction | None]] = field(default_factory=dict)
    behind: dict[tuple[int, int, str], tuple[frozenset[int], frozenset[int]]] = field(
        default_factory=dict
    )
    """Of each figure: who gave it, and whose value the lead could not read then."""

    def clear(self) -> None:
        """A new team, whose first week it is."""
        with self.boss.transaction():
            self.boss.execute("set local session_replication_role = replica")
            self.boss.execute("truncate vav.check_ins, vav.check_in_readings, vav.totals, vav.feed")
            self.boss.execute("update vav.people set team_id = 'team-rhone' where role = 'advisor'")
        self.week = 0
        self.given.clear()
        self.published.clear()
        self.behind.clear()

    def at(self) -> int:
        """Noon of this simulated week's Tuesday: the newest that is closed."""
        return instant(newest_closed() + timedelta(days=1))

    def give(self, person: int, audience: str, values: tuple[int | None, ...]) -> CheckIn:
        """Somebody checks in."""
        made = CheckIn(
            f"ci-{next(self.numbers)}", person, self.week, audience,
            dict(zip(SCALES, values, strict=True)),
        )  # fmt: skip
        self.boss.execute(
            "insert into vav.check_ins (id, person_id, at, moment, mood, energy, load, audience,"
            " addressed_to) values (%s, %s, %s, 'start', %s, %s, %s, %s, %s)",
            (made.id, f"person-p{person}", self.at(), *values, audience,
             "person-camille" if audience == "lead" else None),
        )  # fmt: skip
        self.given.append(made)
        return made

    def share(self, which: CheckIn, audience: str) -> None:
        """The author decides anew who may see it."""
        to = "person-camille" if audience == "lead" else None
        self.boss.execute(
            "update vav.check_ins set audience = %s, addressed_to = %s where id = %s",
            (audience, to, which.id),
        )
        which.audience = audience

    def read(self, which: CheckIn) -> None:
        """The lead reads it, where it is shared by name."""
        if which.audience == "lead":
            call(self.lead, "read_checkin", id=which.id)
            which.read = True

    def members(self, inside: set[int]) -> None:
        """Who is in the team from now on."""
        self.boss.execute(
            "update vav.people set team_id = case when id = any(%s) then 'team-rhone'"
            " else 'team-nord' end where role = 'advisor'",
            ([f"person-p{n}" for n in inside],),
        )

    def pass_a_week(self) -> None:
        """Everything grows older by a week."""
        with self.boss.transaction():
            self.boss.execute("set local session_replication_role = replica")
            self.boss.execute("update vav.check_ins set at = at - %s", (WEEK_MS,))
            self.boss.execute(
                "with old as (delete from vav.totals returning *)"
                " insert into vav.totals select (jsonb_populate_record(null::vav.totals,"
                " to_jsonb(old) || jsonb_build_object('first_day', old.first_day - 7, 'last_day',"
                # Sorted: all are gone before the first comes back under its neighbour's name.
                " old.last_day - 7))).* from old order by old.first_day"
            )
        self.week += 1

    def look(self) -> None:
        """The lead asks for the totals; what is told is held against the oracle's memory."""
        told = call(self.lead, "team_totals", weeks=104)["periods"]
        first = newest_closed() - timedelta(days=7 * self.week)
        seen = {}
        for period in told:
            begins, ends = date.fromisoformat(period["from"]), date.fromisoformat(period["to"])
            assert begins.weekday() == 0
            assert ends.weekday() == 6
            key = (begins - first).days // 7, (ends - first).days // 7
            seen[key] = {
                scale: None if period[scale] is None else Fraction(str(period[scale]))
                for scale in SCALES
            }
        assert seen.items() >= self.published.items(), "a published figure changed"
        for key in sorted(seen.keys() - self.published.keys()):
            self.check(key, seen[key])
        self.published = seen

    def check(self, key: tuple[int, int], figures: dict[str, Fraction | None]) -> None:
        """One newly published period, against what was given."""
        assert not any(key[0] <= end and begin <= key[1] for begin, end in self.published), key
        assert key[1] <= self.week
        for scale, figure in figures.items():
            if figure is None:
                continue
            means, readable = self.means(key, scale)
            assert figure == halves(sum(means.values(), Fraction(0)) / len(means)), (key, scale)
            gave, hidden = frozenset(means), frozenset(means.keys() - readable)
            assert len(hidden) >= 5, (key, scale)
            for other in [known for known in self.behind if known[2] == scale]:
                their, theirs = self.behind[other]
                apart = gave ^ their
                assert not 1 <= len(apart) <= 4, (key, other, apart)
                # Who can be read can be subtracted: what remains must be many, or nobody.
                unknown = apart & (hidden | theirs)
                assert not 1 <= len(unknown) <= 4, (key, other, unknown)
            self.behind[*key, scale] = gave, hidden

    def means(self, key: tuple[int, int], scale: str) -> tuple[dict[int, Fraction], set[int]]:
        """Each person's mean in a period, and whom the lead can read by name."""
        values: dict[int, list[int]] = {}
        readable = set()
        for one in self.given:
            if key[0] <= one.week <= key[1] and one.audience != "nobody":
                if (value := one.values[scale]) is not None:
                    values.setdefault(one.person, []).append(value)
                if one.audience == "lead" or one.read:
                    readable.add(one.person)
        return {who: Fraction(sum(all_), len(all_)) for who, all_ in values.items()}, readable


def monday() -> date:
    """The Monday of the real week, at Paris."""
    today = datetime.now(PARIS).date()
    return today - timedelta(days=today.weekday())


def newest_closed() -> date:
    """The Monday of the newest week that ended 48 hours ago."""
    then = (datetime.now(PARIS) - timedelta(hours=48)).date()
    return then - timedelta(days=then.weekday() + 7)


def instant(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp() * 1000)


def halves(value: Fraction) -> Fraction:
    """Rounded to 0.5, a quarter upwards."""
    return Fraction(int(value * 2 + Fraction(1, 2)), 2)


@pytest.fixture(scope="module")
def ten(template: SharedDatabase) -> Iterator[Team]:
    with cloned(template) as database:
        lyon = database.add_branch("Lyon")
        rhone, _ = database.add_team("Rhone", lyon), database.add_team("Nord", lyon)
        database.add_person("camille", "lead", rhone)
        for number in range(TEAM):
            database.add_person(f"p{number}", "advisor", rhone)
        with database.superuser() as boss, database.connect("camille") as lead:
            yield Team(boss, lead)


VALUE = st.one_of(st.integers(1, 5), st.none())
ONE = st.tuples(
    st.integers(0, TEAM - 1),
    st.sampled_from(["team_total"] * 6 + ["lead", "lead", "nobody"]),
    st.tuples(st.integers(1, 5), VALUE, VALUE),
)
CHANGE = st.tuples(
    st.sampled_from(["share", "read"]),
    st.integers(0, 60),
    st.sampled_from(["nobody", "team_total", "lead"]),
)
WEEK = st.fixed_dictionaries(
    {
        "absent": st.sets(st.integers(0, TEAM - 1), max_size=4),
        "usual": st.sampled_from(["team_total", "lead", "nobody"]),
        "more": st.lists(ONE, max_size=5),
        "before": st.lists(CHANGE, max_size=3),
        "look": st.booleans(),
        "after": st.lists(CHANGE, max_size=3),
        "outside": st.sets(st.integers(0, TEAM - 1), max_size=3),
    }
)


def change(team: Team, changes: list[tuple[str, int, str]]) -> None:
    for what, number, audience in changes:
        if team.given:
            which = team.given[number % len(team.given)]
            team.read(which) if what == "read" else team.share(which, audience)


def live(team: Team, weeks: list[dict]) -> None:
    """Weeks of a team's life, and what its lead is told on the way."""
    team.clear()
    for week in weeks:
        inside = set(range(TEAM)) - week["outside"]
        team.members(inside)
        for person in sorted(inside - week["absent"]):
            usual = week["usual"] if person < 2 else "team_total"
            team.give(person, usual, (1 + person % 5, 3, None if person % 4 == 0 else 2))
        for person, audience, values in week["more"]:
            if person in inside:
                team.give(person, audience, values)
        change(team, week["before"])
        if week["look"] or week is weeks[-1]:
            team.look()
        change(team, week["after"])
        if week is weeks[-1]:
            team.look()
        else:
            team.pass_a_week()


@settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(weeks=st.lists(WEEK, min_size=2, max_size=7))
def test_no_difference_tells_of_fewer_than_five(ten: Team, weeks: list[dict]):
    live(ten, weeks)


QUIET = {"absent": set(), "usual": "team_total", "more": [], "before": [], "look": True,
         "after": [], "outside": set()}  # fmt: skip


def test_quiet_weeks_are_published_each(ten: Team):
    """The same ten each week: a figure a week, so that the laws above speak of something."""
    live(ten, [{**QUIET} for _ in range(4)])
    assert set(ten.published) == {(n, n) for n in range(4)}
    assert all(figures["mood"] is not None for figures in ten.published.values())


def test_one_who_stays_away_is_merged(ten: Team):
    live(ten, [QUIET, {**QUIET, "absent": {3}}, {**QUIET}])
    assert set(ten.published) == {(0, 0), (1, 2)}


def test_five_or_more_who_stay_away_are_too_few_left(ten: Team):
    live(ten, [QUIET, {**QUIET, "absent": {0, 1, 2, 3, 4, 5}}])
    assert set(ten.published) == {(0, 0)}


def test_what_was_published_stays_when_it_is_withdrawn(ten: Team):
    gone = [("share", n, "nobody") for n in range(TEAM)]
    live(ten, [QUIET, {**QUIET, "before": gone}])
    assert (0, 0) in ten.published


def test_the_last_week_waits_for_48_hours(ten: Team):
    """A week is open until the Tuesday after it has ended; the running one always is."""
    ten.clear()
    for person in range(TEAM):
        ten.give(person, "team_total", (3, 3, 3))
    ten.boss.execute("update vav.check_ins set at = %s", (instant(monday()),))
    ten.look()
    assert ten.published == {}
    ten.boss.execute("update vav.check_ins set at = %s", (instant(monday() - timedelta(days=6)),))
    closed = newest_closed() == monday() - timedelta(days=7)
    assert len(call(ten.lead, "team_totals")["periods"]) == int(closed)


def test_totals_that_are_rolled_back_were_never_told(ten: Team):
    """Else they could be had with somebody's value, and a moment later without."""
    ten.clear()
    for person in range(TEAM):
        ten.give(person, "team_total", (3, 3, 3))
    with ten.lead.transaction(force_rollback=True):
        told = [call_once(ten.lead, "team_totals")]
        with ten.lead.transaction():  # a savepoint
            told += [call_once(ten.lead, "team_totals") for _ in range(2)]
    assert all(one["again"] and "periods" not in one for one in told)
    ten.look()
    assert set(ten.published) == {(0, 0)}


NEVER_APART = """
create or replace function vav.subtractable(gave text[], hidden text[], former jsonb)
    returns boolean language sql as 'select false';
create or replace function vav.differ(one text[], other text[]) returns int
    language sql as 'select 0';
"""
PLAIN_COUNT = NEVER_APART.split(";", maxsplit=1)[0].replace(
    "'select false'",
    "$$ select vav.differ(gave, array(select jsonb_array_elements_text(former -> 'gave')))"
    " between 1 and 4 $$",
)
ALL_UNREAD = """
create or replace function vav.values_of(team text, starts bigint, ends bigint)
    returns table (person_id text, mood numeric, energy numeric, load numeric, hidden boolean)
    language sql as $$
    select c.person_id, avg(c.mood), avg(c.energy), avg(c.load), true from vav.check_ins c
    where c.team_id = team and c.at >= starts and c.at < ends and c.audience <> 'nobody'
    group by c.person_id $$
"""
WITHDRAWN_TOO = ALL_UNREAD.replace("and c.audience <> 'nobody'", "")
BY_NAME = [(person, "lead", (3, 3, 3)) for person in range(6)]
PLANTED = {
    "differences are not looked at": (NEVER_APART, [QUIET, {**QUIET, "absent": {3}}]),
    "what is known by name counts": (
        PLAIN_COUNT,
        # Four whom the lead knows leave, one of whom nothing is known comes.
        [{**QUIET, "absent": {9}, "more": BY_NAME[:4]}, {**QUIET, "absent": {0, 1, 2, 3}}]),
    "five people, read or not": (ALL_UNREAD, [{**QUIET, "more": BY_NAME}]),
    "withdrawn values are counted": (
        WITHDRAWN_TOO, [{**QUIET, "before": [("share", n, "nobody") for n in (0, 5)]}]),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_the_oracle_sees_each_bug(ten: Team, name: str):
    bug, weeks = PLANTED[name]
    weeks = [{**week} for week in weeks]
    planted = {line.split("(")[0] for line in bug.split("function ")[1:]}
    kept = [
        ten.boss.execute("select pg_get_functiondef(%s::regproc)", (each,)).fetchone()
        for each in planted
    ]
    live(ten, weeks)
    ten.boss.execute(bug)
    try:
        with pytest.raises(AssertionError):
            live(ten, weeks)
    finally:
        for (text,) in kept:  # type: ignore[misc] # a function that is there has a definition
            ten.boss.execute(text)
