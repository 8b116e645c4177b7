"""Who gets what from each function, through both doors."""

from typing import Any

import pytest

from tests.access.world import (
    NOW,
    Door,
    Refusal,
    World,
    batch,
    call,
    check_in,
    contact,
    fact,
)

EVERYBODY = ("lea", "karim", "zoe", "camille", "noor", "admin")
FUNCTIONS: dict[str, dict[str, Any]] = {
    "hello": {"client": {"protocol": 1}},
    "push": {"facts": batch(device="desk-x")},
    "pull": {"since": None, "most": 5},
    "search": {"words": "Durand"},
    "customer": {"id": "customer-durand"},
    "video_photo": {"id": "photo-lea"},
    "read_checkin": {"id": "ci-named"},
    "team_totals": {"weeks": 4},
    "mirror": {"first": "2026-11-02", "last": "2026-11-16"},
    "my_readings": {},
    "password_changed": {},
}


@pytest.fixture(params=["sql", "https"])
def door(world: World, request: pytest.FixtureRequest) -> Door:
    chosen: Door = getattr(world, request.param)
    return chosen


def refused(door: Door, who: str, function: str, **params: Any) -> tuple[str | None, int]:
    """The code, and behind the second door the status, that a call meets."""
    with pytest.raises(Refusal) as said:
        door.call(who, function, **params)
    return said.value.code, said.value.status


@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_is_who_they_are(door: Door, who: str):
    person = door.call(who, "hello", client={})["person"]
    assert (person["id"], person["sign_in"]) == (f"person-{who}", who)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_disabled_are_refused_everything(door: Door, function: str):
    code, status = refused(door, "ex", function, **FUNCTIONS[function])
    assert (code, status) in {("PT401", 0), ("PT401", 401)}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_those_who_are_nobody_are_refused_everything(world: World, function: str):
    """No token, the groups, the owners, the authenticator itself, an unknown role."""
    p, params = world.database.prefix, FUNCTIONS[function]
    assert refused(world.https, "", function, **params) == ("42501", 401)
    assert refused(world.https, f"{p}_anon", function, **params) == ("42501", 403)
    for name in ("owner", "keeper", "authenticator"):
        assert refused(world.https, f"{p}_{name}", function, **params) == ("42501", 403), name
    for name in ("advisor", "team_lead", "administrator"):
        assert refused(world.https, f"{p}_{name}", function, **params) == ("PT401", 401), name
    assert refused(world.https, "postgres", function, **params) == ("42501", 403)
    assert refused(world.https, "nobody_at_all", function, **params)[0] == "22023"
    itself = world.database.authenticator()
    assert refused(world.sql, itself, function, **params) == ("42501", 0)


def test_a_pull_brings_what_concerns_one(world: World, door: Door):
    lea = world.pull("lea", door)
    assert set(lea["customer"]) == {"customer-durand", "customer-petit"}
    assert {"contact-lea", "contact-karim"} <= set(lea["contact"])
    assert "contact-zoe" not in lea["contact"]
    assert set(lea["check_in"]) >= {"ci-named", "ci-total", "ci-own"}
    assert not {"ci-karim"} & set(lea["check_in"])
    assert "check_in_waiting" not in lea
    zoe = world.pull("zoe", door)
    assert set(zoe["customer"]) == {"customer-secret"}
    assert "check_in" not in zoe
    assert "words of lea" not in str(zoe)
    admin = world.pull("admin", door)
    assert set(admin) <= {"branch", "team", "person", "document"}


def test_a_lead_is_told_only_that_one_waits(world: World, door: Door):
    camille = world.pull("camille", door)
    assert set(camille["check_in_waiting"]) == {"ci-named", "ci-karim"}
    assert camille["check_in_waiting"]["ci-named"] == {
        "id": "ci-named", "person_id": "person-lea", "at": NOW,
    }  # fmt: skip
    assert "check_in" not in camille
    for words in ("to camille alone", "for the total", "for nobody", "karim to camille"):
        assert words not in str(camille)


def test_a_later_lead_sees_nothing_of_it(world: World, door: Door):
    noor = world.pull("noor", door)
    assert not {"check_in", "check_in_waiting", "check_in_reply"} & set(noor)
    assert refused(door, "noor", "read_checkin", id="ci-named")[0] == "PT410"


@pytest.mark.parametrize("who", ["lea", "karim", "zoe", "noor", "admin"])
@pytest.mark.parametrize("wanted", ["ci-named", "ci-total", "ci-own", "no such", ""])
def test_nobody_else_reads_a_check_in(door: Door, who: str, wanted: str):
    code, status = refused(door, who, "read_checkin", id=wanted)
    assert (code, status) in {("PT410", 0), ("PT410", 410)}


@pytest.mark.parametrize("wanted", ["ci-total", "ci-own"])
def test_the_lead_reads_only_what_is_shared_by_name(door: Door, wanted: str):
    assert refused(door, "camille", "read_checkin", id=wanted)[0] == "PT410"


