"""The customer's page at each width: columns become tabs, nothing loses its focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.textfield import TextField
from desktop.ui.shell.workspace import Workspace

RAIL = 80


class Part(QWidget):
    """A part of the page with two fields."""

    def __init__(self, name):
        super().__init__()
        self.first, self.second = TextField(f"{name} 1"), TextField(f"{name} 2")
        box = QVBoxLayout(self)
        box.addWidget(self.first)
        box.addWidget(self.second)
        box.addStretch(1)


@pytest.fixture
def page(qtbot):
    parts = [Part(name) for name in ("header", "left", "centre", "right")]
    made = Workspace(QWidget(), *parts)
    made.header, made.left, made.centre, made.right = parts
    qtbot.addWidget(made)
    made.resize(1680 - RAIL, 900)
    made.show()
    QApplication.processEvents()
    return made


def widen(page, width):
    """Resize as a window of `width` would."""
    page.resize(width - RAIL, 900)
    QApplication.processEvents()


def seen(page):
    names = ("left", "centre", "right")
    return [name for name in names if getattr(page, name).isVisible()]


def labels(page):
    return [button.text() for button in page.columns.tabs.choices._buttons]


@pytest.mark.parametrize(
    ("width", "columns", "tabs"),
    [
        (1680, ["left", "centre", "right"], []),
        (1366, ["left", "centre", "right"], []),
        (1365, ["left", "centre"], ["Guide", "Contact"]),
        (1100, ["left", "centre"], ["Guide", "Contact"]),
        (1099, ["centre"], ["Guide", "Contact", "Fiche"]),
        (1024, ["centre"], ["Guide", "Contact", "Fiche"]),
    ],
)
def test_columns_become_tabs_where_room_is_short(page, width, columns, tabs):
    widen(page, width)
    assert seen(page) == columns
    assert page.columns.tabs.isVisible() == bool(tabs)
    if tabs:
        assert labels(page) == tabs


def test_columns_are_as_wide_as_drawn(page):
    left, right = page.columns.left.geometry(), page.columns.right.geometry()
    assert (left.left(), left.width()) == (16, 338)
    assert (right.width(), page.columns.width() - right.right() - 1) == (371, 16)
    centre = page.columns.centre.geometry()
    assert centre.left() - left.right() - 1 == 16
    assert right.left() - centre.right() - 1 == 16


def test_large_text_counts_as_a_narrow_window(qapp, page):
    theme.apply(qapp, "light", 1.5)
    QApplication.processEvents()
    assert seen(page) == ["left", "centre"]


@pytest.mark.parametrize("name", ["left", "centre", "right"])
def test_the_focus_stays_however_narrow_it_gets(page, name):
    field = getattr(page, name).second
    field.setFocus()
    QTest.keyClicks(field, "mot")
    for width in (1340, 1050, 1024, 1200, 1680, 1024):
        widen(page, width)
        assert field.isVisible()
        assert field.hasFocus()
    assert field.text() == "mot"


def test_digits_lead_to_parts_at_any_width(page):
    for width in (1680, 1200, 1024):
        widen(page, width)
        for place, name in enumerate(("centre", "right", "left", "header"), start=1):
            page.choose(place)
            assert getattr(page, name).first.hasFocus(), (width, name)


def test_f6_goes_round_in_the_order_of_the_eye(page):
    for width in (1680, 1024):
        widen(page, width)
        page.header.first.setFocus()
        for name in ("left", "centre", "right", "header", "left"):
            page.next_pane()
            assert getattr(page, name).first.hasFocus(), (width, name)
        for name in ("header", "right", "centre"):
            page.previous_pane()
            assert getattr(page, name).first.hasFocus(), (width, name)


def test_each_part_keeps_its_focus(page):
    page.centre.second.setFocus()
    page.next_pane()
    page.previous_pane()
    assert page.centre.second.hasFocus()


def test_a_part_where_nothing_takes_the_focus_is_passed(qtbot):
    left, right = Part("left"), Part("right")
    made = Workspace(QWidget(), QLabel("Rien"), left, QLabel("Rien"), right)
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    QApplication.processEvents()
    left.first.setFocus()
    made.next_pane()
    assert right.first.hasFocus()
    made.next_pane()
    assert left.first.hasFocus()


def test_a_tab_is_chosen_by_keyboard(page):
    widen(page, 1024)
    first, second, _ = page.columns.tabs.choices._buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert seen(page) == ["right"]
    QTest.keyClick(second, Qt.Key.Key_3)
    assert seen(page) == ["left"]


def test_what_lies_in_a_tab_can_be_brought_out(page):
    widen(page, 1024)
    page.reveal(page.right.second)
    assert seen(page) == ["right"]
    page.reveal(page.header.first)
    assert seen(page) == ["right"]


def test_low_columns_scroll(page):
    page.right.setMinimumHeight(2000)
    for _ in range(3):
        QApplication.processEvents()
    bar = page.columns.right.verticalScrollBar()
    assert bar.maximum() > 0
    assert page.height() == 900


def test_a_column_that_asked_for_too_much_has_its_place_again_when_it_does_no_longer(page):
    widen(page, 1150)
    usual = page.columns.left.geometry()
    page.left.setMinimumWidth(450)
    for _ in range(3):
        QApplication.processEvents()
    assert page.columns.left.width() > usual.width()
    page.left.setMinimumWidth(0)
    for _ in range(3):
        QApplication.processEvents()
    assert page.columns.left.geometry() == usual
