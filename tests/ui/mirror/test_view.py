"""The page by its keys: weeks and lines in words, the team's half slid, tables, large bands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.contacts import Channel
from desktop.domain.errors import Unreachable
from desktop.domain.mirror.series import GapDistribution
from desktop.domain.sync.verdicts import Silence
from desktop.ui.kit import tasks, theme
from desktop.ui.kit.charts.series import Spot
from desktop.ui.mirror.gap_view import GapView
from tests.ui.kit.test_accessibility import nameless
from tests.ui.mirror.conftest import press, settled
from tests.ui.mirror.worlds import NOW

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def said(view) -> str:
    return view.halves.readout.words.text()


def aloud(view) -> str:
    node = QAccessible.queryAccessibleInterface(view.halves.chart)
    return node.text(QAccessible.Text.Description)


async def test_arrows_say_week_share_and_count(view):
    await press(K.Key_Right)
    assert said(view) == "Effort, semaine du 16 nov.\u00a0: 68\u00a0%, n = 26."
    await press(K.Key_Left)
    assert said(view) == "Effort, semaine du 9 nov.\u00a0: 68\u00a0%, n = 19."
    await press(K.Key_Down)
    assert said(view).startswith("Satisfaction, semaine du 9 nov.")
    assert aloud(view) == said(view)
    await press(K.Key_Escape)
    assert "aucune cause n’est affirmée" in aloud(view)


async def test_a_hidden_week_says_why_and_never_its_share(view):
    await press(K.Key_Right, K.Key_Left, K.Key_Left)
    assert said(view) == ("Effort, semaine du 2 nov.\u00a0: masqué, trop peu de réponses (n = 3).")
    assert "%" not in said(view)


async def test_merged_weeks_and_missing_ones_say_what_they_are(view):
    view.halves.chart.look_at(Spot(half=1, band=0, week=1))
    assert said(view) == "Humeur, semaines du 24 août au 31 août, réunies\u00a0: 75\u00a0%."
    view.halves.chart.look_at(Spot(half=1, band=0, week=5))
    assert "quelqu’un aurait pu y être reconnu" in said(view)
    assert "%" not in said(view)


async def test_every_line_is_reached_and_none_beyond(view):
    seen = []
    await press(K.Key_Right)
    for _ in range(20):
        seen.append(said(view).split("\u00a0:")[0])
        await press(K.Key_Down)
    assert len(set(seen)) == 16
    assert seen[0].startswith("Effort")
    assert seen[-1].startswith("Pauses")


async def test_the_team_is_slid_by_keys_and_put_back_by_one(view, viewmodel):
    await press(K.Key_Right, modifier=SHIFT)
    await press(K.Key_Right, modifier=SHIFT)
    assert viewmodel.state.lag == 2
    assert view.halves.foot.lag.text() == "Équipe 2 semaines plus tôt"
    halves = view.halves.chart.halves
    assert halves.lower_weeks[-1] == "2 nov."
    assert halves.lower_axis == "Équipe, 2 sem. plus tôt"
    await press(K.Key_Right)
    view.halves.chart.look_at(Spot(half=1, band=0, week=12))
    assert "semaine du 2 nov." in said(view)
    await press(K.Key_0)
    assert viewmodel.state.lag == 0
    assert view.halves.chart.halves.lower_weeks == ()
    assert not view.halves.foot.back.isVisible()


async def test_the_team_is_slid_by_hand(view, viewmodel):
    chart = view.halves.chart
    facing = chart.facing()
    start = QPointF(facing.scale.middle(6), facing.lower[0].whole.center().y())
    step = facing.scale.step
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(chart, left, pos=start.toPoint())
    QTest.mouseMove(chart, (start - QPointF(3 * step, 0)).toPoint())
    QTest.mouseRelease(chart, left, pos=(start - QPointF(3 * step, 0)).toPoint())
    await settled()
    assert viewmodel.state.lag == -3
    QTest.mouseMove(chart, (start + QPointF(step, 0)).toPoint())
    await settled()
    assert viewmodel.state.lag == -3


async def test_customers_are_not_slid(view, viewmodel):
    chart = view.halves.chart
    facing = chart.facing()
    start = QPointF(facing.scale.middle(6), facing.upper[0].whole.center().y())
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(chart, (start + QPointF(300, 0)).toPoint())
    await settled()
    assert viewmodel.state.lag == 0


async def test_weeks_turn_by_keys_and_by_choice(view, viewmodel):
    last = viewmodel.state.last
    alt = Qt.KeyboardModifier.AltModifier
    await press(K.Key_Left, modifier=alt)
    assert viewmodel.state.last < last
    await press(K.Key_Right, modifier=alt)
    assert viewmodel.state.last == last
    view.weeks.span.choose_digit(3)
    await settled()
    assert viewmodel.state.span == 26
    view.weeks.span.choose_digit(5)
    await settled()
    assert view.weeks.first.isVisible()
    assert view.weeks.first.value == viewmodel.state.first


async def test_filters_say_that_they_are_not_for_the_team(view, viewmodel):
    viewmodel.choose_channel(Channel.EMAIL)
    await settled()
    assert view.halves.head.note.text() == (
        "Filtré, pour les clients seulement\u202f: l’équipe reste entière."
    )


async def test_the_table_has_every_figure_and_can_be_copied(view):
    await press(K.Key_T, modifier=CTRL)
    table = view.halves.table
    assert table.isVisible()
    assert not view.halves.chart.isVisible()
    assert (table.rowCount(), table.columnCount()) == (13, 17)
    assert QApplication.focusWidget() is table
    await press(K.Key_C, modifier=CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 14
    assert lines[0].startswith("Semaine du\tEffort\tSatisfaction")
    assert lines[-1].startswith("16 nov.\t68\u00a0% · n = 26\t")
    assert "\tmasqué\t" in lines[11]
    await press(K.Key_T, modifier=CTRL)
    assert QApplication.focusWidget() is view.halves.chart


async def test_the_summary_has_both_halves_and_no_cause(view):
    words = view.halves.summary.text()
    assert "Clients\u00a0: Effort, de 70\u00a0% à 68\u00a0% (n = " in words
    assert "Équipe\u00a0: Humeur, de 75\u00a0% à 75\u00a0%" in words
    assert words.endswith("aucune cause n’est affirmée.")


async def test_a_band_is_seen_large_with_all_its_counts(view):
    await press(K.Key_Right, K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Return)
    overlay = view.overlay
    assert overlay.isVisible()
    assert overlay.title.text() == "Résolu au 1er contact"
    assert overlay.table.columnCount() == 3
    assert QApplication.focusWidget() is overlay.chart
    await press(K.Key_Right, K.Key_Down)
    assert overlay.readout.text().startswith("Résolu au premier contact, calculé, semaine du")
    await press(K.Key_Escape, K.Key_Escape)
    assert QApplication.focusWidget() is view.halves.chart
    assert said(view).startswith("Résolu au premier contact, déclaré, semaine du 16 nov.")


async def test_no_line_is_said_with_what_is_still_known(view, viewmodel, mirrors):
    mirrors.given = {"read_at": NOW}
    viewmodel.visit()
    await settled()
    mirrors.error = Unreachable(next(iter(Silence)))
    viewmodel.visit()
    await settled()
    assert view.trouble.isVisible()
    assert view.trouble.text().startswith("Hors ligne")
    assert view.read.text() == "Lu aujourd’hui 11:00"
    assert view.halves.isVisible()
    mirrors.error = None
    view.trouble.button.click()
    await settled()
    assert not view.trouble.isVisible()


async def test_own_contacts_are_told_one_by_one(view):
    view.turn_to(1)
    view.take_focus()
    own = view.gap.own
    await press(K.Key_Left)
    assert own.readout.text() == (
        "mer. 18 nov., Client 23\u00a0: vous attendiez 3, réponse 2. Contact 21 sur 21."
    )
    await press(K.Key_Home)
    assert own.readout.text().endswith("Contact 1 sur 21.")
    assert own.table.rowCount() == 21


async def test_the_team_is_one_distribution_beside_what_is_known_elsewhere(view):
    view.turn_to(1)
    team = view.gap.team
    team.chart.setFocus()
    await press(K.Key_Right, K.Key_Right)
    assert team.readout.text() == (
        "Estimation 1 au-dessus de la réponse\u00a0: 54 contacts sur 212."
    )
    told = [(one.points, one.name) for one in team.chart.plot().given.references]
    assert told == [(14, "en moyenne"), (37, "banques")]


async def test_too_few_people_are_not_a_distribution(view, viewmodel, mirrors):
    mirrors.given = {"gap": GapDistribution()}
    viewmodel.visit()
    await settled()
    view.turn_to(1)
    assert not view.gap.team.chart.isVisible()
    assert not view.gap.team.table.isVisible()
    assert view.gap.team.none.isVisible()


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("tabled", [False, True])
async def test_every_stop_is_named(window, view, place, tabled):
    view.turn_to(place)
    view.table.setChecked(tabled)
    await settled()
    assert nameless(QAccessible.queryAccessibleInterface(window)) == []


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("scale", [0.9, 1.5])
async def test_it_fits_the_smallest_window_at_any_text(qapp, window, view, place, scale):
    window.resize(944, 596)
    theme.apply(qapp, "dark", scale)
    view.turn_to(place)
    await settled()
    try:
        assert window.width() == 944
        facing = view.halves.chart.facing()
        for box in (*facing.upper, *facing.lower):
            assert box.plot.height() >= theme.px(20)
            assert box.plot.width() >= theme.px(150)
    finally:
        theme.apply(qapp, "light", 1.0)


async def test_the_band_looked_at_by_key_is_in_view(window, view):
    window.resize(944, 596)
    await settled()
    await press(*[K.Key_Right] + [K.Key_Down] * 16)
    chart = view.halves.chart
    box = chart.facing().lower[-1].whole
    spot = chart.mapTo(view.column.viewport(), box.center().toPoint())
    assert 0 <= spot.y() <= view.column.viewport().height()


async def test_nothing_read_yet_is_said_and_own_contacts_are_there(view, viewmodel, mirrors):
    mirrors.error = Unreachable(next(iter(Silence)))
    viewmodel.state = replace(viewmodel.state, mirror=None)
    viewmodel.visit()
    await settled()
    assert view.none.isVisible()
    view.turn_to(1)
    assert view.gap.own.chart.isVisible()
    assert not view.gap.team.chart.isVisible()


async def test_who_has_no_team_is_told_so(view, viewmodel, mirrors):
    mirrors.given = {"customers": (), "team": (), "gap": None}
    viewmodel.visit()
    await settled()
    assert view.none.isVisible()
    assert "équipe" in view.none.accessibleName()


async def test_a_bug_is_no_trouble_of_the_line(view, viewmodel, mirrors):
    """It is said on the page, and goes where bugs go."""
    told: list[BaseException] = []
    tasks.on_error(told.append)
    mirrors.error = KeyError("x")
    viewmodel.visit()
    await settled()
    tasks.on_error(None)
    assert view.trouble.text() == "Le miroir n’a pas pu être lu."
    assert [type(error) for error in told] == [KeyError]


async def test_sliding_touches_the_halves_alone(view, viewmodel, monkeypatch):
    bars: list[object] = []
    tables: list[str] = []
    monkeypatch.setattr(view.weeks, "show_state", bars.append)
    monkeypatch.setattr(view.gap.own.table, "set_table", lambda *_: tables.append("own"))
    monkeypatch.setattr(view.gap.team.table, "set_table", lambda *_: tables.append("team"))
    viewmodel.slide(1)
    await settled()
    bars.clear()
    tables.clear()
    bands = view.halves.picture.halves.lower
    view.grab()
    drawn = view.halves.chart._drawn.drawn
    viewmodel.slide(2)
    await settled()
    view.grab()
    assert (bars, tables) == ([], [])
    assert all(
        one is before for one, before in zip(view.halves.chart.halves.lower, bands, strict=True)
    )
    assert view.halves.chart._drawn.drawn - drawn == len(bands), "the lower bands alone"
    viewmodel.slide(1)
    await settled()
    view.grab()
    assert view.halves.chart._drawn.drawn - drawn == len(bands), "nothing that was drawn before"


async def test_the_estimate_gap_is_built_when_it_is_looked_at(view):
    assert not view.findChildren(GapView)
    view.table.click()
    view.turn_to(1)
    assert view.findChildren(GapView) == [view.gap]
    assert view.gap.own.table.isVisible()
    assert not view.gap.own.chart.isVisible()
