"""The replica: what the server says is written once, newest wins, and one's own stays on top."""

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import Customer
from desktop.domain.ids import ContactId, CustomerId
from desktop.services.store import customers as files
from desktop.services.store import drafts, dropping, meta, outbox, replica
from desktop.services.store.local import LocalStore
from tests.conftest import NOON
from tests.services.store.facts_of import (
    CLAIRE,
    LEA,
    NOW,
    all_rows,
    answer,
    contact,
    customer_row,
    edit,
    gone,
    keep,
    lines,
    promise_row,
    push,
    record,
)

DAY = 24 * 3600_000


def row(kind: str, id_: str, seq: int, /, **body):
    return {"kind": kind, "id": id_, "seq": seq, "body": body}


def contact_row(id_: str, seq: int, person: str = "p2", customer: str | None = CLAIRE, **more):
    given = {"channel": "chat", "started_at": NOW, "ended_at": NOW, "note": "Dit", **more}
    return row("contact", id_, seq, customer_id=customer, person_id=person, **given)


def contract_row(id_: str, seq: int, customer: str = CLAIRE):
    return row("contract", id_, seq, customer_id=customer, number="77-1", product="Fibre")


async def pull(store: LocalStore, *rows, now: int = NOW):
    return await store.write(replica.apply, rows, now)


async def held(store: LocalStore, name: str) -> list[str]:
    """Ids of a table's rows."""
    query = f"SELECT id FROM {name} ORDER BY id"
    return await store.read(lambda c: list(c.exec_driver_sql(query).scalars()))


async def value(store: LocalStore, column: str, name: str = "customers", id_: str = CLAIRE):
    query = f"SELECT {column} FROM {name} WHERE id = ?"
    return await store.read(lambda c: c.exec_driver_sql(query, (id_,)).scalar())


CALL = {"contact_id": "k1", "person_id": "p2", "at": NOW}
BY = {"person_id": "p2", "at": NOW}
PICTURE = {
    "consented_at": NOW,
    "source": "camera",
    "sha256": "0" * 64,
    "width": 4,
    "height": 3,
    "size": 2,
}

ONE_OF_EACH = (
    row("branch", "b1", 1, name="Angers"),
    row("team", "t1", 2, name="Nord", branch="Angers", branch_id="b1"),
    row(
        "person", "p2", 3, name="Luc Petit", role="advisor", team_id="t1", enabled=True, sign_in="l"
    ),
    row("document", "d1", 4, type="script", name="bill", version=3, text="id: bill"),
    customer_row(5),
    contract_row("k-1", 6),
    row("case", "c-1", 7, customer_id=CLAIRE, number="D-1", title="Litige", opened_at=NOW),
    contact_row("k1", 8),
    row("step_off", "s1", 9, contact_id="k1", person_id="p2", at=NOW, reason="other", words="x"),
    promise_row(10),
    row("incivility", "n1", 11, contact_id="k1", person_id="p2", at=NOW, type="threat", gravity=2),
    row("answer", "a1", 12, customer_id=CLAIRE, at=NOW, satisfaction=4),
    row("thanks", "m1", 13, person_id="p2", at=NOW, words="Merci"),
    row("pinned_note", "o1", 14, customer_id=CLAIRE, person_id="p2", at=NOW, words="Parle fort"),
    row("check_in", "i1", 15, person_id=LEA, at=NOW, moment="start", mood=3, audience="nobody"),
    row("check_in_reply", "y1", 16, check_in_id="i1", lead_id="p2", at=NOW, words="Je passe"),
    row("check_in_reading", "z1", 17, check_in_id="i1", lead_id="p2", at=NOW),
    row("check_in_waiting", "w1", 18, person_id="p2", at=NOW),
    row("video_call", "v1", 19, **CALL, ended_at=NOW, end_reason="done"),
    row("video_photo", "f1", 20, **CALL, call_id="v1", **PICTURE),
    row("script_version", "sv", 21, script_id="bill", version=2, **BY, text="id: bill"),
    row("own_words", "ow", 22, **BY, script_id="bill", step_id="explain", words="Je vois."),
    row("chain_merge", "cm", 23, **BY, script_id="bill", chain_id="s1", into_id="s0"),
    row("credit", "cr", 24, **BY, suggestion_id="calm", agreed=True),
    row("gesture", "ge", 25, **CALL, kind="voucher", cents=500),
    row("gesture_request", "gr", 26, **CALL, lead_id="p3", kind="voucher", cents=9_000),
    row("gesture_answer", "ga", 27, request_id="gr", lead_id="p3", at=NOW, granted=True),
    row("pause", "pa", 28, **BY, minutes=5),
    row("follow_up", "fu", 29, incivility_id="n1", lead_id="p3", at=NOW, kind="talk"),
    row("talk", "ta", 30, check_in_id="i1", lead_id="p3", at=NOW, state="planned"),
    row("talk_note", "tn", 31, check_in_id="i1", lead_id="p3", at=NOW, words="Va mieux"),
    row("story", "st", 32, **BY, words="Une dame", signed=False),
    row("story_outcome", "so", 33, **BY, story_id="st", state="published"),
    row("awaiting", "aw", 34, **CALL, begins=True),
)


