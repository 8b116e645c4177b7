"""What the server decides by itself of guides, latitude, care and stories, in whatever order they come."""

from itertools import permutations
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.access.scenes import (
    answered,
    credit,
    followed,
    gesture,
    incivility,
    merge,
    outcome,
    request,
    said,
    stepped,
    story,
    talk_of,
    thanks,
    words,
)
from tests.access.world import NOW, batch, check_in, contact
from tests.services.shared_talk import Talk, customer, talk


@pytest.fixture
def desk(seeded) -> Talk:
    made = talk(seeded)
    assert made.push("lea", customer(id="customer-durand")) == ["applied"]
    return made


def shown(desk: Talk, who: str, kind: str = "own_words") -> set[str]:
    return set(desk.pull(who).get(kind, {}))


def wording(name: str, at: int, *, shared: bool):
    return words("lea", "explain", shared=shared, id=name, at=NOW + at)


WORDINGS = {
    # Each: what comes, in order; what others then see.
    "the last one": ([("a", 1, True), ("b", 2, True)], {"b"}),
    "none once the last is kept for oneself": ([("a", 1, True), ("b", 2, False)], set()),
    "the last again": ([("a", 1, False), ("b", 2, True)], {"b"}),
    "none where an earlier clock takes it back": ([("a", 9, True), ("b", 2, False)], set()),
    "what is newer, not what came later": ([("b", 2, True), ("a", 1, True)], {"b"}),
    "nothing older than a refusal": ([("b", 2, False), ("a", 1, True)], set()),
    "what was shared after a refusal": ([("a", 1, True), ("b", 2, False), ("c", 3, True)], {"c"}),
    "by its id at one instant": ([("b", 1, True), ("a", 1, True)], {"b"}),
}


@pytest.mark.parametrize("name", WORDINGS)
def test_of_a_wording_others_see(desk, name):
    came, expected = WORDINGS[name]
    for ident, at, shared in came:
        assert desk.push("lea", wording(ident, at, shared=shared)) == ["applied"]
    assert shown(desk, "zoe") == expected
    assert shown(desk, "lea") == {ident for ident, _, _ in came}


def test_a_wording_of_another_step_or_person_changes_nothing(desk):
    desk.push("lea", wording("a", 1, shared=True))
    desk.push("lea", words("lea", "close", shared=False, id="b", at=NOW + 2))
    desk.push("lea", words("lea", "explain", shared=False, id="c", at=NOW + 2, script_id="other"))
    desk.push("karim", words("karim", "explain", shared=False, id="d", at=NOW + 2))
    assert shown(desk, "zoe") == {"a"}


def test_a_credit_is_shown_while_it_is_agreed(desk):
    assert desk.push("lea", stepped("lea")) == ["applied"]
    for n, agreed in enumerate((True, False, True)):
        desk.push("lea", credit("lea", "calm", agreed=agreed, id=f"c{n}", at=NOW + n))
        assert shown(desk, "zoe", "credit") == ({f"c{n}"} if agreed else set())


def test_two_words_at_one_moment_know_each_other(desk):
    """From two desks of one person: the refusal is heard, whichever comes first."""
    with (
        psycopg.connect(desk.database.people["lea"].dsn) as one,
        desk.database.connect("lea") as other,
    ):
        shared = batch(wording("a", 1, shared=True), device="desk-1")
        kept = batch(wording("b", 2, shared=False), device="desk-2")
        one.execute("select api.push(%s)", [Jsonb(shared)])
        other.execute("set lock_timeout = '100ms'")
        ((late,),) = other.execute("select api.push(%s)", [Jsonb(kept)]).fetchall()
        assert [answer["answer"] for answer in late["answers"]] == ["retry"]
        one.commit()
        ((late,),) = other.execute("select api.push(%s)", [Jsonb(kept)]).fetchall()
        assert [answer["answer"] for answer in late["answers"]] == ["applied"]
    assert shown(desk, "zoe") == set()


