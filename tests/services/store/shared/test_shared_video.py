"""Calls, photos and answers on the server: whose they are, what is told of them, and when."""

import base64
import hashlib

import pytest

from tests.access.world import NOW, contact
from tests.services.shared_talk import Talk, customer, talk, told

JPEG = b"\xff\xd8" + b"picture" * 10_000
ABOUT = {"contact_id": "k1", "customer_id": "c1", "person_id": "person-lea", "at": NOW}


@pytest.fixture
def desk(seeded) -> Talk:
    made = talk(seeded)
    assert made.push("lea", customer()) == ["applied"]
    return made


def call(**more):
    return told(
        "video_call", **{"id": "v1", "ended_at": NOW, "end_reason": "done", **ABOUT, **more}
    )


def photo(content: bytes = JPEG, **more):
    about = {
        "id": "f1",
        "call_id": "v1",
        "consented_at": NOW,
        "source": "camera",
        "width": 1280,
        "height": 720,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "data": base64.b64encode(content).decode(),
    }
    return told("video_photo", **{**about, **ABOUT, **more})


def answer(**more):
    given = {"id": "a1", "effort": 6, "words": "Franchement pénible"}
    return told("answer", **{**given, **ABOUT, **more})


def test_calls_and_photos_are_told_to_the_branch_and_to_nobody_else(desk):
    assert desk.push("lea", call(), photo()) == ["applied", "applied"]
    for who in ("lea", "karim", "camille"):
        held = desk.pull(who)
        assert held["video_call"]["v1"]["end_reason"] == "done"
        assert set(held["video_photo"]["f1"]) == set(photo()["body"]) - {"data"}
    assert not {"video_call", "video_photo"} & set(desk.pull("zoe"))


def test_a_photo_is_handed_over_whole_to_who_sees_its_row_and_it_is_written_down(desk):
    desk.push("lea", photo())
    said = desk.call("karim", "video_photo", id="f1")
    assert (said["data"], said["sha256"]) == (photo()["body"]["data"], photo()["body"]["sha256"])
    query = "select person_id, action from vav.audit where kind = 'video_photo' and id = 'f1'"
    assert desk.run(f"{query} order by at, action") == [
        ("person-lea", "applied"),
        ("person-karim", "opened"),
    ]
    assert desk.refused("zoe", "video_photo", id="f1") == "PT404"
    assert desk.refused("lea", "video_photo", id="none") == "PT404"
    desk.call("zoe", "customer", id="c1")
    assert desk.call("zoe", "video_photo", id="f1")["data"] == said["data"]
    desk.run("delete from vav.video_photos")
    desk.run("insert into vav.tombstones values ('video_photo', 'f1', 1)")
    assert desk.refused("lea", "video_photo", id="f1") == "PT410"


def test_a_file_opened_elsewhere_holds_calls_and_photos(desk):
    desk.push("lea", call(), photo())
    rows = {
        (row["kind"], row["id"]): row["body"]
        for row in desk.call("zoe", "customer", id="c1")["rows"]
    }
    assert rows["video_call", "v1"]
    assert rows["video_photo", "f1"]
    assert "data" not in rows["video_photo", "f1"]


def test_they_move_with_their_customer(desk):
    desk.push("lea", call(), photo())
    desk.run("update vav.customers set branch_id = 'branch-lille'")
    assert set(desk.pull("zoe")) >= {"video_call", "video_photo"}
    assert desk.run("select branch_id from vav.video_photos") == [("branch-lille",)]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"sha256": "0" * 64}, "rejected 23514"),
        ({"size": 3}, "rejected 23514"),
        ({"data": ""}, "rejected 23514"),
        ({"data": "*"}, "rejected 22023"),
        ({"data": None}, "rejected 23502"),
        ({"width": 0}, "rejected 23514"),
        ({"person_id": "person-karim"}, "rejected not_author"),
        ({"branch_id": "branch-lille"}, "rejected bad_body"),
    ],
    ids=str,
)
def test_a_photo_that_is_not_what_it_says_is_refused(desk, wrong, expected):
    assert desk.push("lea", photo(**wrong)) == [expected]


