"""Three desktops, one server, and whatever may happen between them: nothing is lost or doubled.

Each of the seeded bugs must be found by the same machine: what cannot fail is worth nothing.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
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

from desktop.domain.contacts import PromiseState
from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Unreachable
from desktop.services.store.shared.sql_door import sql_door
from tests.postgres import short_folder
from tests.shared_database import PASSWORD, SharedDatabase
from tests.sync.bugs import SYMPTOMS, Bug, give_up, plant, spoil
from tests.sync.desktop import Crash, Desktop, Fault
from tests.sync.keeping import check_all, check_none_lost
from tests.sync.looking import Promised
from tests.sync.server import CUSTOMERS, Server

OWNERS = ("lea", "karim", "lea")
"""Léa works at two machines."""

FIELDS = (CustomerField.CITY, CustomerField.STREET)


WRITTEN = ("promise", "report", "pin")
"""Verbs of a desktop."""

desks = st.integers(0, len(OWNERS) - 1)
customers = st.sampled_from(CUSTOMERS)
fault = st.sampled_from([Fault.NONE, *Fault])
troubles = st.lists(fault, min_size=1, max_size=4)
"""What befalls tries of one thing, one after the other."""
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
            plant(self.bug, desk)
            self._do(desk.pull_all())

    def _do(self, step):
        return self.loop.run_until_complete(step)

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

    @rule(desk=desks, faults=troubles, ends_in=steps, seconds=st.sampled_from([0, 15]))
    def push(self, desk: int, faults: list[Fault], ends_in: int | None, seconds: int) -> None:
        self.wait(seconds)
        for fault in faults:
            self._try(desk, self.desks[desk].push, fault, ends_in)
            ends_in = None
            give_up(self.bug, self.desks[desk])

    @rule(desk=desks, fault=fault, ends_in=steps)
    def pull(self, desk: int, fault: Fault, ends_in: int | None) -> None:
        self._try(desk, self.desks[desk].pull_all, fault, ends_in)

    @rule(desk=desks)
    def restart(self, desk: int) -> None:
        self._do(self.desks[desk].restart())

    @rule(seconds=st.sampled_from([5, 90]))
    def wait(self, seconds: int) -> None:
        for desk in self.desks:
            desk.clock.advance(seconds=seconds)

    @precondition(lambda self: len(self.promised) > 6 * len(self.erased) + 4)
    @rule(customer=customers)
    def erase(self, customer: str) -> None:
        if customer not in self.erased:
            self.server.erase(customer)
            self.erased.add(customer)

    def _try(self, rank: int, verb, fault: Fault, ends_in: int | None) -> None:
        desk = self.desks[rank]
        desk.line.coming[:] = [fault]
        desk.store.ends_in = ends_in
        try:
            self._do(verb())
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
        check_none_lost(self.server, self.desks, self.promised.values(), self.erased)

    def teardown(self) -> None:
        try:
            # Hears of another epoch, sends again, and has what the others sent again.
            for _ in range(3):
                for desk in self.desks:
                    self._do(desk.drain())
            check_all(self.server, self.desks, self.promised.values(), self.erased)
        finally:
            for desk in self.desks:
                self._do(desk.stop())
            self.loop.close()
            shutil.rmtree(self.folder)


class ThreeBusyDesktops(ThreeDesktops):
    """More that people do, customers who move, and a server that comes back from a backup."""

    def __init__(self) -> None:
        super().__init__()
        self.server.back_up()
        self.restored = self.kept = 0

    @rule(desk=desks, customer=customers, kinds=st.sets(st.sampled_from(WRITTEN), min_size=1))
    def write(self, desk: int, customer: str, kinds: set[str]) -> None:
        for kind in sorted(kinds):
            self.notes += 1
            self._do(getattr(self.desks[desk], kind)(customer, f"n° {self.notes}"))
        self._note(desk)

    @rule(customer=customers, field=st.sampled_from(FIELDS))
    def quarrel(self, customer: str, field: CustomerField) -> None:
        for desk in self.desks:
            self._do(desk.edit(customer, field, f"{field} of {desk.rank}"))
            self._note(desk.rank)

    @precondition(lambda self: any(one.kind == "promise" for one in self.promised.values()))
    @rule(desk=desks, rank=st.integers(0, 5), state=st.sampled_from(PromiseState))
    def keep_promise(self, desk: int, rank: int, state: PromiseState) -> None:
        self._do(self.desks[desk].keep_promise(rank, state))
        self._note(desk)

    @precondition(lambda self: self._unhappy() is not None)
    @rule(mine=st.booleans())
    def decide(self, mine: bool) -> None:
        desk = self._unhappy()
        assert desk is not None
        self._do(desk.decide(mine=mine))
        self._note(desk.rank)

    def _unhappy(self) -> Desktop | None:
        undecided = {"conflict", "rejected"}
        return next((one for one in self.desks if undecided & {*one.lines().values()}), None)

    @precondition(lambda self: len(self.promised) > 2)
    @rule(customer=customers)
    def move(self, customer: str) -> None:
        self.server.move(customer)

    @precondition(lambda self: len(self.promised) > self.kept + 3)
    @rule()
    def back_up(self) -> None:
        self.kept = len(self.promised)
        self.server.back_up()

    @precondition(lambda self: len(self.promised) > 8 * self.restored + 4)
    @rule()
    def restore(self) -> None:
        self.restored += 1
        self.server.restore()
        for customer in self.erased:  # as who restores is told to do
            self.server.erase(customer)


@pytest.fixture(params=[ThreeDesktops])
def machine(
    request: pytest.FixtureRequest, shared: SharedDatabase
) -> Iterator[type[ThreeDesktops]]:
    """The machine on a server of its own, its doors open all along."""
    server = Server(shared)
    url = shared.dsn("nobody", "nothing").replace("nobody:nothing@", "")
    opened = {}
    for rank, name in enumerate(OWNERS):
        opened[rank] = sql_door(url, name, PASSWORD)
    yield type("Machine", (request.param,), {"server": server, "doors": opened})
    for door in opened.values():
        door.close()
    server.close()


both = pytest.mark.parametrize("machine", [ThreeDesktops, ThreeBusyDesktops], indirect=True)


def bounded(examples: int, *phases: Phase) -> settings:
    """The same examples each time, as many as said."""
    return settings(
        max_examples=examples,
        stateful_step_count=40,
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases or (Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        report_multiple_bugs=False,
    )


@both
def test_nothing_is_lost_or_doubled(machine: type[ThreeDesktops]) -> None:
    run_state_machine_as_test(machine, settings=bounded(25))


@pytest.mark.long
@pytest.mark.timeout(1200)
@both
def test_nothing_is_lost_or_doubled_in_many_more_ways(machine: type[ThreeDesktops]) -> None:
    run_state_machine_as_test(machine, settings=bounded(400, Phase.generate, Phase.shrink))


@pytest.mark.parametrize("bug", Bug)
def test_each_seeded_bug_is_found(machine: type[ThreeDesktops], bug: Bug) -> None:
    machine.bug = bug
    spoil(bug, machine.server)
    with pytest.raises(AssertionError, match=SYMPTOMS[bug]):
        run_state_machine_as_test(machine, settings=bounded(40))
