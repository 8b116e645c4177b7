"""The mirror as a document: both halves drawn, their table beside, the estimate gap as one distribution."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QSize

from desktop.domain.exports import Cell, Sheet
from desktop.domain.mirror.series import Series, WeekPoint
from desktop.ui.kit import dates
from desktop.ui.kit.charts.canvas import Canvas, lent
from desktop.ui.kit.charts.facing import least_height
from desktop.ui.kit.printing import Exported, Picture, Section
from desktop.ui.mirror import words
from desktop.ui.mirror.bands import Place
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
        sections=(
            Section(
                words=words.summary_of(state),
                picture=_picture(halves, height),
                sheets=(
                    _sheet(_customers(), state.weeks, state.mirror.customers),
                    _sheet(_team(), state.weeks, state.mirror.team),
                ),
            ),
            _gap(view),
        ),
        landscape=True,
    )


def _customers() -> str:
    return QCoreApplication.translate("Exported", "Clients")


def _team() -> str:
    return QCoreApplication.translate("Exported", "Équipe")


def _picture(chart: Canvas, height: int) -> Picture:
    return Picture(title=chart.accessibleName(), size=QSize(WIDE, height), paint=chart.paint_on)


def _gap(view: MirrorView) -> Section:
    chart, table = view.gap.team.chart, view.gap.team.table
    title = QCoreApplication.translate("Exported", "Écart d’estimation de l’équipe")
    rows = tuple(tuple(cells.split("\t")) for cells in table.text().split("\n"))
    sheet = Sheet(title=title, columns=rows[0], rows=rows[1:])
    return Section(
        title=title,
        words=chart.summary,
        picture=_picture(chart, chart.sizeHint().height()) if sheet.rows else None,
        sheets=(sheet,) if sheet.rows else (),
    )


def _sheet(title: str, weeks: Sequence[date], series: Sequence[Series]) -> Sheet:
    """A week a row; a column for each share, in percent, and one for what it rests on."""
    columns = [QCoreApplication.translate("Exported", "Semaine du")]
    share = QCoreApplication.translate("Exported", "{name} (%)")
    count = QCoreApplication.translate("Exported", "n")
    counted = [any(point.count is not None for point in one.points) for one in series]
    for one, has_count in zip(series, counted, strict=True):
        name = words.name_of(Place(measure=one.measure, channel=one.channel))
        columns += [share.format(name=name), *([count] if has_count else [])]
    rows: list[tuple[Cell, ...]] = []
    for week in weeks:
        row: list[Cell] = [week]
        for one, has_count in zip(series, counted, strict=True):
            row += _cells(_at(one, week), counted=has_count)
        rows.append(tuple(row))
    return Sheet(title=title, columns=tuple(columns), rows=tuple(rows))


def _at(series: Series, week: date) -> WeekPoint | None:
    return next((point for point in series.points if point.monday == week), None)


def _cells(point: WeekPoint | None, *, counted: bool) -> list[Cell]:
    share = None if point is None or point.share is None else round(100 * point.share, 1)
    if not counted:
        return [share]
    return [share, None if point is None else point.count]
