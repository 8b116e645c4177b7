"""A team's totals: five people who cannot be read by name, closed weeks, published once."""

from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.shared_talk import Talk, talk

PARIS = ZoneInfo("Europe/Paris")
TEAM = "team-rhone"
LEA = "person-lea"
IDS = count(1)


def monday(weeks_ago: int) -> date:
    """Monday of the week closed that many weeks ago; the last closed one is 1."""
    now = datetime.now(PARIS) - timedelta(hours=48)
    return now.date() - timedelta(days=now.weekday() + 7 * weeks_ago)


@pytest.fixture
def desk(seeded) -> Talk:
    seeded.run("delete from vav.people where sign_in in ('karim', 'ex')")
    for n in range(1, 16):
        seeded.run(
            "insert into vav.people (id, name, sign_in, role, team_id) values (%s, '', %s, 'advisor', %s)",
            f"a{n}", f"a{n}", TEAM,
        )  # fmt: skip
    return talk(seeded)


def gives(
    desk: Talk, who: str, weeks_ago: int, mood: int | None = 3, audience: str = "team_total", **more
) -> str:
    """A check-in on the Wednesday of a week; `hours` moves it from there."""
    day = datetime.combine(monday(weeks_ago) + timedelta(days=2), datetime.min.time(), PARIS)
    at = day.astimezone(UTC) + timedelta(hours=12 + more.get("hours", 0))
    name = f"i{next(IDS)}"
    desk.run(
        "insert into vav.check_ins (id, person_id, at, moment, mood, energy, audience, addressed_to)"
        " values (%s, %s, %s, 'any', %s, %s, %s, %s)",
        name, who, int(at.timestamp() * 1000), mood, more.get("energy"), audience,
        "person-camille" if audience == "lead" else None,
    )  # fmt: skip
    return name


def team(desk: Talk, weeks_ago: int, numbers, mood: int = 3) -> None:
    for n in numbers:
        gives(desk, f"a{n}", weeks_ago, mood)


def periods(desk: Talk) -> list[tuple[int, int, float | None]]:
    """Weeks ago of the first and last week, and the mood."""
    said = desk.call("camille", "team_totals", weeks=52)["periods"]
    return [
        (
            (monday(0) - date.fromisoformat(one["from"])).days // 7,
            (monday(0) - date.fromisoformat(one["to"])).days // 7 + 1,
            one["mood"],
        )
        for one in said
    ]


def test_five_people_make_a_total(desk):
    team(desk, 1, range(1, 5))
    gives(desk, LEA, 1, 5)
    assert desk.call("camille", "team_totals")["periods"] == [
        {"from": str(monday(1)), "to": str(monday(0) - timedelta(days=1)), "people": 5,
         "mood": 3.5, "energy": None, "load": None, "shares": {"mood": 0.2}, "rates": {}}
    ]  # fmt: skip


@pytest.mark.parametrize("audience", ["nobody", "lead"])
def test_four_who_cannot_be_read_make_none(desk, audience):
    team(desk, 1, range(1, 5))
    gives(desk, LEA, 1, 5, audience)
    assert periods(desk) == []


def test_who_shares_by_name_counts_beside_five(desk):
    team(desk, 1, range(1, 6))
    gives(desk, "a6", 1, 5, "lead")
    assert periods(desk) == [(1, 1, 3.5)]


def test_what_was_read_stays_readable(desk):
    team(desk, 1, range(1, 5))
    read = gives(desk, LEA, 1, 5, "lead")
    desk.call("camille", "read_checkin", id=read)
    desk.run("update vav.check_ins set audience = 'team_total', addressed_to = null")
    assert periods(desk) == []


def test_a_persons_value_is_the_mean_of_theirs(desk):
    team(desk, 1, range(1, 5), mood=1)
    for mood in (5, 5, 5, 1):
        gives(desk, "a5", 1, mood)
    gives(desk, "a5", 1, 1, "nobody")
    assert periods(desk) == [(1, 1, 1.5)]  # (1 + 1 + 1 + 1 + 4) / 5 = 1.6


def test_a_scale_that_four_gave_has_no_figure(desk):
    for n in range(1, 7):
        gives(desk, f"a{n}", 1, 3, energy=2 if n < 5 else None)
    (one,) = desk.call("camille", "team_totals")["periods"]
    assert (one["mood"], one["energy"], one["people"]) == (3.0, None, 6)