def test_only_a_photo_may_be_large_and_not_without_bounds(desk):
    assert desk.push("lea", photo(b"\xff\xd8" + bytes(6 * 1024 * 1024 - 2))) == ["applied"]
    assert desk.push("lea", photo(b"\xff\xd8" + bytes(7 * 1024 * 1024), id="f2")) == [
        "rejected too_large"
    ]
    large = contact("lea", "c1", note="x" * 140_000)
    assert desk.push("lea", large) == ["rejected too_large"]
    assert desk.push("lea", call(place="x" * 140_000)) == ["rejected too_large"]


def test_an_answer_waits_for_its_contact_and_is_told_with_it(desk):
    cursors = {who: desk.page(who)["cursor"] for who in ("lea", "karim")}
    assert desk.push("lea", answer()) == ["applied"]
    for who in ("lea", "karim", "camille", "zoe"):
        assert "answer" not in desk.pull(who)
        assert "pénible" not in str(desk.page(who))
        assert "pénible" not in str(desk.call(who, "customer", id="c1"))
    for who, cursor in cursors.items():
        assert ("answer", "a1") not in desk.news(who, cursor)
        cursors[who] = desk.page(who, cursor)["cursor"]
    desk.push("lea", contact("lea", "c1", id="k1", estimate=4))
    for who, cursor in cursors.items():
        assert desk.news(who, cursor)["answer", "a1"] == answer()["body"] | {
            "satisfaction": None, "nps": None,
        }  # fmt: skip
    assert desk.pull("karim")["answer"]["a1"]["words"] == "Franchement pénible"
    assert "answer" not in desk.pull("lea").get("zoe", {})


def test_an_answer_that_comes_after_its_contact_is_told_at_once(desk):
    desk.push("lea", contact("lea", "c1", id="k1"), answer())
    assert set(desk.pull("karim")["answer"]) == {"a1"}
    counts = desk.page("karim")["counts"]
    assert counts["answer"] == 1


def test_what_waits_is_counted_for_nobody(desk):
    desk.push("lea", answer())
    assert desk.page("karim")["counts"]["answer"] == desk.page("lea")["counts"]["answer"] == 0


def test_once_told_an_answer_stays_when_its_contact_is_purged(desk):
    desk.push("lea", contact("lea", "c1", id="k1"), answer())
    desk.run("delete from vav.contacts")
    assert set(desk.pull("karim")["answer"]) == {"a1"}


def test_a_contact_of_somebody_else_opens_nothing(desk):
    desk.push("lea", answer())
    desk.push("karim", contact("karim", "c1", id="k1"))
    assert "answer" not in desk.pull("karim")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"person_id": "person-karim"}, "rejected not_author"),
        ({"person_id": None}, "rejected not_author"),
        ({"contact_id": None}, "rejected bad_body"),
        ({"contact_id": "theirs"}, "rejected not_author"),
        ({"waits": False}, "rejected bad_body"),
        ({"effort": 8}, "rejected 23514"),
        ({"contact_id": "gone"}, "gone"),
    ],
    ids=str,
)
def test_an_answer_is_taken_from_its_contacts_own_advisor_alone(desk, wrong, expected):
    desk.push("karim", contact("karim", "c1", id="theirs"))
    desk.run("insert into vav.tombstones values ('contact', 'gone', 1)")
    assert desk.push("lea", answer(**wrong)) == [expected]


def test_a_caller_whom_nobody_identified_answers_too(desk):
    desk.push(
        "lea", contact("lea", None, id="k1"), answer(customer_id=None), call(customer_id=None)
    )
    assert set(desk.pull("lea")["answer"]) == {"a1"}
    assert set(desk.pull("lea")["video_call"]) == {"v1"}
    assert not {"answer", "video_call"} & set(desk.pull("karim"))


def test_a_photo_of_a_call_that_was_erased_is_gone(desk):
    desk.run("insert into vav.tombstones values ('video_call', 'v1', 1)")
    assert desk.push("lea", photo()) == ["gone"]
