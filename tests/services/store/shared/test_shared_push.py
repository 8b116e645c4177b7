"""What people push: each fact once, in order, by its author; one that is bad stops no other."""

import pytest
from psycopg.types.json import Jsonb

from tests.access.world import check_in, contact
from tests.services.shared_talk import Talk, customer, edit, samples, talk, told

FOLDED = {"promise_outcome", "customer_edit", "check_in_share", "check_in_reading"}


@pytest.fixture
def desk(seeded) -> Talk:
    return talk(seeded)


@pytest.fixture
def pushed(desk) -> Talk:
    for who, sample in samples():
        (answer,) = desk.push(who, sample)
        expected = "rejected not_this_way" if sample["kind"] == "check_in_reading" else "applied"
        assert (sample["kind"], answer) == (sample["kind"], expected)
    return desk


def test_every_kind_of_fact_comes_back_as_it_was_pushed(pushed):
    whose = {who: pushed.pull(who) for who in ("lea", "camille")}
    held = whose["lea"]
    for who, sample in samples():
        if sample["kind"] in FOLDED:
            continue
        came = whose[who][sample["kind"]][sample["body"]["id"]]
        changed = {
            "customer": {"city": "Lyon"},
            "promise": {"state": "kept"},
            "check_in": {"audience": "lead", "addressed_to": "person-camille"},
        }.get(sample["kind"], {})
        told = {name: value for name, value in sample["body"].items() if name != "data"}
        assert {name: came[name] for name in told} == told | changed
    assert held["customer"]["c1"]["versions"] == {"city": 1}
    assert not FOLDED & set(held)


def test_nothing_of_the_servers_own_is_told(pushed):
    bodies = [body for kind in pushed.pull("lea").values() for body in kind.values()]
    told = {name for body in bodies for name in body}
    assert not told & {
        "db_role",
        "must_change",
        "author_id",
        "n",
        "search",
        "hash",
        "data",
        "waits",
    }
    assert set(pushed.pull("lea")["contact"]["k1"]) == {
        name for _, sample in samples() if sample["kind"] == "contact" for name in sample["body"]
    }


def test_a_repeat_gets_the_first_answer_and_changes_nothing(pushed):
    before = pushed.run("select count(*), (select count(*) from vav.audit) from vav.ops")
    (first,) = pushed.answers("lea", said := edit("lea", "phone", "+33639980001"))
    (lost,) = pushed.answers("lea", other := edit("lea", "phone", "+33639980002"))
    assert (first["answer"], lost["answer"]) == ("applied", "conflict")
    assert pushed.answers("lea", said | {"dseq": 99, "clock_offset": 7}) == [first]
    assert pushed.answers("lea", other) == [lost]
    ((ops, lines),) = before
    assert pushed.run("select count(*), (select count(*) from vav.audit) from vav.ops") == [
        (ops + 2, lines + 2)
    ]


def test_an_operation_belongs_to_who_did_it_and_to_what_it_said(desk):
    said = contact("lea", None, op_id="op-once")
    assert desk.push("lea", said) == ["applied"]
    assert desk.push("lea", said | {"at": 1}) == ["rejected op_id_taken"]
    assert desk.push("karim", contact("karim", None, op_id="op-once")) == ["rejected op_id_taken"]
    assert desk.run("select count(*) from vav.contacts") == [(1,)]


def test_one_bad_fact_stops_no_other_and_the_order_is_kept(desk):
    bad = contact("lea", "c1")
    bad["body"]["started_at"] = "soon"
    said = [
        customer(),
        edit("lea", "city", "Lyon"),
        bad,
        edit("lea", "city", "Lille", 1),
        contact("lea", "c1", id="k1"),
    ]
    assert desk.push("lea", *said) == ["applied", "applied", "rejected 22P02", "applied", "applied"]
    bad["body"]["started_at"] = 1
    assert desk.push("lea", bad) == ["applied"]
    assert desk.run("select city, versions from vav.customers") == [("Lille", {"city": 2})]


def body(base, **more):
    return base | {"body": base["body"] | more}


