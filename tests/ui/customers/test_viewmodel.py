"""Open customers without a widget: opened, switched, closed, kept up to date."""

import pytest

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Channel
from desktop.domain.customer_file import CustomerField, Wrong
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId
from desktop.ui.customers.viewmodel import OpenCustomersViewModel, OpenTrouble
from tests.services.claire import CLAIRE, LUC, NOW, SONIA, contact, insert_all
from tests.ui.customers.conftest import reason_label, settle


@pytest.fixture
def shown(viewmodel):
    told: list = []
    viewmodel.shown.connect(lambda file: told.append(file and file.customer.id))
    return told


async def opened(viewmodel, *ids: CustomerId):
    for one in ids:
        viewmodel.open(one)
        await settle()


async def test_opening_reads_the_file_and_says_so_once(viewmodel, shown):
    viewmodel.open(CLAIRE)
    assert viewmodel.state.file is None
    assert viewmodel.state.current == CLAIRE
    await settle()
    assert viewmodel.state.file.customer.given_name == "Claire"
    assert [tab.name for tab in viewmodel.state.tabs] == ["Claire Moreau"]
    assert shown == [CLAIRE]
    viewmodel.open(CLAIRE)
    await settle()
    assert shown == [CLAIRE]
    assert len(viewmodel.state.tabs) == 1


async def test_one_goes_round_among_open_customers(viewmodel, busy, shown):
    await opened(viewmodel, CLAIRE, busy)
    viewmodel.next()
    await settle()
    viewmodel.previous()
    await settle()
    assert shown == [CLAIRE, busy, CLAIRE, busy]
    viewmodel.close(CLAIRE)
    viewmodel.next()
    await settle()
    assert shown[-1] == busy


async def test_switching_faster_than_the_store_shows_the_last_one(viewmodel, busy, shown):
    viewmodel.open(CLAIRE)
    viewmodel.open(busy)
    await settle()
    assert shown == [busy]
    assert viewmodel.state.file.customer.id == busy
    viewmodel.previous()
    await settle()
    assert shown == [busy, CLAIRE]


async def test_closing_goes_to_the_neighbour_and_then_to_nobody(viewmodel, busy, shown):
    closing: list = []
    viewmodel.closing.connect(closing.append)
    await opened(viewmodel, CLAIRE, busy)
    viewmodel.close()
    await settle()
    viewmodel.close()
    await settle()
    viewmodel.close()
    assert closing == [busy, CLAIRE]
    assert shown == [CLAIRE, busy, CLAIRE, None]
    assert viewmodel.state.file is None
    assert [one.id for one in viewmodel.state.recent] == [busy, CLAIRE]


async def test_a_change_reads_the_file_again_without_showing_it_anew(
    viewmodel, changes, store, shown
):
    await opened(viewmodel, CLAIRE)
    await store.write(insert_all, [contact("new", NOW)])
    changes.tell(Changed(kind=Kind.CONTACT, customer_id=CLAIRE))
    await settle()
    assert viewmodel.journey.rows.row(0).id == "new"
    assert shown == [CLAIRE]
    changes.tell(Changed(kind=Kind.CHECK_IN, customer_id=None))
    changes.tell(Changed(kind=Kind.DRAFT, customer_id=CLAIRE))
    assert viewmodel.state.file is not None


async def test_a_change_of_a_customer_behind_is_seen_when_they_come_back(
    viewmodel, changes, store, busy
):
    await opened(viewmodel, CLAIRE, busy)
    await store.write(insert_all, [contact("new", NOW)])
    changes.tell(Changed(kind=Kind.CONTACT, customer_id=CLAIRE))
    viewmodel.previous()
    await settle()
    assert viewmodel.journey.rows.row(0).id == "new"


async def test_nobody_and_a_broken_store_are_told_apart(viewmodel, customers, monkeypatch):
    await opened(viewmodel, CustomerId("nobody"))
    assert viewmodel.state.trouble is OpenTrouble.GONE

    async def broken(_id):
        raise StoreUnavailable(Trouble.DAMAGED, "x")

    with monkeypatch.context() as patch:
        patch.setattr(customers, "open", broken)
        await opened(viewmodel, CLAIRE)
        assert viewmodel.state.trouble is OpenTrouble.STORE
    viewmodel.retry()
    await settle()
    assert viewmodel.state.trouble is None
    assert viewmodel.state.file is not None


async def test_a_draft_is_marked_on_its_tab_alone(viewmodel, busy):
    await opened(viewmodel, CLAIRE, busy)
    viewmodel.mark_draft(CLAIRE, True)
    assert [tab.drafted for tab in viewmodel.state.tabs] == [True, False]


