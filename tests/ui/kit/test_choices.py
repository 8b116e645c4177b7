"""Segments, scales, tabs and steps: by arrows, by digits, by click, and empty if one likes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QRadioButton

from desktop.ui.kit.choices import Option
from desktop.ui.kit.scale import Scale
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.stepper import Step, Stepper
from desktop.ui.kit.tabs import Tabs

OPTIONS = [Option("r", "Résolu"), Option("p", "Partiel"), Option("s", "À suivre")]


def shown(qtbot, widget):
    """The widget with the focus, and what it has said since."""
    qtbot.addWidget(widget)
    heard: list[object] = []
    widget.picked.connect(heard.append)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return heard


def here(widget):
    return next(button for button in widget.findChildren(QRadioButton) if button.hasFocus())


def type_key(qtbot, widget, key):
    qtbot.keyClick(here(widget), key)


def test_nothing_is_chosen_at_first(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    assert segments.value is None
    assert heard == []


def test_digits_choose(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    type_key(qtbot, segments, Qt.Key.Key_2)
    assert segments.value == "p"
    type_key(qtbot, segments, Qt.Key.Key_9)
    assert segments.value == "p"
    assert heard == ["p"]


def test_digits_of_the_azerty_row_choose(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_QuoteDbl, Qt.KeyboardModifier(0), '"')
    QApplication.sendEvent(here(segments), event)
    assert heard == ["s"]


def test_arrows_walk_and_stay_within(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        type_key(qtbot, segments, key)
    assert heard == ["r", "p", "s"]
    type_key(qtbot, segments, Qt.Key.Key_Left)
    assert segments.value == "p"
    assert here(segments).accessibleName() == "Partiel"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_the_choice_can_be_cleared(qtbot, key):
    segments = Segmented("Résolution", OPTIONS)
    segments.set_value("r")
    heard = shown(qtbot, segments)
    type_key(qtbot, segments, key)
    type_key(qtbot, segments, key)
    assert segments.value is None
    assert heard == [None]


def test_keys_with_ctrl_or_alt_are_not_its_own(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_2):
            qtbot.keyClick(here(segments), key, modifier)
    assert heard == []


def test_a_program_chooses_in_silence(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    segments.set_value("s")
    segments.set_value("unknown")
    assert segments.value is None
    assert heard == []


def test_a_click_chooses_anywhere_on_the_button(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    heard = shown(qtbot, segments)
    button = segments.findChildren(QRadioButton)[1]
    spot = button.rect().bottomRight()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=spot)
    assert heard == ["p"]


def test_tab_stops_once(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    shown(qtbot, segments)
    segments.set_value("s")
    buttons = segments.findChildren(QRadioButton)
    stops = [b.text() for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["À suivre"]


def test_options_may_change_and_the_choice_stays(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    shown(qtbot, segments)
    segments.set_value("p")
    segments.set_options(OPTIONS[1:])
    assert segments.value == "p"
    segments.set_options(OPTIONS[:1])
    assert segments.value is None


def test_a_disabled_choice_hears_no_digit(qtbot):
    segments = Segmented("Résolution", OPTIONS)
    shown(qtbot, segments)
    segments.setEnabled(False)
    assert not segments.choose_digit(1)
    assert segments.value is None


def test_a_scale_goes_from_one_to_its_count(qtbot):
    scale = Scale("Effort", 7, ("Très facile", "Très difficile"))
    heard = shown(qtbot, scale)
    assert scale.choose_digit(7)
    assert not scale.choose_digit(8)
    assert not scale.choose_digit(0)
    assert (scale.value, heard) == (7, [7])
    names = [button.accessibleName() for button in scale.findChildren(QRadioButton)]
    assert names[0] == "1, Très facile"
    assert names[6] == "7, Très difficile"


def test_a_scale_can_be_emptied(qtbot):
    scale = Scale("Humeur", 5, faces=True)
    scale.set_value(4)
    heard = shown(qtbot, scale)
    type_key(qtbot, scale, Qt.Key.Key_Backspace)
    assert (scale.value, heard) == (None, [None])


def test_any_step_may_be_gone_to(qtbot):
    stepper = Stepper("Étapes")
    stepper.set_steps([Step("Un", "done"), Step("Deux", "current"), Step("Trois")])
    heard = shown(qtbot, stepper)
    type_key(qtbot, stepper, Qt.Key.Key_Right)
    type_key(qtbot, stepper, Qt.Key.Key_1)
    assert heard == [2, 0]


def test_a_step_cannot_be_cleared(qtbot):
    stepper = Stepper("Étapes")
    stepper.set_steps([Step("Un", "current"), Step("Deux")])
    heard = shown(qtbot, stepper)
    type_key(qtbot, stepper, Qt.Key.Key_Delete)
    assert heard == []
    assert here(stepper).isChecked()


def test_new_steps_keep_the_focus(qtbot):
    stepper = Stepper("Étapes")
    stepper.set_steps([Step("Un", "current"), Step("Deux")])
    shown(qtbot, stepper)
    stepper.set_steps([Step("Un", "done"), Step("Deux", "current")])
    assert here(stepper).accessibleName().startswith("Deux")


def test_tabs_have_always_one_current(qtbot):
    tabs = Tabs("Vues", ["Guide", "Dossiers"])
    heard = shown(qtbot, tabs)
    type_key(qtbot, tabs, Qt.Key.Key_2)
    assert (tabs.current, heard) == (1, [1])
    tabs.set_current(0)
    assert (tabs.current, heard) == (0, [1])
