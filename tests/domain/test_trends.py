"""Trends of answers: means, counts, change, months."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.customers import Answer
from desktop.domain.ids import AnswerId, CustomerId
from desktop.domain.trends import Measure, Recommendation, Trend, recommendation, trends

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)


def answer(days: float, **scales) -> Answer:
    return Answer(
        id=AnswerId(f"{days}"),
        customer_id=CustomerId("k"),
        at=NOW - timedelta(days=days),
        **scales,
    )


def of(measure: Measure, *answers: Answer) -> Trend:
    return next(trend for trend in trends(answers, NOW) if trend.measure is measure)


def test_without_answers_there_is_no_figure():
    assert trends([], NOW) == tuple(Trend(measure=measure) for measure in Measure)


def test_the_figure_is_the_mean_of_the_last_quarter_with_its_change():
    trend = of(
        Measure.SATISFACTION,
        answer(1, satisfaction=4),
        answer(80, satisfaction=3),
        answer(100, satisfaction=5),
        answer(200, satisfaction=1),
    )
    assert (trend.value, trend.count, trend.recent, trend.change) == (3.5, 4, 2, -1.5)


def test_older_answers_alone_give_the_last_one_and_no_change():
    trend = of(Measure.EFFORT, answer(400, effort=2), answer(100, effort=6))
    assert (trend.value, trend.count, trend.recent, trend.change) == (6.0, 2, 0, None)


def test_scales_left_out_do_not_count():
    trend = of(Measure.EFFORT, answer(1, satisfaction=1), answer(2, effort=7))
    assert (trend.value, trend.count) == (7.0, 1)


def test_nps_is_the_last_answer_with_its_word():
    trend = of(Measure.NPS, answer(1, nps=9), answer(5, nps=2))
    assert (trend.value, trend.recommendation) == (9.0, Recommendation.PROMOTER)
    assert of(Measure.EFFORT, answer(1, effort=7)).recommendation is None


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (10, Recommendation.PROMOTER),
        (9, Recommendation.PROMOTER),
        (8, Recommendation.PASSIVE),
        (7, Recommendation.PASSIVE),
        (6, Recommendation.DETRACTOR),
        (0, Recommendation.DETRACTOR),
    ],
)
def test_words_of_recommendation(given, word):
    assert recommendation(given) is word


def test_months_are_twelve_and_say_their_counts():
    trend = of(
        Measure.SATISFACTION,
        answer(1, satisfaction=4),
        answer(2, satisfaction=2),
        answer(60, satisfaction=5),
        answer(500, satisfaction=1),
    )
    assert len(trend.months) == 12
    assert trend.months[0].first_day == date(2025, 12, 1)
    last = trend.months[-1]
    assert (last.first_day, last.value, last.count) == (date(2026, 11, 1), 3.0, 2)
    assert sum(month.count for month in trend.months) == 3
    assert [month.value for month in trend.months].count(None) == 10
