"""Two sessions at one moment: each order gives what one of them alone would have given."""

import contextlib
import threading
from typing import Any

import psycopg
import pytest

from tests.access.scenes import outcome, story
from tests.access.world import NOW, Refusal, World, batch, call, call_once, check_in, contact, fact


class Later:
    """A call in a thread of its own, which waits for another session's lock."""

    def __init__(self, session: psycopg.Connection, function: str, **params: Any) -> None:
        self.answer: Any = None
        self.refusal: Refusal | None = None
        self.session = session
        self._pid = session.info.backend_pid
        self._thread = threading.Thread(target=self._run, args=(function, params))
        self._thread.start()

    def _run(self, function: str, params: dict[str, Any]) -> None:
        try:
            self.answer = call(self.session, function, **params)
        except Refusal as refusal:
            self.refusal = refusal

    def waits(self, world: World) -> None:
        """Return once it stands at a lock."""
        asked = "select count(*) from pg_locks where pid = %s and not granted"
        while self._thread.is_alive():
            if world.database.run(asked, self._pid) != [(0,)]:
                return
        raise AssertionError("it did not wait")

    def ends(self) -> "Later":
        self._thread.join(30)
        assert not self._thread.is_alive()
        return self


def withdrawal(name: str) -> dict[str, Any]:
    shared = fact("check_in_share")
    shared["body"] |= {
        "check_in_id": name, "person_id": "person-karim", "at": NOW, "audience": "nobody",
        "addressed_to": None,
    }  # fmt: skip
    return batch(shared, device="desk-karim")


def readings(world: World, name: str) -> int:
    told = world.sql.call("karim", "my_readings")["readings"]
    return len([one for one in told if one["check_in_id"] == name])


def test_a_withdrawal_under_way_comes_first(world: World):
    world.push("karim", check_in("karim", "lead", "camille", id="race-1"))
    with (
        psycopg.connect(world.database.people["karim"].dsn) as author,
        world.database.connect("camille") as lead,
    ):
        call(author, "push", facts=withdrawal("race-1"))
        reading = Later(lead, "read_checkin", id="race-1")
        reading.waits(world)
        author.commit()
        assert reading.ends().refusal is not None
        assert reading.refusal.code == "PT410"
    assert readings(world, "race-1") == 0


def test_a_reading_under_way_is_told_before_the_withdrawal(world: World):
    world.push("karim", check_in("karim", "lead", "camille", id="race-2"))
    with (
        psycopg.connect(world.database.people["camille"].dsn) as lead,
        world.database.connect("karim") as author,
    ):
        call_once(lead, "read_checkin", id="race-2")
        withdrawn = Later(author, "push", facts=withdrawal("race-2"))
        withdrawn.waits(world)
        lead.commit()
        assert withdrawn.ends().answer["answers"][0]["answer"] == "applied"
        with pytest.raises(Refusal):
            call(lead, "read_checkin", id="race-2")
    assert readings(world, "race-2") == 1


def test_a_reading_that_is_rolled_back_was_none(world: World):
    """Nothing is told before its author will know of it."""
    world.push("karim", check_in("karim", "lead", "camille", id="race-3"))
    with world.database.connect("camille") as lead:
        with lead.transaction(force_rollback=True):
            told = [call_once(lead, "read_checkin", id="race-3") for _ in range(2)]
            with lead.transaction():  # a savepoint
                told.append(call_once(lead, "read_checkin", id="race-3"))
        assert [set(one) for one in told] == [{"now", "again"}] * 3
        assert readings(world, "race-3") == 0
        assert "check_in" in call(lead, "read_checkin", id="race-3")
    assert readings(world, "race-3") == 1


