"""« Mes mots » on the page of a step: by keys, in place, and nothing typed is lost."""

import asyncio
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from sqlalchemy import insert

from desktop.domain.ids import PersonId
from desktop.domain.own_words import Place
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.own_words import OwnWording
from desktop.services.store import rows, tables
from desktop.ui.kit import theme
from desktop.ui.scripts.ownwords_viewmodel import PAUSE, Done, OwnWordsViewModel
from desktop.ui.scripts.view import GuideView
from desktop.ui.scripts.viewmodel import GuideViewModel
from tests.ui.scripts.stage import Drafts, context, scripts, settled

LEA, SONIA = PersonId("lea"), PersonId("sonia")
WELCOME = Place("bill-higher", "welcome")
Key = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp, store, clock):
    names = {LEA: "Léa Blanc", SONIA: "Sonia Kadri"}
    people = [Person(id=one, name=name, role=Role.ADVISOR) for one, name in names.items()]
    await store.write(
        lambda connection: connection.execute(
            insert(tables.people), [rows.to_row(one) for one in people]
        )
    )
    guide, changes = GuideViewModel(scripts(store, clock)), Changes()
    service = OwnWording(store, clock, changes)
    model = OwnWordsViewModel(service, changes, LEA, guide)
    window = QWidget()
    window.resize(1000, 900)
    view = GuideView(guide)
    view.words.set_model(model)
    view.words.set_keys("Shift+F4", "Ctrl+G")
    QVBoxLayout(window).addWidget(view)
    drafts = Drafts(guide)
    window.show()
    window.activateWindow()
    guide.show(context())
    await settled()
    guide.choose("bill-higher")
    await settled()
    yield SimpleNamespace(
        guide=guide,
        model=model,
        view=view,
        words=view.walk.page.words,
        service=service,
        clock=clock,
        drafts=drafts,
    )
    await settled()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    guide.deleteLater()
    QApplication.sendPostedEvents(guide, QEvent.Type.DeferredDelete)


async def write(stage, text: str) -> None:
    """Open the field and write `text` in the place of what is there."""
    stage.words.write.click()
    area = stage.words.field.area
    assert QApplication.focusWidget() is area
    area.selectAll()
    area.insertPlainText(text)


async def kept(stage, text: str) -> None:
    await write(stage, text)
    QTest.keyClick(stage.words.field.area, Key.Key_Return)
    await settled()
    stage.clock.advance(minutes=1)


async def test_own_words_are_offered_first_and_the_guides_are_a_key_away(stage):
    guides = stage.words.speech.text()
    await kept(stage, "Bonjour {{client.appel}}, on regarde ça.")
    own = "«\u202fBonjour Madame Moreau, on regarde ça.\u202f»"
    assert stage.words.speech.text() == own
    assert QApplication.focusWidget() is stage.words.write, "the field is gone, its button has it"
    stage.model.turn()
    assert stage.words.speech.text() == guides
    stage.model.turn()
    stage.guide.next()
    stage.guide.back()
    await settled()
    assert stage.words.speech.text() == own


async def test_a_slip_is_said_and_nothing_is_in_force(stage):
    await kept(stage, "Bonjour {{client.apel}}")
    field = stage.words.field
    assert stage.model.state.writing
    assert "client.appel" in field.area.accessibleDescription()
    field.area.selectAll()
    field.area.insertPlainText("Bonjour {{client.appel}}.")
    assert field.area.accessibleDescription() == ""
    QTest.keyClick(field.area, Key.Key_Return)
    await settled()
    assert stage.model.state.known.own.words == "Bonjour {{client.appel}}."


async def test_escape_leaves_what_was_typed_for_later(stage):
    await write(stage, "Pas fini {{")
    QTest.keyClick(stage.words.field.area, Key.Key_Escape)
    await settled()
    assert not stage.model.state.writing
    assert (await stage.service.of_step(LEA, WELCOME)).begun == "Pas fini {{"
    assert stage.words.write.text().startswith("Reprendre")
    stage.words.write.click()
    assert stage.words.field.area.text() == "Pas fini {{"


async def test_another_step_or_customer_takes_nothing_away(stage):
    await write(stage, "À moitié")
    stage.guide.next()
    await settled()
    assert not stage.model.state.writing
    assert stage.words.field.area.isHidden() or not stage.words.field.isVisible()
    assert (await stage.service.of_step(LEA, WELCOME)).begun == "À moitié"
    stage.guide.back()
    await settled()
    await write(stage, "Presque")
    stage.guide.show(None)
    await settled()
    assert (await stage.service.of_step(LEA, WELCOME)).begun == "Presque"


async def test_what_is_typed_is_written_down_without_being_asked(stage):
    await write(stage, "Bonjour à vous")
    await stage.model.flush()
    assert (await stage.service.of_step(LEA, WELCOME)).begun == "Bonjour à vous"