def test_a_reading_is_told_to_the_author(world: World, door: Door):
    before = len(door.call("lea", "my_readings")["readings"])
    said = door.call("camille", "read_checkin", id="ci-named")
    assert said["check_in"]["words"] == "to camille alone"
    readings = door.call("lea", "my_readings")["readings"]
    assert len(readings) == before + 1
    assert (readings[0]["check_in_id"], readings[0]["lead_id"]) == ("ci-named", "person-camille")
    assert "to camille alone" not in str(world.pull("camille", door))
    assert door.call("karim", "my_readings")["readings"] == []
    assert door.call("zoe", "my_readings")["readings"] == []


def test_a_reading_that_is_taken_back_was_none(world: World):
    """Content and its reading are one transaction: who rolls back has not been told both."""
    import psycopg

    before = world.sql.call("karim", "my_readings")["readings"]
    with psycopg.connect(world.database.people["camille"].dsn) as session:
        call(session, "read_checkin", id="ci-karim")
        session.rollback()
    assert world.sql.call("karim", "my_readings")["readings"] == before


def test_withdrawn_is_gone(world: World, door: Door):
    name = f"ci-withdrawn-{type(door).__name__}"
    world.push("karim", check_in("karim", "lead", "camille", id=name, words="withdrawn words"))
    assert name in world.pull("camille", door)["check_in_waiting"]
    shared = fact("check_in_share", check_in_id=name, person_id="person-karim", at=NOW)
    shared["body"] |= {"at": NOW, "audience": "nobody", "addressed_to": None}
    assert world.push("karim", shared) == ["applied"]
    assert refused(door, "camille", "read_checkin", id=name)[0] == "PT410"
    assert name not in world.pull("camille", door)["check_in_waiting"]


def test_another_branch_s_customer_is_opened_on_record(world: World, door: Door):
    opened = "select count(*) from vav.audit where action = 'opened' and id = 'customer-secret'"
    before = world.database.run(opened)[0][0]
    found = door.call("karim", "search", words="Secret")["matches"]
    assert [match["customer_id"] for match in found] == ["customer-secret"]
    assert world.database.run(opened)[0][0] == before
    rows = door.call("karim", "customer", id="customer-secret")["rows"]
    assert {row["kind"] for row in rows} >= {"customer", "contact"}
    assert "words of zoe" in str(rows)
    assert world.database.run(opened)[0][0] == before + 1


FORGED: list[tuple[str, str, dict[str, Any], str]] = [
    ("lea", "contact", {"person_id": "person-karim", "channel": "phone", "started_at": 1,
                        "ended_at": 2}, "rejected not_author"),
    ("lea", "contact", {"channel": "phone", "started_at": 1, "ended_at": 2}, "rejected not_author"),
    ("lea", "check_in", {"person_id": "person-karim", "at": 1, "moment": "start",
                         "audience": "nobody"}, "rejected not_author"),
    ("camille", "check_in_share", {"check_in_id": "ci-own", "person_id": "person-lea", "at": 1,
                                   "audience": "lead", "addressed_to": "person-camille"},
     "rejected not_author"),
    ("camille", "check_in_reading", {"check_in_id": "ci-named", "lead_id": "person-camille",
                                     "at": 1}, "rejected not_this_way"),
    ("zoe", "check_in_reply", {"check_in_id": "ci-named", "lead_id": "person-camille", "at": 1},
     "rejected not_author"),
    ("zoe", "check_in_reply", {"check_in_id": "ci-named", "lead_id": "person-zoe", "at": 1},
     "gone"),
    ("noor", "check_in_reply", {"check_in_id": "ci-named", "lead_id": "person-noor", "at": 1},
     "gone"),
    ("lea", "pinned_note", {"person_id": "person-zoe", "customer_id": "customer-durand", "at": 1},
     "rejected not_author"),
    ("lea", "promise_outcome", {"person_id": "person-zoe", "promise_id": "x", "at": 1,
                                "state": "kept"}, "rejected not_author"),
    ("lea", "customer_edit", {"person_id": "person-zoe", "customer_id": "customer-durand", "at": 1,
                              "field": "city", "value": "x", "based_on": 0}, "rejected not_author"),
    ("lea", "customer_edit", {"person_id": "person-lea", "customer_id": "customer-durand", "at": 1,
                              "field": "branch_id", "value": "branch-lille", "based_on": 0},
     "rejected bad_body"),
    ("lea", "contact", {"id": "contact-karim", "person_id": "person-lea", "channel": "phone",
                        "started_at": 1, "ended_at": 2}, "rejected 23505"),
    ("lea", "contact", {"person_id": "person-lea", "channel": "phone", "started_at": 1,
                        "ended_at": 2, "branch_id": "branch-lille"}, "rejected bad_body"),
    ("lea", "person", {"name": "x"}, "hold"),
    ("lea", "audit", {"x": 1}, "hold"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "kind", "body", "expected"), FORGED)
def test_nobody_writes_in_another_s_name(
    world: World, door: Door, who: str, kind: str, body: dict[str, Any], expected: str
):
    made = fact(kind, at=1)
    made["body"] |= body
    assert world.push(who, made, door=door) == [expected]