@pytest.mark.parametrize("devices", [("desk-lea", "desk-lea"), ("desk-lea", "desk-lea-2")])
def test_one_operation_at_once_from_two_sessions_is_one(world: World, devices: tuple[str, str]):
    """A client that lost the line and tries again, while its first call is still under way."""
    made = contact("lea", "customer-durand")
    with (
        psycopg.connect(world.database.people["lea"].dsn) as one,
        world.database.connect("lea") as two,
    ):
        first = call(one, "push", facts=batch(made, device=devices[0]))
        second = Later(two, "push", facts=batch(made, device=devices[1]))
        second.waits(world)
        one.commit()
        answers = [first["answers"][0], second.ends().answer["answers"][0]]
    assert [answer["answer"] for answer in answers] == ["applied", "applied"]
    count = "select count(*) from vav.contacts where id = %s"
    assert world.database.run(count, made["body"]["id"]) == [(1,)]


def test_one_that_was_rolled_back_is_taken_by_the_other(world: World):
    made = contact("lea", "customer-durand")
    with (
        psycopg.connect(world.database.people["lea"].dsn) as one,
        world.database.connect("lea") as two,
    ):
        call(one, "push", facts=batch(made, device="desk-lea"))
        second = Later(two, "push", facts=batch(made, device="desk-lea"))
        second.waits(world)
        one.rollback()
        assert second.ends().answer["answers"][0]["answer"] == "applied"


def test_two_leads_who_ask_at_once_publish_once(world: World):
    people = world.database.people
    limit = "alter function vav.publish(text) set lock_timeout = '{}'"
    with (
        psycopg.connect(people["camille"].dsn) as one,
        world.database.connect("noor") as two,
        contextlib.ExitStack() as after,
    ):
        # Who waits, and not how long: a machine that stands still would have the other give up.
        world.database.run(limit.format("1min"))
        after.callback(world.database.run, limit.format("1s"))
        call_once(one, "team_totals")
        second = Later(two, "team_totals")
        second.waits(world)
        one.commit()
        assert second.ends().refusal is None
        assert second.answer["periods"] == call(one, "team_totals")["periods"]


def test_two_edits_of_one_field_at_once(world: World):
    """The first to arrive stays; the other is a conflict, with the value that stays."""

    def edit(who: str, city: str) -> dict[str, Any]:
        made = fact("customer_edit")
        made["body"] |= {
            "customer_id": "customer-petit", "person_id": f"person-{who}", "at": NOW,
            "field": "city", "value": city, "former": "", "based_on": 0,
        }  # fmt: skip
        return batch(made, device=f"desk-{who}")

    people = world.database.people
    with psycopg.connect(people["lea"].dsn) as one, world.database.connect("karim") as two:
        assert call(one, "push", facts=edit("lea", "Vienne"))["answers"][0]["answer"] == "applied"
        second = Later(two, "push", facts=edit("karim", "Bron"))
        second.waits(world)
        one.commit()
        (answer,) = second.ends().answer["answers"]
    assert answer["answer"] == "conflict"
    assert (answer["theirs"]["value"], answer["theirs"]["by"]) == ("Vienne", "person-lea")


def test_a_publication_that_waited_for_a_withdrawal_shows_nothing(world: World):
    """It was asked before its author took the story back, and comes after."""
    world.push("lea", story("lea", "race-story"))
    people = world.database.people
    with psycopg.connect(people["lea"].dsn) as author, world.database.connect("camille") as lead:
        back = outcome("lea", "race-story", "withdrawn")
        call(author, "push", facts=batch(back, device="desk-lea"))
        said = batch(outcome("camille", "race-story", "published"), device="desk-camille")
        published = Later(lead, "push", facts=said)
        published.waits(world)
        author.commit()
        assert published.ends().answer["answers"][0]["answer"] == "applied"
    for who in ("karim", "camille", "zoe"):
        assert "race-story" not in world.pull(who).get("story", {})
    shown = "select shown, withdrawn from vav.stories union all select shown, withdrawn from vav.story_outcomes"
    assert set(world.database.run(shown)) == {(False, True)}
