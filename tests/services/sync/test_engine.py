"""The engine over a server in memory: what leaves when, and that nothing is lost or doubled."""

import asyncio
import itertools

import pytest

from desktop.domain.changes import Changed, Kind
from desktop.domain.customer_file import CustomerEdit, CustomerField
from desktop.domain.customers import PinnedNote
from desktop.domain.errors import (
    RefusedByServer,
    SignInNeeded,
    Silence,
    StoreUnavailable,
    Unreachable,
    WrongSignIn,
)
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.sync import PauseReason, Phase
from desktop.services.changes import Changes
from desktop.services.store import customers as files
from desktop.services.store import meta, replica, syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.engine import SyncEngine
from tests.services.sync.conftest import ring_until, until
from tests.services.sync.fakes import PERSON, FakeTransport, customer, gone


def note(store, words: str) -> PinnedNote:
    return PinnedNote(
        customer_id=CustomerId("c1"),
        person_id=PersonId(PERSON),
        at=store.clock.now(),
        words=words,
    )


async def write(store, *words: str) -> None:
    """Pin notes: facts that leave at once."""
    async with store.unit() as unit:
        for said in words:
            unit.record(note(store, said))


@pytest.fixture(autouse=True)
def known_customer(server):
    server.rows.append(customer(1, 1))


async def settled(engine) -> None:
    await until(lambda: engine.status.phase is Phase.UP_TO_DATE and engine.status.last_success)


async def test_a_round_says_hello_pulls_and_hangs_up(engine, server, clock):
    await settled(engine)
    await until(lambda: clock.asleep)
    assert server.calls == ["hello", "pull"]
    await until(lambda: server.closed)
    assert clock.asleep == [45.0]


async def test_the_last_round_is_written_down_when_the_engine_stops(engine, store, clock):
    await settled(engine)
    clock.advance(minutes=2)
    await engine.resume()
    await until(lambda: engine.status.last_success == clock.now())
    await engine.stop()
    kept = await store.read(meta.number, syncing.LAST_SUCCESS)
    assert kept == int(clock.now().timestamp() * 1000)


async def test_a_conflict_shows_what_the_server_holds_at_once(engine, server, store, changes):
    await settled(engine)
    theirs = {"value": "Nantes", "version": 1, "by": None, "at": None}
    server.answers["customer_edit"] = {"answer": "conflict", "theirs": theirs}
    heard = []
    changes.listen(heard.append)
    edit = CustomerEdit(
        customer_id=CustomerId("c1"),
        person_id=PersonId(PERSON),
        at=store.clock.now(),
        field=CustomerField.CITY,
        value="Brest",
        former="",
        based_on=0,
    )
    async with store.unit() as unit:
        unit.record(edit)
        unit.then(files.apply_edit, edit)
    engine.wake()
    await until(lambda: Changed(kind=Kind.CUSTOMER, customer_id=CustomerId("c1")) in heard)
    file = await store.read(files.customer, CustomerId("c1"))
    assert file.city == "Nantes"


async def test_a_network_that_is_back_is_tried_at_once(engine, server, store):
    await settled(engine)
    server.down = Unreachable(Silence.NO_LINE)
    await write(store, "one")
    engine.wake()
    await until(lambda: engine.status.phase is Phase.OFFLINE)
    server.down = None
    engine.poke()
    await until(lambda: server.applied)


async def test_a_write_leaves_at_once(engine, server, store):
    await settled(engine)
    await write(store, "one", "two")
    engine.wake()
    await until(lambda: len(server.applied) == 2)
    await until(lambda: engine.status.waiting == 0)
    assert [fact["body"]["words"] for fact in server.pushed] == ["one", "two"]
    assert [fact["dseq"] for fact in server.pushed] == [1, 2]


async def test_what_is_told_on_the_hub_wakes_it(engine, server, store, changes):
    await settled(engine)
    await write(store, "one")
    changes.tell(Changed(kind=Kind.NOTE))
    await until(lambda: server.applied)


async def test_what_may_still_be_taken_back_waits_for_its_time(engine, server, store, clock):
    from datetime import timedelta

    await settled(engine)
    async with store.unit() as unit:
        unit.record(note(store, "later"), not_before=clock.now() + timedelta(seconds=10))
    engine.wake()
    await until(lambda: clock.asleep and clock.asleep[-1] == 10.0)
    assert engine.status.phase is Phase.WAITING
    assert not server.pushed
    await ring_until(clock, lambda: server.applied)


