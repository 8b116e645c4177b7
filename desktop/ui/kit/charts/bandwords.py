"""The words of a band: its name and rule, the figure looked at, names at the lines' ends."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.charts.bandbox import BandBox
from desktop.ui.kit.charts.series import Band, Mark
from desktop.ui.kit.charts.weekscale import WeekScale
from desktop.ui.kit.tokens import Space, Type, Weight

_SAMPLE: Final = 18
_SHORT: Final = 14


def figure_of(mark: Mark | None, *, counted: bool) -> tuple[str, str]:
    """Return a mark's share, and what stands under it: its count, its weeks, or why it is hidden."""
    if mark is None or (mark.value is None and not mark.hidden):
        return "—", ""
    if mark.value is None:
        return "—", QCoreApplication.translate("Charts", "trop peu")
    share = dates.percent(mark.value)
    if counted and mark.count is not None:
        words = QCoreApplication.translate("Charts", "n = {count}")
        return share, words.format(count=dates.count(mark.count))
    if mark.span > 1:
        words = QCoreApplication.translate("Charts", "{n} sem.")
        return share, words.format(n=mark.span)
    return share, ""


def name_and_rule(painter: QPainter, box: BandBox, band: Band) -> None:
    """Paint the name and, under it, the rule by which the share is taken."""
    middle = box.name.center().y()
    room = box.name.width() - Space.S
    tall, small = theme.px(Type.BODY) + 5, theme.px(Type.CAPTION) + 5
    left = box.name.left()
    if len(band.lines) == 1:
        spot = QRectF(left, middle + 1 - tall, theme.px(_SAMPLE), tall)
        strokes.sample(painter, spot, band.lines[0].ink, band.lines[0].style)
        left += theme.px(_SAMPLE) + Space.S - 2
    top = QRectF(left, middle + 1 - tall, box.name.left() + room - left, tall)
    paint.words(painter, top, band.name, "text", Type.BODY, Weight.SEMIBOLD)
    under = QRectF(box.name.left(), middle + 1, room, small)
    paint.words(painter, under, band.rule, "text3", Type.CAPTION)


def ends(painter: QPainter, scale: WeekScale, box: BandBox, band: Band, lag: int) -> None:
    """Name each of several lines where it ends, apart from one another; of one, say its last share."""
    last = scale.weeks - 1 - lag
    if len(band.lines) < 2:
        for line in band.lines:
            mark = line.last(last)
            if mark is not None and mark.covers(last):
                _last_share(painter, box, mark.value, line.ink)
        return
    # A line without a value has no end: beside the foot its name would read as 0 %.
    drawn = [
        (line, box.y_of(mark.value))
        for line in band.lines
        if (mark := line.last(last)) and mark.value is not None
    ]
    if not drawn:
        return
    wanted = [y for _, y in drawn]
    tall = min(theme.px(Type.CAPTION) + 2, box.whole.height() / len(drawn))
    heights = apart(wanted, tall, box.whole.top() + 1, box.whole.bottom() - 1)
    side = theme.px(_SHORT)
    for (line, _), y in zip(drawn, heights, strict=True):
        left = box.ends.left() + Space.XS
        strokes.sample(painter, QRectF(left, y - tall / 2, side, tall), line.ink, line.style)
        left += side + Space.XS
        spot = QRectF(left, y - tall / 2, box.ends.right() - left, tall)
        paint.words(painter, spot, line.name, "text2", Type.CAPTION, Weight.MEDIUM)


def _last_share(painter: QPainter, box: BandBox, share: float | None, ink: str) -> None:
    if share is None:
        return
    tall = theme.px(Type.CAPTION) + 4
    middle = min(max(box.y_of(share), box.whole.top() + tall / 2), box.whole.bottom() - tall / 2)
    spot = QRectF(box.ends.left() + Space.S, middle - tall / 2, box.ends.width() - Space.S, tall)
    paint.words(painter, spot, dates.percent(share), ink, Type.CAPTION, Weight.SEMIBOLD)


def apart(wanted: Sequence[float], tall: float, top: float, bottom: float) -> list[float]:
    """Return middles for words of height `tall` near `wanted`, in its order, that do not touch.

    They stay between `top` and `bottom` as long as there is room for all of them.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    result = [0.0] * len(wanted)
    floor = top + tall / 2
    for place in order:
        result[place] = max(wanted[place], floor)
        floor = result[place] + tall
    ceiling = bottom - tall / 2
    for place in reversed(order):
        result[place] = min(result[place], ceiling)
        ceiling = result[place] - tall
    return result
