"""The customer's column and what comes over it, by keyboard."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.contacts import Channel
from desktop.domain.customers import ContractStatus
from desktop.domain.ids import ContractId
from desktop.domain.trends import Measure
from desktop.ui.customers.column import CustomerColumn
from desktop.ui.customers.entry_overlay import EntryOverlay
from desktop.ui.customers.header import CustomerHeader
from desktop.ui.customers.no_customer import NoCustomer
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.focus import focusable
from desktop.ui.kit.overlay import Overlay
from tests.services.claire import CLAIRE, contracts, insert_all
from tests.ui.customers.conftest import settle
from tests.ui.customers.stage import name_of, opened, overlay


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