def test_a_share_of_another_s_check_in_does_nothing(world: World, door: Door):
    """Said in one's own name it is kept, as a fact that speaks of nothing of one's own."""
    share = fact("check_in_share")
    share["body"] |= {
        "check_in_id": "ci-own", "person_id": "person-zoe", "at": NOW, "audience": "lead",
        "addressed_to": "person-zoe",
    }  # fmt: skip
    world.push("zoe", share, door=door)
    assert refused(door, "zoe", "read_checkin", id="ci-own")[0] == "PT410"
    assert world.pull("lea", door)["check_in"]["ci-own"]["audience"] == "nobody"


def test_a_device_is_one_person_s(world: World, door: Door):
    facts = batch(contact("zoe", "customer-secret"), device="desk-lea")
    (answer,) = door.call("zoe", "push", facts=facts)["answers"]
    assert (answer["answer"], answer["why"]) == ("rejected", "foreign_device")


def test_an_operation_is_one_person_s(world: World, door: Door):
    """Another's op_id brings no answer of theirs, and not their content."""
    mine = contact("lea", "customer-durand", op_id=f"op-of-lea-{type(door).__name__}")
    assert world.push("lea", mine, door=door) == ["applied"]
    stolen = {**contact("zoe", "customer-secret"), "op_id": mine["op_id"]}
    assert world.push("zoe", stolen, door=door) == ["rejected op_id_taken"]
    assert world.push("zoe", mine, door=door) == ["rejected not_author"]


@pytest.mark.parametrize("who", ["lea", "zoe", "admin"])
def test_totals_are_for_leads(door: Door, who: str):
    assert refused(door, who, "team_totals")[0] == "PT403"


def test_a_mirror_is_of_one_s_team(door: Door):
    """Another team's contacts are in no count of it; who is in no team has none."""
    asked = FUNCTIONS["mirror"] | {"last": "2026-11-30"}
    for who, contacts in (("lea", 2), ("camille", 2), ("zoe", 1)):
        told = door.call(who, "mirror", **asked)
        counts = [week["incivility"][1] for week in told["customers"].values()]
        assert sum(counts) >= contacts, who
        assert told["team_id"] == ("team-nord" if who == "zoe" else "team-rhone")
        assert "person-" not in str(told)
        assert "words of" not in str(told)
    assert refused(door, "admin", "mirror", **asked)[0] == "PT403"


@pytest.mark.parametrize(
    ("since", "code"),
    [({"epoch": "another", "xid": "0", "seq": "0"}, None), ([], None), ({}, None)],
)
def test_a_strange_cursor_brings_nothing_of_others(world: World, door: Door, since, code):
    page = door.call("zoe", "pull", since=since)
    assert "words of lea" not in str(page)


@pytest.mark.parametrize(
    "words", ["%", "_", "'; drop table vav.customers; --", "\\", "a" * 5000, "+33639980002", ""]
)
def test_what_is_searched_is_never_run(door: Door, words: str):
    assert isinstance(door.call("lea", "search", words=words)["matches"], list)


def test_what_is_disabled_is_refused_at_once(world: World):
    """Also in a session that is open, and with a token that still holds."""
    with world.database.connect("karim") as session:
        call(session, "hello", client={})
        world.database.run("update vav.people set enabled = false where id = 'person-karim'")
        try:
            for function, params in FUNCTIONS.items():
                with pytest.raises(Refusal) as said:
                    call(session, function, **params)
                assert said.value.code == "PT401"
            assert refused(world.https, "karim", "pull") == ("PT401", 401)
        finally:
            world.database.run("update vav.people set enabled = true where id = 'person-karim'")


def test_an_edit_elsewhere_shows_no_field_in_secret(world: World, door: Door):
    """A conflict tells the value that stays: of a customer elsewhere only on record, or not."""
    told = "select count(*) from vav.audit where id = 'customer-secret' and action <> 'applied'"
    before = world.database.run(told)[0][0]
    edit = fact("customer_edit", at=NOW)
    edit["body"] |= {
        "customer_id": "customer-secret", "person_id": "person-camille", "at": NOW, "field": "phone",
        "value": "+33639980099", "former": "", "based_on": 7,
    }  # fmt: skip
    facts = batch(edit, device="desk-camille")
    (answer,) = door.call("camille", "push", facts=facts)["answers"]
    shown = (answer.get("theirs") or {}).get("value")
    assert shown is None or world.database.run(told)[0][0] > before


def test_an_outcome_of_another_branch_s_promise_does_nothing(world: World, door: Door):
    name = f"promise-{type(door).__name__}"
    promise = fact("promise")
    promise["body"] |= {
        "id": name, "contact_id": "contact-lea", "customer_id": "customer-durand",
        "person_id": "person-lea", "at": NOW, "kind": "call", "due_at": NOW,
    }  # fmt: skip
    assert world.push("lea", promise, door=door) == ["applied"]
    for who, state in (("zoe", "open"), ("karim", "cancelled")):
        outcome = fact("promise_outcome")
        outcome["body"] |= {
            "promise_id": name, "person_id": f"person-{who}", "at": NOW, "state": "cancelled",
        }  # fmt: skip
        world.push(who, outcome, door=door)
        assert world.pull("lea", door)["promise"][name]["state"] == state