async def test_the_journey_goes_on_by_pages(viewmodel, busy):
    await opened(viewmodel, busy)
    journey = viewmodel.journey
    for expected in (30, 60, 70, 70):
        assert journey.rows.rowCount() == expected
        journey.more()
        journey.more()
        await settle()
    assert journey.state.next is None


async def test_a_fresh_first_page_keeps_the_pages_read_before(viewmodel, busy, changes, store):
    await opened(viewmodel, busy)
    viewmodel.journey.more()
    await settle()
    await store.write(insert_all, [contact("new", NOW, customer_id=busy)])
    changes.tell(Changed(kind=Kind.CONTACT, customer_id=busy))
    await settle()
    ids = [entry.id for entry in viewmodel.journey.rows.rows()]
    assert ids == ["new", *(f"busy-{n:05d}" for n in range(60))]
    viewmodel.journey.more()
    await settle()
    assert viewmodel.journey.rows.rowCount() == 71


async def test_the_journey_is_filtered_and_the_newest_request_wins(viewmodel, changes):
    await opened(viewmodel, CLAIRE)
    journey = viewmodel.journey
    journey.filter(Channel.EMAIL)
    journey.seek("introuvable")
    journey.seek("")
    journey.filter(Channel.BRANCH)
    await settle()
    assert [entry.id for entry in journey.rows.rows()] == ["shop"]
    changes.tell(Changed(kind=Kind.CONTACT, customer_id=CLAIRE))
    await settle()
    assert [entry.id for entry in journey.rows.rows()] == ["shop"]
    journey.filter(None)
    await settle()
    assert journey.rows.rowCount() == 11


async def test_a_journey_that_cannot_be_read_offers_to_try_again(
    viewmodel, busy, customers, monkeypatch
):
    await opened(viewmodel, busy)

    async def broken(*_):
        raise StoreUnavailable(Trouble.DAMAGED, "x")

    with monkeypatch.context() as patch:
        patch.setattr(customers, "timeline", broken)
        viewmodel.journey.more()
        await settle()
    assert viewmodel.journey.state.trouble
    assert viewmodel.journey.rows.rowCount() == 30
    viewmodel.journey.retry()
    await settle()
    assert viewmodel.journey.rows.rowCount() == 60


async def test_a_note_being_written_waits_with_its_customer(viewmodel, busy):
    await opened(viewmodel, CLAIRE)
    note = viewmodel.note
    note.edit()
    note.type("Préfère le soir")
    note.leave()
    assert (note.state.text, note.state.unsaved, note.state.editing) == (
        "Préfère le soir",
        True,
        False,
    )
    await opened(viewmodel, busy)
    assert (note.state.text, note.state.note) == ("", None)
    await opened(viewmodel, CLAIRE)
    assert note.state.text == "Préfère le soir"
    note.save()
    await settle()
    assert (note.state.note.words, note.state.unsaved) == ("Préfère le soir", False)
    assert note.state.author == SONIA.name


async def test_a_note_that_cannot_be_kept_stays_in_its_field(viewmodel, customers, monkeypatch):
    await opened(viewmodel, CLAIRE)

    async def broken(*_):
        raise StoreUnavailable(Trouble.DISK_FULL, "x")

    monkeypatch.setattr(customers, "pin", broken)
    note = viewmodel.note
    note.edit()
    note.type("Préfère le soir")
    note.save()
    await settle()
    assert (note.state.text, note.state.editing, note.state.trouble) == (
        "Préfère le soir",
        True,
        True,
    )
    note.give_up()
    assert note.state.text.startswith("Entend mal")


async def test_fields_are_kept_or_refused_by_name(viewmodel, store):
    await opened(viewmodel, CLAIRE)
    details = viewmodel.details
    saved: list = []
    details.saved.connect(lambda: saved.append(True))
    details.type(CustomerField.EMAIL, "claire")
    details.type(CustomerField.CITY, "Brest")
    details.save()
    await settle()
    assert details.state.wrong == ((CustomerField.EMAIL, Wrong.EMAIL),)
    assert details.state.value(CustomerField.CITY) == "Brest"
    assert saved == []
    details.type(CustomerField.EMAIL, "c.moreau@courriel.example")
    assert details.state.wrong == ()
    details.save()
    await settle()
    assert saved == [True]
    assert not details.state.unsaved
    assert viewmodel.state.file.customer.city == "Brest"


async def test_colleagues_changes_reach_a_form_without_what_was_typed_being_lost(
    viewmodel, customers
):
    await opened(viewmodel, CLAIRE)
    viewmodel.details.type(CustomerField.CITY, "Brest")
    await customers.edit(CLAIRE, LUC, {CustomerField.STREET: "1 quai des Carmes"})
    await settle()
    state = viewmodel.details.state
    assert state.value(CustomerField.CITY) == "Brest"
    assert state.value(CustomerField.STREET) == "1 quai des Carmes"


