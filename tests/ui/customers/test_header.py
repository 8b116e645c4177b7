"""The customer's header and whole file, by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.alerts import AlertKind
from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId
from desktop.domain.trends import Measure
from desktop.ui.customers.column import CustomerColumn
from desktop.ui.customers.details_overlay import DetailsOverlay
from desktop.ui.customers.header import CustomerHeader
from desktop.ui.customers.measure import MeasureButton, Room
from desktop.ui.customers.tabs import CustomerTabs, TabButton
from desktop.ui.customers.trend_overlay import TrendOverlay
from desktop.ui.kit import theme
from desktop.ui.kit.chip import Chip
from tests.services.claire import CLAIRE, insert_all, many
from tests.ui.customers.conftest import settle
from tests.ui.customers.stage import opened, overlay


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


async def test_without_answers_the_header_is_no_wider(window, viewmodel, qapp, store):
    theme.apply(qapp, "light", 1.5)
    await store.write(insert_all, many(CustomerId("new"), 0))
    window.resize(944, 900)
    await opened(viewmodel, CustomerId("new"))
    for _ in range(4):
        QApplication.processEvents()
    window.resize(944, 900)
    assert window.width() == 944
    for one in window.findChild(CustomerHeader).findChildren(MeasureButton):
        assert one.width() >= one.sizeHint().width()
        assert "0 réponse" in one.accessibleName()


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


async def test_many_tabs_never_widen_the_window_and_the_current_one_is_in_sight(
    window, viewmodel, store
):
    window.resize(944, 900)
    for n in range(20):
        await store.write(insert_all, many(CustomerId(f"n{n}"), 0))
        await opened(viewmodel, CustomerId(f"n{n}"))
    for current in (19, 0):
        for _ in range(4):
            QApplication.processEvents()
        assert window.width() == 944
        tabs = window.findChild(CustomerTabs)
        button = next(one for one in tabs.findChildren(TabButton) if one.isChecked())
        left = button.mapTo(tabs, QPoint()).x()
        assert left >= 0, current
        assert left + button.width() <= tabs.width(), current
        viewmodel.next()
        await settle()
