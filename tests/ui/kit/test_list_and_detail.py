"""A detail that is alone on a narrow page has the room of what stands over it, and gives it back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.list_and_detail import ListAndDetail


@pytest.fixture
def page(qapp):
    theme.apply(qapp, "light", 1.5)
    window = QWidget()
    head, stack = QLabel("Check-ins"), QStackedWidget()
    panes = ListAndDetail(QTextEdit(), QTextEdit())
    stack.addWidget(panes)
    stack.addWidget(QLabel("Rien"))
    box = QVBoxLayout(window)
    box.addWidget(head)
    box.addWidget(stack, 1)
    panes.set_head(head)
    window.resize(1024, 680)
    window.show()
    yield window, head, panes, stack
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "light")


def test_the_head_yields_to_a_detail_that_is_alone(page):
    _, head, panes, stack = page
    assert head.isVisible()
    panes.reveal()
    assert not head.isVisible()
    # Nothing is left in the list: what says so stands under its head.
    stack.setCurrentIndex(1)
    assert head.isVisible()
    stack.setCurrentIndex(0)
    assert not head.isVisible()
    QTest.keyClick(panes, Qt.Key.Key_Escape)
    assert head.isVisible()


@pytest.mark.parametrize("size", [(1024, 1050), (1800, 680)])
def test_it_stays_where_there_is_room(page, size):
    window, head, panes, _ = page
    panes.reveal()
    window.resize(*size)
    QApplication.processEvents()
    assert head.isVisible()
