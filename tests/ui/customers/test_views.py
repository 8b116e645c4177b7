"""The customer's screens by keyboard, with names for all that takes the focus."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.alerts import AlertKind
from desktop.domain.contacts import Channel
from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import ContractStatus
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.trends import Measure
from desktop.ui.customers.column import CustomerColumn
from desktop.ui.customers.details_overlay import DetailsOverlay
from desktop.ui.customers.entry_overlay import EntryOverlay
from desktop.ui.customers.header import CustomerHeader
from desktop.ui.customers.measure import MeasureButton, Room
from desktop.ui.customers.no_customer import NoCustomer
from desktop.ui.customers.tabs import CustomerTabs, TabButton
from desktop.ui.customers.trend_overlay import TrendOverlay
from desktop.ui.kit import theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.focus import focusable
from desktop.ui.kit.overlay import Overlay
from tests.services.claire import CLAIRE, contracts, insert_all, many
from tests.ui.customers.conftest import settle

BUSY = CustomerId("busy")


@pytest.fixture
async def busy(store):
    await store.write(insert_all, many(BUSY, 70))
    return BUSY


@pytest.fixture
def window(qapp, viewmodel):
    made = QWidget()
    box = QVBoxLayout(made)
    box.addWidget(CustomerTabs(viewmodel))
    box.addWidget(CustomerHeader(viewmodel))
    box.addWidget(CustomerColumn(viewmodel), 1)
    made.resize(1600, 900)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


async def opened(viewmodel, *ids: CustomerId):
    for one in ids:
        viewmodel.open(one)
        await settle()


def overlay(window: QWidget, kind: type[Overlay]):
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


async def test_everything_that_takes_the_focus_has_a_name(window, viewmodel, busy):
    await opened(viewmodel, busy, CLAIRE)
    viewmodel.note.edit()
    window.findChild(CustomerHeader).open_details()
    stops = focusable(window)
    assert len(stops) > 15
    assert [stop for stop in stops if not name_of(stop).strip()] == []


async def test_the_order_of_tab_follows_the_eye(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    names = [name_of(stop) for stop in focusable(window)]
    order = [
        next(place for place, name in enumerate(names) if name.startswith(part))
        for part in ("Satisfaction", "Effort", "NPS", "Fiche", "Chercher", "Canal", "Parcours")
    ]
    assert order == sorted(order)


async def test_tabs_are_shown_from_two_customers_on(window, viewmodel, busy):
    tabs = window.findChild(CustomerTabs)
    await opened(viewmodel, CLAIRE)
    assert not tabs.isVisible()
    await opened(viewmodel, busy)
    viewmodel.mark_draft(CLAIRE, True)
    QApplication.processEvents()
    assert tabs.isVisible()
    buttons = [one for one in tabs.findChildren(TabButton) if one.isVisible()]
    assert [one.accessibleName() for one in buttons] == [
        "Claire Moreau, contact en cours de saisie",
        "Client 23317894",
    ]
    assert [one.isChecked() for one in buttons] == [False, True]
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    await settle()
    assert viewmodel.state.current == CLAIRE


@pytest.mark.parametrize(
    ("width", "scale", "room"),
    [(1600, 1.0, Room.CURVE), (944, 1.0, Room.WORDS), (944, 1.5, Room.COUNT)],
)
async def test_the_header_gives_way_without_cutting_a_figure(
    window, viewmodel, qapp, width, scale, room
):
    theme.apply(qapp, "light", scale)
    header = window.findChild(CustomerHeader)
    await opened(viewmodel, CLAIRE)
    for _ in range(4):
        QApplication.processEvents()
    window.resize(width, 900)
    QApplication.processEvents()
    measures = header.findChildren(MeasureButton)
    assert {one._room for one in measures} <= {room, Room.COUNT, Room.WORDS}
    assert window.width() == width
    for one in measures:
        assert one.width() >= one.sizeHint().width()
        assert one.geometry().right() <= header.width()
    assert all(
        chip.geometry().right() <= chip.parentWidget().width()
        for chip in header.findChildren(Chip)
        if chip.isVisible()
    )


async def test_what_no_chip_says_the_line_says(window, viewmodel):
    header = window.findChild(CustomerHeader)
    await opened(viewmodel, CLAIRE)
    alerts = [alert.kind for alert in viewmodel.state.file.alerts]
    assert AlertKind.EFFORT_RISING in alerts
    line = header._identity._know
    chips = {chip.text() for chip in header.findChildren(Chip) if chip.isVisible()}
    assert "Effort en hausse" in chips
    assert "effort en hausse" not in line.text()
    window.resize(700, 900)
    QApplication.processEvents()
    chips = {chip.text() for chip in header.findChildren(Chip) if chip.isVisible()}
    assert "Effort en hausse" not in chips
    assert "effort en hausse" in line.text()


async def test_a_customer_known_by_a_number_alone_looks_right(window, viewmodel, busy):
    await opened(viewmodel, busy)
    header = window.findChild(CustomerHeader)
    assert header.accessibleName() == "Client 23317894"
    assert not header._identity._facts.isVisible()
    measures = {one.measure: one for one in header.findChildren(MeasureButton)}
    assert not measures[Measure.NPS].isEnabled()
    assert "pas encore de réponse" in measures[Measure.NPS].accessibleName()


async def test_a_measure_opens_its_trend_with_a_table(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    button = next(
        one for one in window.findChildren(MeasureButton) if one.measure is Measure.EFFORT
    )
    assert button.accessibleName() == "Effort (CES) 4,2 / 7, +1,8 en 3 mois, 6 réponses"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    shown = overlay(window, TrendOverlay)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


async def test_the_journey_is_gone_through_by_arrows_to_its_end(window, viewmodel, busy):
    await opened(viewmodel, busy)
    journey = window.findChild(CustomerColumn).journey
    journey.list.setFocus()
    for _ in range(6):
        QTest.keyClick(journey.list, Qt.Key.Key_End)
        await settle()
    assert viewmodel.journey.rows.rowCount() == 70
    assert not journey._more.isVisible()
    QTest.keyClick(journey.list, Qt.Key.Key_Return)
    assert overlay(window, EntryOverlay).accessibleName().startswith("Courrier")


async def test_the_journey_is_searched_and_escape_empties(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    journey = window.findChild(CustomerColumn).journey
    window.findChild(CustomerColumn).take_focus()
    QTest.keyClicks(journey.search, "transferee")
    await settle()
    assert [entry.id for entry in viewmodel.journey.rows.rows()] == ["call"]
    QTest.keyClick(journey.search, Qt.Key.Key_Down)
    assert journey.list.current_row() == viewmodel.journey.rows.row(0)
    QTest.keyClicks(journey.search, "zzz")
    await settle()
    assert journey._pages.currentWidget() is journey._empty
    QTest.keyClick(journey.search, Qt.Key.Key_Escape)
    await settle()
    assert journey.search.text() == ""
    assert viewmodel.journey.rows.rowCount() == 11


async def test_another_customer_begins_with_an_empty_search(window, viewmodel, busy):
    await opened(viewmodel, busy, CLAIRE)
    search = window.findChild(CustomerColumn).journey.search
    search.setFocus()
    QTest.keyClicks(search, "transferee")
    await settle()
    viewmodel.next()
    await settle()
    assert search.text() == ""
    assert viewmodel.journey.rows.rowCount() == 30


async def test_the_journey_is_filtered_by_channel(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    journey = window.findChild(CustomerColumn).journey
    journey._channel.picked.emit(Channel.BRANCH)
    await settle()
    assert [entry.id for entry in viewmodel.journey.rows.rows()] == ["shop"]
    assert journey._channel.value is Channel.BRANCH


async def test_faces_have_words_and_estimates_are_not_told(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    rows = viewmodel.journey.rows
    said = {rows.row(n).id: rows.index(n).data() for n in range(rows.rowCount())}
    assert "Satisfaction 2 sur 5, faible" in said["mail"]
    assert "Satisfaction" not in said["left"]
    assert "Sonia K." in said["mail"]


async def test_a_note_is_written_in_place_and_escape_keeps_it(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    card = window.findChild(CustomerColumn).note
    card._pencil.setFocus()
    QTest.keyClick(card._pencil, Qt.Key.Key_Space)
    assert card._field.isVisible()
    card._field.selectAll()
    QTest.keyClicks(card._field, "Le soir")
    QTest.keyClick(card._field, Qt.Key.Key_Escape)
    assert not card._field.isVisible()
    assert card._hint.isVisible()
    QTest.keyClick(card._pencil, Qt.Key.Key_Space)
    assert card._field.text() == "Le soir"
    QTest.keyClick(card._keep, Qt.Key.Key_Space)
    await settle()
    assert card._words.text() == "Le soir"
    assert not card._hint.isVisible()
    assert (await viewmodel._customers.open(CLAIRE)).note.words == "Le soir"


async def test_the_whole_file_says_which_field_is_wrong_and_saves(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    window.findChild(CustomerHeader).open_details()
    shown = overlay(window, DetailsOverlay)
    field = shown.form.fields[CustomerField.PHONE]
    assert field.text() == "06 39 98 12 78"
    assert not shown._keep.isEnabled()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "06 39")
    QTest.keyClick(field, Qt.Key.Key_Return)
    await settle()
    assert field.property("problem") == "true"
    assert "numéro complet" in field.accessibleDescription()
    field.selectAll()
    QTest.keyClicks(field, "06 39 98 00 11")
    QTest.keyClick(field, Qt.Key.Key_Return)
    await settle()
    assert not shown.isVisible()
    assert viewmodel.state.file.customer.phone == "+33639980011"


async def test_escape_closes_the_whole_file_and_what_was_typed_waits(window, viewmodel):
    await opened(viewmodel, CLAIRE)
    header = window.findChild(CustomerHeader)
    header.open_details()
    shown = overlay(window, DetailsOverlay)
    field = shown.form.fields[CustomerField.CITY]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Brest")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    QApplication.processEvents()
    header.open_details()
    assert overlay(window, DetailsOverlay).form.fields[CustomerField.CITY].text() == "Brest"


async def test_a_file_that_cannot_be_read_says_so_and_can_be_tried_again(
    window, viewmodel, customers, monkeypatch, busy
):
    async def broken(_id):
        raise StoreUnavailable(Trouble.DAMAGED, "x")

    header = window.findChild(CustomerHeader)
    with monkeypatch.context() as patch:
        patch.setattr(customers, "open", broken)
        await opened(viewmodel, busy, CLAIRE)
        assert header._trouble.isVisible()
        assert not header._identity.isVisible()
        assert not window.findChild(CustomerColumn)._contracts.isVisible()
    header._trouble.button.setFocus()
    QTest.keyClick(header._trouble.button, Qt.Key.Key_Space)
    await settle()
    assert header._identity.isVisible()


async def test_without_a_customer_the_recent_ones_are_offered(qapp, viewmodel, busy):
    await opened(viewmodel, CLAIRE, busy)
    viewmodel.close(CLAIRE)
    viewmodel.close(busy)
    await settle()
    view = NoCustomer(viewmodel)
    view.resize(900, 600)
    view.show()
    await settle()
    assert view.recent.model().rowCount() == 2
    view.recent.setFocus()
    view.recent.step(2)
    QTest.keyClick(view.recent, Qt.Key.Key_Return)
    await settle()
    assert viewmodel.state.current == CLAIRE
    view.close()
    view.deleteLater()
    QApplication.processEvents()


async def test_overlays_go_when_another_customer_comes_to_the_front(window, viewmodel, busy):
    await opened(viewmodel, busy, CLAIRE)
    header, journey = window.findChild(CustomerHeader), window.findChild(CustomerColumn).journey
    for show in (
        header.open_details,
        lambda: header._open_trend(Measure.EFFORT),
        lambda: journey._open(viewmodel.journey.rows.row(0)),
    ):
        show()
        shown = overlay(window, Overlay)
        assert shown.isVisible()
        viewmodel.next()
        await settle()
        assert [one for one in window.findChildren(Overlay) if one.isVisible()] == []
        viewmodel.next()
        await settle()


async def test_a_file_that_cannot_be_read_again_stays_in_sight(
    window, viewmodel, customers, monkeypatch
):
    async def broken(_id):
        raise StoreUnavailable(Trouble.DAMAGED, "x")

    header = window.findChild(CustomerHeader)
    await opened(viewmodel, CLAIRE)
    monkeypatch.setattr(customers, "open", broken)
    viewmodel.retry()
    await settle()
    assert header._trouble.isVisible()
    assert header._identity.isVisible()
    assert window.findChild(CustomerColumn)._contracts.isVisible()


async def test_many_contracts_show_the_running_ones_first_and_the_rest_on_demand(
    window, viewmodel, store
):
    ended = [
        replace(contracts()[0], id=ContractId(f"old{n}"), status=ContractStatus.ENDED)
        for n in range(4)
    ]
    await store.write(insert_all, ended)
    await opened(viewmodel, CLAIRE)
    card = window.findChild(CustomerColumn)._contracts
    more = next(one for one in card.findChildren(Button) if one.isVisible())
    assert more.text() == "Voir les 3 autres"
    QTest.keyClick(more, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not [one for one in card.findChildren(Button) if one.isVisible()]
    shown = [one.text() for one in card.findChildren(ElidedLabel) if one.isVisible()]
    named = [one for one in shown if one.startswith(("Box", "Mobile"))]
    assert named == ["Box Fibre Confort", "Mobile 80 Go", *["Box Fibre Confort"] * 4]


async def test_the_column_lays_its_cards_out_for_the_room_it_has(qapp, viewmodel):
    column = CustomerColumn(viewmodel)
    column.resize(330, 900)
    column.show()
    await opened(viewmodel, CLAIRE)
    places = {}
    for name, size in {"tall": (330, 900), "short": (330, 500), "wide": (900, 500)}.items():
        column.resize(*size)
        for _ in range(3):
            QApplication.processEvents()
        places[name] = (
            column.journey.mapTo(column, QPoint()).x() > 330,
            column._scroll.isAncestorOf(column.note),
        )
        assert column.journey.isVisible()
    assert places == {"tall": (False, False), "short": (False, True), "wide": (True, False)}
    column.close()
    column.deleteLater()
    QApplication.processEvents()
