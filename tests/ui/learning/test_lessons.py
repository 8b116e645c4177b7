"""« Ce que disent les écarts », by keys: read, put together, take back, make a suggestion."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.services.changes import Changes
from desktop.services.learning import Learning
from desktop.services.store import learning as kept
from desktop.ui.kit import theme
from desktop.ui.kit.overlay import Overlay
from desktop.ui.learning.state import WHOLE
from desktop.ui.learning.view import LessonView
from desktop.ui.learning.viewmodel import LessonViewModel
from tests.ui.learning.stage import CAMILLE, LEA, SONIA, fill, scripts
from tests.ui.scripts.stage import settled

Key = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp, store, clock):
    await fill(store)
    changes = Changes()
    learning = Learning(store, clock, changes)
    model = LessonViewModel(learning, scripts(store, clock), changes, CAMILLE)
    suggested, merged = [], []
    model.suggested.connect(suggested.append)
    model.merged.connect(merged.append)
    window = QWidget()
    window.resize(1300, 900)
    view = LessonView(model)
    QVBoxLayout(window).addWidget(view)
    window.show()
    window.activateWindow()
    model.show("bill-higher")
    await settled()
    yield SimpleNamespace(
        model=model, view=view, window=window, suggested=suggested, merged=merged, clock=clock
    )
    await settled()
    for overlay in window.findChildren(Overlay):
        overlay.dismiss()
    window.close()
    window.deleteLater()
    model.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    QApplication.sendPostedEvents(model, QEvent.Type.DeferredDelete)


async def test_what_is_left_out_of_a_guide_that_is_too_large_is_said(stage, monkeypatch):
    said = stage.view.steps.limit
    assert not said.isVisible()
    monkeypatch.setattr(kept, "RECENT", 10)
    stage.model.retry()
    await settled()
    assert said.isVisible()
    assert said.text() == (
        "Compté depuis le lundi 23 novembre 2026 seulement\u00a0: ce guide a trop de contacts ou "
        "d’écarts pour les lire tous."
    )


def press(widget: QWidget, key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, held)


def titles(stage) -> list[str]:
    return [line.chain.words if line.chain else WHOLE for line in stage.view.chains._rows.rows()]


async def test_the_steps_and_the_ways_off_the_first_are_there(stage):
    assert stage.model.state.step_id == "welcome"
    assert titles(stage) == [
        WHOLE,
        "Proposer un autre moment",  # 5 of 6, 44 % at least
        "Rappeler au calme",  # 6 of 8, 41 % at least
        "Une seule fois",
        "",
    ]
    assert stage.model.state.outcome is None, "less its two chains it would tell of two contacts"
    figures = stage.view.card.figures
    stage.model.select("s9")
    assert "5 sur 6" in figures.chart.summary
    assert figures.table.rowCount() == 3
    assert "(" in figures.table.item(1, 3).text(), "the others stand beside"


async def test_arrows_lead_from_step_to_chain_and_the_figures_follow(stage):
    stage.view.take_focus()
    press(stage.view.steps.list, Key.Key_Return)
    assert stage.view.chains.list.hasFocus()
    press(stage.view.chains.list, Key.Key_Down)
    press(stage.view.chains.list, Key.Key_Down)
    assert stage.model.state.chain.words == "Rappeler au calme"
    assert "6 sur 8" in stage.view.card.figures.chart.summary
    press(stage.view.chains.list, Key.Key_Down)
    assert stage.model.state.chain.words == "Une seule fois"
    assert stage.model.state.outcome is None, "one contact tells nothing"
    assert stage.view.card.figures.chart.isHidden() or not stage.view.card.figures.chart.isVisible()


async def test_two_chains_become_one_after_a_question_in_words_and_ctrl_z_parts_them(stage):
    stage.model.select("s9")
    stage.view.card.merge.click()
    listed = stage.view.card.list_shown()
    assert listed.lines()[0] == "Rappeler au calme"
    listed.chosen.emit("s1")
    listed.close()
    question = stage.view.question()
    assert "Proposer un autre moment" in question.words()
    assert "Rappeler au calme" in question.words()
    question.button("join").click()
    await settled()
    assert titles(stage) == [WHOLE, "Rappeler au calme", "Une seule fois", ""]
    assert stage.model.state.chain.id == "s1", "one stands on what they have become"
    assert stage.model.state.outcome.contacts == 14
    (merge,) = stage.merged
    assert (merge.chain_id, merge.into_id) == ("s9", "s1")
    stage.clock.advance(minutes=1)
    press(stage.view.chains.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await settled()
    assert "Proposer un autre moment" in titles(stage)
    assert stage.model.state.undoable is None


async def test_a_merge_is_taken_back_also_once_another_guide_is_in_front(stage):
    stage.model.merge("s9", "s1")
    await settled()
    (merge,) = stage.merged
    stage.model.show("outage")
    await settled()
    stage.clock.advance(minutes=1)
    stage.model.undo_of(merge)
    await settled()
    stage.model.show("bill-higher")
    await settled()
    assert "Proposer un autre moment" in titles(stage)


async def test_nothing_happens_without_a_yes(stage):
    stage.model.select("s9")
    stage.view.card.merge_asked.emit("s1")
    stage.view.question().button("keep").click()
    await settled()
    assert stage.merged == []
    assert len(titles(stage)) == 5


async def test_a_part_can_count_apart_again_long_after(stage):
    stage.model.select("s9")
    stage.model.merge("s9", "s1")
    await settled()
    stage.clock.advance(days=3)
    stage.view.card.part_asked.emit("s9")
    await settled()
    assert "Proposer un autre moment" in titles(stage)


async def test_a_chain_is_offered_as_a_suggestion_of_its_step(stage):
    assert stage.view.card.suggest.isHidden() or not stage.view.card.suggest.isVisible()
    stage.model.select("s1")
    stage.view.card.suggest.click()
    (asked,) = stage.suggested
    assert (asked.script_id, asked.step_id, asked.chain_id, asked.words) == (
        "bill-higher",
        "welcome",
        "s1",
        "Rappeler au calme",
    )


async def test_no_name_is_anywhere_on_the_page(stage):
    stage.model.select("s1")
    told = []
    for widget in (stage.view, *stage.view.findChildren(QWidget)):
        told += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        told += [widget.text()] if hasattr(widget, "text") and callable(widget.text) else []
    told += [str(line) for line in stage.view.chains._rows.rows()]
    told.append(repr(stage.model.state))
    for person in (SONIA, LEA):
        assert not [one for one in told if person.name in one or f"'{person.id}'" in one]


async def test_another_guide_without_step_offs_says_so(stage):
    stage.model.show("move")
    await settled()
    assert titles(stage) == []
    assert stage.view.card.isHidden()


async def test_nothing_is_read_while_nobody_looks(stage):
    stage.window.hide()
    stage.model.show("outage")
    await settled()
    assert stage.model.state.lesson is None
    stage.window.show()
    await settled()
    assert stage.model.state.script.id == "outage"


@pytest.mark.parametrize("mode", ["light", "dark"])
async def test_the_chart_is_painted_in_both_themes(stage, qapp, mode):
    theme.apply(qapp, mode)
    stage.model.select("s1")
    chart = stage.view.card.figures.chart
    chart.look_at(1)
    picture = chart.grab().toImage()
    ink = theme.color("accent").rgb()
    found = any(
        picture.pixel(x, y) == ink
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    theme.apply(qapp, "light")
    assert found