REFUSED = {
    "another's contact": (lambda: contact("karim", None), "rejected not_author"),
    "nobody's contact": (lambda: body(contact("lea", None), person_id=None), "rejected not_author"),
    "another's check-in": (lambda: check_in("karim", "nobody"), "rejected not_author"),
    "a reply in a lead's name": (
        lambda: told("check_in_reply", check_in_id="i", lead_id="person-camille", at=1, words=""),
        "rejected not_author",
    ),
    "an edit in another's name": (lambda: edit("karim", "city", "Lyon"), "rejected not_author"),
    "a kind to come": (lambda: told("video", id="v"), "hold"),
    "a version to come": (lambda: contact("lea", None) | {"version": 2}, "hold"),
    "a version that is none": (
        lambda: contact("lea", None) | {"version": "1"},
        "rejected bad_body",
    ),
    "a column to come": (lambda: body(contact("lea", None), colour="red"), "rejected bad_body"),
    "a column of the server's": (
        lambda: body(contact("lea", None), branch_id="branch-lille"),
        "rejected bad_body",
    ),
    "no body": (lambda: contact("lea", None) | {"body": None}, "rejected bad_body"),
    "a list": (lambda: contact("lea", None) | {"body": [1]}, "rejected bad_body"),
    "no id": (lambda: body(contact("lea", None), id=None), "rejected bad_body"),
    "no operation": (lambda: contact("lea", None) | {"op_id": None}, "rejected bad_body"),
    "no kind": (lambda: contact("lea", None) | {"kind": 5}, "rejected bad_body"),
    "off the scale": (lambda: contact("lea", None, estimate=6), "rejected 23514"),
    "no channel": (lambda: body(contact("lea", None), channel=None), "rejected 23502"),
    "a figure too large": (lambda: contact("lea", None, waited_s=10**12), "rejected 22003"),
    "shared with nobody named": (lambda: check_in("lea", "lead"), "rejected 23514"),
    "an audience of one's own": (lambda: check_in("lea", "everyone"), "rejected 23514"),
    "too large": (lambda: contact("lea", None, note="é" * 70_000), "rejected too_large"),
    "a field that nobody edits": (lambda: edit("lea", "branch_id", "x"), "rejected bad_body"),
    "an injected field": (lambda: edit("lea", 'city" = $1, "id', "x"), "rejected bad_body"),
    "an edit that is too long": (lambda: edit("lea", "city", "x" * 201), "rejected bad_body"),
    "an edit of somebody unknown": (lambda: edit("lea", "city", "x", customer_id="c9"), "hold"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_taken(desk, name):
    make, expected = REFUSED[name]
    assert desk.push("lea", customer(), make(), contact("lea", "c1")) == [
        "applied",
        expected,
        "applied",
    ]
    assert desk.run("select count(*) from vav.ops") == [(2,)]


def test_an_id_is_taken_once(desk):
    assert desk.push("lea", contact("lea", None, id="k1", note="mine")) == ["applied"]
    assert desk.push("karim", contact("karim", None, id="k1")) == ["rejected 23505"]
    assert desk.run("select note from vav.contacts") == [("mine",)]


def test_words_are_words(desk):
    words = "'); drop table vav.contacts; --{{owner}} %s \\ \" é 🙂"
    assert desk.push("lea", contact("lea", None, id="k1", note=words)) == ["applied"]
    assert desk.pull("lea")["contact"]["k1"]["note"] == words


def test_a_device_belongs_to_who_used_it_first(desk):
    batch = {"protocol": 1, "device": "desk-lea", "now": 0, "facts": [contact("karim", None)]}
    desk.push("lea")
    (answer,) = desk.call("karim", "push", facts=batch)["answers"]
    assert (answer["answer"], answer["why"]) == ("rejected", "foreign_device")


def test_the_last_number_of_a_device_is_known(desk):
    desk.push("lea", *(contact("lea", None) | {"dseq": n} for n in (4, 5)))
    desk.push("lea", contact("lea", None) | {"dseq": 3})
    assert desk.run("select last_dseq from vav.devices where device = 'desk-lea'") == [(5,)]


BATCHES = {
    "no object": ([], "PT400"),
    "no facts": ({"protocol": 1, "device": "d"}, "PT400"),
    "no device": ({"protocol": 1, "facts": []}, "PT400"),
    "a chain of the server's": ({"protocol": 1, "device": "person:p1", "facts": []}, "PT400"),
    "an old protocol": ({"protocol": 0, "device": "d", "facts": []}, "PT426"),
    "too many": ({"protocol": 1, "device": "d", "facts": [{}] * 51}, "PT413"),
    "too much": ({"protocol": 1, "device": "d", "facts": ["x" * 140_000] * 2}, "PT413"),
}


@pytest.mark.parametrize("name", BATCHES)
def test_what_is_no_batch(desk, name):
    batch, expected = BATCHES[name]
    assert desk.refused("lea", "push", facts=batch) == expected


def test_facts_that_are_nothing_are_answered_all_the_same(desk):
    batch = {"protocol": 1, "device": "d", "facts": [5, None, "x", [], {}, {"op_id": "o"}]}
    answers = desk.call("lea", "push", facts=batch)["answers"]
    assert [one["why"] for one in answers] == ["bad_body"] * 6


@pytest.mark.parametrize("who", ["ex", "admin"])
def test_who_may_push(desk, who):
    if who == "ex":
        assert desk.refused("ex", "push", facts={}) == "PT401"
    else:
        assert desk.push("admin", contact("admin", None), customer()) == ["applied"] * 2


def test_of_two_changes_of_a_field_the_first_to_come_stays(desk):
    desk.push("lea", customer())
    assert desk.push("lea", edit("lea", "city", "Lyon")) == ["applied"]
    lost, same, other = desk.answers(
        "karim",
        edit("karim", "city", "Lille"),
        edit("karim", "city", "Lyon"),
        edit("karim", "street", "1 rue Neuve"),
    )
    assert lost["theirs"] == {"value": "Lyon", "version": 1, "by": "person-lea", "at": 5}
    assert [one["answer"] for one in (lost, same, other)] == ["conflict", "applied", "applied"]
    assert desk.push("karim", edit("karim", "city", "Lille", 1)) == ["applied"]
    assert desk.pull("lea")["customer"]["c1"]["versions"] == {"city": 2, "street": 1}


def test_an_import_counts_as_a_change(desk):
    desk.push("lea", customer())
    desk.run("update vav.customers set city = 'Brest', given_name = 'Clara'")
    (lost,) = desk.answers("lea", edit("lea", "city", "Lyon"))
    assert lost["theirs"] == {"value": "Brest", "version": 1, "by": None, "at": None}


GONE = {
    "customer": lambda: contact("lea", "c1"),
    "contact": lambda: told(
        "incivility", contact_id="k1", customer_id=None, person_id="person-lea", at=1,
        type="threat", gravity=1,
    ),
    "promise": lambda: told(
        "promise_outcome", promise_id="r1", person_id="person-lea", at=1, state="kept"
    ),
    "check_in": lambda: told(
        "check_in_share", check_in_id="i1", person_id="person-lea", at=1, audience="nobody",
        addressed_to=None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", GONE)
def test_what_was_erased_is_gone(desk, kind):
    ids = {"customer": "c1", "contact": "k1", "promise": "r1", "check_in": "i1"}
    desk.run("insert into vav.tombstones values (%s, %s, 0)", kind, ids[kind])
    assert desk.push("lea", GONE[kind](), contact("lea", None)) == ["gone", "applied"]
    assert desk.push("lea", customer(), edit("lea", "city", "x")) == (
        ["gone", "gone"] if kind == "customer" else ["applied", "applied"]
    )


def test_after_a_restore_facts_may_come_before_what_they_speak_of(desk):
    about = {"contact_id": "k1", "customer_id": "c1", "person_id": "person-lea", "at": 1}
    assert desk.push(
        "karim", contact("karim", "c1", id="k1"),
        told("promise_outcome", promise_id="r1", person_id="person-karim", at=3, state="kept"),
    ) == ["applied"] * 2  # fmt: skip
    assert desk.push(
        "lea",
        customer(),
        told("promise", **about, id="r1", kind="callback", due_at=2, words="", state="open"),
        told("check_in_share", check_in_id="i1", person_id="person-lea", at=1, audience="lead",
             addressed_to="person-camille"),
        check_in("lea", "nobody", id="i1"),
    ) == ["applied"] * 4  # fmt: skip
    held = desk.pull("lea")
    assert held["promise"]["r1"]["state"] == "kept"
    assert held["check_in"]["i1"]["audience"] == "lead"
    assert set(held["contact"]) == {"k1"}
    assert set(desk.pull("camille")["check_in_waiting"]) == {"i1"}


def test_two_pushes_of_one_operation_at_once_apply_it_once(desk):
    said = contact("lea", None, id="k1")
    batch = {"protocol": 1, "device": "desk-lea", "now": 0, "facts": [said]}
    with desk.database.connect("lea") as one, desk.database.connect("lea") as other:
        with one.transaction():
            one.execute("select api.push(%s)", [Jsonb(batch)])
            other.execute("set lock_timeout = '200ms'")
            with pytest.raises(Exception, match="lock timeout"):
                other.execute("select api.push(%s)", [Jsonb(batch)])
        ((late,),) = other.execute("select api.push(%s)", [Jsonb(batch)]).fetchall()
    assert [answer["answer"] for answer in late["answers"]] == ["applied"]
    assert desk.run("select count(*) from vav.contacts") == [(1,)]


def test_what_the_server_cannot_do_now_is_tried_again(desk):
    desk.push("lea", customer())
    said = [edit("karim", "city", "Lyon"), contact("karim", None)]
    batch = {"protocol": 1, "device": "desk-karim", "now": 0, "facts": said}
    with (
        desk.database.superuser() as other,
        desk.database.connect("karim") as connection,
        other.transaction(),
    ):
        other.execute("select from vav.customers for update")
        connection.execute("set lock_timeout = '100ms'")
        ((answer,),) = connection.execute("select api.push(%s)", [Jsonb(batch)]).fetchall()
    assert [one["answer"] for one in answer["answers"]] == ["retry", "applied"]
