"""Sentences of the mirror: a point, why one is missing, the whole in a few lines."""

from datetime import date, datetime
from functools import reduce
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.first_contact import DAYS
from desktop.domain.mirror.series import Measure, Mirror, Series, WeekPoint
from desktop.ui.kit import dates
from desktop.ui.kit.charts.series import Spot
from desktop.ui.kit.labels import label
from desktop.ui.mirror.bands import Picture, Place, point_at, series_of, short_name
from desktop.ui.mirror.state import WEEK, MirrorState

_ANSWERS: Final = (Measure.EFFORT, Measure.SATISFACTION, Measure.NPS)
"""What customers answer; the other series of their half count contacts."""


def no_cause() -> str:
    """What the page says of causes, always."""
    return QCoreApplication.translate(
        "Mirror",
        "Les mêmes semaines, le même poids. Deux courbes qui bougent ensemble invitent à en parler\u202f: aucune cause n’est affirmée.",
    )


def name_of(place: Place) -> str:
    """The whole name of a line."""
    if place.channel is None:
        return label(place.measure)
    words = QCoreApplication.translate("Mirror", "{measure}, {channel}")
    return words.format(measure=label(place.measure), channel=short_name(place).lower())


def week_words(state: MirrorState, monday: date, weeks: int = 1) -> str:
    """« semaine du 16 nov. », or the weeks that are told together; with the year of a former one."""
    if weeks == 1:
        words = QCoreApplication.translate("Mirror", "semaine du {day}")
        return words.format(day=_day(state, monday))
    words = QCoreApplication.translate("Mirror", "semaines du {first} au {last}, réunies")
    last = monday + (weeks - 1) * WEEK
    return words.format(first=_day(state, monday), last=_day(state, last))


def _day(state: MirrorState, day: date) -> str:
    shown = dates.day_month(day)
    return shown if day.year == state.closed.year else f"{shown} {day.year}"


def said(state: MirrorState, picture: Picture, spot: Spot) -> str:
    """A spot of the chart in one sentence: name, week, share and count, or why there is none."""
    place = picture.places[spot.half][spot.band][spot.line]
    mirror = state.mirror
    series = (mirror.team if spot.half else mirror.customers) if mirror is not None else ()
    monday = state.first + picture.halves.own_week(spot) * WEEK
    point = point_at(series_of(series, place), monday)
    weeks = (point.monday, point.weeks) if point is not None else (monday, 1)
    words = QCoreApplication.translate("Mirror", "{name}, {week}\u00a0: {told}.")
    told = _told(point, place.measure) or _untold(
        state, monday, place.measure, team=bool(spot.half)
    )
    return words.format(name=name_of(place), week=week_words(state, *weeks), told=told)


def _told(point: WeekPoint | None, measure: Measure) -> str:
    """A point in words; "" where there is none."""
    if point is None or (point.share is None and not point.hidden):
        return ""
    if point.share is None:
        return _too_few(point, measure)
    share = dates.percent(point.share)
    if point.count is None:
        return share
    return QCoreApplication.translate("Mirror", "{share}, n = {n}").format(
        share=share, n=dates.count(point.count)
    )


def _too_few(point: WeekPoint, measure: Measure) -> str:
    """Why a week is kept back; of the team's it is not told whether nobody or too few gave something."""
    if point.count is None:
        return QCoreApplication.translate(
            "Mirror", "pas de total, rien à compter ou quelqu’un aurait pu y être reconnu"
        )
    if measure in _ANSWERS:
        words = QCoreApplication.translate("Mirror", "masqué, trop peu de réponses (n = {n})")
    else:
        words = QCoreApplication.translate("Mirror", "masqué, trop peu de contacts (n = {n})")
    return words.format(n=point.count)