@pytest.mark.parametrize(
    "order", [*permutations(("published", "declined", "withdrawn"))], ids="-".join
)
def test_what_its_author_took_back_is_shown_to_nobody(desk, order):
    desk.push("lea", story("lea", "s1"))
    for at, state in enumerate(order):
        who = "lea" if state == "withdrawn" else "camille"
        desk.push(who, outcome(who, "s1", state, id=state, at=NOW - at))
    for who in ("karim", "camille", "zoe"):
        assert not {"story", "story_outcome"} & set(desk.pull(who))
    assert shown(desk, "lea", "story") == {"s1"}


def test_of_two_words_of_leads_the_newest_is_in_force(desk):
    desk.database.add_person("noor", "lead", "team-rhone")
    desk.push("lea", story("lea", "s1"))
    desk.push("camille", outcome("camille", "s1", "declined", at=NOW + 2))
    desk.push("noor", outcome("noor", "s1", "published", at=NOW + 1))
    assert shown(desk, "zoe", "story") == set()
    desk.push("noor", outcome("noor", "s1", "published", at=NOW + 3))
    assert shown(desk, "zoe", "story") == {"s1"}
    assert len(shown(desk, "zoe", "story_outcome")) == 3


def test_a_withdrawal_meets_a_publication_under_way(desk):
    desk.push("lea", story("lea", "s1"))
    with psycopg.connect(desk.database.people["camille"].dsn) as lead:
        published = batch(outcome("camille", "s1", "published"), device="desk-camille")
        lead.execute("select api.push(%s)", [Jsonb(published)])
        with desk.database.connect("lea") as author:
            author.execute("set lock_timeout = '100ms'")
            back = batch(outcome("lea", "s1", "withdrawn"), device="desk-lea")
            ((late,),) = author.execute("select api.push(%s)", [Jsonb(back)]).fetchall()
            assert [answer["answer"] for answer in late["answers"]] == ["retry"]
            lead.commit()
            author.execute("select api.push(%s)", [Jsonb(back)])
    assert shown(desk, "zoe", "story") == set()


def test_a_lead_publishes_a_story_of_their_own(desk):
    desk.push("camille", story("camille", "s1"), outcome("camille", "s1", "published"))
    assert shown(desk, "zoe", "story") == {"s1"}


def test_who_comes_to_lead_a_team_sees_its_stories(desk):
    desk.push("lea", story("lea", "s1"))
    since = desk.page("karim")["cursor"]
    desk.run("update vav.people set role = 'lead' where id = 'person-karim'")
    assert desk.news("karim", since)["story", "s1"]["words"] == "story s1"
    page = desk.page("karim")
    assert page["counts"]["story"] == 1


LEAVES = {
    "who leads goes to another team": ("karim", "team_id = 'team-nord'"),
    "who leads does not lead any more": ("karim", "role = 'advisor'"),
    "who is led goes to another team": ("lea", "team_id = 'team-nord'"),
}


@pytest.mark.parametrize("change", LEAVES)
def test_who_no_longer_leads_somebody_is_told_that_it_is_gone(desk, change):
    """Also where it never changes again; what the branch may read stays."""
    who, statement = LEAVES[change]
    desk.run("update vav.people set role = 'lead' where id = 'person-karim'")
    desk.push("lea", story("lea", "s1"), incivility("lea", "i1"), story("lea", "s2"))
    desk.push("lea", incivility("lea", "i2", customer_id=None))
    desk.push("camille", outcome("camille", "s1", "declined", id="o1"))
    desk.push("camille", outcome("camille", "s2", "published", id="o2"))
    since = desk.page("karim")["cursor"]
    desk.run(f"update vav.people set {statement} where id = 'person-{who}'")
    if "team_id" in statement and who == "karim":
        # Another branch is another epoch: all is pulled again, and what does not come is dropped.
        assert desk.page("karim", since)["reset"]
        return
    told = desk.news("karim", since)
    gone = {place for place, body in told.items() if body is None}
    assert gone == {("story", "s1"), ("story_outcome", "o1"), ("incivility", "i2")}
    assert told["story", "s2"]["person_id"] == ""
    assert told["incivility", "i1"]["id"] == "i1"