async def test_a_lost_reply_is_asked_again_with_the_same_facts(engine, server, store, clock):
    await settled(engine)
    server.lose_replies = 2
    await write(store, "one")
    engine.wake()
    await ring_until(clock, lambda: len(server.pushed) == 3)
    await settled(engine)
    assert len({fact["op_id"] for fact in server.pushed}) == 1
    assert len({fact["dseq"] for fact in server.pushed}) == 1
    assert engine.status.waiting == 0


async def test_a_line_that_is_back_drains_without_a_new_write(engine, server, store, clock):
    await settled(engine)
    server.down = Unreachable(Silence.NO_LINE)
    await write(store, "one")
    engine.wake()
    await until(lambda: engine.status.phase is Phase.OFFLINE)
    waits = [await clock.ring() for _ in range(7)]
    assert waits == sorted(waits)
    assert waits[-1] == 22.5
    assert engine.status.waiting == 1
    server.down = None
    await clock.ring()
    await until(lambda: server.applied)
    await settled(engine)


async def test_a_busy_server_is_left_alone_as_long_as_it_asked(engine, server, clock):
    await settled(engine)
    server.down = Unreachable(Silence.BUSY, 90.0)
    await clock.ring()
    await until(lambda: engine.status.phase is Phase.OFFLINE)
    assert await clock.ring() == 90.0
    assert engine.status.next_try is not None


async def test_a_fact_that_spoils_its_batch_is_found_and_the_others_go(engine, server, store):
    await settled(engine)
    words = [f"note {number}" for number in range(7)]

    def picky(facts):
        if any(fact["body"]["words"] == "note 3" for fact in facts["facts"]):
            raise RefusedByServer("22P05")
        return FakeTransport._push(server, facts)

    server._push = picky
    await write(store, *words)
    engine.wake()
    await until(lambda: engine.status.rejected == 1)
    await until(lambda: engine.status.waiting == 0)
    assert {fact["body"]["words"] for fact in server.applied.values()} == {*words} - {"note 3"}


async def test_a_server_that_refuses_as_such_rejects_no_fact(engine, server, store):
    await settled(engine)

    def refuse(facts):
        raise RefusedByServer("42883")

    server._push = refuse
    await write(store, "one")
    engine.wake()
    await until(lambda: engine.status.pause is PauseReason.REFUSED)
    assert (engine.status.waiting, engine.status.rejected) == (1, 0)


async def test_an_answer_that_lacks_a_fact_leaves_it_waiting(engine, server, store, clock):
    await settled(engine)
    server._push = lambda facts: {"answers": []}
    await write(store, "one")
    engine.wake()
    await until(lambda: clock.asleep[-1] == 2.0)
    assert engine.status.waiting == 1


async def test_a_held_fact_is_asked_about_again_later(engine, server, store, clock):
    await settled(engine)
    server.answers["pinned_note"] = {"answer": "hold"}
    await write(store, "one")
    engine.wake()
    await until(lambda: engine.status.held == 1)
    pushes = server.calls.count("push")
    server.answers.clear()
    slept = await ring_until(clock, lambda: server.applied)
    assert 3600 <= slept < 3700
    assert server.calls.count("push") == pushes + 1
    await until(lambda: engine.status.held == 0)


async def test_pages_are_pulled_to_the_end(engine, server, changes, clock):
    told = []
    changes.listen(told.append)
    await settled(engine)
    server.page = 3
    server.rows += [customer(number, number) for number in range(2, 12)]
    await clock.ring()
    wanted = {f"c{number}" for number in range(2, 12)}
    await until(lambda: {one.customer_id for one in told} >= wanted)
    assert server.calls.count("pull") == 5


async def test_another_person_is_turned_away(store, changes, server):
    server.person["id"] = "person-zoe"
    await write(store, "one")
    async with SyncEngine(store, changes, server) as engine:
        await until(lambda: engine.status.pause is PauseReason.ANOTHER_PERSON)
    assert not server.pushed


async def test_a_plain_store_is_not_connected(tmp_path, clock, server):
    plain = await LocalStore.open(tmp_path / "plain.sqlite", clock)
    with pytest.raises(StoreUnavailable):
        await SyncEngine(plain, Changes(), server).start()
    await plain.close()


