"""What must hold of every promise, at each moment and in the end."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tests.sync.desktop import Desktop, Promised
from tests.sync.server import Server

UNSENT = {"waiting", "held", "conflict", "rejected", "settled"}


def mark(kind: str, body: Mapping[str, Any]) -> tuple:
    """What tells a fact from another, whatever id it has; two edits may be alike."""
    names = {"contact": ("note",), "customer_edit": ("person_id", "at", "field", "value")}[kind]
    return (kind, body["customer_id"], *(body[name] for name in names))


def check_none_lost(
    server: Server,
    desks: Sequence[Desktop],
    promised: Collection[Promised],
    erased: Collection[str],
) -> None:
    """Each promised fact is in an outbox or on the server."""
    known = server.operations()
    for desk in desks:
        lines = desk.lines()
        for one in promised:
            if one.desk == desk.rank and one.op_id not in known:
                here = lines.get(one.op_id)
                gone = here == "gone" and one.customer_id in erased
                assert here in UNSENT or gone, f"lost: {one.kind}, {here}"


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
            there = found[mark(one.kind, one.body)]
            assert there == 0, f"erased, and there again: {one.kind}, {state}"
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
        for kind, table in (("contact", "contacts"), ("customer_edit", "customer_edits"))
        for row in server.run(f"select * from vav.{table}")
    )


def _check_same_rows(server: Server, desks: Sequence[Desktop]) -> None:
    people = server.run(
        "select id, number, family_name, city, street from vav.customers order by id"
    )
    contacts = server.run(
        "select id, customer_id, person_id, note, started_at, ended_at from vav.contacts order by id"
    )
    for desk in desks:
        here = desk.rows("SELECT id, number, family_name, city, street FROM customers ORDER BY id")
        assert here == people, f"differs: customers of desk {desk.rank}"
        here = desk.rows(
            "SELECT id, customer_id, person_id, note, started_at, ended_at FROM contacts"
            " WHERE note <> 'poison' ORDER BY id"
        )
        assert here == contacts, f"differs: contacts of desk {desk.rank}"
