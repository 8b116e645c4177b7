"""A view that is built at its first showing."""

from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit.later import Later


class Leading(QWidget):
    """A view that knows where the keyboard belongs."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        box = QVBoxLayout(self)
        box.addWidget(self.first)
        box.addWidget(self.second)

    def take_focus(self) -> None:
        self.second.setFocus()


def test_a_view_is_built_once_and_only_when_it_is_looked_at(qtbot):
    built: list[QLabel] = []

    def build() -> QLabel:
        built.append(QLabel("là"))
        return built[-1]

    stack = QStackedWidget()
    qtbot.addWidget(stack)
    later = Later(build)
    stack.addWidget(QLabel("devant"))
    stack.addWidget(later)
    stack.resize(400, 300)
    stack.show()
    assert not built
    assert not later.is_made

    stack.setCurrentWidget(later)
    (label,) = built
    assert later.is_made
    assert label.isVisible()
    assert label.size() == later.size()

    stack.setCurrentIndex(0)
    stack.setCurrentWidget(later)
    assert later.made() is label
    assert built == [label]


def test_what_needs_the_view_before_has_it_and_it_shows_with_its_place(qtbot):
    later = Later(lambda: QLabel("là"))
    qtbot.addWidget(later)
    label = later.made()
    assert not label.isVisible()
    later.show()
    assert label.isVisible()


def test_the_keyboard_goes_where_the_view_leads(qtbot):
    later = Later(Leading)
    qtbot.addWidget(later)
    later.show()
    later.activateWindow()
    later.take_focus()
    assert later.focusWidget() is later.made().second


def test_what_is_asked_of_the_view_builds_it(qtbot):
    later = Later(lambda: QLabel("là"))
    qtbot.addWidget(later)
    clear = later.doing(QLabel.clear)
    assert not later.is_made
    clear()
    assert later.made().text() == ""
