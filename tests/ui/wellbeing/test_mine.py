"""One's own check-ins: change who sees them, know who read them, read what was answered."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.wellbeing import Audience
from desktop.services.store import wellbeing as kept
from desktop.ui.wellbeing.mine_view import MyCheckInsView
from desktop.ui.wellbeing.mine_viewmodel import MyCheckInsViewModel
from tests.ui.wellbeing.conftest import CAMILLE, LEA, press, settled, show

K = Qt.Key


@pytest.fixture
async def viewmodel(qapp, world):
    made = MyCheckInsViewModel(world.check_ins, world.changes, LEA, CAMILLE)
    yield made
    await settled()


@pytest.fixture
async def view(window, viewmodel):
    return MyCheckInsView(viewmodel)


async def test_an_empty_history_says_so(window, view):
    await show(window, view)
    assert view._stack.currentIndex() == 1
    view.take_focus()
    asked: list[bool] = []
    view.asked.connect(lambda: asked.append(True))
    await press(K.Key_Space)
    assert asked == [True]


async def test_the_audience_changes_by_one_digit(world, window, view, viewmodel):
    one = await world.give(audience=Audience.LEAD)
    await show(window, view)
    view.detail.audience.setFocus()
    await press(K.Key_3)
    assert await world.check_ins.shared_with(CAMILLE) == ()
    assert viewmodel.state.items[0].check_in.audience is Audience.NOBODY
    await press(K.Key_1)
    assert [line.id for line in await world.check_ins.shared_with(CAMILLE)] == [one.id]


async def test_backspace_does_not_leave_a_check_in_without_audience(world, window, view):
    await world.give(audience=Audience.NOBODY)
    await show(window, view)
    view.detail.audience.setFocus()
    await press(K.Key_Backspace)
    assert view.detail.audience.value is Audience.NOBODY


async def test_arrows_look_at_another(world, window, view, viewmodel):
    older = await world.give(words="Avant")
    newer = await world.give(words="Après")
    await show(window, view)
    assert viewmodel.state.chosen == newer.id
    view.take_focus()
    await press(K.Key_Down)
    assert viewmodel.state.chosen == older.id
    assert view.detail._words.text() == "Avant"


async def test_who_read_and_what_was_answered(world, window, view):
    one = await world.give()
    await world.check_ins.reply(CAMILLE, one.id, "On en parle ?")
    await show(window, view)
    words = [label.text() for label in view.detail._replies.findChildren(type(view.detail._none))]
    assert "On en parle ?" in words
    assert not view.detail._none.isVisible()


async def test_visiting_counts_replies_as_read(world, window, view):
    one = await world.give()
    await world.check_ins.reply(CAMILLE, one.id, "On en parle ?")
    assert len(await world.store.read(kept.unread_replies, LEA.id)) == 1
    await show(window, view)
    assert await world.store.read(kept.unread_replies, LEA.id) == ()


async def test_older_ones_come_on_demand_and_stay(world, viewmodel):
    for _ in range(70):
        await world.give(audience=Audience.NOBODY)
    viewmodel.visit()
    await settled()
    assert (len(viewmodel.state.items), viewmodel.state.more) == (60, True)
    viewmodel.more()
    await settled()
    assert (len(viewmodel.state.items), viewmodel.state.more) == (70, False)
    await world.give(audience=Audience.NOBODY)
    await settled()
    assert len(viewmodel.state.items) == 71
