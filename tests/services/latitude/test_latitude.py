"""Gestures given, taken back and asked for, each in one transaction."""

import json

import pytest
from sqlalchemy import func, select, update

from desktop.domain.changes import Changed, Kind
from desktop.domain.customers import Customer
from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import CustomerId
from desktop.domain.latitude.requests import RequestState
from desktop.domain.latitude.wishes import Wish
from desktop.domain.timeline import EntryKind, Sought
from desktop.services.contacts import Contacts
from desktop.services.customers import Customers
from desktop.services.store import drafts, outbox, tables
from desktop.services.store.team_tables import gestures
from tests.services.latitude.people import ALONE, CAMILLE, CLAIRE, LEA, SONIA, draft


async def lines(store):
    query = select(tables.outbox.c.kind, tables.outbox.c.fact_id, tables.outbox.c.not_before)
    return await store.read(lambda c: c.execute(query).all())


async def count(store, table) -> int:
    return await store.read(lambda c: c.scalar(select(func.count()).select_from(table)))


async def send(store, clock) -> list[str]:
    """The kinds that leave now."""
    now = int(clock.now().timestamp() * 1000)
    return [one["kind"] for one in await store.write(outbox.batch, now)]


async def test_a_gesture_is_a_fact_of_its_contact_and_waits_ten_seconds(
    latitude, store, clock, policy, changes
):
    heard = []
    changes.listen(heard.append)
    made = await latitude.give(draft(LEA, clock.at), Wish(kind="bill", cents=700), policy)
    assert (made.contact_id, made.customer_id, made.cents) == ("k1", CLAIRE.id, 700)
    (line,) = await lines(store)
    assert line.kind == "gesture"
    assert line.not_before == int(clock.at.timestamp() * 1000) + 10_000
    assert await send(store, clock) == []
    clock.advance(seconds=10)
    assert await send(store, clock) == ["gesture"]
    assert heard == [Changed(kind=Kind.GESTURE, customer_id=CLAIRE.id)]


async def test_its_draft_knows_of_it_so_that_it_is_not_thrown_away(latitude, store, clock, policy):
    made = await latitude.give(draft(LEA, clock.at), Wish(kind="bill", cents=700), policy)
    contacts = Contacts(store, clock, latitude.changes)
    (waiting,) = await contacts.drafts(LEA)
    assert waiting.draft.made == (made.id,)
    kept = await store.read(drafts.of_customer, LEA.id, CLAIRE.id)
    assert kept is not None
    assert kept.made == (made.id,)


async def test_a_contact_that_was_closed_meanwhile_stays_closed(latitude, store, clock, policy):
    begun = draft(LEA, clock.at)
    await Contacts(store, clock, latitude.changes).close(begun)
    await latitude.give(begun, Wish(kind="bill", cents=700), policy)
    assert await store.read(drafts.of_customer, LEA.id, CLAIRE.id) is None


async def test_taken_back_at_once_nothing_is_left(latitude, store, clock, policy):
    made = await latitude.give(draft(LEA, clock.at), Wish(kind="bill", cents=700), policy)
    clock.advance(seconds=9)
    assert await latitude.take_back(made) is True
    assert await lines(store) == []
    assert await count(store, gestures) == 0
    assert (await latitude.standing(LEA, made.contact_id, policy)).spent == 0


async def test_taken_back_later_a_new_fact_says_so(latitude, store, clock, policy):
    made = await latitude.give(draft(LEA, clock.at), Wish(kind="bill", cents=700), policy)
    clock.advance(seconds=10)
    assert await latitude.take_back(made) is False
    assert [line.kind for line in await lines(store)] == ["gesture", "gesture"]
    bodies = await store.read(lambda c: c.scalars(select(tables.outbox.c.body)).all())
    assert json.loads(bodies[1])["takes_back"] == made.id
    here = await latitude.standing(LEA, made.contact_id, policy)
    assert (here.spent, here.in_contact) == (0, 0)
    assert (await latitude.in_contact(LEA, made.contact_id)).gestures == ()


async def test_nothing_is_taken_back_twice_nor_by_another(latitude, clock, policy):
    made = await latitude.give(draft(LEA, clock.at), Wish(kind="bill", cents=700), policy)
    clock.advance(minutes=1)
    await latitude.take_back(made)
    with pytest.raises(Gone):
        await latitude.take_back(made)


