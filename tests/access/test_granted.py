"""A gesture that names a request is made of what a lead granted, once; until then it is held."""

from typing import Any

import psycopg
import pytest

from tests.access.scenes import answered, gesture, request
from tests.access.test_races import Later
from tests.access.world import SqlDoor, World, batch, call
from tests.shared_database import SharedDatabase


@pytest.fixture
def small(fresh: SharedDatabase) -> World:
    """The small company, in which Léa asked Camille for 90 euros."""
    made = World(fresh, SqlDoor(fresh), None)  # type: ignore[arg-type] # one door is enough
    assert made.push("lea", request("lea", "camille", id="ask")) == ["applied"]
    return made


def made_of(name: str = "ask", **more: Any) -> dict[str, Any]:
    """The gesture that Léa makes of a request."""
    return gesture("lea", "customer-durand", request_id=name, **{"cents": 9000, **more})


def test_it_is_held_until_its_answer_came(small: World):
    """Its desk may have had the answer from a database that was restored since."""
    granted = made_of(id="held")
    after = gesture("lea", "customer-durand")
    assert small.push("lea", granted, after) == ["hold", "applied"]
    assert small.push("camille", answered("camille", "ask")) == ["applied"]
    assert small.push("lea", granted) == ["applied"]
    assert "held" in small.pull("karim")["gesture"]


def test_a_request_that_comes_in_the_same_push_or_later_too(small: World):
    late = request("lea", "camille", id="late")
    assert small.push("lea", made_of("late"), late, made_of("late")) == ["hold", "applied", "hold"]


def test_what_was_declined_or_is_another_gesture_is_not_taken(small: World):
    no = request("lea", "camille", id="no")
    small.push("lea", no)
    small.push("camille", answered("camille", "no", granted=False), answered("camille", "ask"))
    refused = [made_of("no"), made_of(cents=9001), made_of(kind="credit"), made_of(contact_id="x")]
    assert small.push("lea", *refused) == ["rejected not_granted"] * 4
    assert small.push("lea", made_of(cents=8000)) == ["applied"]


def test_an_answer_that_does_not_stand_grants_nothing(small: World):
    no, yes = answered("camille", "ask", granted=False), answered("camille", "ask")
    assert small.push("camille", no, yes) == ["applied"] * 2
    assert small.push("lea", made_of()) == ["rejected not_granted"]


def test_it_is_made_once_and_again_after_it_was_taken_back(small: World):
    small.push("camille", answered("camille", "ask"))
    first = made_of(id="first")
    assert small.push("lea", first, made_of()) == ["applied", "rejected 23505"]
    assert small.push("lea", first) == ["applied"]
    back = made_of(id="back", takes_back="first")
    assert small.push("lea", back, made_of(), made_of()) == ["applied", "applied", "rejected 23505"]


def test_what_is_taken_back_before_it_came_asks_nobody(small: World):
    assert small.push("lea", made_of(takes_back="never came")) == ["applied"]


def test_two_machines_at_once_make_one(small: World):
    small.push("camille", answered("camille", "ask"))
    with (
        psycopg.connect(small.database.people["lea"].dsn) as one,
        small.database.connect("lea") as other,
    ):
        first = call(one, "push", facts=batch(made_of(), device="desk-lea"))
        second = Later(other, "push", facts=batch(made_of(), device="desk-lea-2"))
        second.waits(small)
        one.commit()
        said = [each["answers"][0] for each in (first, second.ends().answer)]
    assert [each["answer"] for each in said] == ["applied", "rejected"]
    assert said[1]["why"] == "23505"


def policy(small: World, ceiling: str) -> None:
    """What an administrator pushes as `latitude.yaml`."""
    text = f"currency: EUR\ndaily_cents: 5000\n{ceiling}\nkinds: []\n"
    small.database.run(
        "insert into vav.documents (id, type, name, text) values ('latitude', 'latitude', '', %s)"
        " on conflict (id) do update set text = excluded.text",
        text,
    )


def alone(cents: int, **more: Any) -> dict[str, Any]:
    """A gesture that asked nobody."""
    return gesture("lea", "customer-durand", cents=cents, **more)


def test_a_contact_gets_no_more_than_the_policy_lets_anybody_give_it(small: World):
    policy(small, "contact_cents: 2500  # au plus dans un même contact")
    assert small.push("lea", alone(2501), alone(2000, id="two"), alone(501), alone(500)) == [
        "rejected not_granted", "applied", "rejected not_granted", "applied",
    ]  # fmt: skip
    # Another contact, another person, what costs nothing, what was taken back, what a lead granted.
    assert small.push("lea", alone(2500, contact_id="x"), alone(0)) == ["applied"] * 2
    assert small.push("karim", gesture("karim", "customer-durand", cents=2500)) == ["applied"]
    back = alone(2000, takes_back="two")
    assert small.push("lea", back, alone(2001), alone(2000)) == [
        "applied", "rejected not_granted", "applied",
    ]  # fmt: skip
    small.push("camille", answered("camille", "ask"))
    assert small.push("lea", made_of()) == ["applied"]


def test_a_gesture_under_a_policy_that_was_lowered_since_is_taken(small: World):
    policy(small, "contact_cents: 4000")
    policy(small, "contact_cents: 1000")
    assert small.push("lea", alone(4000), alone(1)) == ["applied", "rejected not_granted"]


@pytest.mark.parametrize(
    "ceiling", ["", "contact_cents: 2_500", "contact_cents: '2500'", " contact_cents: 1"]
)
def test_a_policy_that_is_not_read_here_holds_nobody(small: World, ceiling: str):
    assert small.push("lea", alone(9000, contact_id="x")) == ["applied"]
    policy(small, "contact_cents: 1000")
    policy(small, ceiling)
    policy(small, "contact_cents: 1000")
    assert small.push("lea", alone(9000)) == ["applied"]
