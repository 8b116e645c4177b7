"""« J’attends le client » over a real store: said, taken back, seen in the file, counted by the report."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.awaiting import still, waits_of
from desktop.domain.changes import Kind
from desktop.domain.contacts import Channel, Resolution
from desktop.domain.errors import Gone
from desktop.domain.reports import Period
from desktop.domain.standards import Kept, Standard, Standards
from desktop.domain.timeline import Sought
from desktop.services.awaiting import CustomerWaits
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts
from desktop.services.store import drafts, outbox
from desktop.services.store.reports import of_store
from desktop.services.store.timeline import timeline
from tests.domain.test_business_time import OFFICE
from tests.services.latitude.people import CLAIRE, LEA, SONIA, draft, settle_in

STANDARDS = Standards(
    standards=(Standard(channel=Channel.EMAIL, limit=timedelta(hours=48)),), calendar=OFFICE
)


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
async def waits(store, clock, changes) -> CustomerWaits:
    await settle_in(store)
    return CustomerWaits(store, clock, changes)


@pytest.fixture
def mail(clock):
    return replace(draft(LEA, clock.at), channel=Channel.EMAIL)


async def stands(store, contact="k1"):
    page = await store.read(timeline, CLAIRE.id, None, Sought())
    return next(one for one in page.entries if one.id == contact)


async def report(store) -> Kept:
    found = await store.read(of_store, Period(), lambda one: one.standards(STANDARDS))
    return found[Channel.EMAIL]


async def test_it_is_said_once_by_whoever_says_it_first(store, clock, changes, waits, mail):
    heard = []
    changes.listen(heard.append)
    made = await waits.say_in(mail, begins=True)
    assert [(one.kind, one.customer_id) for one in heard] == [(Kind.AWAITING, CLAIRE.id)]
    assert (await store.read(drafts.of_customer, LEA.id, CLAIRE.id)).made == (made.id,)
    assert still(waits_of(await waits.of_contact(mail.contact_id)))
    with pytest.raises(Gone):
        await waits.say_of(mail.contact_id, CLAIRE.id, SONIA.id, begins=True)
    clock.at += timedelta(hours=3)
    await waits.say_of(mail.contact_id, CLAIRE.id, SONIA.id, begins=False)
    (span,) = waits_of(await waits.of_contact(mail.contact_id))
    assert span.until - span.since == timedelta(hours=3)
    with pytest.raises(Gone):
        await waits.say_in(mail, begins=False)


async def test_taken_back_in_time_nothing_is_left_of_it(store, waits, mail):
    made = await waits.say_in(mail, begins=True)
    assert await waits.take_back(made)
    assert not await store.read(outbox.anything_waiting)
    assert await waits.of_contact(mail.contact_id) == ()


async def test_taken_back_later_a_fact_says_so_and_both_go_to_the_server(store, clock, waits, mail):
    made = await waits.say_in(mail, begins=True)
    clock.at += timedelta(minutes=1)
    assert not await waits.take_back(made)
    assert await waits.of_contact(mail.contact_id) == ()
    with pytest.raises(Gone):
        await waits.take_back(made)


async def test_the_report_leaves_out_what_the_customer_kept_us_waiting(
    store, clock, changes, waits, mail
):
    """Sixty hours after the mail, of which twenty were the customer's: kept, here and in the file."""
    contacts = Contacts(store, clock, changes)
    clock.at += timedelta(hours=10)
    first = await waits.say_in(mail, begins=True)
    clock.at += timedelta(hours=20)
    await waits.say_in(mail, begins=False)
    clock.at += timedelta(hours=30)
    kept = replace(mail, made=(first.id,), resolution=Resolution.RESOLVED)
    await contacts.close(kept)
    entry = await stands(store)
    assert (entry.waited_s, len(entry.waits)) == (60 * 3600, 1)
    assert await report(store) == Kept(met=1)
    # The same without the wait would be late.
    await store.write(lambda c: c.exec_driver_sql("DELETE FROM awaitings"))
    assert await report(store) == Kept(missed=1)


async def test_a_mail_nobody_waited_in_tells_no_wait(store, clock, changes, waits, mail):
    await Contacts(store, clock, changes).close(replace(mail, resolution=Resolution.RESOLVED))
    assert (await stands(store)).waited_s is None
    assert await report(store) == Kept()


async def test_a_colleague_says_it_of_a_contact_that_is_to_be_followed_up(
    store, clock, changes, waits, mail
):
    contacts = Contacts(store, clock, changes)
    first = await waits.say_in(mail, begins=True)
    await contacts.close(replace(mail, made=(first.id,), resolution=Resolution.FOLLOW_UP))
    entry = await stands(store)
    assert (entry.waited_s, still(entry.waits)) == (None, True)
    clock.at += timedelta(hours=5)
    await waits.say_of(mail.contact_id, CLAIRE.id, SONIA.id, begins=False)
    assert not still((await stands(store)).waits)
    assert await report(store) == Kept()
