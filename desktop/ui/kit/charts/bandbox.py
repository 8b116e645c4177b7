"""Where the parts of a band lie: its name, the figure looked at, the plot, the counts, the ends."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop.ui.kit import theme
from desktop.ui.kit.charts.weekscale import WeekScale
from desktop.ui.kit.tokens import Space

_ROOMY: Final = 860
"""Width, at 100 %, from which names and line's ends take their full width."""
_NAME: Final = (152, 196)
_FIGURE: Final = (54, 64)
_TICKS: Final = 34
_ENDS: Final = (88, 96)
FOOT: Final = 14
"""Height of the line of counts."""
LEAST: Final = 46
"""Height, at 100 %, below which a band cannot be read."""


@dataclass(frozen=True, slots=True)
class BandBox:
    """The rectangles of one band, all inside `whole`."""

    whole: QRectF
    name: QRectF
    figure: QRectF
    plot: QRectF
    foot: QRectF
    ends: QRectF

    def y_of(self, share: float) -> float:
        """Where a share of 0 to 1 stands."""
        return self.plot.bottom() - self.plot.height() * min(max(share, 0.0), 1.0)

    def spot(self, scale: WeekScale, place: float, span: int, share: float) -> QPointF:
        """Where a mark of `span` weeks from `place` on stands."""
        return QPointF(scale.middle(place, span), self.y_of(share))


def scale_in(rect: QRectF, weeks: int) -> WeekScale:
    """Return the weeks' scale of bands that are as wide as `rect`."""
    roomy = _roomy(rect)
    left = rect.left() + sum(theme.px(size) for size in (_NAME[roomy], _FIGURE[roomy], _TICKS))
    right = rect.right() - theme.px(_ENDS[roomy])
    return WeekScale(left, max(right - left, 1.0), weeks)


def box_in(whole: QRectF, scale: WeekScale) -> BandBox:
    """Return the parts of the band that takes `whole`."""
    roomy = _roomy(whole)
    name = QRectF(whole.left(), whole.top(), theme.px(_NAME[roomy]), whole.height())
    figure = QRectF(name.right(), whole.top(), theme.px(_FIGURE[roomy]), whole.height())
    foot = theme.px(FOOT)
    plot = QRectF(scale.left, whole.top(), scale.width, whole.height())
    plot.adjust(0, theme.px(Space.S) - 1, 0, -foot - 4)
    under = QRectF(scale.left, whole.bottom() - foot - 1, scale.width, foot)
    ends = QRectF(plot.right(), whole.top(), whole.right() - plot.right(), whole.height())
    return BandBox(whole, name, figure, plot, under, ends)


def stacked(rect: QRectF, count: int) -> list[QRectF]:
    """Cut `rect` into `count` bands of equal height, from top to bottom."""
    tall = rect.height() / max(count, 1)
    return [
        QRectF(rect.left(), rect.top() + place * tall, rect.width(), tall) for place in range(count)
    ]


def _roomy(rect: QRectF) -> bool:
    return rect.width() >= theme.px(_ROOMY)
