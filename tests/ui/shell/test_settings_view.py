"""Settings apply at once, and are told to what keeps them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.kit import theme
from desktop.ui.shell.settings_view import About, Settings, SettingsView

RIGHT = Qt.Key.Key_Right


@pytest.fixture
def view(qtbot, window, actions, ran):
    actions.add([ran.action("search", "F2", title="Chercher")])
    about = About(version="0.1.0", store_path=Path.home() / "dossier" / "poste.sqlite")
    made = SettingsView(Settings(theme="light"), actions, about)
    window.add_page("settings", made)
    window.show_page("settings")
    return made


def pressed(choices, key):
    stop = next(one for one in choices._buttons if one.isChecked())
    stop.setFocus()
    QTest.keyClick(stop, key)


def test_the_theme_is_in_force_at_once(qtbot, view):
    with qtbot.waitSignal(view.theme_picked) as told:
        pressed(view.theme, RIGHT)
    assert told.args == ["dark"]
    assert theme.is_dark()
    pressed(view.theme, Qt.Key.Key_1)
    assert not theme.is_dark()


def test_text_grows_at_once(qtbot, view):
    with qtbot.waitSignal(view.scale_picked) as told:
        pressed(view.scale, Qt.Key.Key_6)
    assert told.args == [1.5]
    assert theme.scale() == 1.5
    assert not theme.is_dark()


def test_motion_is_reduced_at_once(qtbot, view):
    with qtbot.waitSignal(view.motion_picked) as told:
        pressed(view.motion, RIGHT)
    assert told.args == [True]
    assert theme.reduced_motion()


def test_the_language_is_told_for_the_next_start(qtbot, view):
    with qtbot.waitSignal(view.language_picked) as told:
        pressed(view.language, RIGHT)
    assert told.args == ["en"]


def test_a_setting_cannot_be_emptied(view):
    pressed(view.theme, Qt.Key.Key_Backspace)
    assert view.theme.value == "system"
    pressed(view.scale, Qt.Key.Key_Backspace)
    assert view.scale.value == 1.0


def test_what_was_kept_is_shown_without_a_signal(qtbot, view):
    with qtbot.assertNotEmitted(view.theme_picked):
        view.show_settings(Settings(theme="dark", scale=1.26, reduced_motion=True, language="en"))
    assert view.theme.value == "dark"
    assert view.scale.value == 1.25
    assert view.motion.value is True
    assert view.language.value == "en"


def test_the_path_does_not_tell_who_one_is(view):
    assert view.about.path.text() == str(Path("~/dossier/poste.sqlite"))
    assert str(Path.home()) not in view.about.path.text()


def test_one_can_leave(qtbot, view):
    view.sign_out.setFocus()
    with qtbot.waitSignal(view.sign_out_asked):
        QTest.keyClick(view.sign_out, Qt.Key.Key_Space)


def test_the_keys_are_led_to(view):
    view.show_keys()
    assert view.keys.rows["search"].change.hasFocus()
