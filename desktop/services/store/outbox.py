"""What waits for the shared database: which lines may leave, and what became of them.

All instants are milliseconds since 1970 UTC. A line leaves in the order of this machine, behind
every line that it refers to; one that waits for its time holds nothing but those that refer to it.
"""

import heapq
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update

from desktop.domain.instants import from_millis
from desktop.domain.outbox import PENDING, UNSENT, LineState, Overview
from desktop.services.store import meta, pending
from desktop.services.store.apart import LARGE, whole
from desktop.services.store.tables import outbox

MINUTE: Final = 60_000
HOUR: Final = 60 * MINUTE

HELD_BACK: Final = MINUTE
"""A line held back longer than this was written under a clock that was wrong: it leaves."""
LONGEST_BACK_OFF: Final = 2 * HOUR
"""Likewise of the next try."""

REFERENCES: Final = (
    *("customer_id", "contact_id", "promise_id", "check_in_id", "incivility_id"),
    *("request_id", "story_id", "thanks_id", "based_on"),
)
"""Fields of bodies that name another fact."""

BackOff = Callable[[int], int]
"""Milliseconds to wait after so many attempts."""

DSEQ: Final = "dseq"
"""Name in `meta` of the last number given; lines that carried it may be forgotten."""

_STATES: Final[Mapping[str, LineState]] = {
    "applied": LineState.APPLIED,
    "conflict": LineState.CONFLICT,
    "rejected": LineState.REJECTED,
    "hold": LineState.HELD,
    "held": LineState.HELD,
    "gone": LineState.GONE,
}
"""Any other answer means that the line is to be asked about again."""


class _Queue:
    """Decides line by line, in their order, which ones may leave now."""

    def __init__(self, now: int) -> None:
        self._now = now
        self._behind: set[str] = set()
        self._fields: set[tuple[str, str]] = set()

    def lets(self, row: Row[Any], body: Mapping[str, Any]) -> bool:
        """Whether this line may leave now; where it may not, those that refer to it will not either."""
        return self.due(row, body) == self._now

    def due(self, row: Row[Any], body: Mapping[str, Any]) -> int | None:
        """From when this line may leave; None: not before another one."""
        # An incivility is urgent, and the server takes it before the contact that it is about.
        about = () if row.kind == "incivility" else REFERENCES
        names = {row.fact_id, *(body.get(name) for name in about)}
        field = (body["customer_id"], body["field"]) if row.kind == "customer_edit" else None
        due = None
        if not names & self._behind and field not in self._fields:
            due = max(self._at(row.not_before, HELD_BACK), self._at(row.next_try, LONGEST_BACK_OFF))
        if due != self._now:
            self._behind.add(row.fact_id)
        if field is not None:
            # The next edit of this field is based on this one: it waits for this one's answer.
            self._fields.add(field)
        return due

    def _at(self, at: int | None, most: int) -> int:
        return at if at is not None and self._now < at <= self._now + most else self._now


def batch(
    connection: Connection, now: int, most: int = 50, most_bytes: int = 128 * 1024
) -> list[dict[str, Any]]:
    """The facts to push now, in the order of `dseq`; their departure is written down.

    At least one where any may leave, however large it is: a photo goes alone, when nothing else
    may go. A line that leaves for the first time gets the next `dseq`.
    """
    taken: list[dict[str, Any]] = []
    size, last, large = 0, _last_dseq(connection), None
    queue = _Queue(now)
    for row in _lines(connection):
        body = json.loads(row.body)
        if not queue.lets(row, body):
            continue
        if row.kind in LARGE:
            large = large or row
            continue
        fact = _fact(row, body, last + 1)
        # As long as the server's own text of it.
        size += len(json.dumps(fact, ensure_ascii=False).encode()) + 2
        if taken and (len(taken) == most or size > most_bytes):
            break
        last = max(last, fact["dseq"])
        taken.append(fact)
    if large is not None and not taken:
        body = whole(connection, large.kind, json.loads(large.body))
        taken.append(_fact(large, body, last + 1))
        last = max(last, taken[0]["dseq"])
    _depart(connection, taken, now)
    meta.put(connection, DSEQ, str(last))
    return sorted(taken, key=lambda fact: int(fact["dseq"]))


def _lines(connection: Connection) -> Iterable[Row[Any]]:
    """Lines that may leave sooner or later, in order."""
    query = select(outbox).order_by(outbox.c.line)
    each = [connection.execute(query.where(outbox.c.state == state.value)) for state in PENDING]
    try:
        yield from heapq.merge(*each, key=lambda row: int(row.line))
    finally:
        for result in each:
            result.close()


def _fact(row: Row[Any], body: dict[str, Any], next_dseq: int) -> dict[str, Any]:
    return {
        "op_id": row.op_id,
        "dseq": next_dseq if row.dseq is None else row.dseq,
        "kind": row.kind,
        "version": row.version,
        "body": body,
        "at": row.at,
        "clock_offset": row.clock_offset,
    }


def _last_dseq(connection: Connection) -> int:
    kept = connection.scalar(select(func.max(outbox.c.dseq))) or 0
    return max(kept, meta.number(connection, DSEQ))


def _depart(connection: Connection, facts: Sequence[Mapping[str, Any]], now: int) -> None:
    if facts:
        change = (
            update(outbox)
            .where(outbox.c.op_id == bindparam("op"))
            .values(
                dseq=bindparam("given"),
                attempts=outbox.c.attempts + 1,
                first_try=func.coalesce(outbox.c.first_try, now),
            )
        )
        connection.execute(change, [{"op": one["op_id"], "given": one["dseq"]} for one in facts])


