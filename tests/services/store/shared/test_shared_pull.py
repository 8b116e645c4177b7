"""What a pull brings, page by page: what concerns the caller, as it is now, and what is gone."""

import pytest

from desktop.services.store.shared.install import VERSION
from tests.access.world import check_in, contact
from tests.services.shared_talk import Talk, customer, edit, samples, talk, told

COUNTED = {"branch": 2, "team": 2, "person": 6}


@pytest.fixture
def desk(seeded) -> Talk:
    return talk(seeded)


def test_hello_says_who_one_is(desk):
    said = desk.call("lea", "hello", client={"protocol": 1})
    assert said["person"] == {
        "id": "person-lea", "name": "Lea", "sign_in": "lea", "role": "advisor",
        "team_id": "team-rhone", "branch_id": "branch-lyon", "must_change": False,
    }  # fmt: skip
    assert (said["protocol"], said["schema"], said["lead_id"]) == (
        [1, 1],
        VERSION,
        "person-camille",
    )
    assert said["epoch"] == desk.page("lea")["epoch"]
    assert said["horizon_age_s"] == 0
    assert desk.call("camille", "hello", client={})["lead_id"] is None
    assert desk.call("admin", "hello", client={"protocol": 9})["person"]["branch_id"] is None


@pytest.mark.parametrize(("client", "expected"), [({"protocol": 0}, "PT426"), ({}, None)])
def test_an_old_client_is_told_so(desk, client, expected):
    if expected:
        assert desk.refused("lea", "hello", client=client) == expected
    else:
        assert desk.call("lea", "hello", client=client)["protocol"] == [1, 1]


def test_the_age_of_the_horizon_is_told(desk):
    with desk.database.superuser() as other, other.transaction():
        other.execute("select pg_current_xact_id(), pg_sleep(1.6)")
        assert desk.call("lea", "hello", client={})["horizon_age_s"] >= 1


def test_a_changed_password_is_no_longer_asked_for(desk):
    desk.run("update vav.people set must_change = true")
    desk.call("lea", "password_changed")
    waiting = desk.run("select id from vav.people where not must_change")
    assert waiting == [("person-lea",)]


def test_pages_make_the_whole_and_then_there_is_nothing(desk):
    for who, sample in samples():
        desk.push(who, sample)
    whole = desk.page("lea")
    since, rows = None, []
    while True:
        page = desk.page("lea", since, most=3)
        rows += page["rows"]
        since = page["cursor"]
        assert ("counts" in page) != page["more"]
        if not page["more"]:
            break
    assert rows == whole["rows"]
    assert [row["seq"] for row in rows] == sorted({row["seq"] for row in rows})
    assert page["counts"] == whole["counts"]
    assert since == whole["cursor"]
    assert set(since) == {"epoch", "xid", "seq"}
    later = desk.page("lea", since)
    assert (later["rows"], later["more"], later["cursor"]) == ([], False, since)
    assert "counts" not in later


@pytest.mark.parametrize("who", ["lea", "karim", "camille", "zoe", "admin"])
def test_the_counts_are_those_of_what_came(desk, who):
    for author, sample in samples():
        desk.push(author, sample)
    page = desk.page(who)
    came: dict[str, int] = {}
    for row in page["rows"]:
        assert row["body"] is not None
        came[row["kind"]] = came.get(row["kind"], 0) + 1
    assert came == {kind: n for kind, n in page["counts"].items() if n}
    assert COUNTED.items() <= came.items()


def test_only_what_changed_comes_again(desk):
    desk.push("lea", customer(), contact("lea", "c1", id="k1"))
    since = desk.page("karim")["cursor"]
    desk.push("lea", edit("lea", "city", "Lyon"))
    ((at, body),) = desk.news("karim", since).items()
    assert (at, body["city"]) == (("customer", "c1"), "Lyon")


