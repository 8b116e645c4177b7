"""One's own picture by arrows, with words and readers; the totals with their reasons; three seconds."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.ids import TeamId
from desktop.domain.own_history import Span, Stretch
from desktop.domain.team_totals import Missing, TeamPeriod, TeamTotals, TotalsLine
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.team_totals import Totals
from desktop.ui.wellbeing.check_in_overlay import CheckInOverlay
from desktop.ui.wellbeing.history_strip import HistoryStrip
from desktop.ui.wellbeing.history_view import HistoryView
from desktop.ui.wellbeing.history_viewmodel import HistoryViewModel
from desktop.ui.wellbeing.totals_view import TotalsView, _points, told
from desktop.ui.wellbeing.totals_viewmodel import TotalsViewModel
from desktop.ui.wellbeing.viewmodel import CheckInViewModel
from tests.ui.wellbeing.conftest import CAMILLE, LEA, NOE, press, settled, show

K = Qt.Key


@pytest.fixture
async def history(world):
    return HistoryViewModel(world.check_ins, world.changes, LEA)


def words_of(view) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel))


async def test_arrows_go_from_day_to_day_with_words_and_readers(world, history, window):
    first = await world.give(words="Une semaine dure")
    world.clock.advance(days=2)
    await world.give(words="Ça va mieux", audience=Audience.NOBODY)
    await world.check_ins.open(CAMILLE, first.id)
    view = HistoryView(history)
    await show(window, view)
    view.take_focus()
    assert "Ça va mieux" in words_of(view)
    await press(K.Key_Left)
    await settled()
    assert "Une semaine dure" in words_of(view)
    assert "Lu par Camille Durand" in words_of(view)
    assert "Humeur" in view.strip.accessibleDescription()
    await press(K.Key_Left)
    assert "Une semaine dure" in words_of(view)


async def test_weeks_stay_asked_for_when_a_check_in_comes_meanwhile(history):
    history.set_span(Span.WEEK)
    history.load()
    await settled()
    assert history.state.span is Span.WEEK


async def test_weeks_and_the_table_twin(world, history, window):
    await world.give()
    view = HistoryView(history)
    await show(window, view)
    view.span.setFocus()
    await press(K.Key_2)
    assert history.state.span is Span.WEEK
    view.twin.click()
    assert view.table.isVisible()
    assert view.table.rowCount() == 1
    assert view.table.item(0, 1).text() == "2,0"


async def test_nobody_elses_are_in_the_picture(world, window):
    await world.give(words="À moi")
    colleague = HistoryViewModel(world.check_ins, world.changes, NOE)
    view = HistoryView(colleague)
    await show(window, view)
    assert colleague.state.empty
    assert "À moi" not in words_of(view)


async def test_a_check_in_takes_five_keys_the_first_time_and_four_then(world, window):
    """A digit a scale, one for who may see it the first time, and one to save: three seconds."""
    model = CheckInViewModel(world.check_ins, world.changes, LEA, CAMILLE)
    form = CheckInOverlay(window, model)
    await show(window)
    keys = 0

    async def pressed(*these):
        nonlocal keys
        for key in these:
            keys += 1
            await press(key)

    form.propose()
    await settled()
    await pressed(K.Key_4, K.Key_3, K.Key_2, K.Key_2, K.Key_Return)
    assert not form.isVisible()
    assert keys == 5
    assert (model.state.today.mood, model.state.today.audience) == (4, Audience.TEAM_TOTAL)
    keys = 0
    form.propose()
    await settled()
    assert model.state.audience is Audience.TEAM_TOTAL
    await pressed(K.Key_2, K.Key_2, K.Key_5, K.Key_Return)
    assert not form.isVisible()
    assert keys == 4
    assert (model.state.today.mood, model.state.today.load) == (2, 5)


async def test_the_moment_is_changed_by_key(world, window):
    model = CheckInViewModel(world.check_ins, world.changes, LEA, CAMILLE)
    form = CheckInOverlay(window, model)
    await show(window)
    form.propose()
    await settled()
    offered = model.state.moment
    form.view.moment.setFocus()
    await press(K.Key_3 if offered is not Moment.ANY else K.Key_1)
    assert model.state.moment is not offered


async def test_totals_say_why_a_week_is_missing(world, window):
    lead = TotalsViewModel(Totals(world.store, world.clock), replace(CAMILLE, team_id=TeamId("t")))
    view = TotalsView(lead)
    await show(window, view)
    said = [told(line) for line in view._rows.rows()]
    assert "48 heures" in said[0]
    assert "moins de 5 personnes" in said[-1]


async def test_the_first_and_the_last_day_are_one_key_away(world, history, window):
    for words in ("Lundi", "Mercredi", "Vendredi"):
        await world.give(words=words)
        world.clock.advance(days=2)
    view = HistoryView(history)
    await show(window, view)
    view.take_focus()
    await press(K.Key_Home)
    await settled()
    assert "Lundi" in words_of(view)
    await press(K.Key_End)
    await settled()
    assert "Vendredi" in words_of(view)


def test_a_silent_week_breaks_the_line_of_weeks(qapp):
    monday = date(2026, 9, 7)
    weeks = [
        Stretch(first=monday + timedelta(weeks=n), mood=None if n == 2 else 3.0) for n in range(5)
    ]
    days = [
        Stretch(first=monday + timedelta(days=n), mood=3.0 if n in (0, 3, 8) else None)
        for n in range(9)
    ]
    strip = HistoryStrip()
    for stretches, runs in ((weeks, [2, 2]), (days, [2, 1])):
        strip.show_stretches(stretches, None, "")
        found = strip._runs(QRectF(0, 0, 300, 50), "mood")
        assert [len(run) for run in found] == runs


def test_a_week_without_a_total_is_a_gap_of_the_chart():
    def period(weeks_ago: int, **values: float) -> TotalsLine:
        first = date(2026, 11, 16) - timedelta(weeks=weeks_ago)
        last = first + timedelta(days=6)
        told_period = TeamPeriod(first_day=first, last_day=last, people=9, **values)
        return TotalsLine(first_day=first, last_day=last, period=told_period if values else None)

    hidden = replace(period(1), missing=Missing.HIDDEN)
    waiting = replace(period(-1), missing=Missing.OPEN)
    totals = TeamTotals(lines=(waiting, period(0, mood=3.5), hidden, period(2, mood=4, load=2)))
    mood, load = _points(totals, "mood"), _points(totals, "load")
    assert [(one.value, one.count) for one in mood] == [(4, 9), (None, None), (3.5, 9)]
    assert "moins de 5 personnes" in mood[1].missing
    assert [(one.value, one.count) for one in load] == [(2, 9), (None, None), (None, None)]
    assert load[2].missing == "non montrée"
