"""Bands as they were drawn before: what is not looked at is painted once, and put there again."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui.kit import theme
from desktop.ui.kit.charts.bandbox import BandBox
from desktop.ui.kit.charts.bandpaint import BandPainter
from desktop.ui.kit.charts.canvas import smooth
from desktop.ui.kit.charts.series import Band
from desktop.ui.kit.charts.weekscale import WeekScale

_KEPT: Final = 32
"""Pictures that are kept: all bands of a mirror, and those of some lines and lags looked at since."""
_ROOM: Final = 2
"""Pixels round a band that its strokes may take."""

_Key = tuple[object, ...]


class DrawnBands:
    """Drawing a band anew costs some 3 ms, putting its picture there a tenth of one."""

    def __init__(self) -> None:
        self._kept: dict[_Key, QPixmap] = {}
        self.drawn = 0
        """How many bands were drawn anew."""

    def put(
        self, painter: QPainter, scale: WeekScale, box: BandBox, band: Band, where: tuple[int, int]
    ) -> None:
        """Paint a band with the line in front and the lag that `where` gives."""
        line, lag = where
        ratio = painter.device().devicePixelRatio()
        spot = box.whole.toAlignedRect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        within = box.whole.translated(-spot.x(), -spot.y())
        # The palette is one of a few that live as long as the process.
        key = (
            band,
            line,
            lag,
            scale.weeks,
            _edges(within),
            id(theme.current()),
            theme.scale(),
            ratio,
        )
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = _clear(spot, ratio)
            brush = _brush(picture, spot)
            BandPainter(brush, scale, box, lag).paint_still(band, line)
            brush.end()
            self.drawn += 1
            while len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
        self._kept[key] = picture
        painter.drawPixmap(spot.topLeft(), picture)


def _clear(spot: QRect, ratio: float) -> QPixmap:
    picture = QPixmap(spot.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _brush(picture: QPixmap, spot: QRect) -> QPainter:
    brush = QPainter(picture)
    smooth(brush)
    brush.translate(-spot.topLeft())
    return brush


def _edges(rect: QRectF) -> tuple[float, ...]:
    return rect.left(), rect.top(), rect.width(), rect.height()