async def test_each_kind_finds_its_table_and_goes_again(store):
    assert {one["kind"] for one in ONE_OF_EACH} == set(replica.TABLES)
    await pull(store, *ONE_OF_EACH)
    assert await store.read(replica.counts) == {one["kind"]: 1 for one in ONE_OF_EACH}
    assert await value(store, "text", "documents", "d1") == "id: bill"
    assert await value(store, "branch_id") == "b1"
    await pull(store, *(gone(one["kind"], one["id"], 100) for one in ONE_OF_EACH))
    assert await store.read(replica.counts) == {}
    for kind, table in replica.TABLES.items():
        assert await held(store, table.name) == [], kind


async def test_what_is_pulled_is_told(store):
    assert await pull(store, *ONE_OF_EACH) >= {
        Changed(kind=Kind.CUSTOMER, customer_id=CLAIRE),
        Changed(kind=Kind.PEOPLE),
        Changed(kind=Kind.DOCUMENT),
        Changed(kind=Kind.CHECK_IN),
        Changed(kind=Kind.CONTACT, customer_id=CLAIRE),
    }
    assert await pull(store, *ONE_OF_EACH) == frozenset()
    many = [customer_row(100 + n, id_=f"n{n}") for n in range(50)]
    assert await pull(store, *many) == {Changed(kind=Kind.CUSTOMER)}


async def test_what_is_not_newer_is_left_aside(store):
    await pull(store, customer_row(5, "Nantes"))
    await pull(store, customer_row(5, "Brest"), customer_row(4, "Lyon"))
    assert await value(store, "city") == "Nantes"
    await pull(store, customer_row(7, "Metz"), customer_row(6, "Nice"))
    assert await value(store, "city") == "Metz"


async def test_a_mark_keeps_an_older_state_away_but_not_the_same_opened_by_name(store):
    await pull(store, gone("customer", CLAIRE, 9))
    await pull(store, customer_row(8))
    assert await held(store, "customers") == []
    await pull(store, customer_row(9))
    assert await held(store, "customers") == [CLAIRE]


async def test_what_this_version_does_not_know_is_left_aside(store):
    hologram = row("hologram", "h1", 1, words="?")
    odd = customer_row(2)
    odd["body"] |= {"aura": "blue", "phone": None, "details": [["Offre", "Fibre"]]}
    odd["body"]["versions"] = {"aura": 3, "city": 2}
    lacking = row("promise", "r9", 3, contact_id="k1")
    unheard = contact_row("k9", 4, channel="telepathy")
    assert await pull(store, hologram, odd, lacking, unheard) == {
        Changed(kind=Kind.CUSTOMER, customer_id=CLAIRE)
    }
    assert await value(store, "phone") == ""
    assert await value(store, "details") == '[["Offre", "Fibre"]]'
    assert await held(store, "promises") == await held(store, "contacts") == []
    assert await store.read(files.field_versions, CLAIRE) == {CustomerField.CITY: 2}


async def test_a_contract_may_come_pages_before_its_customer(store):
    await pull(store, contract_row("k-1", 1))
    await pull(store, row("person", "p2", 2, name="Luc", role="advisor", team_id="t1"))
    await pull(store, customer_row(3), row("team", "t1", 4, name="Nord"))
    assert await value(store, "family_name") == "Moreau"
    assert await store.read(replica.counts) == {
        "contract": 1,
        "customer": 1,
        "person": 1,
        "team": 1,
    }


async def test_search_finds_what_was_pulled_and_not_what_went(store):
    def found(connection):
        rows = connection.exec_driver_sql(
            "SELECT count(*) FROM search_words WHERE search_words MATCH 'nantes'"
        )
        return rows.scalar_one()

    await pull(store, customer_row(1, "Nantes"))
    assert await store.read(found) == 1
    await pull(store, customer_row(2, "Brest"))
    assert await store.read(found) == 0
    await pull(store, customer_row(3, "Nantes"))
    await pull(store, gone("customer", CLAIRE, 4))
    assert await store.read(found) == 0


async def test_with_a_customer_goes_what_is_on_no_other_list_but_not_what_waits(store):
    await pull(store, customer_row(1, version=2))
    await record(store, contact("mine"), edit("Nantes", 2))
    await store.write(lambda c: c.exec_driver_sql(NOTE_DRAFT))
    await store.write(dropping.follow, CLAIRE, NOW)
    await pull(store, gone("customer", CLAIRE, 50))
    assert await held(store, "contacts") == ["mine"]
    names = ("customers", "customer_edits", "customer_field_versions", "followed")
    assert await store.read(all_rows, *names) == {name: [] for name in names}
    assert len((await store.read(all_rows, "preferences"))["preferences"]) == 1, "a note under way"
    assert [one["body"]["customer_id"] for one in await push(store)] == [CLAIRE, CLAIRE]


