"""The estimate comes before the customer's answer: on the screens, in the domain, by the database."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from desktop.domain.contacts import Draft
from desktop.domain.customers import Answer, Customer
from desktop.domain.drafts import set_estimate
from desktop.domain.errors import AnswerSeen, Incomplete
from desktop.domain.ids import AnswerId, CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.domain.timeline import Sought
from desktop.services.changes import Changes
from desktop.services.contacts import Answers, Contacts
from desktop.services.customers import Customers
from desktop.services.day import Days
from desktop.services.store import answers as seen
from desktop.services.store import replica, tables
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import to_row

LEA = Person(id=PersonId("p1"), name="Léa Bonnet", role=Role.ADVISOR)
CLAIRE = Customer(id=CustomerId("c1"), given_name="Claire", family_name="Moreau")
WORDS = "Franchement pénible"


@pytest.fixture
async def contacts(store, clock) -> Contacts:
    await store.write(lambda c: c.execute(insert(tables.customers), to_row(CLAIRE)))
    return Contacts(store, clock, Changes())


@pytest.fixture
def answers(contacts, store, clock) -> Answers:
    return Answers(store, clock, contacts._changes)


async def under_way(contacts, **fields) -> Draft:
    draft = replace(await contacts.begin(CLAIRE, LEA), note="Visio", **fields)
    await contacts.save_draft(draft)
    return draft


async def answer(store, draft, person_id=LEA.id, words=WORDS) -> Answer:
    """The customer answers at the end of a call."""
    given = Answer(
        id=AnswerId(store.clock.new_id()),
        customer_id=draft.customer_id,
        contact_id=draft.contact_id,
        person_id=person_id,
        at=store.clock.now(),
        satisfaction=2,
        effort=6,
        words=words,
    )
    async with store.unit() as unit:
        unit.record(given)
    return given


async def on_screen(store, clock) -> str:
    """All that screens can show of the customer and of the advisor's day."""
    changes = Changes()
    files = Customers(store, clock, changes)
    shown = (
        await files.open(CLAIRE.id),
        await files.timeline(CLAIRE.id),
        await files.timeline(CLAIRE.id, sought=Sought(text="pénible")),
        await Days(store, clock, changes).of(LEA),
    )
    return repr(shown)


async def measures(store, clock) -> tuple:
    file = await Customers(store, clock, Changes()).open(CLAIRE.id)
    return file.trends, file.alerts


async def test_an_answer_stays_hidden_while_its_contact_is_under_way(
    contacts, answers, store, clock
):
    draft = await under_way(contacts)
    before = await measures(store, clock)
    await answer(store, draft)
    assert await answers.waits(draft)
    assert await answers.shown(draft) is None
    assert WORDS not in await on_screen(store, clock)
    assert await measures(store, clock) == before
    assert "pénible" in str(
        await store.read(lambda c: c.exec_driver_sql("SELECT * FROM answers").all())
    )


async def test_it_is_shown_once_the_estimate_is_given_and_then_the_estimate_stays(
    contacts, answers, store, clock
):
    draft = await under_way(contacts)
    given = await answer(store, draft)
    with pytest.raises(Incomplete):
        await answers.show(draft)
    draft, shown = await answers.show(set_estimate(draft, 4))
    assert (shown, draft.estimate, draft.answer_shown) == (given, 4, True)
    with pytest.raises(AnswerSeen):
        set_estimate(draft, 2)
    with pytest.raises(AnswerSeen):
        set_estimate(draft, None)
    assert set_estimate(draft, 4) == draft
    await contacts.close(draft)
    assert WORDS in await on_screen(store, clock)
    gap = (await Days(store, clock, Changes()).of(LEA)).answers
    assert [(one.estimate, one.answer) for one in gap] == [(4, 2)]


async def test_asking_for_an_answer_that_is_not_there_settles_nothing(contacts, answers):
    draft = await under_way(contacts, estimate=4)
    assert await answers.show(draft) == (draft, None)
    assert set_estimate(draft, 1).estimate == 1


async def test_closing_without_an_estimate_shows_it_and_an_estimate_after_that_is_refused(
    contacts, answers, store, clock
):
    draft = await under_way(contacts)
    await answer(store, draft)
    await contacts.close(draft)
    assert WORDS in await on_screen(store, clock)
    back = await contacts.undo(draft.contact_id)
    assert (back.estimate, back.answer_shown) == (None, True)
    assert back.note == "Visio"
    with pytest.raises(AnswerSeen):
        set_estimate(back, 2)
    (listed,) = await contacts.drafts(LEA)
    assert listed.draft == back