@pytest.mark.parametrize("first", [True, False])
def test_the_first_answer_stands_and_the_other_leaves_the_leads_desk(desk, first):
    desk.push("lea", request("lea", "camille", id="q1"))
    assert desk.push("camille", answered("camille", "q1", id="a1", granted=first, at=NOW + 9)) == [
        "applied"
    ]
    since = {who: desk.page(who)["cursor"] for who in ("lea", "camille")}
    assert desk.push("camille", answered("camille", "q1", id="a2", granted=not first)) == [
        "applied"
    ]
    for who in ("lea", "camille"):
        assert {id_: told["granted"] for id_, told in desk.pull(who)["gesture_answer"].items()} == {
            "a1": first
        }
    assert desk.news("camille", since["camille"]) == {("gesture_answer", "a2"): None}


def test_two_answers_at_one_moment_are_one(desk):
    desk.push("lea", request("lea", "camille", id="q1"))
    with (
        psycopg.connect(desk.database.people["camille"].dsn) as one,
        desk.database.connect("camille") as other,
    ):
        one.execute(
            "select api.push(%s)", [Jsonb(batch(answered("camille", "q1", id="a1"), device="d1"))]
        )
        other.execute("set lock_timeout = '100ms'")
        second = Jsonb(batch(answered("camille", "q1", id="a2", granted=False), device="d2"))
        ((late,),) = other.execute("select api.push(%s)", [second]).fetchall()
        assert [answer["answer"] for answer in late["answers"]] == ["retry"]
        one.commit()
        other.execute("select api.push(%s)", [second])
    assert desk.run("select id, stands from vav.gesture_answers order by id") == [
        ("a1", True),
        ("a2", False),
    ]


def test_a_lead_who_no_longer_leads_answers_nothing_more(desk):
    desk.push("lea", request("lea", "camille", id="q1"), incivility("lea", "i1"))
    desk.run("update vav.people set team_id = 'team-nord' where id = 'person-camille'")
    assert (
        desk.push("camille", answered("camille", "q1"), followed("camille", "i1"))
        == ["rejected not_author"] * 2
    )


def test_a_pause_bears_the_team_that_its_author_was_of(desk):
    desk.push("lea", said("pause", "lea", id="p1", minutes=5))
    desk.run("update vav.people set team_id = 'team-nord' where id = 'person-lea'")
    desk.push("lea", said("pause", "lea", id="p2", minutes=5))
    assert desk.run("select id, team_id from vav.pauses order by id") == [
        ("p1", "team-rhone"),
        ("p2", "team-nord"),
    ]


def test_gestures_move_with_their_customer_and_are_in_the_file(desk):
    desk.push("lea", gesture("lea", "customer-durand", id="g1"))
    rows = {
        (row["kind"], row["id"])
        for row in desk.call("zoe", "customer", id="customer-durand")["rows"]
    }
    assert ("gesture", "g1") in rows
    desk.run("delete from vav.opened")
    assert "gesture" not in desk.pull("zoe")
    desk.run("update vav.customers set branch_id = 'branch-lille'")
    assert set(desk.pull("zoe")["gesture"]) == {"g1"}
    assert set(desk.pull("lea")["gesture"]) == {"g1"}
    assert "gesture" not in desk.pull("karim")


def test_a_talk_may_be_noted_by_who_has_read_and_reaches_its_author(desk):
    desk.push("lea", check_in("lea", "lead", "camille", id="i1"))
    desk.call("camille", "read_checkin", id="i1")
    share = {"check_in_id": "i1", "audience": "nobody", "addressed_to": None}
    desk.push("lea", said("check_in_share", "lea", **share))
    assert desk.push("camille", talk_of("camille", "i1", id="t1")) == ["applied"]
    assert desk.pull("lea")["talk"]["t1"]["planned_for"] == "2026-12-01"


GONE = {
    "customer": lambda: request("lea", "camille"),
    "contact": lambda: gesture("lea", "customer-durand"),
    "incivility": lambda: followed("camille", "e1"),
    "gesture_request": lambda: answered("camille", "e1"),
    "gesture": lambda: gesture("lea", "customer-durand", takes_back="e1"),
    "thanks": lambda: story("lea", "s9", thanks_id="e1"),
    "story": lambda: outcome("camille", "e1", "published"),
    "check_in": lambda: talk_of("camille", "e1"),
}


