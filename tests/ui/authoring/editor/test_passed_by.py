"""Empty fields of what is new: hints until one passed by, or tried to publish; counted all the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.authoring.drafts import blank
from desktop.domain.authoring.items import Items
from desktop.ui.authoring.editor.outline import spoken
from desktop.ui.kit import theme
from desktop.ui.kit.focus import give
from tests.ui.authoring.editor.stage import Stage, settled

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp):
    made = Stage(blank())
    await settled()
    made.view.take_focus()
    yield made
    await made.model.flush()
    await settled()
    made.leave()


def red(input_):
    return input_.control.property("problem") == "true"


def summary(stage):
    return stage.view.problems._summary.text()


async def test_nothing_is_red_before_anything_was_typed(stage):
    guide = stage.view.form.guide
    assert not red(guide.title)
    assert not red(guide.summary)
    assert guide.title.control.accessibleDescription() == "À remplir."
    assert summary(stage).endswith("à remplir avant de publier")
    assert not stage.model.state.loud
    (top,) = stage.view.outline.model.rows()
    assert (top.errors, top.loud) == (len(stage.model.state.errors), False)
    assert "à reprendre" in spoken(top)


async def test_a_field_that_was_left_empty_is_to_be_filled(stage):
    guide = stage.view.form.guide
    give(guide.title.control)
    assert not red(guide.title)
    stage.press(Key.Key_Tab)
    assert QApplication.focusWidget() is guide.summary.control
    assert red(guide.title)
    assert not red(guide.summary)
    assert summary(stage).endswith("à reprendre avant de publier")
    give(guide.title.control)
    stage.write("Colis")
    assert not red(guide.title)


async def test_one_that_was_filled_and_is_emptied_waits_until_it_is_left_again(stage):
    title = stage.view.form.guide.title
    give(title.control)
    stage.write("C")
    stage.press(Key.Key_Tab)
    give(title.control)
    title.control.selectAll()
    stage.press(Key.Key_Backspace)
    assert not red(title)
    stage.press(Key.Key_Tab)
    assert red(title)


async def test_another_window_is_no_leaving(stage):
    title = stage.view.form.guide.title
    give(title.control)
    title.control.clearFocus()
    stage.model.edit(stage.model.state.draft)
    title.control.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    stage.view.outline.list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert not red(title)


async def test_who_means_to_publish_is_told_of_all_but_a_later_step_is_new_again(stage):
    stage.view.outline.add.click()
    form = stage.view.form.step
    assert not red(form.say)
    stage.view.open_publish()
    await settled()
    stage.press(Key.Key_Return, CTRL)
    assert red(stage.view.form.guide.title)
    stage.model.select("new-1")
    assert red(form.say)
    stage.view.outline.add.click()
    assert stage.model.state.step_id == "new-2"
    assert not red(form.say)


async def test_an_empty_line_that_was_left_is_to_be_filled(stage):
    stage.view.outline.add.click()
    checks = stage.view.form.step.lists[Items.CHECKS]
    checks.add.click()
    (row,) = checks.rows
    assert not red(row.input)
    give(stage.view.form.step.title.control)
    assert red(row.input)
