"""The lead's page of tabs: by keys, with a figure a tab and their sum."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.ui.kit.focus import focusable
from desktop.ui.shell.team_page import TeamPage


class Pane(QWidget):
    """A tab with two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        box = QVBoxLayout(self)
        box.addWidget(self.first)
        box.addWidget(self.second)


@pytest.fixture
def page(qtbot):
    made = TeamPage()
    qtbot.addWidget(made)
    made.panes = {name: Pane() for name in ("a", "b", "c")}
    for name, pane in made.panes.items():
        made.add_tab(name, name.upper(), pane)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    made.take_focus()
    return made


def test_one_tab_shows_no_strip(qtbot):
    page = TeamPage()
    qtbot.addWidget(page)
    page.add_tab("a", "A", Pane())
    page.show()
    assert (page.current, page.tabs.isVisible()) == ("a", False)
    page.add_tab("b", "B", Pane())
    assert (page.current, page.tabs.isVisible()) == ("a", True)


def test_keys_go_round_from_inside_a_field_and_give_the_focus_back(qtbot, page):
    page.panes["a"].second.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    seen = []
    page.tab_shown.connect(seen.append)
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, control)
        seen.append(page.panes[page.current].isAncestorOf(QApplication.focusWidget()))
    assert seen == ["b", True, "c", True, "a", True]
    assert page.panes["a"].second.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, control)
    assert page.current == "c"


def test_the_sum_of_the_figures_is_told(page):
    sums = []
    page.badge_changed.connect(sums.append)
    page.set_badge("a", 2)
    page.set_badge("b", 3)
    page.set_badge("b", 3)
    page.set_badge("a", 0)
    assert sums == [2, 5, 3]
    assert (page.tabs.badge(0), page.tabs.badge(1)) == (0, 3)
    page.add_tab("d", "D", Pane())
    assert page.tabs.badge(1) == 3


def test_another_tab_leaves_the_pages_where_they_are_and_comes_before_them_by_key(qtbot):
    moved: list[QEvent.Type] = []

    class Page(QLineEdit):
        def event(self, event: QEvent) -> bool:
            if event.type() is QEvent.Type.ParentChange:
                moved.append(event.type())
            return super().event(event)

    page = TeamPage()
    qtbot.addWidget(page)
    first = Page()
    page.add_tab("a", "A", first)
    once = len(moved)
    page.add_tab("b", "B", QLineEdit())
    page.add_tab("c", "C", QLineEdit())
    assert len(moved) == once
    with qtbot.waitActive(page):
        page.show()
    page.show_tab("b")
    stops = focusable(page)
    assert isinstance(stops[0], QRadioButton)
    assert isinstance(stops[1], QLineEdit)
    assert len(stops) == 2
