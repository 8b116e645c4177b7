"""Guides, latitude, care and stories in the administrator's hands: handed over, erased, purged, counted."""

import json

import pytest

from desktop.services.store.shared.checking import AUDIT_FAULTS
from tests.access.scenes import (
    answered,
    awaiting,
    credit,
    followed,
    gesture,
    incivility,
    merge,
    note_of,
    outcome,
    request,
    said,
    stepped,
    story,
    talk_of,
    thanks,
    version,
    words,
)
from tests.access.world import check_in, contact
from tests.admin.shared import Admin
from tests.admin.world import pulled
from tests.services.shared_talk import Talk, customer, talk

GOES_WITH_CUSTOMER = {
    "awaitings": 1, "contacts": 1, "customers": 1, "follow_ups": 1, "gesture_answers": 1, "gesture_requests": 1, "gestures": 1,
    "incivilities": 1, "stories": 1, "story_outcomes": 1, "thanks": 1,
}  # fmt: skip
GOES_WITH_PERSON = {
    "check_ins": 1, "credits": 1, "follow_ups": 1, "own_words": 1, "pauses": 1, "stories": 2, "story_outcomes": 1,
    "talk_notes": 1, "talks": 1, "thanks": 1,
}  # fmt: skip


@pytest.fixture
def admin(seeded, tmp_path, monkeypatch) -> Admin:
    monkeypatch.chdir(tmp_path)
    return Admin(seeded.dsn())


@pytest.fixture
def desk(seeded) -> Talk:
    """One customer's gestures, thanks and story; one advisor's care; what their lead did."""
    made = talk(seeded)
    told = {
        "lea": (
            customer(id="customer-durand", number="N1"),
            contact("lea", "customer-durand", id="contact-lea"),
            gesture("lea", "customer-durand", id="g1"),
            awaiting("lea", "customer-durand", id="w1"),
            request("lea", "camille", id="q1"),
            incivility("lea", "i1"),
            thanks("lea", id="h1"),
            story("lea", "told", thanks_id="h1"),
            story("lea", "other"),
            words("lea", "explain", shared=True, id="o1"),
            stepped("lea", customer_id=None, contact_id="elsewhere"),
            credit("lea", "calm", agreed=True, id="e1"),
            said("pause", "lea", id="p1", minutes=5),
            check_in("lea", "lead", "camille", id="c1"),
        ),
        "camille": (
            answered("camille", "q1", id="a1"),
            followed("camille", "i1", id="f1"),
            outcome("camille", "told", "published", id="u1"),
            talk_of("camille", "c1", id="t1"),
            note_of("camille", "c1", id="n1"),
            version("camille", id="v1"),
            merge("camille", id="m1"),
        ),
    }
    for who, facts in told.items():
        assert made.push(who, *facts) == ["applied"] * len(facts)
    return made


def test_an_erased_customer_takes_along_what_tells_of_them(admin, desk):
    cursor = {who: pulled(desk.database, who)["cursor"] for who in ("lea", "camille", "zoe")}
    told = admin.json("erase", "N1", "--yes")["counts"]
    assert told == GOES_WITH_CUSTOMER
    rows = {who: {(row["kind"], row["id"]): row for row in pulled(desk.database, who, cursor[who])["rows"]}
            for who in cursor}  # fmt: skip
    for who, place in (
        ("zoe", ("story", "told")),
        ("zoe", ("story_outcome", "u1")),
        ("camille", ("gesture_request", "q1")),
        ("lea", ("gesture_answer", "a1")),
        ("lea", ("follow_up", "f1")),
        ("camille", ("gesture", "g1")),
        ("lea", ("thanks", "h1")),
    ):
        assert (rows[who][place]["body"], rows[who][place].get("erased")) == (None, True), place
    assert set(desk.pull("lea")["story"]) == {"other"}
    late = (
        answered("camille", "q1"), followed("camille", "i1"), outcome("camille", "told", "declined"),
    )  # fmt: skip
    assert desk.push("camille", *late) == ["gone"] * 3
    assert (
        desk.push("lea", story("lea", "again", thanks_id="h1"), gesture("lea", "customer-durand"))
        == ["gone"] * 2
    )
    assert desk.run(AUDIT_FAULTS) == []