async def test_two_at_once_do_not_pass_the_contacts_ceiling(latitude, store, clock, policy):
    begun = draft(LEA, clock.at)
    await latitude.give(begun, Wish(kind="bill", cents=2000), policy)
    with pytest.raises(Gone):
        await latitude.give(begun, Wish(kind="bill", cents=501), policy)
    assert await count(store, gestures) == 1
    await latitude.give(begun, Wish(kind="bill", cents=500), policy)


async def test_the_day_holds_over_contacts_and_begins_anew(latitude, clock, policy):
    for contact in ("k1", "k2"):
        await latitude.give(draft(LEA, clock.at, contact), Wish(kind="bill", cents=2500), policy)
    with pytest.raises(Gone):
        await latitude.give(draft(LEA, clock.at, "k3"), Wish(kind="bill", cents=1), policy)
    here = await latitude.standing(LEA, None, policy)
    assert (here.spent, here.left, here.share) == (5000, 0, 1.0)
    clock.advance(days=1)
    await latitude.give(draft(LEA, clock.at, "k3"), Wish(kind="bill", cents=2500), policy)


async def test_what_others_give_is_theirs(latitude, clock, policy):
    await latitude.give(draft(SONIA, clock.at, "k2"), Wish(kind="bill", cents=2500), policy)
    assert (await latitude.standing(LEA, None, policy)).spent == 0
    assert not [name for name in dir(latitude) if "team" in name]


async def test_a_kind_that_costs_nothing_needs_no_amount(latitude, clock, policy):
    poor = type(policy)(daily=0, ceiling=0, kinds=policy.kinds)
    made = await latitude.give(draft(LEA, clock.at), Wish(kind="word", cents=900), poor)
    assert made.cents == 0
    with pytest.raises(Incomplete):
        await latitude.give(draft(LEA, clock.at), Wish(kind="bill"), policy)
    with pytest.raises(Incomplete):
        await latitude.give(draft(LEA, clock.at), Wish(kind="unknown", cents=5), policy)


async def test_beyond_the_policy_one_asks_ones_lead(latitude, requests, store, clock, policy):
    assert (await latitude.lead_of(LEA)) == CAMILLE
    wish = Wish(kind="bill", cents=4000, words=" Trois pannes. ")
    asked = await latitude.ask(draft(LEA, clock.at), wish, policy, CAMILLE)
    assert await send(store, clock) == ["gesture_request"], "nobody waits for the contact's end"
    (seen,) = await requests.asked_of(CAMILLE)
    assert (seen.person_name, seen.customer_name) == ("Léa Bertin", "Claire Moreau")
    assert seen.state is RequestState.WAITING
    assert await requests.asked_of(SONIA) == ()
    with pytest.raises(Gone):
        await latitude.make(LEA, asked.id)
    clock.advance(minutes=2)
    await requests.answer(CAMILLE, asked.id, granted=True, words="Oui")
    (told,) = await latitude.own(LEA)
    assert (told.state, told.answer.words, told.lead_name) == (
        RequestState.GRANTED,
        "Oui",
        "Camille Roy",
    )
    made = await latitude.make(LEA, asked.id)
    assert (made.cents, made.request_id, made.contact_id) == (4000, asked.id, "k1")
    assert (await latitude.own(LEA))[0].state is RequestState.MADE
    assert (await latitude.standing(LEA, asked.contact_id, policy)).spent == 0
    with pytest.raises(Gone):
        await latitude.make(LEA, asked.id)


async def test_a_granted_gesture_that_is_taken_back_can_be_made_again(
    latitude, requests, clock, policy
):
    wish = Wish(kind="bill", cents=4000, words="Pannes")
    asked = await latitude.ask(draft(LEA, clock.at), wish, policy, CAMILLE)
    await requests.answer(CAMILLE, asked.id, granted=True)
    made = await latitude.make(LEA, asked.id)
    clock.advance(minutes=1)
    await latitude.take_back(made)
    assert (await latitude.own(LEA))[0].state is RequestState.GRANTED
    await latitude.make(LEA, asked.id)


async def test_nobody_makes_what_was_granted_to_another(latitude, requests, clock, policy):
    wish = Wish(kind="bill", cents=4000, words="Pannes")
    asked = await latitude.ask(draft(LEA, clock.at), wish, policy, CAMILLE)
    await requests.answer(CAMILLE, asked.id, granted=True)
    with pytest.raises(Gone):
        await latitude.make(SONIA, asked.id)