def test_a_week_under_way_is_not_told(desk):
    team(desk, 0, range(1, 8))
    team(desk, -1, range(1, 8))
    assert periods(desk) == []


def test_weeks_are_those_of_paris(desk):
    start = -48 - 12  # from Wednesday noon to Monday midnight
    for n in range(1, 6):
        gives(desk, f"a{n}", 2, 2, hours=start)
        gives(desk, f"a{n}", 1, 4, hours=start)
        gives(desk, f"a{n}", 1, 1, hours=start - 0.01)
    assert periods(desk) == [(2, 2, 1.5), (1, 1, 4.0)]


@pytest.mark.parametrize(("more", "mood"), [(1, 4.5), (2, 4.5), (4, 4.0)])
def test_a_week_with_a_few_other_people_waits_for_the_next(desk, more, mood):
    team(desk, 4, range(1, 7))
    team(desk, 3, range(1, 7 + more))
    assert periods(desk) == [(4, 4, 3.0)]
    team(desk, 2, range(1, 12), mood=5)
    assert periods(desk)[1:] == [(3, 2, mood)]


@pytest.mark.parametrize(("others", "weeks_ago"), [(0, 1), (1, 3)])
def test_it_is_told_up_to_which_week_all_was_decided(desk, others, weeks_ago):
    """Two weeks with nobody were put down as not to be; some with a few others still wait."""
    team(desk, 3, range(1, 7))
    team(desk, 2, range(1, (7 + others) if others else 1))
    team(desk, 1, range(1, (7 + others) if others else 1))
    decided = desk.call("camille", "team_totals")["decided"]
    assert date.fromisoformat(decided) == monday(weeks_ago - 1) - timedelta(days=1)


def test_where_nobody_ever_said_anything_nothing_was_decided(desk):
    assert desk.call("camille", "team_totals")["decided"] is None


def test_the_same_people_or_five_others_make_a_week(desk):
    team(desk, 3, range(1, 7))
    team(desk, 2, range(1, 7))
    team(desk, 1, range(1, 12))
    assert periods(desk) == [(3, 3, 3.0), (2, 2, 3.0), (1, 1, 3.0)]


def test_what_is_published_stays(desk):
    team(desk, 2, range(1, 7), mood=2)
    first = periods(desk)
    desk.run("update vav.check_ins set audience = 'nobody' where person_id = 'a1'")
    desk.run("delete from vav.check_ins where person_id = 'a2'")
    team(desk, 2, range(7, 12), mood=5)
    assert periods(desk) == first == [(2, 2, 2.0)]


def test_a_lead_who_was_of_the_team_does_not_see_what_they_can_subtract(desk):
    team(desk, 1, range(1, 5))
    gives(desk, LEA, 1)
    assert periods(desk) == [(1, 1, 3.0)]
    desk.run("update vav.people set role = 'lead' where sign_in = 'lea'")
    assert desk.call("lea", "team_totals")["periods"] == []


def test_a_lead_is_in_no_total(desk):
    team(desk, 1, range(1, 5))
    gives(desk, "person-camille", 1)
    assert periods(desk) == []


def test_a_check_in_belongs_to_the_team_of_its_day(desk):
    team(desk, 1, range(1, 7))
    desk.run("update vav.people set team_id = 'team-nord' where id <> 'person-camille'")
    assert periods(desk) == [(1, 1, 3.0)]


@pytest.mark.parametrize(("who", "code"), [("lea", "PT403"), ("admin", "PT403"), ("ex", "PT401")])
def test_totals_are_for_the_lead(seeded, who, code):
    assert talk(seeded).refused(who, "team_totals") == code


@given(
    st.lists(
        st.dictionaries(
            st.integers(1, 12), st.sampled_from(["team_total", "lead", "nobody"]), max_size=12
        ),
        min_size=2,
        max_size=6,
    )
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_two_neighbours_differ_by_a_few(desk, weeks):
    desk.run("delete from vav.check_ins")
    desk.run("delete from vav.totals")
    for weeks_ago, people in enumerate(reversed(weeks), start=1):
        for n, audience in people.items():
            gives(desk, f"a{n}", weeks_ago, 1 + n % 5, audience)
    desk.call("camille", "team_totals")
    told = desk.run(
        "select members, hidden from vav.totals where scales <> '{}' order by first_day"
    )
    for _, hidden in told:
        assert hidden >= 5
    for (former, _), (members, _) in pairwise(told):
        assert len(set(former) ^ set(members)) not in range(1, 5)
