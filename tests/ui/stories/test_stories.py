"""A merci by one key, a story with its warnings and consent, and a lead's tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.loop import Loop
from desktop.domain.stories import StoryState
from desktop.services.changes import Changes
from desktop.services.stories import PAGE, Stories, Thankings
from desktop.ui.kit import theme
from desktop.ui.kit.focus import give
from desktop.ui.stories.day_card import OwnRow, StoriesCard
from desktop.ui.stories.merci_overlay import MerciOverlay
from desktop.ui.stories.merci_viewmodel import MerciViewModel
from desktop.ui.stories.state import Told
from desktop.ui.stories.story_overlay import StoryOverlay
from desktop.ui.stories.team_view import TeamStoriesView
from desktop.ui.stories.team_viewmodel import TeamStoriesViewModel
from desktop.ui.stories.viewmodel import StoriesViewModel
from tests.services.latitude.people import CAMILLE, LEA, draft, settle_in
from tests.ui.contacts.conftest import dispose, nameless, settled, write

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MERCI = Told(thanks_id="m1", words="« Merci ! »", customer_name="Claire Moreau")


def pytest_asyncio_loop_factories(config, item):
    """Timers of Qt and coroutines on one loop, as in the application."""
    application = QApplication.instance() or QApplication([])
    return {"qt": lambda: Loop(application)}


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
async def window(qapp):
    made = QWidget()
    made.resize(1100, 800)
    made.show()
    made.activateWindow()
    yield made
    await settled()
    dispose(made)


@pytest.fixture
async def stories(store, clock):
    await settle_in(store)
    return Stories(store, clock, Changes())


@pytest.fixture
async def model(window, stories):
    made = StoriesViewModel(stories, LEA)
    made.setParent(window)
    made.load()
    await settled()
    return made


@pytest.fixture
async def merci(window, stories, store, clock):
    made = MerciViewModel(Thankings(store, clock, stories.changes), lambda: draft(LEA, clock.at))
    made.setParent(window)
    return made


async def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    await settled()


async def test_a_merci_is_kept_before_a_word_is_typed(window, merci):
    overlay = MerciOverlay(window, merci)
    kept, told, left = [], [], []
    merci.kept.connect(kept.append)
    merci.kept.connect(overlay.show_kept)
    merci.told.connect(told.append)
    overlay.left.connect(left.append)
    merci.keep()
    await settled()
    assert len(kept) == 1
    assert overlay.words.hasFocus()
    write(overlay.words, "Vous m’avez aidée")
    await press(K.Key_Return)
    assert not overlay.isVisible()
    assert [one.words for one in told] == ["Vous m’avez aidée"]
    merci.keep()
    await settled()
    await press(K.Key_Escape)
    assert [one.words for one in left] == [""]


async def test_escape_keeps_the_words_and_the_button_takes_all_back(window, merci):
    overlay = MerciOverlay(window, merci)
    told, undone = [], []
    merci.kept.connect(overlay.show_kept)
    merci.told.connect(told.append)
    merci.undone.connect(undone.append)
    merci.keep()
    await settled()
    write(overlay.words, "Merci")
    await press(K.Key_Escape)
    assert [one.words for one in told] == ["Merci"]
    merci.keep()
    await settled()
    write(overlay.words, "Par erreur")
    overlay.undo.click()
    await settled()
    assert len(undone) == 1
    assert len(told) == 1


async def test_a_story_warns_and_does_not_block(window, model):
    overlay = StoryOverlay(window, model)
    overlay.tell(MERCI)
    assert overlay.area.hasFocus()
    assert overlay.quote.isVisible()
    write(overlay.area, "Madame Moreau a ri, au 06 39 98 12 34.")
    assert [one.words for one in overlay.warnings()] == ["Moreau", "06 39 98 12 34"]
    assert overlay.warning.isVisible()
    await press(K.Key_Return, CTRL)
    assert overlay.isVisible(), "signed or not is for its author to say"
    assert overlay.signed.holds_focus()
    await press(K.Key_2)
    assert "sans votre nom" in overlay.consent.text()
    await press(K.Key_Return, CTRL)
    assert not overlay.isVisible()
    (own,) = model.state.own
    assert (own.story.signed, own.story.thanks_id, own.state) == (False, "m1", None)


async def test_what_was_begun_for_a_merci_is_still_there(window, model):
    overlay = StoryOverlay(window, model)
    overlay.tell(MERCI)
    write(overlay.area, "Elle a ri")
    await press(K.Key_Escape)
    overlay.tell(Told())
    assert overlay.area.text() == ""
    assert not overlay.quote.isVisible()
    await press(K.Key_Escape)
    overlay.tell(MERCI)
    assert overlay.area.text() == "Elle a ri"
    assert overlay.warnings() == ()


async def test_the_lead_publishes_and_the_author_withdraws(window, model, stories):
    team = TeamStoriesViewModel(stories, CAMILLE)
    team.setParent(window)
    view, card = TeamStoriesView(team), StoriesCard(model)
    for widget in (view, card):
        widget.setParent(window)
        widget.show()
    model.propose(Told(), "Elle a ri.", signed=True)
    await settled()
    (waiting,) = view.cards()
    assert not waiting.publish.isHidden()
    assert not waiting.decline.isHidden()
    waiting.publish.click()
    await settled()
    assert [one.author for one in model.state.published] == ["Léa Bertin"]
    assert view.cards()[0].publish.isHidden()
    row = card.findChildren(OwnRow)[-1]
    for root in (view, card):
        assert nameless(QAccessible.queryAccessibleInterface(root)) == []
    row.withdraw.click()
    await settled()
    assert model.state.published == ()
    assert [one.state for one in model.state.own] == [StoryState.WITHDRAWN]
    assert view.cards() == ()


async def test_a_story_withdrawn_meanwhile_is_not_published(window, model, stories):
    team = TeamStoriesViewModel(stories, CAMILLE)
    team.setParent(window)
    gone = []
    team.gone.connect(lambda: gone.append(True))
    model.propose(Told(), "Elle a ri.", signed=True)
    await settled()
    model.withdraw(model.state.own[0].story.id)
    await settled()
    team.decide(model.state.own[0].story.id, published=True)
    await settled()
    assert gone == [True]
    assert await stories.published() == ()


async def test_the_lead_reads_on_by_the_keyboard(window, model, stories, clock):
    for n in range(PAGE + 2):
        clock.advance(minutes=1)
        told = await stories.propose(LEA, f"Histoire {n}", signed=True)
        await stories.decide(CAMILLE, told.id, published=n % 2 == 0)
    team = TeamStoriesViewModel(stories, CAMILLE)
    team.setParent(window)
    view = TeamStoriesView(team)
    view.setParent(window)
    view.resize(window.size())
    view.show()
    await settled()
    assert len(view.cards()) == PAGE
    give(view.more)
    await press(K.Key_Space)
    assert len(view.cards()) == PAGE + 2
    assert view.more.isHidden()
    assert QApplication.focusWidget() is view.cards()[PAGE].harmless
    team.load()
    await settled()
    assert len(view.cards()) == PAGE + 2


async def test_each_of_ones_own_stories_can_be_taken_back(window, model, stories, clock):
    card = StoriesCard(model)
    card.setParent(window)
    card.show()
    for n in range(5):
        clock.advance(minutes=1)
        await stories.propose(LEA, f"Histoire {n}", signed=True)
    model.load()
    await settled()
    assert not card.all.isHidden()
    card.all.click()
    await settled()
    assert "Histoire 0" in [
        one.withdraw.accessibleDescription() for one in card.findChildren(OwnRow)
    ]
    assert card.all.isHidden()
