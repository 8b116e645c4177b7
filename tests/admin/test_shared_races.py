"""Erasing somebody while a machine is in the middle of telling of them: nothing stays behind."""

import json
import threading

import psycopg
import pytest

from tests.admin.shared import Admin
from tests.admin.world import NOW, contact, fact

AT_A_LOCK = """select count(*) from pg_stat_activity
    where application_name = 'vis-a-vis-admin' and datname = %s and wait_event_type = 'Lock'"""


class Erasing:
    """The command in a thread of its own."""

    def __init__(self, database, whom):
        self.database = database
        self.told = None
        self.thread = threading.Thread(target=self._run, args=(whom,))
        self.thread.start()

    def _run(self, whom):
        self.told = Admin(self.database.dsn()).json("erase", whom, "--yes")

    def waits(self):
        while self.thread.is_alive():
            if self.database.run(AT_A_LOCK, self.database.name) != [(0,)]:
                return
        raise AssertionError("it did not wait")

    def ends(self):
        self.thread.join(60)
        assert not self.thread.is_alive()
        return self.told


def push(session, *facts):
    given = {"protocol": 1, "device": "d1", "now": NOW, "facts": list(facts)}
    (told,) = session.execute("select api.push(%s)", [json.dumps(given)]).fetchone()
    return [one["answer"] for one in told["answers"]]


LATE_CHECK_IN = {"at": NOW, "moment": "end", "mood": 1, "words": "late words", "audience": "nobody"}


@pytest.mark.parametrize(
    ("whom", "late", "table"),
    [
        ("c1", fact(20, "contact", **contact("k-9", note="late words")), "contacts"),
        (
            "lea",
            fact(20, "check_in", id="ci-9", person_id="person-lea", **LATE_CHECK_IN),
            "check_ins",
        ),
    ],
)
def test_what_was_under_way_is_erased_as_well(world, whom, late, table):
    with psycopg.connect(world.people["lea"].dsn) as lea:
        assert push(lea, late) == ["applied"]
        erasing = Erasing(world, whom)
        erasing.waits()
        lea.commit()
        assert erasing.ends()["ok"]
    rows = world.run(f"select t::text from vav.{table} t")
    assert not any("late words" in row for (row,) in rows)