def _untold(state: MirrorState, monday: date, measure: Measure, *, team: bool) -> str:
    """Why there is no point: not read, not published yet, or nothing to count."""
    mirror, over = state.mirror, monday <= state.closed
    unread = mirror is None or not mirror.first <= monday <= mirror.last
    # What is over for more than a week is published or hidden: else it was read before.
    if over and (unread or (team and monday < state.closed)):
        return QCoreApplication.translate("Mirror", "pas encore lu")
    if team:
        return QCoreApplication.translate(
            "Mirror", "pas encore publié, une semaine l’est 48 h après sa fin"
        )
    if measure in _ANSWERS:
        return QCoreApplication.translate("Mirror", "aucune réponse")
    if measure is Measure.FCR_COMPUTED:
        words = QCoreApplication.translate(
            "Mirror", "aucun contact jugé, ils le sont au bout de {n} jours"
        )
        return words.format(n=DAYS)
    return QCoreApplication.translate("Mirror", "aucun contact")


def summary_of(state: MirrorState) -> str:
    """The mirror in a few lines: each series' first and last share, and how many answers."""
    mirror, lines = state.mirror, [_weeks(state)]
    if mirror is None:
        return lines[0]
    lines.append(_half(QCoreApplication.translate("Mirror", "Clients"), mirror.customers, state))
    lines.append(_half(QCoreApplication.translate("Mirror", "Équipe"), mirror.team, state))
    lines.append(no_cause())
    return "\n".join(lines)


def band_summary(state: MirrorState, picture: Picture, spot: Spot) -> str:
    """The band that `spot` is in, in the same words."""
    mirror = state.mirror
    series = (mirror.team if spot.half else mirror.customers) if mirror is not None else ()
    places = picture.places[spot.half][spot.band]
    own = tuple(one for place in places if (one := series_of(series, place)) is not None)
    band = picture.halves.bands(spot.half)[spot.band]
    return f"{_weeks(state)}\n{_half(band.name, own, state)}"


def _weeks(state: MirrorState) -> str:
    first, last = dates.long_day(state.first), dates.long_day(state.last + WEEK * 6 / 7)
    if state.span == 1:
        words = QCoreApplication.translate("Mirror", "Une semaine, du {first} au {last}.")
        return words.format(first=first, last=last)
    words = QCoreApplication.translate("Mirror", "{n} semaines, du {first} au {last}.")
    return words.format(n=state.span, first=first, last=last)


def _half(title: str, series: tuple[Series, ...], state: MirrorState) -> str:
    parts = [part for one in series if (part := _trend(one, state))]
    if not parts:
        nothing = QCoreApplication.translate("Mirror", "rien à montrer sur ces semaines")
        parts = [nothing]
    words = QCoreApplication.translate("Mirror", "{half}\u00a0: {told}.")
    return words.format(half=title, told=reduce(_joined, parts))


def _joined(first: str, second: str) -> str:
    words = QCoreApplication.translate("Mirror", "{first}\u202f; {second}")
    return words.format(first=first, second=second)


def _trend(series: Series, state: MirrorState) -> str:
    points = [
        one
        for one in series.points
        if one.share is not None
        and one.monday <= state.last
        and one.monday + one.weeks * WEEK > state.first
    ]
    if not points:
        return ""
    name = name_of(Place(measure=series.measure, channel=series.channel))
    first, last = dates.percent(points[0].share or 0.0), dates.percent(points[-1].share or 0.0)
    total = sum(point.count or 0 for point in points)
    if len(points) == 1:
        told = QCoreApplication.translate("Mirror", "{name}, {share}").format(
            name=name, share=first
        )
    else:
        words = QCoreApplication.translate("Mirror", "{name}, de {first} à {last}")
        told = words.format(name=name, first=first, last=last)
    if not total:
        return told
    return QCoreApplication.translate("Mirror", "{told} (n = {n})").format(
        told=told, n=dates.count(total)
    )


def read_words(mirror: Mirror | None, now: datetime, *, loading: bool) -> str:
    """When what is shown was read on the server; "" where it was computed here."""
    if loading and mirror is not None:
        return QCoreApplication.translate("Mirror", "Lecture…")
    if mirror is None or mirror.read_at is None:
        return ""
    at = mirror.read_at.astimezone(now.tzinfo)
    words = QCoreApplication.translate("Mirror", "Lu {when}")
    return words.format(when=dates.moment(at, now))