def test_an_erased_advisor_leaves_their_work_and_nothing_of_themselves(admin, desk):
    told = admin.json("erase", "lea", "--yes")
    assert told["counts"] == GOES_WITH_PERSON
    kept = {
        "gestures": 1,
        "gesture_requests": 1,
        "gesture_answers": 1,
        "incivilities": 1,
        "contacts": 1,
    }
    assert kept.items() <= told["left"].items()
    held = desk.pull("camille")
    assert not {"story", "own_words", "credit", "talk", "talk_note", "follow_up"} & set(held)
    assert set(held["gesture_request"]) == {"q1"}
    assert desk.push("camille", note_of("camille", "c1"), talk_of("camille", "c1")) == ["gone"] * 2


def test_an_erased_lead_takes_their_private_notes_along(admin, desk):
    told = admin.json("erase", "camille", "--yes")
    assert told["counts"] == {"talk_notes": 1}
    assert {"script_versions": 1, "chain_merges": 1}.items() <= told["left"].items()
    assert {"talk", "follow_up", "gesture_answer"} <= set(desk.pull("lea"))


def exported(admin, whom, tmp_path):
    place = tmp_path / f"{whom}.json"
    admin.json("export", whom, "--file", place)
    return json.loads(place.read_text(encoding="utf-8"))["held"]


def test_everybody_is_handed_what_is_theirs(admin, desk, tmp_path):
    held = {whom: exported(admin, whom, tmp_path) for whom in ("N1", "lea", "camille")}
    assert GOES_WITH_CUSTOMER.keys() <= held["N1"].keys()
    assert (GOES_WITH_PERSON.keys() | {"gestures", "gesture_requests", "gesture_answers"}) - held[
        "lea"
    ].keys() == {"talk_notes"}
    assert "private words" not in json.dumps(held["lea"]) + json.dumps(held["N1"])
    assert held["camille"]["talk_notes"][0]["words"] == "private words"
    assert {
        "talks",
        "follow_ups",
        "gesture_answers",
        "story_outcomes",
        "script_versions",
        "chain_merges",
    } <= held["camille"].keys()


RULES = {
    "pause": {"pauses": 1},
    "gesture": {"gestures": 1},
    "awaiting": {"awaitings": 1},
    "gesture_request": {"gesture_requests": 1, "gesture_answers": 1},
    "story": {"stories": 2, "story_outcomes": 1},
    "incivility": {"incivilities": 1, "follow_ups": 1},
    "check_in": {"check_ins": 1, "talks": 1, "talk_notes": 1},
}


@pytest.mark.parametrize("kind", RULES)
def test_what_is_old_enough_goes_with_what_speaks_of_it(admin, desk, tmp_path, kind):
    rules = tmp_path / "rules.yaml"
    rules.write_text(f"rules:\n  - {{kind: {kind}, keep_days: 60}}\n")
    asked = " union all ".join(
        f"select '{table}', count(*) from vav.{table}" for table in RULES[kind]
    )
    assert dict(desk.run(asked)) == RULES[kind]
    assert admin.json("purge", "--rules", rules)["rules"][0]["rows"] == 0
    (table, *_) = RULES[kind]
    desk.run(f"update vav.{table} set at = 5")
    assert admin.json("purge", "--rules", rules)["rules"][0]["rows"] == sum(RULES[kind].values())
    assert admin.json("purge", "--rules", rules, "--yes")["rules"][0]["rows"] == sum(
        RULES[kind].values()
    )
    assert dict(desk.run(asked)) == dict.fromkeys(RULES[kind], 0)


def test_what_is_held_is_counted(admin, desk):
    findings = {one["name"]: one["detail"] for one in admin.json("check", code=1)["findings"]}
    for table in (
        "awaitings",
        "gestures",
        "gesture_requests",
        "pauses",
        "talks",
        "follow_ups",
        "script_versions",
        "own_words",
    ):
        assert findings[f"count.{table}"] == "1"
    assert findings["count.stories"] == "2"
