"""What is said of a week without a figure is why there is none, whatever is counted."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.contacts import Channel
from desktop.domain.mirror.series import Measure, Mirror, Series, WeekPoint
from desktop.ui.kit.charts.series import Spot
from desktop.ui.mirror import table, words
from desktop.ui.mirror.bands import Place, picture_of
from desktop.ui.mirror.state import WEEK, MirrorState
from tests.ui.mirror.worlds import CLOSED

FIRST = CLOSED - 3 * WEEK


def told(place: Place, *points: WeekPoint, week: int = 0, **other) -> str:
    """What the page says of a week of four, the last of which is over."""
    series = (Series(measure=place.measure, channel=place.channel, points=points),)
    team = place.measure in (Measure.MOOD, Measure.STEP_OFFS)
    mirror = Mirror(
        first=FIRST,
        last=CLOSED,
        customers=() if team else series,
        team=series if team else (),
    )
    state = MirrorState(closed=CLOSED, last=CLOSED, span=4, mirror=mirror)
    state = replace(state, **other)
    picture = picture_of(state)
    (spot,) = (
        Spot(half=half, band=band, line=line, week=week)
        for half, bands in enumerate(picture.places)
        for band, lines in enumerate(bands)
        for line, one in enumerate(lines)
        if one == place
    )
    return words.said(state, picture, spot).split("\u00a0: ", 1)[1]


def hidden(count: int | None, monday: date = FIRST) -> WeekPoint:
    return WeekPoint(monday=monday, count=count, hidden=True)


@pytest.mark.parametrize(
    ("place", "points", "said"),
    [
        (Place(measure=Measure.NPS), (), "aucune réponse."),
        (Place(measure=Measure.NPS), (hidden(3),), "masqué, trop peu de réponses (n = 3)."),
        (Place(measure=Measure.INCIVILITY), (), "aucun contact."),
        (Place(measure=Measure.INCIVILITY), (hidden(2),), "masqué, trop peu de contacts (n = 2)."),
        (
            Place(measure=Measure.STANDARD, channel=Channel.LETTER),
            (hidden(1),),
            "masqué, trop peu de contacts (n = 1).",
        ),
        (
            Place(measure=Measure.FCR_COMPUTED),
            (WeekPoint(monday=FIRST, count=0),),
            "aucun contact jugé, ils le sont au bout de 7 jours.",
        ),
        (
            Place(measure=Measure.STEP_OFFS),
            (hidden(None),),
            "pas de total, rien à compter ou quelqu’un aurait pu y être reconnu.",
        ),
    ],
)
def test_why_there_is_no_figure(qapp, place, points, said):
    assert told(place, *points) == said


def test_a_week_of_the_team_is_awaited_only_where_it_may_still_come(qapp):
    mood = Place(measure=Measure.MOOD)
    awaited = "pas encore publié, une semaine l’est 48 h après sa fin."
    assert told(mood, week=3) == awaited
    # One that ended long ago was published or hidden: what is shown was read before that.
    assert told(mood, week=1) == "pas encore lu."
    assert told(mood, week=0, lag=2) == "pas encore lu."
    assert told(mood, week=3, lag=-2) == awaited


def test_weeks_that_are_being_read_are_not_said_to_be_empty(qapp):
    effort = Place(measure=Measure.EFFORT)
    assert told(effort, last=FIRST, loading=True) == "pas encore lu."


def test_one_point_is_no_way_from_one_to_another(qapp):
    share = WeekPoint(monday=FIRST, share=0.6, count=8)
    series = Series(measure=Measure.EFFORT, points=(share,))
    mirror = Mirror(first=FIRST, last=CLOSED, customers=(series,))
    state = MirrorState(closed=CLOSED, last=CLOSED, span=4, mirror=mirror)
    assert "Effort, 60\u00a0% (n = 8)." in words.summary_of(state)


def test_weeks_told_together_from_before_the_first_are_in_the_summary(qapp):
    merged = WeekPoint(monday=FIRST - WEEK, weeks=2, share=0.5)
    series = Series(measure=Measure.MOOD, points=(merged,))
    mirror = Mirror(first=FIRST, last=CLOSED, team=(series,))
    state = MirrorState(closed=CLOSED, last=CLOSED, span=4, mirror=mirror)
    assert "Humeur, 50\u00a0%." in words.summary_of(state)


def test_weeks_of_two_years_bear_theirs(qapp):
    last = date(2027, 1, 4)
    state = MirrorState(
        closed=last, last=last, span=3, mirror=Mirror(first=last - 2 * WEEK, last=last)
    )
    told_weeks = [row[0] for row in table.rows(state, picture_of(state))]
    assert told_weeks == ["21 déc. 2026", "28 déc. 2026", "4 janv. 2027"]
    assert words.week_words(state, state.first) == "semaine du 21 déc. 2026"
    assert words.week_words(state, last) == "semaine du 4 janv."


def test_a_band_seen_large_is_summed_up_alone(qapp):
    effort = Series(measure=Measure.EFFORT, points=(WeekPoint(monday=FIRST, share=0.6, count=8),))
    nps = Series(measure=Measure.NPS, points=(WeekPoint(monday=FIRST, share=0.4, count=9),))
    mirror = Mirror(first=FIRST, last=CLOSED, customers=(effort, nps))
    state = MirrorState(closed=CLOSED, last=CLOSED, span=4, mirror=mirror)
    told_band = words.band_summary(state, picture_of(state), Spot(band=2))
    assert "Recommandation, 40\u00a0% (n = 9)" in told_band
    assert "Effort" not in told_band