NOTE_DRAFT = "INSERT INTO preferences VALUES ('p1', 'note_draft:c1', '\"en cours\"')"


async def test_a_customer_may_leave_pages_before_what_belongs_to_it(store):
    await pull(store, customer_row(1), contract_row("k-1", 2), contract_row("k-2", 3))
    await pull(store, gone("customer", CLAIRE, 10))
    await pull(store, gone("contract", "k-1", 11))
    assert await value(store, "family_name") == ""
    await pull(store, gone("contract", "k-2", 12))
    assert await held(store, "customers") == []


async def test_a_customer_who_moves_leaves_ones_own_history(store):
    """The server says of each row by itself whether it still concerns one."""
    await pull(store, customer_row(1), contact_row("mine", 2, LEA), contact_row("theirs", 3))
    await pull(
        store,
        contact_row("mine", 9, LEA),
        gone("customer", CLAIRE, 10),
        gone("contact", "theirs", 12),
    )
    assert await held(store, "contacts") == ["mine"]


async def test_what_was_being_written_of_an_erased_customer_goes(store):
    await pull(store, customer_row(1))
    await store.write(lambda c: c.exec_driver_sql(NOTE_DRAFT))
    await pull(store, {**gone("customer", CLAIRE, 50), "erased": True})
    assert await store.read(all_rows, "preferences") == {"preferences": []}


async def test_a_copy_of_whom_something_is_being_written_is_kept(store):
    await pull(store, customer_row(1))
    await store.write(dropping.follow, CLAIRE, NOW)
    await store.write(lambda c: c.exec_driver_sql(NOTE_DRAFT))
    assert await store.write(dropping.drop_unfollowed, NOW + 1) == ()
    await store.write(lambda c: c.exec_driver_sql("DELETE FROM preferences"))
    draft = Draft(contact_id=ContactId("d1"), customer_id=CLAIRE, person_id=LEA, started_at=NOON)
    await store.write(drafts.put, draft, NOON)
    assert await store.write(dropping.drop_unfollowed, NOW + 1) == ()
    await store.write(drafts.drop, draft.contact_id)
    assert await store.write(dropping.drop_unfollowed, NOW + 1) == (CLAIRE,)


async def test_what_was_said_in_an_erased_fact_goes_from_the_outbox_too(store):
    await record(store, contact("k1"))
    await answer(store, await push(store))
    await pull(store, gone("contact", "k1", 5))
    line = (await store.read(lines))["k1"]
    assert (line["body"], line["state"]) == ("{}", "gone")


async def test_an_edit_that_waits_stays_on_top_until_the_server_has_it(store):
    await pull(store, customer_row(1))
    await record(store, edit("Nantes"))
    await pull(store, customer_row(2, "Brest", 1))
    assert await value(store, "city") == "Nantes"
    await answer(store, await push(store))
    await pull(store, customer_row(3, "Brest", 0), now=NOW + 1)  # from a copy that lags behind
    assert await value(store, "city") == "Nantes"
    await pull(store, customer_row(4, "Lyon", 2))
    assert await value(store, "city") == "Lyon"


async def test_an_outcome_that_waits_stays_on_top(store):
    await pull(store, promise_row(1))
    await keep(store)
    await pull(store, promise_row(2))
    assert await value(store, "state", "promises", "r1") == "kept"
    await answer(store, await push(store))
    await pull(store, promise_row(3, "cancelled"))
    assert await value(store, "state", "promises", "r1") == "cancelled"


async def test_versions_come_with_the_customer(store):
    await pull(store, customer_row(1, version=4))
    await pull(store, customer_row(2, version=0))
    assert await store.read(all_rows, "customer_field_versions") == {"customer_field_versions": []}


async def test_the_cursor_is_kept_and_a_reset_begins_again(store):
    reached = {"epoch": "e", "xid": "7", "seq": "9", "whole": True}
    assert await store.read(replica.cursor) is None
    await store.write(replica.put_cursor, reached)
    assert await store.read(replica.cursor) == reached
    await store.write(replica.reset)
    assert await store.read(replica.cursor) is None


