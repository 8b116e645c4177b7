"""Check-ins shared by name: who waits comes by pull, what was said only by being read."""

import pytest

from tests.access.world import check_in
from tests.services.shared_talk import Talk, talk, told


@pytest.fixture
def desk(seeded) -> Talk:
    return talk(seeded)


@pytest.fixture
def shared_one(desk) -> Talk:
    desk.push("lea", check_in("lea", "lead", "camille", id="i1", words="dur"))
    return desk


def share(audience: str, to: str | None = None, who: str = "lea"):
    return told(
        "check_in_share", check_in_id="i1", person_id=f"person-{who}", at=2, audience=audience,
        addressed_to=to and f"person-{to}",
    )  # fmt: skip


def reply(words: str = "Je passe", who: str = "camille"):
    return told("check_in_reply", check_in_id="i1", lead_id=f"person-{who}", at=3, words=words)


def waits(desk: Talk, who: str) -> set[str]:
    return set(desk.pull(who).get("check_in_waiting", {}))


def test_a_lead_is_told_that_one_waits_and_no_more(shared_one):
    held = shared_one.pull("camille")
    assert held["check_in_waiting"] == {
        "i1": {"id": "i1", "person_id": "person-lea", "at": 1_795_000_000_000}
    }
    assert "check_in" not in held
    assert "dur" not in str(held)
    assert not waits(shared_one, "karim") | waits(shared_one, "lea")


def test_reading_tells_the_author(shared_one):
    since = shared_one.page("lea")["cursor"]
    said = shared_one.call("camille", "read_checkin", id="i1")
    assert (said["check_in"]["words"], said["check_in"]["mood"], said["replies"]) == ("dur", 3, [])
    (reading,) = shared_one.call("lea", "my_readings")["readings"]
    assert {name: reading[name] for name in ("check_in_id", "lead_id", "lead")} == {
        "check_in_id": "i1", "lead_id": "person-camille", "lead": "Camille",
    }  # fmt: skip
    ((at, body),) = shared_one.news("lea", since).items()
    assert (at[0], body["lead_id"], body["at"]) == (
        "check_in_reading", "person-camille", reading["at"],
    )  # fmt: skip
    assert "check_in_reading" not in shared_one.pull("camille")
    assert shared_one.call("camille", "my_readings")["readings"] == []
    assert shared_one.run("select person_id, id from vav.audit where action = 'read'") == [
        ("person-camille", "i1")
    ]


NOT_READ = ("lea", "karim", "zoe", "admin")


@pytest.mark.parametrize("who", NOT_READ)
def test_nobody_else_reads_it(shared_one, who):
    assert shared_one.refused(who, "read_checkin", id="i1") == "PT410"
    assert shared_one.run("select count(*) from vav.check_in_readings") == [(0,)]


@pytest.mark.parametrize(
    ("audience", "to"), [("nobody", None), ("team_total", None), ("nobody", "camille")]
)
def test_what_is_withdrawn_is_gone(shared_one, audience, to):
    since = shared_one.page("camille")["cursor"]
    assert shared_one.push("lea", share(audience, to)) == ["applied"]
    assert shared_one.news("camille", since) == {("check_in_waiting", "i1"): None}
    assert shared_one.refused("camille", "read_checkin", id="i1") == "PT410"
    assert shared_one.push("camille", reply()) == ["gone"]
    assert shared_one.pull("lea")["check_in"]["i1"]["audience"] == audience


def test_a_later_lead_sees_nothing(shared_one):
    shared_one.database.add_person("noor", "lead", "team-rhone")
    shared_one.run("update vav.people set role = 'advisor' where sign_in = 'camille'")
    assert shared_one.refused("noor", "read_checkin", id="i1") == "PT410"
    assert not waits(shared_one, "noor")
    assert waits(shared_one, "camille") == {"i1"}


def test_it_goes_to_another_lead_when_its_author_says_so(shared_one):
    shared_one.database.add_person("noor", "lead", "team-rhone")
    shared_one.call("camille", "read_checkin", id="i1")
    shared_one.push("camille", reply())
    since = shared_one.page("camille")["cursor"]
    assert shared_one.push("lea", share("lead", "noor")) == ["applied"]
    assert shared_one.news("camille", since) == {("check_in_waiting", "i1"): None}
    assert waits(shared_one, "noor") == {"i1"}
    assert shared_one.call("noor", "read_checkin", id="i1")["replies"] == []
    assert "check_in_reply" not in shared_one.pull("noor")


def test_only_its_author_shares_it(shared_one):
    assert shared_one.push("karim", share("lead", "karim", who="karim")) == ["applied"]
    assert shared_one.run("select audience, addressed_to from vav.check_ins") == [
        ("lead", "person-camille")
    ]
    assert not waits(shared_one, "karim")


def test_a_reply_reaches_its_author_and_stays_with_the_lead(shared_one):
    since = {who: shared_one.page(who)["cursor"] for who in ("lea", "camille", "karim")}
    assert shared_one.push("camille", reply("Je passe")) == ["applied"]
    for who in ("lea", "camille"):
        ((at, body),) = shared_one.news(who, since[who]).items()
        assert (at[0], body["words"], "author_id" in body) == ("check_in_reply", "Je passe", False)
    assert shared_one.news("karim", since["karim"]) == {}
    (kept,) = shared_one.call("camille", "read_checkin", id="i1")["replies"]
    assert kept["words"] == "Je passe"


def test_who_has_read_it_may_still_answer(shared_one):
    shared_one.call("camille", "read_checkin", id="i1")
    shared_one.push("lea", share("nobody"))
    assert shared_one.push("camille", reply()) == ["applied"]


def test_nobody_replies_to_what_is_not_theirs(shared_one):
    assert shared_one.push("karim", reply(who="karim")) == ["gone"]
    unknown = reply()
    unknown["body"]["check_in_id"] = "i9"
    assert shared_one.push("camille", unknown) == ["hold"]


def test_a_withdrawal_waits_for_a_reading_under_way(shared_one):
    with shared_one.database.connect("camille") as lead, lead.transaction():
        lead.execute("select api.read_checkin('i1')")
        with shared_one.database.connect("lea") as author:
            author.execute("set lock_timeout = '100ms'")
            batch = {"protocol": 1, "device": "desk-lea", "facts": [share("nobody")]}
            from psycopg.types.json import Jsonb

            ((said,),) = author.execute("select api.push(%s)", [Jsonb(batch)]).fetchall()
    assert [one["answer"] for one in said["answers"]] == ["retry"]
