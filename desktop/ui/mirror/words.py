"""Sentences of the mirror: a point, why one is missing, the whole in a few lines."""

from datetime import date, datetime
from functools import reduce

from PySide6.QtCore import QCoreApplication

from desktop.domain.mirror.series import Mirror, Series, WeekPoint
from desktop.ui.kit import dates
from desktop.ui.kit.charts.series import Spot
from desktop.ui.kit.labels import label
from desktop.ui.mirror.bands import Picture, Place, point_at, series_of, short_name
from desktop.ui.mirror.state import WEEK, MirrorState


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


def week_words(monday: date, weeks: int = 1) -> str:
    """« semaine du 16 nov. », or the weeks that are told together."""
    if weeks == 1:
        words = QCoreApplication.translate("Mirror", "semaine du {day}")
        return words.format(day=dates.day_month(monday))
    words = QCoreApplication.translate("Mirror", "semaines du {first} au {last}, réunies")
    last = monday + (weeks - 1) * WEEK
    return words.format(first=dates.day_month(monday), last=dates.day_month(last))


def said(state: MirrorState, picture: Picture, spot: Spot) -> str:
    """A spot of the chart in one sentence: name, week, share and count, or why there is none."""
    place = picture.places[spot.half][spot.band][spot.line]
    mirror = state.mirror
    series = (mirror.team if spot.half else mirror.customers) if mirror is not None else ()
    monday = state.first + picture.halves.own_week(spot) * WEEK
    point = point_at(series_of(series, place), monday)
    weeks = (point.monday, point.weeks) if point is not None else (monday, 1)
    words = QCoreApplication.translate("Mirror", "{name}, {week}\u00a0: {told}.")
    told = _told(point, team=bool(spot.half))
    return words.format(name=name_of(place), week=week_words(*weeks), told=told)


def _told(point: WeekPoint | None, *, team: bool) -> str:
    if point is not None and point.share is not None:
        share = dates.percent(point.share)
        if point.count is None:
            return share
        return QCoreApplication.translate("Mirror", "{share}, n = {n}").format(
            share=share, n=dates.count(point.count)
        )
    if point is not None and point.hidden:
        return _too_few(point, team=team)
    if team:
        return QCoreApplication.translate(
            "Mirror", "pas encore publié, une semaine l’est 48 h après sa fin"
        )
    return QCoreApplication.translate("Mirror", "aucune réponse")


def _too_few(point: WeekPoint, *, team: bool) -> str:
    if team:
        return QCoreApplication.translate(
            "Mirror",
            "pas de total, personne ou trop peu de personnes l’ayant dit pour n’en reconnaître aucune",
        )
    words = QCoreApplication.translate("Mirror", "masqué, trop peu de réponses (n = {n})")
    return words.format(n=point.count or 0)


def summary_of(state: MirrorState) -> str:
    """The mirror in a few lines: each series' first and last share, and how many answers."""
    mirror = state.mirror
    weeks = QCoreApplication.translate("Mirror", "{n} semaines, du {first} au {last}.")
    last = state.last + WEEK - (WEEK / 7)
    lines = [
        weeks.format(n=state.span, first=dates.long_day(state.first), last=dates.long_day(last))
    ]
    if mirror is None:
        return lines[0]
    lines.append(_half(QCoreApplication.translate("Mirror", "Clients"), mirror.customers, state))
    lines.append(_half(QCoreApplication.translate("Mirror", "Équipe"), mirror.team, state))
    lines.append(no_cause())
    return "\n".join(lines)


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
        if one.share is not None and state.first <= one.monday <= state.last
    ]
    name = name_of(Place(measure=series.measure, channel=series.channel))
    if not points:
        return ""
    first, last = points[0].share or 0.0, points[-1].share or 0.0
    total = sum(point.count or 0 for point in points)
    words = QCoreApplication.translate("Mirror", "{name}, de {first} à {last}")
    told = words.format(name=name, first=dates.percent(first), last=dates.percent(last))
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
