"""What must hold of every promise, at each moment and in the end."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tests.sync.desktop import Desktop
from tests.sync.looking import Promised
from tests.sync.server import Server

UNSENT = {"waiting", "held", "conflict", "rejected", "settled"}


MARKS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "contact": ("contacts", ("customer_id", "note")),
    "promise": ("promises", ("customer_id", "words")),
    "incivility": ("incivilities", ("customer_id", "words")),
    "pinned_note": ("pinned_notes", ("customer_id", "words")),
    "customer_edit": ("customer_edits", ("customer_id", "person_id", "at", "field", "value")),
    "promise_outcome": ("promise_outcomes", ("promise_id", "person_id", "at", "state")),
}
"""Table of each kind, and what tells a fact from another, whatever id it has; two may be alike."""

SHOWN = {
    "customers": "id, number, family_name, city, street",
    "contacts": "id, customer_id, person_id, note, started_at, ended_at",
    "promises": "id, customer_id, person_id, words, state",
    "incivilities": "id, customer_id, person_id, words",
    "pinned_notes": "id, customer_id, person_id, words",
}
"""What every desk must show as the server does."""


def mark(kind: str, body: Mapping[str, Any]) -> tuple:
    """What is looked for on the server."""
    return (kind, *(body[name] for name in MARKS[kind][1]))


def check_none_lost(
    server: Server,
    desks: Sequence[Desktop],
    promised: Collection[Promised],
    erased: Collection[str],
) -> None:
    """Each promised fact is in an outbox or on the server."""
    known, epoch = server.operations(), server.epoch()
    for desk in desks:
        lines = desk.lines()
        # What was applied before the server lost it leaves again, once the desk hears of it.
        kept = UNSENT if desk.knows(epoch) else UNSENT | {"applied"}
        for one in promised:
            if one.desk == desk.rank and one.op_id not in known:
                here = lines.get(one.op_id)
                gone = here == "gone" and one.customer_id in erased
                assert here in kept or gone, f"lost: {one.kind}, {here}"


def check_all(
    server: Server, desks: Sequence[Desktop], promised: Iterable[Promised], erased: Collection[str]
) -> None:
    """When all has been sent and pulled: each promise once, and the same rows everywhere."""
    known = server.operations()
    found = _on_server(server)
    lines = {op_id: state for desk in desks for op_id, state in desk.lines().items()}
    wanted: Counter[tuple] = Counter()
    for one in promised:
        state, applied = lines[one.op_id], known.get(one.op_id) == "applied"
        if one.customer_id in erased:
            there = found.pop(mark(one.kind, one.body), 0)
            # What became of a promise that never arrived names nobody.
            named = one.kind != "promise_outcome"
            assert not (there and named), f"erased, and there again: {one.kind}, {state}"
        elif one.body.get("note") == "poison":
            assert state == "rejected", f"lost: what the server refused is {state}"
        else:
            wanted[mark(one.kind, one.body)] += applied
            assert applied or one.kind == "customer_edit", f"lost: {one.kind}, {state}"
            assert (state == "applied") == applied, f"told otherwise: {one.kind}, {state}"
        assert state not in ("waiting", "held"), f"undecided: {one.kind}, {state}"
    assert not wanted - found, f"lost: {wanted - found}"
    assert not found - wanted, f"doubled: {found - wanted}"
    _check_same_rows(server, desks)


def _on_server(server: Server) -> Counter[tuple]:
    return Counter(
        mark(kind, row)
        for kind, (table, _) in MARKS.items()
        for row in server.run(f"select * from vav.{table}")
    )


def _check_same_rows(server: Server, desks: Sequence[Desktop]) -> None:
    """A desk holds its branch's customers and what is theirs, and what its person did."""
    for desk in desks:
        for table, columns in SHOWN.items():
            own = "" if table == "customers" else f" or person_id = '{desk.person.id}'"
            there = server.run(
                f"select {columns} from vav.{table} where branch_id = 'branch-lyon'{own} order by id"
            )
            poison = " WHERE note <> 'poison'" if table == "contacts" else ""
            here = desk.rows(f"SELECT {columns} FROM {table}{poison} ORDER BY id")
            assert here == there, f"differs: {table} of desk {desk.rank}"
