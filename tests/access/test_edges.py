"""What one person's odd fact may do to others: nothing, whatever instant or contact it names."""

from datetime import date

import psycopg
import pytest

from tests.access.scenes import incivility, said, talk_of
from tests.access.world import DAY, NOW, SqlDoor, World, call, check_in, contact
from tests.shared_database import SharedDatabase

FAR = (-(2**63), -(10**16), -1, 32_503_680_000_000, 10**16, 2**63 - 1)
"""Milliseconds that no screen and no calendar can say, or that nobody lived."""

WEEKS = {"first": date(2020, 1, 6), "last": date(2027, 1, 4)}


@pytest.fixture
def small(fresh: SharedDatabase) -> World:
    """The small company alone in its database."""
    return World(fresh, SqlDoor(fresh), None)  # type: ignore[arg-type] # one door is enough


@pytest.mark.parametrize("at", FAR)
def test_an_instant_out_of_the_calendar_breaks_nobody_s_totals(small: World, at: int):
    assert small.push("lea", check_in("lea", "nobody", at=at)) == ["rejected bad_body"]
    assert small.sql.call("camille", "team_totals")["periods"] == []
    assert small.sql.call("karim", "mirror", **WEEKS)["team"] == []


@pytest.mark.parametrize("at", FAR)
def test_a_row_that_is_there_already_breaks_them_neither(small: World, at: int):
    small.push("lea", check_in("lea", "nobody", id="old"))
    small.database.run("update vav.check_ins set at = %s", at)
    assert small.sql.call("camille", "team_totals")["periods"] == []
    assert small.sql.call("karim", "mirror", **WEEKS)["team"] == []


@pytest.mark.parametrize("column", ["at", "due_at", "started_at", "ended_at"])
def test_each_instant_of_a_fact_is_one_that_screens_can_say(small: World, column: str):
    about = {"contact_id": "x", "customer_id": "customer-durand", "due_at": NOW}
    made = (
        contact("lea", "customer-durand")
        if column in {"started_at", "ended_at"}
        else said("promise", "lea", kind="call", **about)
    )
    made["body"][column] = 10**17
    assert small.push("lea", made) == ["rejected bad_body"]


@pytest.mark.parametrize("day", ["soon", "2026-13-45", "infinity", "2026-1-2"])
def test_a_talk_is_planned_for_a_day(small: World, day: str):
    small.push("lea", check_in("lea", "lead", "camille", id="ci"))
    (said_so,) = small.push("camille", talk_of("camille", "ci", planned_for=day))
    assert said_so.startswith("rejected")
    assert small.push("camille", talk_of("camille", "ci", planned_for=None)) == ["applied"]


def test_another_s_report_on_one_s_contact_is_not_counted(small: World):
    """Karim names Léa's contact: neither what he reports nor his steps off are counted as hers."""
    week = date(2026, 11, 16)
    made = [contact("lea", "customer-durand") for _ in range(5)]
    assert small.push("lea", *made) == ["applied"] * 5
    names = [one["body"]["id"] for one in made]
    forged = [incivility("karim", f"in-{one}", contact_id=one) for one in names]
    assert small.push("karim", *forged) == ["applied"] * 5
    told = small.sql.call("lea", "mirror", first=week, last=week)["customers"]
    assert told["1"]["incivility"] == [5, 5]
    assert small.push("lea", incivility("lea", "own", contact_id=names[0])) == ["applied"]
    told = small.sql.call("lea", "mirror", first=week, last=week)["customers"]
    assert told["1"]["incivility"] == [4, 5]


def test_who_keeps_a_transaction_open_does_not_keep_others_from_their_mirror(small: World):
    """Closed weeks are published by whoever asks first; that they never commit is theirs alone."""
    old = NOW - 21 * DAY
    assert small.push("lea", check_in("lea", "team_total", at=old)) == ["applied"]
    with psycopg.connect(small.database.people["karim"].dsn) as open_ended:
        call(open_ended, "mirror", **WEEKS)
        assert small.sql.call("lea", "mirror", **WEEKS)["team"] == []
    assert small.database.run("select count(*) > 0 from vav.totals") == [(True,)]
