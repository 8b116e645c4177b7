"""Many at once about the same customers, while these change branch and the schema is renewed."""

import random
import threading
from typing import Any

import pytest

from desktop.services.store.shared import install
from tests.access.world import contact
from tests.services.shared_talk import Talk, customer, edit, talk

WHO = ("lea", "karim", "zoe")
CUSTOMERS = [f"c{n}" for n in range(3)]
BATCHES = 10


class Crowd:
    """People who push and pull, one who moves customers, and the administrator."""

    def __init__(self, desk: Talk) -> None:
        self.desk = desk
        self.promised: set[str] = set()
        self.said: list[str] = []
        self.held: dict[str, dict[Any, Any]] = {who: {} for who in WHO}
        self.cursor: dict[str, Any] = dict.fromkeys(WHO)
        self.failures: list[BaseException] = []

    def push(self, who: str) -> None:
        choice = random.Random(who)
        for _ in range(BATCHES):
            facts = [
                contact(who, choice.choice(CUSTOMERS))
                if choice.random() < 0.7
                else edit(who, "city", str(choice.random()), customer_id=choice.choice(CUSTOMERS))
                for _ in range(4)
            ]
            self.said += self.desk.push(who, *facts)
            self.promised |= {one["body"]["id"] for one in facts if one["kind"] == "contact"}
            self.pull(who)

    def move(self) -> None:
        choice = random.Random(7)
        with self.desk.database.superuser() as connection:
            for _ in range(BATCHES * 2):
                branch = choice.choice(["branch-lyon", "branch-lille"])
                connection.execute(
                    "update vav.customers set branch_id = %s where id = %s",
                    (branch, choice.choice(CUSTOMERS)),
                )

    def upgrade(self) -> None:
        with self.desk.database.superuser() as connection:
            for _ in range(3):
                install.upgrade(connection)

    def pull(self, who: str) -> None:
        """As a desktop does: what is older than what one has is left aside."""
        while True:
            page = self.desk.page(who, self.cursor[who], most=20)
            for row in page["rows"]:
                at = row["kind"], row["id"]
                if at not in self.held[who] or self.held[who][at][0] < row["seq"]:
                    self.held[who][at] = row["seq"], row["body"]
            self.cursor[who] = page["cursor"]
            if not page["more"]:
                return

    def guarded(self, work: Any, *args: Any) -> None:
        try:
            work(*args)
        except BaseException as failure:
            self.failures.append(failure)
            raise

    def run(self) -> None:
        threads = [threading.Thread(target=self.guarded, args=(self.push, who)) for who in WHO]
        threads += [
            threading.Thread(target=self.guarded, args=(work,))
            for work in (self.move, self.upgrade)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not self.failures


@pytest.fixture
def crowd(seeded) -> Crowd:
    made = Crowd(talk(seeded))
    made.desk.push("lea", *(customer(id=each) for each in CUSTOMERS))
    made.run()
    return made


def test_nothing_is_lost_and_nobody_waits_in_a_circle(crowd):
    assert set(crowd.said) <= {"applied", "conflict"}
    assert {row[0] for row in crowd.desk.run("select id from vav.contacts")} == crowd.promised
    strays = (
        "select k.id from vav.contacts k join vav.customers c on c.id = k.customer_id"
        " where k.branch_id is distinct from c.branch_id"
    )
    assert crowd.desk.run(strays) == []
    for who in WHO:
        crowd.pull(who)
        held = {at: body for at, (_, body) in crowd.held[who].items() if body is not None}
        since, anew = None, {}
        while True:
            page = crowd.desk.page(who, since)
            anew |= {(row["kind"], row["id"]): row["body"] for row in page["rows"]}
            since = page["cursor"]
            if not page["more"]:
                break
        assert held == {at: body for at, body in anew.items() if body is not None}
        counted = {kind: n for kind, n in page["counts"].items() if n}
        assert counted == {
            kind: sum(at[0] == kind for at in held) for kind in {at[0] for at in held}
        }
