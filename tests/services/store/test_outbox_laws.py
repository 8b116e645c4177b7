"""Whatever was done in whatever order: no line is lost, and none overtakes what it refers to."""

import asyncio
import json
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.services.store import outbox
from desktop.services.store.local import LocalStore
from tests.conftest import FakeClock
from tests.services.store.facts_of import answer, contact, keep, promise, push, record

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("contact"), st.integers(0, 3), st.booleans()),
        st.tuples(st.just("promise"), st.integers(0, 3), st.booleans()),
        st.tuples(st.just("outcome"), st.integers(0, 3), st.booleans()),
        st.tuples(
            st.just("push"),
            st.integers(1, 4),
            st.sampled_from(["applied", "retry", "hold", "lost", "rejected"]),
        ),
        st.tuples(st.just("time"), st.integers(0, 12_000), st.none()),
    ),
    max_size=25,
)


def check_order(kept) -> None:
    """A line that left has a higher number than those before it that it refers to."""
    for line in kept:
        body = json.loads(line["body"])
        about = body.get("promise_id") or body.get("contact_id")
        for earlier in kept:
            if line["dseq"] and earlier["fact_id"] == about and earlier["line"] < line["line"]:
                assert 0 < (earlier["dseq"] or 0) < line["dseq"]


async def play(folder: Path, steps) -> None:
    """Record and push in any order; look at every departure."""
    clock = FakeClock()
    store = await LocalStore.open(folder / "store.sqlite", clock)
    made: set[str] = set()
    given: dict[str, int] = {}
    promised = 0
    try:
        for what, number, how in steps:
            now = int(clock.now().timestamp() * 1000)
            held = clock.now() + timedelta(seconds=10) if how is True else None
            name = f"{what}{number}"
            if what in {"contact", "promise"} and name not in made:
                made.add(name)
                made_fact = (
                    contact(name) if what == "contact" else promise(name, f"contact{number}")
                )
                await record(store, made_fact, not_before=held)
                promised += 1
            elif what == "outcome" and f"promise{number}" in made:
                await keep(store, f"promise{number}")
                promised += 1
            elif what == "time":
                clock.advance(milliseconds=number)
            elif what == "push":
                facts = await push(store, now, most=number)
                for fact in facts:
                    assert given.setdefault(fact["op_id"], fact["dseq"]) == fact["dseq"]
                assert sorted(given.values()) == list(range(1, len(given) + 1))
                if how == "lost":
                    await store.write(
                        outbox.postpone, [one["op_id"] for one in facts], now + number * 1000
                    )
                else:
                    await answer(store, facts, how, now)
        kept = await store.read(
            lambda c: c.exec_driver_sql("SELECT * FROM outbox").mappings().all()
        )
        assert len(kept) == promised
        check_order(kept)
    finally:
        await store.close()


# Not shrunk: an example is a store on the disk.
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(STEPS)
def test_no_line_is_lost_no_number_left_out_and_nothing_overtakes_what_it_refers_to(steps):
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder), steps))
