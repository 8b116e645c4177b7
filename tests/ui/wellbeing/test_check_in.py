"""The check-in by keyboard: five keys, no preset the first time, nothing lost by Escape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Person
from desktop.domain.wellbeing import Audience, Moment
from desktop.ui.kit.choices import ChoiceButton
from desktop.ui.wellbeing.check_in_overlay import CheckInOverlay
from desktop.ui.wellbeing.mini_card import MiniCard
from desktop.ui.wellbeing.viewmodel import CheckInViewModel
from tests.ui.wellbeing.conftest import CAMILLE, LEA, press, settled, show

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def a_viewmodel(world, lead: Person | None = CAMILLE) -> CheckInViewModel:
    return CheckInViewModel(world.check_ins, world.changes, LEA, lead)


@pytest.fixture
async def viewmodel(qapp, world):
    made = a_viewmodel(world)
    yield made
    await settled()


@pytest.fixture
async def overlay(window, viewmodel):
    await show(window)
    made = CheckInOverlay(window, viewmodel)
    made.propose()
    await settled()
    return made


async def given(world):
    return [own.check_in for own in await world.check_ins.mine(LEA)]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


async def test_four_digits_and_enter(world, overlay):
    await press(K.Key_2, K.Key_3, K.Key_4, K.Key_1, K.Key_Return)
    (one,) = await given(world)
    assert (one.mood, one.energy, one.load) == (2, 3, 4)
    assert (one.audience, one.addressed_to, one.moment) == (Audience.LEAD, "camille", Moment.START)
    assert not overlay.isVisible()


async def azerty(*signs):
    """The digits' row of a French keyboard, without Shift."""
    keys = {
        "&": K.Key_Ampersand,
        "é": K.Key_Eacute,
        '"': K.Key_QuoteDbl,
        "'": K.Key_Apostrophe,
    }
    for sign in signs:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, keys[sign], Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(focused(), event)
        await settled()


async def test_the_digits_row_of_azerty_needs_no_shift(world, overlay):
    await azerty("'", '"', "&", "é")
    await press(K.Key_Enter)
    (one,) = await given(world)
    assert (one.mood, one.energy, one.load) == (4, 3, 1)
    assert one.audience is Audience.TEAM_TOTAL
    assert one.addressed_to is None


async def test_keypad_digits_do_too(world, overlay):
    await press(K.Key_5, K.Key_5, K.Key_1, K.Key_3, modifier=Qt.KeyboardModifier.KeypadModifier)
    await press(K.Key_Return)
    assert (await given(world))[0].audience is Audience.NOBODY


async def test_nobody_decides_the_audience_the_first_time(world, overlay, viewmodel):
    assert viewmodel.state.audience is None
    await press(K.Key_2, K.Key_Return)
    assert await given(world) == []
    assert overlay.isVisible()
    assert overlay.view.hint.isVisible()
    assert overlay.view.audience.isAncestorOf(focused())
    await press(K.Key_3, K.Key_Return)
    (one,) = await given(world)
    assert (one.mood, one.energy, one.audience) == (2, None, Audience.NOBODY)


async def test_the_last_choice_is_offered_afterwards(world, window, viewmodel):
    await world.give(audience=Audience.TEAM_TOTAL)
    await show(window)
    overlay = CheckInOverlay(window, viewmodel)
    overlay.propose()
    await settled()
    assert viewmodel.state.audience is Audience.TEAM_TOTAL
    assert viewmodel.state.moment is Moment.ANY
    await press(K.Key_4, K.Key_Return)
    assert (await given(world))[0].audience is Audience.TEAM_TOTAL


async def test_saying_nothing_saves_nothing_and_asks_gently(world, overlay):
    await press(K.Key_Return)
    assert await given(world) == []
    assert overlay.view.hint.isVisible()
    assert "Plus tard" in overlay.view.hint.text()
    await press(K.Key_1)
    assert not overlay.view.hint.isVisible()


async def test_escape_loses_no_word(world, overlay, viewmodel):
    await press(K.Key_3)
    overlay.view.feelings.words.setFocus()
    await press("Trop d'appels", K.Key_Escape)
    assert not overlay.isVisible()
    assert await given(world) == []
    overlay.propose()
    await settled()
    assert overlay.view.feelings.words.text() == "Trop d'appels"
    assert viewmodel.state.mood == 3


async def test_arrows_choose_without_moving_on_and_backspace_takes_back(overlay, viewmodel):
    await press(K.Key_2)
    await press(K.Key_Right, K.Key_Right)
    assert overlay.view.feelings.energy.isAncestorOf(focused())
    assert viewmodel.state.energy == 2
    await press(K.Key_Backspace)
    assert viewmodel.state.energy is None