def test_what_leaves_all_as_it_was_is_no_news(desk):
    desk.push("lea", customer())
    since = desk.page("karim")["cursor"]
    desk.run("update vav.people set must_change = true")
    desk.run("update vav.customers set city = city")
    assert desk.news("karim", since) == {}
    desk.run("update vav.people set name = 'Léa' where sign_in = 'lea'")
    assert set(desk.news("karim", since)) == {("person", "person-lea")}


def test_another_branch_hears_nothing(desk):
    desk.push("lea", customer(), contact("lea", "c1"), check_in("lea", "team_total"))
    assert desk.page("zoe")["counts"] | COUNTED == desk.page("zoe")["counts"]
    assert {row["kind"] for row in desk.page("zoe")["rows"]} == set(COUNTED)


def test_a_restored_database_is_pulled_again(desk):
    page = desk.page("lea")
    desk.run("update vav.meta set value = 'restored' where name = 'epoch'")
    again = desk.page("lea", page["cursor"])
    assert (again["reset"], again["rows"], again["more"]) == (True, [], False)
    assert again["epoch"] != page["epoch"]
    assert desk.page("lea")["rows"]


def test_who_goes_to_another_branch_pulls_again(desk):
    desk.push("zoe", customer(id="c2"))
    page = desk.page("lea")
    desk.run("update vav.people set team_id = 'team-nord' where sign_in = 'lea'")
    assert desk.page("lea", page["cursor"])["reset"]
    assert set(desk.pull("lea")["customer"]) == {"c2"}


def test_a_customer_moves_with_all_that_is_theirs(desk):
    about = {"contact_id": "k1", "customer_id": "c1", "person_id": "person-lea", "at": 1}
    desk.push(
        "lea", customer(), contact("lea", "c1", id="k1"), contact("lea", "c1", id="k2"),
        told("incivility", id="n1", type="threat", gravity=1, words="", **about),
    )  # fmt: skip
    desk.run("insert into vav.contracts (id, customer_id, number) values ('t1', 'c1', 'F-1')")
    cursors = {who: desk.page(who)["cursor"] for who in ("lea", "karim", "zoe", "camille")}
    desk.run("update vav.customers set branch_id = 'branch-lille'")
    moved = {("customer", "c1"), ("contract", "t1"), ("contact", "k1"), ("contact", "k2")}
    karim, zoe = desk.news("karim", cursors["karim"]), desk.news("zoe", cursors["zoe"])
    assert set(karim) == set(zoe) == moved | {("incivility", "n1")}
    assert not any(karim.values())
    assert all(zoe.values())
    kept = {at for at, body in desk.news("lea", cursors["lea"]).items() if body}
    assert kept == {("contact", "k1"), ("contact", "k2"), ("incivility", "n1")}
    assert {at for at, body in desk.news("camille", cursors["camille"]).items() if body} == {
        ("incivility", "n1")
    }
    assert desk.push("lea", contact("lea", "c1", id="k3")) == ["applied"]
    assert ("contact", "k3") in desk.news("zoe", cursors["zoe"])


def test_what_was_opened_elsewhere_is_followed(desk):
    desk.push("zoe", customer(), contact("zoe", "c1", id="k1"))
    desk.run(
        "insert into vav.thanks (id, customer_id, person_id, at) values ('h1','c1','person-zoe',1)"
    )
    since = desk.page("lea")["cursor"]
    rows = {row["id"]: row for row in desk.call("lea", "customer", id="c1")["rows"]}
    assert [rows["c1"]["body"]["family_name"], set(rows)] == ["Moreau", {"c1", "k1"}]
    desk.push("zoe", contact("zoe", "c1", id="k2"))
    desk.run("update vav.customers set branch_id = 'branch-lyon'")
    assert {at for at, body in desk.news("lea", since).items() if body} == {
        ("customer", "c1"), ("contact", "k1"), ("contact", "k2"),
    }  # fmt: skip
    desk.run("update vav.customers set branch_id = 'branch-lille'")
    assert desk.news("lea", since)["customer", "c1"]["city"] == ""
    desk.run("update vav.opened set at = at - 31 * 86400000::bigint")
    desk.push("zoe", contact("zoe", "c1", id="k3"))
    assert ("contact", "k3") not in desk.news("lea", since)