def settle(
    connection: Connection,
    answers: Iterable[Mapping[str, Any]],
    now: int,
    back_off: BackOff,
    settled_at: int | None = None,
) -> None:
    """Write down what the server answered; what it says of lines that do not wait is ignored.

    `now` is this machine's, as for `batch`; `settled_at`, by default the same, is best the
    server's own, which a wrong clock cannot spoil.
    """
    times = _Times(now, now if settled_at is None else settled_at, back_off)
    given = {str(answer["op_id"]): answer for answer in answers}
    asked = outbox.c.op_id.in_(list(given)) & outbox.c.state.in_(PENDING)
    lines = connection.execute(select(outbox).where(asked).order_by(outbox.c.line)).all()
    if lines:
        verdicts = [_verdict(line, given[line.op_id], times) for line in lines]
        connection.execute(_SETTLE, verdicts)
        for line, verdict in zip(lines, verdicts, strict=True):
            _follow_up(connection, line, LineState(verdict["state"]), given[line.op_id])


class _Times(NamedTuple):
    now: int
    settled_at: int
    back_off: BackOff


_DECIDED = ("state", "answer", "next_try", "settled_at")
_SETTLE = (
    update(outbox)
    .where(outbox.c.line == bindparam("this"))
    .values({name: bindparam(name) for name in _DECIDED})
)


def _verdict(line: Row[Any], answer: Mapping[str, Any], times: _Times) -> dict[str, Any]:
    state = _STATES.get(str(answer.get("answer")), LineState.WAITING)
    next_try = settled_at = None
    if state is LineState.WAITING:
        next_try = times.now + times.back_off(line.attempts)
    elif state is LineState.HELD:
        next_try = times.now + HOUR
    else:
        settled_at = times.settled_at
    values = (state.value, json.dumps(dict(answer)), next_try, settled_at)
    return {"this": line.line, **dict(zip(_DECIDED, values, strict=True))}


def _follow_up(
    connection: Connection, line: Row[Any], state: LineState, answer: Mapping[str, Any]
) -> None:
    """What an answer means for the rows that the fact is folded into, and for other lines."""
    if state is LineState.APPLIED:
        pending.applied(connection, line)
    elif state is LineState.GONE:
        pending.forget(connection, line)
    elif state is LineState.CONFLICT:
        _fold(connection, line)
        pending.uncover(connection, line, answer.get("theirs"))
    elif state is LineState.REJECTED:
        pending.uncover(connection, line, None)


def _fold(connection: Connection, line: Row[Any]) -> None:
    """Of several edits of one field, the last one is what its author means: it meets theirs."""
    later = pending.later_of_same(connection, line)
    if later:
        last = later[-1].op_id
        met = select(outbox.c.answer, outbox.c.settled_at).where(outbox.c.line == line.line)
        answer, settled_at = connection.execute(met).one()
        verdict = {"next_try": None, "settled_at": settled_at}
        superseded = {"state": LineState.SETTLED.value, "answer": json.dumps({"by": last})}
        for one in (line, *later[:-1]):
            connection.execute(_SETTLE, {"this": one.line, **verdict, **superseded})
        conflict = {"state": LineState.CONFLICT.value, "answer": answer}
        connection.execute(_SETTLE, {"this": later[-1].line, **verdict, **conflict})


def postpone(connection: Connection, op_ids: Iterable[str], next_try: int) -> None:
    """Their fate is unknown (no answer came): they are asked about again from `next_try` on."""
    change = update(outbox).where(outbox.c.op_id.in_(list(op_ids)), outbox.c.state.in_(PENDING))
    connection.execute(change.values(next_try=next_try))


def next_departure(connection: Connection, now: int) -> int | None:
    """When the next line may leave, `now` at the earliest; None when nothing waits."""
    queue = _Queue(now)
    earliest: int | None = None
    for row in _lines(connection):
        due = queue.due(row, json.loads(row.body))
        if due == now:
            return now
        if due is not None:
            earliest = due if earliest is None else min(earliest, due)
    return earliest


def overview(connection: Connection) -> Overview:
    """The outbox in figures."""
    query = select(outbox.c.state, func.count(), func.min(outbox.c.at)).group_by(outbox.c.state)
    found = {state: (count, oldest) for state, count, oldest in connection.execute(query)}
    counts = {state: count for state, (count, _) in found.items()}
    _, oldest = found.get(LineState.WAITING.value, (0, None))
    return Overview(
        waiting=counts.get(LineState.WAITING.value, 0),
        conflicts=counts.get(LineState.CONFLICT.value, 0),
        rejected=counts.get(LineState.REJECTED.value, 0),
        held=counts.get(LineState.HELD.value, 0),
        oldest=None if oldest is None else from_millis(oldest),
    )


def anything_waiting(connection: Connection) -> bool:
    """Whether this machine holds a fact that the server does not."""
    query = select(outbox.c.line).where(outbox.c.state.in_(UNSENT)).limit(1)
    return connection.scalar(query) is not None


def again(connection: Connection, since: int, epoch: str) -> int:
    """Let what was applied since then wait again, once an epoch; answers how many lines.

    The server came back from a backup, and may not know them any more; their `op_id` stays.
    """
    if meta.get(connection, "pushed_again") == epoch:
        return 0
    meta.put(connection, "pushed_again", epoch)
    known = (outbox.c.state == LineState.APPLIED.value) & (outbox.c.settled_at >= since)
    back = {"state": LineState.WAITING.value, "answer": None, "first_try": None, "settled_at": None}
    return connection.execute(update(outbox).where(known).values(**back)).rowcount


def forget_applied(connection: Connection, before: int) -> int:
    """Drop the lines that were decided before then; answers how many."""
    over = (LineState.APPLIED, LineState.SETTLED, LineState.GONE)
    old = outbox.c.state.in_(over) & (outbox.c.settled_at < before)
    return connection.execute(delete(outbox).where(old)).rowcount
