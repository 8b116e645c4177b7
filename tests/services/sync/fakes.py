"""A server that is not there: it keeps facts and rows in memory, and fails when told."""

import asyncio
import threading
from typing import Any

from desktop.domain.errors import Silence, Unreachable
from tests.conftest import FakeClock

PERSON = "person-lea"


class PacedClock(FakeClock):
    """Sleeps until a test rings."""

    def __init__(self) -> None:
        super().__init__()
        self.asleep: list[float] = []
        """What was asked for, ever."""
        self._pending: list[tuple[float, asyncio.Event]] = []
        self._slept = 0.0

    def monotonic(self) -> float:
        """What was slept: a clock that is put right does not change it."""
        return self._slept

    async def sleep(self, seconds: float) -> None:
        self.asleep.append(seconds)
        over = (seconds, asyncio.Event())
        self._pending.append(over)
        try:
            await over[1].wait()
        finally:
            self._pending.remove(over)

    async def ring(self) -> float:
        """Let the time of the sleep that is asked for be over; how long it was."""
        # One that was given up in this very turn of the loop is still there, and not yet what follows it.
        await asyncio.sleep(0)
        for _ in range(10_000):
            if self._pending:
                break
            await asyncio.sleep(0.002)
        seconds, over = self._pending[-1]
        self.advance(seconds=seconds)
        self._slept += seconds
        over.set()
        while (seconds, over) in self._pending:
            await asyncio.sleep(0)
        return seconds


class FakeTransport:
    """Answers as docs/protocol.md says. `faults`: raised one a call, before or after the work."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.calls: list[str] = []
        self.pushed: list[dict[str, Any]] = []
        """Facts of every push, in the order of arrival."""
        self.applied: dict[str, dict[str, Any]] = {}
        """Facts taken, by op_id."""
        self.answers: dict[str, dict[str, Any]] = {}
        """What to answer to a kind of fact instead of `applied`."""
        self.rows: list[dict[str, Any]] = []
        self.page = 500
        self.epoch = "e1"
        self.protocol = [1, 1]
        self.person = {"id": PERSON, "role": "advisor", "branch_id": "branch-lyon"}
        self.offset = 0
        self.down: Exception | None = None
        self.lose_replies = 0
        self.closed = 0
        self.stuck = threading.Event()
        self.cut = threading.Event()
        self.hang = False
        self.counts: dict[str, int] | None = None

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        self.calls.append(function)
        if self.hang:
            self.stuck.set()
            assert self.cut.wait(20)
            raise Unreachable(Silence.CUT)
        if self.down is not None:
            raise self.down
        answer = getattr(self, f"_{function}")(**params)
        if function == "push" and self.lose_replies:
            self.lose_replies -= 1
            raise Unreachable(Silence.CUT)
        now = int(self.clock.now().timestamp() * 1000) + self.offset
        return {"epoch": self.epoch, "now": now, **answer}

    def close(self) -> None:
        self.closed += 1

    def interrupt(self) -> None:
        self.cut.set()

    def probe(self) -> bool:
        self.calls.append("probe")
        return self.down is None

    def _hello(self, client: dict[str, Any]) -> dict[str, Any]:
        return {"protocol": self.protocol, "schema": 1, "person": self.person, "lead_id": None}

    def _push(self, facts: dict[str, Any]) -> dict[str, Any]:
        answers = []
        for fact in facts["facts"]:
            self.pushed.append(fact)
            answer = self.answers.get(fact["kind"], {"answer": "applied"})
            if answer["answer"] == "applied":
                self.applied.setdefault(fact["op_id"], fact)
            answers.append({"op_id": fact["op_id"], **answer})
        return {"answers": answers}

    def _pull(self, since: dict[str, Any] | None, most: int) -> dict[str, Any]:
        if since is not None and since["epoch"] != self.epoch:
            return {"reset": True, "rows": [], "cursor": None, "more": False}
        newest = {(row["kind"], row["id"]): row for row in self.rows}
        after = 0 if since is None else int(since["seq"])
        left = sorted(
            (row for row in newest.values() if row["seq"] > after), key=lambda row: row["seq"]
        )
        rows = left[: min(most, self.page)]
        more = len(left) > len(rows)
        whole = since is None or since.get("whole", False)
        seq = rows[-1]["seq"] if rows else after
        cursor: dict[str, Any] = {"epoch": self.epoch, "xid": "1", "seq": str(seq)}
        if whole and more:
            cursor["whole"] = True
        answer = {"reset": False, "rows": rows, "cursor": cursor, "more": more}
        if whole and not more:
            counts: dict[str, int] = {}
            for row in newest.values():
                if row["body"] is not None:
                    counts[row["kind"]] = counts.get(row["kind"], 0) + 1
            answer["counts"] = counts if self.counts is None else self.counts
        return answer


def customer(number: int, seq: int, **others: Any) -> dict[str, Any]:
    """A row of a customer."""
    body = {"id": f"c{number}", "family_name": f"Invented {number}", "branch_id": "branch-lyon"}
    return {"kind": "customer", "id": f"c{number}", "seq": seq, "body": body | others}


def gone(number: int, seq: int) -> dict[str, Any]:
    """The same, taken away."""
    return {"kind": "customer", "id": f"c{number}", "seq": seq, "body": None}