async def test_an_edit_is_based_on_what_was_shown_when_it_began(viewmodel, customers, store):
    await opened(viewmodel, CLAIRE)
    details = viewmodel.details
    details.type(CustomerField.CITY, "Bre")
    await customers.edit(CLAIRE, LUC, {CustomerField.CITY: "Nantes"})
    await settle()
    details.type(CustomerField.CITY, "Brest")
    details.save()
    await settle()
    details.type(CustomerField.CITY, "Lyon")
    details.save()
    await settle()
    assert await store.read(edits) == [
        ("Nantes", "Angers", 0),
        ("Brest", "Angers", 0),
        ("Lyon", "Brest", 2),
    ]


def edits(connection):
    query = "SELECT value, former, based_on FROM customer_edits ORDER BY id"
    return [tuple(row) for row in connection.exec_driver_sql(query)]


async def test_what_was_typed_on_a_file_waits_with_its_customer(viewmodel, busy):
    await opened(viewmodel, CLAIRE)
    viewmodel.details.type(CustomerField.CITY, "Brest")
    await opened(viewmodel, busy)
    assert viewmodel.details.state.value(CustomerField.CITY) == ""
    await opened(viewmodel, CLAIRE)
    assert viewmodel.details.state.value(CustomerField.CITY) == "Brest"
    viewmodel.details.give_up()
    assert viewmodel.details.state.value(CustomerField.CITY) == "Angers"


@pytest.mark.parametrize("by", ["leaving", "pausing"])
async def test_a_note_being_written_outlives_the_application(viewmodel, customers, changes, by):
    await opened(viewmodel, CLAIRE)
    note = viewmodel.note
    note.edit()
    note.type("Préfère le s")
    note.type("Préfère le soir")
    if by == "leaving":
        note.leave()
    else:
        note._pause.timeout.emit()
    await settle()
    again = OpenCustomersViewModel(customers, SONIA, changes, reason_label)
    await opened(again, CLAIRE)
    assert (again.note.state.text, again.note.state.unsaved) == ("Préfère le soir", True)
    again.note.save()
    await settle()
    third = OpenCustomersViewModel(customers, SONIA, changes, reason_label)
    await opened(third, CLAIRE)
    assert (third.note.state.text, third.note.state.unsaved) == ("Préfère le soir", False)
    assert await customers.note_draft(CLAIRE, SONIA) is None


async def test_a_note_given_up_is_forgotten(viewmodel, customers):
    await opened(viewmodel, CLAIRE)
    viewmodel.note.edit()
    viewmodel.note.type("x")
    viewmodel.note.leave()
    await settle()
    assert await customers.note_draft(CLAIRE, SONIA) == "x"
    viewmodel.note.give_up()
    await settle()
    assert await customers.note_draft(CLAIRE, SONIA) is None
    assert not viewmodel.note.state.unsaved


async def test_a_wrong_field_is_told_on_the_customer_for_whom_it_was_typed(viewmodel, busy):
    await opened(viewmodel, busy, CLAIRE)
    viewmodel.details.type(CustomerField.EMAIL, "sans arobase")
    viewmodel.details.save()
    viewmodel.previous()
    assert viewmodel.state.current == busy
    await settle()
    assert viewmodel.details.state.file.customer.id == busy
    assert viewmodel.details.state.wrong == ()


async def test_what_is_typed_while_fields_are_saved_stays(viewmodel):
    await opened(viewmodel, CLAIRE)
    saved: list = []
    viewmodel.details.saved.connect(lambda: saved.append(1))
    viewmodel.details.type(CustomerField.CITY, "Lille")
    viewmodel.details.save()
    viewmodel.details.type(CustomerField.STREET, "8 rue Neuve")
    await settle()
    assert viewmodel.details.state.file.customer.city == "Lille"
    assert viewmodel.details.state.typed == {CustomerField.STREET: "8 rue Neuve"}
    assert not viewmodel.details.state.saving
    assert saved == []


async def test_what_is_typed_while_the_note_is_pinned_stays(viewmodel):
    await opened(viewmodel, CLAIRE)
    viewmodel.note.edit()
    viewmodel.note.type("Rappeler")
    viewmodel.note.save()
    viewmodel.note.type("Rappeler lundi")
    await settle()
    assert viewmodel.note.state.note.words == "Rappeler"
    assert viewmodel.note.state.text == "Rappeler lundi"
    assert viewmodel.note.state.unsaved
    assert not viewmodel.note.state.saving
    await viewmodel.flush()


async def test_a_flush_writes_the_note_under_way_at_once(viewmodel, customers):
    await opened(viewmodel, CLAIRE)
    viewmodel.note.edit()
    viewmodel.note.type("Rappeler")
    await viewmodel.flush()
    assert await customers.note_draft(CLAIRE, SONIA) == "Rappeler"