@pytest.mark.parametrize(
    ("protocol", "reason"),
    [([2, 3], PauseReason.TOO_OLD), ([0, 0], PauseReason.SERVER_TOO_OLD)],
)
async def test_versions_that_do_not_meet(store, changes, server, protocol, reason):
    server.protocol = protocol
    async with SyncEngine(store, changes, server) as engine:
        await until(lambda: engine.status.pause is reason)


async def test_a_lead_pulls_often(store, changes, server, clock):
    server.person["role"] = "lead"
    async with SyncEngine(store, changes, server) as engine:
        await settled(engine)
        await until(lambda: clock.asleep)
        assert clock.asleep == [10.0]


async def test_a_stop_cuts_a_call_that_hangs_and_loses_nothing(store, changes, server, clock):
    await write(store, "one")
    server.hang = True
    engine = SyncEngine(store, changes, server)
    await engine.start()
    await until(server.stuck.is_set)
    await engine.stop()
    fresh = FakeTransport(clock)
    async with SyncEngine(store, changes, fresh) as engine:
        await until(lambda: fresh.applied)


async def test_signing_in_again_goes_on_through_another_door(engine, server, store, clock):
    await settled(engine)
    server.down = SignInNeeded(WrongSignIn.EXPIRED_TOKEN)
    await write(store, "one")
    engine.wake()
    await until(lambda: engine.status.phase is Phase.PAUSED)
    assert engine.status.sign_in_again
    fresh = FakeTransport(clock)
    fresh.rows += server.rows
    await engine.resume(fresh)
    await until(lambda: fresh.applied)
    await settled(engine)
    assert engine.status.pause is None


async def test_the_status_is_told_only_when_it_changed(engine, server, clock):
    told = []
    engine.listen(told.append)
    await settled(engine)
    server.down = Unreachable(Silence.NO_LINE)
    for _ in range(5):
        await clock.ring()
    assert all(one != other for one, other in itertools.pairwise(told))


async def test_who_shows_the_status_cannot_end_sync(engine, server, store):
    def fail(_status) -> None:
        raise ZeroDivisionError

    await settled(engine)
    stop = engine.listen(fail)
    await write(store, "one")
    engine.wake()
    await until(lambda: server.applied)
    await until(lambda: engine.status.waiting == 0)
    stop()
    stop()


async def test_a_bug_ends_one_round_and_not_all(engine, server, store, clock, caplog):
    await settled(engine)
    server.down = ZeroDivisionError()
    await write(store, "one")
    engine.wake()
    await until(lambda: engine.status.pause is PauseReason.BUG)
    server.down = None
    await ring_until(clock, lambda: server.applied)


async def test_the_first_pull_counts_what_came(store, changes, server):
    server.page = 2
    server.rows += [customer(number, number) for number in range(2, 8)]
    engine = SyncEngine(store, changes, server)
    told = []
    engine.listen(told.append)
    async with engine:
        await settled(engine)
    assert [one.progress for one in told if one.progress] == sorted(
        one.progress for one in told if one.progress
    )
    assert engine.status.progress is None


async def test_another_instance_that_pulled_meanwhile_is_no_harm(engine, server, store, clock):
    """The page of a cursor that is no longer the store's is left aside and asked for again."""
    await settled(engine)
    server.rows.append(customer(2, 2))
    honest = server._pull

    def late(since, most):
        answer = honest(since, most)
        server._pull = honest
        server.rows.append(gone(2, 3))
        newer = honest(since, most)
        keep = store.write(syncing.keep_page, since, newer, 0, None)
        asyncio.run_coroutine_threadsafe(keep, loop).result()
        return answer

    loop = asyncio.get_running_loop()
    server._pull = late
    pulls = server.calls.count("pull")
    await clock.ring()
    await until(lambda: server.calls.count("pull") == pulls + 2)
    await clock.ring()
    held = await store.read(replica.counts)
    assert held == {"customer": 1}
    assert (await store.read(replica.cursor))["seq"] == "3"


async def test_a_stop_that_cuts_a_call_leaves_no_alarm(store, changes, server, clock):
    usual = clock.sleep

    async def slow_to_end(seconds):
        try:
            await usual(seconds)
        except asyncio.CancelledError:
            await asyncio.sleep(0.1)  # what was cut comes to its end meanwhile
            raise

    clock.sleep = slow_to_end
    engine = SyncEngine(store, changes, server)
    await engine.start()
    await settled(engine)
    await until(lambda: clock.asleep)
    server.hang = True
    await write(store, "one")
    engine.wake()
    await until(server.stuck.is_set)
    await engine.stop()
    assert clock._pending == []
