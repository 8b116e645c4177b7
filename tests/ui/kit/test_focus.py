"""Where the focus can go: in the order of Tab, and nobody's child for having been asked."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.kit.focus import focusable


def buttons(root, *names):
    box = root.layout() or QVBoxLayout(root)
    made = [QPushButton(name) for name in names]
    for button in made:
        box.addWidget(button)
    return made


def test_stops_come_in_the_order_of_tab(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    first, second, third = buttons(root, "first", "second", "third")
    hidden, off = buttons(root, "hidden", "off")
    hidden.hide()
    off.setEnabled(False)
    root.show()
    assert focusable(root) == [first, second, third]
    QWidget.setTabOrder(third, second)
    assert focusable(root) == [first, third, second]


def test_what_follows_a_deleted_widget_is_still_there(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    first, *_ = buttons(root, "first", "second")
    menu = QMenu(root)
    action = menu.addAction("Ici")
    root.show()
    focusable(root)
    first.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(action)
    assert action.text() == "Ici"
