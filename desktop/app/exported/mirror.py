"""The mirror as a document: both halves drawn, their table beside, the estimate gap as one distribution."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QSize

from desktop.domain.exports import Cell, Sheet
from desktop.domain.mirror.series import GapDistribution, Series, WeekPoint
from desktop.ui.kit import dates
from desktop.ui.kit.charts.canvas import Canvas, lent
from desktop.ui.kit.charts.facing import least_height
from desktop.ui.kit.printing import Exported, Picture, Section
from desktop.ui.mirror import words
from desktop.ui.mirror.bands import Place, point_at
from desktop.ui.mirror.gap_words import team_sentence
from desktop.ui.mirror.view import MirrorView
from desktop.ui.mirror.viewmodel import MirrorViewModel

DAY = timedelta(days=1)
WIDE = 1020
"""Logical pixels: the width between the margins of a page that lies on its side."""


def of(view: MirrorView, viewmodel: MirrorViewModel) -> Exported | None:
    """What the page shows, whichever of its tabs is in front; None before anything was read."""
    state = viewmodel.state
    if state.mirror is None:
        return None
    title = QCoreApplication.translate("Exported", "Miroir du {first} au {last}")
    first, last = dates.long_day(state.first), dates.long_day(state.last + 6 * DAY)
    halves = view.halves.chart
    with lent():
        height = least_height(halves.halves)
    return Exported(
        title=title.format(first=first, last=last),
        subtitle=_filtered(view.halves.head.filters()),
        sections=(
            Section(
                words=words.summary_of(state),
                picture=_picture(halves, height),
                sheets=(
                    _sheet(_customers(), state.weeks, state.mirror.customers),
                    _sheet(_team(), state.weeks, state.mirror.team),
                ),
            ),
            _gap(view, state.mirror.gap),
        ),
        landscape=True,
    )


def _filtered(by: str) -> str:
    """On paper nothing else would tell that a half is not whole."""
    if not by:
        return ""
    words = QCoreApplication.translate(
        "Exported", "Clients filtrés\u00a0: {by}. L’équipe reste entière."
    )
    return words.format(by=by)


def _customers() -> str:
    return QCoreApplication.translate("Exported", "Clients")


def _team() -> str:
    return QCoreApplication.translate("Exported", "Équipe")


def _picture(chart: Canvas, height: int) -> Picture:
    return Picture(title=chart.accessibleName(), size=QSize(WIDE, height), paint=chart.paint_on)


def _gap(view: MirrorView, gap: GapDistribution | None) -> Section:
    chart = view.gap.team.chart
    title = QCoreApplication.translate("Exported", "Écart d’estimation de l’équipe")
    if gap is None or not gap.people_enough or not gap.pairs:
        return Section(title=title, words=team_sentence(gap))
    middle = len(gap.counts) // 2
    rows = tuple(
        (place - middle, count, round(100 * count / gap.pairs, 1))
        for place, count in enumerate(gap.counts)
    )
    columns = (
        QCoreApplication.translate("Exported", "Estimation moins réponse"),
        QCoreApplication.translate("Exported", "Contacts"),
        QCoreApplication.translate("Exported", "Part (%)"),
    )
    return Section(
        title=title,
        words=team_sentence(gap),
        picture=_picture(chart, chart.sizeHint().height()),
        sheets=(Sheet(title=title, columns=columns, rows=rows),),
    )


def _sheet(title: str, weeks: Sequence[date], series: Sequence[Series]) -> Sheet:
    """A week a row; a column for each share, in percent, and one for what it rests on.

    Weeks that are told together bear the same share each, and how many they are.
    """
    columns = [QCoreApplication.translate("Exported", "Semaine du")]
    share = QCoreApplication.translate("Exported", "{name} (%)")
    beside = [_beside(one) for one in series]
    for one, second in zip(series, beside, strict=True):
        name = words.name_of(Place(measure=one.measure, channel=one.channel))
        columns += [share.format(name=name), *([second] if second else [])]
    rows: list[tuple[Cell, ...]] = []
    for week in weeks:
        row: list[Cell] = [week]
        for one, second in zip(series, beside, strict=True):
            row += _cells(point_at(one, week), second=bool(second))
        rows.append(tuple(row))
    return Sheet(title=title, columns=tuple(columns), rows=tuple(rows))


def _beside(series: Series) -> str:
    """The name of the column beside a share: what it rests on, or how many weeks it spans."""
    if any(point.count is not None for point in series.points):
        return QCoreApplication.translate("Exported", "n")
    if any(point.weeks > 1 for point in series.points):
        return QCoreApplication.translate("Exported", "semaines réunies")
    return ""


def _cells(point: WeekPoint | None, *, second: bool) -> list[Cell]:
    if point is None or point.share is None:
        shown: list[Cell] = [None, None if point is None else point.count]
    else:
        shown = [round(100 * point.share, 1), point.weeks if point.count is None else point.count]
    return shown if second else shown[:1]