async def test_the_first_answer_stands(latitude, requests, clock, policy):
    wish = Wish(kind="bill", cents=4000, words="Pannes")
    asked = await latitude.ask(draft(LEA, clock.at), wish, policy, CAMILLE)
    with pytest.raises(Incomplete):
        await requests.answer(CAMILLE, asked.id, granted=False, words="  ")
    with pytest.raises(Gone):
        await requests.answer(SONIA, asked.id, granted=True)
    await requests.answer(CAMILLE, asked.id, granted=False, words="Pas cette fois")
    with pytest.raises(Gone):
        await requests.answer(CAMILLE, asked.id, granted=True)
    assert (await latitude.own(LEA))[0].state is RequestState.DECLINED


async def test_the_oldest_unanswered_comes_first_and_the_answered_below(
    latitude, requests, clock, policy
):
    ids = []
    for number in range(3):
        wish = Wish(kind="bill", cents=3000 + number, words="Pannes")
        asked = await latitude.ask(draft(LEA, clock.at, f"k{number}"), wish, policy, CAMILLE)
        ids.append(asked.id)
        clock.advance(minutes=1)
    await requests.answer(CAMILLE, ids[0], granted=True)
    assert [one.request.id for one in await requests.asked_of(CAMILLE)] == [ids[1], ids[2], ids[0]]


async def test_ones_own_requests_are_todays_and_those_that_wait(latitude, requests, clock, policy):
    for number, granted in enumerate((True, False, None)):
        wish = Wish(kind="bill", cents=3000, words="Pannes")
        asked = await latitude.ask(draft(LEA, clock.at, f"k{number}"), wish, policy, CAMILLE)
        if granted is not None:
            await requests.answer(CAMILLE, asked.id, granted=granted, words="Un mot")
    assert len(await latitude.own(LEA)) == 3
    clock.advance(days=1)
    assert [one.state for one in await latitude.own(LEA)] == [
        RequestState.WAITING,
        RequestState.GRANTED,
    ]
    clock.advance(days=40)
    assert await latitude.own(LEA) == ()


async def test_a_request_says_that_it_waits_to_be_sent(latitude, store, clock, policy):
    wish = Wish(kind="bill", cents=4000, words="Pannes")
    await latitude.ask(draft(LEA, clock.at), wish, policy, CAMILLE)
    assert (await latitude.own(LEA))[0].unsent
    await store.write(lambda c: c.execute(update(tables.outbox).values(state="applied")))
    assert not (await latitude.own(LEA))[0].unsent


async def test_without_a_team_there_is_nobody_to_ask(latitude):
    assert await latitude.lead_of(ALONE) is None
    assert await latitude.lead_of(CAMILLE) is None


async def test_a_request_without_words_is_not_sent(latitude, clock, policy):
    with pytest.raises(Incomplete):
        wish = Wish(kind="bill", cents=4000)
        await latitude.ask(draft(LEA, clock.at), wish, policy, CAMILLE)


async def test_a_customer_who_is_not_here_has_no_name(latitude, requests, clock, policy):
    begun = draft(LEA, clock.at)
    elsewhere = Customer(id=CustomerId("far"))
    begun = type(begun)(
        contact_id=begun.contact_id,
        customer_id=elsewhere.id,
        person_id=LEA.id,
        started_at=clock.at,
    )
    wish = Wish(kind="bill", cents=4000, words="Pannes")
    await latitude.ask(begun, wish, policy, CAMILLE)
    assert (await requests.asked_of(CAMILLE))[0].customer_name == ""


async def test_the_journey_has_gestures_in_force_alone(latitude, store, clock, policy):
    customers = Customers(store, clock, latitude.changes)
    begun = draft(LEA, clock.at)
    made = await latitude.give(begun, Wish(kind="bill", cents=700, words="Trois appels"), policy)
    clock.advance(minutes=1)
    await latitude.give(begun, Wish(kind="word"), policy)
    entries = (await customers.timeline(CLAIRE.id)).entries
    assert [(one.kind, one.gesture, one.cents, one.advisor) for one in entries] == [
        (EntryKind.GESTURE, "word", 0, "Léa Bertin"),
        (EntryKind.GESTURE, "bill", 700, "Léa Bertin"),
    ]
    sought = await customers.timeline(CLAIRE.id, None, Sought(text="trois"))
    assert [one.id for one in sought.entries] == [made.id]
    await latitude.take_back(made)
    assert [one.gesture for one in (await customers.timeline(CLAIRE.id)).entries] == ["word"]
