"""The mirror as a table: a week a row, a series a column, each share with its count."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.mirror.series import WeekPoint
from desktop.ui.kit import dates
from desktop.ui.mirror.bands import Picture, Place, point_at, series_of
from desktop.ui.mirror.state import MirrorState
from desktop.ui.mirror.words import name_of


def headers(picture: Picture) -> tuple[str, ...]:
    """Return the names of the columns."""
    week = QCoreApplication.translate("Mirror", "Semaine du")
    return (week, *(name_of(place) for half in picture.places for place in _flat(half)))


def rows(state: MirrorState, picture: Picture) -> tuple[tuple[str, ...], ...]:
    """Return one row a week, oldest first; the team's weeks are their own, whatever the lag."""
    mirror = state.mirror
    if mirror is None:
        return ()
    halves = (mirror.customers, mirror.team)
    columns = [
        series_of(series, place)
        for series, places in zip(halves, picture.places, strict=True)
        for place in _flat(places)
    ]
    crossed = state.first.year != state.last.year
    return tuple(
        (_week(week, year=crossed), *(_cell(point_at(column, week)) for column in columns))
        for week in state.weeks
    )


def _week(week: date, *, year: bool) -> str:
    shown = dates.day_month(week)
    return f"{shown} {week.year}" if year else shown


def _flat(half: tuple[tuple[Place, ...], ...]) -> tuple[Place, ...]:
    return tuple(place for band in half for place in band)


def _cell(point: WeekPoint | None) -> str:
    if point is None:
        return "—"
    if point.share is None:
        return QCoreApplication.translate("Mirror", "masqué") if point.hidden else "—"
    share = dates.percent(point.share)
    if point.count is not None:
        words = QCoreApplication.translate("Mirror", "{share} · n = {n}")
        return words.format(share=share, n=dates.count(point.count))
    if point.weeks > 1:
        words = QCoreApplication.translate("Mirror", "{share} · {n} sem. réunies")
        return words.format(share=share, n=point.weeks)
    return share
