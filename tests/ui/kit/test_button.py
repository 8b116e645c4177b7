"""Buttons are pressed by every key that people press them with."""

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtTest import QTest

from desktop.ui.kit import theme
from desktop.ui.kit.button import PATIENCE_MS, Button
from desktop.ui.kit.loading import Turning


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_once(qtbot, key: Qt.Key) -> None:
    button = Button("Réessayer")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]


def turns(button: Button) -> bool:
    arcs = button.findChildren(Turning)
    return any(one.state() is QAbstractAnimation.State.Running for one in arcs)


@pytest.mark.parametrize("icon", ["check", None])
@pytest.mark.parametrize("role", ["primary", "outline"])
def test_busy_for_long_an_arc_turns_in_it(qtbot, icon: str | None, role: str) -> None:
    theme.set_reduced_motion(False)
    button = Button("Enregistrer", icon, role)
    qtbot.addWidget(button)
    button.show()
    button.set_busy(True)
    at_rest = button.grab().toImage()
    assert not turns(button)
    qtbot.waitUntil(lambda: turns(button))
    assert button.grab().toImage() != at_rest
    assert button.size() == button.sizeHint() == at_rest.size() / at_rest.devicePixelRatio()
    button.hide()
    assert not turns(button)
    button.show()
    assert turns(button)
    button.set_busy(False)
    assert not turns(button)
    assert button.isEnabled()


def test_busy_for_a_moment_nothing_moves(qtbot) -> None:
    theme.set_reduced_motion(False)
    button = Button("Enregistrer")
    qtbot.addWidget(button)
    button.show()
    button.set_busy(True)
    button.set_busy(False)
    qtbot.wait(2 * PATIENCE_MS)
    assert not turns(button)
