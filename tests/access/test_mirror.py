"""The team's half of the mirror under attack: a colleague knows their own value and subtracts it.

The life of `test_totals` is played on, with contacts and pauses besides, and after each look of the
lead two advisors look at their mirror: no figure and no difference of two figures that they see tells
what fewer than five others gave, nor what was changed since.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.access.test_totals import (
    QUIET,
    TEAM,
    WEEK,
    WEEK_MS,
    CheckIn,
    Team,
    live,
    newest_closed,
)
from tests.access.world import Refusal, call, call_once
from tests.shared_database import SharedDatabase, cloned

SCALES = ("mood", "energy", "load")
RATES = ("check_ins", "step_offs", "pauses")
READERS = (0, 7)
Key = tuple[int, int]
Set = frozenset[int]


@dataclass(slots=True)
class Watched(Team):
    """A team whose advisors look too; the oracle remembers who had contacts, and what was told."""

    colleagues: dict[int, psycopg.Connection] = field(default_factory=dict, repr=False)
    worked: dict[int, set[int]] = field(default_factory=dict)
    inside: set[int] = field(default_factory=lambda: set(range(TEAM)))
    told: dict[int, dict[tuple[Key, str], float]] = field(default_factory=dict)
    """What each reader was shown."""
    sets: dict[tuple[Key, str], tuple[Set, Set]] = field(default_factory=dict)
    """Of each figure as it was published: who gave it, and whom the lead could not read."""
    shares: dict[tuple[Key, str], Fraction] = field(default_factory=dict)

    def clear(self) -> None:
        with self.boss.transaction():
            self.boss.execute("set local session_replication_role = replica")
            self.boss.execute("truncate vav.contacts, vav.pauses")
        super(Watched, self).clear()
        self.worked, self.inside = {}, set(range(TEAM))
        self.told, self.sets, self.shares = {who: {} for who in READERS}, {}, {}

    def give(self, person: int, audience: str, values: tuple[int | None, ...]) -> CheckIn:
        made = super(Watched, self).give(person, audience, values)
        if person not in self.worked.setdefault(self.week, set()):
            self.worked[self.week].add(person)
            self.boss.execute(
                "insert into vav.contacts (id, person_id, channel, started_at, ended_at)"
                " values (%s, %s, 'chat', %s, %s)",
                (f"k-{made.id}", f"person-p{person}", self.at(), self.at()),
            )
            if person % 3 == 0:
                self.boss.execute(
                    "insert into vav.pauses (id, person_id, at, minutes) values (%s, %s, %s, 5)",
                    (f"b-{made.id}", f"person-p{person}", self.at()),
                )
        return made

    def members(self, inside: set[int]) -> None:
        super(Watched, self).members(inside)
        self.inside = inside

    def pass_a_week(self) -> None:
        with self.boss.transaction():
            self.boss.execute("set local session_replication_role = replica")
            self.boss.execute(
                "update vav.contacts set started_at = started_at - %s, ended_at = ended_at - %s",
                (WEEK_MS, WEEK_MS),
            )
            self.boss.execute("update vav.pauses set at = at - %s", (WEEK_MS,))
        super(Watched, self).pass_a_week()

    def look(self) -> None:
        super(Watched, self).look()
        self.remember()
        for reader in READERS:
            if reader in self.inside:
                self.look_as(reader)

    def remember(self) -> None:
        """Whose values lie behind what was published just now, by the oracle's own memory."""
        first = newest_closed() - timedelta(days=7 * self.week)
        for begins, ends in self.boss.execute("select first_day, last_day from vav.totals"):
            key = (begins - first).days // 7, (ends - first).days // 7
            within = range(key[0], key[1] + 1)
            for scale in SCALES:
                if (*key, scale) in self.behind and (key, scale) not in self.sets:
                    self.sets[key, scale] = self.behind[*key, scale]
                    self.shares[key, scale] = self.favoured(within, scale)
            if (key, "pauses") in self.sets:
                continue
            gave = frozenset(
                who for week in within for who in self.worked.get(week, ()) if who in self.inside
            )
            readable = {
                one.person
                for one in self.given
                if one.week in within and (one.audience == "lead" or one.read)
            }
            self.sets |= {(key, name): (gave, gave) for name in RATES}
            self.sets[key, "check_ins"] = gave, gave - readable

    def favoured(self, within: range, scale: str) -> Fraction:
        """The mean over people of each one's share of favourable values, to ten points."""
        values: dict[int, list[bool]] = {}
        for one in self.given:
            value = one.values[scale]
            if one.week in within and one.audience != "nobody" and value is not None:
                good = value <= 3 if scale == "load" else value >= 4
                values.setdefault(one.person, []).append(good)
        means = [Fraction(sum(all_), len(all_)) for all_ in values.values()]
        return Fraction(int(sum(means, Fraction(0)) / len(means) * 10 + Fraction(1, 2)), 10)

    def look_as(self, reader: int) -> None:
        """What an advisor is told, against the oracle's memory and what they were told before."""
        first = newest_closed() - timedelta(days=7 * self.week)
        told = call(
            self.colleagues[reader], "mirror",
            first=newest_closed() - timedelta(days=7 * 100), last=newest_closed(),
        )["team"]  # fmt: skip
        seen = {}
        for period in told:
            begins, ends = date.fromisoformat(period["from"]), date.fromisoformat(period["to"])
            key = (begins - first).days // 7, (ends - first).days // 7
            seen.update({(key, name): value for name, value in period["shares"].items()})
        assert seen.items() >= self.told[reader].items(), "what was told changed"
        fresh = sorted(seen.keys() - self.told[reader].keys())
        self.told[reader] = seen
        for figure in fresh:
            self.hold(reader, figure, seen[figure])

    def hold(self, reader: int, figure: tuple[Key, str], value: float) -> None:
        """One figure that a reader was told, against all others that they were told."""
        _key, name = figure
        if name in SCALES:
            assert Fraction(str(value)) == self.shares[figure], figure
        gave, unread = (one - {reader} for one in self.sets[figure])
        assert len(unread) >= 5, (figure, reader)
        for other in self.told[reader]:
            if other[1] == name and other != figure:
                theirs, hidden = (one - {reader} for one in self.sets[other])
                assert not 1 <= len(gave ^ theirs) <= 4, (figure, other, reader)
                unknown = (gave ^ theirs) & (unread | hidden)
                assert not 1 <= len(unknown) <= 4, (figure, other, reader)


