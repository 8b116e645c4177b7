"""The new customer's form by keyboard: problems beside fields, doubles offered, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.customers import Civility
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.newcomers import Newcomer
from desktop.services.changes import Changes
from desktop.services.newcomers import Newcomers
from desktop.services.search import Search
from desktop.ui.customers.create_view import CreateOverlay
from desktop.ui.customers.search_viewmodel import SearchViewModel
from desktop.ui.kit.focus import focusable
from tests.services.test_search import CONTRACTS, PEOPLE, put
from tests.ui.customers.conftest import settle

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class FakeNewcomers(Newcomers):
    """New customers on a disk that may be full."""

    full = False

    async def create(self, newcomer: Newcomer):
        if self.full:
            raise StoreUnavailable(Trouble.DISK_FULL, "store")
        return await super().create(newcomer)


@pytest.fixture
async def newcomers(qapp, store, clock) -> FakeNewcomers:
    await store.write(put, PEOPLE, CONTRACTS)
    return FakeNewcomers(store, clock, Changes())


@pytest.fixture
async def model(newcomers, store):
    made = SearchViewModel(Search(store), newcomers)
    yield made
    await settle()


@pytest.fixture
async def form(model):
    window = QWidget()
    before = QLineEdit(window)
    QVBoxLayout(window).addWidget(before)
    window.resize(1000, 900)
    window.show()
    window.activateWindow()
    before.setFocus()
    yield CreateOverlay(window, model)
    await settle()
    window.close()


@pytest.fixture
def created(model):
    heard: list = []
    model.created.connect(heard.append)
    return heard


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


async def test_it_opens_on_the_first_empty_field_and_ctrl_enter_saves(form, created):
    form.offer(Newcomer(given_name="Zoé", family_name="Kerbrat"))
    assert focused() is form.form.fields["phone"]
    QTest.keyClicks(focused(), "0639987777")
    QTest.keyClick(focused(), Key.Key_Return, CTRL)
    await settle()
    (customer,) = created
    assert (customer.full_name, customer.phone) == ("Zoé Kerbrat", "+33639987777")
    assert not form.isVisible()
    form.offer(Newcomer())
    assert form.form.fields["given_name"].text() == ""


async def test_problems_stand_beside_their_fields(form, created):
    form.offer(Newcomer(phone="06 39", email="claire@", postcode="1"))
    form.save.click()
    fields = form.form.fields
    assert {name for name in fields if fields[name].accessibleDescription()} == {
        "phone",
        "email",
        "postcode",
    }
    assert focused() is fields["phone"]
    assert "06 39 98 12 34" in fields["phone"].accessibleDescription()
    fields["phone"].selectAll()
    QTest.keyClicks(fields["phone"], "0639981234")
    assert fields["phone"].accessibleDescription() == ""
    assert fields["email"].accessibleDescription() != ""
    assert created == []


async def test_an_empty_form_says_what_would_do(form, created):
    form.offer(Newcomer())
    QTest.keyClick(focused(), Key.Key_Return, CTRL)
    assert focused() is form.form.fields["family_name"]
    assert "l’un des trois suffit" in focused().accessibleDescription()
    assert created == []


async def test_what_is_wrong_is_not_said_while_one_types(form):
    form.offer(Newcomer())
    phone = form.form.fields["phone"]
    phone.setFocus()
    QTest.keyClicks(phone, "06 39")
    assert phone.accessibleDescription() == ""
    QTest.keyClick(phone, Key.Key_Tab)
    assert phone.accessibleDescription() != ""


async def test_escape_keeps_what_was_typed(form):
    form.offer(Newcomer(phone="06 39 98 55 55"))
    QTest.keyClicks(form.form.fields["given_name"], "Zoé".replace("é", "e"))
    QTest.keyClick(focused(), Key.Key_Escape)
    assert not form.isVisible()
    form.offer(Newcomer())
    assert form.form.fields["given_name"].text() == "Zoe"
    QTest.keyClick(focused(), Key.Key_Escape)
    form.offer(Newcomer(phone="06 39 98 55 55"))
    assert form.form.fields["given_name"].text() == "Zoe"


async def test_one_person_s_text_never_mixes_with_another_s(form):
    form.offer(Newcomer(phone="06 39 98 55 55"))
    QTest.keyClicks(form.form.fields["given_name"], "Zoe")
    QTest.keyClick(focused(), Key.Key_Escape)
    form.offer(Newcomer(phone="06 39 98 66 66"))
    assert form.form.fields["given_name"].text() == ""
    assert form.form.fields["phone"].text() == "06 39 98 66 66"
    assert form.resume.isVisible()
    form.resume.click()
    assert form.form.fields["given_name"].text() == "Zoe"
    assert form.form.fields["phone"].text() == "06 39 98 55 55"
    assert not form.resume.isVisible()


async def test_likely_doubles_are_offered_and_opened(form, model):
    heard: list[str] = []
    model.picked.connect(heard.append)
    form.offer(Newcomer(phone="06 39 98 12 34"))
    await settle()
    assert form.similar.isVisible()
    form.similar.list.setFocus()
    QTest.keyClick(form.similar.list, Key.Key_Down)
    QTest.keyClick(form.similar.list, Key.Key_Return)
    assert heard == ["double"]
    assert not form.isVisible()
    assert model.creating.state.newcomer.empty


async def test_doubles_go_when_the_number_is_another(form):
    form.offer(Newcomer(phone="06 39 98 12 34"))
    await settle()
    form.form.fields["phone"].setFocus()
    QTest.keyClick(focused(), Key.Key_Backspace)
    await settle()
    assert not form.similar.isVisible()


async def test_a_full_disk_keeps_the_form_and_its_text(form, newcomers, created):
    newcomers.full = True
    form.offer(Newcomer(family_name="Kerbrat"))
    form.save.click()
    await settle()
    assert form.isVisible()
    assert form.failure.isVisible()
    assert form.form.fields["family_name"].text() == "Kerbrat"
    newcomers.full = False
    form.save.click()
    await settle()
    assert [customer.family_name for customer in created] == ["Kerbrat"]


async def test_two_enters_make_one_file(form, created, store):
    form.offer(Newcomer(family_name="Kerbrat"))
    for _ in range(3):
        QTest.keyClick(form.form.fields["given_name"], Key.Key_Return, CTRL)
    await settle()
    assert len(created) == 1
    assert len((await Search(store).find("kerbrat")).matches) == 1


async def test_names_are_swapped_and_titles_chosen_by_key(form, model):
    form.offer(Newcomer(given_name="Moreau", family_name="Claire"))
    form.form.swap.setFocus()
    QTest.keyClick(form.form.swap, Key.Key_Space)
    assert form.form.fields["family_name"].text() == "Moreau"
    model.creating.edit("civility", "mme")
    assert form.form.civility.value is Civility.MADAM


async def test_everything_has_a_name_and_tab_follows_the_eye(form):
    form.offer(Newcomer(phone="06 39 98 12 34"))
    await settle()
    QApplication.processEvents()
    stops = focusable(form.panel)
    assert all(stop.accessibleName() for stop in stops)
    spots = [stop.mapTo(form, stop.rect().topLeft()) for stop in stops[1:]]
    rows = [(spot.y() // 24, spot.x()) for spot in spots]
    assert rows == sorted(rows)
    assert [stop for stop in stops if stop in form.form.fields.values()] == list(
        form.form.fields.values()
    )


async def test_a_low_window_scrolls_and_squashes_nothing(form):
    form.parentWidget().resize(1024, 600)
    form.offer(Newcomer(phone="06 39 98 12 34", email="x@", postcode="99999"))
    form.save.click()
    await settle()
    QApplication.processEvents()
    heights = {name: field.height() for name, field in form.form.fields.items()}
    assert min(heights.values()) >= 34, heights
    assert form.panel.geometry().bottom() <= form.height()
    assert form.save.mapTo(form, form.save.rect().bottomLeft()).y() < form.height()


async def test_a_call_that_comes_while_a_file_is_made_keeps_its_own_form(model):
    creating = model.creating
    creating.offer(Newcomer(given_name="Ada", family_name="Lorme", phone="06 39 98 11 11"))
    creating.edit("city", "Lyon")
    creating.save()
    caller = Newcomer(phone="06 39 98 22 22")
    creating.offer(caller)
    await settle()
    assert creating.state.newcomer == caller
    assert creating.state.earlier is None
    assert not creating.state.saving


async def test_a_file_that_could_not_be_made_waits_behind_the_call_that_came(model, newcomers):
    newcomers.full = True
    creating = model.creating
    creating.offer(Newcomer(phone="06 39 98 11 11"))
    creating.edit("given_name", "Ada")
    creating.edit("family_name", "Lorme")
    typed = creating.state.newcomer
    creating.save()
    creating.offer(Newcomer(phone="06 39 98 22 22"))
    await settle()
    assert creating.state.earlier == typed
    assert not creating.state.failed