async def test_taking_back_a_close_that_had_an_estimate_keeps_that_one(contacts, store):
    draft = await under_way(contacts, estimate=4)
    await answer(store, draft)
    await contacts.close(draft)
    back = await contacts.undo(draft.contact_id)
    with pytest.raises(AnswerSeen):
        set_estimate(back, 2)
    await contacts.close(back)


async def test_without_an_answer_a_close_taken_back_is_as_free_as_before(contacts, store, clock):
    draft = await under_way(contacts)
    await contacts.close(draft)
    back = await contacts.undo(draft.contact_id)
    assert back == draft
    await answer(store, draft)
    assert WORDS not in await on_screen(store, clock)
    assert set_estimate(back, 2).estimate == 2


@pytest.mark.parametrize("estimate", [None, 1, 5])
async def test_the_database_takes_no_other_estimate(contacts, answers, store, estimate):
    draft = await under_way(contacts)
    await answer(store, draft)
    await answers.show(set_estimate(draft, 4))
    row = {
        "id": draft.contact_id,
        "person_id": LEA.id,
        "channel": "call_in",
        "started_at": 1,
        "ended_at": 2,
        "estimate": estimate,
    }
    with pytest.raises(IntegrityError, match="shown before"):
        await store.write(lambda c: c.execute(insert(tables.contacts), row))
    pulled = {
        "kind": "contact",
        "id": draft.contact_id,
        "seq": 4,
        "body": {**row, "customer_id": "c1"},
    }
    with pytest.raises(IntegrityError, match="shown before"):
        await store.write(replica.apply, [pulled], 5)
    await contacts.close(draft)
    change = update(tables.contacts).values(estimate=estimate)
    with pytest.raises(IntegrityError, match="shown before"):
        await store.write(lambda c: c.execute(change))


async def test_a_close_by_who_does_not_know_is_never_refused_and_keeps_the_first_estimate(
    contacts, answers, store
):
    draft = await under_way(contacts)
    await answer(store, draft)
    await answers.show(set_estimate(draft, 4))
    await contacts.close(replace(draft, estimate=1))
    found = await store.read(lambda c: c.exec_driver_sql("SELECT estimate FROM contacts").scalar())
    assert found == 4


async def test_an_older_form_of_the_draft_on_the_disk_does_not_open_the_estimate_again(
    contacts, answers, store, clock
):
    draft = await under_way(contacts)
    await answer(store, draft)
    shown, _ = await answers.show(set_estimate(draft, 4))
    await contacts.save_draft(draft)
    await store.close()
    again = Contacts(await LocalStore.open(store.path, clock), clock, Changes())
    assert await again.draft_of(LEA, CLAIRE.id) == shown
    await again._store.close()


async def test_it_cannot_be_shown_twice_under_two_estimates(contacts, answers, store):
    draft = await under_way(contacts)
    await answer(store, draft)
    first, _ = await answers.show(set_estimate(draft, 4))
    second, _ = await answers.show(set_estimate(draft, 2))
    assert second.estimate == first.estimate == 4
    with pytest.raises(IntegrityError, match="shown once"):
        await store.write(lambda c: c.exec_driver_sql("UPDATE answers_shown SET estimate = 1"))


async def test_another_machine_of_the_advisor_hides_it_until_the_contact_is_there(
    contacts, store, clock
):
    """It has no draft: all that it knows is that the answer was taken in at the end of a call."""
    draft = replace(await contacts.begin(CLAIRE, LEA), note="Ailleurs")
    await answer(store, draft)
    assert WORDS not in await on_screen(store, clock)
    assert await store.read(seen.of_contact, draft.contact_id) is None
    await contacts.close(draft)
    assert WORDS in await on_screen(store, clock)


async def test_a_survey_about_a_contact_under_way_waits_likewise(contacts, store, clock):
    draft = await under_way(contacts)
    before = await measures(store, clock)
    await answer(store, draft, person_id=None)
    assert WORDS not in await on_screen(store, clock)
    assert await measures(store, clock) == before
    await contacts.drop(draft)
    assert await measures(store, clock) != before


async def test_the_answer_leaves_for_the_server_at_once(contacts, store):
    draft = await under_way(contacts)
    given = await answer(store, draft)
    query = "SELECT fact_id FROM outbox WHERE state = 'waiting' AND not_before IS NULL"
    assert await store.read(lambda c: c.exec_driver_sql(query).scalars().all()) == [given.id]