async def test_after_a_reset_any_state_is_taken_and_the_rest_is_swept(store):
    await pull(store, *ONE_OF_EACH)
    await record(store, contact("mine", "c9"), edit("Nantes"))
    await store.write(replica.reset)
    kept = [one for one in ONE_OF_EACH if one["kind"] not in {"answer", "customer", "contract"}]
    await pull(store, *kept)
    assert await store.read(replica.would_sweep) == (3, len(ONE_OF_EACH))
    while await store.write(replica.sweep, 2):
        pass
    assert await held(store, "answers") == await held(store, "contracts") == []
    assert await held(store, "contacts") == ["k1", "mine"]
    assert await held(store, "customers") == [CLAIRE]  # an edit of it waits
    assert await store.read(replica.would_sweep) == (0, len(ONE_OF_EACH) - 3)


async def test_rows_of_an_earlier_epoch_with_higher_numbers_do_not_stand_in_the_way(store):
    await pull(store, customer_row(900, "Nantes"))
    await store.write(replica.reset)
    await pull(store, customer_row(3, "Brest"))
    assert await value(store, "city") == "Brest"


async def test_a_page_says_how_much_it_would_delete(store):
    await pull(store, *ONE_OF_EACH)
    page = [gone("contact", "k1", 50), gone("contact", "never", 51), customer_row(52)]
    assert await store.read(replica.would_delete, page) == (1, len(ONE_OF_EACH))
    assert await store.read(replica.would_delete, [customer_row(52)]) == (0, 0)


async def test_copies_opened_long_ago_go_but_for_ones_branch_and_what_waits(store):
    await store.write(meta.put, "person_id", LEA)
    await store.write(meta.put, "branch_id", "b1")
    for number, branch in enumerate(("b2", "b2", "b1", "b2")):
        one = customer_row(number + 1, id_=f"c{number}")
        one["body"]["branch_id"] = branch
        await pull(store, one)
        at = NOW if number == 3 else NOW - 31 * DAY
        await store.write(dropping.follow, f"c{number}", at)
    await pull(store, contact_row("theirs", 20, customer="c0"), contact_row("mine", 21, LEA, "c0"))
    await record(store, contact("waits", "c1"))
    assert await store.write(dropping.drop_unfollowed, NOW - 30 * DAY) == ("c0",)
    assert await held(store, "customers") == ["c1", "c2", "c3"]
    assert await held(store, "contacts") == ["mine", "waits"]
    await answer(store, await push(store))
    assert await store.write(dropping.drop_unfollowed, NOW - 30 * DAY) == ("c1",)
    await pull(store, customer_row(1, id_="c0"))
    assert "c0" in await held(store, "customers")


async def test_what_a_lead_was_asked_and_their_team_reported_is_no_copy(store):
    """It concerns them by name: it stays when the customer's file, which they opened, goes."""
    await store.write(meta.put, "person_id", LEA)
    team = ((LEA, "lead", "t1"), ("p2", "advisor", "t1"), ("p3", "advisor", "t2"))
    about = {"customer_id": CLAIRE, "contact_id": "k1", "at": NOW}
    await pull(
        store, customer_row(1), row("team", "t1", 2, name="N"), row("team", "t2", 3, name="S")
    )
    for n, (id_, role, of) in enumerate(team):
        person = row(
            "person", id_, 4 + n, name=id_, role=role, team_id=of, enabled=True, sign_in=id_
        )
        asked = {"lead_id": LEA if id_ == "p3" else "p9", "kind": "voucher", "cents": 1, **about}
        await pull(
            store,
            person,
            row("incivility", f"i-{id_}", 10 + n, person_id=id_, type="threat", gravity=1, **about),
            row("gesture_request", f"q-{id_}", 20 + n, person_id=id_, **asked),
        )
    await store.write(dropping.follow, CLAIRE, NOW - 31 * DAY)
    assert await store.write(dropping.drop_unfollowed, NOW) == (CLAIRE,)
    assert await held(store, "incivilities") == [f"i-{LEA}", "i-p2"]
    assert await held(store, "gesture_requests") == [f"q-{LEA}", "q-p3"]
    await store.write(lambda c: c.exec_driver_sql("UPDATE people SET role = 'advisor'"))
    await pull(store, customer_row(50))
    await store.write(dropping.follow, CLAIRE, NOW - 31 * DAY)
    await store.write(dropping.drop_unfollowed, NOW)
    assert await held(store, "incivilities") == [f"i-{LEA}"]


async def test_after_a_month_offline_what_was_only_read_goes(store):
    await store.write(meta.put, "person_id", LEA)
    await store.write(replica.put_cursor, {"epoch": "e", "xid": "1", "seq": "1"})
    await pull(store, *(customer_row(n + 1, id_=f"c{n}") for n in range(5)))
    await record(store, contact("waits", "c1"), Customer(id=CustomerId("new"), family_name="Ada"))
    dropped = [await store.write(dropping.forget_read, 3) for _ in range(3)]
    assert dropped == [3, 1, 0]
    assert await held(store, "customers") == ["c1", "new"]
    assert (await store.read(outbox.overview)).waiting == 2
    assert await store.read(replica.cursor) is None