def test_opening_is_told_by_the_trail(desk):
    desk.push("zoe", customer())
    desk.push("lea", customer(id="c2"))
    desk.call("lea", "customer", id="c1")
    desk.call("lea", "customer", id="c2")
    desk.call("lea", "customer", id="c1")
    assert desk.run("select id from vav.audit where action = 'opened' order by n") == [
        ("c1",), ("c2",), ("c1",),
    ]  # fmt: skip
    assert desk.run("select person_id, customer_id from vav.opened") == [("person-lea", "c1")]


def test_what_may_not_be_opened(desk):
    desk.push("zoe", customer())
    desk.run("insert into vav.tombstones values ('customer', 'c9', 0)")
    assert desk.refused("lea", "customer", id="c9") == "PT410"
    assert desk.refused("lea", "customer", id="nobody") == "PT404"
    assert desk.refused("lea", "customer", id=None) == "PT404"
    assert desk.refused("ex", "customer", id="c1") == "PT401"
    assert desk.run("select count(*) from vav.audit where action = 'opened'") == [(0,)]


def test_what_is_erased_is_gone_everywhere(desk):
    desk.push("lea", customer(), contact("lea", "c1", id="k1"))
    since = desk.page("karim")["cursor"]
    desk.run("delete from vav.contacts")
    desk.run("delete from vav.customers")
    assert desk.news("karim", since) == {("contact", "k1"): None, ("customer", "c1"): None}
    assert desk.run("select count(*) from vav.name_words") == [(0,)]


def test_a_document_reaches_everybody(desk):
    since = {who: desk.page(who)["cursor"] for who in ("lea", "zoe", "admin")}
    desk.run(
        "insert into vav.documents (id, type, name, text) values ('d1', 'script', 'Panne', 'steps: []')"
    )
    for who, cursor in since.items():
        assert desk.news(who, cursor)["document", "d1"] == {
            "id": "d1", "type": "script", "name": "Panne", "version": 1, "text": "steps: []",
        }  # fmt: skip


def test_a_lead_hears_of_their_teams_incivilities(desk):
    since = {who: desk.page(who)["cursor"] for who in ("camille", "karim", "zoe")}
    about = {"contact_id": "k1", "customer_id": None, "person_id": "person-lea", "at": 1}
    assert desk.push(
        "lea", told("incivility", id="n1", type="threat", gravity=3, words="", **about)
    ) == ["applied"]
    assert set(desk.news("camille", since["camille"])) == {("incivility", "n1")}
    assert desk.news("karim", since["karim"]) == desk.news("zoe", since["zoe"]) == {}


def test_a_team_bears_its_branchs_name(desk):
    assert desk.pull("zoe")["team"]["team-rhone"] == {
        "id": "team-rhone", "name": "Rhone", "branch_id": "branch-lyon", "branch": "Lyon",
    }  # fmt: skip


@pytest.mark.parametrize("since", [{"epoch": None}, {"epoch": "x", "xid": "y"}, {}])
def test_a_cursor_that_is_none_begins_anew(desk, since):
    assert desk.page("lea", since)["reset"]


def test_a_spoilt_cursor_is_refused(desk):
    spoilt = desk.page("lea")["cursor"] | {"xid": "'; select 1"}
    assert desk.refused("lea", "pull", since=spoilt) == "22P02"


def test_reading_writes_nothing(desk):
    with desk.database.connect("lea") as connection:
        connection.execute("set default_transaction_read_only = on")
        for call in ("hello('{}')", "pull(null)", "search('moreau')", "my_readings()"):
            assert connection.execute(f"select api.{call}").fetchone()
