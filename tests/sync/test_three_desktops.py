"""Three desktops, one server, and whatever may happen between them: nothing is lost or doubled.

Each of the seeded bugs must be found by the same machine: what cannot fail is worth nothing.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Unreachable
from desktop.services.store.shared.sql_door import sql_door
from tests.postgres import short_folder
from tests.shared_database import PASSWORD, SharedDatabase
from tests.sync.desktop import SERVER, Crash, Desktop, Fault, Promised
from tests.sync.server import CUSTOMERS, TWICE, UNMARKED, Server

OWNERS = ("lea", "karim", "lea")
"""Léa works at two machines."""

FIELDS = (CustomerField.CITY, CustomerField.STREET)
UNSENT = {"waiting", "held", "conflict", "rejected", "settled"}


class Bug(StrEnum):
    """What is planted to be found."""

    MARKED_BEFORE_REPLY = "marked_before_reply"
    GIVES_UP = "gives_up_after_three_tries"
    CURSOR_BEFORE_ROWS = "cursor_before_rows"
    NO_DEDUPE = "no_server_dedupe"
    NO_TOMBSTONES = "no_tombstone_check"


SYMPTOMS = {
    Bug.MARKED_BEFORE_REPLY: "lost: ",
    Bug.GIVES_UP: "lost: ",
    Bug.CURSOR_BEFORE_ROWS: "differs: ",
    Bug.NO_DEDUPE: "doubled: ",
    Bug.NO_TOMBSTONES: "erased, and there again: |undecided: ",
}
"""What the machine says when it finds each of them."""


desks = st.integers(0, len(OWNERS) - 1)
customers = st.sampled_from(CUSTOMERS)
faults = st.sampled_from([Fault.NONE, *Fault])
steps = st.one_of(st.none(), st.integers(0, 3))


class ThreeDesktops(RuleBasedStateMachine):
    """What people and lines do, and what must hold whatever they do."""

    server: ClassVar[Server]
    doors: ClassVar[dict]
    bug: ClassVar[Bug | None] = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="vav-desks-", dir=short_folder()))
        self.loop = asyncio.new_event_loop()
        self.server.begin()
        self.promised: dict[str, Promised] = {}
        self.erased: set[str] = set()
        self.notes = 0
        self.desks = [
            Desktop(rank, self.folder, f"person-{name}", self.doors[rank])
            for rank, name in enumerate(OWNERS)
        ]
        for desk in self.desks:
            self._do(desk.start())
            self._plant(desk)
            while self._do(desk.pull()):
                pass

    def _do(self, step):
        return self.loop.run_until_complete(step)

    def _plant(self, desk: Desktop) -> None:
        def mark(function: str, params: dict) -> None:
            if function == "push":
                for fact in params["facts"]["facts"]:
                    desk.rows(
                        "UPDATE outbox SET state = 'applied' WHERE op_id = ?", fact["op_id"]
                    )

        def keep(function: str, answer: dict) -> None:
            if function == "pull" and not answer["reset"]:
                import json

                desk.rows("DELETE FROM meta WHERE name = 'cursor'")
                desk.rows(
                    "INSERT INTO meta (name, value) VALUES ('cursor', ?)",
                    json.dumps(answer["cursor"]),
                )

        if self.bug is Bug.MARKED_BEFORE_REPLY:
            desk.line.before = mark
        if self.bug is Bug.CURSOR_BEFORE_ROWS:
            desk.line.after = keep

    # What advisors do.

    @rule(desk=desks, customer=customers)
    def contact(self, desk: int, customer: str) -> None:
        self.notes += 1
        self._do(self.desks[desk].contact(customer, f"n° {self.notes}"))
        self._note(desk)

    @rule(desk=desks, customer=customers, field=st.sampled_from(FIELDS), value=st.integers(0, 3))
    def edit(self, desk: int, customer: str, field: CustomerField, value: int) -> None:
        self._do(self.desks[desk].edit(customer, field, f"{field} {value}"))
        self._note(desk)

    @rule(desk=desks, customer=customers)
    def poison(self, desk: int, customer: str) -> None:
        self._do(self.desks[desk].poison(customer))
        self._note(desk)

    @rule(desk=desks)
    def undo(self, desk: int) -> None:
        before = {one.op_id for one in self.promised.values() if one.desk == desk}
        if self._do(self.desks[desk].undo()):
            for op_id in before - set(self.desks[desk].lines()):
                del self.promised[op_id]

    # What lines and machines do.

    @rule(desk=desks, fault=faults, ends_in=steps)
    def push(self, desk: int, fault: Fault, ends_in: int | None) -> None:
        self._try(desk, self.desks[desk].push(), fault, ends_in)
        if self.bug is Bug.GIVES_UP:
            self.desks[desk].rows(
                "UPDATE outbox SET state = 'applied' WHERE state = 'waiting' AND attempts >= 3"
            )

    @rule(desk=desks, fault=faults, ends_in=steps)
    def pull(self, desk: int, fault: Fault, ends_in: int | None) -> None:
        self._try(desk, self._pages(self.desks[desk]), fault, ends_in)

    @rule(desk=desks)
    def restart(self, desk: int) -> None:
        self._do(self.desks[desk].restart())

    @rule(seconds=st.sampled_from([5, 15, 90]))
    def wait(self, seconds: int) -> None:
        for desk in self.desks:
            desk.clock.advance(seconds=seconds)

    @precondition(lambda self: len(self.erased) < 2)
    @rule(customer=customers)
    def erase(self, customer: str) -> None:
        if customer not in self.erased:
            self.server.erase(customer)
            self.erased.add(customer)

    @staticmethod
    async def _pages(desk: Desktop) -> None:
        while await desk.pull():
            pass

    def _try(self, rank: int, step, fault: Fault, ends_in: int | None) -> None:
        desk = self.desks[rank]
        desk.line.coming[:] = [fault]
        desk.store.ends_in = ends_in
        try:
            self._do(step)
        except Unreachable:
            pass
        except Crash:
            self._do(desk.restart())
        desk.store.ends_in = None
        desk.line.coming.clear()

    def _note(self, desk: int) -> None:
        for one in self.desks[desk].newly_promised():
            self.promised[one.op_id] = one

    # What must hold.

    @invariant()
    def nothing_is_lost(self) -> None:
        known = self.server.operations()
        for desk in self.desks:
            lines = desk.lines()
            for one in self.promised.values():
                if one.desk == desk.rank and one.op_id not in known:
                    here = lines.get(one.op_id)
                    gone = here == "gone" and one.customer_id in self.erased
                    assert here in UNSENT or gone, f"lost: {one.kind}, {here}"

    def teardown(self) -> None:
        try:
            for _ in range(2):
                for desk in self.desks:
                    self._do(desk.drain())
            self._everything_is_once_everywhere()
        finally:
            for desk in self.desks:
                self._do(desk.stop())
            self.loop.close()
            shutil.rmtree(self.folder)

    def _everything_is_once_everywhere(self) -> None:
        known = self.server.operations()
        stand = Counter(row["note"] for row in self.server.run("select note from vav.contacts"))
        edits = Counter(row["id"] for row in self.server.run("select id from vav.customer_edits"))
        lines = {op_id: state for desk in self.desks for op_id, state in desk.lines().items()}
        for one in self.promised.values():
            state, applied = lines[one.op_id], known.get(one.op_id) == "applied"
            found = edits[one.fact_id] if one.kind == "customer_edit" else stand[one.body["note"]]
            if one.customer_id in self.erased:
                assert found == 0, f"erased, and there again: {one.kind}, {state}"
            elif one.body.get("note") == "poison":
                assert state == "rejected", f"lost: what the server refused is {state}"
            else:
                assert found >= applied, f"lost: {one.kind}, {state}"
                assert found <= 1, f"doubled: {one.kind}, {state}"
                assert applied or one.kind == "customer_edit", f"lost: {one.kind}, {state}"
                assert (state == "applied") == applied, f"told otherwise: {one.kind}, {state}"
            assert state not in ("waiting", "held"), f"undecided: {one.kind}, {state}"
        self._every_desk_shows_the_same()

    def _every_desk_shows_the_same(self) -> None:
        people = self.server.run(
            "select id, number, family_name, city, street from vav.customers order by id"
        )
        contacts = self.server.run(
            "select id, customer_id, person_id, note, started_at, ended_at from vav.contacts order by id"
        )
        for desk in self.desks:
            here = desk.rows(
                "SELECT id, number, family_name, city, street FROM customers ORDER BY id"
            )
            assert here == people, f"differs: customers of desk {desk.rank}"
            here = desk.rows(
                "SELECT id, customer_id, person_id, note, started_at, ended_at FROM contacts"
                " WHERE note <> 'poison' ORDER BY id"
            )
            assert here == contacts, f"differs: contacts of desk {desk.rank}"


@pytest.fixture
def machine(shared: SharedDatabase) -> Iterator[type[ThreeDesktops]]:
    """The machine on a server of its own, its doors open all along."""
    server = Server(shared)
    url = shared.dsn("nobody", "nothing").replace("nobody:nothing@", "")
    opened = {}
    for rank, name in enumerate(OWNERS):
        opened[rank] = sql_door(url, name, PASSWORD)
    yield type("Machine", (ThreeDesktops,), {"server": server, "doors": opened})
    for door in opened.values():
        door.close()
    server.close()


def bounded(examples: int, *phases: Phase) -> settings:
    """The same examples each time, as many as said."""
    return settings(
        max_examples=examples,
        stateful_step_count=30,
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases or (Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        report_multiple_bugs=False,
    )


def test_nothing_is_lost_or_doubled(machine: type[ThreeDesktops]) -> None:
    run_state_machine_as_test(machine, settings=bounded(60))


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_nothing_is_lost_or_doubled_in_many_more_ways(machine: type[ThreeDesktops]) -> None:
    run_state_machine_as_test(machine, settings=bounded(1500, Phase.generate, Phase.shrink))


@pytest.mark.parametrize("bug", Bug)
def test_each_seeded_bug_is_found(machine: type[ThreeDesktops], bug: Bug) -> None:
    machine.bug = bug
    spoils = {Bug.NO_DEDUPE: TWICE, Bug.NO_TOMBSTONES: UNMARKED}
    if bug in spoils:
        machine.server.spoil(spoils[bug])
    with pytest.raises(AssertionError, match=SYMPTOMS[bug]):
        run_state_machine_as_test(machine, settings=bounded(60))
