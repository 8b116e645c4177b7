"""The lead's page: nothing is read but by opening, words under way are kept, gone is gone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from desktop.domain.wellbeing import Audience
from desktop.services.store import tables
from desktop.ui.wellbeing.shared_view import SharedCheckInsView
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel
from tests.ui.wellbeing.conftest import CAMILLE, LEA, NOE, press, settled, show

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def viewmodel(qapp, world):
    made = SharedViewModel(world.check_ins, world.changes, CAMILLE)
    yield made
    await settled()


async def readings(world):
    def read(connection):
        return connection.scalars(select(tables.check_in_readings.c.check_in_id)).all()

    return await world.store.read(read)


@pytest.fixture
async def view(world, window, viewmodel):
    made = SharedCheckInsView(viewmodel)
    await show(window, made)
    return made


async def test_an_empty_page_says_so(view, viewmodel):
    assert viewmodel.state.waiting == ()
    assert view._stack.currentIndex() == 1


async def test_moving_reads_nothing_and_opening_does(world, view, viewmodel):
    first = await world.give(LEA)
    second = await world.give(NOE)
    await settled()
    view.take_focus()
    await press(K.Key_Down, K.Key_Up, K.Key_Down)
    assert await readings(world) == []
    await press(K.Key_Return)
    assert await readings(world) == [second.id]
    opened = viewmodel.state.opened
    assert opened is not None
    assert opened.check_in.words == "Semaine lourde"
    assert "Noé" in view.detail._seen.text()
    assert first.id not in await readings(world)


async def test_ctrl_enter_answers_and_moves_it_below(world, view, viewmodel):
    one = await world.give(LEA)
    await settled()
    view.take_focus()
    await press(K.Key_Return)
    assert QApplication.focusWidget() is view.detail.reply
    assert not view.detail.send.isEnabled()
    await press("Je passe te voir")
    await press(K.Key_Return, modifier=CONTROL)
    assert viewmodel.state.waiting == ()
    assert [line.id for line in viewmodel.state.answered] == [one.id]
    assert viewmodel.state.draft == ""
    assert view.list.answered.isVisible()
    assert view.list.answered.hasFocus()
    (own,) = await world.check_ins.mine(LEA)
    assert [reply.words for reply in own.replies] == ["Je passe te voir"]


async def test_an_answer_under_way_is_kept_for_its_own_check_in(world, viewmodel):
    first, second = await world.give(LEA), await world.give(NOE)
    viewmodel.load()
    viewmodel.open(first.id)
    await settled()
    viewmodel.write("Pour Léa")
    viewmodel.open(second.id)
    await settled()
    assert viewmodel.state.draft == ""
    viewmodel.open(first.id)
    await settled()
    assert viewmodel.state.draft == "Pour Léa"


async def test_what_was_withdrawn_goes_and_the_words_stay(world, view, viewmodel):
    one = await world.give(LEA)
    await settled()
    view.take_focus()
    await press(K.Key_Return, "Je passe")
    await world.check_ins.withdraw(LEA, one.id)
    await settled()
    assert viewmodel.state.gone
    assert viewmodel.state.opened is None
    assert view.gone.isVisible()
    assert view.gone.draft.text() == "Je passe"
    viewmodel.send()
    await settled()
    (own,) = await world.check_ins.mine(LEA)
    assert own.replies == ()


async def test_a_withdrawal_between_list_and_opening_shows_nothing(world, viewmodel):
    one = await world.give(LEA)
    viewmodel.load()
    await settled()
    await world.check_ins.share(LEA, one.id, Audience.TEAM_TOTAL, None)
    viewmodel.open(one.id)
    await settled()
    assert viewmodel.state.gone
    assert viewmodel.state.opened is None
    assert await readings(world) == []


async def test_one_pane_at_a_time_on_a_narrow_page(world, window, viewmodel):
    await world.give(LEA)
    window.resize(944, 640)
    view = SharedCheckInsView(viewmodel)
    await show(window, view)
    assert view.list.isVisible()
    assert view.list.width() == view.panes.width()
    assert not view.detail.isVisible()
    view.take_focus()
    await press(K.Key_Return)
    assert view.detail.isVisible()
    assert not view.list.isVisible()
    await press(K.Key_Escape)
    assert view.list.isVisible()
    assert view.list.waiting.hasFocus()


async def test_two_panes_on_a_wide_page(world, view):
    await world.give(LEA)
    await settled()
    view.take_focus()
    await press(K.Key_Return)
    assert view.list.isVisible()
    assert view.detail.isVisible()


async def test_lines_say_who_and_when_but_never_what(world, view):
    await world.give(LEA, words="Secret")
    await settled()
    model = view.list.waiting.model()
    aloud = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("Léa Bernard, aujourd’hui 11:00")
    assert "Secret" not in aloud


async def test_an_answer_that_comes_too_late_says_so_only_where_it_was_written(world, viewmodel):
    first, second = await world.give(LEA), await world.give(NOE)
    viewmodel.load()
    viewmodel.open(first.id)
    await settled()
    viewmodel.write("Je passe")
    await world.check_ins.withdraw(LEA, first.id)
    viewmodel.state = replace(viewmodel.state, opened=viewmodel.state.opened, gone=False)
    viewmodel.send()
    viewmodel.open(second.id)
    await settled()
    assert viewmodel.state.open_id == second.id
    assert viewmodel.state.opened is not None
    assert not viewmodel.state.gone


async def test_undo_brings_no_words_meant_for_somebody_else(world, view, viewmodel):
    await world.give(LEA)
    second = await world.give(NOE)
    await settled()
    view.take_focus()
    await press(K.Key_Return, "Léa", K.Key_Backspace, K.Key_Backspace, K.Key_Backspace)
    assert view.detail.reply.document().isUndoAvailable()
    viewmodel.open(second.id)
    await settled()
    view.detail.reply.undo()
    assert view.detail.reply.text() == ""
