"""Facts and rows by which the tests of the outbox and of the replica speak."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from desktop.domain.contacts import Channel, Contact, Promise, PromiseKind, PromiseOutcome
from desktop.domain.contacts import PromiseState as State
from desktop.domain.customer_file import CustomerEdit, CustomerField
from desktop.domain.ids import ContactId, CustomerId, PersonId, PromiseId
from desktop.domain.instants import to_millis
from desktop.services.store import contacts, customers, outbox, tables
from desktop.services.store.local import LocalStore
from tests.conftest import NOON

NOW = to_millis(NOON)
LEA = PersonId("p1")
CLAIRE = CustomerId("c1")


def contact(name: str, customer: str | None = CLAIRE) -> Contact:
    return Contact(
        id=ContactId(name),
        customer_id=None if customer is None else CustomerId(customer),
        person_id=LEA,
        channel=Channel.CHAT,
        started_at=NOON,
        ended_at=NOON,
        note=f"Note de {name}",
    )


def promise(name: str = "r1", contact_id: str = "k1") -> Promise:
    return Promise(
        id=PromiseId(name),
        contact_id=ContactId(contact_id),
        customer_id=CLAIRE,
        person_id=LEA,
        at=NOON,
        kind=PromiseKind.CALLBACK,
        due_at=NOON,
    )


def edit(value: str, based_on: int = 0, former: str = "Angers", **rest: Any) -> CustomerEdit:
    given = {"customer_id": CLAIRE, "person_id": LEA, "at": NOON, "field": CustomerField.CITY}
    return CustomerEdit(**{**given, **rest}, value=value, former=former, based_on=based_on)


async def record(store: LocalStore, *facts: Any, not_before: datetime | None = None) -> None:
    """Record facts as the use cases do, and put them in force."""
    async with store.unit() as unit:
        for fact in facts:
            unit.record(fact, not_before=not_before)
            if isinstance(fact, CustomerEdit):
                unit.then(customers.apply_edit, fact)


async def keep(store: LocalStore, promise_id: str = "r1", state: State = State.KEPT) -> None:
    said = PromiseOutcome(promise_id=PromiseId(promise_id), person_id=LEA, at=NOON, state=state)
    async with store.unit() as unit:
        unit.record(said)
        unit.then(contacts.set_promise_state, said.promise_id, state)


def customer_row(seq: int, city: str = "Angers", version: int = 0, id_: str = CLAIRE):
    versions = {"city": version} if version else {}
    body = {"family_name": "Moreau", "city": city, "branch_id": "b1", "versions": versions}
    return {"kind": "customer", "id": id_, "seq": seq, "body": body}


def promise_row(seq: int, state: str = "open"):
    body = {
        "contact_id": "k1",
        "customer_id": CLAIRE,
        "person_id": LEA,
        "at": NOW,
        "kind": "callback",
        "due_at": NOW,
        "state": state,
    }
    return {"kind": "promise", "id": "r1", "seq": seq, "body": body}


def gone(kind: str, id_: str, seq: int):
    return {"kind": kind, "id": id_, "seq": seq, "body": None}


def lines(connection) -> dict[str, dict[str, Any]]:
    """The outbox by fact id, the last line of each."""
    query = select(tables.outbox).order_by(tables.outbox.c.line)
    return {row["fact_id"]: dict(row) for row in connection.execute(query).mappings()}


def all_rows(connection, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of tables, in an order of their own."""
    found = {}
    for name in names:
        table = tables.metadata.tables[name]
        columns = [column for column in table.c if column.name != "doc"]
        found[name] = sorted(tuple(row) for row in connection.execute(select(*columns)))
    return found


async def push(store: LocalStore, now: int = NOW, **limits: int) -> list[dict[str, Any]]:
    return await store.write(outbox.batch, now, **limits)


async def answer(store: LocalStore, facts, verdict: str = "applied", now: int = NOW, **more: Any):
    """Let the server say the same of all these facts."""
    answers = [{"op_id": fact["op_id"], "answer": verdict, **more} for fact in facts]
    await store.write(outbox.settle, answers, now, lambda attempts: 1000 * attempts)


def names(facts) -> list[str]:
    return [fact["body"]["id"] for fact in facts]
