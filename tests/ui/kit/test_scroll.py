"""Columns scroll by the keyboard, bring the focus into view, and never cut their content's width."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit import boxes, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import focusable
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.wraplabel import WrapLabel
from tests.ui.kit.specimens import wrapup


def column_of(qtbot, *widgets):
    column = ScrollColumn()
    qtbot.addWidget(column)
    for widget in widgets:
        column.add(widget)
    column.resize(200, 120)
    with qtbot.waitActive(column):
        column.show()
    return column


def test_what_gets_the_focus_comes_into_view(qtbot):
    buttons = [Button(f"Bouton {number}") for number in range(20)]
    column = column_of(qtbot, *buttons)
    buttons[15].setFocus()
    assert column.verticalScrollBar().value() > 0
    assert not buttons[15].visibleRegion().isEmpty()


def test_a_column_to_read_scrolls_by_keys(qtbot):
    column = column_of(qtbot, WrapLabel("Une phrase assez longue pour deux lignes. " * 30))
    column.set_reading("Touches")
    column.setFocus(Qt.FocusReason.TabFocusReason)
    assert column.hasFocus()
    qtbot.keyClick(column, Qt.Key.Key_PageDown)
    assert column.verticalScrollBar().value() > 0


def test_the_width_is_never_cut(qtbot):
    wide = Button("Un bouton dont les mots prennent plus de deux cents pixels de large")
    column = column_of(qtbot, wide, *(Button(str(number)) for number in range(20)))
    QApplication.processEvents()
    assert column.viewport().width() >= wide.minimumSizeHint().width()


def test_the_order_of_tab_follows_the_eye(qtbot):
    card = wrapup()
    holder = boxes.holder(boxes.column(card))
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    stops = focusable(holder)
    spots = [stop.mapTo(holder, stop.rect().center()) for stop in stops]
    assert len(stops) == 8
    assert spots == sorted(spots, key=lambda spot: (spot.y() // 20, spot.x()))


def test_what_a_column_holds_is_not_measured_on_its_way_into_a_window(qtbot, qapp):
    theme.apply(qapp, "light")
    measured: list[bool] = []

    class Watched(QLabel):
        def minimumSizeHint(self) -> QSize:
            measured.append(self.isVisible())
            return super().minimumSizeHint()

    column, label = ScrollColumn(), Watched("Une phrase assez longue. " * 30)
    label.setWordWrap(True)
    column.add(label)
    measured.clear()
    for _ in range(3):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(column)
        column.setParent(None)
    assert not measured
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(column)
    window.resize(240, 160)
    with qtbot.waitExposed(window):
        window.show()
    assert measured
    assert label.width() <= column.viewport().width()
    assert column.verticalScrollBar().maximum() > 0


def test_a_column_catches_up_with_a_style_that_came_while_it_was_hidden(qtbot, qapp):
    theme.apply(qapp, "light", 1.0)
    column = column_of(qtbot, WrapLabel("Une phrase assez longue. " * 30))
    before = column.verticalScrollBar().maximum()
    column.hide()
    theme.apply(qapp, "light", 1.5)
    column.show()
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > before)
    theme.apply(qapp, "light", 1.0)