@pytest.fixture(scope="module")
def ten(template: SharedDatabase) -> Iterator[Watched]:
    with cloned(template) as database:
        lyon = database.add_branch("Lyon")
        rhone, _ = database.add_team("Rhone", lyon), database.add_team("Nord", lyon)
        database.add_person("camille", "lead", rhone)
        for number in range(TEAM):
            database.add_person(f"p{number}", "advisor", rhone)
        with (
            database.superuser() as boss,
            database.connect("camille") as lead,
            database.connect(f"p{READERS[0]}") as one,
            database.connect(f"p{READERS[1]}") as other,
        ):
            colleagues = dict(zip(READERS, (one, other), strict=True))
            yield Watched(boss, lead, colleagues=colleagues)


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(weeks=st.lists(WEEK, min_size=2, max_size=6))
def test_no_difference_tells_a_colleague_of_fewer_than_five(ten: Watched, weeks: list[dict]):
    live(ten, weeks)


FIVE_GO = [QUIET, {**QUIET, "absent": {0, 1, 2, 3, 4}}]


def test_quiet_weeks_are_told_to_everybody(ten: Watched):
    live(ten, [{**QUIET} for _ in range(3)])
    for reader in READERS:
        assert {key for key, name in ten.told[reader] if name == "mood"} == {
            (n, n) for n in range(3)
        }
        assert {name for _, name in ten.told[reader]} == {*SCALES, *RATES}
    first = ten.told[0]
    assert first[(0, 0), "check_ins"] == 1
    assert first[(0, 0), "pauses"] == 0.4
    assert first[(0, 0), "step_offs"] == 0


def test_a_mirror_that_is_rolled_back_was_never_told(ten: Watched):
    ten.clear()
    for person in range(TEAM):
        ten.give(person, "team_total", (3, 3, 3))
    reader = ten.colleagues[0]
    asked = {"first": newest_closed(), "last": newest_closed()}
    with reader.transaction(force_rollback=True):
        told = [call_once(reader, "mirror", **asked) for _ in range(2)]
    assert [set(one) for one in told] == [{"now", "team_id", "again"}] * 2
    assert call(reader, "mirror", **asked)["team"]


def test_who_could_subtract_is_not_told_what_the_lead_is(ten: Watched):
    """Five of ten go: of the five who stay, four are others to each of them."""
    live(ten, FIVE_GO)
    assert (1, 1) in ten.published
    assert {key for key, name in ten.told[7] if name == "mood"} == {(0, 0)}


def test_who_became_lead_of_their_own_team_neither(ten: Watched):
    live(ten, FIVE_GO)
    ten.boss.execute("update vav.people set role = 'lead' where id = 'person-p0'")
    told = call(ten.colleagues[0], "team_totals", weeks=104)["periods"]
    ten.boss.execute("update vav.people set role = 'advisor' where id = 'person-p0'")
    assert len(told) == 1


TO_ALL = """
create or replace function vav.told_to(me text, team text)
    returns table (first_day date, measure text) language sql as $$
    select t.first_day, k from vav.totals t, jsonb_object_keys(t.scales || t.rate_people) k
    where t.team_id = team $$
"""
NEVER = """
create or replace function vav.subtractable(gave text[], hidden text[], former jsonb)
    returns boolean language sql as 'select false'
"""
PLANTED = {
    "a reader's own value is forgotten": (TO_ALL, FIVE_GO),
    "differences are not looked at": (NEVER, FIVE_GO),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_the_oracle_sees_each_bug(ten: Watched, name: str):
    bug, weeks = PLANTED[name]
    weeks = [{**week} for week in weeks]
    planted = bug.split("function ")[1].split("(")[0]
    (kept,) = ten.boss.execute("select pg_get_functiondef(%s::regproc)", (planted,)).fetchone() or (
        "",
    )
    live(ten, weeks)
    ten.boss.execute(bug)
    try:
        with pytest.raises(AssertionError):
            live(ten, weeks)
    finally:
        ten.boss.execute(kept)


def test_another_team_s_lead_and_the_administrator_see_nothing_of_it(ten: Watched):
    live(ten, [QUIET])
    ten.members(set(range(1, TEAM)))
    told = call(ten.colleagues[0], "mirror", first=newest_closed(), last=newest_closed())
    ten.members(set(range(TEAM)))
    assert told["team_id"] == "team-nord"
    assert told["team"] == []
    with pytest.raises(Refusal):
        call(ten.colleagues[0], "team_totals")