@pytest.mark.parametrize("kind", GONE)
def test_what_speaks_of_something_erased_is_gone(desk, kind):
    erased = {"customer": "customer-durand", "contact": "contact-lea"}.get(kind, "e1")
    desk.run("insert into vav.tombstones values (%s, %s, 0)", kind, erased)
    made = GONE[kind]()
    who = "camille" if kind in {"incivility", "gesture_request", "story", "check_in"} else "lea"
    assert desk.push(who, made, contact(who, None)) == ["gone", "applied"]


def test_what_comes_before_what_it_speaks_of_is_held_and_then_taken(desk):
    late = {
        "lea": (request("lea", "camille", id="q1"), incivility("lea", "i1"), story("lea", "s1"),
                check_in("lea", "lead", "camille", id="c1")),
        "camille": (answered("camille", "q1"), followed("camille", "i1"), outcome("camille", "s1", "published"),
                    talk_of("camille", "c1")),
    }  # fmt: skip
    assert desk.push("camille", *late["camille"]) == ["hold"] * 4
    assert desk.push("lea", *late["lea"]) == ["applied"] * 4
    assert desk.push("camille", *late["camille"]) == ["applied"] * 4
    assert {"gesture_answer", "follow_up", "talk"} <= set(desk.pull("lea"))
    assert shown(desk, "zoe", "story") == {"s1"}


def test_thanks_are_their_advisors_alone(desk):
    desk.push("lea", thanks("lea", id="h1"))
    assert shown(desk, "lea", "thanks") == {"h1"}
    assert not any("thanks" in desk.pull(who) for who in ("karim", "camille", "zoe"))


def named_at(chain: str, who: str = "lea") -> dict[str, Any]:
    return credit(who, "calm", agreed=True, chain_id=chain)


def test_who_said_it_in_their_own_words_may_be_named(desk):
    """Whoever took up another's words, or said none, is no author of what came of them."""
    desk.push("lea", stepped("lea", id="head"), stepped("lea", id="silent", words=" "))
    desk.push("karim", stepped("karim", id="same", earlier_id="head", words="step words lea "))
    assert desk.push("karim", named_at("head", "karim")) == ["rejected not_author"]
    assert desk.push("lea", named_at("silent"), named_at("head")) == [
        "rejected not_author",
        "applied",
    ]
    desk.push("karim", stepped("karim", id="more", earlier_id="same"))
    assert desk.push("karim", named_at("head", "karim")) == ["applied"]
    assert desk.push("zoe", named_at("head", "zoe"), stepped("zoe", id="own")) == [
        "rejected not_author",
        "applied",
    ]


def test_a_chain_that_a_lead_put_into_another_counts_with_it(desk):
    desk.push("lea", stepped("lea", id="head"))
    desk.push("karim", stepped("karim", id="his"))
    assert desk.push("karim", named_at("head", "karim")) == ["rejected not_author"]
    desk.push("camille", merge("camille", chain_id="his", into_id="head"))
    assert desk.push("karim", named_at("head", "karim")) == ["applied"]
    assert desk.push("lea", named_at("his")) == ["applied"]


def test_a_refusal_to_be_named_rests_on_nothing(desk):
    desk.push("lea", stepped("lea", id="head"), named_at("head"))
    assert shown(desk, "zoe", "credit")
    desk.run("delete from vav.step_offs")
    assert desk.push("lea", credit("lea", "calm", agreed=False, chain_id="")) == ["applied"]
    assert not shown(desk, "zoe", "credit")


def test_a_credit_waits_for_its_step_off_and_not_for_one_that_was_erased(desk):
    assert desk.push("lea", named_at("head")) == ["hold"]
    desk.run("insert into vav.tombstones values ('step_off', 'gone', 0)")
    assert desk.push("lea", named_at("gone"), named_at("")) == ["rejected not_author"] * 2
    assert desk.push("lea", stepped("lea", id="head"), named_at("head")) == ["applied"] * 2
