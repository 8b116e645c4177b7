"""« À voir »: every line is dealt with from the keyboard, and nothing is given up uncopied."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import Gone, StoreUnavailable, Trouble
from desktop.ui.kit import tasks
from desktop.ui.sync.reasons import sentence
from desktop.ui.sync.review_view import ReviewView
from desktop.ui.sync.review_viewmodel import ReviewViewModel
from desktop.ui.sync.status_viewmodel import SyncViewModel
from tests.ui.kit.test_accessibility import nameless
from tests.ui.sync.fakes import CONFLICT, HELD, LEA, NOW, REJECTED, FakeEngine, FakeReview


async def nothing():
    return {}


async def settled():
    while tasks.running():
        await asyncio.wait(tasks.running())
    QApplication.processEvents()


class Page:
    """The page over these lines, with all that can be looked at."""

    def __init__(self, window, *lines):
        self.engine = FakeEngine()
        self.review = FakeReview(*lines)
        sync = SyncViewModel(self.engine, nothing, lambda: NOW, window)
        self.model = ReviewViewModel(self.review, LEA, sync, window)
        self.counts = []
        self.model.counted.connect(self.counts.append)
        self.view = ReviewView(self.model)
        window.add_page("review", self.view)

    @property
    def detail(self):
        return self.view.detail


@pytest.fixture
def page(window):
    async def make(*lines):
        made = Page(window, *lines)
        await settled()
        made.view.take_focus()
        return made

    return make


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


async def test_a_conflict_is_picked_by_its_digit_and_enter(page):
    shown = await page(CONFLICT, REJECTED)
    press(Qt.Key.Key_2)
    assert shown.detail.conflict.values.value is False
    assert shown.review.asked == []
    press(Qt.Key.Key_Return)
    await settled()
    assert shown.review.asked == [("theirs", "lea", "c")]
    assert shown.model.state.front == "r"


async def test_one_may_change_ones_mind_before_enter(page):
    shown = await page(CONFLICT)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    await settled()
    assert shown.review.asked == [("mine", "lea", "c")]
    assert shown.model.state.lines == ()
    assert shown.counts[-1] == 0


async def test_enter_without_a_choice_picks_nothing(page):
    shown = await page(CONFLICT)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    await settled()
    assert shown.review.asked == []
    assert not shown.detail.conflict.take.isEnabled()


async def test_a_refused_fact_is_corrected_and_sent_again(page):
    shown = await page(REJECTED)
    press(Qt.Key.Key_Return)
    assert shown.detail.rejected.words.hasFocus()
    assert not shown.detail.rejected.correct.isEnabled()
    shown.detail.rejected.words.selectAll()
    QTest.keyClicks(shown.detail.rejected.words, "Rappel court")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await settled()
    assert shown.review.asked == [("correct", "Rappel court", "r")]


async def test_words_under_way_stay_while_the_list_is_read_again(page):
    shown = await page(REJECTED, CONFLICT)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(shown.detail.rejected.words, "!")
    shown.engine.tell(rejected=1, conflicts=1)
    await settled()
    assert shown.detail.rejected.words.hasFocus()
    assert shown.model.state.draft == shown.detail.rejected.words.text() != REJECTED.words


async def test_a_refused_fact_is_retried_as_it_is(page):
    shown = await page(REJECTED)
    shown.detail.rejected.retry.click()
    await settled()
    assert shown.review.asked == [("retry", "r")]


async def test_nothing_is_given_up_before_it_was_exported(page, tmp_path):
    shown = await page(REJECTED)
    assert not shown.detail.rejected.give_up.isEnabled()
    shown.model.give_up()
    await settled()
    assert shown.review.asked == []
    shown.model.export(tmp_path / "out.json")
    await settled()
    assert shown.detail.rejected.give_up.isEnabled()
    shown.detail.rejected.give_up.click()
    await settled()
    assert shown.review.asked == [("give_up", "r")]


@pytest.mark.parametrize(
    "error", [OSError("full"), StoreUnavailable(Trouble.DISK_FULL, "store")], ids=["file", "store"]
)
async def test_what_fails_leaves_all_as_it_was_and_says_so(page, tmp_path, error):
    shown = await page(REJECTED)
    shown.review.failing = error
    shown.model.export(tmp_path / "out.json")
    await settled()
    assert shown.detail.problem.isVisible()
    assert shown.model.state.lines == (REJECTED,)
    shown.review.failing = None
    shown.model.retry()
    await settled()
    assert shown.model.state.lines == ()


async def test_what_was_decided_meanwhile_goes_without_a_word(page):
    shown = await page(REJECTED, CONFLICT)
    shown.review.lines = [CONFLICT]
    shown.review.failing = Gone()
    shown.model.retry()
    await settled()
    assert shown.model.state.lines == (CONFLICT,)
    assert not shown.model.state.failed


async def test_what_the_server_does_not_know_yet_asks_nobody(page):
    shown = await page(HELD)
    assert shown.counts == [0]
    assert shown.detail.rejected.isVisible()
    assert not shown.detail.rejected.give_up.isEnabled()
    assert shown.detail.rejected.correct.isHidden()


def test_every_refusal_has_its_reason_in_words():
    codes = ("not_author", "op_id_taken", "bad_body", "too_large", "22001", "23503", "42501", "")
    said = {sentence(replace(REJECTED, why=code)) for code in codes}
    assert len(said) == len(codes)


async def test_nothing_to_see_says_so(page):
    shown = await page()
    assert shown.view._stack.currentIndex() == 1


@pytest.mark.parametrize("line", [CONFLICT, REJECTED, HELD], ids=["conflict", "rejected", "held"])
async def test_every_state_is_named(page, window, line):
    shown = await page(line)
    press(Qt.Key.Key_Return)
    assert list(nameless(QAccessible.queryAccessibleInterface(window))) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    assert shown.detail.isAncestorOf(focus)
    if line is not CONFLICT:
        assert shown.detail.rejected.export.isVisible()
