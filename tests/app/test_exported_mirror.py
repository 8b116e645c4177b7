"""The mirror on paper and for a spreadsheet: what the page shows, and nothing that it keeps back."""

from dataclasses import replace

import pytest

from desktop.app.exported import mirror
from desktop.domain.mirror.series import GapDistribution, Measure, Series, WeekPoint
from desktop.ui.kit.choices import Option
from desktop.ui.mirror.state import WEEK
from desktop.ui.mirror.view import MirrorView
from tests.ui.mirror import worlds
from tests.ui.mirror.conftest import light, mirrors, settled, viewmodel  # noqa: F401 - fixtures


@pytest.fixture
async def view(viewmodel):  # noqa: F811 - the fixture above
    made = MirrorView(viewmodel, [Option("bill", "Facturation")])
    viewmodel.visit()
    await settled()
    yield made
    made.deleteLater()


def exported(view):
    found = mirror.of(view, view._viewmodel)
    assert found is not None
    return found


def give(view, **changes) -> None:
    model = view._viewmodel
    model.state = replace(model.state, mirror=replace(model.state.mirror, **changes))
    model.changed.emit()


async def test_a_gap_that_is_kept_back_has_neither_bars_nor_table(view):
    assert len(exported(view).pictures) == 2
    give(view, gap=GapDistribution())
    told = exported(view)
    assert len(told.pictures) == 1
    assert [sheet.title for sheet in told.sheets] == ["Clients", "Équipe"]
    assert "au moins cinq personnes" in told.sections[-1].words
    assert view.gap.team.table.rowCount() == 0


async def test_the_gap_is_figures_that_a_spreadsheet_counts_with(view):
    sheet = exported(view).sheets[-1]
    assert sheet.rows[0] == (-4, 0, 0.0)
    assert sheet.rows[4] == (0, worlds.GAP.counts[4], 40.6)


async def test_weeks_told_together_bear_their_share_each_and_how_many_they_are(view):
    first = view._viewmodel.state.first
    merged = WeekPoint(monday=first - WEEK, weeks=2, share=0.5)
    points = (
        merged,
        WeekPoint(monday=first + WEEK, share=0.7),
        WeekPoint(monday=first, hidden=True),
    )
    give(view, team=(Series(measure=Measure.MOOD, points=points),))
    sheet = exported(view).sheets[1]
    assert sheet.columns == ("Semaine du", "Humeur (%)", "semaines réunies")
    assert sheet.rows[0] == (first, 50.0, 2)
    assert sheet.rows[1] == (first + WEEK, 70.0, 1)
    assert sheet.rows[2] == (first + 2 * WEEK, None, None)


async def test_paper_says_what_the_customers_are_filtered_by(view):
    assert exported(view).subtitle == ""
    view._viewmodel.choose_reason("bill")
    await settled()
    assert exported(view).subtitle == (
        "Clients filtrés\u00a0: Facturation. L’équipe reste entière."
    )