async def test_typing_on_does_not_put_the_writing_off(stage):
    assert stage.model._pause.interval() == PAUSE
    stage.model._pause.setTimerType(Qt.TimerType.PreciseTimer)
    stage.model._pause.setInterval(
        60_000
    )  # it does not run out meanwhile, however busy the machine is
    stage.model.write()
    stage.model.type("B")
    await asyncio.sleep(0.1)
    stage.model.type("Bo")
    left = stage.model._pause.remainingTime()
    await stage.model.flush()
    assert 0 <= left <= 60_000 - 40


async def test_a_change_can_be_undone_and_so_can_going_back(stage):
    await kept(stage, "Premiers mots")
    await kept(stage, "Seconds mots")
    assert not stage.words.undo.isHidden()
    stage.words.undo.click()
    await settled()
    assert stage.model.state.known.own.words == "Premiers mots"
    assert stage.model.state.done is Done.UNDONE
    stage.clock.advance(minutes=1)
    stage.model.go_back()
    await settled()
    assert stage.model.state.known.own is None
    stage.clock.advance(minutes=1)
    stage.model.undo()
    await settled()
    assert stage.model.state.known.own.words == "Premiers mots"


async def test_colleagues_words_are_shown_with_their_name_and_can_be_taken(stage):
    assert stage.words.others.isHidden()
    await stage.service.restore(SONIA, WELCOME, "Bonjour {{client.appel}} !", shared=True)
    await settled()
    assert "1" in stage.words.others.text()
    stage.words.others.click()
    (take,) = stage.words.colleagues.buttons
    assert "Sonia K." in take.accessibleName()
    take.click()
    await settled()
    own = stage.model.state.known.own
    assert (own.words, own.shared, own.person_id) == ("Bonjour {{client.appel}} !", False, LEA)


async def test_sharing_is_chosen_each_time_and_said(stage):
    stage.words.write.click()
    stage.words.field.share.click()
    await kept(stage, "Mes mots à tous")
    assert stage.model.state.known.own.shared
    assert "partagés" in stage.words.chip.text()
    assert len((await stage.service.of_step(SONIA, WELCOME)).colleagues) == 1
    stage.words.write.click()
    stage.words.field.share.click()
    await kept(stage, "Mes mots à moi")
    assert (await stage.service.of_step(SONIA, WELCOME)).colleagues == ()


async def test_everything_that_takes_the_focus_has_a_name_and_tab_follows_the_eye(stage):
    await kept(stage, "Mes mots")
    words = stage.words
    stops = [one for one in (words.turn, words.write) if one.isVisible()]
    assert all(one.accessibleName() for one in stops)
    words.turn.setFocus()
    QTest.keyClick(words.turn, Key.Key_Tab)
    assert QApplication.focusWidget() is words.write


def in_sight(stage, widget: QWidget) -> bool:
    """Whether all of it can be seen where the step scrolls."""
    view = stage.view.walk.page.parentWidget().parentWidget()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))


@pytest.fixture
def large_in_little_room(qapp, stage):
    theme.apply(qapp, "light", 1.5)
    # What the pane has in a window of 1024 by 680.
    stage.view.window().resize(890, 384)
    yield stage
    theme.apply(qapp, "light")


async def until(ready, what: str) -> None:
    """Wait for what comes with the layout."""
    for _ in range(100):
        QApplication.processEvents()
        if ready():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(what)


async def test_the_field_is_whole_in_sight_where_there_is_little_room(large_in_little_room):
    stage = large_in_little_room
    walk, words = stage.view.walk, stage.words
    await until(lambda: walk.foot.isVisible() and walk.header.off.isVisible(), "le guide")
    words.write.click()
    field = words.field
    await until(lambda: field.height() > field.area.height(), "sa place")
    await until(lambda: in_sight(stage, field), "le champ")
    assert not walk.foot.isVisible()
    for _ in range(4):
        QTest.keyClick(field.area, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(field.area, "encore des mots")
        await until(lambda: in_sight(stage, field.keep), "ses boutons")
    # So tall that its buttons would take the caret out of sight.
    for _ in range(8):
        QTest.keyClick(field.area, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    stage.view.window().resize(890, 260)

    def caret() -> bool:
        view = stage.view.walk.page.parentWidget().parentWidget()
        here = field.area.cursorRect()
        top = field.area.viewport().mapTo(view, here.topLeft())
        return view.rect().contains(QRect(top, here.size()))

    await until(lambda: caret() and not in_sight(stage, field.keep), "le curseur")
    QTest.keyClick(field.area, Key.Key_Escape)
    assert walk.foot.isVisible()
    assert walk.header.isVisible()
    await stage.model.flush()
