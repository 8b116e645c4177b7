"""A small world in a shared database, pushed and pulled as machines do."""

import pytest

from tests.access.world import SqlDoor, batch

NOW = 1_780_000_000_000


def fact(number, kind, /, **body):
    return {
        "op_id": f"op-{number}", "dseq": number, "kind": kind, "version": 1, "at": NOW,
        "clock_offset": 0, "body": body,
    }  # fmt: skip


def pushed(database, person, *facts, device="d1"):
    told = SqlDoor(database).call(person, "push", facts=batch(*facts, device=device))
    return [one["answer"] for one in told["answers"]]


def pulled(database, person, since=None):
    told = SqlDoor(database).call(person, "pull", since=since, most=500)
    assert told["more"] is False
    return told


def contact(ident, customer="c1", person="person-lea", **other):
    return {
        "id": ident, "customer_id": customer, "person_id": person, "channel": "call_in",
        "started_at": NOW, "ended_at": NOW + 1000, "note": f"note {ident}",
    } | other  # fmt: skip


@pytest.fixture
def world(seeded):
    """Two customers of Lyon and what Léa wrote about them, a check-in read by her lead."""
    seeded.run(
        """insert into vav.customers (id, number, given_name, family_name, phone, email, branch_id)
        values ('c1', 'N1', 'Chloé', 'Lefèvre', '+33639980001', 'c1@poste.example', 'branch-lyon'),
            ('c2', 'N2', 'Omar', 'Petit', '+33639980002', 'commun@poste.example', 'branch-lyon'),
            ('c3', 'N3', 'Iris', 'Petit', '+33639980002', 'commun@poste.example', 'branch-lyon');
        insert into vav.contracts (id, customer_id, number) values ('k1', 'c1', 'K1');
        insert into vav.answers (id, customer_id, at, words) values ('a1', 'c1', 0, 'secret words');
        insert into vav.thanks (id, customer_id, person_id, at) values ('t1', 'c2', 'person-lea', 0);
        insert into vav.imported values ('c1', 'shop', 'x')"""
    )
    lea = {"person_id": "person-lea"}
    answers = pushed(
        seeded,
        "lea",
        fact(1, "contact", **contact("k-1")),
        fact(2, "contact", **contact("k-2", customer="c2")),
        fact(3, "promise", id="p-1", contact_id="k-1", customer_id="c1", at=NOW, kind="callback", due_at=NOW, words="w", state="open", **lea),
        fact(4, "promise_outcome", id="o-1", promise_id="p-1", at=NOW, state="kept", **lea),
        fact(5, "pinned_note", id="n-1", customer_id="c1", at=NOW, words="note", **lea),
        fact(6, "check_in", id="ci-1", at=NOW, moment="end", mood=2, words="tired", audience="lead", addressed_to="person-camille", **lea),
        fact(7, "customer_edit", id="e-1", customer_id="c1", at=NOW, field="phone", value="+33639980077", former="", based_on=0, **lea),
        fact(8, "customer_edit", id="e-2", customer_id="c1", at=NOW, field="phone", value="+33639980078", former="", based_on=0, **lea),
    )  # fmt: skip
    assert answers == ["applied"] * 7 + ["conflict"]
    with seeded.connect("camille") as camille:
        camille.execute("select api.read_checkin('ci-1')")
    return seeded
