"""The mirror as bands of a chart: six above, six below, whatever is known of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

import desktop.ui.kit.labels_customers  # noqa: F401 - importing it registers the words
from desktop.domain.contacts import Channel
from desktop.domain.mirror.series import TEAM, Measure, Mirror, Series, WeekPoint
from desktop.ui.kit import dates
from desktop.ui.kit.charts.series import Band, Halves, Line, Mark
from desktop.ui.kit.labels import label
from desktop.ui.kit.labels_mirror import rule_of
from desktop.ui.mirror.state import WEEK, MirrorState

ABOVE: Final = (
    (Measure.EFFORT,),
    (Measure.SATISFACTION,),
    (Measure.NPS,),
    (Measure.FCR_DECLARED, Measure.FCR_COMPUTED),
    (Measure.STANDARD,),
    (Measure.INCIVILITY,),
)
"""The customers' bands: two ways to tell one thing share theirs."""

STANDARDS: Final = (Channel.CALL_IN, Channel.EMAIL, Channel.LETTER, Channel.CHAT)
"""Channels in the order in which their standards are shown; others follow."""

_INKS: Final = {
    Measure.EFFORT: "warning",
    Measure.SATISFACTION: "info",
    Measure.NPS: "success",
    Measure.FCR_DECLARED: "accent",
    Measure.FCR_COMPUTED: "info",
    Measure.INCIVILITY: "text2",
    Measure.MOOD: "success",
    Measure.ENERGY: "accent",
    Measure.LOAD: "info",
    Measure.CHECK_INS: "text2",
    Measure.STEP_OFFS: "warning",
    Measure.PAUSES: "text2",
}
_CHANNEL_INKS: Final = ("accent", "info", "success", "text2")
"""Amber is for effort and steps off, violet for video."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which measure a line of the chart tells, and of which channel."""

    measure: Measure
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The chart's halves, and for each line what it tells: `places[half][band][line]`."""

    halves: Halves
    places: tuple[tuple[tuple[Place, ...], ...], tuple[tuple[Place, ...], ...]]


def picture_of(state: MirrorState) -> Picture:
    """Return the mirror as it is drawn over the weeks that are shown."""
    mirror = state.mirror or Mirror(first=state.first, last=state.last)
    standards = _channels(mirror.customers)
    above = tuple(_places(measures, standards) for measures in ABOVE)
    below = tuple((Place(measure=measure),) for measure in TEAM)
    halves = Halves(
        weeks=tuple(dates.day_month(week) for week in state.weeks),
        upper=tuple(_band(places, mirror.customers, state.first) for places in above),
        lower=tuple(_band(places, mirror.team, state.first, counted=False) for places in below),
    )
    return slid(Picture(halves=halves, places=(above, below)), state)


def slid(picture: Picture, state: MirrorState) -> Picture:
    """Return the picture with its lower half where `state` has it: its bands stay those they are."""
    weeks = tuple(week - state.lag * WEEK for week in state.weeks) if state.lag else ()
    halves = replace(
        picture.halves,
        lower_weeks=tuple(dates.day_month(week) for week in weeks),
        lag=state.lag,
        upper_axis=_upper_axis(slid=bool(state.lag)),
        lower_axis=_lower_axis(state.lag),
    )
    return Picture(halves=halves, places=picture.places)


def series_of(series: Iterable[Series], place: Place) -> Series | None:
    """Return the series that `place` tells, or None."""
    return next(
        (one for one in series if (one.measure, one.channel) == (place.measure, place.channel)),
        None,
    )


def point_at(series: Series | None, monday: date) -> WeekPoint | None:
    """Return the point that covers the week of `monday`, or None."""
    points = series.points if series is not None else ()
    return next(
        (one for one in points if one.monday <= monday < one.monday + one.weeks * WEEK), None
    )


def _places(measures: Sequence[Measure], standards: Sequence[Channel]) -> tuple[Place, ...]:
    if measures == (Measure.STANDARD,):
        return tuple(Place(measure=Measure.STANDARD, channel=channel) for channel in standards)
    return tuple(Place(measure=measure) for measure in measures)


def _channels(series: Iterable[Series]) -> tuple[Channel, ...]:
    told = {one.channel for one in series if one.measure is Measure.STANDARD and one.channel}
    others = sorted(told - set(STANDARDS))
    return (*(channel for channel in STANDARDS if channel in told), *others) or STANDARDS[:1]


def _band(
    places: Sequence[Place], series: Sequence[Series], first: date, *, counted: bool = True
) -> Band:
    measure = places[0].measure
    name, rule = label(measure), rule_of(measure)
    if len(places) > 1 and measure is Measure.FCR_DECLARED:
        name = QCoreApplication.translate("Mirror", "Résolu au 1er contact")
        rule = QCoreApplication.translate("Mirror", "déclaré et calculé")
    lines = tuple(
        _line(order, place, series_of(series, place), first) for order, place in enumerate(places)
    )
    return Band(name=name, rule=rule, lines=lines, counted=counted)


def _line(order: int, place: Place, series: Series | None, first: date) -> Line:
    many = place.measure is Measure.STANDARD
    # After four the shapes move on by one: no two of sixteen have both alike.
    style = (order + order // 4) % 4 if many else int(place.measure is Measure.FCR_COMPUTED)
    ink = _CHANNEL_INKS[order % 4] if many else _INKS[place.measure]
    points = series.points if series is not None else ()
    marks = tuple(_mark(point, first) for point in points)
    return Line(name=short_name(place), ink=ink, style=style, marks=marks)


def _mark(point: WeekPoint, first: date) -> Mark:
    return Mark(
        week=(point.monday - first) // WEEK,
        span=point.weeks,
        value=point.share,
        count=point.count,
        hidden=point.hidden,
    )


def short_name(place: Place) -> str:
    """The name of a line where it ends, beside its band's name."""
    if place.channel is not None:
        return _channel(place.channel)
    if place.measure is Measure.FCR_DECLARED:
        return QCoreApplication.translate("Mirror", "déclaré")
    if place.measure is Measure.FCR_COMPUTED:
        return QCoreApplication.translate("Mirror", "calculé")
    return label(place.measure)


def _channel(channel: Channel) -> str:
    if channel is Channel.CALL_IN:
        return QCoreApplication.translate("Mirror", "Téléphone")
    return label(channel)


def _upper_axis(*, slid: bool) -> str:
    if slid:
        return QCoreApplication.translate("Mirror", "Clients, semaine du")
    return QCoreApplication.translate("Mirror", "Semaine du")


def _lower_axis(lag: int) -> str:
    if lag > 0:
        words = QCoreApplication.translate("Mirror", "Équipe, {n} sem. plus tôt")
    else:
        words = QCoreApplication.translate("Mirror", "Équipe, {n} sem. plus tard")
    return words.format(n=abs(lag)) if lag else ""
