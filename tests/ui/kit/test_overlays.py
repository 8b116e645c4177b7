"""Overlays hold the focus and give it back; toasts are read aloud, count down, and can be acted on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.kit.overlay import Overlay, open_on
from desktop.ui.kit.toasts import ToastStack


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    field = QLineEdit()
    box.addWidget(field)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    field.setFocus()
    return made


@pytest.fixture
def overlay(window):
    made = Overlay(window, "Écart")
    made.body.addWidget(QPushButton("Un"))
    made.body.addWidget(QPushButton("Deux"))
    return made


@pytest.fixture
def heard(overlay):
    said: list[str] = []
    overlay.opened.connect(lambda: said.append("opened"))
    overlay.closed.connect(lambda: said.append("closed"))
    return said


def focused() -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPushButton)
    return widget.accessibleName() or widget.text()


def test_the_focus_goes_in_and_comes_back(qtbot, window, overlay, heard):
    field = window.findChild(QLineEdit)
    overlay.open()
    assert focused() == "Un"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is field
    assert heard == ["opened", "closed"]


def test_tab_goes_round_within(qtbot, overlay):
    overlay.open()
    seen = []
    for _ in range(4):
        seen.append(focused())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["Un", "Deux", "Fermer", "Un"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert focused() == "Un"


def test_a_click_beside_dismisses_and_one_within_does_not(qtbot, overlay):
    overlay.open()
    qtbot.mouseClick(overlay.panel, Qt.MouseButton.LeftButton)
    assert overlay.isVisible()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.rect().bottomLeft())
    assert not overlay.isVisible()


def test_the_panel_stays_within_a_small_window(window, overlay):
    overlay.open()
    window.resize(320, 240)
    assert overlay.geometry() == window.rect()
    assert window.rect().contains(overlay.panel.geometry())


def test_opening_twice_is_opening_once(window, overlay, heard):
    overlay.open()
    overlay.open()
    assert open_on(window) == overlay
    overlay.dismiss()
    overlay.dismiss()
    assert heard == ["opened", "closed"]
    assert open_on(window) is None


@pytest.fixture
def stack(window):
    made = ToastStack(window)
    yield made
    made.clear()


def tick(toast) -> None:
    """A second goes by, with the mouse elsewhere: offscreen it lies wherever it likes."""
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    toast._tick()


def test_a_toast_shows_at_the_windows_bottom(window, stack):
    toast = stack.say("Contact enregistré", "success")
    assert stack.isVisible()
    assert toast.text() == "Contact enregistré"
    assert window.rect().contains(stack.geometry())
    assert stack.geometry().top() > window.height() / 2


def test_the_action_is_offered_while_it_counts_down(qtbot, stack):
    toast = stack.say("Contact enregistré", "success", "Annuler", 10)
    heard = []
    toast.acted.connect(lambda: heard.append("acted"))
    toast.closed.connect(lambda: heard.append("closed"))
    assert toast.button.text() == "Annuler (10\u00a0s)"
    assert toast.button.accessibleName() == "Annuler"
    tick(toast)
    assert toast.button.text() == "Annuler (9\u00a0s)"
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert heard == ["acted", "closed"]
    assert stack.toasts() == ()
    assert not stack.isVisible()


def test_a_toast_goes_when_its_time_is_over(stack):
    toast = stack.say("Hors ligne", "warning", seconds=2)
    heard = []
    toast.closed.connect(lambda: heard.append("closed"))
    tick(toast)
    assert toast.seconds_left() == 1
    tick(toast)
    assert heard == ["closed"]
    assert stack.toasts() == ()


def test_a_toast_waits_for_who_is_about_to_act(qtbot, stack):
    toast = stack.say("Contact enregistré", "success", "Annuler", 2)
    toast.button.setFocus()
    for _ in range(5):
        tick(toast)
    assert toast.seconds_left() == 2


def test_three_at_most(stack):
    for number in range(5):
        stack.say(f"Message {number}")
    assert [toast.text() for toast in stack.toasts()] == ["Message 2", "Message 3", "Message 4"]