async def test_ctrl_enter_saves_from_the_words_and_closes_no_contact(world, window, overlay):
    closed: list[bool] = []
    shortcut = QShortcut(Qt.Modifier.CTRL | K.Key_Return, window)
    shortcut.activated.connect(lambda: closed.append(True))
    await press(K.Key_2, K.Key_3, K.Key_4, K.Key_3)
    overlay.view.feelings.words.setFocus()
    await press("Une journée ordinaire")
    await press(K.Key_Return, modifier=CONTROL)
    (one,) = await given(world)
    assert one.words == "Une journée ordinaire"
    assert closed == []


async def test_enter_on_later_postpones(world, overlay):
    await press(K.Key_2, K.Key_3, K.Key_4, K.Key_1)
    overlay.view.postpone.setFocus()
    await press(K.Key_Return)
    assert await given(world) == []
    assert not overlay.isVisible()


async def test_put_off_it_does_not_ask_again_by_itself(world, overlay, window, viewmodel):
    """Whatever happens afterwards, only the person opens the form again that day."""
    card = MiniCard(viewmodel)
    asked = []
    card.asked.connect(lambda: asked.append(True))
    await show(window, card)
    viewmodel.later()
    await settled()
    assert not overlay.isVisible()
    assert await world.check_ins.wanted_today(LEA)
    for kind in Kind:
        world.changes.tell(Changed(kind=kind))
    viewmodel.load()
    world.clock.advance(hours=3)
    card.hide()
    card.show()
    await settled()
    assert not overlay.isVisible()
    assert asked == []
    overlay.propose()
    await settled()
    assert overlay.isVisible()


async def test_without_a_lead_nobody_is_named(world, window):
    viewmodel = a_viewmodel(world, lead=None)
    await show(window)
    overlay = CheckInOverlay(window, viewmodel)
    overlay.propose()
    await settled()
    titles = [row.text() for row in overlay.view.audience.findChildren(ChoiceButton)]
    assert len(titles) == 2
    await press(K.Key_2, K.Key_2, K.Key_2, K.Key_1, K.Key_Return)
    assert (await given(world))[0].audience is Audience.TEAM_TOTAL


async def test_the_moment_can_be_said(world, overlay, viewmodel):
    await press(K.Key_2)
    overlay.view.moment.setFocus()
    await press(K.Key_2)
    assert viewmodel.state.moment is Moment.END
    viewmodel.set_audience(Audience.NOBODY)
    viewmodel.save()
    await settled()
    assert (await given(world))[0].moment is Moment.END


async def test_the_focus_goes_back_where_it_was(window, viewmodel):
    line = QLineEdit()
    line.setAccessibleName("Note")
    await show(window, line)
    line.setFocus()
    overlay = CheckInOverlay(window, viewmodel)
    overlay.propose()
    await press(K.Key_Escape)
    assert focused() is line


async def test_the_form_fits_the_smallest_window(window, viewmodel):
    window.resize(1024, 680)
    await show(window)
    overlay = CheckInOverlay(window, viewmodel)
    overlay.propose()
    await settled()
    viewmodel.save()
    await settled()
    keep = overlay.view.keep
    assert overlay.view.hint.isVisible()
    assert keep.mapTo(window, keep.rect().bottomRight()).y() < window.height()
    assert overlay.panel.height() <= window.height() - 16


async def test_the_mini_card_shows_todays_and_asks(world, window, viewmodel):
    card = MiniCard(viewmodel)
    asked: list[bool] = []
    card.asked.connect(lambda: asked.append(True))
    await show(window, card)
    assert card._none.isVisible()
    await world.give(mood=5)
    await settled()
    assert card._readout.isVisible()
    assert "Très bien" in card._readout.accessibleName()
    card.button.setFocus()
    await press(K.Key_Space)
    assert asked == [True]
    world.clock.advance(days=1)
    viewmodel.load()
    await settled()
    assert card._none.isVisible()


async def test_a_failing_store_keeps_the_form(world, viewmodel, monkeypatch):
    failures: list[BaseException] = []

    async def fail(*_args, **_values):
        raise OSError("no disk")

    from desktop.ui.kit import tasks

    tasks.on_error(failures.append)
    monkeypatch.setattr(world.check_ins, "check_in", fail)
    viewmodel.set_mood(2)
    viewmodel.set_words("À garder")
    viewmodel.save()
    await settled()
    tasks.on_error(None)
    assert [str(error) for error in failures] == ["no disk"]
    assert (viewmodel.state.saving, viewmodel.state.words) == (False, "À garder")
