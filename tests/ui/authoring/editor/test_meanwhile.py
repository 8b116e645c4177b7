"""Somebody else publishes the guide that one writes in: told quietly, compared, and lost to nobody."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import theme
from tests.domain.authoring.samples import GUIDE
from tests.ui.authoring.editor.stage import Stage, draft, settled

Key = Qt.Key
THEIRS = replace(GUIDE, summary="Un guide plus court")


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp):
    made = Stage()
    await settled()
    made.view.take_focus()
    yield made
    await made.model.flush()
    await settled()
    made.leave()


async def somebody_publishes(stage):
    version = await stage.authoring.publish(stage.model.state.draft, "")
    stage.authoring.published.clear()
    stage.authoring.ahead = (version,)
    stage.authoring.texts[version.id] = THEIRS
    stage.model.look_around()
    await settled()
    QApplication.processEvents()


async def test_it_is_told_while_one_types_and_takes_nothing_away(stage):
    banner = stage.view.meanwhile
    assert not banner.isVisible()
    stage.model.select("look")
    title = stage.view.form.step.title.control
    title.setFocus()
    stage.press(Key.Key_End)
    stage.write("x")
    await somebody_publishes(stage)
    assert banner.isVisible()
    assert "Version 3, publiée par Sami Roux" in banner.text()
    assert title.hasFocus()
    stage.write("y")
    assert stage.script.step("look").title == "Regarderxy"


async def test_both_are_put_side_by_side_and_escape_leads_back(stage):
    await somebody_publishes(stage)
    stage.view.write.set_summary("Un guide à moi")
    button = stage.view.meanwhile.button
    button.setFocus()
    stage.press(Key.Key_Space)
    await settled()
    overlay = stage.view.meanwhile.overlay()
    assert overlay.isVisible()
    found = stage.model.meanwhile.comparison
    (field,) = found.fields
    assert "plus court" in "".join(one.text for one in field.before)
    assert "à moi" in "".join(one.text for one in field.after)
    stage.press(Key.Key_Escape)
    assert not overlay.isVisible()
    assert button.hasFocus()


async def test_a_version_that_cannot_be_read_is_said_so(stage):
    await somebody_publishes(stage)
    stage.authoring.texts.clear()
    stage.view.meanwhile.button.click()
    await settled()
    overlay = stage.view.meanwhile.overlay()
    assert overlay.unread.isVisible()
    assert not overlay.pane.isVisible()


async def test_who_publishes_is_told_once_more(stage):
    stage.view.open_publish()
    await settled()
    told = stage.view.overlay().overtaken
    assert not told.isVisible()
    stage.view.overlay().dismiss()
    await somebody_publishes(stage)
    stage.view.open_publish()
    await settled()
    assert told.isVisible()
    assert "Les deux seront gardées" in told.text()
    assert stage.view.overlay().go.isEnabled()


async def test_another_draft_begins_without_it(stage):
    await somebody_publishes(stage)
    stage.authoring.ahead = ()
    stage.model.edit(draft(draft_id="d2"))
    assert not stage.view.meanwhile.isVisible()
    await settled()
    assert not stage.view.meanwhile.isVisible()


async def test_what_one_publishes_oneself_is_nobody_elses(stage):
    stage.model.publish("")
    stage.authoring.ahead = (await stage.authoring.publish(stage.model.state.draft, ""),)
    stage.model.look_around()
    await settled()
    assert stage.model.meanwhile.ahead is None
