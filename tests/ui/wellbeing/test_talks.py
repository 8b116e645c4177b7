"""The talk after a check-in: a day and Enter, one button, undo; the note goes with its check-in."""

import asyncio
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.ids import CheckInId
from desktop.domain.talks import TalkState
from desktop.services.talks import Talks
from desktop.ui.wellbeing.mine_view import MyCheckInsView
from desktop.ui.wellbeing.mine_viewmodel import MyCheckInsViewModel
from desktop.ui.wellbeing.own_talks_viewmodel import OwnTalksViewModel
from desktop.ui.wellbeing.shared_view import SharedCheckInsView
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel
from desktop.ui.wellbeing.talk_viewmodel import KEPT_AFTER_MS, TalkViewModel
from tests.ui.wellbeing.conftest import CAMILLE, LEA, NOE, press, settled, show

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
async def talk(world):
    made = TalkViewModel(Talks(world.store, world.clock, world.changes), world.changes, CAMILLE)
    made.heard = []
    made.said.connect(made.heard.append)
    yield made
    await made.flush()
    await settled()


@pytest.fixture
async def view(world, talk):
    return SharedCheckInsView(SharedViewModel(world.check_ins, world.changes, CAMILLE), talk=talk)


async def _opened(world, view, window):
    await world.give()
    await show(window, view)
    view.take_focus()
    await press(Qt.Key.Key_Return)
    return view.detail.talk


async def test_a_day_and_enter_plan_and_the_author_sees_when_and_with_whom(
    world, view, talk, window
):
    panel = await _opened(world, view, window)
    panel.day.setFocus()
    await press("demain", Qt.Key.Key_Return)
    assert [one.state for one in talk.heard] == [TalkState.PLANNED]
    assert panel.drop.isVisible()
    mine = MyCheckInsViewModel(world.check_ins, world.changes, LEA, CAMILLE, talk._talks)
    page = MyCheckInsView(mine)
    await show(window, page)
    assert "prévu demain avec Camille Durand" in page.detail._talk.text()


async def test_a_page_that_is_built_later_tells_of_the_talks_at_once(world, view, talk, window):
    panel = await _opened(world, view, window)
    panel.held.click()
    await settled()
    view._viewmodel.close()
    await settled()
    later = SharedCheckInsView(SharedViewModel(world.check_ins, world.changes, CAMILLE), talk=talk)
    await show(window, later)
    model = later.list.waiting.model()
    told = [model.index(row, 0).data(ACCESSIBLE) for row in range(model.rowCount())]
    assert any("échange tenu" in words for words in told)


async def test_held_and_taken_back(world, view, talk, window):
    panel = await _opened(world, view, window)
    panel.held.click()
    await settled()
    assert talk.state.talk is not None
    assert not panel.held.isVisible()
    talk.take_back(talk.heard[0])
    await settled()
    assert talk.state.talk is None
    assert panel.held.isVisible()


@pytest.mark.parametrize("words", ["", "un de ces jours", "25/11/2020"])
async def test_a_day_is_asked_for(world, view, talk, window, words):
    panel = await _opened(world, view, window)
    talk.set_day(words)
    panel.plan.click()
    await settled()
    assert talk.heard == []
    assert panel.day.hasFocus()


async def test_the_note_goes_with_its_check_in_and_is_recorded_when_left(world, view, talk, window):
    await world.give(NOE)
    panel = await _opened(world, view, window)
    first = talk.state.check_in_id
    panel.note.setFocus()
    await press("Fatigue du soir")
    shared = view._viewmodel
    other = next(one.id for one in shared.state.waiting if one.id != first)
    shared.open(other)
    await settled()
    assert panel.note.text() == ""
    shared.open(first)
    await settled()
    assert panel.note.text() == "Fatigue du soir"
    assert await talk._talks.note(CAMILLE, first) == "Fatigue du soir"


async def test_typing_on_does_not_put_the_notes_writing_off(world, view, talk, window):
    await _opened(world, view, window)
    assert talk._pause.interval() == KEPT_AFTER_MS
    talk._pause.setTimerType(Qt.TimerType.PreciseTimer)
    talk._pause.setInterval(60_000)  # it does not run out meanwhile, however busy the machine is
    talk.write("F")
    await asyncio.sleep(0.1)
    talk.write("Fa")
    left = talk._pause.remainingTime()
    await talk.flush()
    assert 0 <= left <= 60_000 - 40


async def test_the_authors_page_never_has_the_note(world, view, talk, window):
    """By attack: every word and name of the author's page is read."""
    await _opened(world, view, window)
    talk.write("Note confidentielle")
    await talk.flush()
    talk.hold()
    await settled()
    mine = MyCheckInsViewModel(world.check_ins, world.changes, LEA, CAMILLE, talk._talks)
    page = MyCheckInsView(mine)
    await show(window, page)
    assert "confidentielle" not in repr(mine.state)
    said = [
        getattr(one, read)()
        for one in page.findChildren(type(page.detail._talk).__mro__[1])
        for read in ("accessibleName", "accessibleDescription", "toolTip")
    ]
    assert not any("confidentielle" in words for words in said)


class FakeSlowTalks(Talks):
    """Answers where talks stand only while `answers` is set."""

    def __init__(self, *world) -> None:
        super().__init__(*world)
        self.answers = asyncio.Event()
        self.answers.set()

    async def of_lead(self, lead):
        await self.answers.wait()
        return await super().of_lead(lead)


async def test_what_is_typed_while_talks_are_read_stays(world):
    talks = FakeSlowTalks(world.store, world.clock, world.changes)
    talk = TalkViewModel(talks, world.changes, CAMILLE)
    talk.look(CheckInId("a"))
    await settled()
    talks.answers.clear()
    talk.load()
    await asyncio.sleep(0.1)
    talk.write("Fatigue du soir")
    talks.answers.set()
    await settled()
    assert talk.state.note == "Fatigue du soir"
    await talk.flush()


async def test_its_author_is_told_once_of_each_word_and_of_none_that_was_there(world):
    talks = Talks(world.store, world.clock, world.changes)
    memory: list[list[str] | None] = [None]
    told = []

    async def keep(ids):
        memory[0] = [*ids]

    async def arrive(person):
        made = OwnTalksViewModel(talks, world.changes, person, keep)
        made.arrived.connect(lambda name: told.append((person.id, name)))
        made.begin(memory[0])
        await settled()
        return made

    async def say(check_in, state, day=None):
        world.clock.advance(minutes=1)
        await talks.say(CAMILLE, check_in.id, state, day)
        await settled()

    first, second = await world.give(), await world.give()
    await say(first, TalkState.HELD)
    here = await arrive(LEA)
    assert told == [], "a machine that is new to her says nothing of what is past"
    tomorrow = world.clock.now().date() + timedelta(days=1)
    await say(second, TalkState.PLANNED, tomorrow)
    await say(second, TalkState.DROPPED)
    assert told == [(LEA.id, CAMILLE.name)]
    here.deleteLater()
    QApplication.sendPostedEvents(here, QEvent.Type.DeferredDelete)
    # While she was away.
    await say(second, TalkState.HELD)
    await arrive(LEA)
    assert told == [(LEA.id, CAMILLE.name)] * 2
    memory[0] = []
    await arrive(NOE)
    await arrive(CAMILLE)
    assert told == [(LEA.id, CAMILLE.name)] * 2
